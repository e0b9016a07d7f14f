/** What a count may come to: in one of ten cases it is below the first, in one of two below the second, in one of ten above the third. */
export interface Quantiles {
	readonly p10: number;
	readonly p50: number;
	readonly p90: number;
}

/** Nine tenths of a normal distribution lie below its mean and this many standard deviations. */
export const NORMAL_P90 = 1.2815515655446004;

// A count is a whole number: as one anywhere within half of it, it varies by this much more.
const ROUNDING_VARIANCE = 1 / 12;
// Further out the correction for skewness would turn the distribution's order round.
const MOST_SKEWED = 2;

/**
 * The quantiles of a count with this mean and variance, taken for binomial, Poisson or negative binomial, as its variance
 * is below, at or above its mean: all three have the skewness (2 variance / mean − 1) / deviation, and by it the normal
 * quantiles are corrected (Cornish and Fisher). None is below 0.
 */
export function countQuantiles(mean: number, variance: number): Quantiles {
	const deviation = Math.sqrt(variance + ROUNDING_VARIANCE);
	const skewness =
		mean > 0 ? Math.min((2 * variance) / mean - 1, MOST_SKEWED * deviation) / deviation : 0;
	const at = (z: number): number =>
		variance > 0 ? Math.max(0, mean + deviation * (z + ((z ** 2 - 1) * skewness) / 6)) : mean;
	return { p10: at(-NORMAL_P90), p50: at(0), p90: at(NORMAL_P90) };
}
