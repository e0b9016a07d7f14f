import { expect, test } from 'vitest';
import { editSchema } from '$lib/model';
import {
	change,
	councilWith,
	type FileEdit,
	remove,
	scale,
	scenarioIn,
	set,
	shift
} from '../../../../tests/support/council';
import { allInPost } from '../../../../tests/support/records';
import { conflictRows } from './conflicts';
import { namesIn } from './names';

const council = councilWith({
	baseline: {
		posts: [
			allInPost({ id: 'outreach', title: 'Outreach workers', fte: '4' }),
			allInPost({ id: 'lead', title: 'Lead', fte: '1' })
		]
	},
	plan: [
		change({
			id: 'grow',
			title: 'Grow',
			start: '2026-04',
			edits: [set('posts/outreach', 'fte', '6'), set('posts/lead', 'fte', '2')]
		}),
		change({ id: 'off', title: 'Off', on: false, edits: [set('posts/outreach', 'fte', '9')] }),
		change({ id: 'cut', title: 'Cut', start: '2027-04', edits: [remove('posts/lead')] })
	]
});
const rowsOf = (id: string, edits: readonly FileEdit[], start = '2027-04') =>
	conflictRows(namesIn(council, []), scenarioIn(council, 'plan'), {
		id,
		start,
		edits: edits.map((edit) => editSchema.parse(edit))
	});

test('a field that two changes set stands once, with both values side by side', () => {
	expect(rowsOf('new', [set('posts/outreach', 'fte', '8')])).toEqual([
		{
			label: 'Family team › Outreach workers (post) › FTE',
			own: '8',
			others: [{ title: 'Grow', start: 'April 2026', value: '6' }]
		}
	]);
});

test('a record that another change takes away meets what sets a field of it, both ways', () => {
	expect(rowsOf('new', [set('posts/lead', 'fte', '3')])[0]?.others).toEqual([
		{ title: 'Grow', start: 'April 2026', value: '2' },
		{ title: 'Cut', start: 'April 2027', value: 'takes it away' }
	]);
	expect(rowsOf('cut', [remove('posts/lead')])).toMatchObject([
		{ label: 'Family team › Lead (post)', own: 'takes it away', others: [{ title: 'Grow' }] }
	]);
});

test('other fields, other records and changes that are off meet nothing', () => {
	expect(rowsOf('new', [set('posts/outreach', 'vacancy', '0.1')])).toEqual([]);
	expect(rowsOf('grow', [set('posts/outreach', 'fte', '6')])).toEqual([]);
});

test('what multiplies or adds combines with what was set before, and is undone by what is set after', () => {
	expect(rowsOf('new', [scale('posts/outreach', 'fte', '0.9')])).toEqual([]);
	expect(rowsOf('new', [shift('posts/outreach', 'fte', '-1')], '2025-04')).toEqual([
		{
			label: 'Family team › Outreach workers (post) › FTE',
			own: '− 1 FTE',
			others: [{ title: 'Grow', start: 'April 2026', value: '6' }]
		}
	]);
	expect(rowsOf('new', [scale('posts/lead', 'fte', '0.9')])).toMatchObject([
		{ own: '× 0.9', others: [{ title: 'Cut', value: 'takes it away' }] }
	]);
});
