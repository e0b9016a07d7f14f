import { z } from 'zod';
import { common } from './common';
import { date, financialYear, poundsPerYear, share } from './field';

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

/** A dated table that the law or a return sets: employer NI, or the placement codes of the SSDA903 return. */
export const rule = z.discriminatedUnion('rule', [employerNi, placementCodes], {
	error: "must be 'employerNi' or 'placementCodes'"
});

/** A dated table that the law or a return sets. */
export type Rule = z.output<typeof rule>;
