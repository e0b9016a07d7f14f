import { z } from 'zod';
import { decimalText, id, month, prose, share, title } from '../records/field';
import { TABLE_KINDS } from '../records/kinds';

const recordRef = z
	.string()
	.regex(new RegExp(`^(${TABLE_KINDS.join('|')})/[A-Za-z0-9][A-Za-z0-9-]{0,63}$`), {
		error: (issue) =>
			`'${String(issue.input)}' does not name a record; write its kind and id, such as posts/outreach`
	});

const setEdit = z.strictObject({
	edit: z.literal('set'),
	record: recordRef,
	/** The field's path in the record: 'fte', 'activities.contact'. */
	field: z.string().min(1).max(120),
	/** The new value as the file would hold it. */
	value: z.json()
});

const addEdit = z.strictObject({
	edit: z.literal('add'),
	kind: z.enum(TABLE_KINDS),
	/** The whole new record as the file would hold it. */
	record: z.record(z.string(), z.json())
});

const removeEdit = z.strictObject({
	edit: z.literal('remove'),
	record: recordRef,
	/** For a post: where its people go. Redundancy is paid unless they are redeployed or the posts stand vacant. */
	destination: z.enum(['redundant', 'redeployed', 'vacant']).optional(),
	/** For a contract: the month in which notice is given; the start of the change where it is left out. */
	noticeGiven: month.optional()
});

/** One edit of a change: set a field, add a record, or remove one (close a building, end a contract). */
export const edit = z.discriminatedUnion('edit', [setEdit, addEdit, removeEdit], {
	error: "must be one of 'set', 'add', 'remove'"
});

/** One edit of a change. */
export type Edit = z.output<typeof edit>;

const oneOff = z.strictObject({
	id,
	title,
	ledger: z.enum(['revenue', 'capitalSpend', 'capitalReceipt']),
	month,
	amount: decimalText({ min: 0, max: 1e12 }).nullable()
});

/** A dated, reasoned edit to the baseline that can be switched on and off. */
export const change = z
	.strictObject({
		id,
		title,
		reason: prose,
		owner: z.string().max(120),
		start: month,
		rampMonths: z.number().int().min(0).max(600),
		/** First month in which the change no longer holds; null where it stays. */
		end: month.nullable(),
		on: z.boolean(),
		status: z.enum(['idea', 'proposed', 'approved', 'inDelivery', 'delivered', 'withdrawn']),
		confidence: share('Confidence', 'Chance that the change is delivered as described.'),
		/** Set where the source leaves a choice open and this scenario makes it. */
		choice: prose.optional(),
		edits: z.array(edit).max(2000),
		oneOffs: z.array(oneOff).max(200)
	})
	.superRefine((value, context) => {
		if (value.end !== null && value.end <= value.start)
			context.addIssue({
				code: 'custom',
				path: ['end'],
				message: `${value.end} is not after the start ${value.start}; write a later month or null`
			});
	});

/** A dated, reasoned edit to the baseline. */
export type Change = z.output<typeof change>;
