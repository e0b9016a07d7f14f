import { describe, expect, test } from 'vitest';
import { allocate, Exact, exactPence, poundsOf, roundedPence } from './money';

describe('an exact amount in pence', () => {
	test.each([
		['0', 0],
		['1.004', 100],
		['1.005', 101],
		['-1.005', -101],
		['-1.0049999999999999999999', -100],
		['0.005', 1],
		['-0.005', -1],
		['0.0049999999999999999999999', 0],
		['99999999.995', 10_000_000_000],
		['18.36', 1836]
	])('£%s is %i pence: halves go away from zero', (pounds, pence) => {
		expect(exactPence(new Exact(pounds)) + 0).toBe(pence);
	});
});

describe('an amount computed in floats', () => {
	test.each([
		[18.36, 1836],
		[-18.36, -1836],
		[0.004, 0],
		[0.006, 1],
		[-0.006, -1],
		[1234567.891, 123456789]
	])('£%f is %i pence', (pounds, pence) => {
		expect(roundedPence(pounds)).toBe(pence);
	});

	test.each([1.005, -1.005, 2.675, 0.005, 1.00500000999, 1.00499999001, 99999999.995])(
		'£%f lies too near half a penny to tell',
		(pounds) => {
			expect(roundedPence(pounds)).toBeNull();
		}
	);

	test.each([
		[1.0050001, 101],
		[1.0049999, 100]
	])('£%f lies far enough from half a penny', (pounds, pence) => {
		expect(roundedPence(pounds)).toBe(pence);
	});

	test('doubt grows with the amount, because a float carries some sixteen digits', () => {
		// Half a penny and five millionths of one: clear for £1, not for £100m.
		expect(roundedPence(1 + 0.00500005)).toBe(101);
		expect(roundedPence(100_000_000 + 0.00500005)).toBeNull();
	});
});

test('pence become pounds exactly', () => {
	expect(poundsOf(1).toFixed()).toBe('0.01');
	expect(poundsOf(-123456789).toFixed()).toBe('-1234567.89');
});

describe('a split', () => {
	test('gives what is left over to the largest remainder, the earlier share where they tie', () => {
		expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
		expect(allocate(5, [1, 1])).toEqual([3, 2]);
		expect(allocate(10, [5, 3, 2])).toEqual([5, 3, 2]);
		expect(allocate(1, [1, 2])).toEqual([0, 1]);
	});

	test('holds a tie of sevenths and of thirty-fifths for a tie', () => {
		// 90/35 and 20/35 both leave 20/35; so do 60/35 and 60/35 leave 25/35.
		expect(allocate(10, [9, 6, 7, 5, 6, 2])).toEqual([3, 2, 2, 1, 2, 0]);
	});

	test('splits what is taken away in the same way', () => {
		expect(allocate(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
	});

	test('gives nothing to a weight of 0, and nothing of nothing', () => {
		expect(allocate(7, [0, 1, 0])).toEqual([0, 7, 0]);
		expect(allocate(0, [0, 0])).toEqual([0, 0]);
	});

	test('refuses what cannot be split', () => {
		expect(() => allocate(1.5, [1])).toThrow('not a whole number');
		expect(() => allocate(1, [-1, 2])).toThrow('negative');
		expect(() => allocate(1, [NaN])).toThrow('not a number');
		expect(() => allocate(1, [0, 0])).toThrow('all weights are 0');
	});
});
