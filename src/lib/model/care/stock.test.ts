import fc from 'fast-check';
import { CARE_BANDS } from '../records/careFlow';
import { describe, expect, test } from 'vitest';
import { bandOfCell } from './propagate';
import { spreadStock, stockAt } from './stock';

describe('the stock at a date', () => {
	const stated = [
		{ day: 7.5, children: 330 },
		{ day: -12, children: 300 },
		{ day: -4.5, children: 306 }
	];

	test('lies on the straight line between the dates around it, in whatever order they come', () => {
		expect(stockAt(stated, 0)).toEqual({
			children: 315,
			how: 'interpolated',
			between: [-4.5, 7.5]
		});
		expect(stockAt(stated, -7)).toEqual({
			children: 304,
			how: 'interpolated',
			between: [-12, -4.5]
		});
	});

	test('is the stated one on its own date', () => {
		expect(stockAt(stated, -4.5)).toEqual({ children: 306, how: 'stated', between: [-4.5] });
		expect(stockAt([{ day: 0, children: 0 }], 0)).toEqual({
			children: 0,
			how: 'stated',
			between: [0]
		});
	});

	test('is carried unchanged before the first date and after the last', () => {
		expect(stockAt(stated, 24)).toEqual({ children: 330, how: 'projected', between: [7.5] });
		expect(stockAt(stated, -36)).toEqual({ children: 300, how: 'projected', between: [-12] });
	});

	test('is a problem without any date', () => {
		expect(stockAt([], 0)).toEqual({
			problem: 'No stock of children in care is stated at any date.'
		});
	});

	test('is a problem where two documents disagree on one date, and none where they agree', () => {
		const twice = (second: number) => [
			{ day: -1, children: 300 },
			{ day: -1, children: second }
		];
		expect(stockAt(twice(301), 0)).toEqual({
			problem: 'Two different stocks are stated at day -1; one has to be chosen.'
		});
		expect(stockAt(twice(300), 0)).toEqual({ children: 300, how: 'projected', between: [-1] });
	});

	test.each([
		{ day: 0, children: -1 },
		{ day: 0, children: NaN },
		{ day: Infinity, children: 5 }
	])('is a problem with an impossible point: $children children at $day', (point) => {
		expect(stockAt([...stated, point], 0)).toHaveProperty('problem');
	});

	test('leaves the points in the order they came', () => {
		const points = [
			{ day: 3, children: 310 },
			{ day: -3, children: 300 }
		];
		stockAt(points, 0);
		expect(points.map(({ day }) => day)).toEqual([3, -3]);
	});
});

describe('a stock known only in total', () => {
	test('falls on bands and types by their shares, evenly over the ages of a band', () => {
		const shares = new Float64Array(10);
		shares[0 * 2 + 1] = 0.25;
		shares[4 * 2 + 0] = 0.75;
		const cells = spreadStock(96, shares);
		expect(cells).toHaveLength(432);
		expect(cells[0 * 2 + 1]).toBe(2);
		expect(cells[11 * 2 + 1]).toBe(2);
		expect(cells[12 * 2 + 1]).toBe(0);
		expect(cells[191 * 2]).toBe(0);
		expect(cells[192 * 2]).toBe(3);
		expect(cells[215 * 2]).toBe(3);
	});

	test('keeps its total in every band and type', () => {
		const weights = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 15, maxLength: 15 });
		fc.assert(
			fc.property(weights, fc.integer({ min: 0, max: 2000 }), (parts, children) => {
				const whole = parts.reduce((a, b) => a + b, 0);
				fc.pre(whole > 0);
				const cells = spreadStock(
					children,
					Float64Array.from(parts, (part) => part / whole)
				);
				const found = new Float64Array(CARE_BANDS.length * 3);
				cells.forEach((n, i) => {
					found[bandOfCell(Math.floor(i / 3)) * 3 + (i % 3)]! += n;
				});
				parts.forEach((part, i) => expect(found[i]).toBeCloseTo((children * part) / whole, 9));
			})
		);
	});

	test.each([
		['shares that miss 1', 10, Float64Array.from([0.2, 0.2, 0.2, 0.2, 0.1])],
		['a negative share', 10, Float64Array.from([0.5, 0.5, 0.5, -0.5, 0])],
		['shares that miss a band', 10, Float64Array.from([0.5, 0.25, 0.25])],
		['no shares', 10, new Float64Array(0)],
		['a negative number of children', -1, new Float64Array(5).fill(0.2)],
		['no number of children', NaN, new Float64Array(5).fill(0.2)]
	])('refuses %s', (_, children, shares) => {
		expect(() => spreadStock(children, shares)).toThrow(RangeError);
	});
});
