import { z } from 'zod';
import { common, priced } from './common';
import { decimalText, id, pounds, prose, quantity, share, title } from './field';
import { EFFECT_OUTCOMES } from './intervention';

const FIGURES_OF_COSTS =
	/^(cost\.(staffing|buildings|contracts|placements|interventions|headings|oneOff)|capital\.spend)(\/[A-Za-z0-9-]+)?$/;

/** How scenarios are appraised: the discount schedule, the correction of costs, the option that does the least, and η. */
export const appraisal = z.strictObject({
	...common,
	use: z.literal('appraisal'),
	/** The discount schedule, a rule. */
	schedule: id,
	/** The table that corrects costs for optimism; without it they are not corrected. */
	costCorrection: id.optional(),
	/** The scenario that does no more than must be done. */
	doMinimum: id.optional(),
	elasticity: quantity(
		{
			label: 'Elasticity of distributional weights',
			unit: 'factor',
			meaning: 'By how much more a pound is worth to people with less: weight = income share ^ −η.'
		},
		{ min: 0, max: 10 }
	).optional()
});

/** The optimism correction of costs by type of work: a share on top, less what has been mitigated. */
export const costCorrection = z.strictObject({
	...common,
	use: z.literal('costCorrection'),
	status: z.enum(['confirmBeforeUse', 'confirmed']),
	works: z
		.array(
			z.strictObject({
				work: title,
				/** The costs that are of this type: 'capital.spend', or one part of them, 'capital.spend/hub-refit'. */
				figures: z
					.array(
						z.string().regex(FIGURES_OF_COSTS, {
							error: (issue) =>
								`'${String(issue.input)}' is not a cost; write a figure such as capital.spend or cost.oneOff/hub-refit`
						})
					)
					.max(100),
				uplift: quantity(
					{
						label: 'Optimism correction of costs',
						unit: 'share of 1',
						meaning: 'Share put on top of a cost of this type of work.'
					},
					{ min: 0, max: 10 }
				),
				mitigation: share(
					'Mitigation',
					'Share of the correction that good management has taken away already.'
				)
			})
		)
		.max(100)
});

/** Which agencies share what children in care, or child protection plans, cost and save: parts of 1. */
export const agencyShares = z.strictObject({
	...common,
	use: z.literal('agencyShares'),
	sharedCost: z.enum(['placements', 'plans']),
	shares: z.record(
		id,
		share('Share of an agency', 'Share of what is avoided that falls to the agency.')
	)
});

/** What one outcome is worth beside placements and plans, to which agency or to whom, by what source. */
export const outcomeValue = z.strictObject({
	...common,
	...priced,
	use: z.literal('outcomeValue'),
	outcome: z.enum(EFFECT_OUTCOMES),
	agency: id,
	/** 'fiscal' is money of a public agency, 'economic' of people and firms, 'social' what life is worth to them. */
	sort: z.enum(['fiscal', 'economic', 'social']),
	source: prose,
	valuePerUnit: pounds(
		'Value of one outcome',
		'Value of one entry avoided, return home, step down or plan-month avoided, in a year.'
	),
	lasts: decimalText({ min: 1, max: 30 })
		.refine((years) => years.isInteger(), 'is not a whole number of years; write one such as 3')
		.nullable()
		.meta({
			label: 'Lasts for',
			unit: 'years',
			meaning: 'Years in which one outcome has its value, the first being its own.'
		}),
	dropOff: share('Drop-off', 'Share of the value that is lost from each year to the next.'),
	attribution: share(
		'Attribution',
		'Share of the outcome that is due to this help where several programmes claim it.'
	),
	cashable: share('Cashable', 'Share of the value that its agency can take out of its budget.'),
	relativeIncome: quantity(
		{
			label: 'Relative income',
			unit: 'share of 1',
			meaning: 'Income of those who benefit as a part of the income of the reference group.'
		},
		{ min: 0.01, max: 100 }
	).optional()
});
