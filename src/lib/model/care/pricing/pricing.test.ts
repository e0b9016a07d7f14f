import { describe, expect, test } from 'vitest';
import { CARE_BANDS } from '../../records/careFlow';
import type { CareBand } from '../estimate/bands';
import { RETURN_TYPE_IDS, type ReturnType } from '../estimate/types';
import { pricedForecast } from './calibration';
import type { CountedYear } from './countedYear';
import { careCosts } from './costs';
import type { DemandMonth } from './demand';
import { highCostSpread } from './highCostSpread';
import { noLeaverDays } from './leavers';
import { periodOf, sumByPeriod } from './periods';
import type { CarePrices, TypePrices } from './prices';

const PRICES: TypePrices = {
	type: 'foster',
	provision: 'bought',
	priceYear: '2025/26',
	uplift: null,
	capacity: null,
	occupancy: null,
	inHouseShare: null,
	fixedWeekly: null,
	variableWeekly: null,
	externalWeekly: null,
	externalWeeklyByBand: {},
	allowanceWeekly: null,
	oneOff: null,
	highCost: null
};
const only = (own: TypePrices): CarePrices => ({ types: [own], leavers: null });
const DAYS = [30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31] as const;

type Children = readonly (readonly [CareBand, ReturnType, number])[];

/** Months of 2025/26, or of the year after, with so many children all the time and so many who come each month. */
function months(children: Children, come: Children = [], year = 2025): readonly DemandMonth[] {
	const byState = (rows: Children, times: number) => {
		const values = new Float64Array(CARE_BANDS.length * RETURN_TYPE_IDS.length);
		for (const [band, type, count] of rows)
			values[CARE_BANDS.indexOf(band) * RETURN_TYPE_IDS.length + RETURN_TYPE_IDS.indexOf(type)] =
				count * times;
		return values;
	};
	return DAYS.map((days, month) => ({
		month,
		year,
		days,
		childDays: byState(children, days),
		arrivals: byState(come, 1),
		leaverDays: noLeaverDays()
	}));
}

const poundsOf = (demand: readonly DemandMonth[], ...prices: readonly TypePrices[]) => {
	const costs = careCosts(demand, { types: prices, leavers: null }, 1);
	const labels = periodOf(costs, 'year');
	return Object.fromEntries(
		costs.lines.map(({ part, pence }) => [
			part,
			[...sumByPeriod(pence, labels).values()].map((value) => (value ?? NaN) / 100)
		])
	);
};

