import { expect, test } from 'vitest';
import { unitHint } from './hints';

test('the hint of a number names its unit as a person writes it, and says nothing where there is none', () => {
	expect(unitHint('£ a year')).toBe('In £ a year.');
	expect(unitHint('months')).toBe('In months.');
	expect(unitHint('share of 1')).toBe('A percentage, such as 3.5%.');
	expect(unitHint('share a year')).toBe('In % a year.');
	expect(unitHint(null)).toBe('');
	expect(unitHint('')).toBe('');
});
