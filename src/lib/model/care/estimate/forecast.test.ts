import { describe, expect, test } from 'vitest';
import { parseDay } from '../../calendar/days';
import { CARE_BANDS } from '../../records/careFlow';
import type { CareBand } from './bands';
import { forecastCare } from './forecast';
import type { CareRates } from './rates';
import { RETURN_TYPE_IDS, type ReturnType } from './types';

const START = parseDay('2024-03-31') ?? 0;
const A_YEAR_ON = parseDay('2025-03-31') ?? 0;
const RATE = { spread: 0, ownShare: 1, events: 0, childDays: 0 };
const POOLING = { toward: 'type', strength: 1 } as const;

function ratesOf(
	exits: readonly (readonly [CareBand, ReturnType, number])[],
	moves: readonly (readonly [CareBand, ReturnType, ReturnType, number])[] = [],
	entries: readonly (readonly [CareBand, ReturnType, number])[] = []
): CareRates {
	return {
		exits: exits.map(([band, type, perDay]) => ({ ...RATE, band, type, perDay })),
		moves: moves.map(([band, from, to, perDay]) => ({ ...RATE, band, from, to, perDay })),
		entries: entries.map(([band, type, perDay]) => ({ band, type, perDay, events: 0, spread: 0 })),
		pooling: { exits: POOLING, moves: POOLING }
	};
}

const state = (band: CareBand, type: ReturnType): number =>
	CARE_BANDS.indexOf(band) * RETURN_TYPE_IDS.length + RETURN_TYPE_IDS.indexOf(type);

describe('a forecast from a return', () => {
	test('lets children go at their rate, and the chance of each is that of a coin with it', () => {
		const days = forecastCare({
			opening: [{ age: 6, type: 'foster', children: 40, firstYear: 0 }],
			rates: ratesOf([['5-9', 'foster', 0.001]]),
			start: START,
			until: A_YEAR_ON
		});
		expect(days).toHaveLength(12);
		const last = days.at(-1);
		const stays = Math.exp(-0.001 * (A_YEAR_ON - START));
		expect(last?.day).toBe(A_YEAR_ON);
		expect(last?.children[state('5-9', 'foster')]).toBeCloseTo(40 * stays, 9);
		expect(last?.total.variance).toBeCloseTo(40 * stays * (1 - stays), 9);
	});

	test('takes those who enter for a Poisson number', () => {
		const [first] = forecastCare({
			opening: [],
			rates: ratesOf([['10-15', 'kinship', 0.002]], [], [['10-15', 'kinship', 0.3]]),
			start: START,
			until: START + 30
		});
		// The integral of what is left of each day's newcomers.
		const expected = (0.3 * (1 - Math.exp(-0.002 * 30))) / 0.002;
		expect(first?.total.children).toBeCloseTo(expected, 9);
		expect(first?.total.variance).toBeCloseTo(expected, 9);
	});

	test('keeps nobody past 18, and moves children up a band at their birthday', () => {
		const days = forecastCare({
			opening: [
				{ age: 17, type: 'supported', children: 12, firstYear: 0 },
				{ age: 15, type: 'foster', children: 24, firstYear: 0 }
			],
			rates: ratesOf([]),
			start: START,
			until: A_YEAR_ON
		});
		// A twelfth of a year of age has its birthday in each month.
		expect(days[0]?.children[state('16-17', 'supported')]).toBeCloseTo(11, 9);
		expect(days[0]?.children[state('16-17', 'foster')]).toBeCloseTo(2, 9);
		expect(days.at(-1)?.children[state('16-17', 'supported')]).toBeCloseTo(0, 9);
		expect(days.at(-1)?.children[state('16-17', 'foster')]).toBeCloseTo(24, 9);
		expect(days.at(-1)?.total.variance).toBeCloseTo(0, 9);
	});

	test('ends on the day asked for, within a month too', () => {
		const request = {
			opening: [{ age: 3, type: 'foster', children: 100, firstYear: 0 }] as const,
			rates: ratesOf(
				[
					['1-4', 'foster', 0.003],
					['5-9', 'foster', 0.003]
				],
				[],
				[['1-4', 'foster', 0.2]]
			),
			start: START
		};
		const days = forecastCare({ ...request, until: START + 40 });
		expect(days.map(({ day }) => day - START)).toEqual([30, 40]);
		const left = Math.exp(-0.003 * 40);
		expect(days[1]?.total.children).toBeCloseTo(100 * left + (0.2 * (1 - left)) / 0.003, 9);
	});

	test('is what many children do, one by one, day by day', () => {
		const exits = [
			['1-4', 'foster', 0.002],
			['5-9', 'foster', 0.0008],
			['5-9', 'residential', 0.0015],
			['10-15', 'residential', 0.0015]
		] as const;
		const moves = [['5-9', 'foster', 'residential', 0.002]] as const;
		const entries = [['5-9', 'residential', 0.05]] as const;
		const days = 365;
		const last = forecastCare({
			opening: [{ age: 4, type: 'foster', children: 12, firstYear: 0 }],
			rates: ratesOf(exits, moves, entries),
			start: START,
			until: START + days
		}).at(-1);
		const random = stream(20_240_331);
		const runs = 4000;
		const totals: number[] = [];
		let residential = 0;
		for (let run = 0; run < runs; run++) {
			let inCare = 0;
			const follow = (birthday: number, from: number, begins: 'foster' | 'residential') => {
				let type = begins;
				for (let day = from; day < days; day++) {
					const older = day >= birthday;
					const leave = !older ? 0.002 : type === 'foster' ? 0.0008 : 0.0015;
					const u = random();
					if (u < leave) return;
					if (older && type === 'foster' && u < leave + 0.002) type = 'residential';
				}
				inCare += 1;
				if (type === 'residential') residential += 1;
			};
			for (let child = 0; child < 12; child++) follow(((12 - child) * days) / 12, 0, 'foster');
			for (let day = 0; day < days; day++) if (random() < 0.05) follow(0, day, 'residential');
			totals.push(inCare);
		}
		const mean = totals.reduce((sum, value) => sum + value, 0) / runs;
		const variance = totals.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (runs - 1);
		// Four standard errors of the simulation, and what a step of a day leaves out.
		expect(Math.abs((last?.total.children ?? 0) - mean)).toBeLessThan(
			4 * Math.sqrt(variance / runs) + 0.03
		);
		expect(Math.abs((last?.total.variance ?? 0) / variance - 1)).toBeLessThan(0.1);
		const inHomes = (['5-9', '10-15'] as const).reduce(
			(sum, band) => sum + (last?.children[state(band, 'residential')] ?? 0),
			0
		);
		expect(Math.abs(inHomes - residential / runs)).toBeLessThan(0.2);
	});
});

/** A small stream of numbers from 0 to 1, the same each time. */
function stream(seed: number): () => number {
	let at = seed;
	return () => {
		at = (at + 0x6d2b79f5) | 0;
		let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
