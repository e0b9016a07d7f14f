import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	DISTRIBUTIONS,
	quantileOf,
	rangeProblem,
	type Quantile,
	type Spread
} from './distribution';
import { strata } from './hypercube';
import { betaChance, betaQuantile, betaTable, normalQuantile } from './special';

const POINTS = 20_000;

/** Mean and variance of a distribution: its quantile over even chances. */
function moments(quantile: Quantile): { readonly mean: number; readonly variance: number } {
	const values = Array.from({ length: POINTS }, (_, i) => quantile((i + 0.5) / POINTS));
	const mean = values.reduce((sum, value) => sum + value, 0) / POINTS;
	return {
		mean,
		variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / POINTS
	};
}

const spread = (own: Partial<Spread>): Spread => ({
	name: 'pert',
	low: 2,
	mode: 3,
	high: 8,
	interval: 1,
	...own
});

describe('a distribution', () => {
	test('PERT has the mean (low + 4 mode + high) / 6 and the variance (mean − low)(high − mean) / 7', () => {
		const { mean, variance } = moments(quantileOf(spread({})));
		// The even chances leave out half a step at each end, where the quantile is steepest.
		expect(mean).toBeCloseTo(22 / 6, 5);
		expect(variance).toBeCloseTo(((22 / 6 - 2) * (8 - 22 / 6)) / 7, 4);
	});

	test('triangular has the mean of its three numbers and quantiles by the square root', () => {
		const quantile = quantileOf(spread({ name: 'triangular' }));
		expect(moments(quantile).mean).toBeCloseTo(13 / 3, 6);
		// The chance below the mode is 1/6 of the whole; half of the area right of 8 − √15 lies above it.
		expect(quantile(1 / 6)).toBeCloseTo(3, 12);
		expect(quantile(0.5)).toBeCloseTo(8 - Math.sqrt(15), 12);
	});

	test('uniform is even', () => {
		const quantile = quantileOf(spread({ name: 'uniform' }));
		expect([quantile(0.1), quantile(0.5), quantile(0.9)]).toEqual([2.6, 5, 7.4]);
	});

	test('normal has its ends as 10th and 90th percentiles, or as those of the stated interval', () => {
		const usual = quantileOf(spread({ name: 'normal', low: 10, high: 20 }));
		expect(usual(0.1)).toBeCloseTo(10, 9);
		expect(usual(0.5)).toBeCloseTo(15, 12);
		const wide = quantileOf(spread({ name: 'normal', low: 10, high: 20, interval: 0.95 }));
		expect(wide(0.025)).toBeCloseTo(10, 9);
		// 1.959964 deviations to each side, from printed tables.
		expect(moments(wide).variance).toBeCloseTo((5 / 1.959964) ** 2, 2);
	});

	test('log-normal has the geometric mean of its ends in the middle', () => {
		const quantile = quantileOf(spread({ name: 'logNormal', low: 4, high: 9 }));
		expect(quantile(0.5)).toBeCloseTo(6, 12);
		expect(quantile(0.9)).toBeCloseTo(9, 9);
	});

	test('beta leaves the same chance below its range as above it', () => {
		const quantile = quantileOf(spread({ name: 'beta', low: 0.05, high: 0.2 }));
		expect(quantile(0.1)).toBeCloseTo(0.05, 6);
		expect(quantile(0.9)).toBeCloseTo(0.2, 6);
	});

	test('elicited has the three percentiles that people gave, and is normal where they are even', () => {
		const skewed = quantileOf(spread({ name: 'elicited', low: 2, mode: 3, high: 8 }));
		for (const [chance, value] of [
			[0.1, 2],
			[0.5, 3],
			[0.9, 8]
		] as const)
			expect(skewed(chance)).toBeCloseTo(value, 12);
		const even = quantileOf(spread({ name: 'elicited', low: 2, mode: 5, high: 8 }));
		const normal = quantileOf(spread({ name: 'normal', low: 2, high: 8 }));
		for (const chance of [0.01, 0.3, 0.5, 0.77, 0.99])
			expect(even(chance)).toBeCloseTo(normal(chance), 12);
		// Bent by k = ln 2 / z₉₀ it has the mean p50 + (p50 − p10)(exp(k² / 2) − 1) / (1 − 1/2).
		const k = Math.log(2) / 1.2815515655446004;
		const bent = moments(quantileOf(spread({ name: 'elicited', low: 2, mode: 3, high: 5 })));
		expect(bent.mean).toBeCloseTo(3 + 2 * Math.expm1(k ** 2 / 2), 3);
	});

	test.each(['pert', 'triangular', 'uniform'] as const)(
		'%s is widened until four in five lie within elicited percentiles',
		(name) => {
			const quantile = quantileOf(spread({ name, low: 2, mode: 4, high: 8, interval: 0.8 }));
			expect(quantile(0.1)).toBeCloseTo(2, 6);
			expect(quantile(0.9)).toBeCloseTo(8, 6);
		}
	);

	test('never falls where the chance rises', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...DISTRIBUTIONS),
				fc.double({ min: 0.01, max: 0.3, noNaN: true }),
				fc.double({ min: 0.01, max: 0.3, noNaN: true }),
				fc.double({ min: 0.001, max: 0.998, noNaN: true }),
				(name, low, width, chance) => {
					const quantile = quantileOf(
						spread({ name, low, mode: low + width / 3, high: low + width })
					);
					expect(quantile(chance + 0.001)).toBeGreaterThanOrEqual(quantile(chance));
				}
			),
			{ numRuns: 60 }
		);
	});
});

