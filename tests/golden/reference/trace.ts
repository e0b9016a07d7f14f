/**
 * Traces of blanks: numbers modulo a prime that stand for what a value was made from. Sums, products and quotients of
 * traces are those of the values, so that two values made from the same blanks by equal arithmetic have one trace, and
 * others practically never do.
 */
const PRIME = 2n ** 61n - 1n;

const modulo = (value: bigint) => ((value % PRIME) + PRIME) % PRIME;

function power(base: bigint, exponent: bigint): bigint {
	let result = 1n;
	for (let square = base, left = exponent; left > 0n; left /= 2n) {
		if (left % 2n === 1n) result = modulo(result * square);
		square = modulo(square * square);
	}
	return result;
}

/** The trace of a blank, or of anything else that has a name. */
export function traceOfName(name: string): bigint {
	let trace = 7n;
	for (const letter of name)
		trace = modulo(trace * 1_099_511_628_211n + BigInt(letter.charCodeAt(0)));
	return trace;
}

/** The trace of a number that is known. */
export function traceOfNumber(top: bigint, bottom: bigint): bigint {
	return dividedTrace(modulo(top), modulo(bottom));
}

/** The trace of a sum. */
export const addedTrace = (a: bigint, b: bigint): bigint => modulo(a + b);

/** The trace of a difference. */
export const subtractedTrace = (a: bigint, b: bigint): bigint => modulo(a - b);

/** The trace of a product. */
export const multipliedTrace = (a: bigint, b: bigint): bigint => modulo(a * b);

/** The trace of a quotient. */
export const dividedTrace = (a: bigint, b: bigint): bigint => modulo(a * power(b, PRIME - 2n));

/** The trace of what else is done with two values: no arithmetic turns it into another. */
export function mixedTrace(what: string, a: bigint, b: bigint): bigint {
	return power(modulo(traceOfName(what) + a * 2_654_435_761n + b * 97n), 3n);
}
