import { describe, expect, test } from 'vitest';
import type { GridCell, GridColumn, GridRow } from '$lib/input/table';
import { firstTexts, formColumns, readForm, typedForm } from './rowForm';

const columns: readonly GridColumn[] = [
	{ id: 'role', label: 'Role', type: 'text', canBeBlank: false },
	{ id: 'share', label: 'Absence', type: 'number', unit: 'share of 1', canBeBlank: true },
	{ id: 'vacant', label: 'Vacant', type: 'yesNo', canBeBlank: true },
	{ id: 'cost', label: 'Cost', type: 'number', unit: '£', canBeBlank: true, isReadOnly: true },
	{ id: 'fte', label: 'FTE', type: 'number', unit: 'FTE', canBeBlank: true }
];
const cells: Readonly<Record<string, GridCell>> = {
	role: { value: 'Worker', shown: 'Worker', state: 'plain' },
	share: { value: '0.035', shown: '3.5%', state: 'plain' },
	vacant: { value: 'true', shown: 'Yes', state: 'plain' },
	cost: { value: '5', shown: '£5', state: 'plain' },
	fte: { value: '1', shown: '1', state: 'locked' }
};
const row: GridRow = {
	id: 'a',
	label: 'Worker',
	cell: (column) => cells[column] ?? { value: null, shown: '', state: 'missing' }
};
const on = { columns, row, check: undefined };

test('a form asks for what can be edited, and starts with what stands there', () => {
	expect(formColumns(columns, row).map(({ id }) => id)).toEqual(['role', 'share', 'vacant']);
	expect(formColumns(columns, null).map(({ id }) => id)).toEqual([
		'role',
		'share',
		'vacant',
		'fte'
	]);
	expect(firstTexts(columns, row)).toEqual({ role: 'Worker', share: '3.5%', vacant: 'true' });
	expect(firstTexts(columns, null)).toEqual({ role: '', share: '', vacant: '', fte: '' });
});

test('a form that is being typed in counts the fields that can be read, and nothing where none differs', () => {
	const first = { role: 'Worker', share: '3.5%', vacant: 'true' };
	expect(typedForm(first, on)).toBeNull();
	expect(typedForm({ ...first, role: '', share: '4%' }, on)).toEqual({
		how: 'form',
		edits: [{ row: 'a', column: 'share', value: '0.04' }],
		newRows: []
	});
	const empty = { role: 'New', share: 'x', vacant: '', fte: '2' };
	expect(typedForm(empty, { ...on, row: null })).toEqual({
		how: 'form',
		edits: [],
		newRows: [{ role: { value: 'New' }, vacant: { value: null }, fte: { value: '2' } }]
	});
});

describe('reading a form', () => {
	test('only what differs is an edit', () => {
		expect(readForm({ role: 'Worker', share: '4', vacant: 'true' }, on)).toMatchObject({
			ok: true,
			edits: [{ row: 'a', column: 'share', value: '0.04' }]
		});
		expect(readForm({ role: 'Worker', share: '3.50', vacant: 'true' }, on)).toMatchObject({
			edits: []
		});
	});

	test('every problem is named by its field, and nothing is kept then', () => {
		expect(readForm({ role: '', share: 'x', vacant: '' }, on)).toEqual({
			ok: false,
			problems: {
				role: 'Role cannot be blank; enter a value',
				share: '‘x’ is not a number; write digits, such as 12.5'
			}
		});
	});

	test('a field that was not touched is not judged', () => {
		const check = () => 'Nothing is right';
		const result = readForm(firstTexts(columns, row), { columns, row, check });
		expect(result).toMatchObject({ ok: true, edits: [] });
	});

	test('a new row has every field, checked without a row', () => {
		const seen: (string | null)[] = [];
		const check = (of: string | null) => {
			seen.push(of);
			return null;
		};
		const texts = { role: 'Cook', share: '', vacant: 'false', fte: '0.5' };
		expect(readForm(texts, { columns, row: null, check })).toEqual({
			ok: true,
			edits: [],
			newRow: {
				role: { value: 'Cook' },
				share: { value: null },
				vacant: { value: 'false' },
				fte: { value: '0.5' }
			}
		});
		expect(new Set(seen)).toEqual(new Set([null]));
	});
});
