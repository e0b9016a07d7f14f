import type { YearlyEntries } from './entriesOverTime';

/** How entries grow from year to year. */
export interface EntryTrend {
	/** Whole years that it is taken from. */
	readonly years: number;
	/** Growth a year as a logarithm: 0.02 is some 2 %. */
	readonly perYear: number;
	/** Its standard deviation. */
	readonly spread: number;
	/** The growth before it was drawn toward none. */
	readonly observed: number;
}

/** An assumption: councils' entries seldom grow or fall faster than this in the long run. */
const USUAL_GROWTH = 0.05;
const ROUNDS = 30;
const LEAST_YEARS = 3;

/**
 * The growth of entries by a log-linear (Poisson) fit to the years' numbers, less sure where these vary more than by
 * chance, and drawn toward no growth as far as it is uncertain. None where there are fewer than three years.
 */
export function entryTrendOf(yearly: readonly YearlyEntries[]): EntryTrend {
	const byYear = new Map<number, number>();
	for (const { to, children } of yearly) byYear.set(to, (byYear.get(to) ?? 0) + children);
	const counts = [...byYear].sort(([a], [b]) => a - b).map(([, children]) => children);
	const years = counts.length;
	if (years < LEAST_YEARS || counts.every((children) => children === 0))
		return { years, perYear: 0, spread: USUAL_GROWTH, observed: 0 };
	const sumOf = (of: (t: number) => number): number => counts.reduce((sum, _, t) => sum + of(t), 0);
	const whole = counts.reduce((sum, count) => sum + count, 0);
	const fitted = (growth: number) => {
		const scale = whole / sumOf((t) => Math.exp(growth * t));
		return (t: number): number => scale * Math.exp(growth * t);
	};
	let growth = 0;
	let information = 1;
	for (let round = 0; round < ROUNDS; round++) {
		const expected = fitted(growth);
		const middle = sumOf((t) => t * expected(t)) / whole;
		information = sumOf((t) => (t - middle) ** 2 * expected(t));
		growth += sumOf((t) => t * ((counts[t] ?? 0) - expected(t))) / information;
	}
	const expected = fitted(growth);
	const dispersion =
		sumOf((t) => ((counts[t] ?? 0) - expected(t)) ** 2 / expected(t)) / (years - 2);
	const sure = information / Math.max(1, dispersion);
	const all = sure + 1 / USUAL_GROWTH ** 2;
	return { years, perYear: (growth * sure) / all, spread: 1 / Math.sqrt(all), observed: growth };
}
