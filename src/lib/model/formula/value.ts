import { Decimal } from 'decimal.js';

/** A value that cannot be computed: the blank inputs it waits for, and what it would be computed from. */
export interface Blocked {
	/** Field references such as 'posts/outreach.salary', each once. */
	readonly waitsFor: readonly string[];
	/** What the value would be computed from; two blocked values are the same where these are. */
	readonly basis: unknown;
}

/** A value of an input: an exact number, a float (heads, days, weeks), blank (null), or blocked further back. */
export type Value = Decimal | number | Blocked | null;

/** True for a value that is known. */
export function isKnown(value: Value): value is Decimal | number {
	return typeof value === 'number' || value instanceof Decimal;
}

/** True for a value that waits for blank inputs further back. */
export function isBlocked(value: unknown): value is Blocked {
	return typeof value === 'object' && value !== null && 'waitsFor' in value;
}

/** A blocked value that waits for the given blanks, each named once and in order. */
export function blocked(waitsFor: Iterable<string>, basis: unknown): Blocked {
	return { waitsFor: [...new Set(waitsFor)].sort(), basis };
}

// toNumber() writes and parses text; one projection asks for the same decimals a million times.
const floats = new WeakMap<Decimal, number>();

/** The nearest float of a known value. */
export function floatOf(value: Decimal | number): number {
	if (typeof value === 'number') return value;
	let float = floats.get(value);
	if (float === undefined) {
		float = value.toNumber();
		floats.set(value, float);
	}
	return float;
}

/** True where two pieces of plain data are the same: decimals by value, lists and objects by content. */
export function isSame(a: unknown, b: unknown): boolean {
	if (Object.is(a, b)) return true;
	if (typeof a === 'number') return b instanceof Decimal && b.eq(a);
	if (typeof b === 'number') return a instanceof Decimal && a.eq(b);
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	if (a instanceof Decimal || b instanceof Decimal)
		return a instanceof Decimal && b instanceof Decimal && a.eq(b);
	if (a instanceof Float64Array || b instanceof Float64Array)
		return (
			a instanceof Float64Array &&
			b instanceof Float64Array &&
			a.length === b.length &&
			a.every((value, i) => value === b[i])
		);
	const keysOfA = Object.keys(a);
	if (keysOfA.length !== Object.keys(b).length || Array.isArray(a) !== Array.isArray(b))
		return false;
	return keysOfA.every(
		(key) =>
			key in b && isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key])
	);
}
