import type { DayNumber } from '../../calendar/days';
import { CARE_BANDS } from '../../records/careFlow';
import { NORMAL_P90 } from '../../uncertainty/countQuantiles';
import { dailyPopulationOf } from '../daily/daily';
import type { Window } from '../daily/estimate';
import { DAILY_CATEGORIES, NOT_IN_CARE, type DailyCategory } from '../daily/states';
import { TYPES } from '../estimate/careModel';
import type { StateGroup } from '../estimate/chance';
import { countReturn, stockOf, stocksOf, type StockCount } from '../estimate/counts';
import { forecastGroups } from '../estimate/forecast';
import { monthAfter, stretchesBetween } from '../estimate/path';
import { careRates } from '../estimate/rates';
import { RETURN_TYPE_IDS, type ReturnType } from '../estimate/types';
import { cleanReturn } from '../return/clean';
import { filtered, type ReturnFilters } from '../return/filters';
import type { ReturnRows } from '../return/rows';
import { rowsKnownAt } from './knownAt';
import { scoresOf, type BacktestPoint, type BacktestScore, type ScoreGroup } from './score';

/** What a backtest is made of. */
export interface BacktestRequest {
	/** All rows of the return; those of what is held back are kept from the estimate. */
	readonly rows: ReturnRows;
	readonly filters: ReturnFilters;
	/** Rates are taken from the first day on; the last is the last that forecasts are compared with. */
	readonly window: Window;
	/** How many years are held back, once for each. */
	readonly years: readonly number[];
	/** How often each forecast draws its rates; as often as any forecast where it is left out. */
	readonly draws?: number;
}

/** The forecasts of one number of years held back. */
export interface BacktestCut {
	readonly years: number;
	/** The last day that the estimate knows, from whose end the forecasts start. */
	readonly known: DayNumber;
	readonly points: readonly BacktestPoint[];
	readonly scores: readonly BacktestScore[];
}

/** How well both methods would have forecast what is known by now. */
export interface Backtest {
	readonly cuts: readonly BacktestCut[];
	/** Over all that was held back. */
	readonly scores: readonly BacktestScore[];
}

const MONTHS_IN_YEAR = 12;
const MONTHS_IN_QUARTER = 3;

/** The last day that is known where so many years before a day are held back; a month's last day stays one. */
export function lastKnownDay(to: DayNumber, years: number): DayNumber {
	return monthAfter(to, -years * MONTHS_IN_YEAR);
}

/**
 * Holds back the last years of a return, estimates by both methods from what had been reported by then, forecasts to the
 * ends of the quarters and years that follow, and scores the forecasts against what came. `onProgress` hears of each
 * number of years that is done.
 */
export function backtestCare(
	{ rows, filters, window, years, ...drawing }: BacktestRequest,
	onProgress: (done: number, of: number) => void = () => undefined
): Backtest {
	const whole = filtered(cleanReturn(rows), filters);
	const cuts = years.map((held, i): BacktestCut => {
		const known = lastKnownDay(window.to, held);
		const days = quarterEnds(known, held);
		const stocks = stocksOf(
			whole,
			days.map(({ day }) => day)
		);
		const clean = filtered(cleanReturn(rowsKnownAt(rows, known)), filters);
		const dates = { window: { from: window.from, to: known }, start: known, until: window.to };
		const continuous = forecastGroups(
			{
				opening: stockOf(clean, known),
				rates: careRates(countReturn(clean, dates.window)),
				start: known,
				until: window.to,
				...drawing
			},
			GROUPS.map(({ states }) => states)
		);
		const monthEnds = stretchesBetween(known, window.to).map(({ to }) => to);
		const daily = dailyPopulationOf(clean, dates);
		const points = days.flatMap(({ day, isYearEnd }, n): readonly BacktestPoint[] =>
			GROUPS.flatMap(({ group, types, category }, g) => {
				const actual = childrenIn(stocks[n] ?? [], types);
				const figures = continuous[g];
				const month = monthEnds.indexOf(day);
				const own = {
					mean: figures?.mean[month] ?? NaN,
					p10: figures?.p10[month] ?? NaN,
					p90: figures?.p90[month] ?? NaN
				};
				const point = { group, day, isYearEnd, actual };
				if (category === null) return [{ ...point, ...own, method: 'continuous' }];
				const at = day - known - 1;
				const mean = sumAt(daily.children, category, at);
				const half = NORMAL_P90 * Math.sqrt(sumAt(daily.variance, category, at));
				return [
					{ ...point, ...own, method: 'continuous' },
					{ ...point, mean, p10: mean - half, p90: mean + half, method: 'daily' }
				];
			})
		);
		onProgress(i + 1, years.length);
		return { years: held, known, points, scores: scoresOf(points) };
	});
	return { cuts, scores: scoresOf(cuts.flatMap(({ points }) => points)) };
}

function quarterEnds(
	known: DayNumber,
	years: number
): readonly { readonly day: DayNumber; readonly isYearEnd: boolean }[] {
	return Array.from({ length: (years * MONTHS_IN_YEAR) / MONTHS_IN_QUARTER }, (_, quarter) => {
		const months = (quarter + 1) * MONTHS_IN_QUARTER;
		return { day: monthAfter(known, months), isYearEnd: months % MONTHS_IN_YEAR === 0 };
	});
}

interface Group {
	readonly group: ScoreGroup;
	readonly types: readonly ReturnType[];
	readonly states: StateGroup;
	/** The categories of the daily method that it is made of; null where that method does not tell it. */
	readonly category: DailyCategory | 'all' | null;
}

const TYPES_OF_CATEGORY: Readonly<Record<DailyCategory, readonly ReturnType[]>> = {
	Fostering: ['foster', 'kinship'],
	Residential: ['residential'],
	Supported: ['supported'],
	Other: ['secure', 'parents', 'adoption', 'other']
};

const GROUPS: readonly Group[] = [
	groupOf('all', RETURN_TYPE_IDS, 'all'),
	...RETURN_TYPE_IDS.map((type) => groupOf(type, [type], null)),
	...DAILY_CATEGORIES.map((category) => groupOf(category, TYPES_OF_CATEGORY[category], category))
];

function groupOf(
	group: ScoreGroup,
	types: readonly ReturnType[],
	category: Group['category']
): Group {
	const states = CARE_BANDS.flatMap((_, band) =>
		types.map((type) => band * TYPES + RETURN_TYPE_IDS.indexOf(type))
	);
	return { group, types, states, category };
}

function childrenIn(stock: readonly StockCount[], types: readonly ReturnType[]): number {
	return stock.reduce(
		(sum, { type, children }) => (types.includes(type) ? sum + children : sum),
		0
	);
}

/** The daily method's children, or their variance, of a category on a day of the forecast. */
function sumAt(
	series: ReadonlyMap<string, Float64Array>,
	category: DailyCategory | 'all',
	at: number
): number {
	let sum = 0;
	for (const [state, values] of series)
		if (category === 'all' ? !state.endsWith(NOT_IN_CARE) : state.endsWith(` - ${category}`))
			sum += values[at] ?? 0;
	return sum;
}
