import { describe, expect, test } from 'vitest';
import { parseDay } from '../../calendar/days';
import { meanModel } from '../estimate/careModel';
import type { CareForecastRequest } from '../estimate/forecast';
import { meanPath, spreadByMonth, stretchesBetween } from '../estimate/path';
import type { CareRates } from '../estimate/rates';
import { careCosts } from './costs';
import { expectedDemand } from './demand';
import { sumByPeriod } from './periods';
import type { TypePrices } from './prices';

const START = parseDay('2024-01-14') ?? 0;
const RATE = {
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
		{ ...RATE, band: '10-15', type: 'foster', perDay: 0.002 },
		{ ...RATE, band: '16-17', type: 'supported', perDay: 0.001 }
	],
	moves: [{ ...RATE, band: '10-15', from: 'foster', to: 'residential', perDay: 0.003 }],
	entries: [{ band: '10-15', type: 'foster', perDay: 0.2, events: 0, spread: 0 }],
	pooling: { exits: { toward: 'type', strength: 1 }, moves: { toward: 'type', strength: 1 } },
	dispersion: { quarters: 0, observed: 1, pValue: 1, used: 1 },
	phases: {
		statistic: 0,
		degrees: 0,
		pValue: 1,
		fitsBetter: true,
		factors: [
			{ ...RATE, type: 'foster', phase: 'firstYear', perDay: 3, exits: 0, expected: 0 },
			{ ...RATE, type: 'foster', phase: 'later', perDay: 0.5, exits: 0, expected: 0 }
		]
	},
	trend: { years: 5, perYear: 0, spread: 0, observed: 0 },
	window: { from: START - 365, to: START }
};
const request = (until: number, exits: 'onePhase' | 'twoPhase'): CareForecastRequest => ({
	opening: [
		{ age: 12, type: 'foster', children: 40, firstYear: 10 },
		{ age: 17, type: 'supported', children: 24, firstYear: 24 }
	],
	rates: RATES,
	start: START,
	until,
	choice: { exits }
});

describe('the children that are priced', () => {
	test('are those of the days of each month, with part months at either end', () => {
		const demand = expectedDemand(request(parseDay('2024-04-05') ?? 0, 'onePhase'));
		expect(demand.map(({ year, month, days }) => [year, month, days])).toEqual([
			[2023, 9, 17],
			[2023, 10, 29],
			[2023, 11, 31],
			[2024, 0, 5]
		]);
	});

	test.each(['2024-01-14', '2024-01-30', '2024-02-28'])(
		'from %s on come to the same as where months since the start are not cut',
		(day) => {
			const start = parseDay(day) ?? 0;
			for (const exits of ['onePhase', 'twoPhase'] as const) {
				const { opening } = request(start, exits);
				const stretches = stretchesBetween(start, start + 400);
				const path = meanPath(
					spreadByMonth(opening, exits === 'twoPhase'),
					meanModel(RATES, { exits }),
					stretches
				);
				const demand = expectedDemand({ ...request(start + 400, exits), start });
				expect(demand.reduce((days, own) => days + own.days, 0)).toBe(400);
				for (const state of path[0]?.childDays.keys() ?? []) {
					const at = (of: readonly (Float64Array | undefined)[]): number =>
						of.reduce((all, values) => all + (values?.[state] ?? 0), 0);
					expect(at(demand.map(({ childDays }) => childDays))).toBeCloseTo(
						at(path.map(({ childDays }) => childDays)),
						8
					);
					expect(at(demand.map(({ arrivals }) => arrivals))).toBeCloseTo(
						at(path.flatMap(({ entries, movesIn }) => [entries, movesIn])),
						8
					);
				}
			}
		}
	);

	test('cost by days: a half month of council places costs half of the month', () => {
		const mixed: TypePrices = {
			type: 'foster',
			provision: 'mixed',
			priceYear: '2023/24',
			uplift: null,
			capacity: 10,
			occupancy: 1,
			inHouseShare: null,
			fixedWeekly: 700,
			variableWeekly: 70,
			externalWeekly: 1400,
			externalWeeklyByBand: {},
			allowanceWeekly: null,
			oneOff: null,
			highCost: null
		};
		const still: CareForecastRequest = {
			...request(0, 'onePhase'),
			opening: [{ age: 6, type: 'foster', children: 12, firstYear: 0 }],
			rates: { ...RATES, exits: [], moves: [], entries: [] },
			start: parseDay('2024-03-31') ?? 0,
			until: parseDay('2024-04-15') ?? 0
		};
		const costs = careCosts(expectedDemand(still), { types: [mixed], leavers: null }, 1);
		const pounds = costs.lines.map(({ part, pence }) => [
			part,
			[...sumByPeriod(pence, ['all']).values()].map((own) => (own ?? NaN) / 100)
		]);
		// 15 days: ten places at £100 a day, ten children at £10, two bought at £200.
		expect(Object.fromEntries(pounds)).toEqual({
			fixed: [15_000],
			inHouse: [1_500],
			external: [6_000]
		});
	});
});
