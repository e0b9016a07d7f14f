import { describe, expect, test } from 'vitest';
import { change, councilWith, scale, scenarioIn, set } from '../../../../tests/support/council';
import { allInPost } from '../../../../tests/support/records';
import { simulate } from './simulate';

const council = councilWith({
	baseline: {
		posts: [
			allInPost({
				fte: '4',
				costPerFte: '40000',
				evidence: { fte: { low: '3', mode: '4', high: '6' } }
			}),
			allInPost({
				id: 'lead',
				costPerFte: '60000',
				evidence: { costPerFte: { low: '50000', high: '80000' } }
			})
		]
	},
	plan: [change({ edits: [scale('posts/officer', 'fte', '0.5')] })],
	// A change that sets what stands there already ends its randomness all the same.
	other: [change({ edits: [set('posts/officer', 'fte', '4')] })]
});
const ask = (scenario: string, draws: number, seed: number) =>
	simulate({ council, scenario: scenarioIn(council, scenario), draws, seed });
const costOf = (result: ReturnType<typeof ask>) =>
	result.figureDraws.get('cost.staffing')?.[0] ?? new Float64Array();

// Mean and variance of a PERT number: (low + 4 mode + high) / 6, and (mean − low)(high − mean) / 7.
const MEAN = 40_000 * (25 / 6) + 370_000 / 6;
const VARIANCE =
	(40_000 ** 2 * ((25 / 6 - 3) * (6 - 25 / 6))) / 7 +
	((370_000 / 6 - 50_000) * (80_000 - 370_000 / 6)) / 7;

describe('a simulation of a model that is linear', () => {
	test('has the mean of its inputs’ means, to the standard error, and their variances together', () => {
		const summary = ask('nothing', 1000, 1).figures.get('cost.staffing')?.byYear[0];
		expect(Math.abs((summary?.mean ?? 0) - MEAN)).toBeLessThan(summary?.se ?? 0);
		expect((summary?.sd ?? 0) / Math.sqrt(VARIANCE)).toBeCloseTo(1, 1);
	});

	test('is at least five times nearer to it than plain draws are', () => {
		const plain = Math.sqrt(VARIANCE / 1000);
		const misses = Array.from({ length: 12 }, (_, seed) => {
			const draws = costOf(ask('nothing', 1000, seed));
			return draws.reduce((sum, cost) => sum + cost, 0) / draws.length - MEAN;
		});
		const typical = Math.sqrt(misses.reduce((sum, miss) => sum + miss ** 2, 0) / misses.length);
		expect(typical * 5).toBeLessThan(plain);
	});
});

test('a cost rises with what it is paid for, in every draw', () => {
	const result = ask('nothing', 200, 3);
	const officers = result.inputDraws.get('posts/officer.fte') ?? new Float64Array();
	const lead = result.inputDraws.get('posts/lead.costPerFte') ?? new Float64Array();
	// Less what the lead costs, the order of the cost is that of the officers.
	const own = [...costOf(result)].map(
		(cost, i) => [officers[i] ?? 0, cost - (lead[i] ?? 0)] as const
	);
	const ordered = own.toSorted(([a], [b]) => a - b).map(([, cost]) => cost);
	expect(ordered).toEqual([...ordered].sort((a, b) => a - b));
});

test('what a change sets is fixed from then on, also where it sets what stands there', () => {
	const result = ask('other', 50, 1);
	const lead = result.inputDraws.get('posts/lead.costPerFte') ?? new Float64Array();
	expect(
		[...costOf(result)].every((cost, i) => Math.abs(cost - 160_000 - (lead[i] ?? 0)) < 0.01)
	).toBe(true);
});
