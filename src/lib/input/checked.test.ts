import { expect, test } from 'vitest';
import { wrongWith } from './checked';
import { readCell } from './human';

const column = { id: 'fte', label: 'FTE', type: 'number', unit: 'FTE', canBeBlank: true } as const;
const notBelow = (_: string | null, __: string, value: string | null) =>
	value?.startsWith('-') === true ? `${value} is below 0; write 0 or more` : null;
const said = (typed: string) => wrongWith(notBelow, 'a', 'fte', typed, readCell(typed, column));

test('a refused number is named as it was typed, and brackets say what they mean', () => {
	expect(said('(120)')).toBe('‘(120)’ is −120, below 0; write 0 or more');
	expect(said('-120')).toBe('-120 is below 0; write 0 or more');
	expect(said('120')).toBeNull();
	expect(said('twelve')).toMatch(/^‘twelve’ is not a number/);
	expect(wrongWith(undefined, null, 'fte', '(5)', readCell('(5)', column))).toBeNull();
});
