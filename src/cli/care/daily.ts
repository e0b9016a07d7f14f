import {
	dailyEstimateOf,
	dailyForecastOf,
	dayText,
	NOT_IN_CARE,
	quarterOf,
	type CleanReturn,
	type DailyDates,
	type DailyEstimate,
	type DailyForecast,
	type DailyParameters,
	type Window
} from '../../lib/model';
import { table } from '../tables';
import { Refusal } from './refusal';

/** The estimate, as lines of JSON or as tables. */
function estimate(
	clean: CleanReturn,
	{ filters }: DailyParameters,
	{ window }: DailyDates,
	json: boolean
): readonly string[] {
	const own = dailyEstimateOf(clean, filters, window);
	return json ? [JSON.stringify(estimateJson(own, window), null, 1)] : estimateTable(own);
}

/** The daily method's forecast, as lines of JSON or as a table; refused where an adjustment is of nothing that there is. */
function project(
	clean: CleanReturn,
	parameters: DailyParameters,
	dates: DailyDates,
	json: boolean
): readonly string[] {
	const { rates, entrants } = dailyEstimateOf(clean, parameters.filters, dates.window);
	const known = new Set(rates.map(({ from, to }) => `${from} > ${to}`));
	const entered = new Set(entrants.map(({ to }) => to));
	const problems = [
		...parameters.rateAdjustments.flatMap(({ from, to }, i) =>
			known.has(`${from} > ${to}`)
				? []
				: [`rate_adjustments[${i}]: the return has no rate from '${from}' to '${to}'`]
		),
		...parameters.entryAdjustments.flatMap(({ to }, i) =>
			entered.has(to) ? [] : [`entry_adjustments[${i}]: the return has no state '${to}'`]
		)
	];
	if (problems.length > 0) throw new Refusal(...problems);
	const forecast = dailyForecastOf(clean, parameters, dates);
	return json
		? [JSON.stringify(forecastJson(forecast, parameters), null, 1)]
		: forecastTable(forecast);
}

/** An estimate as the documented JSON object: rates and entrants a day, shares of lines in their category. */
function estimateJson({ rates, entrants, shares }: DailyEstimate, { from, to }: Window) {
	return { method: 'daily', from: dayText(from), to: dayText(to), rates, entrants, shares };
}

/** A forecast as the documented JSON object: what was used, and children, variance and pounds on each date. */
function forecastJson(forecast: DailyForecast, { prices }: DailyParameters) {
	const { used, population, costs } = forecast;
	return {
		method: 'daily',
		dates: population.days.map(dayText),
		rates: used.rates,
		entrants: used.entrants,
		population: numbers(population.children),
		variance: numbers(population.variance),
		shares: used.shares,
		weeklyCosts: prices.weeklyCosts,
		costs: numbers(costs)
	};
}

function numbers(series: ReadonlyMap<string, Float64Array>): Record<string, readonly number[]> {
	return Object.fromEntries([...series].map(([name, values]) => [name, [...values]]));
}

const RATE_PLACES = 9;
const CHILD_PLACES = 2;
const PENCE_PLACES = 2;

/** An estimate in three tables: rates, entrants, and shares of lines. */
function estimateTable({ rates, entrants, shares }: DailyEstimate): readonly string[] {
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
function forecastTable({ population, costs }: DailyForecast): readonly string[] {
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

/** What the daily method does with a return: lines of JSON, or tables. */
export const daily = { estimate, project };
