import { describe, expect, test } from 'vitest';
import { change, councilWith, remove } from '../../../../tests/support/council';
import { allInPost, service } from '../../../../tests/support/records';
import { readCell } from '$lib/input/human';
import { isEditable } from '$lib/input/table';
import { applyOperations, isOutcome, removalSteps, type Operation, type Target } from '$lib/model';
import { recordTable } from './recordTable';
import type { RecordTable } from './request';

const target = { into: 'change', scenario: 'plan', change: 'cut' } as const;
const council = councilWith({
	baseline: {
		posts: [
			allInPost({ id: 'outreach', title: 'Outreach workers', fte: '4' }),
			allInPost({ id: 'contact', title: 'Contact workers', fte: '6' })
		]
	},
	plan: [change({ id: 'cut', edits: [remove('posts/outreach')] })]
});

describe('a record that the change takes away', () => {
	const tableOf = (now: typeof council) =>
		recordTable({ council: now, target, kind: 'posts', packs: true, isReadOnly: false });

	test('is shown as taken away, with what it held, and cannot be edited', () => {
		const { rows, columns } = tableOf(council);
		const [outreach, contact] = rows;
		expect(outreach?.isRemoved).toBe(true);
		expect(outreach?.cell('fte')).toEqual({ value: '4', shown: '4', state: 'removed' });
		const editable = rows.flatMap((row) =>
			columns.some((own) => isEditable(own, row.cell(own.id))) ? [row.id] : []
		);
		expect(editable).toEqual(['contact']);
		expect(contact?.isRemoved).toBeUndefined();
		expect(contact?.cell('fte').state).toBe('plain');
	});

	test('is back once it is removed a second time', () => {
		const steps = removalSteps(council, target, 'posts', 'outreach');
		const outcome = applyOperations(council, steps);
		if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
		const [outreach] = tableOf(outcome.council).rows;
		expect(outreach?.isRemoved).toBeUndefined();
		expect(outreach?.cell('fte').state).toBe('plain');
	});

	test('shows nothing as taken away in the baseline', () => {
		const { rows } = recordTable({
			council,
			target: { into: 'baseline' },
			kind: 'posts',
			packs: true,
			isReadOnly: false
		});
		expect(rows.map(({ isRemoved }) => isRemoved)).toEqual([undefined, undefined]);
	});
});

test('a row of the baseline says what it rests on, from when, and how much of it is known', () => {
	const fact = (id: string, document: string, date: string) => ({
		id,
		subject: 'Outreach',
		measure: 'FTE',
		value: '4',
		unit: 'FTE',
		date,
		document,
		paragraph: '1',
		quote: 'four'
	});
	const sourced = councilWith({
		facts: [
			fact('a', 'Budget book', '2025-04-01'),
			fact('b', 'Staff list', '2025-06'),
			fact('c', 'Budget book', '2025-04-01')
		],
		baseline: {
			posts: [
				allInPost({
					id: 'outreach',
					fte: '4',
					costPerFte: null,
					evidence: { fte: { fact: 'a' }, heads: { fact: 'b' }, vacancy: { fact: 'c' } }
				}),
				allInPost({ id: 'contact' })
			]
		}
	});
	const { columns, rows } = recordTable({
		council: sourced,
		target: { into: 'baseline' },
		kind: 'posts',
		packs: true,
		evidenceOf: (own) => `/evidence#${own}`,
		isReadOnly: false
	});
	const own = columns.slice(-3);
	expect(own.map(({ label, isReadOnly }) => [label, isReadOnly])).toEqual([
		['Sources', true],
		['Date of the sources', true],
		['Numbers known', true]
	]);
	const shown = rows.map((row) => own.map(({ id }) => row.cell(id).shown));
	// All-in posts ask for heads, FTE, cost and vacancy; the cost of the first is blank.
	expect(shown).toEqual([
		['Budget book; Staff list', '1 April 2025; June 2025', '3 of 4'],
		['No source', '', '4 of 4']
	]);
	expect(rows[0]?.cell('.sources').href).toBe('/evidence#a');
});

test('a service that no post works on yet is no column of the table, and a field of the form', () => {
	const staffed = councilWith({
		baseline: { services: [service({ id: 'contact', title: 'Contact' })], posts: [allInPost()] }
	});
	const { columns, formColumns, rows, stepsOf } = recordTable({
		council: staffed,
		target: { into: 'baseline' },
		kind: 'posts',
		packs: true,
		isReadOnly: false
	});
	const field = 'activities.contact';
	expect(columns.map(({ id }) => id)).not.toContain(field);
	expect(formColumns.map(({ id }) => id)).toContain(field);
	expect(rows[0]?.cell(field)).toEqual({ value: null, shown: '', state: 'plain' });
	expect(stepsOf([{ row: 'officer', column: field, value: '0.05' }])).toEqual([
		{ op: 'set', row: 'records/posts/officer', path: ['activities', 'contact'], value: '0.05' }
	]);
});

