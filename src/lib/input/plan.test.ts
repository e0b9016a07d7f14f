import { describe, expect, test } from 'vitest';
import { planBlock, type Area, type Target } from './plan';
import type { CellState, GridCell, GridColumn, GridRow } from './table';

const COLUMNS: readonly GridColumn[] = [
	{ id: 'role', label: 'Role', type: 'text', canBeBlank: false },
	{ id: 'fte', label: 'FTE', type: 'number', unit: 'FTE', canBeBlank: true, takesRange: true },
	{ id: 'cost', label: 'Cost', type: 'number', unit: '£ a year', canBeBlank: true },
	{ id: 'absence', label: 'Absence', type: 'number', unit: 'share of 1', canBeBlank: true }
];

function row(id: string, values: Record<string, string | null>, states = {}): GridRow {
	const state: Record<string, CellState> = states;
	return {
		id,
		label: `Row ${id}`,
		cell: (column): GridCell => ({
			value: values[column] ?? null,
			shown: values[column] ?? '',
			state: state[column] ?? 'plain'
		})
	};
}

const ROWS = [
	row('a', { role: 'Worker', fte: '4', cost: '20000', absence: '0.05' }),
	row('b', { role: 'Manager', fte: '1', cost: '40000' }, { fte: 'locked', absence: 'absent' }),
	row('c', { role: 'Admin', fte: '2', cost: '18000' }, { cost: 'calculated' })
];

const target = (area: Partial<Area> = {}, more: Partial<Target> = {}): Target => ({
	columns: COLUMNS,
	rows: ROWS,
	area: { row: 0, column: 0, rows: 1, columns: 1, ...area },
	takesRows: false,
	...more
});

describe('laying a block on a table', () => {
	test('cells that cannot be edited are passed over and the others keep their places', () => {
		const plan = planBlock(
			[
				['5', '21k'],
				['6', '41k'],
				['7', '19k']
			],
			target({ column: 1 })
		);
		expect(plan.edits).toEqual([
			{ row: 'a', column: 'fte', value: '5' },
			{ row: 'a', column: 'cost', value: '21000' },
			{ row: 'b', column: 'cost', value: '41000' },
			{ row: 'c', column: 'fte', value: '7' }
		]);
		expect(plan).toMatchObject({ skipped: 2, same: 0, leftCells: 0, problems: [] });
	});

	test('problems name the row and the column, and the good cells stay', () => {
		const plan = planBlock(
			[
				['five', '21,50,0'],
				['', '1']
			],
			target({ column: 1 })
		);
		expect(plan.problems).toEqual([
			{
				row: 'Row a',
				column: 'FTE',
				text: 'five',
				message: '‘five’ is not a number; write digits, such as 12.5'
			},
			{
				row: 'Row a',
				column: 'Cost',
				text: '21,50,0',
				message: 'The commas or spaces in ‘21,50,0’ do not part thousands; write 21500'
			}
		]);
		expect(plan.edits).toEqual([{ row: 'b', column: 'cost', value: '1' }]);
		expect(plan.leftCells).toBe(2);
	});

	test('a check of the page refuses a value that could be read', () => {
		const plan = planBlock(
			[['9']],
			target(
				{ column: 1 },
				{ check: (id, column, value) => `${String(id)} ${column} ${String(value)}` }
			)
		);
		expect(plan.problems.map(({ message }) => message)).toEqual(['a fte 9']);
		expect(plan.edits).toEqual([]);
	});

	test('one value fills the selection, and a row of values each of its rows', () => {
		expect(
			planBlock([['3']], target({ column: 1, rows: 3 })).edits.map((edit) => edit.row)
		).toEqual(['a', 'c']);
		const plan = planBlock([['X', '3']], target({ rows: 3, columns: 2 }));
		expect(plan.edits.map(({ row: id, column }) => `${id}.${column}`)).toEqual([
			'a.role',
			'a.fte',
			'b.role',
			'c.role',
			'c.fte'
		]);
	});

	test('a block that does not fit the selection evenly keeps its own size', () => {
		expect(planBlock([['3'], ['3']], target({ column: 1, rows: 3 })).edits).toEqual([
			{ row: 'a', column: 'fte', value: '3' }
		]);
	});

	test('what is there already is no edit', () => {
		const plan = planBlock([['Worker', '4.0', '£20,000', '5%']], target());
		expect(plan).toMatchObject({ edits: [], same: 4 });
	});

	test('a range goes with its value', () => {
		expect(planBlock([['4 to 6']], target({ column: 1 })).edits).toEqual([
			{ row: 'a', column: 'fte', value: '5', range: { low: '4', high: '6' } }
		]);
	});

	test('filled cells beyond the last column are a problem, empty ones are not', () => {
		const plan = planBlock([['6%', 'x', '', 'y']], target({ column: 3 }));
		expect(plan.edits).toEqual([{ row: 'a', column: 'absence', value: '0.06' }]);
		expect(plan.leftCells).toBe(2);
		expect(plan.problems.map(({ message }) => message)).toEqual([
			'There are no columns for these 2 cells'
		]);
		expect(planBlock([['6%', '', '']], target({ column: 3 })).problems).toEqual([]);
	});

	test('shares without % are pointed out', () => {
		expect(planBlock([['0.5']], target({ column: 3 })).hasBareShares).toBe(true);
		expect(planBlock([['50%']], target({ column: 3 })).hasBareShares).toBe(false);
		expect(planBlock([['0.5']], target({ column: 1 })).hasBareShares).toBe(false);
	});
});

describe('rows beyond the end', () => {
	const below = { row: 2, column: 0 };

	test('become new rows where the table takes them', () => {
		const plan = planBlock(
			[
				['Admin', '3'],
				['Driver', '4 to 6'],
				['', '']
			],
			target(below, { takesRows: true })
		);
		expect(plan.edits).toEqual([{ row: 'c', column: 'fte', value: '3' }]);
		expect(plan.newRows).toEqual([
			{ role: { value: 'Driver' }, fte: { value: '5', range: { low: '4', high: '6' } } }
		]);
		expect(plan.problems).toEqual([]);
	});

	test('are left out whole when something in them is wrong or missing', () => {
		const plan = planBlock(
			[
				['Admin', '2'],
				['Driver', 'one'],
				['', '1'],
				['Cook', '2']
			],
			target(below, { takesRows: true })
		);
		expect(plan.newRows).toEqual([{ role: { value: 'Cook' }, fte: { value: '2' } }]);
		expect(plan.leftRows).toBe(2);
		expect(plan.problems.map(({ row: label, column }) => `${label} ${column}`)).toEqual([
			'New row 1 FTE',
			'New row 2 Role'
		]);
	});

	test('are a problem where it does not', () => {
		const plan = planBlock([['Admin'], ['Driver'], ['']], target(below));
		expect(plan.problems.map(({ message }) => message)).toEqual([
			'There is no row for this, and this table takes no new rows'
		]);
		expect(plan.leftCells).toBe(1);
	});
});