describe('what placements cost', () => {
	test('external ones cost their weeks at the price, and a band at its own', () => {
		const demand = months([
			['5-9', 'foster', 7],
			['10-15', 'foster', 14]
		]);
		// Seven children are 365 weeks a year.
		const bought = { ...PRICES, externalWeekly: 1000 };
		expect(poundsOf(demand, bought)).toEqual({ external: [3 * 365_000] });
		const byBand = { ...bought, externalWeeklyByBand: { '10-15': 1100 } };
		expect(poundsOf(demand, byBand)).toEqual({ external: [365_000 + 2 * 365 * 1100] });
	});

	test('rise on 1 April by the type’s own rate', () => {
		const uplift = { rates: { '2026/27': 0.05 }, otherYears: null };
		const prices = { ...PRICES, provision: 'allowance', allowanceWeekly: 100, uplift } as const;
		const demand = [...months([['1-4', 'foster', 7]]), ...months([['1-4', 'foster', 7]], [], 2026)];
		expect(poundsOf(demand, prices)).toEqual({ allowance: [36_500, 38_325] });
	});

	test('fill council places first, price the empty ones, and buy the rest', () => {
		const mixed: TypePrices = {
			...PRICES,
			provision: 'mixed',
			capacity: 20,
			occupancy: 0.7,
			fixedWeekly: 70,
			variableWeekly: 140,
			externalWeekly: 700
		};
		// 14 places can be filled: 21 children fill them and buy 7; 7 children leave 13 of the 20 empty.
		expect(poundsOf(months([['5-9', 'foster', 21]]), mixed)).toEqual({
			fixed: [73_000],
			inHouse: [102_200],
			external: [255_500]
		});
		const half = careCosts(months([['5-9', 'foster', 7]]), only(mixed), 1);
		expect(half.voids[0]?.placeWeeks[0]).toBeCloseTo((13 * 365) / 7, 9);
		expect(half.voids[0]?.pence).toEqual([13 * 365 * 10 * 100]);
	});

	test('count what comes once by those who come', () => {
		const demand = months([], [['16-17', 'foster', 2]]);
		expect(poundsOf(demand, { ...PRICES, externalWeekly: 900, oneOff: 1500 })).toEqual({
			external: [0],
			oneOff: [36_000]
		});
	});

	test('have the few dearest at their mean, with how far they may be off', () => {
		const highCost = { share: 0.1, meanWeekly: 8000, deviationWeekly: 3000 };
		const prices = { ...PRICES, externalWeekly: 5000, highCost };
		const demand = months([['10-15', 'foster', 14]]);
		expect(poundsOf(demand, prices)).toEqual({ external: [3_650_000], highCost: [219_000] });
		// One child's price: 8000 or 5000 by a coin of 0.1, which spreads by 900, and 3000 about the dear one.
		const one = Math.sqrt(0.09 * 3000 ** 2 + 0.1 * 3000 ** 2);
		const expected = Math.sqrt(14) * (365 / 7) * one;
		expect(highCostSpread(prices, 730, 365, 1)).toBeCloseTo(expected, 6);
		expect(careCosts(demand, only(prices), 1).highCosts[0]?.pounds[0]).toBeCloseTo(expected, 6);
	});

	test('by month and by quarter add up to the year, to the penny', () => {
		const prices = { ...PRICES, externalWeekly: 333.33, uplift: { rates: {}, otherYears: 0.0317 } };
		const costs = careCosts(months([['5-9', 'foster', 3.7]], [], 2027), only(prices), 1);
		const pence = costs.lines[0]?.pence ?? [];
		const total = pence.reduce<number>((sum, own) => sum + (own ?? NaN), 0);
		const quarters = [...sumByPeriod(pence, periodOf(costs, 'quarter')).values()];
		expect(quarters).toHaveLength(4);
		expect(quarters.reduce<number>((sum, own) => sum + (own ?? NaN), 0)).toBe(total);
		expect(total).toBe(Math.round((3.7 * 365 * 33333 * 1.0317 ** 2) / 7));
	});

	test('are not told where a price is blank, and say which types have none', () => {
		const costs = careCosts(
			months([
				['5-9', 'foster', 1],
				['5-9', 'secure', 1]
			]),
			only(PRICES),
			1
		);
		expect(costs.lines[0]?.pence.every((own) => own === null)).toBe(true);
		expect(costs.lines[0]?.waitsFor).toEqual([
			{ of: 'foster', what: 'price of an external placement' }
		]);
		expect(costs.notPriced).toEqual(['secure']);
	});

	test('are brought to an outturn by one factor, where all children of the year are priced', () => {
		const bought = { ...PRICES, externalWeekly: 1000, uplift: null };
		const demand = months([['5-9', 'foster', 7]]);
		const outturn = { year: '2022/23', pounds: 401_500 };
		// Seven children on each day of the year, five of them of one band.
		const counted = (type: 'foster' | 'kinship'): CountedYear => ({
			year: '2022/23',
			months: [30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31].map((days, month) => ({
				month,
				type,
				childDays: 7 * days,
				arrivals: 0
			})),
			bands: [
				{ band: '1-4', type, childDays: 2 * 365 },
				{ band: '5-9', type, childDays: 5 * 365 }
			]
		});
		const { costs, calibration } = pricedForecast(demand, only(bought), outturn, counted('foster'));
		expect(calibration).toMatchObject({ ...outturn, modelled: 365_000 });
		expect(Number(calibration?.factor)).toBe(1.1);
		expect(costs.lines[0]?.pence[0]).toBe(30 * 1100 * 100);
		// Five sevenths of £365,000 and twice two sevenths: a band at a price of its own.
		const dearer = { ...bought, externalWeeklyByBand: { '1-4': 2000 } };
		const own = pricedForecast(demand, only(dearer), outturn, counted('foster'));
		expect(own.calibration?.modelled).toBe(469_285.71);
		const missing = pricedForecast(demand, only(bought), outturn, counted('kinship')).calibration;
		expect(missing).toMatchObject({ modelled: null, factor: { waitsFor: ['prices of kinship'] } });
	});
});
