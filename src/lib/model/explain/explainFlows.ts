import type { Decimal } from 'decimal.js';
import { yearLabel } from '../calendar/calendar';
import { afterChanges, type Body, type Working } from './working';
import { effectParts } from './explainEffects';
import { exact } from '../figures/figure';
import { isBlocked } from '../formula/value';
import type { Series } from '../ledger/series';
import { turned18In } from '../figures/careMeasures';
import type { Run } from '../run/run';
import { anyContent, heldIn } from '../ledger/line';
import { CARE_BANDS, type CareFlow } from '../records/careFlow';

const children = (label: string, value: number): Working => ({
	label,
	unit: 'children',
	value: exact(value, 'children'),
	parts: []
});

/** How the children of a band and type came to be what they are: the year's balance, and the rates behind it. */
export function careWorking(run: Run, series: Series, y: number): Body {
	const { care } = run;
	const [band = '', type = ''] = series.part.split('/');
	if (!CARE_BANDS.some((name) => name === band)) return weeksWorking(run, series, y);
	const state =
		CARE_BANDS.findIndex((name) => name === band) * care.types.length + care.types.indexOf(type);
	const inputs = flowInputs(run, band, type, y);
	if (isBlocked(care.months)) return { parts: inputs };
	const months = care.months.slice(12 * y, 12 * y + 12);
	const [first, last] = [months[0], months.at(-1)];
	if (first === undefined || last === undefined) return { parts: inputs };
	const total = (of: (flows: (typeof months)[number]) => number): number =>
		months.reduce((sum, flows) => sum + of(flows), 0);
	const ageing = total((flows) => turned18In(flows, state, care.types.length));
	return {
		formula:
			'Opening + Entries + Moves in + Came from the younger band − Moves out − Went to the older band − Exits − Turned 18 = Closing',
		note: 'By the continuous method: rates per child-day, children age by the month, nobody is in care at 18',
		parts: [
			children('Opening, 1 April', first.opening[state] ?? 0),
			children(
				'Entries',
				total((flows) => flows.entries[state] ?? 0)
			),
			children(
				'Moves in',
				total((flows) => flows.movesIn[state] ?? 0)
			),
			children(
				'Came from the younger band',
				total((flows) => flows.agedIn[state] ?? 0)
			),
			children(
				'Moves out',
				total((flows) => flows.movesOut[state] ?? 0)
			),
			children('Went to the older band', total((flows) => flows.agedOut[state] ?? 0) - ageing),
			children(
				'Exits',
				total((flows) => flows.exits[state] ?? 0)
			),
			children('Turned 18', ageing),
			children('Closing, 31 March', last.closing[state] ?? 0),
			...effectParts(run, y),
			...inputs
		]
	};
}

/** The stocks and rates that a band and type rests on in a year, as inputs. */
function flowInputs(run: Run, band: string, type: string, y: number): readonly Working[] {
	return run.records.careFlows.flatMap((timed) => {
		// What the opening was counted from holds for the whole projection.
		const year = ['stock', 'share'].includes(anyContent(timed).flow) ? 0 : y;
		return heldIn(timed, year).flatMap(({ content, changes }) =>
			flowInput(timed.ref, content, changes, { band, type, year: yearLabel(run.context.first + y) })
		);
	});
}

function flowInput(
	ref: string,
	flow: CareFlow,
	changes: readonly string[],
	{ band, type, year }: { readonly band: string; readonly type: string; readonly year: string }
): readonly Working[] {
	const part = (field: string, unit: string, value: Decimal | null): Working => ({
		label: flow.title + afterChanges(changes),
		unit,
		value,
		ref: `${ref}.${field}`,
		...(value === null ? { waitsFor: [`${ref}.${field}`] } : {}),
		parts: []
	});
	if (flow.flow === 'stock') return [part('children', 'children', flow.children)];
	if (flow.band !== band) return [];
	if (flow.flow === 'moves')
		return flow.from === type || flow.to === type
			? [part('ratePerDay', 'per child-day', flow.ratePerDay)]
			: [];
	if (flow.type !== type) return [];
	if (flow.flow === 'share') return [part('share', 'share of 1', flow.share)];
	if (flow.flow === 'exits') return [part('ratePerDay', 'per child-day', flow.ratePerDay)];
	return flow.basis === 'perYear'
		? [part('childrenPerYear', 'children a year', flow.childrenPerYear ?? null)]
		: [
				part('ratePerThousand', 'per 1,000 children a year', flow.ratePerThousand ?? null),
				{ ...part(`population.${year}`, 'children', flow.population?.[year] ?? null), year }
			];
}

function weeksWorking(run: Run, series: Series, y: number): Body {
	const type = run.records.placementTypes.find(
		({ ref }) => ref === `placementTypes/${series.part}`
	);
	if (type === undefined) return { parts: [] };
	const weeks = run.care.weeksOf(type.ref);
	const sum = (values: Float64Array): Decimal | null => {
		let total = 0;
		for (let m = 12 * y; m < 12 * y + 12; m++) total += values[m] ?? NaN;
		return exact(total, 'child-weeks');
	};
	const part = (label: string, figure: string, value: Decimal | null): Working => ({
		label,
		unit: 'child-weeks',
		value,
		figure: `${figure}/${series.part}`,
		parts: []
	});
	const held = heldIn(type, y);
	const field = (
		name: 'capacity' | 'occupancy' | 'inHouseShare',
		label: string,
		unit: string
	): Working[] =>
		held.flatMap(({ content, changes }) => {
			const value = content[name];
			return value === undefined
				? []
				: [
						{
							label: label + afterChanges(changes),
							unit,
							value,
							ref: `${type.ref}.${name}`,
							...(value === null ? { waitsFor: [`${type.ref}.${name}`] } : {}),
							parts: []
						}
					];
		});
	return {
		formula:
			'Weeks in council places = smallest of (Weeks in care; Council places × Occupancy × Weeks), month by month; the rest is external',
		parts: [
			...(isBlocked(weeks)
				? []
				: [
						part('Weeks in care', 'care.childWeeks', sum(weeks.all)),
						part('Weeks in council places', 'care.inHouse', sum(weeks.inHouse)),
						part('Weeks in external placements', 'care.external', sum(weeks.external))
					]),
			...field('capacity', 'Council places', 'places'),
			...field('occupancy', 'Occupancy', 'share of 1'),
			...field('inHouseShare', 'Observed in-house share', 'share of 1')
		]
	};
}
