import { Decimal } from 'decimal.js';

/** Exact arithmetic of formulas: 40 significant digits, halves away from zero. */
export const Exact = Decimal.clone({
	precision: 40,
	rounding: Decimal.ROUND_HALF_UP,
	toExpNeg: -60,
	toExpPos: 60
});

/** Pence in a pound. */
const PENCE_IN_POUND = 100;

// Below this distance from half a penny the float reading cannot be trusted to fall on the right side; the second
// term grows with the amount because a float carries some sixteen digits, however large it is.
const DOUBT_PENCE = 1e-6;
const DOUBT_PER_PENNY = 1e-12;

/**
 * Whole pence of an amount in pounds that was computed in floats, halves away from zero; null where it lies so
 * close to half a penny that only exact arithmetic can tell.
 */
export function roundedPence(pounds: number): number | null {
	const pence = Math.abs(pounds) * PENCE_IN_POUND;
	const whole = Math.floor(pence);
	const doubt = DOUBT_PENCE + pence * DOUBT_PER_PENNY;
	if (Math.abs(pence - whole - 0.5) <= doubt) return null;
	const rounded = pence - whole > 0.5 ? whole + 1 : whole;
	return pounds < 0 ? 0 - rounded : rounded;
}

/** Whole pence of an exact amount in pounds, halves away from zero. */
export function exactPence(pounds: Decimal): number {
	return new Exact(pounds)
		.times(PENCE_IN_POUND)
		.toDecimalPlaces(0, Decimal.ROUND_HALF_UP)
		.toNumber();
}

/** Pounds of whole pence, exact. */
export function poundsOf(pence: number): Decimal {
	return new Exact(pence).div(PENCE_IN_POUND);
}

/**
 * Splits whole units (pence, posts, children) in proportion to weights without losing any: each share gets its floor,
 * and the units left over go to the largest remainders, the earlier share first where they tie.
 */
export function allocate(whole: number, weights: readonly number[]): readonly number[] {
	if (!Number.isSafeInteger(whole))
		throw new Error(`${String(whole)} is not a whole number to split`);
	if (weights.some((weight) => !(weight >= 0) || !Number.isFinite(weight)))
		throw new Error('a weight of a split is negative or not a number');
	const total = weights.reduce((sum, weight) => sum.plus(weight), new Exact(0));
	if (total.isZero()) {
		if (whole === 0) return weights.map(() => 0);
		throw new Error('nothing to split by: all weights are 0');
	}
	const size = Math.abs(whole);
	const exact = weights.map((weight) => new Exact(weight).times(size));
	const shares = exact.map((value) => value.divToInt(total).toNumber());
	let left = size - shares.reduce((sum, value) => sum + value, 0);
	// Remainders stay undivided, so that equal ones are equal to the last digit.
	const order = exact
		.map((value, i) => ({ i, remainder: value.minus(total.times(shares[i] ?? 0)) }))
		.sort((a, b) => b.remainder.cmp(a.remainder) || a.i - b.i);
	for (const { i } of order) {
		if (left === 0) break;
		shares[i] = (shares[i] ?? 0) + 1;
		left -= 1;
	}
	return whole < 0 ? shares.map((value) => 0 - value) : shares;
}
