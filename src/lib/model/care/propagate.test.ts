import { CARE_BANDS } from '../records/careFlow';
import { describe, expect, test } from 'vitest';
import { monthOperator, type BandRates } from './generator';
import {
	AGE_CELLS,
	bandOfCell,
	bandRange,
	evenProfile,
	isWholeSplit,
	newbornProfile,
	stepMonth,
	type MonthFlows
} from './propagate';

const profiles = CARE_BANDS.map((_, band) => (band === 0 ? newbornProfile() : evenProfile(band)));

interface Case {
	readonly types: number;
	readonly state: Float64Array;
	readonly rates: readonly BandRates[];
	readonly entriesPerDay: Float64Array;
}

function step({ state, rates, entriesPerDay }: Case, days: number) {
	const operators = rates.map((band) => monthOperator(band, days));
	return stepMonth(state, operators, rates, entriesPerDay, profiles);
}

function total(amounts: Float64Array): number {
	return amounts.reduce((sum, amount) => sum + amount, 0);
}

function sameRates(types: number, exit: number): readonly BandRates[] {
	const rates = {
		exits: new Array<number>(types).fill(exit),
		moves: Array.from({ length: types }, () => new Array<number>(types).fill(0))
	};
	return CARE_BANDS.map(() => rates);
}

function childIn(cell: number): Float64Array {
	const state = new Float64Array(AGE_CELLS);
	state[cell] = 1;
	return state;
}

describe('age bands', () => {
	test('cover every month from birth to 18, at the ages that they name', () => {
		expect(CARE_BANDS.map((_, band) => bandRange(band))).toEqual([
			[0, 12],
			[12, 60],
			[60, 120],
			[120, 192],
			[192, 216]
		]);
		expect([0, 11, 12, 59, 60, 119, 120, 191, 192, 215].map(bandOfCell)).toEqual([
			0, 0, 1, 1, 2, 2, 3, 3, 4, 4
		]);
	});

	test('refuse an age or a band that is not there', () => {
		for (const cell of [-1, 216, 3.5, NaN]) expect(() => bandOfCell(cell)).toThrow(RangeError);
		for (const band of [-1, 5]) expect(() => bandRange(band)).toThrow(RangeError);
	});

	test('have entry profiles that share out every child', () => {
		profiles.forEach((profile, band) => {
			const [start, end] = bandRange(band);
			expect(profile).toHaveLength(end - start);
			expect(isWholeSplit(profile)).toBe(true);
		});
		expect(newbornProfile()[0]).toBe(0.5);
		expect(newbornProfile()[11]).toBeCloseTo(0.5 / 11, 15);
	});

	test('tell shares of a whole from shares that are not', () => {
		expect(isWholeSplit([0.1, 0.2, 0.7])).toBe(true);
		expect(isWholeSplit([0.1, 0.2, 0.6])).toBe(false);
		expect(isWholeSplit([1.5, -0.5])).toBe(false);
		expect(isWholeSplit([NaN, 1])).toBe(false);
	});
});

