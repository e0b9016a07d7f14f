import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDay } from '../../calendar/days';
import { CARE_BANDS } from '../../records/careFlow';
import { TYPES } from '../estimate/careModel';
import { stretchesBetween } from '../estimate/path';
import { RETURN_TYPE_IDS } from '../estimate/types';
import { careCosts } from './costs';
import type { DemandMonth } from './demand';
import { leaverAgeOf, leaverDays, leaverState, LEAVER_YEARS } from './leavers';
import { periodOf, sumByPeriod } from './periods';
import type { LeaverPrices } from './prices';

const START = parseDay('2024-03-31') ?? 0;
const FOSTER = RETURN_TYPE_IDS.indexOf('foster');

/** Months from April 2024 on in which so many foster children turn 18 at a month's end. */
function monthsWith(turning: Readonly<Record<number, number>>, months: number) {
	const stretches = stretchesBetween(
		START,
		parseDay(`${String(2024 + months / 12)}-03-31`) ?? START
	);
	const turned18 = stretches.map((_, at) => {
		const byType = new Float64Array(TYPES);
		byType[FOSTER] = turning[at] ?? 0;
		return byType;
	});
	return { stretches, days: leaverDays(stretches, turned18) };
}

function demandWith(turning: Readonly<Record<number, number>>, months: number) {
	const { stretches, days } = monthsWith(turning, months);
	return stretches.map(({ from, to }, at): DemandMonth => ({
		month: at % 12,
		year: 2024 + Math.floor(at / 12),
		days: to - from,
		childDays: new Float64Array(CARE_BANDS.length * TYPES),
		arrivals: new Float64Array(CARE_BANDS.length * TYPES),
		leaverDays: days[at] ?? new Float64Array()
	}));
}

const PRICES: LeaverPrices = {
	priceYear: '2024/25',
	uplift: null,
	shares: { stayingPut: 0.3, otherSupport: 0.5 },
	sharesByType: {},
	stayingPut: { '18-20': 700, '21-24': null },
	otherSupport: { '18-20': 350, '21-24': 70 },
	uasc: { share: 0.1, grantWeekly: 280, untilAge: 21 }
};

function pounds(demand: readonly DemandMonth[], leavers: LeaverPrices) {
	const costs = careCosts(demand, { types: [], leavers }, 1);
	const labels = periodOf(costs, 'year');
	return {
		costs,
		byPart: Object.fromEntries(
			costs.lines.map(({ part, pence }) => [
				part,
				[...sumByPeriod(pence, labels).values()].map((own) => (own === null ? null : own / 100))
			])
		)
	};
}

describe('care leavers', () => {
	test('ten who turn 18 at the end of the third month cost from the fourth on, by arrangement, less the grant', () => {
		const { costs, byPart } = pounds(demandWith({ 2: 10 }, 24), PRICES);
		// 1 July 2024 to 31 March 2025 are 274 days: £100 a day for three, £50 for five, £40 for one.
		expect(byPart).toEqual({
			stayingPut: [274 * 3 * 100, 365 * 3 * 100],
			otherSupport: [274 * 5 * 50, 365 * 5 * 50],
			uascGrant: [-274 * 40, -365 * 40]
		});
		const monthly = costs.lines[0]?.pence.slice(0, 4);
		expect(monthly).toEqual([0, 0, 0, 31 * 300 * 100]);
		expect(costs.leavers).toEqual([
			{ age: '18-20', people: [(10 * 274) / 365, 10] },
			{ age: '21-24', people: [0, 0] }
		]);
	});

	test('who turned 18 before the start are there from its first day, until they are 25', () => {
		const stretches = stretchesBetween(START, parseDay('2026-03-31') ?? START);
		const none = stretches.map(() => new Float64Array(TYPES));
		const days = leaverDays(stretches, none, [
			{ age: 18, type: 'foster', people: 12 },
			{ age: 24, type: 'foster', people: 24 }
		]);
		const peopleIn = (month: number, year: number) =>
			(days[month]?.[leaverState(year, FOSTER)] ?? 0) /
			((stretches[month]?.to ?? 0) - (stretches[month]?.from ?? 0));
		// A twelfth of each year's has a birthday every month.
		for (const month of [0, 1, 5, 11]) {
			expect(peopleIn(month, 18)).toBeCloseTo(12 - month, 9);
			expect(peopleIn(month, 19)).toBeCloseTo(month, 9);
			expect(peopleIn(month, 24)).toBeCloseTo(24 - 2 * month, 9);
		}
		expect(peopleIn(12, 19)).toBeCloseTo(12, 9);
		expect(peopleIn(12, 24)).toBe(0);
	});

	test('a blank price hides the years that need it, and no others', () => {
		const { costs, byPart } = pounds(demandWith({ 2: 10 }, 48), PRICES);
		// They are 21 on 1 July 2027.
		expect(byPart['stayingPut']?.map((own) => own === null)).toEqual([false, false, false, true]);
		expect(byPart['otherSupport']?.[3]).toBe(91 * 5 * 50 + 275 * 5 * 10);
		expect(byPart['uascGrant']?.[3]).toBe(-91 * 40);
		expect(costs.lines[0]?.waitsFor).toEqual([
			{ of: 'leavers', what: 'weekly cost of staying put from 21 to 24' }
		]);
	});

	test('have the shares of the type that they left where it has its own, and rise by their own rate', () => {
		const own = {
			...PRICES,
			uplift: { rates: {}, otherYears: 0.1 },
			sharesByType: { foster: { stayingPut: 1, otherSupport: 0 } }
		};
		const { byPart } = pounds(demandWith({ 11: 2 }, 24), own);
		expect(byPart).toEqual({
			stayingPut: [0, 365 * 2 * 110],
			otherSupport: [0, 0],
			// The grant is what it is.
			uascGrant: [0, -365 * 8]
		});
	});

	test('are all at 18 to 20, at 21 to 24, or past it', () => {
		fc.assert(
			fc.property(
				fc.dictionary(
					fc.integer({ min: 0, max: 119 }).map(String),
					fc.integer({ min: 0, max: 9 }),
					{ maxKeys: 20 }
				),
				(turning) => {
					const { stretches, days } = monthsWith(turning, 120);
					const sumOf = (at: number, from: number, to: number) =>
						Object.entries(turning)
							.filter(([month]) => from <= at - 1 - Number(month) && at - 1 - Number(month) < to)
							.reduce((sum, [, people]) => sum + people, 0);
					stretches.forEach(({ from, to }, at) => {
						const people = { '18-20': 0, '21-24': 0 };
						for (const year of LEAVER_YEARS)
							people[leaverAgeOf(year)] +=
								(days[at]?.[leaverState(year, FOSTER)] ?? 0) / (to - from);
						expect(people['18-20']).toBeCloseTo(sumOf(at, 0, 36), 9);
						expect(people['21-24']).toBeCloseTo(sumOf(at, 36, 84), 9);
						const passedOn = sumOf(at, 84, Infinity);
						expect(people['18-20'] + people['21-24'] + passedOn).toBeCloseTo(
							sumOf(at, 0, Infinity),
							9
						);
					});
				}
			),
			{ numRuns: 20 }
		);
	});
});
