import { indexFactor as index, input, product, type Formula } from '../formula/expression';
import type { Term } from '../formula/term';
import { isBlocked, type Blocked, type Value } from '../formula/value';
import { pricedTerm, type Context } from '../ledger/context';
import { FACTOR, fieldInput, type LineSpec } from '../ledger/line';
import { measure, type Series } from '../ledger/series';
import { effectUpTo } from './basis';
import type { Effect, Effects } from './effects';

const plansAvoided: Formula = {
	id: 'plans.avoided',
	title: 'Cost of child protection plans avoided',
	unit: '£',
	inputs: {
		quantity: { label: 'Months of plans avoided', unit: 'plan-months' },
		costPerPlanMonth: fieldInput('costPerPlanMonth', 'Cost of a month of a plan', '£ a plan-month'),
		index: FACTOR
	},
	expression: product(input('quantity'), input('costPerPlanMonth'), index)
};

const onPlans = ({ list }: Effects): readonly Effect[] =>
	list.filter(({ outcome }) => outcome === 'protectionPlan');

/** The term that prices the months of plans that an intervention avoids in a year [plan-months]. */
export function planTerm(
	{ ref, intervention, amount }: Pick<Effect, 'ref' | 'intervention' | 'amount'>,
	quantity: Value,
	context: Context,
	y: number
): Term {
	return {
		...pricedTerm(context, context.first + y, intervention, {
			formula: plansAvoided,
			record: ref,
			changes: [],
			...(isBlocked(amount) ? {} : { weights: amount.map(Math.abs) }),
			values: { quantity, costPerPlanMonth: intervention.costPerPlanMonth ?? null },
			elsewhere: { quantity: `plans.monthsAvoided/${intervention.id}` }
		}),
		dependsOn: () => ({ quantity: effectUpTo(amount, y) })
	};
}

/** What the months of child protection plans avoided would have cost, a line for each intervention. Beside the totals. */
export function planLines(effects: Effects, context: Context): readonly LineSpec[] {
	return onPlans(effects).map((effect) => ({
		id: `${effect.ref}/plans`,
		title: `Plans avoided: ${effect.intervention.title}`,
		figure: 'avoidance.plans',
		part: effect.intervention.id,
		heading: null,
		terms: (y) => {
			const quantity = inYear(effect.amount, y);
			// Where nobody more or fewer is helped, no price is asked for.
			return quantity === 0 ? [] : [planTerm(effect, quantity, context, y)];
		}
	}));
}

/** Months of child protection plans avoided by each intervention in each year [plan-months]. */
export function planMeasures(effects: Effects, context: Context): readonly Series[] {
	return onPlans(effects).map(({ ref, intervention, amount }) =>
		measure(
			`${ref}/planMonths`,
			`Months of plans avoided: ${intervention.title}`,
			'plans.monthsAvoided',
			intervention.id,
			Float64Array.from({ length: context.years }, (_, y) => {
				const months = inYear(amount, y);
				return isBlocked(months) ? NaN : months;
			}),
			isBlocked(amount) ? amount.waitsFor : [],
			(y) => effectUpTo(amount, y)
		)
	);
}

function inYear(amount: Float64Array | Blocked, y: number): number | Blocked {
	if (isBlocked(amount)) return effectUpTo(amount, y) === null ? 0 : amount;
	return amount.subarray(12 * y, 12 * y + 12).reduce((total, months) => total + months, 0);
}