describe('a month of one placement type', () => {
	const exit = 0.002;
	const days = 31;
	const kept = Math.exp(-exit * days);
	const rates = sameRates(1, exit);

	test('keeps N·exp(−μd) of a stock, and counts its days', () => {
		const { state, flows } = step(
			{
				types: 1,
				state: childIn(30).map((n) => 40 * n),
				rates,
				entriesPerDay: new Float64Array(5)
			},
			days
		);
		expect(state[31]).toBeCloseTo(40 * kept, 12);
		expect(flows.opening[1]).toBe(40);
		expect(flows.exits[1]).toBeCloseTo(40 * (1 - kept), 12);
		expect(flows.childDays[1]).toBeCloseTo((40 * (1 - kept)) / exit, 10);
		expect(flows.closing[1]).toBeCloseTo(40 * kept, 12);
	});

	test('keeps e·(1 − exp(−μd))/μ of the entries, spread over the ages of their band', () => {
		const entriesPerDay = Float64Array.from([0, 0, 0.25, 0, 0]);
		const { state, flows } = step(
			{ types: 1, state: new Float64Array(216), rates, entriesPerDay },
			days
		);
		const remaining = (0.25 * (1 - kept)) / exit;
		expect(flows.entries[2]).toBeCloseTo(0.25 * days, 12);
		expect(flows.childDays[2]).toBeCloseTo((0.25 * (days - (1 - kept) / exit)) / exit, 10);
		expect(state[60]).toBe(0);
		expect(state[61]).toBeCloseTo(remaining / 60, 13);
		expect(flows.agedOut[2]).toBeCloseTo(remaining / 60, 13);
		expect(flows.agedIn[3]).toBe(flows.agedOut[2]);
		expect(flows.closing[2]).toBeCloseTo((remaining * 59) / 60, 12);
	});

	test('settles, after 18 years, at the stock that entries and exits hold in balance', () => {
		// Entries only at age 10–15; the stock of that band in a steady month, hand-summed over its cohorts.
		const entriesPerDay = Float64Array.from([0, 0, 0, 0.3, 0]);
		let state: Float64Array = new Float64Array(AGE_CELLS);
		let flows: MonthFlows | undefined;
		for (let month = 0; month < AGE_CELLS; month++) {
			({ state, flows } = step({ types: 1, state, rates, entriesPerDay }, days));
		}
		const perCell = (0.3 * (1 - kept)) / exit / 72;
		let expected = 0;
		let cohort = 0;
		for (let cell = 121; cell < 192; cell++) {
			cohort = cohort * kept + perCell;
			expected += cohort;
		}
		expect(flows?.closing[3]).toBeCloseTo(expected, 10);
		expect(total(flows?.turned18 ?? new Float64Array(1))).toBeCloseTo(
			(cohort * kept + perCell) * kept ** 24,
			10
		);
	});
});

describe('a month of moves', () => {
	test('carries half the expected children across when two types swap at one rate', () => {
		const swap = {
			exits: [0, 0],
			moves: [
				[0, 0.01],
				[0.01, 0]
			]
		};
		const state = new Float64Array(AGE_CELLS * 2);
		state[2 * 100] = 10;
		const { state: next, flows } = step(
			{ types: 2, state, rates: CARE_BANDS.map(() => swap), entriesPerDay: new Float64Array(10) },
			30
		);
		// Two-state chain: p(t) = (1 + exp(−2rt))/2.
		const stayed = 5 * (1 + Math.exp(-0.6));
		expect(next[2 * 101]).toBeCloseTo(stayed, 12);
		expect(next[2 * 101 + 1]).toBeCloseTo(10 - stayed, 12);
		const daysInFirst = 5 * (30 + (1 - Math.exp(-0.6)) / 0.02);
		expect(flows.childDays[2 * 2]).toBeCloseTo(daysInFirst, 10);
		expect(flows.movesOut[2 * 2]).toBeCloseTo(0.01 * daysInFirst, 12);
		expect(flows.movesIn[2 * 2 + 1]).toBe(flows.movesOut[2 * 2]);
	});

	test('counts no move from a type to itself', () => {
		const odd = { exits: [0], moves: [[0.5]] };
		const { flows } = step(
			{
				types: 1,
				state: childIn(100),
				rates: CARE_BANDS.map(() => odd),
				entriesPerDay: new Float64Array(5)
			},
			30
		);
		expect(total(flows.movesIn)).toBe(0);
		expect(total(flows.movesOut)).toBe(0);
		expect(total(flows.closing)).toBe(1);
	});
});

describe('ageing', () => {
	test('takes a child out of care exactly when its 18 years are over', () => {
		const rates = sameRates(1, 0);
		for (const cell of [0, 11, 12, 59, 100, 191, 192, 214, 215]) {
			let state = childIn(cell);
			for (let month = 1; month <= AGE_CELLS - cell; month++) {
				const stepped = step({ types: 1, state, rates, entriesPerDay: new Float64Array(5) }, 30);
				state = stepped.state;
				const last = month === AGE_CELLS - cell;
				expect(stepped.flows.turned18[0]).toBe(last ? 1 : 0);
				expect(stepped.flows.agedOut[4]).toBe(last ? 1 : 0);
				expect(state[cell + month] ?? 0).toBe(last ? 0 : 1);
				expect(total(state)).toBe(last ? 0 : 1);
			}
		}
	});

	test('leaves nobody in care 216 months after the last entry', () => {
		const once = step(
			{
				types: 1,
				state: new Float64Array(AGE_CELLS).fill(3),
				rates: sameRates(1, 0.0005),
				entriesPerDay: new Float64Array(5).fill(0.2)
			},
			30
		);
		let state = once.state;
		for (let month = 0; month < AGE_CELLS - 1; month++) {
			({ state } = step(
				{ types: 1, state, rates: sameRates(1, 0.0005), entriesPerDay: new Float64Array(5) },
				30
			));
		}
		expect(total(state)).toBe(0);
	});

	test('moves every child that turns 12 months to the next band in its own placement type', () => {
		const state = new Float64Array(AGE_CELLS * 2);
		state[11 * 2 + 1] = 6;
		const { flows } = step(
			{ types: 2, state, rates: sameRates(2, 0), entriesPerDay: new Float64Array(10) },
			28
		);
		expect(flows.agedOut[1]).toBe(6);
		expect(flows.agedIn[2 + 1]).toBe(6);
		expect(flows.closing[1]).toBe(0);
		expect(flows.closing[2 + 1]).toBe(6);
	});
});

