import { describe, expect, test, vi } from 'vitest';
import type { GridChange, GridColumn, GridRow } from '$lib/input/table';
import { GridState } from './gridState.svelte';

const columns: readonly GridColumn[] = [
	{ id: 'fte', label: 'FTE', type: 'number', unit: 'FTE', canBeBlank: true, takesRange: true },
	{ id: 'cost', label: 'Cost', type: 'number', unit: '£', canBeBlank: false }
];
const rows: readonly GridRow[] = Array.from({ length: 40 }, (_, number) => ({
	id: `p${number}`,
	label: `Post ${number}`,
	cell: (column) => ({
		value: '1',
		shown: '1',
		state: column === 'cost' && number === 1 ? 'locked' : 'plain'
	})
}));

function gridOf(answer: string | Error | null = null) {
	const changes: GridChange[] = [];
	const grid = new GridState(
		{
			columns,
			rows,
			isReadOnly: false,
			takesRows: false,
			check: (_, column, value) => (column === 'fte' && value === '13' ? 'Not thirteen' : null),
			ontyping: undefined,
			oncommit: (change) => {
				changes.push(change);
				if (answer instanceof Error) throw answer;
				return answer;
			}
		},
		() => undefined
	);
	return { grid, changes };
}
const at = (row: number, column: number) => ({ row, column });
const settled = () => new Promise((done) => setTimeout(done));

describe('typing in a cell', () => {
	test('keeps what it reads, says so in full, and goes down', async () => {
		const { grid, changes } = gridOf();
		grid.select(at(2, 0));
		grid.typing.start(true);
		grid.typing.type('4 to 6');
		grid.keepAndGo(1);
		await settled();
		expect(changes).toEqual([
			{
				how: 'typed',
				edits: [{ row: 'p2', column: 'fte', value: '5', range: { low: '4', high: '6' } }],
				newRows: []
			}
		]);
		expect(grid.said).toBe('Entered: FTE, Post 2, 4 to 6 FTE.');
		expect(grid.spot).toEqual(at(3, 0));
	});

	test('goes on editing what cannot be read or is refused by the page', () => {
		const { grid, changes } = gridOf();
		grid.typing.start(true);
		grid.typing.type('x');
		expect(grid.typing.keep()).toBe(false);
		expect(grid.typing.editing?.message).toContain('is not a number');
		grid.typing.type('13');
		expect(grid.typing.keep()).toBe(false);
		expect(grid.typing.editing?.message).toBe('Not thirteen');
		grid.typing.cancel();
		expect(grid.typing.editing).toBeNull();
		expect(changes).toEqual([]);
	});

	test('what stands there already is no change', () => {
		const { grid, changes } = gridOf();
		grid.typing.start(false);
		expect(grid.typing.editing?.text).toBe('1');
		grid.typing.type('1.0');
		expect(grid.typing.keep()).toBe(true);
		expect(changes).toEqual([]);
	});

	test('a locked cell says that it cannot be edited', () => {
		const { grid } = gridOf();
		grid.select(at(1, 1));
		grid.typing.start(true);
		expect(grid.typing.editing).toBeNull();
		expect(grid.said).toBe('Cost, Post 1 cannot be edited.');
	});

	test('a page that does not keep it has its reason shown, with what was typed', async () => {
		const { grid } = gridOf('A colleague changed this.');
		grid.typing.start(true);
		grid.typing.type('7');
		grid.typing.keep();
		await settled();
		expect(grid.problem).toBe('Not saved. A colleague changed this. You typed ‘7’.');
		expect(grid.said).not.toContain('Entered');
	});
});

test('a page that fails while keeping is reported, and does not look as if it had kept it', async () => {
	const reported: unknown[] = [];
	vi.stubGlobal('reportError', (cause: unknown) => reported.push(cause));
	const { grid } = gridOf(new Error('offline'));
	grid.typing.start(true);
	grid.typing.type('7');
	grid.typing.keep();
	await settled();
	vi.unstubAllGlobals();
	expect(grid.problem).toContain('You typed ‘7’.');
	expect(reported).toEqual([new Error('offline')]);
});

describe('several cells at once', () => {
	test('a small block is kept in one change, past what is locked', async () => {
		const { grid, changes } = gridOf();
		grid.blocks.paste('2\t3\n4\t5\n');
		await settled();
		expect(changes.map(({ how, edits }) => [how, edits.length])).toEqual([['pasted', 3]]);
		expect(grid.said).toBe('3 cells pasted. 1 cell cannot be edited and stays as it is.');
		expect(grid.area).toEqual({ row: 0, column: 0, rows: 2, columns: 2 });
	});

	test('a large block, or a wrong cell, asks first and keeps nothing until then', async () => {
		const { grid, changes } = gridOf();
		grid.blocks.paste('2\n'.repeat(21));
		expect(grid.blocks.preview?.plan.edits).toHaveLength(21);
		grid.blocks.refusePreview();
		grid.blocks.paste('2\nx\n');
		expect(grid.blocks.preview?.plan).toMatchObject({ leftCells: 1 });
		expect(changes).toEqual([]);
		grid.blocks.confirm();
		await settled();
		expect(changes.map(({ edits }) => edits.length)).toEqual([1]);
	});

	test('blank where a value is needed is refused', () => {
		const { grid, changes } = gridOf();
		grid.select(at(0, 1));
		grid.blocks.clear();
		expect(grid.problem).toBe('Cost cannot be blank; enter a value');
		expect(changes).toEqual([]);
	});

	test('filling down repeats the first row, and copying gives what pastes back', async () => {
		const { grid, changes } = gridOf();
		grid.select(at(4, 0));
		grid.select(at(6, 1), true);
		expect(grid.blocks.copy()).toBe('1\t1\r\n1\t1\r\n1\t1\r\n');
		grid.blocks.fillDown();
		expect(grid.said).toContain('Nothing to change.');
		await settled();
		expect(changes).toEqual([]);
	});
});

describe('while a cell is typed in', () => {
	function typingGrid() {
		const told: (GridChange | null)[] = [];
		const order: string[] = [];
		const grid = new GridState(
			{
				columns,
				rows,
				isReadOnly: false,
				takesRows: false,
				check: (_, column, value) => (column === 'fte' && value === '13' ? 'Not thirteen' : null),
				oncommit: () => {
					order.push('kept');
					return null;
				},
				ontyping: (change) => {
					told.push(change);
					order.push(change === null ? 'ended' : 'typed');
				}
			},
			() => undefined
		);
		return { grid, told, order };
	}

	test('the page is told each value that could be kept, and that there is none when it could not', () => {
		const { grid, told } = typingGrid();
		grid.select(at(2, 0));
		grid.typing.start(true);
		for (const typed of ['7', '7x', '13', '4 to 6', '1']) grid.typing.type(typed);
		const edit = { row: 'p2', column: 'fte' };
		expect(told).toEqual([
			{ how: 'typed', edits: [{ ...edit, value: '7' }], newRows: [] },
			null,
			null,
			{
				how: 'typed',
				edits: [{ ...edit, value: '5', range: { low: '4', high: '6' } }],
				newRows: []
			},
			null
		]);
	});

	test('it ends with Escape, and after the value is kept', async () => {
		const { grid, told, order } = typingGrid();
		grid.typing.start(true);
		grid.typing.type('7');
		grid.typing.cancel();
		expect(told.at(-1)).toBeNull();
		grid.typing.start(true);
		grid.typing.type('8');
		grid.keepAndGo(1);
		await settled();
		expect(order).toEqual(['typed', 'ended', 'typed', 'kept', 'ended']);
	});
});
