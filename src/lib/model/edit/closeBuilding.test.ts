import { describe, expect, test } from 'vitest';
import { effect, made, newest, problemsOf } from '../../../../tests/support/trial';

// Prices rise by 2.2% in April 2027 and by 2% each April after it.
const CLOSING = { building: 'oxenfold-green', start: '2027-07', consultation: '18000' };

describe('closing a building', () => {
	test('saves its running cost for the months closed, and pays for the void, dilapidations and moves', () => {
		const council = made('closeBuilding', CLOSING);
		// 9,000 + 9,800 + 10,400 + 8,600 + 6,200 + 2,100 + 5,900 − 2,400 = 49,600 a year.
		// 2027/28: 9 months of 49,600 × 1.022 = 38,018.40 less; 6 months of 9,800 × 1.022 = 5,007.80 more.
		// 2028/29: 49,600 × 1.022 × 1.02 = 51,705.024; then × 1.02 = 52,739.12448; × 1.02 = 53,793.9069696.
		expect(effect(council, 'cost.buildings')).toEqual([
			'0',
			'-33010.6',
			'-51705.02',
			'-52739.12',
			'-53793.91'
		]);
		// 6,000 × 1.022 + 4,200 × 1.022 + 18,000 in cash.
		expect(effect(council, 'cost.oneOff')).toEqual(['0', '28424.4', '0', '0', '0']);
		expect(effect(council, 'estate.open')).toEqual(['0', '-1', '-1', '-1', '-1']);
	});

	test('takes what is answered before what the record says', () => {
		const council = made('closeBuilding', {
			...CLOSING,
			consultation: '',
			voidMonths: '3',
			holdingCost: '12000',
			dilapidations: '0',
			receipt: '250000',
			receiptMonths: '12'
		});
		// 38,018.40 less; 3 months of 12,000 × 1.022 = 3,066 more.
		expect(effect(council, 'cost.buildings')[1]).toBe('-34952.4');
		// Moves alone: 4,200 × 1.022.
		expect(effect(council, 'cost.oneOff')[1]).toBe('4292.4');
		// A receipt is cash, a year after July 2027.
		expect(effect(council, 'capital.receipts')).toEqual(['0', '0', '250000', '0', '0']);
		expect(newest(council)).toMatchObject({
			id: 'close-oxenfold-green-family-hub',
			title: 'Close Oxenfold Green family hub',
			status: 'idea',
			rampMonths: 0
		});
	});

	test('is refused for one that the scenario closes already', () => {
		expect(
			problemsOf('closeBuilding', CLOSING, { council: made('closeBuilding', CLOSING) })
		).toEqual({
			building:
				"the change 'Close Oxenfold Green family hub' of this scenario takes it away already; choose another, or change that one"
		});
	});
});
