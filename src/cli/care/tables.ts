import {
	dayText,
	NOT_IN_CARE,
	quarterOf,
	type DailyEstimate,
	type DailyForecast
} from '../../lib/model';
import { table } from '../tables';

const RATE_PLACES = 9;
const CHILD_PLACES = 2;
const PENCE_PLACES = 2;

/** An estimate in three tables: rates, entrants, and shares of lines. */
export function estimateTable({ rates, entrants, shares }: DailyEstimate): readonly string[] {
	return [
		...table([
			['Rate, a day', 'to', 'per child'],
			...rates.map(({ from, to, perDay }) => [from, to, perDay.toFixed(RATE_PLACES)])
		]),
		'',
		...table([
			['Entrants', 'children a day'],
			...entrants.map(({ to, perDay }) => [to, perDay.toFixed(RATE_PLACES)])
		]),
		'',
		...table([
			['Share of the category’s child-days', 'share'],
			...Object.entries(shares).map(([line, share]) => [line, share.toFixed(RATE_PLACES)])
		])
	];
}

/** A forecast by calendar quarter: children in care on its last day by state, the band, and what the quarter costs. */
export function forecastTable({ population, costs }: DailyForecast): readonly string[] {
	const { days, children, variance } = population;
	const quarters = [...new Set(days.map(quarterOf))];
	const inCare = [...children.keys()].filter((state) => !state.endsWith(NOT_IN_CARE));
	const lastOf = quarters.map((quarter) => days.findLastIndex((day) => quarterOf(day) === quarter));
	const sumOf = (series: ReadonlyMap<string, Float64Array>, names: Iterable<string>, at: number) =>
		[...names].reduce((sum, name) => sum + (series.get(name)?.[at] ?? 0), 0);
	const costOf = (quarter: string): number =>
		days.reduce(
			(sum, day, at) => (quarterOf(day) === quarter ? sum + sumOf(costs, costs.keys(), at) : sum),
			0
		);
	const shown = (value: number): string => value.toFixed(CHILD_PLACES);
	return table([
		['Children in care at the end of', ...quarters],
		['day', ...lastOf.map((at) => dayText(days[at] ?? 0))],
		...inCare.map((state) => [state, ...lastOf.map((at) => shown(children.get(state)?.[at] ?? 0))]),
		['all', ...lastOf.map((at) => shown(sumOf(children, inCare, at)))],
		[
			'two standard deviations',
			...lastOf.map((at) => shown(2 * Math.sqrt(sumOf(variance, inCare, at))))
		],
		['cost of the quarter [£]', ...quarters.map((quarter) => costOf(quarter).toFixed(PENCE_PLACES))]
	]);
}
