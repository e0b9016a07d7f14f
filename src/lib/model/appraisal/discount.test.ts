import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBlocked } from '../formula/value';
import { Exact } from '../money/money';
import { annuity, discountFactors, presentValue, roundedValue, type Schedule } from './discount';

const schedule = (...bands: readonly (readonly [number, string | null])[]): Schedule => ({
	id: 'green-book',
	title: 'Green Book',
	rule: 'discount',
	status: 'current',
	statedOn: '2025-12-16',
	source: '',
	bands: bands.map(([fromYear, rate]) => ({
		fromYear: new Decimal(fromYear),
		discountRate: rate === null ? null : new Decimal(rate)
	}))
});

const GREEN_BOOK = schedule([0, '0.035'], [31, '0.03'], [76, '0.025']);

const factor = (years: number, t: number): string => {
	const own = discountFactors(GREEN_BOOK, years)[t];
	return own === undefined || isBlocked(own) ? 'blocked' : own.toFixed(4);
};

describe('discount factors', () => {
	test.each([
		[0, '1.0000'],
		[1, '0.9662'],
		[2, '0.9335'],
		[3, '0.9019'],
		[4, '0.8714'],
		[5, '0.8420'],
		[10, '0.7089'],
		[20, '0.5026'],
		[30, '0.3563']
	])('of year %i is %s, as the tables of the Green Book print it', (t, printed) => {
		expect(factor(61, t)).toBe(printed);
	});

	test('to year 60 are those of whole-number arithmetic: 3.5 % up to year 30, then 3 %', () => {
		const factors = discountFactors(GREEN_BOOK, 61);
		const places = 30n;
		for (let t = 0; t <= 60; t++) {
			const low = BigInt(Math.min(t, 30));
			const high = BigInt(Math.max(0, t - 30));
			const scaled = (10n ** places * 1000n ** low * 100n ** high) / (1035n ** low * 103n ** high);
			const own = factors[t] ?? new Exact(0);
			const text = isBlocked(own)
				? 'blocked'
				: own.times(new Exact(10).pow(30)).toDecimalPlaces(0, Decimal.ROUND_DOWN).toFixed();
			expect(text, `year ${t}`).toBe(scaled.toString());
		}
	});

	test('are blocked from the first year whose rate is blank, and say which', () => {
		const factors = discountFactors(schedule([0, '0.035'], [2, null]), 4);
		expect(factors.map((own) => (isBlocked(own) ? own.waitsFor : own.toFixed(4)))).toEqual([
			'1.0000',
			'0.9662',
			['rules/green-book.bands.1.discountRate'],
			['rules/green-book.bands.1.discountRate']
		]);
	});
});

describe('a present value', () => {
	const flow = (...pounds: readonly number[]) => ({
		values: Float64Array.from(pounds, (own) => own * 100),
		blockedBy: ['posts/officer.fte']
	});

	test('of £100 a year for three years is £289.97', () => {
		const value = presentValue(flow(100, 100, 100), discountFactors(GREEN_BOOK, 3));
		expect(isBlocked(value) ? '' : value.toFixed(4)).toBe('289.9694');
		expect(roundedValue(value)).toBe(28997);
	});

	test('waits for what blocks a year that has something in it', () => {
		const factors = discountFactors(schedule([0, '0.035'], [2, null]), 3);
		expect(presentValue(flow(100, NaN, 0), factors)).toMatchObject({
			waitsFor: ['posts/officer.fte']
		});
		expect(presentValue(flow(100, 100, 1), factors)).toMatchObject({
			waitsFor: ['rules/green-book.bands.1.discountRate']
		});
		expect(isBlocked(presentValue(flow(100, 100, 0), factors))).toBe(false);
	});

	test('of a level amount is the amount times the sum of the factors, and scales with it', () => {
		const pence = fc.integer({ min: -1e9, max: 1e9 });
		fc.assert(
			fc.property(pence, fc.integer({ min: 1, max: 30 }), fc.integer(), (own, years, by) => {
				const factors = discountFactors(GREEN_BOOK, years);
				const level = (amount: number) =>
					presentValue({ values: new Float64Array(years).fill(amount), blockedBy: [] }, factors);
				const [sum, value, scaled] = [annuity(factors), level(own), level(own * (by % 1000))];
				if (isBlocked(sum) || isBlocked(value) || isBlocked(scaled))
					throw new Error('no rate is blank');
				const near = (a: Decimal, b: Decimal) => a.minus(b).abs().lt(1e-20);
				expect(near(value, sum.times(own).div(100))).toBe(true);
				expect(near(scaled, value.times(by % 1000))).toBe(true);
			}),
			{ numRuns: 50 }
		);
	});
});
