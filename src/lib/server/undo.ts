import type { UndoRequest } from '../exchange/editing';
import { applyOperations } from '../model';
import type { Context } from './access/policy';
import { editsNumbered, inverseOf } from './activity';
import type { Decoded } from './councils';
import type { Transaction } from './councilRows';
import type { Store } from './db/open';
import { carryOut, type EditResult, type Plan, type Step } from './edits';
import { readHistory, type Moment } from './history';

// Each is checked against the whole council, and nobody else is answered meanwhile.
const MOST_AT_ONCE = 200;

/**
 * Takes back, or does again, every edit of a history from the newest down to the one that is named, in one transaction.
 * Each is a new edit that meets what is there today, and is refused with all the others where that has changed.
 */
export function takeBack(store: Store, context: Context, asked: UndoRequest): EditResult | null {
	return carryOut(store, context, asked, (tx, now) => planOf(tx, now, context, asked));
}

function planOf(
	tx: Transaction,
	now: Decoded,
	{ user, council: id }: Context,
	{ scenario, direction, to, others }: UndoRequest
): Plan {
	const history = readHistory(tx, id, scenario);
	const stack = direction === 'undo' ? history.done : history.undone;
	const from = stack.findIndex(({ edit }) => edit.revision === to);
	if (from < 0) return { answer: 'refused', why: 'notInHistory' };
	const chosen = stack.slice(from).toReversed();
	if (chosen.length > MOST_AT_ONCE) return { answer: 'refused', why: 'tooFar' };
	const foreign = chosen.filter((moment) => isOfOthers(moment, direction, user.id));
	if (foreign.length > 0 && !others) return { answer: 'others', edits: editsOf(tx, id, foreign) };
	const steps: Step[] = [];
	let { council } = now;
	for (const { edit, last } of chosen) {
		const applied = applyOperations(council, inverseOf(tx, id, last.revision));
		if (applied.outcome !== 'done') return applied;
		council = applied.council;
		steps.push({ applied, kind: direction, of: edit.revision, act: edit.act, reason: null });
	}
	return steps;
}

/** Whether somebody else made what would be reversed: the edit, or the taking back that a redo would undo. */
function isOfOthers({ edit, last }: Moment, direction: UndoRequest['direction'], own: string) {
	return last.user !== own || (direction === 'undo' && edit.user !== own);
}

function editsOf(tx: Transaction, council: string, moments: readonly Moment[]) {
	return editsNumbered(
		tx,
		council,
		moments.map(({ edit }) => edit.revision)
	);
}
