import { and, asc, eq, or } from 'drizzle-orm';
import type { Act, SavedEdit } from '../exchange/editing';
import { requirePermission, type Context } from './access/policy';
import { editsNumbered, inHistory, type Activity } from './activity';
import type { Transaction } from './councilRows';
import type { Store } from './db/open';
import { activityTable } from './db/activitySchema';

/** What a history needs to know of one row of the activity. */
export interface Turn {
	readonly revision: number;
	readonly kind: Activity['kind'];
	readonly of: number | null;
	readonly act: Act;
	readonly user: string;
}

/** An edit of a history: the row that made it, and the one that last carried it out or took it back. */
export interface Moment {
	readonly edit: Turn;
	readonly last: Turn;
}

/** How an edit stands: done; undone, and can be done again; or undone for good, because something else was done after that. */
export type Standing = 'done' | 'undone' | 'dropped';

/** The edits of a history that are done and those that can be done again, each with the next one to go last. */
export interface History {
	readonly done: readonly Moment[];
	readonly undone: readonly Moment[];
}

/** An edit of a history and how it stands. */
export interface PastEdit {
	readonly edit: SavedEdit;
	readonly standing: Standing;
}

/** Goes through what was done to one scenario, or to the baseline, in its order. */
export function historyOf(turns: readonly Turn[]): History {
	let done: Moment[] = [];
	let undone: Moment[] = [];
	for (const turn of turns) {
		// A council that comes anew comes without its past.
		if (turn.kind === 'added') {
			done = [];
			undone = [];
			continue;
		}
		if (turn.kind === 'edit') {
			done.push({ edit: turn, last: turn });
			undone = [];
			continue;
		}
		const moved = (turn.kind === 'undo' ? done : undone).pop();
		if (moved?.edit.revision !== turn.of)
			throw new Error(`The history is broken at revision ${turn.revision}.`);
		(turn.kind === 'undo' ? undone : done).push({ edit: moved.edit, last: turn });
	}
	return { done, undone };
}

/** The history of a scenario, or of the baseline where it is null. */
export function readHistory(tx: Transaction, council: string, scenario: string | null): History {
	return historyOf(turnsOf(tx, council, scenario));
}

/** The newest edits of a history, newest first, each with how it stands. */
export function listHistory(
	store: Store,
	{ user, council }: Context,
	scenario: string | null,
	limit: number
): readonly PastEdit[] {
	requirePermission(user, 'read');
	return store.transaction((tx) => {
		const turns = turnsOf(tx, council, scenario);
		const { done, undone } = historyOf(turns);
		const standing = new Map<number, Standing>([
			...done.map(({ edit }) => [edit.revision, 'done'] as const),
			...undone.map(({ edit }) => [edit.revision, 'undone'] as const)
		]);
		const newest = turns.filter(({ kind }) => kind === 'edit').slice(-limit);
		return editsNumbered(
			tx,
			council,
			newest.map(({ revision }) => revision)
		)
			.toReversed()
			.map((edit) => ({ edit, standing: standing.get(edit.revision) ?? 'dropped' }));
	});
}

function turnsOf(tx: Transaction, council: string, scenario: string | null): readonly Turn[] {
	return tx
		.select({
			revision: activityTable.revision,
			kind: activityTable.kind,
			of: activityTable.of,
			act: activityTable.act,
			user: activityTable.user
		})
		.from(activityTable)
		.where(
			and(
				eq(activityTable.council, council),
				or(inHistory(scenario), eq(activityTable.kind, 'added'))
			)
		)
		.orderBy(asc(activityTable.revision))
		.all();
}
