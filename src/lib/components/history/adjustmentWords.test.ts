import { Decimal } from 'decimal.js';
import { expect, test } from 'vitest';
import { adjustmentWords, workedOutWords } from './adjustmentWords';

const times = (factor: string) => ({ edit: 'scale', factor: new Decimal(factor) }) as const;
const plus = (by: string) => ({ edit: 'shift', by: new Decimal(by) }) as const;

test('an adjustment has its sign and its unit, and shares go by points', () => {
	expect(adjustmentWords(times('0.9'), 'FTE')).toBe('× 0.9');
	expect(adjustmentWords(plus('-2'), 'FTE')).toBe('− 2 FTE');
	expect(adjustmentWords(plus('1200'), '£ a year')).toBe('+ £1,200 a year');
	expect(adjustmentWords(plus('0.03'), 'share of 1')).toBe('+ 3 percentage points');
	expect(adjustmentWords(plus('-0.005'), 'share a year')).toBe('− 0.5 percentage points a year');
});

test('a sum names its unit once, and stands alone where there is no number', () => {
	expect(workedOutWords(times('0.9'), '0.0021', 'per child-day')).toBe(
		'0.0021 × 0.9 = 0.00189 per child-day'
	);
	expect(workedOutWords(plus('2'), new Decimal(10), 'FTE')).toBe('10 + 2 = 12 FTE');
	expect(workedOutWords(plus('-0.05'), '0.4', 'share of 1')).toBe(
		'40% − 5 percentage points = 35%'
	);
	expect(workedOutWords(times('1.1'), '100', '£ a year')).toBe('£100 × 1.1 = £110 a year');
	expect(workedOutWords(times('1.1'), null, '£ a year')).toBe('× 1.1');
});
