import { z } from 'zod';
import { common } from './common';
import { date, decimalText, financialYear, poundsPerYear, prose, share } from './field';

const employerNi = z.strictObject({
	...common,
	rule: z.literal('employerNi'),
	rows: z
		.array(
			z.strictObject({
				from: date,
				rate: share(
					'NI rate',
					"Employer's National Insurance as a share of pay above the threshold."
				),
				threshold: poundsPerYear(
					'NI threshold',
					'Yearly pay of one person below which none is due.'
				)
			})
		)
		.min(1)
		.max(60)
});

const placementCodes = z.strictObject({
	...common,
	rule: z.literal('placementCodes'),
	rows: z
		.array(z.strictObject({ from: financialYear, codes: z.array(z.string().max(4)).max(100) }))
		.min(1)
		.max(60)
});

const discount = z
	.strictObject({
		...common,
		rule: z.literal('discount'),
		/** Whether it is the one in force, one that was, or one that somebody proposes. */
		status: z.enum(['current', 'superseded', 'proposed']),
		/** The day of the document that states it. */
		statedOn: date,
		source: prose,
		bands: z
			.array(
				z.strictObject({
					/** The first year of the appraisal that the rate holds for; the appraisal starts with year 0. */
					fromYear: decimalText({ min: 0, max: 1000 })
						.refine((year) => year.isInteger(), 'is not a whole year; write one such as 31')
						.meta({
							label: 'From year',
							unit: 'years',
							meaning: 'First year of the appraisal that the rate holds for; it starts with year 0.'
						}),
					discountRate: share(
						'Discount rate',
						'Real rate by which a year counts less than the last.'
					)
				})
			)
			.min(1)
			.max(20)
	})
	.superRefine(({ bands }, context) => {
		bands.forEach(({ fromYear }, i) => {
			const before = bands[i - 1]?.fromYear;
			if (before === undefined ? !fromYear.isZero() : fromYear.lte(before))
				context.addIssue({
					code: 'custom',
					path: ['bands', i, 'fromYear'],
					message:
						before === undefined
							? `${fromYear.toFixed()} leaves out the years before; let the first band start in year 0`
							: `${fromYear.toFixed()} is not after ${before.toFixed()}; write the bands in rising order`
				});
		});
	});

/**
 * A dated table that the law, a return or the Treasury sets: employer NI, the placement codes of the SSDA903 return, or the
 * rates that an appraisal discounts by.
 */
export const rule = z.discriminatedUnion('rule', [employerNi, placementCodes, discount], {
	error: "must be 'employerNi', 'placementCodes' or 'discount'"
});

/** A dated table that the law or a return sets. */
export type Rule = z.output<typeof rule>;
