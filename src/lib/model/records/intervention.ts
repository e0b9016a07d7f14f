import { z } from 'zod';
import { CARE_BANDS } from './careFlow';
import { common } from './common';
import { financialYear, id, pounds, prose, quantity, share, title, wholeMonths } from './field';

/**
 * Early help that changes what happens to families: how many it reaches, what it does to them by what evidence,
 * and when. `deadweight` is 0 where the effect comes from a controlled trial.
 */
export const intervention = z
	.strictObject({
		...common,
		service: id,
		design: z.enum(['controlledTrial', 'matchedComparison', 'beforeAfter', 'judgement']),
		outcome: z.enum(['entryToCare', 'protectionPlan', 'education', 'health', 'offending', 'other']),
		population: z.string().min(1).max(120),
		needLevel: z.string().min(1).max(20),
		source: prose,
		engagement: share('Engagement', 'Share of the families served who take up the help.'),
		completion: share('Completion', 'Share of the families who take it up and finish it.'),
		childrenPerFamily: quantity(
			{
				label: 'Children per family',
				unit: 'children',
				meaning: 'Children at risk in a family helped.'
			},
			{ min: 0, max: 20 }
		),
		p0: share(
			'Chance of entering care without help',
			"Chance that such a child enters care without help, over the evidence's own follow-up."
		),
		relativeReduction: quantity(
			{
				label: 'Relative reduction',
				unit: 'share of 1',
				meaning: 'By how much of itself the help lowers that chance.'
			},
			{ min: -1, max: 1 }
		),
		deadweight: share('Deadweight', 'Share of the effect that would have happened anyway.'),
		correctionTable: id,
		evidenceGrade: title,
		lagMonths: wholeMonths('Lag', 'From helping a family to the first effect on entries to care.', {
			min: 0,
			max: 120
		}),
		spreadMonths: wholeMonths('Spread', 'Months over which the effect on entries is spread.', {
			min: 1,
			max: 120
		}),
		profile: z
			.array(
				z.strictObject({
					band: z.enum(CARE_BANDS),
					type: id,
					share: share(
						'Share of entries avoided',
						'Share of the entries avoided in this band and type.'
					)
				})
			)
			.min(1)
			.max(200),
		costPerFamily: pounds(
			'Cost per family',
			'Cost of one family served beyond the posts and contracts that deliver it.'
		),
		index: id.nullable(),
		priceYear: financialYear
	})
	.superRefine((record, context) => {
		if (record.design === 'controlledTrial' && record.deadweight?.isZero() === false)
			context.addIssue({
				code: 'custom',
				path: ['deadweight'],
				message:
					'is not 0 although the effect comes from a controlled trial, which has taken it off; write 0'
			});
	});

/** Early help that changes how many children enter care. */
export type Intervention = z.output<typeof intervention>;
