import type { Decimal } from 'decimal.js';

/** A value of an input, and what a measure is there. */
export interface Crossing {
	/** The value of the input. */
	readonly at: Decimal;
	readonly measured: number;
}

/** What a measure is at a value of an input; null where it is not known. */
export type Measure = (value: Decimal) => number | null;

const DIGITS = 15;
const MOST_STEPS = 60;
/** Every so many steps the middle is tried, so that the two values always close in. */
const HALVING = 3;

/**
 * The crossing from a value at which a measure is missed to one at which it is met, by false position (Illinois, with
 * halving), to fifteen digits: where no penny falls on nothing, the nearest value at which it is met. Null where the measure
 * is not known on the way.
 */
export function crossing(
	measure: Measure,
	missed: Crossing,
	met: Crossing,
	isWhole: boolean
): Crossing | null {
	let [a, b] = [missed, met];
	let [weightA, weightB] = [1, 1];
	for (let step = 1; step <= MOST_STEPS; step++) {
		const share = (a.measured * weightA) / (a.measured * weightA - b.measured * weightB);
		const next = between(a, b, step % HALVING === 0 ? [0.5] : [share, 0.5], isWhole);
		if (next === null) break;
		const measured = measure(next);
		if (measured === null) return null;
		const own = { at: next, measured };
		if (measured === 0) return own;
		// The end that stays counts half, or the other would creep towards it for ever.
		if (Math.sign(measured) === Math.sign(a.measured)) {
			a = own;
			[weightA, weightB] = [1, weightB / 2];
		} else {
			b = own;
			[weightA, weightB] = [weightA / 2, 1];
		}
	}
	return b;
}

/** A value strictly between two others, at the first share of the way that gives one; null where none is left. */
function between(
	a: Crossing,
	b: Crossing,
	shares: readonly number[],
	isWhole: boolean
): Decimal | null {
	const width = b.at.minus(a.at);
	for (const share of shares) {
		const raw = a.at.plus(width.times(share));
		const next = isWhole ? raw.toDecimalPlaces(0) : raw.toSignificantDigits(DIGITS);
		if (!next.eq(a.at) && !next.eq(b.at)) return next;
	}
	return null;
}
