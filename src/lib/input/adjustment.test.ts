import { describe, expect, test } from 'vitest';
import { readCell } from './human';
import type { GridColumn } from './table';

const cost: GridColumn = {
	id: 'cost',
	label: 'Cost',
	type: 'number',
	unit: '£ a year',
	canBeBlank: true
};
const rate: GridColumn = { ...cost, unit: 'per child-day' };
const share: GridColumn = { ...cost, unit: 'share of 1' };

const read = (typed: string, column: GridColumn, from: string | null, isKept = true) =>
	readCell(typed, column, { from, isKept });

/** What a text comes to and what is kept of it, in text. */
function comesTo(typed: string, column: GridColumn, from: string, isKept = true) {
	const reading = read(typed, column, from, isKept);
	if (!reading.ok) return reading.message;
	const { adjustment } = reading;
	if (adjustment === undefined) return reading.value;
	const amount = adjustment.edit === 'scale' ? adjustment.factor : adjustment.by;
	return [reading.value, adjustment.edit, amount.toFixed()];
}

describe('a cell that may be adjusted', () => {
	test.each(['×0.9', '× 0.9', 'x 0.9', 'X0.9', '*0.9', '× 90%', '-10%', '−10 %'])(
		'reads %s as nine tenths of what it says',
		(typed) => {
			expect(comesTo(typed, rate, '0.0021')).toEqual(['0.00189', 'scale', '0.9']);
		}
	);

	test('reads a percentage more', () => {
		expect(comesTo('+2.5%', cost, '1000')).toEqual(['1025', 'scale', '1.025']);
	});

	test.each([
		['add 2', '2'],
		['plus £2', '2'],
		['+= 2', '2'],
		['less 2', '-2'],
		['take away 2', '-2'],
		['-=2', '-2'],
		['add 1k', '1000']
	])('reads %s as an amount in its own unit', (typed, by) => {
		expect(comesTo(typed, cost, '5000')).toEqual([String(5000 + Number(by)), 'shift', by]);
	});

	test('goes on reading plain numbers as such', () => {
		expect(comesTo('-10', rate, '3')).toBe('-10');
		expect(comesTo('+0.5', rate, '3')).toBe('0.5');
		expect(comesTo('(120)', cost, '3')).toBe('-120');
		// In a column of shares a percentage is a value, whatever its sign.
		expect(comesTo('-10%', share, '0.4')).toBe('-0.1');
		expect(comesTo('less 10%', share, '0.4')).toEqual(['0.3', 'shift', '-0.1']);
		expect(comesTo('× 110%', share, '0.4')).toEqual(['0.44', 'scale', '1.1']);
	});

	test('works out a plain value to the penny where only that is kept', () => {
		expect(comesTo('× 1.005', cost, '10.10', false)).toEqual(['10.15', 'scale', '1.005']);
		expect(comesTo('× 1.005', cost, '10.10')).toEqual(['10.1505', 'scale', '1.005']);
	});

	test('says what stands against it', () => {
		expect(read('× 0.9', cost, null)).toEqual({
			ok: false,
			message: 'This cell is blank, so there is nothing to work on; write a number'
		});
		expect(comesTo('× -1', cost, '5')).toBe(
			'A factor is 0 or more; write one such as 0.9 for a tenth less'
		);
		expect(comesTo('-110%', cost, '5')).toBe(
			'A factor is 0 or more; write one such as 0.9 for a tenth less'
		);
		expect(comesTo('× much', cost, '5')).toBe('‘much’ is not a number; write digits, such as 12.5');
	});
});

test('a cell that may not be adjusted reads none of this', () => {
	expect(readCell('× 0.9', cost).ok).toBe(false);
	expect(readCell('add 2', cost).ok).toBe(false);
	expect(readCell('-10%', cost).ok).toBe(false);
});