describe('the table after an edit, made from the one before it', () => {
	const services = [service({ id: 'contact', title: 'Contact' })];
	const staffed = councilWith({
		baseline: {
			services,
			posts: ['a', 'b', 'c'].map((id) => allInPost({ id, title: `Post ${id}`, fte: '4' }))
		},
		plan: [change({ id: 'cut', edits: [] })]
	});
	const request = (council: typeof staffed, into: Target) => ({
		council,
		target: into,
		kind: 'posts' as const,
		packs: true,
		isReadOnly: false
	});
	const baseline: Target = { into: 'baseline' };
	const drawn = ({ columns, rows }: RecordTable) =>
		rows.map(({ id, label, hint, isRemoved, cell }) => ({
			id,
			label,
			hint,
			isRemoved,
			cells: columns.map((column) => cell(column.id))
		}));

	/** The tables before and after steps, and one of the council after them that knows of none before. */
	function after(into: Target, steps: readonly Operation[]) {
		const before = recordTable(request(staffed, into));
		before.rows.forEach((row) => before.columns.forEach(({ id }) => row.cell(id)));
		const outcome = applyOperations(staffed, steps);
		if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
		const own = request(outcome.council, into);
		return { before, table: recordTable(own, before), fresh: recordTable(own) };
	}

	const value = (id: string, field: string, was: string | undefined, now: string): Operation => ({
		op: 'set',
		row: `records/posts/${id}`,
		path: field.split('.'),
		...(was === undefined ? {} : { was }),
		value: now
	});

	const renamed: Operation = {
		op: 'set',
		row: 'records/services/contact',
		path: ['title'],
		was: 'Contact',
		value: 'Visits'
	};

	test.each([
		['a cell', baseline, [value('b', 'fte', '4', '5')], ['a', 'c']],
		[
			'a new column',
			baseline,
			[
				value('b', 'activities.contact', undefined, '1'),
				value('b', 'caseload', undefined, '12'),
				value('b', 'absence', undefined, '0.1')
			],
			['a', 'c']
		],
		['a row taken out', baseline, removalOf(baseline, 'b'), ['a', 'c']],
		['a row taken out by a change', target, removalOf(target, 'b'), ['a', 'c']],
		['a service of another name', baseline, [renamed], []]
	])('shows what a new one would, and keeps the rows that stay: %s', (_, into, steps, kept) => {
		const { before, table, fresh } = after(into, steps);
		expect(drawn(table)).toEqual(drawn(fresh));
		const labels = ({ columns }: RecordTable) => columns.map(({ id, label }) => [id, label]);
		expect(labels(table)).toEqual(labels(fresh));
		const were = new Set(before.rows);
		expect(table.rows.filter((row) => were.has(row)).map(({ id }) => id)).toEqual(kept);
	});

	function removalOf(into: Target, id: string): readonly Operation[] {
		const steps = removalSteps(staffed, into, 'posts', id);
		if (isOutcome(steps)) throw new Error(JSON.stringify(steps));
		return steps;
	}
});

describe('an adjustment that is typed into a cell', () => {
	const kept = (into: Target) => {
		const table = recordTable({
			council,
			target: into,
			kind: 'posts',
			packs: true,
			isReadOnly: false
		});
		const cell = table.rows[1]?.cell('fte');
		const column = table.columns.find(({ id }) => id === 'fte');
		if (column === undefined) throw new Error('posts have FTE');
		const reading = readCell('+10%', column, cell?.adjusts);
		if (!reading.ok) throw new Error(reading.message);
		const { value, adjustment } = reading;
		const edit = { row: 'contact', column: 'fte', value, ...(adjustment && { adjustment }) };
		const steps = table.stepsOf([edit]);
		return isOutcome(steps) ? steps : steps.map((step) => ('value' in step ? step.value : step));
	};

	test('is kept as a factor in a change', () => {
		expect(kept(target)).toEqual([
			{ edit: 'scale', record: 'posts/contact', field: 'fte', factor: '1.1' }
		]);
	});

	test('is worked out once in the baseline', () => {
		expect(kept({ into: 'baseline' })).toEqual(['6.6']);
	});
});
