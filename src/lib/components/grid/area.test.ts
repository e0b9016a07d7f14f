import { describe, expect, test } from 'vitest';
import type { GridColumn, GridRow } from '$lib/input/table';
import { between, fillOf, sizeOf, textsOf } from './area';

test('two corners span the same cells whichever comes first', () => {
	const area = { row: 2, column: 1, rows: 4, columns: 3 };
	expect(between({ row: 2, column: 3 }, { row: 5, column: 1 })).toEqual(area);
	expect(between({ row: 5, column: 1 }, { row: 2, column: 3 })).toEqual(area);
	expect(sizeOf(area)).toBe(12);
});

describe('filling down', () => {
	test('repeats the first of several rows in the others', () => {
		expect(fillOf({ row: 3, column: 0, rows: 4, columns: 2 })).toEqual({
			from: { row: 3, column: 0, rows: 1, columns: 2 },
			into: { row: 4, column: 0, rows: 3, columns: 2 }
		});
	});

	test('takes a single row from the one above, and the first row from nowhere', () => {
		expect(fillOf({ row: 3, column: 1, rows: 1, columns: 1 })).toEqual({
			from: { row: 2, column: 1, rows: 1, columns: 1 },
			into: { row: 3, column: 1, rows: 1, columns: 1 }
		});
		expect(fillOf({ row: 0, column: 1, rows: 1, columns: 1 })).toBeNull();
	});
});

test('the texts of an area are those of its cells, ranges and blanks included', () => {
	const columns: readonly GridColumn[] = ['a', 'b', 'c'].map((id) => ({
		id,
		label: id,
		type: 'number',
		canBeBlank: true,
		takesRange: true
	}));
	const row: GridRow = {
		id: 'r',
		label: 'r',
		cell: (column) =>
			column === 'b'
				? { value: '5', shown: '5', state: 'plain', range: { low: '4', high: '6' } }
				: { value: null, shown: '', state: 'missing' }
	};
	expect(textsOf({ row: 0, column: 1, rows: 1, columns: 2 }, { rows: [row], columns })).toEqual([
		['4 to 6', '']
	]);
});
