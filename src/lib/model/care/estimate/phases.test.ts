import { describe, expect, test } from 'vitest';
import { inventedReturn } from '../../../../../tests/support/careHistories';
import { parseDay } from '../../calendar/days';
import { cleanReturn } from '../return/clean';
import { countReturn } from './counts';
import { entryTrendOf } from './entryTrend';
import { phasesOf } from './phases';
import { careRates } from './rates';

const exit = (band: string, events: number, childDays: number) =>
	({ band, type: 'foster', events, childDays, perDay: events / childDays }) as const;

describe('two phases of leaving', () => {
	test('are told from the counts by twice the logarithm of how much likelier they make them', () => {
		const { statistic, degrees, pValue, fitsBetter, factors } = phasesOf(
			{
				durations: [
					{ band: '5-9', type: 'foster', phase: 'firstYear', exits: 30, childDays: 1000 },
					{ band: '5-9', type: 'foster', phase: 'later', exits: 10, childDays: 1000 }
				]
			},
			[exit('5-9', 40, 2000)]
		);
		// Twenty were expected in each.
		expect(statistic).toBeCloseTo(2 * (30 * Math.log(1.5) + 10 * Math.log(0.5)), 9);
		expect(degrees).toBe(1);
		expect(pValue).toBeLessThan(0.005);
		expect(fitsBetter).toBe(true);
		expect(factors.map(({ phase, exits, expected }) => [phase, exits, expected])).toEqual([
			['firstYear', 30, 20],
			['later', 10, 20]
		]);
		expect(factors[0]?.perDay).toBeCloseTo(1.5, 1);
	});

	test('are not seen where an age group alone makes the difference', () => {
		const { statistic, fitsBetter } = phasesOf(
			{
				durations: [
					{ band: '1-4', type: 'foster', phase: 'firstYear', exits: 40, childDays: 1000 },
					{ band: '1-4', type: 'foster', phase: 'later', exits: 4, childDays: 100 },
					{ band: '5-9', type: 'foster', phase: 'firstYear', exits: 1, childDays: 100 },
					{ band: '5-9', type: 'foster', phase: 'later', exits: 10, childDays: 1000 }
				]
			},
			[exit('1-4', 44, 1100), exit('5-9', 11, 1100)]
		);
		expect(statistic).toBeCloseTo(0, 9);
		expect(fitsBetter).toBe(false);
	});

	test('are found in a return that has them, and not in one that has not', () => {
		const phases = (firstYear: number) => {
			const rows = inventedReturn({ seed: 3, from: '2020-04-01', to: '2025-03-31', firstYear });
			const window = { from: parseDay('2020-04-01') ?? 0, to: parseDay('2025-03-31') ?? 0 };
			return careRates(countReturn(cleanReturn(rows), window)).phases;
		};
		expect(phases(1).fitsBetter).toBe(false);
		const { fitsBetter, factors } = phases(3);
		expect(fitsBetter).toBe(true);
		const foster = factors.filter(({ type }) => type === 'foster').map(({ perDay }) => perDay);
		// The rates by band lie between: three times as often early as later.
		expect(Math.abs((foster[0] ?? 0) / (foster[1] ?? 1) / 3 - 1)).toBeLessThan(0.35);
	});
});

describe('the trend of entries', () => {
	const yearly = (...counts: readonly number[]) =>
		counts.map((children, year) => ({ to: year * 365, band: '5-9', children }) as const);

	test('has the growth that a search over all growths finds likeliest', () => {
		const counts = [100, 118, 109, 140, 133];
		const chance = (growth: number) => {
			const scale = 600 / counts.reduce((sum, _, t) => sum + Math.exp(growth * t), 0);
			return counts.reduce(
				(log, count, t) => log + count * Math.log(scale * Math.exp(growth * t)),
				0
			);
		};
		const best = Array.from({ length: 4001 }, (_, i) => -0.2 + i * 0.0001).reduce((a, b) =>
			chance(b) > chance(a) ? b : a
		);
		const { observed, perYear } = entryTrendOf(yearly(...counts));
		expect(Math.abs(observed - best)).toBeLessThan(0.0001);
		expect(perYear).toBeGreaterThan(0);
		expect(perYear).toBeLessThan(observed);
	});

	test('is drawn toward none where it is uncertain, and is none of two years', () => {
		const few = entryTrendOf(yearly(5, 9, 4, 8));
		const many = entryTrendOf(yearly(5000, 5500, 6050, 6655));
		expect(Math.abs(few.perYear)).toBeLessThan(0.3 * Math.abs(few.observed) + 0.01);
		expect(many.perYear / Math.log(1.1)).toBeCloseTo(1, 1);
		expect(entryTrendOf(yearly(5, 90)).perYear).toBe(0);
	});
});
