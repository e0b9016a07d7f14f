import { describe, expect, test } from 'vitest';
import { parseDay } from '../../calendar/days';
import type { CareBand } from './bands';
import { CARE_BANDS } from '../../records/careFlow';
import type { ModelChoice } from './careModel';
import { forecastCare, type CareForecast, type CareSeries } from './forecast';
import type { CareRates } from './rates';
import type { ReturnType } from './types';

const START = parseDay('2024-03-31') ?? 0;
const A_YEAR_ON = parseDay('2025-03-31') ?? 0;
const RATE = {
	spread: 0,
	ownShare: 1,
	shape: 0,
	group: '',
	groupEvents: 0,
	events: 0,
	childDays: 0
};
const POOLING = { toward: 'type', strength: 1 } as const;
const BY_CHANCE = { quarters: 0, observed: 1, pValue: 1, used: 1 };

function ratesOf(
	exits: readonly (readonly [CareBand, ReturnType, number])[],
	moves: readonly (readonly [CareBand, ReturnType, ReturnType, number])[] = [],
	entries: readonly (readonly [CareBand, ReturnType, number])[] = []
): CareRates {
	return {
		exits: exits.map(([band, type, perDay]) => ({ ...RATE, band, type, perDay })),
		moves: moves.map(([band, from, to, perDay]) => ({ ...RATE, band, from, to, perDay })),
		entries: entries.map(([band, type, perDay]) => ({ band, type, perDay, events: 0, spread: 0 })),
		pooling: { exits: POOLING, moves: POOLING },
		dispersion: BY_CHANCE,
		phases: { statistic: 0, degrees: 0, pValue: 1, fitsBetter: false, factors: [] },
		trend: { years: 5, perYear: 0, spread: 0, observed: 0 },
		window: { from: START - 365, to: START }
	};
}

/** The series of a band and type; null stands for all. */
function seriesOf(
	{ series }: CareForecast,
	band: CareBand | null = null,
	type: ReturnType | null = null
): CareSeries {
	const found = series.find((one) => one.band === band && one.type === type);
	if (found === undefined) throw new Error('there is no such series');
	return found;
}

