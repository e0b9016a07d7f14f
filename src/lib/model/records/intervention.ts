import { z } from 'zod';
import { CARE_BANDS } from './careFlow';
import { common } from './common';
import { financialYear, id, pounds, prose, quantity, share, title, wholeMonths } from './field';

/** The outcomes that an effect may have been measured on and that the model follows. */
export const EFFECT_OUTCOMES = ['entryToCare', 'returnHome', 'stepDown', 'protectionPlan'] as const;

/**
 * Early help that changes what happens to families: how many it reaches, what it does to them by what evidence,
 * and when. `outcome` is what the evidence measured and decides what the effect is. `deadweight` is 0 where the effect
 * comes from a controlled trial.
 */
export const intervention = z
	.strictObject({
		...common,
		service: id,
		design: z.enum(['controlledTrial', 'matchedComparison', 'beforeAfter', 'judgement']),
		outcome: z.enum([...EFFECT_OUTCOMES, 'education', 'health', 'offending', 'other']),
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
			'Chance without help',
			"Chance without help, over the evidence's own follow-up, that such a child enters care; is still in care (return home); is still in the placement (stepping down); has a plan (protection plans)."
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
		planMonths: quantity(
			{
				label: 'Months of a plan',
				unit: 'months',
				meaning: 'How long a child protection plan of such a child lasts without help.'
			},
			{ min: 0, max: 240 }
		).optional(),
		costPerPlanMonth: quantity(
			{
				label: 'Cost of a month of a plan',
				unit: '£ a plan-month',
				meaning: 'What a month of a child protection plan costs, whoever pays it.'
			},
			{ min: 0, max: 1e6 }
		).optional(),
		lagMonths: wholeMonths('Lag', 'From helping a family to the first effect.', {
			min: 0,
			max: 120
		}),
		spreadMonths: wholeMonths('Spread', 'Months over which the effect is spread.', {
			min: 1,
			max: 120
		}),
		profile: z
			.array(
				z.strictObject({
					band: z.enum(CARE_BANDS),
					type: id,
					/** The placement type that children step down to. */
					to: id.optional(),
					share: share(
						'Share of the effect',
						'Share of the effect that falls on this band and type.'
					)
				})
			)
			.max(200),
		costPerFamily: pounds(
			'Cost per family',
			'Cost of one family served beyond the posts and contracts that deliver it.'
		),
		index: id.nullable(),
		priceYear: financialYear
	})
	.superRefine((record, context) => {
		const issue = (path: (string | number)[], message: string): void =>
			context.addIssue({ code: 'custom', path, message });
		if (record.design === 'controlledTrial' && record.deadweight?.isZero() === false)
			issue(
				['deadweight'],
				'is not 0 although the effect comes from a controlled trial, which has taken it off; write 0'
			);
		const isOnPlans = record.outcome === 'protectionPlan';
		for (const field of ['planMonths', 'costPerPlanMonth'] as const)
			if (isOnPlans && record[field] === undefined)
				issue(
					[field],
					"is missing; an effect on 'protectionPlan' needs it (null where it is not known)"
				);
			else if (!isOnPlans && record[field] !== undefined)
				issue([field], "belongs to an effect on 'protectionPlan'; remove it");
		if (isOnPlans !== (record.profile.length === 0))
			issue(
				['profile'],
				isOnPlans
					? 'shares children in care; an effect on plans has none, so write []'
					: 'is empty; write the share of the effect in each band and type'
			);
		record.profile.forEach(({ type, to }, i) => {
			if (record.outcome === 'stepDown' && (to === undefined || to === type))
				issue(
					['profile', i, 'to'],
					to === undefined
						? "is missing; an effect on 'stepDown' needs the type that children move to"
						: 'is the type that children move from; write another'
				);
			else if (record.outcome !== 'stepDown' && to !== undefined)
				issue(['profile', i, 'to'], "belongs to an effect on 'stepDown'; remove it");
		});
	});

/** Early help that changes how many children enter care, stay there, or have a child protection plan. */
export type Intervention = z.output<typeof intervention>;
