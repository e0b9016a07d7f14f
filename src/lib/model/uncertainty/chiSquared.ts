import { lnGamma } from './special';

const PRECISION = 1e-15;
const MOST_TERMS = 10_000;

/** The chance that a chi-squared number with these degrees of freedom is at least `x`: the p-value of a test. */
export function chiSquaredTail(x: number, degrees: number): number {
	if (!(x > 0)) return 1;
	const [shape, at] = [degrees / 2, x / 2];
	const front = Math.exp(shape * Math.log(at) - at - lnGamma(shape));
	return at < shape + 1 ? 1 - front * seriesBelow(shape, at) : front * fractionAbove(shape, at);
}

/** The power series of the lower incomplete gamma function, less its front. */
function seriesBelow(shape: number, at: number): number {
	let term = 1 / shape;
	let sum = term;
	for (let k = 1; k < MOST_TERMS && term > sum * PRECISION; k++) {
		term *= at / (shape + k);
		sum += term;
	}
	return sum;
}

/** The continued fraction of the upper incomplete gamma function, less its front, worked out from its far end. */
function fractionAbove(shape: number, at: number): number {
	let fraction = 0;
	// It converges faster the further `at` is above `shape`; at the border this many steps are enough.
	for (let k = 200; k > 0; k--) fraction = (k * (k - shape)) / (at + 2 * k + 1 - shape - fraction);
	return 1 / (at + 1 - shape - fraction);
}
