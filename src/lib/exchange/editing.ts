import { z } from 'zod';
import { MOST_OPERATIONS, operation, type Conflict, type EditProblem } from '$lib/model';

/** How an edit was made, which names it in the history. */
export const ACTS = [
	'typed',
	'pasted',
	'filled',
	'cleared',
	'form',
	'added',
	'removed',
	'template',
	'copied',
	'switched',
	'chosen',
	'settings',
	'imported',
	'published',
	'returned',
	'agreed',
	'rebased'
] as const;

/** How an edit was made. */
export type Act = (typeof ACTS)[number];

const revision = z.number().int().min(0);
// Made by the browser: sending an edit twice under one name carries it out once.
const request = z.uuid();

/** An edit as a browser sends it: its own name, the revision that the person saw, and the steps. */
export const editRequest = z.strictObject({
	request,
	seen: revision,
	/** The scenario whose history it belongs to; null for the baseline, the council and its list of scenarios. */
	scenario: z.string().max(64).nullable(),
	act: z.enum(ACTS),
	operations: z.array(operation).min(1).max(MOST_OPERATIONS),
	reason: z.string().max(4000).optional(),
	/** The id of the agreed baseline that the baseline still is: said by who starts a newer one with this edit. */
	newerThan: z.string().max(64).optional()
});

/** An edit as a browser sends it. */
export type EditRequest = z.output<typeof editRequest>;

/** A wish to take back, or to do again, every edit of one history down to one of them. */
export const undoRequest = z.strictObject({
	request,
	seen: revision,
	scenario: z.string().max(64).nullable(),
	direction: z.enum(['undo', 'redo']),
	/** The revision of the last edit to be taken back or done again. */
	to: revision,
	/** True once the person has agreed that edits of others are taken back too. */
	others: z.boolean()
});

/** A wish to take back or to do again. */
export type UndoRequest = z.output<typeof undoRequest>;

/** What is wrong with a name that somebody gives. */
export type NameProblem = 'empty' | 'long' | 'characters';

/** An edit that was carried out: each raises the council's revision by one, and takes it as its number. */
export const savedEdit = z.strictObject({
	revision,
	/** When, as an ISO instant. */
	at: z.string(),
	by: z.strictObject({ id: z.string(), name: z.string() }),
	scenario: z.string().nullable(),
	/** 'undo' and 'redo' name in `of` the edit that they took back or did again. */
	kind: z.enum(['edit', 'undo', 'redo']),
	of: revision.nullable(),
	act: z.enum(ACTS),
	operations: z.array(operation),
	reason: z.string().nullable()
});

/** An edit that was carried out. */
export type SavedEdit = z.output<typeof savedEdit>;

/** A conflict with who made the value that is there now, and when. */
export interface Clash extends Conflict {
	readonly by: string | null;
	readonly at: string | null;
}

/**
 * What a server answers to an edit. 'done' and 'clash' carry every edit since `seen` that this request did not make, so that
 * the browser catches up: an edit of the same person in another window too. 'others' names the edits of others that an undo
 * would take back, or that a redo would bring back although somebody else took them back.
 */
export type EditAnswer =
	| {
			readonly answer: 'done';
			readonly edits: readonly SavedEdit[];
			readonly missed: readonly SavedEdit[];
	  }
	| {
			readonly answer: 'clash';
			readonly clashes: readonly Clash[];
			readonly missed: readonly SavedEdit[];
	  }
	| { readonly answer: 'problem'; readonly problems: readonly EditProblem[] }
	| { readonly answer: 'others'; readonly edits: readonly SavedEdit[] }
	| { readonly answer: 'refused'; readonly message: string };
