/** What the draws of one number say, in its unit. */
export interface Summary {
	readonly mean: number;
	/** Standard deviation between draws. */
	readonly sd: number;
	/** Standard error of the mean as of plain draws; Latin hypercube draws have less. */
	readonly se: number;
	readonly p10: number;
	readonly p25: number;
	readonly p50: number;
	readonly p75: number;
	readonly p90: number;
}

/** The summary of some draws; null where one of them is not known. */
export function summaryOf(draws: Float64Array): Summary | null {
	const sorted = draws.toSorted();
	// NaN sorts last.
	if (draws.length === 0 || Number.isNaN(sorted.at(-1))) return null;
	const mean = meanOf(draws);
	let squares = 0;
	for (const value of draws) squares += (value - mean) ** 2;
	const sd = draws.length > 1 ? Math.sqrt(squares / (draws.length - 1)) : 0;
	const at = (share: number): number => percentileOf(sorted, share);
	return {
		mean,
		sd,
		se: sd / Math.sqrt(draws.length),
		p10: at(0.1),
		p25: at(0.25),
		p50: at(0.5),
		p75: at(0.75),
		p90: at(0.9)
	};
}

/** The mean, without what adding up many alike numbers loses. */
export function meanOf(draws: Float64Array): number {
	const first = draws[0] ?? NaN;
	let sum = 0;
	for (const value of draws) sum += value - first;
	return first + sum / draws.length;
}

/** The value below which a share of sorted draws lies, straight between two of them. */
function percentileOf(sorted: Float64Array, share: number): number {
	const at = share * (sorted.length - 1);
	const low = Math.floor(at);
	const [from, to] = [sorted[low] ?? NaN, sorted[Math.min(low + 1, sorted.length - 1)] ?? NaN];
	return from + (to - from) * (at - low);
}
