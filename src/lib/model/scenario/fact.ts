import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { id, prose, title } from '../records/field';

/** A figure as some document states it, in the document's own unit, with the place and a short quote. */
export const fact = z.strictObject({
	id,
	subject: title,
	measure: title,
	value: z.string().max(400),
	unit: z.string().max(80),
	date: z.string().max(40),
	document: title,
	paragraph: z.string().max(80),
	quote: z.string().min(1).max(400),
	/** Facts about the same quantity that say something else. */
	rivals: z.array(id).max(20).optional(),
	/** Weekday that the document gives for the date in `value`, to be checked against the calendar. */
	weekday: z.string().max(12).optional(),
	note: prose.optional()
});

/** A figure as some document states it. */
export type Fact = z.output<typeof fact>;

/** The number that a fact states, in the document's own unit; null where it states words. */
export function statedNumber(fact: Fact): Decimal | null {
	const plain = fact.value.replace(/,/g, '').trim();
	return /^-?\d+(\.\d+)?$/.test(plain) ? new Decimal(plain) : null;
}
