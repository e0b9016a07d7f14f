import { describe, expect, test } from 'vitest';
import { parseDay } from '../../calendar/days';
import { streamOf } from '../../uncertainty/stream';
import { meanModel, TYPES } from '../estimate/careModel';
import { forecastCare, type CareForecastRequest } from '../estimate/forecast';
import { stretchesBetween } from '../estimate/path';
import type { CareRates } from '../estimate/rates';
import { RETURN_TYPE_IDS } from '../estimate/types';
import { careCosts } from './costs';
import { drawnCourse } from './course';
import { expectedDemand } from './demand';
import type { LeaverPrices, TypePrices } from './prices';
import { costSpreads } from './spread';

const START = parseDay('2024-03-31') ?? 0;
const A_YEAR_ON = parseDay('2025-03-31') ?? 0;
const SURE = {
	spread: 0,
	ownShare: 1,
	shape: 0,
	group: '',
	groupEvents: 0,
	events: 0,
	childDays: 0
};
const RATES: CareRates = {
	exits: [
		{ ...SURE, band: '10-15', type: 'foster', perDay: 0.002 },
		{ ...SURE, band: '16-17', type: 'supported', perDay: 0.0005 }
	],
	moves: [{ ...SURE, band: '10-15', from: 'foster', to: 'residential', perDay: 0.001 }],
	entries: [{ band: '10-15', type: 'foster', perDay: 0.06, events: 0, spread: 0 }],
	pooling: { exits: { toward: 'type', strength: 1 }, moves: { toward: 'type', strength: 1 } },
	dispersion: { quarters: 0, observed: 1, pValue: 1, used: 1 },
	phases: { statistic: 0, degrees: 0, pValue: 1, fitsBetter: false, factors: [] },
	trend: { years: 5, perYear: 0, spread: 0, observed: 0 },
	window: { from: START - 365, to: START }
};
const REQUEST: CareForecastRequest = {
	opening: [
		{ age: 12, type: 'foster', children: 40, firstYear: 10 },
		{ age: 17, type: 'supported', children: 24, firstYear: 0 }
	],
	rates: RATES,
	start: START,
	until: A_YEAR_ON
};
const bought = (type: TypePrices['type'], externalWeekly: number | null): TypePrices => ({
	type,
	provision: 'bought',
	priceYear: '2024/25',
	uplift: null,
	capacity: null,
	occupancy: null,
	inHouseShare: null,
	fixedWeekly: null,
	variableWeekly: null,
	externalWeekly,
	externalWeeklyByBand: {},
	allowanceWeekly: null,
	oneOff: null,
	highCost: null
});
const yearOf = (
	spreads: ReturnType<typeof costSpreads>,
	type: TypePrices['type'] | null,
	part: string | null
) => spreads.find((own) => own.type === type && own.part === part)?.periods.year[0];

describe('a drawn course', () => {
	test('has on average the children that a forecast expects, and varies as chance has it', () => {
		const request = {
			opening: REQUEST.opening,
			stretches: stretchesBetween(START, A_YEAR_ON),
			monthEnds: stretchesBetween(START, A_YEAR_ON).map(({ to }) => to),
			excess: 0
		};
		const model = meanModel(RATES, {});
		const days: number[] = [];
		let [turned18, drawnDays] = [0, 0];
		const demand = expectedDemand(REQUEST);
		const foster = RETURN_TYPE_IDS.indexOf('foster');
		const draws = 1500;
		for (let draw = 0; draw < draws; draw++) {
			const course = drawnCourse(request, model, streamOf(7, String(draw)));
			turned18 += course.turned18.reduce((sum, own) => sum + own.reduce((a, b) => a + b, 0), 0);
			drawnDays += course.childDays.reduce((sum, own) => sum + (own[3 * TYPES + foster] ?? 0), 0);
			// The last day's children, were they all there on it: the last month's days by its length.
			days.push((course.childDays[11]?.[3 * TYPES + foster] ?? 0) / 31);
		}
		const expected = demand.reduce((sum, own) => sum + (own.childDays[3 * TYPES + foster] ?? 0), 0);
		expect(drawnDays / draws / expected).toBeCloseTo(1, 2);
		// All 24 are 18 within the year but those who leave before: half of the year's exits on average.
		expect(turned18 / draws).toBeCloseTo((24 * (1 - Math.exp(-0.0005 * 365))) / (0.0005 * 365), 0);
		const forecast = forecastCare({ ...REQUEST, draws: 2 }).series.find(
			({ band, type }) => band === '10-15' && type === 'foster'
		);
		const mean = days.reduce((sum, own) => sum + own, 0) / draws;
		const variance = days.reduce((sum, own) => sum + (own - mean) ** 2, 0) / draws;
		const between = (of: readonly number[] = []) => ((of[10] ?? 0) + (of[11] ?? 0)) / 2;
		expect(mean / between(forecast?.mean)).toBeCloseTo(1, 1);
		expect(variance / between(forecast?.chance)).toBeGreaterThan(0.85);
		expect(variance / between(forecast?.chance)).toBeLessThan(1.1);
	});
});

