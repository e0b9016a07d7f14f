import { expect, test } from 'vitest';
import { clock, date, moment, month, spoken } from './dates';

test('months and dates are written out', () => {
	expect(month('2011-04')).toBe('April 2011');
	expect(date('2010-11-30')).toBe('30 November 2010');
	expect(date('2010-02')).toBe('February 2010');
	expect(date('2009/10')).toBe('2009/10');
});

test('months and days of a sentence are written out, and neither what was typed nor a financial year', () => {
	expect(spoken('2031-04 lies outside the projection; write a month from 2026-04 to 2031-03')).toBe(
		'April 2031 lies outside the projection; write a month from April 2026 to March 2031'
	);
	expect(spoken('Return, 2022-04-01 to 2024-03-31')).toBe('Return, 1 April 2022 to 31 March 2024');
	expect(spoken("'2026-04' and “Plan 2026-05” in 2026-27, 2026/27 and 1-2026-04")).toBe(
		"'2026-04' and “Plan 2026-05” in 2026-27, 2026/27 and 1-2026-04"
	);
});

test('a moment is told in British time wherever it is read, in summer and in winter', () => {
	expect(moment('2026-07-01T23:30:00.000Z')).toBe('2 July 2026, 00:30');
	expect(moment('2026-11-03T23:30:00.000Z')).toBe('3 November 2026, 23:30');
	expect(clock('2026-07-01T08:05:00.000Z')).toBe('09:05');
});
