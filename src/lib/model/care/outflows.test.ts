import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthOperator, type BandRates } from './generator';
import { ratesWithHelp, type Outflow } from './outflows';

const floats = (...values: number[]) => Float64Array.from(values);

const flow = (from: number, to: number | null, up: number, down = 0): Outflow => ({
	band: 0,
	from,
	to,
	up,
	down
});

/** Two types: nobody leaves by themselves but for the rates given. */
const still = (exits: readonly number[] = [0, 0], move = 0): BandRates => ({
	exits,
	moves: [
		[0, move],
		[0, 0]
	]
});

function helped(rates: BandRates, stock: readonly [Float64Array, Float64Array], ...of: Outflow[]) {
	const [opening, arriving] = stock;
	return ratesWithHelp(rates, monthOperator(rates, 30), { opening, arriving }, of);
}

describe('rates with help', () => {
	test('are children over the child-days that there would be without it', () => {
		const { rates, capped } = helped(still(), [floats(30, 10), floats(0, 0)], flow(0, null, 3));
		expect(rates.exits).toEqual([3 / 900, 0]);
		expect(rates.moves).toEqual(still().moves);
		expect(capped).toBe(0);
	});

	test('count the days of those who come in the month', () => {
		// One a day for 30 days: 30 · 30 / 2 child-days.
		const { rates } = helped(still(), [floats(0, 0), floats(1, 0)], flow(0, 1, 9));
		expect(rates.moves[0]?.[1]).toBeCloseTo(9 / 450, 12);
	});

	test('share out those who can go where more are wanted', () => {
		const { rates, capped } = helped(
			still(),
			[floats(30, 0), floats(0, 0)],
			flow(0, null, 30),
			flow(0, 1, 10)
		);
		expect(rates.exits[0]).toBeCloseTo(22.5 / 900, 12);
		expect(rates.moves[0]?.[1]).toBeCloseTo(7.5 / 900, 12);
		expect(capped).toBe(10);
	});

	test('fall to nothing at the least, way by way', () => {
		const rates = still([0, 0], 0.001);
		const { rates: found, capped } = helped(
			rates,
			[floats(30, 0), floats(0, 0)],
			flow(0, 1, 0, 5),
			flow(0, null, 0, 1)
		);
		expect(found.moves[0]?.[1]).toBe(0);
		expect(found.exits[0]).toBe(0);
		const usual = 30 * (1 - Math.exp(-0.001 * 30));
		expect(capped).toBeCloseTo(5 - usual + 1, 9);
	});

	test('leave an empty type as it is', () => {
		const { rates, capped } = helped(still(), [floats(0, 10), floats(0, 0)], flow(0, null, 2));
		expect(rates).toEqual(still());
		expect(capped).toBe(2);
	});

	test('never take out more than are there, nor do anything to rates that help does not touch', () => {
		const rate = fc.double({ min: 0, max: 0.02, noNaN: true });
		const count = fc.double({ min: 0, max: 50, noNaN: true });
		fc.assert(
			fc.property(
				rate,
				rate,
				rate,
				count,
				count,
				count,
				count,
				(q0, q1, move, n0, n1, up, down) => {
					const usual = still([q0, q1], move);
					const { rates } = helped(
						usual,
						[floats(n0, n1), floats(0.1, 0.2)],
						flow(0, null, up, down),
						flow(0, 1, down, up)
					);
					const { P, Phi } = monthOperator(rates, 30);
					for (const chance of [...P, ...Phi]) expect(chance).toBeGreaterThanOrEqual(0);
					expect((P[0] ?? 0) + (P[1] ?? 0)).toBeLessThanOrEqual(1 + 1e-12);
					expect(rates.exits[1]).toBe(q1);
					expect(rates.moves[1]).toEqual([0, 0]);
				}
			)
		);
	});
});
