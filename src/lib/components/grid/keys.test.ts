import { describe, expect, test } from 'vitest';
import { actionOf, clamped, tabbed, type Bounds, type Press } from './keys';

const BOUNDS: Bounds = { rows: 50, columns: 4, page: 10, hasForms: true };
const press = (key: string, held: Partial<Press> = {}): Press => ({
	key,
	command: false,
	shift: false,
	alt: false,
	...held
});
const spot = (row: number, column: number) => ({ row, column });
const moved = (key: string, at = spot(5, 2), held: Partial<Press> = {}) => {
	const action = actionOf(press(key, held), at, BOUNDS);
	if (action?.kind !== 'move') throw new Error(`${key} does not move`);
	return action;
};

describe('moving', () => {
	test.each([
		['ArrowUp', 4, 2],
		['ArrowDown', 6, 2],
		['ArrowLeft', 5, 1],
		['ArrowRight', 5, 3],
		['Home', 5, 0],
		['End', 5, 3],
		['PageUp', 0, 2],
		['PageDown', 15, 2]
	])('%s leads to row %i, column %i', (key, row, column) => {
		expect(moved(key)).toEqual({ kind: 'move', to: spot(row, column), extends: false });
	});

	test.each([
		['Home', 0, 0],
		['End', 49, 3],
		['ArrowDown', 49, 2],
		['ArrowRight', 5, 3]
	])('Ctrl and %s lead to row %i, column %i', (key, row, column) => {
		expect(moved(key, spot(5, 2), { command: true }).to).toEqual(spot(row, column));
	});

	test('the edges hold', () => {
		expect(moved('ArrowUp', spot(0, 0)).to).toEqual(spot(0, 0));
		expect(moved('ArrowDown', spot(49, 3)).to).toEqual(spot(49, 3));
		expect(moved('ArrowRight', spot(49, 3)).to).toEqual(spot(49, 3));
	});

	test('left of the first cell is the button of the row, for no selection', () => {
		expect(moved('ArrowLeft', spot(5, 0)).to).toEqual(spot(5, -1));
		expect(moved('ArrowLeft', spot(5, -1)).to).toEqual(spot(5, -1));
		expect(moved('ArrowLeft', spot(5, 0), { shift: true }).to).toEqual(spot(5, 0));
		const without = actionOf(press('ArrowLeft'), spot(5, 0), { ...BOUNDS, hasForms: false });
		expect(without).toEqual({ kind: 'move', to: spot(5, 0), extends: false });
	});

	test('Shift extends the selection', () => {
		expect(moved('ArrowDown', spot(5, 2), { shift: true }).extends).toBe(true);
	});
});

describe('editing and commands', () => {
	test.each(['Enter', 'F2'])('%s edits what is there', (key) => {
		expect(actionOf(press(key), spot(0, 0), BOUNDS)).toEqual({ kind: 'edit', isFresh: false });
	});

	test.each(['5', 'é', '£', '(', 'Dead'])('typing %s begins afresh', (key) => {
		expect(actionOf(press(key), spot(0, 0), BOUNDS)).toEqual({ kind: 'edit', isFresh: true });
	});

	test.each([
		['z', false, 'undo'],
		['Z', true, 'redo'],
		['y', false, 'redo'],
		['d', false, 'fillDown'],
		['a', false, 'selectAll'],
		['f', false, 'find']
	])('Ctrl and %s (Shift: %s) is %s', (key, shift, kind) => {
		expect(actionOf(press(key, { command: true, shift }), spot(0, 0), BOUNDS)).toEqual({ kind });
	});

	test('Delete makes blank, ? shows the keys', () => {
		expect(actionOf(press('Delete'), spot(0, 0), BOUNDS)).toEqual({ kind: 'clear' });
		expect(actionOf(press('?', { shift: true }), spot(0, 0), BOUNDS)).toEqual({ kind: 'keys' });
	});

	test('the browser keeps its own keys', () => {
		for (const key of ['Tab', 'Escape', 'F5', 'Shift', 'Control'])
			expect(actionOf(press(key), spot(0, 0), BOUNDS)).toBeNull();
		expect(actionOf(press('c', { command: true }), spot(0, 0), BOUNDS)).toBeNull();
		expect(actionOf(press('ArrowLeft', { alt: true }), spot(0, 0), BOUNDS)).toBeNull();
	});

	test('on the button of a row, Enter and typing belong to the button', () => {
		for (const key of ['Enter', ' ', 'x', 'Delete'])
			expect(actionOf(press(key), spot(0, -1), BOUNDS)).toBeNull();
	});
});

describe('Tab', () => {
	test('goes right, over the end of the row, and leaves at the last cell', () => {
		expect(tabbed(spot(0, 0), false, BOUNDS)).toEqual(spot(0, 1));
		expect(tabbed(spot(0, 3), false, BOUNDS)).toEqual(spot(1, 0));
		expect(tabbed(spot(49, 3), false, BOUNDS)).toBeNull();
	});

	test('goes back with Shift and leaves at the first cell', () => {
		expect(tabbed(spot(1, 0), true, BOUNDS)).toEqual(spot(0, 3));
		expect(tabbed(spot(0, 0), true, BOUNDS)).toBeNull();
	});
});

test('a place that a shorter table lacks becomes its nearest', () => {
	expect(clamped(spot(60, 9), BOUNDS)).toEqual(spot(49, 3));
	expect(clamped(spot(-4, -7), BOUNDS)).toEqual(spot(0, -1));
});
