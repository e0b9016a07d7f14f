import { describe, expect, test } from 'vitest';
import { effect, made, problemsOf } from '../../../../tests/support/trial';

describe('a savings target', () => {
	const REVISED = {
		target: 'commissioning-review',
		status: 'revised',
		date: '2026-05-12',
		'amount 2026/27': '50000',
		'amount 2028/29': '40000',
		reason: 'One contract stays.'
	};

	test('holds outright: amounts recur from the year in which they start', () => {
		// Before: 70,000, then 140,000 from 2027/28. After: 50,000, 50,000, then 90,000.
		expect(effect(made('reviseTarget', REVISED), 'savings.target')).toEqual([
			'-20000',
			'-90000',
			'-50000',
			'-50000',
			'-50000'
		]);
	});

	test('keeps to the moves that a saving may make, and to time', () => {
		expect(problemsOf('reviseTarget', { ...REVISED, status: 'proposed' })).toEqual({
			status: 'a saving that is approved cannot become proposed; choose another status'
		});
		expect(problemsOf('reviseTarget', { ...REVISED, date: '2025-01-01' })).toEqual({
			date: '2025-01-01 is before 2026-02-24, the date of the last version; write a later one'
		});
		expect(
			problemsOf('reviseTarget', {
				target: 'commissioning-review',
				status: 'revised',
				date: '2026-05-12'
			})
		).toEqual({
			'amount 2026/27': 'Amounts are missing; write at least one, 0 where nothing is saved'
		});
	});
});
