import type { PastEdit } from '$lib/state/past';
import type { Council } from '$lib/model';
import { editLines, editTitle, type EditLine } from './editWords';
import { namesIn } from './names';

/** One edit of a history as it is shown. */
export interface HistoryRow {
	readonly revision: number;
	/** When it was made, as an ISO instant. */
	readonly at: string;
	readonly name: string;
	readonly isOwn: boolean;
	readonly title: string;
	readonly standing: PastEdit['standing'];
	/** True for the edit that was done last and still holds: where the person is now. */
	readonly isPresent: boolean;
	/**
	 * The revision to undo to, so that this edit is the last that holds; null where it is that already or does not hold.
	 */
	readonly undoTo: number | null;
	/** The revision to do again up to; null where it holds already or cannot be done again. */
	readonly redoTo: number | null;
	readonly reason: string | null;
	/** The first lines of what it changed. */
	readonly lines: readonly EditLine[];
	/** How many steps it has in all. */
	readonly steps: number;
}

/** What a history is shown from. */
export interface HistoryAbout {
	/** Newest first. */
	readonly past: readonly PastEdit[];
	readonly council: Council;
	/** The id of the person who looks at it. */
	readonly self: string | null;
	/** The most steps of one edit that are told line by line. */
	readonly most: number;
}

/** The rows of a history, newest first, each with where it leads back or forward to. */
export function historyRows({ past, council, self, most }: HistoryAbout): readonly HistoryRow[] {
	const names = namesIn(
		council,
		past.flatMap(({ edit }) => edit.operations)
	);
	let later: number | null = null;
	return past.map(({ edit, standing }) => {
		const { revision, at, by, act, operations, reason } = edit;
		const isDone = standing === 'done';
		// Going back to an edit takes back the next one after it that still holds, and all above.
		const undoTo = isDone ? later : null;
		const isPresent = isDone && later === null;
		if (isDone) later = revision;
		return {
			revision,
			at,
			name: by.name,
			isOwn: by.id === self,
			title: editTitle(names, { operations, act, kind: 'edit' }),
			standing,
			isPresent,
			undoTo,
			redoTo: standing === 'undone' ? revision : null,
			reason,
			lines: editLines(names, operations.slice(0, most)),
			steps: operations.length
		};
	});
}

/** The revision to undo to so that nothing of the history holds; null where nothing does. */
export function firstDone(past: readonly PastEdit[]): number | null {
	return past.findLast(({ standing }) => standing === 'done')?.edit.revision ?? null;
}
