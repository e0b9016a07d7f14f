import { describe, expect, test } from 'vitest';
import { shapeIn } from './timeline';

const stays = { start: '2027-04', rampMonths: 0, end: null };

describe('the shape of a change in a year', () => {
	test('fills every year from its start, and none before', () => {
		expect(shapeIn(stays, '2026/27')).toBeNull();
		expect(shapeIn(stays, '2027/28')).toBe('0,10 0,0 12,0 12,10');
		expect(shapeIn(stays, '2030/31')).toBe('0,10 0,0 12,0 12,10');
	});

	test('begins and ends in the middle of a year', () => {
		// September is the sixth month of the financial year, January the tenth.
		expect(shapeIn({ ...stays, start: '2027-09', end: '2028-01' }, '2027/28')).toBe(
			'5,10 5,0 9,0 9,10'
		);
	});

	test('is gone from the month of its end', () => {
		expect(shapeIn({ ...stays, end: '2028-04' }, '2027/28')).toBe('0,10 0,0 12,0 12,10');
		expect(shapeIn({ ...stays, end: '2028-04' }, '2028/29')).toBeNull();
	});

	test('rises over its ramp', () => {
		// Half way after twelve months of 24: 1.5 + 8.5 / 2 = 5.75 high, 4.25 from the top.
		expect(shapeIn({ ...stays, rampMonths: 24 }, '2027/28')).toBe('0,10 0,8.5 12,4.25 12,10');
		expect(shapeIn({ ...stays, rampMonths: 24 }, '2028/29')).toBe('0,10 0,4.25 12,0 12,10');
		expect(shapeIn({ ...stays, rampMonths: 6 }, '2027/28')).toBe('0,10 0,8.5 6,0 12,0 12,10');
	});
});
