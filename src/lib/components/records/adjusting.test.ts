import { describe, expect, test } from 'vitest';
import {
	change,
	councilWith,
	scale,
	scenarioIn,
	shownFigure,
	type FileChange
} from '../../../../tests/support/council';
import { allInPost } from '../../../../tests/support/records';
import { typedEcho } from '$lib/components/grid/typedEcho';
import { readCell } from '$lib/input/human';
import { planBlock } from '$lib/input/plan';
import type { GridColumn, GridRow } from '$lib/input/table';
import { applyOperations, isOutcome, listsOfRecord, project, type Target } from '$lib/model';
import { entryTable } from './entryTable';
import { fillables, packTable } from './packTable';
import { recordTable } from './recordTable';

const CHANGE: Target = { into: 'change', scenario: 'plan', change: 'cut' };
const BASELINE: Target = { into: 'baseline' };

/** One post whose cost is blank, which a pack fills with £60,000, and a rule with rows. */
const councilOf = (edits: FileChange['edits'] = []) =>
	councilWith({
		baseline: {
			posts: [
				allInPost({ id: 'officer', title: 'Officer', fte: '2', costPerFte: null }),
				allInPost({ id: 'worker', title: 'Worker', fte: '4', costPerFte: '50000' })
			]
		},
		packs: [
			{
				id: 'pack',
				title: 'Pack',
				description: '',
				on: true,
				values: [
					{
						field: 'posts/officer.costPerFte',
						value: '60000',
						low: '50000',
						high: '70000',
						source: null
					}
				]
			}
		],
		plan: [change({ id: 'cut', edits })]
	});
const postsOf = (target: Target, council = councilOf(), packs = true) =>
	recordTable({ council, target, kind: 'posts', packs, isReadOnly: false });

function columnIn(columns: readonly GridColumn[], id: string): GridColumn {
	const column = columns.find((own) => own.id === id);
	if (column === undefined) throw new Error(`There is no column ${id}.`);
	return column;
}
const readIn = (
	columns: readonly GridColumn[],
	row: GridRow | undefined,
	id: string,
	typed: string
) => readCell(typed, columnIn(columns, id), row?.cell(id).adjusts);

describe('a cell that a pack fills', () => {
	test('is worked on by a change from what the pack says, in the table as in the projection', () => {
		const table = postsOf(CHANGE);
		const reading = readIn(table.columns, table.rows[0], 'costPerFte', '× 0.9');
		if (!reading.ok) throw new Error(reading.message);
		expect(reading.value).toBe('54000');
		const steps = table.stepsOf([
			{
				row: 'officer',
				column: 'costPerFte',
				value: reading.value,
				...(reading.adjustment && { adjustment: reading.adjustment })
			}
		]);
		if (isOutcome(steps)) throw new Error(JSON.stringify(steps));
		const done = applyOperations(councilOf(), steps);
		if (done.outcome !== 'done') throw new Error(JSON.stringify(done));
		expect(postsOf(CHANGE, done.council).rows[0]?.cell('costPerFte')).toMatchObject({
			value: null,
			shown: '54,000',
			was: '60,000',
			by: '× 0.9',
			state: 'changed'
		});
		// Two at £54,000 and four at £50,000.
		const figures = project(done.council, scenarioIn(done.council, 'plan'));
		expect(shownFigure(figures, 'cost.staffing')[0]).toBe('308000.00');
	});

	test('is worked on once more from there', () => {
		const adjustedOnce = councilOf([scale('posts/officer', 'costPerFte', '0.9')]);
		const { columns, rows } = postsOf(CHANGE, adjustedOnce);
		expect(readIn(columns, rows[0], 'costPerFte', 'add 1000')).toMatchObject({ value: '55000' });
	});

	test('is refused in the baseline, which has no value of its own, and blank where the pack is off', () => {
		const stated = postsOf(BASELINE);
		expect(readIn(stated.columns, stated.rows[0], 'costPerFte', '× 0.9')).toEqual({
			ok: false,
			message:
				'An assumption pack fills this cell, so the baseline has nothing of its own to work on; write a number, or change the pack'
		});
		const bare = postsOf(CHANGE, councilOf(), false);
		expect(readIn(bare.columns, bare.rows[0], 'costPerFte', '× 0.9')).toMatchObject({
			message: 'This cell is blank, so there is nothing to work on; write a number'
		});
	});
});

test('what is pasted works on each cell that it covers, and a blank one is told', () => {
	const { columns, rows } = postsOf(CHANGE, councilOf(), false);
	const at = columns.findIndex(({ id }) => id === 'costPerFte');
	const plan = planBlock([['× 0.9'], ['add £500']], {
		columns,
		rows,
		area: { row: 0, column: at, rows: 2, columns: 1 },
		takesRows: false
	});
	expect(plan.edits.map(({ row, value, adjustment }) => [row, value, adjustment?.edit])).toEqual([
		['worker', '50500', 'shift']
	]);
	expect(plan.problems.map(({ message }) => message)).toEqual([
		'This cell is blank, so there is nothing to work on; write a number'
	]);
});

test('one factor that is pasted fills the selection, each cell from its own value', () => {
	const { columns, rows } = postsOf(CHANGE);
	const at = columns.findIndex(({ id }) => id === 'fte');
	const plan = planBlock([['-50%']], {
		columns,
		rows,
		area: { row: 0, column: at, rows: 2, columns: 1 },
		takesRows: false
	});
	expect(plan.edits.map(({ value }) => value)).toEqual(['1', '2']);
	expect(plan.edits.map(({ adjustment }) => adjustment?.edit)).toEqual(['scale', 'scale']);
});

describe('the lists below a table', () => {
	test.each([BASELINE, CHANGE])(
		'keep what comes out, because a list is kept whole: %o',
		(target) => {
			const council = councilOf();
			const [list] = listsOfRecord(council, target, 'rules', 'ni');
			if (list === undefined) throw new Error('The rule has rows.');
			const { columns, rows } = entryTable({
				council,
				target,
				list,
				packs: true,
				isReadOnly: false
			});
			expect(rows[0]?.cell('threshold').adjusts).toEqual({ from: '5000', isKept: false });
			expect(readIn(columns, rows[0], 'threshold', '-10%')).toMatchObject({ value: '4500' });
		}
	);

	test('work in the values of a pack too', () => {
		const council = councilOf();
		const { columns, rows } = packTable({
			council,
			pack: 'pack',
			isShare: false,
			fields: fillables(council),
			isReadOnly: false
		});
		expect(readIn(columns, rows[0], 'value', '+5%')).toMatchObject({ value: '63000' });
		expect(readIn(columns, rows[0], 'low', '+5%')).toMatchObject({ value: '52500' });
	});
});

test('the sum is told in words, with what is kept where that is not the sum', () => {
	const echo = (target: Target, id: string, typed: string) => {
		const { columns, rows } = postsOf(target);
		const reading = readIn(columns, rows[1], id, typed);
		return typedEcho(typed, reading, columnIn(columns, id), rows[1]?.cell(id).adjusts);
	};
	expect(echo(CHANGE, 'fte', '× 0.9')).toBe('4 × 0.9 = 3.6 FTE');
	expect(echo(BASELINE, 'fte', '× 0.9')).toBe('4 × 0.9 = 3.6 FTE; 3.6 FTE is kept, not the sum');
	expect(echo(BASELINE, 'fte', '1,000')).toBe('1,000 FTE');
	expect(echo(BASELINE, 'fte', 'many')).toBe('');
});
