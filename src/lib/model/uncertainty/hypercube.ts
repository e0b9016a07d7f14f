import { streamOf } from './stream';

/**
 * Chances between 0 and 1, one a draw and one in each of as many equal strata (Latin hypercube), in an order that the seed
 * and the input's place alone decide: one more random input leaves the draws of the others as they were.
 */
export function strata(seed: number, path: string, draws: number): Float64Array {
	const { uniform } = streamOf(seed, path);
	const chances = Float64Array.from({ length: draws }, (_, i) => (i + uniform()) / draws);
	// Fisher and Yates: every order is alike.
	for (let i = draws - 1; i > 0; i--) {
		const j = Math.floor(uniform() * (i + 1));
		[chances[i], chances[j]] = [chances[j]!, chances[i]!];
	}
	return chances;
}