describe('a forecast from a return', () => {
	test('lets children go at their rate, and the chance of each is that of a coin with it', () => {
		const forecast = forecastCare({
			opening: [{ age: 6, type: 'foster', children: 40, firstYear: 0 }],
			rates: ratesOf([['5-9', 'foster', 0.001]]),
			start: START,
			until: A_YEAR_ON
		});
		expect(forecast.days).toHaveLength(12);
		const stays = Math.exp(-0.001 * (A_YEAR_ON - START));
		expect(forecast.days.at(-1)).toBe(A_YEAR_ON);
		expect(seriesOf(forecast, '5-9', 'foster').mean.at(-1)).toBeCloseTo(40 * stays, 9);
		expect(seriesOf(forecast).chance.at(-1)).toBeCloseTo(40 * stays * (1 - stays), 9);
		expect(seriesOf(forecast).rates.at(-1)).toBe(0);
	});

	test('takes those who enter for a Poisson number', () => {
		const forecast = forecastCare({
			opening: [],
			rates: ratesOf([['10-15', 'kinship', 0.002]], [], [['10-15', 'kinship', 0.3]]),
			start: START,
			until: START + 30
		});
		// The integral of what is left of each day's newcomers.
		const expected = (0.3 * (1 - Math.exp(-0.002 * 30))) / 0.002;
		expect(seriesOf(forecast).mean[0]).toBeCloseTo(expected, 9);
		expect(seriesOf(forecast).chance[0]).toBeCloseTo(expected, 9);
	});

	test('keeps nobody past 18, and moves children up a band at their birthday', () => {
		const forecast = forecastCare({
			opening: [
				{ age: 17, type: 'supported', children: 12, firstYear: 0 },
				{ age: 15, type: 'foster', children: 24, firstYear: 0 }
			],
			rates: ratesOf([]),
			start: START,
			until: A_YEAR_ON
		});
		// A twelfth of a year of age has its birthday in each month.
		const supported = seriesOf(forecast, '16-17', 'supported').mean;
		const foster = seriesOf(forecast, '16-17', 'foster').mean;
		expect([supported[0], foster[0]]).toEqual([expect.closeTo(11, 9), expect.closeTo(2, 9)]);
		expect(supported.at(-1)).toBeCloseTo(0, 9);
		expect(foster.at(-1)).toBeCloseTo(24, 9);
		expect(seriesOf(forecast).chance.at(-1)).toBeCloseTo(0, 9);
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
		const forecast = forecastCare({ ...request, until: START + 40 });
		expect(forecast.days.map((day) => day - START)).toEqual([30, 40]);
		const left = Math.exp(-0.003 * 40);
		expect(seriesOf(forecast).mean[1]).toBeCloseTo(100 * left + (0.2 * (1 - left)) / 0.003, 9);
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
		const forecast = forecastCare({
			opening: [{ age: 4, type: 'foster', children: 12, firstYear: 0 }],
			rates: ratesOf(exits, moves, entries),
			start: START,
			until: START + days
		});
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
		expect(Math.abs((seriesOf(forecast).mean.at(-1) ?? 0) - mean)).toBeLessThan(
			4 * Math.sqrt(variance / runs) + 0.03
		);
		expect(Math.abs((seriesOf(forecast).chance.at(-1) ?? 0) / variance - 1)).toBeLessThan(0.1);
		const inHomes = seriesOf(forecast, null, 'residential').mean.at(-1) ?? 0;
		expect(Math.abs(inHomes - residential / runs)).toBeLessThan(0.2);
	});

	test('says how uncertain the rates make it: by first order what a small change of each does', () => {
		const perDay = 0.001;
		const days = A_YEAR_ON - START;
		const of = (rate: number, come: number) => {
			const rates = ratesOf([['5-9', 'foster', rate]], [], [['5-9', 'foster', come]]);
			return forecastCare({
				opening: [{ age: 6, type: 'foster', children: 400, firstYear: 0 }],
				rates: {
					...rates,
					exits: rates.exits.map((exit) => ({ ...exit, shape: 100 })),
					entries: rates.entries.map((entry) => ({ ...entry, spread: 0.05 }))
				},
				start: START,
				until: A_YEAR_ON
			});
		};
		const forecast = seriesOf(of(perDay, 0.5), '5-9', 'foster');
		// Children of six stay under ten through the year; of the newcomers a fifth of a year's share ages out.
		const slope = (a: number, b: number) => {
			const [above, below] = [of(a, b), of(2 * perDay - a, 1 - b)].map((one) =>
				seriesOf(one, '5-9', 'foster').mean.at(-1)
			);
			return ((above ?? NaN) - (below ?? NaN)) / 2;
		};
		// A gamma number of shape 100 has a tenth of its mean for its deviation.
		const expected = slope(perDay + 0.0001, 0.5) ** 2 + slope(perDay, 0.55) ** 2;
		expect(days).toBe(365);
		// Two hundred draws have a variance within a tenth of its value, two times in three.
		expect(Math.abs((forecast.rates.at(-1) ?? 0) / expected - 1)).toBeLessThan(0.3);
		const [mean = 0, p10 = 0, p90 = 0] = [forecast.mean, forecast.p10, forecast.p90].map((values) =>
			values.at(-1)
		);
		const deviation = Math.sqrt((forecast.chance.at(-1) ?? 0) + (forecast.rates.at(-1) ?? 0));
		expect((p90 - mean) / deviation).toBeCloseTo(1.28, 1);
		expect((mean - p10) / deviation).toBeCloseTo(1.28, 1);
	});

	test('lets rates that are borrowed from one group err together', () => {
		const borrowed = { ownShare: 0, shape: 1e9, group: 'foster', groupEvents: 64 };
		const rates = ratesOf([
			['5-9', 'foster', 0.001],
			['10-15', 'foster', 0.001]
		]);
		const forecast = forecastCare({
			opening: [6, 11].map(
				(age) => ({ age, type: 'foster', children: 100, firstYear: 0 }) as const
			),
			rates: { ...rates, exits: rates.exits.map((exit) => ({ ...exit, ...borrowed })) },
			start: START,
			until: A_YEAR_ON
		});
		const [all, young] = [seriesOf(forecast), seriesOf(forecast, '5-9')].map((one) =>
			Math.sqrt(one.rates.at(-1) ?? 0)
		);
		// Twice as many children, twice the deviation; by first order an eighth of the rate's effect, x exp(−x) each.
		expect(all).toBeCloseTo(2 * (young ?? 0), 3);
		expect(Math.abs((young ?? 0) / ((100 * 0.365 * Math.exp(-0.365)) / 8) - 1)).toBeLessThan(0.15);
	});

	test('lets entries that vary more than by chance vary so much more', () => {
		const rates = ratesOf([], [], [['5-9', 'foster', 0.4]]);
		const request = { opening: [], start: START, until: A_YEAR_ON };
		const burst = forecastCare({
			...request,
			rates: { ...rates, dispersion: { ...BY_CHANCE, used: 2.5 } }
		});
		// Nobody leaves: the variance is that of a year's entries.
		const entered = 0.4 * (A_YEAR_ON - START);
		expect(seriesOf(forecastCare({ ...request, rates })).chance.at(-1)).toBeCloseTo(entered, 9);
		expect(seriesOf(burst).chance.at(-1)).toBeCloseTo(2.5 * entered, 6);
	});

	test('has bands and types that add up to all', () => {
		const forecast = forecastCare({
			opening: [
				{ age: 3, type: 'foster', children: 7, firstYear: 0 },
				{ age: 12, type: 'residential', children: 5, firstYear: 0 }
			],
			rates: ratesOf([['1-4', 'foster', 0.001]], [['10-15', 'residential', 'foster', 0.002]]),
			start: START,
			until: START + 100
		});
		const sumOf = (of: (one: CareSeries) => boolean) =>
			forecast.series.filter(of).reduce((sum, { mean }) => sum + (mean.at(-1) ?? 0), 0);
		const all = seriesOf(forecast).mean.at(-1) ?? 0;
		expect(sumOf(({ band, type }) => band !== null && type === null)).toBeCloseTo(all, 9);
		expect(sumOf(({ band, type }) => band === null && type !== null)).toBeCloseTo(all, 9);
		expect(sumOf(({ band, type }) => band !== null && type !== null)).toBeCloseTo(all, 9);
	});

	const early = { ...RATE, type: 'foster', exits: 0, expected: 0 } as const;
	const twice = (rates: CareRates, factor: number): CareRates => ({
		...rates,
		phases: {
			...rates.phases,
			factors: [
				{ ...early, phase: 'firstYear', perDay: factor },
				{ ...early, phase: 'later', perDay: 1 }
			]
		}
	});

	test('lets children of two phases go at the rate of their phase, for a year from when they came', () => {
		const exits = [
			['5-9', 'foster', 0.001],
			['10-15', 'foster', 0.001]
		] as const;
		const rates = twice(ratesOf(exits, [], [['5-9', 'foster', 0.1]]), 3);
		const forecastOf = (children: number, firstYear: number, come: boolean) =>
			forecastCare({
				opening: [{ age: 5, type: 'foster', children, firstYear }],
				rates: come ? rates : { ...rates, entries: [] },
				start: START,
				until: A_YEAR_ON,
				choice: { exits: 'twoPhase' },
				draws: 2
			});
		const days = A_YEAR_ON - START;
		const later = seriesOf(forecastOf(40, 0, false));
		expect(later.mean.at(-1)).toBeCloseTo(40 * Math.exp(-0.001 * days), 9);
		// Of those in their first year, all times alike: exp(−0.003 rest − 0.001 (days − rest)) over the rest.
		const newer = seriesOf(forecastOf(40, 40, false));
		const mean = (Math.exp(-0.001 * days) * (1 - Math.exp(-0.002 * 365))) / (0.002 * 365);
		expect(Math.abs((newer.mean.at(-1) ?? 0) / (40 * mean) - 1)).toBeLessThan(0.002);
		// Those who come stay in their first phase all year.
		const came = seriesOf(forecastOf(0, 0, true));
		expect(came.mean.at(-1)).toBeCloseTo((0.1 * (1 - Math.exp(-0.003 * days))) / 0.003, 9);
	});

	test('of two phases that are alike is that of one, chance and all', () => {
		const rates = ratesOf(
			[
				['1-4', 'foster', 0.002],
				['5-9', 'foster', 0.001]
			],
			[['5-9', 'foster', 'kinship', 0.0005]],
			[['1-4', 'foster', 0.2]]
		);
		const request = {
			opening: [{ age: 4, type: 'foster', children: 30, firstYear: 11 }] as const,
			start: START,
			until: A_YEAR_ON + 40,
			draws: 2
		};
		const one = seriesOf(forecastCare({ ...request, rates }));
		const two = seriesOf(
			forecastCare({ ...request, rates: twice(rates, 1), choice: { exits: 'twoPhase' } })
		);
		one.mean.forEach((children, i) => expect(two.mean[i]).toBeCloseTo(children, 9));
		one.chance.forEach((variance, i) => expect(two.chance[i]).toBeCloseTo(variance, 9));
	});

	test('lets entries grow by their trend or follow the children who live there', () => {
		const rates = {
			...ratesOf([], [], [['5-9', 'foster', 0.4]]),
			trend: { years: 5, perYear: Math.log(1.1), spread: 0, observed: 0 }
		};
		const cameBy = (choice: ModelChoice) =>
			seriesOf(
				forecastCare({ opening: [], rates, start: START, until: A_YEAR_ON, choice })
			).mean.at(-1) ?? 0;
		const level = cameBy({});
		// The year's middle is a year after the window's.
		expect(Math.abs(cameBy({ entries: 'trend' }) / level - 1.1)).toBeLessThan(0.001);
		const bands = Object.fromEntries(
			CARE_BANDS.map((band) => [band, { '2023/24': 2000, '2024/25': 1900 }])
		);
		expect(cameBy({ entries: { population: bands } }) / level).toBeCloseTo(0.95, 9);
	});

	test('is the same again from the same seed, and another from another', () => {
		const rates = ratesOf([['5-9', 'foster', 0.001]]);
		const request = {
			opening: [{ age: 6, type: 'foster', children: 40, firstYear: 0 }] as const,
			rates: { ...rates, exits: rates.exits.map((exit) => ({ ...exit, shape: 11 })) },
			start: START,
			until: START + 60
		};
		expect(forecastCare(request)).toEqual(forecastCare(request));
		expect(seriesOf(forecastCare({ ...request, seed: 2 })).rates).not.toEqual(
			seriesOf(forecastCare(request)).rates
		);
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
