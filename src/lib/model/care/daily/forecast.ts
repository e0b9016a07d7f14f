import { dayText, yearsLater, type DayNumber } from '../../calendar/days';
import { COST_LINES, type CostLine } from './costLines';
import type { DailyEntrants, DailyRate } from './estimate';
import { DAILY_CATEGORIES, type State } from './states';

/** Children and their variance by state on each day of a forecast; not being in care gathers those who left. */
export interface DailyPopulation {
	/** The days of the forecast, the first being the day after its start. */
	readonly days: readonly DayNumber[];
	readonly children: ReadonlyMap<State, Float64Array>;
	readonly variance: ReadonlyMap<State, Float64Array>;
}

/** The parameters of a forecast. */
export interface DailyForecastRequest {
	/** Children by state at the end of the start day. */
	readonly opening: ReadonlyMap<State, number>;
	/** The rates used: with those who stay, they sum to 1 for each state. */
	readonly rates: readonly DailyRate[];
	readonly entrants: readonly DailyEntrants[];
	readonly start: DayNumber;
	readonly until: DayNumber;
}

/** Moves the children of each state day by day by the rates and adds the entrants. */
export function forecastDaily(request: DailyForecastRequest): DailyPopulation {
	const { opening, rates, entrants, start, until } = request;
	const states = [...new Set([...entrants, ...rates].map(({ to }) => to))].sort();
	const index = new Map(states.map((state, i) => [state, i]));
	const moves = rates.map(({ from, to, perDay }) => ({
		from: index.get(from) ?? -1,
		to: index.get(to) ?? -1,
		perDay,
		spread: perDay * (1 - perDay)
	}));
	const entering = new Float64Array(states.length);
	for (const { to, perDay } of entrants) entering[index.get(to) ?? -1] = perDay;
	const count = Math.max(until - start, 0);
	const days = Array.from({ length: count }, (_, i) => start + 1 + i);
	const series = () => states.map(() => new Float64Array(count));
	const [children, variance] = [series(), series()];
	let now = Float64Array.from(states, (state) => opening.get(state) ?? 0);
	const origins = new Set(rates.map(({ from }) => from));
	const absorbs = Uint8Array.from(states, (state) => (origins.has(state) ? 0 : 1));
	const spread = new Float64Array(states.length);
	for (let day = 0; day < count; day++) {
		const next = Float64Array.from(
			now,
			(value, i) => (entering[i] ?? 0) + (absorbs[i] === 1 ? value : 0)
		);
		for (let i = 0; i < spread.length; i++) spread[i] = (spread[i] ?? 0) + (entering[i] ?? 0);
		for (const move of moves) {
			const there = now[move.from] ?? 0;
			next[move.to] = (next[move.to] ?? 0) + move.perDay * there;
			spread[move.to] = (spread[move.to] ?? 0) + move.spread * there;
		}
		now = next;
		states.forEach((_, i) => {
			(children[i] as Float64Array)[day] = now[i] ?? 0;
			(variance[i] as Float64Array)[day] = spread[i] ?? 0;
		});
	}
	const named = (values: readonly Float64Array[]) =>
		new Map(states.map((state, i) => [state, values[i] ?? new Float64Array()]));
	return { days, children: named(children), variance: named(variance) };
}

/** What the lines cost. */
export interface DailyPrices {
	readonly weeklyCosts: Readonly<Record<CostLine, number>>;
	/** Share by which prices rise on each anniversary of the first day; 0 where they stay. */
	readonly inflationRate: number;
}

const DAYS_IN_WEEK = 7;
// The regional tool keeps this many digits of a price at each rise, so its figures can be had again.
const DIGITS_OF_PRICE = 6;

/** Pounds a day by line: each state's children in whole numbers, the line's share of them, and the price of the day. */
export function dailyCosts(
	population: DailyPopulation,
	shares: Readonly<Record<CostLine, number>>,
	prices: DailyPrices
): ReadonlyMap<CostLine, Float64Array> {
	const byCategory = new Map(
		DAILY_CATEGORIES.map((category) => [category, wholeChildren(population, category)])
	);
	const [first = 0] = population.days;
	const years = population.days.map((day) => wholeYears(first, day));
	return new Map(
		COST_LINES.map(({ line, category }) => {
			const children = byCategory.get(category);
			const price = pricesByYear(
				prices.weeklyCosts[line] / DAYS_IN_WEEK,
				prices.inflationRate,
				years
			);
			return [
				line,
				Float64Array.from(
					years,
					(year, day) => (children?.[day] ?? 0) * (price[year] ?? NaN) * shares[line]
				)
			];
		})
	);
}

/** The children of a category, each state rounded to whole children: halves to the even number. */
function wholeChildren({ days, children }: DailyPopulation, category: string): Float64Array {
	const sum = new Float64Array(days.length);
	for (const [state, values] of children)
		if (state.endsWith(` - ${category}`))
			values.forEach((value, day) => {
				sum[day] = (sum[day] ?? 0) + halfToEven(value);
			});
	return sum;
}

function halfToEven(value: number): number {
	const floor = Math.floor(value);
	const rest = value - floor;
	if (rest !== 0.5) return Math.round(value);
	return floor % 2 === 0 ? floor : floor + 1;
}

function pricesByYear(daily: number, rise: number, years: readonly number[]): readonly number[] {
	const prices = [daily];
	for (let year = 1; year <= (years.at(-1) ?? 0); year++) {
		const next = (prices[year - 1] ?? NaN) * (1 + rise);
		prices.push(rise === 0 ? next : Number(next.toPrecision(DIGITS_OF_PRICE)));
	}
	return prices;
}

function wholeYears(first: DayNumber, day: DayNumber): number {
	let years = 0;
	while (yearsLater(first, years + 1) <= day) years += 1;
	return years;
}

/** The calendar quarter of a day as the regional tool names it: 'Q2-2024' for April to June 2024. */
export function quarterOf(day: DayNumber): string {
	const [year, month] = dayText(day).split('-');
	return `Q${String(Math.ceil(Number(month) / 3))}-${year ?? ''}`;
}
