import type { SavedEdit } from '$lib/exchange/editing';
import { applyOperations, type Council } from '$lib/model';
import type { Wish } from './wish';

/** A council with an edit in it that the server has kept, which therefore fits. */
export function applied(council: Council, { operations, revision }: SavedEdit): Council {
	const outcome = applyOperations(council, operations);
	if (outcome.outcome === 'done') return outcome.council;
	throw new Error(`The edit ${revision} does not fit here: ${JSON.stringify(outcome)}`);
}

/** A council with the edits that wait on top of it: those that fit, and those that do not any longer. */
export function refitted(
	council: Council,
	waiting: readonly Wish[]
): {
	readonly council: Council;
	readonly fitting: readonly Wish[];
	readonly lost: readonly Wish[];
} {
	let whole = council;
	const fitting: Wish[] = [];
	const lost: Wish[] = [];
	for (const wish of waiting) {
		const outcome = applyOperations(whole, wish.operations);
		if (outcome.outcome === 'done') {
			whole = outcome.council;
			fitting.push(wish);
		} else lost.push(wish);
	}
	return { council: whole, fitting, lost };
}
