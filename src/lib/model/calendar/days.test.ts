import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	calendarYearOf,
	dayOf,
	dayText,
	endOfMonth,
	firstOfApril,
	monthsLater,
	nextEndOfMarch,
	parseDay,
	yearsLater
} from './days';

describe('a day', () => {
	test('has the date that the platform gives it, for two centuries', () => {
		const wrong: string[] = [];
		for (let day = -25_567; day <= 51_134; day++) {
			const date = new Date(day * 86_400_000);
			const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
			const isRight =
				dayOf(year, month, date.getUTCDate()) === day &&
				calendarYearOf(day) === year &&
				endOfMonth(day) === Date.UTC(year, month, 0) / 86_400_000;
			if (!isRight) wrong.push(dayText(day));
		}
		expect(wrong).toEqual([]);
	});

	test('is counted from 1 January 1970', () => {
		expect(parseDay('1970-01-01')).toBe(0);
		expect(parseDay('1970-02-01')).toBe(31);
		expect(parseDay('2000-03-01')).toBe(11017);
	});

	test('reads back as it is written', () => {
		fc.assert(
			fc.property(fc.integer({ min: -20000, max: 40000 }), (day) => {
				expect(parseDay(dayText(day))).toBe(day);
			})
		);
	});

	test.each(['2023-02-29', '2024-13-01', '2024-04-31', '31/03/2024', '2024-3-1', '', '0024-01-01'])(
		"'%s' is none",
		(text) => {
			expect(parseDay(text)).toBeNull();
		}
	);

	test('may carry a midnight, as databases write it', () => {
		expect(parseDay('2024-03-31 00:00:00')).toBe(dayOf(2024, 3, 31));
		expect(parseDay('2024-03-31T00:00:00.000')).toBe(dayOf(2024, 3, 31));
		expect(parseDay('2024-03-31 12:00:00')).toBeNull();
	});
});

const text = (day: number | null) => (day === null ? null : dayText(day));

test('years later is the same day, and 28 February where there is no 29th', () => {
	expect(text(yearsLater(dayOf(2004, 2, 29) ?? 0, 16))).toBe('2020-02-29');
	expect(text(yearsLater(dayOf(2004, 2, 29) ?? 0, 18))).toBe('2022-02-28');
	expect(text(yearsLater(dayOf(2010, 12, 31) ?? 0, 1))).toBe('2011-12-31');
});

test('the end of March on or after a day', () => {
	expect(text(nextEndOfMarch(parseDay('2024-03-31') ?? 0))).toBe('2024-03-31');
	expect(text(nextEndOfMarch(parseDay('2024-04-01') ?? 0))).toBe('2025-03-31');
	expect(text(nextEndOfMarch(parseDay('2024-01-01') ?? 0))).toBe('2024-03-31');
	expect(text(firstOfApril(2024))).toBe('2024-04-01');
	expect(calendarYearOf(firstOfApril(2024) - 92)).toBe(2023);
});

test('months later is the same day, and the last of a shorter month', () => {
	const start = parseDay('2023-10-31') ?? 0;
	expect([1, 2, 4, 5, 14].map((months) => text(monthsLater(start, months)))).toEqual([
		'2023-11-30',
		'2023-12-31',
		'2024-02-29',
		'2024-03-31',
		'2024-12-31'
	]);
});