describe('ten months', () => {
	test('give the same as following the differential equation in small steps', () => {
		// Fourth-order Runge–Kutta on one cohort of three types, ageing by calendar through two bands.
		const rates = CARE_BANDS.map((_, band) => ({
			exits: [0.001 + 0.0004 * band, 0.0007, 0.0002],
			moves: [
				[0, 0.002, 0.0003 * band],
				[0.0005, 0, 0.001],
				[0.0001, 0.0008, 0]
			]
		}));
		const slope = (n: readonly number[], { exits, moves }: BandRates): number[] =>
			n.map((value, q) =>
				n.reduce(
					(sum, other, p) => (p === q ? sum : sum + other * moves[p]![q]! - value * moves[q]![p]!),
					-value * exits[q]!
				)
			);
		const along = (n: readonly number[], k: readonly number[], h: number): number[] =>
			n.map((value, i) => value + h * k[i]!);

		let state: Float64Array = new Float64Array(AGE_CELLS * 3);
		state.set([50, 20, 5], 55 * 3);
		let cohort: readonly number[] = [50, 20, 5];
		for (let month = 0; month < 10; month++) {
			({ state } = step({ types: 3, state, rates, entriesPerDay: new Float64Array(15) }, 30));
			const band = rates[month < 5 ? 1 : 2]!;
			for (let day = 0; day < 30; day++) {
				const a = slope(cohort, band);
				const b = slope(along(cohort, a, 0.5), band);
				const c = slope(along(cohort, b, 0.5), band);
				const d = slope(along(cohort, c, 1), band);
				cohort = cohort.map((n, i) => n + (a[i]! + 2 * b[i]! + 2 * c[i]! + d[i]!) / 6);
			}
		}
		cohort.forEach((n, type) => expect(state[65 * 3 + type]! / n).toBeCloseTo(1, 10));
	});
});

describe('a month that cannot be computed is refused', () => {
	const rates = sameRates(2, 0.001);
	const operators = rates.map((band) => monthOperator(band, 30));
	const state = new Float64Array(AGE_CELLS * 2);
	const entries = new Float64Array(10);

	test.each([
		['too few operators', () => stepMonth(state, operators.slice(1), rates, entries, profiles)],
		[
			'months of two lengths',
			() =>
				stepMonth(
					state,
					[...operators.slice(1), monthOperator(rates[0]!, 31)],
					rates,
					entries,
					profiles
				)
		],
		[
			'rates of other types',
			() => stepMonth(state, operators, sameRates(3, 0.001), entries, profiles)
		],
		[
			'a stock of other types',
			() => stepMonth(new Float64Array(216), operators, rates, entries, profiles)
		],
		[
			'negative entries',
			() =>
				stepMonth(
					state,
					operators,
					rates,
					entries.map(() => -1),
					profiles
				)
		],
		[
			'entries that are no number',
			() =>
				stepMonth(
					state,
					operators,
					rates,
					entries.map(() => NaN),
					profiles
				)
		],
		[
			'profiles of the wrong length',
			() => stepMonth(state, operators, rates, entries, [...profiles].reverse())
		],
		[
			'a profile that loses children',
			() =>
				stepMonth(
					state,
					operators,
					rates,
					entries,
					profiles.map((profile) => profile.map((share) => share * 0.99))
				)
		]
	])('%s', (_, run) => {
		expect(run).toThrow(RangeError);
	});
});
