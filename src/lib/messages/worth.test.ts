import { Decimal } from 'decimal.js';
import { describe, expect, test } from 'vitest';
import { houseOf } from '$lib/format';
import { worthSentence, type Worth } from './worth';

const house = houseOf({
	firstYear: '2026/27',
	style: { years: 'slash', numbers: 'plain', terms: 'cash' }
});

function said(costs: number, benefits: number, payback: Worth['payback']): string {
	return worthSentence({
		perspective: 'council',
		title: 'Plan',
		costs: new Decimal(costs),
		benefits: new Decimal(benefits),
		payback,
		years: ['2026/27', '2027/28', '2028/29'],
		house
	});
}

describe('whether a scenario is worth it, in a sentence', () => {
	test('says what it costs, what comes back, the difference and when it is paid back', () => {
		expect(said(2_000_000, 3_500_000, { year: '2027/28' })).toBe(
			'For the council’s own budget, ‘Plan’ costs £2 million more and brings back £3.5 million over 2026/27 to 2028/29: £1.5 million better than changing nothing, and it pays back in 2027/28.'
		);
	});

	test('says of one that is not worth it that it does not pay back', () => {
		expect(said(500_000, 120_000, null)).toBe(
			'For the council’s own budget, ‘Plan’ costs £500,000 more and brings back £120,000 over 2026/27 to 2028/29: £380,000 worse than changing nothing, and it does not pay back by 2028/29.'
		);
	});

	test('says of a cut what is lost by it', () => {
		expect(said(-500_000, -620_000, null)).toContain(
			'spends £500,000 less and loses £620,000 of what help brings about over 2026/27 to 2028/29: £120,000 worse'
		);
	});

	test('says of one that never costs more than it has brought back that it is never behind', () => {
		expect(said(0, 100, 'ahead')).toContain(
			'costs nothing more and brings back £100 over 2026/27 to 2028/29: £100 better than changing nothing, and its costs never run ahead'
		);
	});
});
