import { expect, test } from 'vitest';
import { change, councilWith, set } from '../../../tests/support/council';
import { allInPost } from '../../../tests/support/records';
import { fileOf } from '$lib/exchange/councilFile';
import { agreeingSteps, type Operation } from '$lib/model';
import { openSession } from './session';

const typed: Operation = {
	op: 'set',
	row: 'changes/plan/grow',
	path: ['edits', 'set posts/officer.fte'],
	value: { edit: 'set', record: 'posts/officer', field: 'fte', value: '2' }
};

test('what is typed counts while it is typed, and not any longer once it is given up', () => {
	const council = councilWith({
		baseline: { posts: [allInPost({ fte: '1', costPerFte: '40000' })] },
		plan: [change({ id: 'grow' })]
	});
	const session = openSession(fileOf(council));
	const netOf = (...draft: readonly Operation[]) =>
		session
			.impact({ scenario: 'plan', packs: true, draft })
			?.rows.find(({ figure }) => figure === 'net.total')?.differences[0];
	expect(netOf()).toBe('0');
	expect(netOf(typed)).toBe('40000');
	expect(netOf()).toBe('0');
	// Half-typed text that nothing can hold changes nothing.
	expect(netOf({ ...typed, path: ['nothing'] })).toBe('0');
	session.apply([typed]);
	expect(netOf()).toBe('40000');
});

test('a scenario on an agreed baseline is measured against what happens on that one if nothing is changed', () => {
	const council = councilWith({
		baseline: { posts: [allInPost({ id: 'outreach', fte: '4', costPerFte: '10000' })] },
		plan: [change({ edits: [set('posts/outreach', 'fte', '6')] })]
	});
	const session = openSession(fileOf(council));
	const net = () =>
		session
			.impact({ scenario: 'plan', packs: true, draft: [] })
			?.rows.find(({ figure }) => figure === 'net.total')?.differences;
	expect(net()).toEqual(['20000', '20000', '20000']);
	session.apply(agreeingSteps(council, { title: 'Budget', by: 'Ann', on: '2026-11-22' }));
	// Five people in the baseline now; the scenario stays on the four that were agreed.
	session.apply([
		{ op: 'set', row: 'records/posts/outreach', path: ['fte'], was: '4', value: '5' }
	]);
	expect(net()).toEqual(['20000', '20000', '20000']);
	session.apply([
		{ op: 'set', row: 'scenarios/plan', path: ['baseline'], was: 'budget', value: null }
	]);
	expect(net()).toEqual(['10000', '10000', '10000']);
});
