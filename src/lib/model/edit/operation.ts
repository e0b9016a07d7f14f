import { z } from 'zod';

/** A value as a council file holds it. */
export type Json = z.output<ReturnType<typeof z.json>>;

const ROW =
	/^(council|records\/[A-Za-z]+\/[^/]+|facts\/[^/]+|packs\/[^/]+|agreed\/[^/]+|scenarios\/[^/]+|changes\/[^/]+\/[^/]+)$/;

// 'council', 'records/posts/fsw', 'facts/x', 'packs/x', 'agreed/x', 'scenarios/x', 'changes/SCENARIO/x'.
const rowKey = z
	.string()
	.max(200)
	.regex(ROW, {
		error: (issue) =>
			`'${String(issue.input)}' names no row; write one such as records/posts/outreach`
	});

const position = z.number().int().min(0).max(100_000);
const path = z.array(z.string().min(1).max(200)).min(1).max(8);

/** Gives one field of a row another value; `was` is what the person saw there, and `value` left out removes the field. */
const setOperation = z.strictObject({
	op: z.literal('set'),
	row: rowKey,
	/** Steps through the encoded row; an entry of a list is named by its key, see `entryKey`. */
	path,
	was: z.json().optional(),
	value: z.json().optional(),
	/** Where an entry that is new in its list goes; at the end where this is left out. */
	at: position.optional()
});

/** Adds a row to its list; the end of the list where no position is given. */
const insertOperation = z.strictObject({
	op: z.literal('insert'),
	row: rowKey,
	position: position.optional(),
	data: z.json()
});

/** Takes a row out of its list; `was` is the whole row as the person saw it. */
const removeOperation = z.strictObject({ op: z.literal('remove'), row: rowKey, was: z.json() });

/** Moves a row to another place in its list. */
const moveOperation = z.strictObject({
	op: z.literal('move'),
	row: rowKey,
	was: position,
	position
});

/** One step of an edit: it names what it replaces, so that it can be refused when that has changed, and taken back. */
export const operation = z.discriminatedUnion('op', [
	setOperation,
	insertOperation,
	removeOperation,
	moveOperation
]);

/** One step of an edit. */
export type Operation = z.output<typeof operation>;

/** The most steps that one edit may have: a pasted block of 2,000 rows with 12 cells fits. */
export const MOST_OPERATIONS = 25_000;

/** The list that a row stands in, and its id there; the council's own details are a list of one. */
export function listOf(row: string): { readonly list: string; readonly id: string } {
	const slash = row.lastIndexOf('/');
	return slash < 0
		? { list: row, id: '' }
		: { list: row.slice(0, slash), id: row.slice(slash + 1) };
}
