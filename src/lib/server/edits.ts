import type { EditAnswer, EditRequest, SavedEdit } from '../exchange/editing';
import {
	agreedNow,
	applyOperations,
	isAlike,
	type Applied,
	type Council,
	type Outcome
} from '../model';
import { requireName, requirePermission, type Context } from './access/policy';
import { editsAfter, editsOfRequest, writeDown, type Deed } from './activity';
import { clashesOf } from './clashes';
import { remember, stateIn, type Decoded } from './councils';
import type { Transaction } from './councilRows';
import type { Store } from './db/open';
import { writeApplied } from './rowWriting';

/**
 * Why an edit is not taken although nothing is wrong with its values: the browser has seen revisions that are not here
 * ('restored'), too much has happened since what it saw ('behind'; 'savedButBehind' where the edit itself is kept), a step
 * belongs to another history ('stream'), the baseline is agreed and the edit does not say that it starts a newer one
 * ('agreed'), the edit to take back or do again is not there to be ('notInHistory'), or it lies
 * further back than is done at once ('tooFar').
 */
export type Refusal =
	'restored' | 'behind' | 'savedButBehind' | 'stream' | 'agreed' | 'notInHistory' | 'tooFar';

/** What becomes of an edit; who shows it finds the words for a refusal. */
export type EditResult =
	| Exclude<EditAnswer, { readonly answer: 'refused' }>
	| { readonly answer: 'refused'; readonly why: Refusal };

/** What an edit, or one of the edits taken back together, does to the council and how it is written down. */
export interface Step extends Pick<Deed, 'kind' | 'of' | 'act' | 'reason'> {
	readonly applied: Applied;
}

/** What a request does, step by step; or why it does nothing, in which case what others did is still to be told. */
export type Plan =
	readonly Step[] | Exclude<Outcome, Applied> | Exclude<EditResult, { readonly missed: unknown }>;

/** Carries out an edit in one transaction: all of it is kept and written down, or none. Null where there is no such council. */
export function saveEdit(store: Store, context: Context, asked: EditRequest): EditResult | null {
	return carryOut(store, context, asked, (_, { council }) => {
		if (!isOfStream(asked)) return { answer: 'refused', why: 'stream' };
		const applied = applyOperations(council, asked.operations);
		if (applied.outcome !== 'done') return applied;
		if (isLocked(council, applied.council, asked)) return { answer: 'refused', why: 'agreed' };
		return [{ applied, kind: 'edit', of: null, act: asked.act, reason: asked.reason ?? null }];
	});
}

/** Every edit of a council after a revision, oldest first, or why a browser that saw it has to start anew. */
export function editsSince(
	store: Store,
	{ user, council }: Context,
	after: number
): readonly SavedEdit[] | Refusal | null {
	requirePermission(user, 'read');
	return store.transaction((tx) => {
		const now = stateIn(store, tx, council);
		if (now === null) return null;
		if (after > now.revision) return 'restored';
		return editsAfter(tx, council, after) ?? 'behind';
	});
}

/** Does what a request plans, once however often it is sent, and answers with what it did and what others did meanwhile. */
export function carryOut(
	store: Store,
	context: Context,
	asked: Pick<EditRequest, 'request' | 'seen' | 'scenario'>,
	planOf: (tx: Transaction, now: Decoded) => Plan
): EditResult | null {
	requirePermission(context.user, 'write');
	const by = requireName(context.user);
	const { council } = context;
	let written: Decoded | undefined;
	const result = store.transaction(
		(tx): EditResult | null => {
			const now = stateIn(store, tx, council);
			if (now === null) return null;
			const made = editsOfRequest(tx, council, asked.request);
			if (asked.seen > now.revision) return { answer: 'refused', why: 'restored' };
			const missed = asked.seen === now.revision ? [] : editsAfter(tx, council, asked.seen);
			if (made.length > 0) return repeated(made, missed);
			if (missed === null) return { answer: 'refused', why: 'behind' };
			const plan = planOf(tx, now);
			if ('answer' in plan) return plan;
			if ('outcome' in plan)
				return plan.outcome === 'problem'
					? { answer: 'problem', problems: plan.problems }
					: { answer: 'clash', clashes: clashesOf(tx, council, plan.conflicts), missed };
			const edits = plan.map(({ applied, ...deed }, part) => {
				const revision = now.revision + part + 1;
				writeApplied(tx, council, revision, applied);
				written = { revision, council: applied.council };
				const { operations, inverse } = applied;
				const { request, scenario } = asked;
				return writeDown(tx, {
					...deed,
					council,
					revision,
					by,
					scenario,
					operations,
					inverse,
					request,
					part
				}) as SavedEdit;
			});
			return { answer: 'done', edits, missed };
		},
		{ behavior: 'immediate' }
	);
	// Only now: had the commit failed, the database would still hold what it held.
	if (written !== undefined) remember(store, written);
	return result;
}

/** The answer to a request that has been carried out before: the same edits, and what others did before and after. */
function repeated(made: readonly SavedEdit[], since: readonly SavedEdit[] | null): EditResult {
	if (since === null) return { answer: 'refused', why: 'savedButBehind' };
	const own = new Set(made.map(({ revision }) => revision));
	return {
		answer: 'done',
		edits: made,
		missed: since.filter(({ revision }) => !own.has(revision))
	};
}

/** An agreed baseline becomes another only by an edit that says which one it is newer than. */
function isLocked(before: Council, after: Council, { newerThan }: EditRequest): boolean {
	const agreed = agreedNow(before);
	return agreed !== null && agreed.id !== newerThan && !isAlike(agreed, after);
}

/** A scenario's history holds what was done to that scenario and its changes, and nothing else. */
function isOfStream({ scenario, operations }: EditRequest): boolean {
	return (
		scenario === null ||
		operations.every(
			({ op, row }) =>
				row.startsWith(`changes/${scenario}/`) || (op === 'set' && row === `scenarios/${scenario}`)
		)
	);
}
