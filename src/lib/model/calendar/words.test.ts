import { describe, expect, test } from 'vitest';
import { joinWords, textOfWords, theDate, theYear, worded } from './words';

const style = {
	year: (label: string) => label.replace('/', '-'),
	date: (text: string) => `the month ${text}`
};

describe('texts with times in them', () => {
	test('a year that the engine names is written as asked, one in a typed title is left alone', () => {
		const cliff = worded`${'Plan 2026/27'} ends in ${theYear('2027/28')}: a funding cliff`;
		expect(textOfWords(cliff, style)).toBe('Plan 2026/27 ends in 2027-28: a funding cliff');
		expect(textOfWords(cliff)).toBe('Plan 2026/27 ends in 2027/28: a funding cliff');
	});

	test('so is a month', () => {
		const early = worded`${theDate('2026-03')} is before ${'Plan 2026-04'}`;
		expect(textOfWords(early, style)).toBe('the month 2026-03 is before Plan 2026-04');
	});

	test('several texts are joined, and keep their times apart', () => {
		const both = joinWords(['Plan 2026/27', worded`to ${theYear('2027/28')}`], '; ');
		expect(textOfWords(both, style)).toBe('Plan 2026/27; to 2027-28');
		expect(joinWords(['one', 'two'], '; ')).toBe('one; two');
		expect(textOfWords(joinWords([], '; '))).toBe('');
	});
});
