import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fanConfig, fanScale, runsOf } from './fan';

const band = (p10: number, p25: number, p75: number, p90: number) => ({
	p10: new Decimal(p10),
	p25: new Decimal(p25),
	p75: new Decimal(p75),
	p90: new Decimal(p90)
});
const middle = (...values: (number | null)[]) => ({
	label: 'a',
	values: values.map((value) => (value === null ? null : new Decimal(value)))
});

test('the scale is round, holds bands and lines, and need not begin at nought', () => {
	expect(fanScale({ series: [middle(60, 71)], bands: [band(58, 59, 62, 63), null] })).toEqual({
		min: 55,
		max: 75
	});
	expect(fanScale({ series: [middle(null)], bands: [null] })).toEqual({ min: 0, max: 1 });
});

test('the scale holds whatever it is given', () => {
	const number = fc.integer({ min: -1e9, max: 1e9 });
	fc.assert(
		fc.property(fc.array(fc.tuple(number, number)), (ends) => {
			const bands = ends.map(([a, b]) => {
				const [low, high] = [Math.min(a, b), Math.max(a, b)];
				return band(low, low, high, high);
			});
			const { min, max } = fanScale({ series: [], bands });
			expect(min < max && ends.flat().every((end) => end >= min && end <= max)).toBe(true);
		})
	);
});

test('a blocked year parts the bands, and is a gap in the line', () => {
	const known = band(1, 2, 3, 4);
	expect(runsOf([known, known, null, known]).map((run) => run.map(({ year }) => year))).toEqual([
		[0, 1],
		[3]
	]);
	const { data } = fanConfig({
		years: ['2026/27', '2027/28'],
		series: [middle(2, null)],
		bands: [known, null],
		write: String
	});
	expect(data.datasets[0]?.data).toEqual([2, null]);
});
