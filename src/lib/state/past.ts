import type { SavedEdit } from '$lib/exchange/editing';

/** An edit of a history and how it stands: undone for good where something else was done after it. */
export interface PastEdit {
	readonly edit: SavedEdit;
	readonly standing: 'done' | 'undone' | 'dropped';
}

/** A history, newest first, after one more turn of it. */
export function afterTurn(past: readonly PastEdit[], turn: SavedEdit): readonly PastEdit[] {
	if (turn.kind === 'edit')
		return [
			{ edit: turn, standing: 'done' },
			...past.map((own): PastEdit =>
				own.standing === 'undone' ? { ...own, standing: 'dropped' } : own
			)
		];
	const standing = turn.kind === 'undo' ? 'undone' : 'done';
	return past.map((own) => (own.edit.revision === turn.of ? { ...own, standing } : own));
}

/** The edit that would be taken back next. */
export function nextUndo(past: readonly PastEdit[]): SavedEdit | null {
	return past.find(({ standing }) => standing === 'done')?.edit ?? null;
}

/** The edit that would be done again next: the one that was taken back last. */
export function nextRedo(past: readonly PastEdit[]): SavedEdit | null {
	return past.findLast(({ standing }) => standing === 'undone')?.edit ?? null;
}
