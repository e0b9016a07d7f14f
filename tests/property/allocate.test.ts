import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate } from '$lib/model/money/money';

const whole = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
const weights = fc
	.array(fc.oneof(fc.integer({ min: 0, max: 50 }), fc.double({ min: 0, max: 1e6, noNaN: true })), {
		minLength: 1,
		maxLength: 24
	})
	.filter((list) => list.some((weight) => weight > 1e-300));

test('a split loses nothing', () => {
	fc.assert(
		fc.property(whole, weights, (amount, list) => {
			expect(allocate(amount, list).reduce((sum, share) => sum + share, 0)).toBe(amount);
		}),
		{ numRuns: 500 }
	);
});

test('every share is whole and within one unit of its exact part', () => {
	fc.assert(
		fc.property(whole, weights, (amount, list) => {
			const total = list.reduce((sum, weight) => sum + weight, 0);
			allocate(amount, list).forEach((share, i) => {
				expect(Number.isInteger(share)).toBe(true);
				expect(Math.abs(share - (amount * (list[i] ?? 0)) / total)).toBeLessThan(1 + 1e-6);
			});
		}),
		{ numRuns: 500 }
	);
});

test('the units left over go to the largest remainders, the earlier share first where they tie', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 10_000 }),
			fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 12 }),
			(amount, list) => {
				const total = list.reduce((sum, weight) => sum + weight, 0);
				fc.pre(total > 0);
				// In whole numbers: amount × weight = floor × total + remainder.
				const floors = list.map((weight) => Math.floor((amount * weight) / total));
				const remainders = list.map((weight, i) => amount * weight - (floors[i] ?? 0) * total);
				const left = amount - floors.reduce((sum, floor) => sum + floor, 0);
				const lucky = list
					.map((_, i) => i)
					.sort((a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0) || a - b)
					.slice(0, left);
				expect(allocate(amount, list)).toEqual(
					floors.map((floor, i) => floor + (lucky.includes(i) ? 1 : 0))
				);
			}
		),
		{ numRuns: 500 }
	);
});

test('what is taken away is split as what is given', () => {
	fc.assert(
		fc.property(whole, weights, (amount, list) => {
			expect(allocate(-amount, list).map((share) => share + 0)).toEqual(
				allocate(amount, list).map((share) => 0 - share)
			);
		})
	);
});
