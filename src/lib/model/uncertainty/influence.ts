import { meanOf } from './summary';

/** What one input has to do with an outcome, by the draws of both. */
export interface Influence {
	readonly ref: string;
	/** Spearman's rank correlation, −1 to 1: below 0 where the outcome falls as the input rises. */
	readonly rank: number;
	/** Its squared rank correlation as a share of those of all inputs, 0 to 1. */
	readonly contribution: number;
	/**
	 * The value of knowing the input before the choice between the scenario and "If we change nothing" is made, in the
	 * outcome's unit: what the better choice at each value of the input gains, over the better of the two on average.
	 */
	readonly knowing: number;
}

/** What each input has to do with an outcome that is better the lower it is, the most first. */
export function influencesOn(
	outcome: Float64Array,
	inputs: ReadonlyMap<string, Float64Array>
): readonly Influence[] {
	const ranked = ranksOf(outcome);
	const own = [...inputs].map(([ref, draws]) => {
		const ranks = ranksOf(draws);
		return { ref, rank: correlation(ranks, ranked), knowing: valueOfKnowing(outcome, ranks) };
	});
	const total = own.reduce((sum, { rank }) => sum + rank ** 2, 0);
	return own
		.map((input) => ({ ...input, contribution: total === 0 ? 0 : input.rank ** 2 / total }))
		.sort((a, b) => b.contribution - a.contribution);
}

/** Ranks from 1, those of equal values alike. */
function ranksOf(values: Float64Array): Float64Array {
	const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
	const ranks = new Float64Array(values.length);
	for (let from = 0; from < order.length;) {
		let to = from + 1;
		while (to < order.length && values[order[to]!] === values[order[from]!]) to += 1;
		for (let i = from; i < to; i++) ranks[order[i]!] = (from + to + 1) / 2;
		from = to;
	}
	return ranks;
}

/** Pearson's correlation; 0 where either does not vary. */
function correlation(a: Float64Array, b: Float64Array): number {
	const [meanA, meanB] = [meanOf(a), meanOf(b)];
	let [both, squaresA, squaresB] = [0, 0, 0];
	for (let i = 0; i < a.length; i++) {
		const [fromA, fromB] = [a[i]! - meanA, b[i]! - meanB];
		both += fromA * fromB;
		squaresA += fromA ** 2;
		squaresB += fromB ** 2;
	}
	return squaresA === 0 || squaresB === 0 ? 0 : both / Math.sqrt(squaresA * squaresB);
}

// Enough to bend twice, and few enough not to follow chance.
const TERMS = 5;

/**
 * The expected value of partial perfect information: what is expected at each value of the input is fitted by a polynomial
 * in its rank, and where that crosses 0 the choice would turn.
 */
function valueOfKnowing(outcome: Float64Array, ranks: Float64Array): number {
	const n = outcome.length;
	const fitted = new Float64Array(n);
	const basis: Float64Array[] = [];
	for (let power = 0; power < TERMS; power++) {
		const column = ranks.map((rank) => ((2 * rank - n - 1) / n) ** power);
		// Gram and Schmidt: each column stands square to those before it, so that each fits by itself.
		for (const other of basis) subtract(column, other, dot(column, other));
		const length = Math.sqrt(dot(column, column));
		// Of an input of few values the higher powers say nothing that the lower do not.
		if (length < Math.sqrt(n) * 1e-9) continue;
		const unit = column.map((value) => value / length);
		basis.push(unit);
		subtract(fitted, unit, -dot(outcome, unit));
	}
	let better = 0;
	for (const expected of fitted) better += Math.max(0, -expected);
	return Math.max(0, better / n - Math.max(0, -meanOf(outcome)));
}

function dot(a: Float64Array, b: Float64Array): number {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
	return sum;
}

function subtract(target: Float64Array, column: Float64Array, factor: number): void {
	for (let i = 0; i < target.length; i++) target[i]! -= factor * column[i]!;
}
