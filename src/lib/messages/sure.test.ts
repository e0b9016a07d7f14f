import { expect, test } from 'vitest';
import { houseOf } from '$lib/format';
import { chanceWords, moreOrLess } from './sure';

test('a chance is told in tenths, and near its ends as rarer than that', () => {
	expect(
		[0, 0.009, 0.01, 0.049, 0.05, 0.26, 0.68, 0.949, 0.951, 0.995, 1].map(chanceWords)
	).toEqual([
		'less than 1 in 100',
		'less than 1 in 100',
		'less than 1 in 20',
		'less than 1 in 20',
		'about 1 in 10',
		'about 3 in 10',
		'about 7 in 10',
		'about 9 in 10',
		'more than 19 in 20',
		'more than 99 in 100',
		'more than 99 in 100'
	]);
});

test('a difference is told as more or less, and nothing as neither', () => {
	const house = houseOf({
		firstYear: '2026/27',
		style: { years: 'slash', numbers: 'plain', terms: 'cash' }
	});
	expect(moreOrLess(1_200_000, house)).toBe('£1.2 million more');
	expect(moreOrLess(-300_000, house)).toBe('£300,000 less');
	expect(moreOrLess(0.004, house)).toBe('no more and no less');
});
