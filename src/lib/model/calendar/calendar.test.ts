import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	daysAfterStart,
	daysInMonth,
	daysInYear,
	monthText,
	parseMonth,
	parseYear,
	weekdayOf,
	yearLabel,
	yearLabels,
	yearOfMonth
} from './calendar';

describe('financial years', () => {
	test.each([
		['2010/11', 2010],
		['1999/00', 1999],
		['2099/00', 2099]
	])('%s starts in %i and is written back the same', (label, start) => {
		expect(parseYear(label)).toBe(start);
		expect(yearLabel(start)).toBe(label);
	});

	test.each(['2010', '2010/12', '2010/10', '2010-11', '10/11', '2010/1', ' 2010/11', ''])(
		"'%s' is no financial year",
		(text) => {
			expect(parseYear(text)).toBeNull();
		}
	);

	test('labels run on from the first, over the turn of a century', () => {
		expect(yearLabels(1998, 3)).toEqual(['1998/99', '1999/00', '2000/01']);
	});

	test.each([
		[2023, 366],
		[2024, 365],
		[1999, 366],
		[1899, 365],
		[2099, 365]
	])('the year from April %i has %i days, by the February inside it', (start, days) => {
		expect(daysInYear(start)).toBe(days);
	});
});

describe('months', () => {
	test.each([
		['2010-04', 0],
		['2010-03', -1],
		['2011-03', 11],
		['2011-04', 12],
		['2009-04', -12],
		['2010-12', 8],
		['2011-01', 9]
	])('%s is month %i of a projection from 2010/11', (text, month) => {
		expect(parseMonth(text, 2010)).toBe(month);
		expect(monthText(month, 2010)).toBe(text);
	});

	test.each(['2010-13', '2010-00', '2010-4', '2010/04', '10-04', '2010-04-01', ''])(
		"'%s' is no month",
		(text) => {
			expect(parseMonth(text, 2010)).toBeNull();
		}
	);

	test('a year holds the months from April to March', () => {
		expect([0, 11, 12, -1, -12, -13].map(yearOfMonth)).toEqual([0, 0, 1, -1, -1, -2]);
	});

	test('every month has the days that the calendar of the machine gives it', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1900, max: 2100 }),
				fc.integer({ min: -30, max: 400 }),
				(first, month) => {
					// Day 0 of a month is the last of the one before; only a test may use Date.
					const last = new Date(Date.UTC(2000, 0, 1));
					last.setUTCFullYear(first, 3 + month + 1, 0);
					expect(daysInMonth(month, first)).toBe(last.getUTCDate());
				}
			)
		);
	});

	test('the twelve months of a year have its days', () => {
		for (let first = 1995; first < 2005; first++) {
			const days = Array.from({ length: 12 }, (_, m) => daysInMonth(m, first));
			expect(days.reduce((sum, own) => sum + own, 0)).toBe(daysInYear(first));
		}
	});
});

describe('dates', () => {
	test.each([
		['2010-04-01', 0],
		['2010-04-16', 15],
		['2010-05-01', 30],
		['2010-03-31', -1],
		// The last day of November, then 31 + 31 + 28 + 31 days.
		['2009-11-30', -122],
		// A year, 306 days to 1 February, 28 more.
		['2012-02-29', 699]
	])('%s lies %i days after 1 April 2010', (date, days) => {
		expect(daysAfterStart(date, 2010)).toBe(days);
	});

	test('days after the start agree with the calendar of the machine', () => {
		const days = fc.date({
			min: new Date('1950-01-01T00:00:00Z'),
			max: new Date('2099-12-31T00:00:00Z'),
			noInvalidDate: true
		});
		fc.assert(
			fc.property(days, fc.integer({ min: 1980, max: 2060 }), (date, first) => {
				const text = date.toISOString().slice(0, 10);
				const since = Date.parse(text) - Date.UTC(first, 3, 1);
				expect(daysAfterStart(text, first)).toBe(since / 86_400_000);
			})
		);
	});

	test.each(['2011-02-29', '2010-04-31', '2010-04-00', '2010-13-01', '2010-04', 'today'])(
		"'%s' is no date",
		(text) => {
			expect(daysAfterStart(text, 2010)).toBeNull();
		}
	);

	test.each([
		['2014-05-23', 'Friday'],
		['2014-05-24', 'Saturday'],
		['2010-11-30', 'Tuesday'],
		['2000-02-29', 'Tuesday'],
		['1900-01-01', 'Monday'],
		['2024-12-25', 'Wednesday']
	])('%s was a %s', (date, weekday) => {
		expect(weekdayOf(date)).toBe(weekday);
	});

	test('weekdays agree with the calendar of the machine', () => {
		const days = fc.date({
			min: new Date('1900-01-01T00:00:00Z'),
			max: new Date('2199-12-31T00:00:00Z'),
			noInvalidDate: true
		});
		fc.assert(
			fc.property(days, (date) => {
				const name = date.toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' });
				expect(weekdayOf(date.toISOString().slice(0, 10))).toBe(name);
			})
		);
	});

	test('words have no weekday', () => {
		expect(weekdayOf('last Friday')).toBeNull();
	});
});