describe('what costs may come to', () => {
	test('is the same as where another program follows each child day by day', () => {
		const prices = { types: [bought('foster', 700), bought('residential', 4900)], leavers: null };
		const own = yearOf(costSpreads({ ...REQUEST, draws: 1500 }, prices, 1), null, null);
		// Each day each child may leave or move, and somebody may come; nobody of 12 turns 16 in the year.
		let seed = 12345;
		const random = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647;
		const costs = Array.from({ length: 1500 }, () => {
			let [foster, residential, pounds] = [40, 0, 0];
			for (let day = 0; day < 365; day++) {
				let [leaving, moving] = [0, 0];
				for (let child = 0; child < foster; child++) {
					const chance = random();
					if (chance < 0.002) leaving++;
					else if (chance < 0.003) moving++;
				}
				pounds += foster * 100 + residential * 700;
				foster += (random() < 0.06 ? 1 : 0) - leaving - moving;
				residential += moving;
			}
			return pounds;
		}).sort((a, b) => a - b);
		const mean = costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
		const deviation = Math.sqrt(
			costs.reduce((sum, cost) => sum + (cost - mean) ** 2, 0) / costs.length
		);
		// Fifteen hundred draws know a mean to a fortieth, a quantile to a twentieth of the deviation.
		expect(Math.abs((own?.mean ?? 0) - mean)).toBeLessThan(0.12 * deviation);
		expect((own?.deviation ?? 0) / deviation).toBeCloseTo(1, 1);
		expect(Math.abs((own?.p10 ?? 0) - (costs[150] ?? 0))).toBeLessThan(0.2 * deviation);
		expect(Math.abs((own?.p90 ?? 0) - (costs[1350] ?? 0))).toBeLessThan(0.2 * deviation);
	});

	test('is wider where the rates are uncertain, and the same each time it is drawn', () => {
		const prices = { types: [bought('foster', 700)], leavers: null };
		const unsure = {
			...REQUEST,
			rates: { ...RATES, exits: RATES.exits.map((exit) => ({ ...exit, shape: 6 })) }
		};
		const [sure, wide, again] = [REQUEST, unsure, unsure].map((request) =>
			yearOf(costSpreads(request, prices, 1), null, null)
		);
		expect((wide?.deviation ?? 0) / (sure?.deviation ?? 1)).toBeGreaterThan(1.1);
		expect(again).toEqual(wide);
	});

	test('does not vary where council places are paid whether filled or not, and has no child too few to save on', () => {
		const mixed: TypePrices = {
			...bought('foster', 1400),
			provision: 'mixed',
			capacity: 10,
			occupancy: 1,
			fixedWeekly: 700,
			variableWeekly: 0
		};
		const spreads = costSpreads(REQUEST, { types: [mixed], leavers: null }, 1);
		expect(yearOf(spreads, 'foster', 'fixed')).toMatchObject({ mean: 365_000, deviation: 0 });
		// With places for all nothing is bought, but in a draw in which many come at once.
		const most = { ...mixed, capacity: 44 };
		const line = careCosts(expectedDemand(REQUEST), { types: [most], leavers: null }, 1).lines.find(
			({ part }) => part === 'external'
		);
		expect(line?.pence.reduce<number>((sum, own) => sum + (own ?? 0), 0)).toBe(0);
		const external = yearOf(
			costSpreads(REQUEST, { types: [most], leavers: null }, 1),
			'foster',
			'external'
		);
		expect(external?.mean).toBeGreaterThan(0);
		expect(external?.p10).toBe(0);
	});

	test('has by chance who of those who turned 18 stays put', () => {
		const still: CareForecastRequest = {
			...REQUEST,
			opening: [],
			leavers: [{ age: 22, type: 'foster', people: 60 }],
			rates: { ...RATES, exits: [], moves: [], entries: [] },
			draws: 2000
		};
		const leavers: LeaverPrices = {
			priceYear: '2024/25',
			uplift: null,
			shares: { stayingPut: 0.3, otherSupport: 0 },
			sharesByType: {},
			stayingPut: { '18-20': 0, '21-24': 70 },
			otherSupport: { '18-20': 0, '21-24': 0 },
			uasc: null
		};
		const own = costSpreads(still, { types: [], leavers }, 1).find(
			({ type, part }) => type === 'leavers' && part === 'stayingPut'
		)?.periods.year[0];
		// Sixty at £10 a day, of whom eighteen stay put on average: the deviation of their number is √(60 · 0.3 · 0.7).
		expect((own?.mean ?? 0) / (18 * 3650)).toBeCloseTo(1, 1);
		expect((own?.deviation ?? 0) / (Math.sqrt(12.6) * 3650)).toBeGreaterThan(0.94);
		expect((own?.deviation ?? 0) / (Math.sqrt(12.6) * 3650)).toBeLessThan(1.06);
	});

	test('has the deviation of the dearest few on top, and none where a price is blank', () => {
		const still = {
			...REQUEST,
			opening: [{ age: 12, type: 'foster' as const, children: 14, firstYear: 0 }],
			rates: { ...RATES, exits: [], moves: [], entries: [] },
			draws: 2000
		};
		const highCost = { share: 0.1, meanWeekly: 8000, deviationWeekly: 3000 };
		const dear = { ...bought('foster', 5000), highCost };
		const spreads = costSpreads(still, { types: [dear], leavers: null }, 1);
		const whole = yearOf(spreads, 'foster', null);
		// As worked by hand for the line of costs.
		const one = Math.sqrt(0.09 * 3000 ** 2 + 0.1 * 3000 ** 2);
		expect((whole?.deviation ?? 0) / (Math.sqrt(14) * (365 / 7) * one)).toBeCloseTo(1, 1);
		expect((whole?.mean ?? 0) / (3_650_000 + 219_000)).toBeCloseTo(1, 2);
		const blank = costSpreads(
			{ ...still, draws: 3 },
			{ types: [bought('foster', null)], leavers: null },
			1
		);
		expect(yearOf(blank, 'foster', 'external')).toBeNull();
	});
});