describe('a distribution that a range cannot have', () => {
	test.each([
		['uniform', undefined, undefined, 4, 'needs low and high'],
		['logNormal', 0, 1, 4, 'low is 0'],
		['beta', 0.2, 0.5, 1, 'between 0 and 1'],
		['elicited', 2, undefined, 4, 'three rising numbers'],
		['elicited', 2, 2, 4, 'three rising numbers']
	] as const)('%s is refused of %s, %s and %s', (name, low, mode, high, words) => {
		expect(rangeProblem(name, low, mode, high)).toContain(words);
	});

	test('is none of those that fit', () => {
		expect(rangeProblem('pert', 0, undefined, 1)).toBeNull();
		expect(rangeProblem('logNormal', 0.1, undefined, 1)).toBeNull();
		expect(rangeProblem('elicited', 2, 3, 4)).toBeNull();
	});
});

describe('the functions behind them', () => {
	test('the beta chance is the polynomial that it is for small shapes', () => {
		for (const x of [0.01, 0.2, 0.5, 0.77, 0.99]) {
			expect(betaChance(x, 1, 3)).toBeCloseTo(1 - (1 - x) ** 3, 13);
			expect(betaChance(x, 2, 2)).toBeCloseTo(3 * x ** 2 - 2 * x ** 3, 13);
		}
		for (const x of [0.01, 0.2, 0.5, 0.77])
			expect(betaQuantile(betaChance(x, 2, 5), 2, 5)).toBeCloseTo(x, 11);
	});

	test('the table of beta quantiles follows the exact ones', () => {
		const table = betaTable(1.8, 4.2);
		for (let i = 1; i < 200; i++)
			expect(Math.abs(table(i / 200) - betaQuantile(i / 200, 1.8, 4.2))).toBeLessThan(1e-9);
	});

	test('the normal quantile is that of printed tables', () => {
		expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
		expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167813, 12);
		expect(normalQuantile(1e-12)).toBeCloseTo(-7.034483825301131, 8);
	});
});

describe('strata', () => {
	test('hold one chance each, in an order that seed and path decide', () => {
		const chances = strata(7, 'posts/x.fte', 50);
		expect([...chances].map((own) => Math.floor(own * 50)).sort((a, b) => a - b)).toEqual(
			Array.from({ length: 50 }, (_, i) => i)
		);
		expect(strata(7, 'posts/x.fte', 50)).toEqual(chances);
		expect(strata(8, 'posts/x.fte', 50)).not.toEqual(chances);
		expect(strata(7, 'posts/y.fte', 50)).not.toEqual(chances);
	});
});
