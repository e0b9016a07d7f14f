import { expect, test } from 'vitest';
import { clock, date, moment, month } from './dates';

test('months and dates are written out', () => {
	expect(month('2011-04')).toBe('April 2011');
	expect(date('2010-11-30')).toBe('30 November 2010');
	expect(date('2010-02')).toBe('February 2010');
	expect(date('2009/10')).toBe('2009/10');
});

test('a moment is told in British time wherever it is read, in summer and in winter', () => {
	expect(moment('2026-07-01T23:30:00.000Z')).toBe('2 July 2026, 00:30');
	expect(moment('2026-11-03T23:30:00.000Z')).toBe('3 November 2026, 23:30');
	expect(clock('2026-07-01T08:05:00.000Z')).toBe('09:05');
});
