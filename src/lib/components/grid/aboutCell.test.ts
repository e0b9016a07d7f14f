import { expect, test } from 'vitest';
import type { GridCell, GridColumn, GridRow } from '$lib/input/table';
import { aboutCell } from './aboutCell';

const fte: GridColumn = {
	id: 'fte',
	label: 'FTE',
	type: 'number',
	unit: 'FTE',
	meaning: 'Full-time equivalents.',
	canBeBlank: true
};
const about = (cell: Partial<GridCell>): string => {
	const whole: GridCell = { value: '12.5', shown: '12.5', state: 'plain', ...cell };
	const row: GridRow = { id: 'a', label: 'Outreach workers', cell: () => whole };
	return aboutCell(row, fte, whole);
};

test('a changed cell tells what it was, then its note and the meaning of its column', () => {
	expect(about({ state: 'changed', was: '4.0', note: 'See paper 3.' })).toBe(
		'FTE, Outreach workers: 12.5 FTE. Changed in this scenario; it was 4.0. Note: See paper 3. Full-time equivalents.'
	);
});

test('a cell that a change multiplies says by what', () => {
	expect(about({ state: 'changed', was: '25', by: '× 0.5' })).toBe(
		'FTE, Outreach workers: 12.5 FTE. Changed in this scenario; it was 25. This change works it out: × 0.5. Full-time equivalents.'
	);
});

test('a blank is a blank, and a field that does not apply says so', () => {
	expect(about({ value: null, state: 'missing' })).toContain('Outreach workers: Blank.');
	expect(about({ value: null, state: 'absent' })).toBe(
		'FTE, Outreach workers: does not apply. Full-time equivalents.'
	);
});

test('a calculated cell offers its working only where there is one', () => {
	expect(about({ state: 'calculated', href: '/x' })).toContain('press Enter to see how');
	expect(about({ state: 'calculated' })).not.toContain('Enter');
});
