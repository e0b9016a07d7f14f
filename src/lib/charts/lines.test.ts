import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesConfig, sharedScale } from './lines';

const line = (...values: (number | null)[]) => ({
	label: 'a',
	values: values.map((value) => (value === null ? null : new Decimal(value)))
});
const write = (value: number) => `<${value}>`;

test('one scale holds the values of every panel, in round steps from zero', () => {
	expect(sharedScale([[line(10, 37)], [line(4, 92, null)]])).toEqual({ min: 0, max: 100 });
	expect(sharedScale([[line(-30, 60)]])).toEqual({ min: -40, max: 60 });
	expect(sharedScale([[line(null)]])).toEqual({ min: 0, max: 1 });
});

test('the scale holds whatever it is given', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 })), (values) => {
			const { min, max } = sharedScale([[line(...values)]]);
			expect(min <= 0 && max >= 0 && values.every((value) => value >= min && value <= max)).toBe(
				true
			);
		})
	);
});

test('a blocked year is a gap and not a zero', () => {
	const { data, options } = linesConfig({
		years: ['2010/11', '2011/12'],
		series: [line(3, null)],
		scale: { min: 0, max: 5 },
		write
	});
	expect(data.datasets[0]?.data).toEqual([3, null]);
	expect(data.datasets[0]?.spanGaps).toBe(false);
	expect(options?.animation).toBe(false);
});

test('lines side by side differ in colour, dash and marker', () => {
	const { data } = linesConfig({
		years: ['2010/11'],
		series: [line(1), line(2), line(3), line(4), line(5)],
		scale: { min: 0, max: 5 },
		write
	});
	const looks = data.datasets.map(({ borderColor, borderDash, pointStyle }) =>
		[borderColor, borderDash, pointStyle].map((part) => JSON.stringify(part))
	);
	for (const part of [0, 1, 2]) expect(new Set(looks.map((look) => look[part])).size).toBe(5);
});
