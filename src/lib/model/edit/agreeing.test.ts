import { describe, expect, test } from 'vitest';
import { change, councilWith, scenarioIn, set } from '../../../../tests/support/council';
import { allInPost } from '../../../../tests/support/records';
import { compare } from '../compare';
import { agreedNow, areOnOne, isOnNewest } from '../scenario/agreed';
import type { Council } from '../scenario/file';
import { agreeingSteps } from './agreeing';
import { applyOperations } from './apply';
import type { Operation } from './operation';
import { newScenario } from './scenarios';

const start = councilWith({
	baseline: { posts: [allInPost({ id: 'outreach', fte: '4', costPerFte: '10000' })] },
	plan: [change({ id: 'grow', edits: [set('posts/outreach', 'fte', '6')] })]
});

const after = (council: Council, operations: readonly Operation[]): Council => {
	const outcome = applyOperations(council, operations);
	if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
	return outcome.council;
};
const WORDS = { title: 'Budget 2026', by: 'The cabinet', on: '2026-11-22' };
const agreed = after(start, agreeingSteps(start, WORDS));
const setFte = (was: string, value: string): Operation => ({
	op: 'set',
	row: 'records/posts/outreach',
	path: ['fte'],
	was,
	value
});
const edited = after(agreed, [setFte('4', '5')]);

describe('agreeing a baseline', () => {
	test('keeps it whole, and puts on it every scenario but the first', () => {
		expect(agreed.agreed).toEqual([
			{ id: 'budget-2026', ...WORDS, facts: [], packs: [], baseline: start.baseline }
		]);
		expect(agreed.scenarios.map(({ baseline }) => baseline)).toEqual([
			null,
			'budget-2026',
			'budget-2026'
		]);
	});

	test('locks it until it is edited, and again when the edit is taken back', () => {
		expect(agreedNow(start)).toBeNull();
		expect(agreedNow(agreed)?.id).toBe('budget-2026');
		expect(agreedNow(edited)).toBeNull();
		expect(agreedNow(after(edited, [setFte('5', '4')]))?.id).toBe('budget-2026');
	});

	test('is taken back as an earlier release wrote it down, which kept no windows of the return', () => {
		const outcome = applyOperations(start, agreeingSteps(start, WORDS));
		if (outcome.outcome !== 'done') throw new Error('the baseline was not agreed');
		const back = JSON.parse(
			JSON.stringify(outcome.inverse).replace('"careWindows":[],', '')
		) as Operation[];
		expect(back).not.toEqual(outcome.inverse);
		const opened = after(outcome.council, back);
		expect(opened.agreed).toEqual([]);
		expect(opened.scenarios).toEqual(start.scenarios);
		// What somebody else has changed is still met.
		const other = JSON.parse(JSON.stringify(back).replace('The cabinet', 'Ben')) as Operation[];
		expect(applyOperations(outcome.council, other).outcome).toBe('conflict');
	});

	test('C1: makes no figure another, whatever is edited since', () => {
		const net = (council: Council) =>
			compare(council, scenarioIn(council, 'nothing'), scenarioIn(council, 'plan'))
				.figures.get('net.total')
				?.difference.map((value) => value?.toFixed());
		// Two more people at £10,000 a year.
		expect(net(agreed)).toEqual(['20000', '20000', '20000']);
		// The scenario stays on four of them, although the baseline now says five.
		expect(net(edited)).toEqual(['20000', '20000', '20000']);
	});

	test('twice under one name gives two baselines of their own', () => {
		const twice = after(edited, agreeingSteps(edited, WORDS));
		expect(twice.agreed.map(({ id }) => id)).toEqual(['budget-2026', 'budget-2026-2']);
		expect(agreedNow(twice)?.id).toBe('budget-2026-2');
		expect(twice.scenarios[1]?.baseline).toBe('budget-2026');
	});
});

describe('scenarios on several baselines', () => {
	test('a new one stands on what is agreed while that is locked, and on the baseline as it is afterwards', () => {
		expect(after(agreed, newScenario(agreed, 'New')).scenarios.at(-1)?.baseline).toBe(
			'budget-2026'
		);
		expect(after(edited, newScenario(edited, 'New')).scenarios.at(-1)?.baseline).toBeNull();
	});

	test('are comparable on one baseline only, and with "If we change nothing" always', () => {
		const both = after(edited, newScenario(edited, 'New'));
		const [nothing, plan, other, fresh] = both.scenarios;
		if (!nothing || !plan || !other || !fresh) throw new Error('a scenario is missing');
		expect(areOnOne(both, plan, other)).toBe(true);
		expect(areOnOne(both, plan, nothing)).toBe(true);
		expect(areOnOne(both, fresh, nothing)).toBe(true);
		expect(areOnOne(both, plan, fresh)).toBe(false);
		expect(() => compare(both, plan, fresh)).toThrow('different baselines');
		expect([plan, fresh].map((own) => isOnNewest(both, own))).toEqual([false, true]);
		// Once the edit is taken back the two are one baseline again, whatever they are called.
		expect(areOnOne(after(both, [setFte('5', '4')]), plan, fresh)).toBe(true);
	});
});

describe('an agreed baseline on which a scenario stands', () => {
	const row = 'agreed/budget-2026';
	const says = (operations: readonly Operation[]) => {
		const outcome = applyOperations(edited, operations);
		return outcome.outcome === 'problem' ? outcome.problems.map((own) => own.message) : outcome;
	};
	const refusal =
		"was agreed and stays as it is while 'plan' stands on it; start a new baseline and re-base the scenario";
	const leave = (id: string): Operation => ({
		op: 'set',
		row: `scenarios/${id}`,
		path: ['baseline'],
		was: 'budget-2026',
		value: null
	});

	test('lets nothing be set in it', () => {
		const step: Operation = {
			op: 'set',
			row,
			path: ['baseline', 'posts', 'outreach', 'fte'],
			was: '4',
			value: '40'
		};
		expect(says([step])).toEqual([refusal]);
		expect(says([leave('other'), step])).toEqual([refusal]);
	});

	test('is not taken out; with the scenarios gone from it, it may be', () => {
		const outcome = applyOperations(start, agreeingSteps(start, WORDS));
		const remove = outcome.outcome === 'done' ? outcome.inverse.at(-1) : undefined;
		if (remove?.op !== 'remove') throw new Error('agreeing is not taken back by a removal');
		expect(says([remove])).toEqual([refusal]);
		expect(after(edited, [leave('plan'), leave('other'), remove]).agreed).toEqual([]);
	});
});
