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

const scaleEdit = z.strictObject({
	edit: z.literal('scale'),
	record: recordRef,
	/** The path of a numeric field, as for 'set'. */
	field: z.string().min(1).max(120),
	/** What the value that stands there is multiplied by. */
	factor: decimalText({ min: 0, max: 1e6 })
});

const shiftEdit = z.strictObject({
	edit: z.literal('shift'),
	record: recordRef,
	/** The path of a numeric field, as for 'set'. */
	field: z.string().min(1).max(120),
	/** What is added to the value that stands there, in the field's unit; below 0 it is taken away. */
	by: decimalText({ min: -1e12, max: 1e12 })
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

/**
 * One edit of a change: set a field, multiply it (scale) or add to it (shift), add a record, or remove one (close a
 * building, end a contract).
 */
export const edit = z.discriminatedUnion(
	'edit',
	[setEdit, scaleEdit, shiftEdit, addEdit, removeEdit],
	{ error: "must be one of 'set', 'scale', 'shift', 'add', 'remove'" }
);

/** One edit of a change. */
export type Edit = z.output<typeof edit>;

/** An edit of one field of a record. */
export type FieldEdit = Extract<Edit, { readonly edit: 'set' | 'scale' | 'shift' }>;

/** An edit that works on the value that stands in a field, whatever that is. */
export type Adjustment = Extract<Edit, { readonly edit: 'scale' | 'shift' }>;

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
