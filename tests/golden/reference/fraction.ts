/** An exact rational number: numerator over a positive denominator, in lowest terms. */
export interface Fraction {
	readonly top: bigint;
	readonly bottom: bigint;
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

/** The number that decimal text such as '12.5' stands for. */
export function read(text: string): Fraction {
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
		(a, b) => over(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom),
		ZERO
	);
}

/** The product of any number of fractions. */
export function times(...parts: readonly Fraction[]): Fraction {
	return parts.reduce((a, b) => over(a.top * b.top, a.bottom * b.bottom), ONE);
}

/** `a` less `b`. */
export function less(a: Fraction, b: Fraction): Fraction {
	return over(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);
}

/** `a` divided by `b`. */
export function per(a: Fraction, b: Fraction): Fraction {
	return over(a.top * b.bottom, a.bottom * b.top);
}

/** True where `a` is smaller than `b`. */
export function below(a: Fraction, b: Fraction): boolean {
	return a.top * b.bottom < b.top * a.bottom;
}

/** The smaller of two fractions. */
export function least(a: Fraction, b: Fraction): Fraction {
	return below(b, a) ? b : a;
}

/** The larger of two fractions. */
export function most(a: Fraction, b: Fraction): Fraction {
	return below(a, b) ? b : a;
}

/** The whole number nearest to `value · 10^places`, halves away from nought. */
export function rounded(value: Fraction, places: number): bigint {
	const top = size(value.top) * 10n ** BigInt(places);
	const nearest = (2n * top + value.bottom) / (2n * value.bottom);
	return value.top < 0n ? -nearest : nearest;
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
