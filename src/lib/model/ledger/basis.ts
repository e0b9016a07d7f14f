import { isSame } from '../formula/value';
import type { AnyRecord } from '../records/kinds';
import type { Timed } from './line';

/** What a value depends on in a year, as plain data: where two of them are the same, so are the values, blocked or not. */
export type BasisIn = (y: number) => unknown;

// Weights of versions that differ in nothing that counts add up to those of one, but for the noise of floats.
const WEIGHT_STEPS = 1e12;

/**
 * What a record is from one month up to another, as far as something depends on it: each different content once, with
 * its weight in every month. `pick` takes what counts from the record, and undefined where nothing does.
 */
export function heldBetween<R extends AnyRecord>(
	{ ref, versions }: Timed<R>,
	from: number,
	to: number,
	pick: (content: R) => unknown
): unknown {
	const held: { readonly of: unknown; readonly weights: Float64Array }[] = [];
	for (const { content, weights } of versions) {
		const own = weights.slice(from, to);
		const picked = content === null ? undefined : pick(content);
		if (picked === undefined || own.every((weight) => weight === 0)) continue;
		const same = held.find(({ of }) => isSame(of, picked));
		if (same === undefined) held.push({ of: picked, weights: own });
		else
			own.forEach((weight, m) => {
				const sum = (same.weights[m] ?? 0) + weight;
				same.weights[m] = Math.round(sum * WEIGHT_STEPS) / WEIGHT_STEPS;
			});
	}
	return held.length === 0 ? null : { ref, held };
}

/** The same function, asked once for each year. */
export function rememberedIn(basisIn: BasisIn): BasisIn {
	const known = new Map<number, unknown>();
	return (y) => {
		if (!known.has(y)) known.set(y, basisIn(y));
		return known.get(y);
	};
}
