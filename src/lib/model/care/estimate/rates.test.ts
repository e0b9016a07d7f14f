import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReturnCounts } from './counts';
import { pooled, type Cell } from './pooling';
import { careRates } from './rates';

const cell = (group: string, events: number, exposure: number, other = 'all'): Cell => ({
	groups: [group, other],
	events,
	exposure
});

describe('pooling', () => {
	test('leaves cells that differ a great deal nearly as they are', () => {
		const { strength, rates } = pooled([
			cell('a', 900, 1000),
			cell('a', 10, 1000),
			cell('a', 1, 1000)
		]);
		expect(strength).toBeLessThan(2);
		expect(rates[0]?.perDay).toBeCloseTo(0.9, 2);
		expect(rates[0]?.ownShare).toBeGreaterThan(0.99);
	});

	test('gives cells that are alike the rate of their group', () => {
		const { strength, rates } = pooled([
			cell('a', 10, 1000),
			cell('a', 20, 2000),
			cell('a', 1, 100)
		]);
		expect(strength).toBeGreaterThan(1000);
		for (const { perDay, ownShare } of rates) {
			expect(perDay).toBeCloseTo(0.01, 6);
			expect(ownShare).toBeLessThan(0.05);
		}
	});

	test('draws a cell with few events further than one with many', () => {
		const cells = [cell('a', 300, 10_000), cell('a', 100, 10_000), cell('a', 0, 100)];
		const { rates } = pooled(cells);
		expect(rates[2]?.perDay).toBeGreaterThan(0);
		expect(rates[2]?.ownShare ?? 1).toBeLessThan(rates[1]?.ownShare ?? 0);
		expect(rates[0]?.perDay).toBeCloseTo(0.03, 3);
	});

	test('chooses the groups whose cells are alike', () => {
		// The rate goes with the second word, whatever the first.
		const cells = ['x', 'y', 'z'].flatMap((first, i) => [
			cell(first, 10 * (i + 1), 1000 * (i + 1), 'slow'),
			cell(first, 200 * (i + 1), 1000 * (i + 1), 'fast')
		]);
		expect(pooled(cells).grouping).toBe(1);
		expect(
			pooled(cells.map((one) => ({ ...one, groups: [...one.groups].reverse() }))).grouping
		).toBe(0);
	});

	test('has the strength that a finer search finds, with the chance worked out another way', () => {
		const cells = [cell('a', 3, 400), cell('a', 12, 500), cell('a', 5, 300), cell('a', 0, 200)];
		const mean = 20 / 1400;
		// The chance of the counts is the gamma mixture of Poissons, integrated by the trapezium rule.
		const chance = (strength: number) =>
			cells.reduce((log, { events, exposure }) => {
				let sum = 0;
				const step = mean / 400;
				for (let rate = step; rate < 12 * mean; rate += step)
					sum +=
						step *
						Math.exp(
							(strength - 1) * Math.log(rate) -
								(strength * rate) / mean +
								events * Math.log(rate) -
								exposure * rate -
								lnGamma(strength) +
								strength * Math.log(strength / mean)
						);
				return log + Math.log(sum);
			}, 0);
		const { strength } = pooled(cells);
		const best = Array.from({ length: 60 }, (_, i) => 1 + i * 0.1).reduce((a, b) =>
			chance(b) > chance(a) ? b : a
		);
		expect(Math.abs(strength - best) / best).toBeLessThan(0.08);
	});

	test('is no surer of a rate than its group’s events are', () => {
		// Alike, so that all is borrowed: 31 events stand behind every one of the rates.
		const { rates } = pooled([cell('a', 10, 1000), cell('a', 20, 2000), cell('a', 1, 100)]);
		for (const { perDay, spread } of rates)
			expect(Math.abs(spread / (perDay / Math.sqrt(31)) - 1)).toBeLessThan(0.06);
	});

	test('keeps rates between the cell’s own and its group’s', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.record({
						events: fc.nat({ max: 60 }),
						exposure: fc.integer({ min: 1, max: 20_000 })
					}),
					{ minLength: 2, maxLength: 12 }
				),
				(counts) => {
					const cells = counts.map(({ events, exposure }) => cell('a', events, exposure, 'b'));
					const whole =
						counts.reduce((sum, { events }) => sum + events, 0) /
						counts.reduce((sum, { exposure }) => sum + exposure, 0);
					pooled(cells).rates.forEach(({ perDay }, i) => {
						const own = (counts[i]?.events ?? 0) / (counts[i]?.exposure ?? 1);
						expect(perDay).toBeGreaterThanOrEqual(Math.min(own, whole) * (1 - 1e-12));
						expect(perDay).toBeLessThanOrEqual(Math.max(own, whole) * (1 + 1e-12));
					});
				}
			)
		);
	});
});

/** Stirling's series, far enough up that its error does not show. */
function lnGamma(x: number): number {
	if (x < 12) return lnGamma(x + 1) - Math.log(x);
	return (
		(x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + 1 / (12 * x) - 1 / (360 * x ** 3)
	);
}

const COUNTS: ReturnCounts = {
	window: { from: 0, to: 364 },
	days: 365,
	before: [],
	closing: [],
	exposures: [
		{ band: '10-15', type: 'foster', childDays: 10_000 },
		{ band: '1-4', type: 'foster', childDays: 500 },
		{ band: '10-15', type: 'residential', childDays: 3_000 }
	],
	moves: [{ band: '10-15', from: 'foster', to: 'residential', children: 6 }],
	exits: [
		{ band: '10-15', type: 'foster', reason: 'E4A', children: 4 },
		{ band: '10-15', type: 'foster', reason: 'E11', children: 1 }
	],
	entries: [{ band: '1-4', type: 'foster', first: 30, again: 6.5 }],
	turned18: 0,
	durations: [],
	providers: [],
	quarterlyEntries: [],
	yearlyEntries: []
};

describe('the rates of a return', () => {
	const rates = careRates(COUNTS);

	test('count the exits of all reasons over the days at risk, the youngest band first', () => {
		expect(
			rates.exits.map(({ band, type, events, childDays }) => [band, type, events, childDays])
		).toEqual([
			['1-4', 'foster', 0, 500],
			['10-15', 'foster', 5, 10_000],
			['10-15', 'residential', 0, 3_000]
		]);
	});

	test('have moves that were seen in some band for every band that could, and no others', () => {
		expect(rates.moves.map(({ band, from, to, events }) => [band, from, to, events])).toEqual([
			['1-4', 'foster', 'residential', 0],
			['10-15', 'foster', 'residential', 6]
		]);
		expect(rates.moves[0]?.perDay).toBeGreaterThan(0);
	});

	test('have entries a day, first and again', () => {
		expect(rates.entries).toEqual([
			{ band: '1-4', type: 'foster', events: 36.5, perDay: 0.1, spread: Math.sqrt(36.5) / 365 }
		]);
	});

	test('of a return in which nobody leaves are nought', () => {
		const still = careRates({ ...COUNTS, exits: [], moves: [] });
		expect(still.exits.every(({ perDay }) => perDay === 0)).toBe(true);
		expect(still.moves).toEqual([]);
	});
});
