import { expect, test } from 'vitest';
import { councilWith } from '../../../../tests/support/council';
import { allInPost } from '../../../../tests/support/records';
import type { SavedEdit } from '$lib/exchange/editing';
import { afterTurn, type PastEdit } from '$lib/state/past';
import { firstDone, historyRows } from './historyRows';

const council = councilWith({
	baseline: { posts: [allInPost({ id: 'outreach', title: 'Outreach workers', fte: '4' })] }
});

function edit(revision: number, by: string, was: string, value: string): SavedEdit {
	return {
		revision,
		at: '2026-11-03T12:00:00Z',
		by: { id: by, name: by.toUpperCase() },
		scenario: null,
		kind: 'edit',
		of: null,
		act: 'typed',
		operations: [{ op: 'set', row: 'records/posts/outreach', path: ['fte'], was, value }],
		reason: null
	};
}

const turn = (revision: number, kind: 'undo' | 'redo', of: SavedEdit): SavedEdit => ({
	...of,
	revision,
	kind,
	of: of.revision
});

const [first, second, third] = [
	edit(1, 'ann', '4', '5'),
	edit(2, 'bob', '5', '6'),
	edit(3, 'ann', '6', '7')
];

const pastOf = (...turns: readonly SavedEdit[]) =>
	turns.reduce<readonly PastEdit[]>((past, own) => afterTurn(past, own), []);

const shown = (past: readonly PastEdit[]) =>
	historyRows({ past, council, self: 'ann', most: 5 }).map(
		({ title, isOwn, isPresent, undoTo, redoTo }) => ({ title, isOwn, isPresent, undoTo, redoTo })
	);

test('leads back to an edit by taking back the next one that still holds', () => {
	expect(shown(pastOf(first, second, third))).toEqual([
		{
			title: 'FTE of Outreach workers: 6 → 7',
			isOwn: true,
			isPresent: true,
			undoTo: null,
			redoTo: null
		},
		{
			title: 'FTE of Outreach workers: 5 → 6',
			isOwn: false,
			isPresent: false,
			undoTo: 3,
			redoTo: null
		},
		{
			title: 'FTE of Outreach workers: 4 → 5',
			isOwn: true,
			isPresent: false,
			undoTo: 2,
			redoTo: null
		}
	]);
});

test('leads forward to what was undone, and the present is below it', () => {
	const past = pastOf(first, second, third, turn(4, 'undo', third), turn(5, 'undo', second));
	expect(shown(past).map(({ isPresent, undoTo, redoTo }) => [isPresent, undoTo, redoTo])).toEqual([
		[false, null, 3],
		[false, null, 2],
		[true, null, null]
	]);
	expect(firstDone(past)).toBe(1);
});

test('leads nowhere from what was dropped, and past it to what still holds', () => {
	const fourth = edit(6, 'bob', '5', '9');
	const past = pastOf(first, second, turn(4, 'undo', second), fourth);
	expect(past.map(({ standing }) => standing)).toEqual(['done', 'dropped', 'done']);
	expect(shown(past).map(({ undoTo, redoTo }) => [undoTo, redoTo])).toEqual([
		[null, null],
		[null, null],
		[6, null]
	]);
});

test('has no beginning to go back to where nothing holds', () => {
	expect(firstDone(pastOf(first, turn(2, 'undo', first)))).toBeNull();
	expect(historyRows({ past: [], council, self: null, most: 5 })).toEqual([]);
});
