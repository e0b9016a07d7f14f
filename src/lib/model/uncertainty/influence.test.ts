import { describe, expect, test } from 'vitest';
import { strata } from './hypercube';
import { influencesOn } from './influence';

const DRAWS = 2000;
const even = (path: string): Float64Array => strata(5, path, DRAWS).map((chance) => 2 * chance - 1);

const [a, b, idle] = [even('a'), even('b'), even('idle')];
const inputs = new Map([
	['idle', idle],
	['a', a],
	['b', b]
]);
const of = (outcome: (i: number) => number) =>
	new Map(
		influencesOn(
			a.map((_, i) => outcome(i)),
			inputs
		).map((own) => [own.ref, own])
	);

describe('what an input has to do with an outcome', () => {
	test('is ranked by the share of its squared rank correlation, and says which way it goes', () => {
		const outcome = a.map((own, i) => 2 * own - (b[i] ?? 0));
		const found = influencesOn(outcome, inputs);
		expect(found.map(({ ref }) => ref)).toEqual(['a', 'b', 'idle']);
		expect(found.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(1, 12);
		// Of a sum with weights 2 and 1 of alike inputs, four fifths of the variance are the first's.
		expect(found[0]?.contribution).toBeGreaterThan(0.77);
		expect(found[0]?.contribution).toBeLessThan(0.83);
		expect(found[1]?.rank).toBeLessThan(-0.4);
	});

	test('is all of it where only one input counts, by however bent a way', () => {
		const found = of((i) => Math.exp(5 * (a[i] ?? 0)));
		expect(found.get('a')?.rank).toBeCloseTo(1, 12);
		expect(found.get('a')?.contribution).toBeGreaterThan(0.99);
	});

	test('is nothing where the outcome is the same in all draws', () => {
		expect([...of(() => 7).values()]).toEqual(
			[...inputs.keys()].map((ref) => ({ ref, rank: 0, knowing: 0, contribution: 0 }))
		);
	});
});

describe('the value of knowing an input', () => {
	test('is what the better choice gains: a quarter, where the outcome is even from −1 to 1', () => {
		const found = of((i) => (a[i] ?? 0) + 0.5 * (b[i] ?? 0));
		// Half of the mean size of an even number between −w and w is w / 4.
		// The slope of the other input by chance has a standard error of w / √draws, a quarter of which is met here.
		expect(Math.abs((found.get('a')?.knowing ?? 0) - 0.25)).toBeLessThan(
			(3 * 0.5) / 4 / Math.sqrt(DRAWS)
		);
		expect(Math.abs((found.get('b')?.knowing ?? 0) - 0.125)).toBeLessThan(
			(3 * 1) / 4 / Math.sqrt(DRAWS)
		);
		expect(found.get('idle')?.knowing).toBeLessThan(0.02);
	});

	test('is nothing where no value of the input turns the choice', () => {
		expect(of((i) => 3 + (a[i] ?? 0)).get('a')?.knowing).toBe(0);
		expect(of((i) => -3 + (a[i] ?? 0)).get('a')?.knowing).toBeCloseTo(0, 12);
	});

	test('follows a way that bends', () => {
		// x² − 1/3 has mean 0; below 0 its mean over all draws is 2 / (9√3).
		expect(of((i) => (a[i] ?? 0) ** 2 - 1 / 3).get('a')?.knowing).toBeCloseTo(
			2 / (9 * Math.sqrt(3)),
			3
		);
	});
});
