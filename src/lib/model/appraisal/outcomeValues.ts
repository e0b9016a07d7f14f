import { effectUpTo } from '../earlyHelp/basis';
import type { Effect } from '../earlyHelp/effects';
import { OUTCOMES } from '../earlyHelp/outcomes';
import { exact } from '../figures/figure';
import { explainTerm } from '../formula/explain';
import type { Term } from '../formula/term';
import { blocked, floatOf, isBlocked, type Blocked } from '../formula/value';
import { pricedTerm } from '../ledger/context';
import { differenceOf, evaluated, type Series } from '../ledger/series';
import type { Assumption } from '../records/assumption';
import type { Run } from '../run/run';
import type { Working } from '../explain/working';
import { outcomeValueFormula } from './formulas';
import type { RowLine, Sides } from './line';

/** What one outcome is worth beside placements and plans. */
export type OutcomeValue = Extract<Assumption, { use: 'outcomeValue' }>;

/** Whose a benefit is: money of a public agency, money of people and firms, or what life is worth to them. */
export type Sort = OutcomeValue['sort'];

/** What the outcomes of each intervention are worth more in the scenario than in its counterfactual, a line each. */
export function valueLines(sides: Sides, value: OutcomeValue): readonly RowLine[] {
	const there = seriesOf(sides.from, value);
	return seriesOf(sides.to, value).flatMap(({ effect, series }): readonly RowLine[] => {
		const before = there.find((own) => own.effect.ref === effect.ref);
		const blanks = new Set<string>();
		const values = new Float64Array(sides.to.context.years).map((_, y) => {
			const { value: pence, blockedBy } = differenceOf(before?.series, series, y);
			for (const blank of blockedBy) blanks.add(blank);
			return pence;
		});
		if (values.every((pence) => pence === 0)) return [];
		return [
			{
				id: series.id,
				title: series.title,
				part: value.id,
				values,
				blockedBy: [...blanks],
				working: (y) => ({
					label: series.title,
					unit: '£',
					value: exact(values[y] ?? 0, '£'),
					formula: 'Scenario − counterfactual',
					...(Number.isNaN(values[y]) ? { waitsFor: [...blanks] } : {}),
					parts: [
						...sideWorking('Counterfactual', before, y),
						...sideWorking('Scenario', { effect, series }, y)
					]
				})
			}
		];
	});
}

interface ValuedEffect {
	readonly effect: Effect;
	readonly series: Series;
}

function seriesOf({ effects, context }: Run, value: OutcomeValue): readonly ValuedEffect[] {
	return effects.list
		.filter(({ outcome }) => outcome === value.outcome)
		.map((effect) => ({
			effect,
			series: evaluated(
				{
					id: `assumptions/${value.id}/${effect.intervention.id}`,
					title: `${value.title}: ${effect.intervention.title}`,
					figure: 'appraisal.benefitCorrected',
					part: value.id,
					heading: null,
					terms: (y) =>
						Array.from({ length: Math.min(lastingYears(value), y + 1) }, (_, age) => age).flatMap(
							(age): readonly Term[] => {
								const units = unitsIn(effect, value, y - age);
								return units === 0
									? []
									: [
											{
												...pricedTerm(context, context.first + y, value, {
													formula: outcomeValueFormula(age),
													record: `assumptions/${value.id}`,
													changes: [],
													values: {
														units,
														valuePerUnit: value.valuePerUnit,
														attribution: value.attribution,
														...(age === 0 ? {} : { dropOff: value.dropOff })
													}
												}),
												dependsOn: () => ({ units: effectUpTo(effect.amount, y - age) })
											}
										];
							}
						)
				},
				context.years
			)
		}));
}

/** Years in which an outcome has its value; where that is blank, the first, which then waits for it. */
const lastingYears = ({ lasts }: OutcomeValue): number => (lasts === null ? 1 : floatOf(lasts));

/** Outcomes that an effect brings about in a year [children or plan-months]. */
function unitsIn({ amount }: Effect, { id, lasts }: OutcomeValue, y: number): number | Blocked {
	if (isBlocked(amount)) return effectUpTo(amount, y) === null ? 0 : amount;
	const units = amount.subarray(12 * y, 12 * y + 12).reduce((total, own) => total + own, 0);
	return units !== 0 && lasts === null ? blocked([`assumptions/${id}.lasts`], units) : units;
}

function sideWorking(label: string, side: ValuedEffect | undefined, y: number): readonly Working[] {
	const terms = side?.series.terms?.(y) ?? [];
	if (side === undefined || terms.length === 0)
		return [{ label: `${label}: nothing`, unit: '£', value: exact(0, '£'), parts: [] }];
	const { effect, unit } = OUTCOMES[side.effect.outcome];
	const value = exact(side.series.values[y] ?? NaN, '£');
	return [
		{
			label,
			unit: '£',
			value,
			note: 'Rounded once to the penny',
			...(value === null ? { waitsFor: side.series.blockedBy } : {}),
			formula: 'Sum over the years whose outcomes still have their value',
			parts: terms.map((term): Working => {
				const working = explainTerm(term);
				return {
					...working,
					parts: working.parts.map((part) =>
						part.label === 'Outcomes'
							? {
									...part,
									label: effect,
									unit,
									note: 'Families helped more (or fewer) than if we change nothing, month by month, after the lag, over the spread',
									parts: [explainTerm(side.effect.term)]
								}
							: part
					)
				};
			})
		}
	];
}
