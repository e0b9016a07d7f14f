import { describe, expect, test } from 'vitest';
import { councilWith } from '../../../../tests/support/council';
import { allInPost } from '../../../../tests/support/records';
import type { Council } from '../scenario/file';
import { applyOperations } from './apply';
import { spreadSteps, type WantedSpread } from './spreadSteps';

const council = councilWith({
	baseline: {
		posts: [
			allInPost({
				fte: '5',
				costPerFte: null,
				evidence: { fte: { low: '4', high: '6', note: 'Counted in May' } }
			})
		]
	}
});
const REF = 'posts/officer.fte';
const wanted = (own: Partial<WantedSpread>): WantedSpread => ({
	low: '3',
	mode: '5',
	high: '8',
	distribution: 'triangular',
	...own
});

function after(own: Council, asked: WantedSpread) {
	const steps = spreadSteps(own, REF, asked);
	if (steps === null || 'why' in steps) throw new Error(steps?.why ?? 'no such input');
	const outcome = applyOperations(own, steps);
	if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
	return outcome;
}

const evidenceOf = ({ baseline }: Council) => {
	const { low, mode, high, ...rest } = baseline.posts[0]?.evidence?.['fte'] ?? {};
	return { ends: [low, mode, high].map((end) => end?.toFixed()), ...rest };
};

describe('a range with how it is spread', () => {
	const done = after(council, wanted({}));

	test('is written beside what the evidence says already, and taken back whole', () => {
		expect(evidenceOf(done.council)).toEqual({
			ends: ['3', '5', '8'],
			distribution: 'triangular',
			note: 'Counted in May'
		});
		expect(applyOperations(done.council, done.inverse)).toMatchObject({
			council: { baseline: council.baseline }
		});
	});

	test('is of PERT again without saying so, and is no range where nothing is left', () => {
		const plain = after(done.council, wanted({ mode: null, distribution: 'pert' }));
		expect(evidenceOf(plain.council)).toEqual({
			ends: ['3', undefined, '8'],
			note: 'Counted in May'
		});
		const none = wanted({ low: null, mode: null, high: null, distribution: 'pert' });
		expect(evidenceOf(after(done.council, none).council)).toEqual({
			ends: [undefined, undefined, undefined],
			note: 'Counted in May'
		});
	});

	test.each([
		[{ low: '9' }, 'low, mode and high in rising order'],
		[{ high: null }, 'needs low and high'],
		[{ high: null, distribution: 'pert' }, 'needs low and high'],
		[{ low: '0', distribution: 'logNormal' }, 'log-normal number is above 0'],
		[{ distribution: 'beta' }, 'between 0 and 1'],
		[{ mode: null, distribution: 'elicited' }, 'write all three'],
		[{ low: '-1' }, '-1 is below 0']
	] as const)('%o is refused, for it "%s"', (own, why) => {
		expect(spreadSteps(council, REF, wanted(own))).toEqual({
			why: expect.stringContaining(why) as string
		});
	});

	test('is not for a blank, nor for what is no number of the baseline', () => {
		expect(spreadSteps(council, 'posts/officer.costPerFte', wanted({}))).toBeNull();
		expect(spreadSteps(council, 'posts/officer.title', wanted({}))).toBeNull();
		expect(spreadSteps(council, 'posts/nobody.fte', wanted({}))).toBeNull();
	});
});
