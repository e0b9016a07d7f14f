import {
	addedTrace,
	dividedTrace,
	mixedTrace,
	multipliedTrace,
	subtractedTrace,
	traceOfName,
	traceOfNumber
} from './trace';

/**
 * An exact rational number: numerator over a positive denominator, in lowest terms. One that waits for blanks has a
 * trace of them, and holds what their stand-ins give.
 */
export interface Fraction {
	readonly top: bigint;
	readonly bottom: bigint;
	readonly trace?: bigint;
}

/** Nought, as a fraction. */
export const ZERO: Fraction = { top: 0n, bottom: 1n };

/** One, as a fraction. */
export const ONE: Fraction = { top: 1n, bottom: 1n };

function gcd(a: bigint, b: bigint): bigint {
	return b === 0n ? a : gcd(b, a % b);
}

const size = (value: bigint) => (value < 0n ? -value : value);

/** The fraction of two whole numbers, in lowest terms. */
export function over(top: bigint, bottom: bigint): Fraction {
	if (bottom === 0n) throw new RangeError('division by nought');
	const sign = bottom < 0n ? -1n : 1n;
	const common = gcd(size(top), size(bottom)) * sign;
	return { top: top / common, bottom: bottom / common };
}

/** A whole number as a fraction. */
export function whole(value: number): Fraction {
	return { top: BigInt(value), bottom: 1n };
}

/** A value that waits for what the trace stands for. */
export function waiting({ top, bottom }: Fraction, trace: bigint): Fraction {
	return { top, bottom, trace };
}

/** Whether a value waits for a blank. */
export function isWaiting({ trace }: Fraction): boolean {
	return trace !== undefined;
}

/** What a value was made from. */
export function traceOf({ top, bottom, trace }: Fraction): bigint {
	return trace ?? traceOfNumber(top, bottom);
}

/** True for nought, and for a difference of two values that wait for the same. */
export function isNothing({ top, trace }: Fraction): boolean {
	return trace === undefined ? top === 0n : trace === 0n;
}

/** A value made from two others: it waits where one of them does. */
function madeOf(
	value: Fraction,
	a: Fraction,
	b: Fraction,
	traceBy: (a: bigint, b: bigint) => bigint
): Fraction {
	return isWaiting(a) || isWaiting(b) ? waiting(value, traceBy(traceOf(a), traceOf(b))) : value;
}

/** What stands before a number that stands in for a blank, and between the blank's name and the number. */
const STAND_IN = ['?', '='] as const;

/** Text for a number that stands in for a blank of that name. */
export function standIn(name: string, number: string): string {
	return STAND_IN[0] + name + STAND_IN[1] + number;
}

/** Whether text stands in for a blank. */
export function isStandIn(text: string): boolean {
	return text.startsWith(STAND_IN[0]) && text.includes(STAND_IN[1]);
}

/** The number that decimal text such as '12.5' stands for, or that stands in for a blank. */
export function read(text: string): Fraction {
	if (isStandIn(text)) {
		const split = text.lastIndexOf(STAND_IN[1]);
		return waiting(read(text.slice(split + 1)), traceOfName(text.slice(0, split)));
	}
	const [integer = '', decimals = ''] = text.split('.');
	return over(BigInt(integer + decimals), 10n ** BigInt(decimals.length));
}

/** The very number that a double holds. */
export function ofDouble(value: number): Fraction {
	let bottom = 1n;
	let top = value;
	while (!Number.isInteger(top)) {
		top *= 2;
		bottom *= 2n;
	}
	return over(BigInt(top), bottom);
}

/** The sum of any number of fractions. */
export function sum(...parts: readonly Fraction[]): Fraction {
	return parts.reduce(
		(a, b) =>
			madeOf(over(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom), a, b, addedTrace),
		ZERO
	);
}

/** The product of any number of fractions. */
export function times(...parts: readonly Fraction[]): Fraction {
	return parts.reduce(
		(a, b) => madeOf(over(a.top * b.top, a.bottom * b.bottom), a, b, multipliedTrace),
		ONE
	);
}

/** `a` less `b`. */
export function less(a: Fraction, b: Fraction): Fraction {
	return madeOf(
		over(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom),
		a,
		b,
		subtractedTrace
	);
}

/** `a` divided by `b`. */
export function per(a: Fraction, b: Fraction): Fraction {
	return madeOf(over(a.top * b.bottom, a.bottom * b.top), a, b, dividedTrace);
}

/** True where `a` is smaller than `b`. */
export function below(a: Fraction, b: Fraction): boolean {
	return a.top * b.bottom < b.top * a.bottom;
}

/** The smaller of two fractions. */
export function least(a: Fraction, b: Fraction): Fraction {
	return madeOf(below(b, a) ? b : a, a, b, (one, other) => mixedTrace('least', one, other));
}

/** The larger of two fractions. */
export function most(a: Fraction, b: Fraction): Fraction {
	return madeOf(below(a, b) ? b : a, a, b, (one, other) => mixedTrace('most', one, other));
}

/** The whole number nearest to `value · 10^places`, halves away from nought. */
export function rounded(value: Fraction, places: number): bigint {
	const top = size(value.top) * 10n ** BigInt(places);
	const nearest = (2n * top + value.bottom) / (2n * value.bottom);
	return value.top < 0n ? -nearest : nearest;
}

/** A value rounded to so many decimal places. */
export function roundedTo(value: Fraction, places: number): Fraction {
	const result = over(rounded(value, places), 10n ** BigInt(places));
	return isWaiting(value)
		? waiting(result, mixedTrace('rounded', traceOf(value), BigInt(places)))
		: result;
}

/** How far `value · 10^places` is from the nearest half: 0 is a tie. */
export function distanceToHalf(value: Fraction, places: number): number {
	const scaled = times(value, { top: 10n ** BigInt(places), bottom: 1n });
	const rest = over(size(scaled.top) % scaled.bottom, scaled.bottom);
	return Math.abs(double(rest) - 0.5);
}

/** The double nearest to a fraction, but for the last digit. */
export function double(value: Fraction): number {
	const digits = 30;
	return Number(`${rounded(value, digits).toString()}e-${digits.toString()}`);
}
