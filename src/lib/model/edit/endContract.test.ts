import { describe, expect, test } from 'vitest';
import { effect, made, problemsOf } from '../../../../tests/support/trial';

// Prices rise by 2.2% in April 2027 and by 2% each April after it.
describe('ending a contract', () => {
	const END = { contract: 'young-carers', start: '2027-04', noticeGiven: '2026-12' };

	test('saves price and client side, and pays what is left of the notice once', () => {
		const council = made('endContract', { ...END, exit: '9000' });
		// 138,000 × 1.022 + 7,400 × 1.022 = 148,598.80.
		expect(effect(council, 'cost.contracts')[1]).toBe('-148598.8');
		// Six months from December 2026 end in May 2027: two of 138,000 × 1.022 ÷ 12, and 9,000.
		expect(effect(council, 'cost.oneOff')).toEqual(['0', '32506', '0', '0', '0']);
	});

	test('cannot come after its own end, nor before its notice', () => {
		expect(problemsOf('endContract', { contract: 'befriending', start: '2029-06' })).toEqual({
			start: 'the contract ends by itself in 2029-04; write an earlier month'
		});
		expect(problemsOf('endContract', { ...END, noticeGiven: '2027-05' })).toEqual({
			noticeGiven:
				'2027-05 is after the first month without the contract, 2027-04; write an earlier month'
		});
	});
});
