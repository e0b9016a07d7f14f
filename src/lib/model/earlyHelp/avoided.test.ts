import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combineEffects, delayed } from './avoided';

const floats = (...values: number[]) => Float64Array.from(values);

describe('entries avoided by month', () => {
	test('come after the lag, in equal parts over the spread', () => {
		expect([...delayed(floats(2, 0, 0, 0, 0, 0), 2, 2)]).toEqual([0, 0, 1, 1, 0, 0]);
	});

	test('add up over several months', () => {
		expect([...delayed(floats(3, 6, 9), 0, 3)]).toEqual([1, 3, 6]);
	});

	test('lose nothing but what falls after the horizon', () => {
		const families = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 24 });
		const span = fc.integer({ min: 1, max: 12 });
		fc.assert(
			fc.property(families, fc.integer({ min: 0, max: 12 }), span, (helped, lag, spread) => {
				const long = Float64Array.from([...helped, ...new Array<number>(lag + spread).fill(0)]);
				const sum = (list: Iterable<number>) => [...list].reduce((total, own) => total + own, 0);
				expect(sum(delayed(long, lag, spread))).toBeCloseTo(sum(helped), 9);
			})
		);
	});
});

describe('effects of several interventions on one state', () => {
	const combined = (expected: number, ...effects: number[]) => {
		const { entries, capped } = combineEffects(
			floats(expected),
			effects.map((effect) => floats(effect))
		);
		return [entries[0], capped];
	};

	test('multiply what each leaves', () => {
		expect(combined(10, 2)).toEqual([8, 0]);
		expect(combined(10, 2, 5)).toEqual([4, 0]);
	});

	test('add up where they are negative', () => {
		expect(combined(10, -2, -5)).toEqual([17, 0]);
		expect(combined(10, 5, -1)).toEqual([6, 0]);
	});

	test('are capped at what is expected, and say by how much', () => {
		expect(combined(10, 12)).toEqual([0, 2]);
		expect(combined(10, 12, 5)).toEqual([0, 2]);
	});

	test('find nobody where nobody is expected', () => {
		expect(combined(0, 5)[0]).toBe(0);
		expect(combined(0, -5)[0]).toBe(0);
	});
});
