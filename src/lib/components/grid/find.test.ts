import { expect, test } from 'vitest';
import type { GridColumn, GridRow } from '$lib/input/table';
import { foundIn, nextFound } from './find';

const columns: readonly GridColumn[] = ['fte', 'grade'].map((id) => ({
	id,
	label: id,
	type: 'text',
	canBeBlank: true
}));
const row = (label: string, fte: string, grade: string): GridRow => ({
	id: label,
	label,
	hint: 'North',
	cell: (column) => ({
		value: null,
		shown: column === 'fte' ? fte : grade,
		state: 'plain'
	})
});
const rows = [row('Outreach worker', '4.0', 'Grade 7'), row('Manager', '1.0', 'Grade  10')];

test('cells are found by what they show, rows by their name and hint', () => {
	expect(foundIn(rows, columns, 'GRADE 10')).toEqual([{ row: 1, column: 1 }]);
	expect(foundIn(rows, columns, 'outreach')).toEqual([{ row: 0, column: 0 }]);
	expect(foundIn(rows, columns, 'north')).toHaveLength(2);
	expect(foundIn(rows, columns, '.0')).toHaveLength(2);
	expect(foundIn(rows, columns, ' ')).toEqual([]);
});

test('matches follow each other round the end, both ways', () => {
	const found = [
		{ row: 0, column: 1 },
		{ row: 3, column: 0 }
	];
	expect(nextFound(found, { row: 0, column: 1 }, false)).toBe(1);
	expect(nextFound(found, { row: 3, column: 0 }, false)).toBe(0);
	expect(nextFound(found, { row: 3, column: 0 }, true)).toBe(0);
	expect(nextFound(found, { row: 0, column: 0 }, true)).toBe(1);
});
