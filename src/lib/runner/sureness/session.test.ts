import { describe, expect, test } from 'vitest';
import {
	change,
	councilFile,
	scale,
	set,
	type FileChange
} from '../../../../tests/support/council';
import { allInPost } from '../../../../tests/support/records';
import type { SureOutcome } from '$lib/model';
import type { SurenessAnswer, WantedSureness } from './protocol';
import { openSureness } from './session';

const costly: SureOutcome = { figure: 'net.total', y: null, difference: true };
const dismissed: FileChange = change({
	id: 'dismissed',
	edits: [set('posts/officer', 'fte', '0')]
});

const wanted: WantedSureness = {
	file: councilFile({
		baseline: {
			posts: [
				allInPost({
					fte: '2',
					costPerFte: '40000',
					evidence: {
						costPerFte: { low: '30000', high: '50000' },
						fte: { low: '1', mode: '2', high: '3' }
					}
				}),
				allInPost({
					id: 'idle',
					costPerFte: '1000',
					evidence: { costPerFte: { low: '0', high: '2000' } }
				})
			]
		},
		plan: [change({ edits: [scale('posts/officer', 'fte', '1.5')] })],
		other: [dismissed]
	}),
	scenario: 'plan',
	against: ['other'],
	packs: true,
	terms: 'cash',
	draws: 300,
	seed: 4,
	outcome: costly
};

const said = <S extends SurenessAnswer['say']>(answers: readonly SurenessAnswer[], say: S) =>
	answers.filter((answer): answer is Extract<SurenessAnswer, { say: S }> => answer.say === say);

describe('how sure a scenario is', () => {
	const session = openSureness();
	const answers = [...session.answers({ say: 'run', wanted })];

	test('comes as bands and chances first, ranks next, and the tornado last, with progress that rises', () => {
		expect(answers.filter(({ say }) => say !== 'progress').map(({ say }) => say)).toEqual([
			'sureness',
			'influences',
			'tornado'
		]);
		const shares = said(answers, 'progress').map(({ step, share }) => [step, share] as const);
		expect(shares[0]).toEqual(['draws', 0]);
		for (const step of ['draws', 'tornado']) {
			const own = shares.filter(([other]) => other === step).map(([, share]) => share);
			expect(own).toEqual([...own].sort((a, b) => a - b));
			expect(own.length).toBeGreaterThan(2);
		}
		// It goes from a worker to its page, which can take no functions along.
		expect(structuredClone(answers)).toEqual(answers);
	});

	test('tells the chance of payback, and what it differs by from others in the same draws', () => {
		const [answer] = said(answers, 'sureness');
		expect(answer?.sureness.paysBack).toEqual([0, 0, 0]);
		expect(answer?.sureness.meetsTarget).toEqual([null, null, null]);
		const net = answer?.sureness.differences.get('other')?.get('net.total');
		expect(net?.chanceHigher).toBe(1);
		// One and a half times two people at £40,000, over three years.
		expect(Math.abs((net?.total?.mean ?? 0) - 360_000)).toBeLessThan(3 * (net?.total?.se ?? 0));
	});

	test('ranks inputs by what they do, and leaves one that does nothing at the end', () => {
		const [ranks] = said(answers, 'influences');
		expect(ranks?.influences.influences?.map(({ ref }) => ref)).toEqual([
			'posts/officer.fte',
			'posts/officer.costPerFte',
			'posts/idle.costPerFte'
		]);
		const [tornado] = said(answers, 'tornado');
		// Half a post for each person, three years: 1.5 × £40,000 × people, and 3 × the cost of one; £120,000 at all values.
		expect(tornado?.bars.map(({ ref, atLow, atHigh }) => [ref, atLow, atHigh])).toEqual([
			['posts/officer.fte', 60_000, 180_000],
			['posts/officer.costPerFte', 90_000, 150_000],
			['posts/idle.costPerFte', 120_000, 120_000]
		]);
	});

	test('answers more of the draws that are there', () => {
		const first: SureOutcome = { figure: 'cost.staffing', y: 0, difference: false };
		const more = [...session.answers({ say: 'outcome', outcome: first })];
		expect(said(more, 'tornado')[0]?.bars[0]).toMatchObject({ atLow: 61_000, atHigh: 181_000 });
		const table = [
			...session.answers({
				say: 'table',
				outcome: costly,
				inputs: ['posts/officer.fte', 'posts/officer.costPerFte']
			})
		];
		const rows = said(table, 'table').at(-1)?.table;
		expect(rows?.inputs[0].values).toEqual([1, 1.5, 2, 2.5, 3]);
		expect(rows?.rows[4]).toEqual([135_000, 157_500, 180_000, 202_500, 225_000]);
	});

	test('cannot be asked before anything is drawn, or of a scenario that is not there', () => {
		const empty = openSureness();
		expect(() => [...empty.answers({ say: 'outcome', outcome: costly })]).toThrow('before');
		const missing = { ...wanted, scenario: 'gone' };
		expect(() => [...empty.answers({ say: 'run', wanted: missing })]).toThrow("'gone'");
	});
});
