import { describe, expect, test } from 'vitest';
import { chiSquaredTail } from './chiSquared';
import { countQuantiles } from './countQuantiles';
import { streamOf } from './stream';

const many = (draw: () => number, count: number) => Array.from({ length: count }, draw);
const meanOf = (values: readonly number[]) =>
	values.reduce((sum, value) => sum + value, 0) / values.length;
const varianceOf = (values: readonly number[]) => {
	const mean = meanOf(values);
	return meanOf(values.map((value) => (value - mean) ** 2));
};

describe('a stream', () => {
	test('is its seed’s and path’s alone, whatever else is drawn', () => {
		const one = streamOf(1, 'exits/5-9/foster');
		streamOf(1, 'entries/5-9/foster').uniform();
		const again = streamOf(1, 'exits/5-9/foster');
		expect(many(one.uniform, 5)).toEqual(many(again.uniform, 5));
		const first = new Set(
			['1 a', '1 b', '2 a', '12 a', '1 ab'].map((text) => {
				const [seed = '', path = ''] = text.split(' ');
				return streamOf(Number(seed), path).uniform();
			})
		);
		expect(first.size).toBe(5);
	});

	test('fills each tenth from 0 to 1 alike', () => {
		const counts = Array.from({ length: 10 }, () => 0);
		for (const value of many(streamOf(7, 'u').uniform, 20_000))
			counts[Math.floor(value * 10)]! += 1;
		const chi = counts.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0);
		// 27.9 is passed by chance once in a thousand streams.
		expect(chi).toBeLessThan(27.9);
	});

	test('has normal and gamma numbers with the mean and variance that they should have', () => {
		const stream = streamOf(3, 'moments');
		const normal = many(stream.normal, 20_000);
		expect(Math.abs(meanOf(normal))).toBeLessThan(0.03);
		expect(Math.abs(varianceOf(normal) - 1)).toBeLessThan(0.05);
		for (const shape of [0.2, 1, 3.5, 80]) {
			const gamma = many(() => stream.gamma(shape), 20_000);
			// Mean and variance of a gamma number of scale 1 are its shape; four standard errors.
			expect(Math.abs(meanOf(gamma) - shape)).toBeLessThan(4 * Math.sqrt(shape / 20_000));
			expect(Math.abs(varianceOf(gamma) / shape - 1)).toBeLessThan(
				4 * Math.sqrt((2 + 6 / shape) / 20_000)
			);
		}
	});
});

describe('the chance of a chi-squared number', () => {
	// From printed tables of the distribution.
	test.each([
		[3.841, 1, 0.05],
		[6.635, 1, 0.01],
		[18.307, 10, 0.05],
		[23.209, 10, 0.01],
		[3.94, 10, 0.95],
		[124.342, 100, 0.05]
	])('%d with %i degrees of freedom is passed with %d', (x, degrees, chance) => {
		expect(chiSquaredTail(x, degrees)).toBeCloseTo(chance, 3);
	});

	test('with two degrees is the exponential, exactly', () => {
		for (const x of [0.01, 1, 2.9, 3, 4, 5, 30])
			expect(chiSquaredTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 12);
		expect(chiSquaredTail(0, 2)).toBe(1);
	});
});

describe('the quantiles of a count', () => {
	test.each([4, 12, 40])('of a Poisson number of mean %i hold four in five', (mean) => {
		const { p10, p90 } = countQuantiles(mean, mean);
		// The share of a count that lies within the band, its half widths counted in part.
		let held = 0;
		for (let n = 0, chance = Math.exp(-mean); n < 200; n++, chance *= mean / n)
			held += chance * Math.max(0, Math.min(n + 0.5, p90) - Math.max(n - 0.5, p10));
		expect(Math.abs(held - 0.8)).toBeLessThan(0.01);
	});

	test('are never below nothing, and are the mean where nothing varies', () => {
		expect(countQuantiles(0.2, 0.2).p10).toBe(0);
		expect(countQuantiles(3, 0)).toEqual({ p10: 3, p50: 3, p90: 3 });
		const { p10, p50, p90 } = countQuantiles(0.5, 40);
		expect(p10 <= p50 && p50 < p90).toBe(true);
	});
});
