import { describe, expect, test } from 'vitest';
import {
	add,
	change,
	councilWith,
	remove,
	scenarioIn,
	set,
	type FileChange
} from '../../../../tests/support/council';
import { allInPost, building } from '../../../../tests/support/records';
import { compare } from '../compare';
import type { Council } from '../scenario/file';
import { agreeingSteps } from './agreeing';
import { applyOperations } from './apply';
import type { Json, Operation } from './operation';
import { rebaseOf, rebaseSteps } from './rebase';
import { rowOf } from './rows';

const posts = ['outreach', 'contact', 'advice'].map((id) =>
	allInPost({ id, title: id, fte: '4', costPerFte: '10000' })
);
const centre = building({ id: 'centre', rent: '100' });

const after = (council: Council, operations: readonly Operation[]): Council => {
	const outcome = applyOperations(council, operations);
	if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
	return outcome.council;
};

/** A council whose baseline was agreed with these changes on it, and then edited. */
function edited(plan: readonly FileChange[], edits: readonly Operation[]): Council {
	const council = councilWith({ baseline: { posts, buildings: [centre] }, plan });
	const agreed = after(
		council,
		agreeingSteps(council, { title: 'Budget', by: 'Ann', on: '2026-11-22' })
	);
	return after(agreed, edits);
}

const setting = (record: string, field: string, was: Json, value: Json): Operation => ({
	op: 'set',
	row: `records/${record}`,
	path: [field],
	was,
	value
});
const taking = (record: string, of = councilWith({ baseline: { posts } })): Operation => ({
	op: 'remove',
	row: `records/${record}`,
	was: rowOf(of, `records/${record}`)
});

const grow = change({
	id: 'grow',
	edits: [set('posts/outreach', 'fte', '6'), set('posts/contact', 'fte', '1')]
});

const rowsOf = (council: Council) => {
	const rebase = rebaseOf(council, scenarioIn(council, 'plan'));
	if (rebase === null) throw new Error('the scenario is on the newest baseline');
	return rebase.rows.map(({ key, fate, moved }) => ({
		key,
		fate,
		moved: moved.map(({ path, then, now }) => [path.join('.'), then, now])
	}));
};
const rebased = (council: Council, taken: readonly string[]) =>
	after(council, rebaseSteps(council, scenarioIn(council, 'plan'), new Set(taken)));
const editsOf = (council: Council, id = 'grow') =>
	scenarioIn(council, 'plan').changes.find((own) => own.id === id)?.edits;

describe('what a newer baseline affects', () => {
	test('is nothing for a scenario that stands on it, agreed or not', () => {
		const council = edited([grow], []);
		expect(rebaseOf(council, scenarioIn(council, 'plan'))).toBeNull();
		const moved = edited([grow], [setting('posts/outreach', 'fte', '4', '5')]);
		expect(rebaseOf(moved, scenarioIn(moved, 'nothing'))).toBeNull();
	});

	test('is a value that a change sets and that moved, with what it was and is', () => {
		const council = edited(
			[grow],
			[
				setting('posts/outreach', 'fte', '4', '5'),
				setting('posts/outreach', 'costPerFte', '10000', '20000'),
				setting('posts/advice', 'fte', '4', '9')
			]
		);
		expect(rowsOf(council)).toEqual([{ key: 'grow 0', fate: 'moved', moved: [['fte', '4', '5']] }]);
		expect(rebaseOf(council, scenarioIn(council, 'plan'))).toMatchObject({
			from: { id: 'budget' },
			to: null,
			changes: 1,
			affected: 1
		});
	});

	test('is a record that a change removes, with each field that moved', () => {
		const close = change({ id: 'close', edits: [remove('buildings/centre')] });
		const council = edited([close], [setting('buildings/centre', 'rent', '100', '70')]);
		expect(rowsOf(council)).toEqual([
			{ key: 'close 0', fate: 'moved', moved: [['rent', '100', '70']] }
		]);
	});

	test('is an edit of a record that is gone, which is dropped with whatever is kept', () => {
		const council = edited([grow], [taking('posts/contact')]);
		expect(rowsOf(council)).toMatchObject([{ key: 'grow 1', fate: 'gone' }]);
		expect(editsOf(rebased(council, []))).toEqual([grow.edits[0]]);
	});

	test('is a record that a change adds and that is there now, and what it sets in that one', () => {
		const fresh = change({
			id: 'fresh',
			edits: [add('posts', allInPost({ id: 'new', fte: '3' }))]
		});
		const more = change({ id: 'more', edits: [set('posts/new', 'fte', '8')] });
		const data = allInPost({ id: 'new', title: 'new', fte: '2' }) as Json;
		const council = edited([fresh, more], [{ op: 'insert', row: 'records/posts/new', data }]);
		expect(rowsOf(council)).toEqual([
			{ key: 'fresh 0', fate: 'twice', moved: [] },
			{ key: 'more 0', fate: 'moved', moved: [['fte', '3', '2']] }
		]);
		const done = rebased(council, []);
		expect(editsOf(done, 'fresh')).toEqual([]);
		expect(editsOf(done, 'more')).toEqual(more.edits);
	});

	test('is what a change adds for a record that is gone, with what it then edits in vain', () => {
		const fresh = change({
			id: 'fresh',
			edits: [
				add('posts', allInPost({ id: 'new', team: 'north-team' })),
				set('posts/new', 'fte', '8')
			]
		});
		const council = councilWith({ baseline: { posts }, plan: [fresh] });
		const agreed = after(
			council,
			agreeingSteps(council, { title: 'Budget', by: 'Ann', on: '2026-11-22' })
		);
		const now = after(agreed, [taking('teams/north-team', council)]);
		expect(rowsOf(now)).toMatchObject([
			{ key: 'fresh 0', fate: 'wrong' },
			{ key: 'fresh 1', fate: 'gone' }
		]);
		expect(editsOf(rebased(now, []), 'fresh')).toEqual([]);
	});
});

describe('re-basing', () => {
	const council = edited([grow], [setting('posts/outreach', 'fte', '4', '5')]);
	const net = (own: Council) =>
		compare(own, scenarioIn(own, 'nothing'), scenarioIn(own, 'plan'))
			.figures.get('net.total')
			?.difference.map((value) => value?.toFixed());

	test('keeps what is kept: six people are then one more than five, and three fewer elsewhere', () => {
		// Before: 6 for 4 and 1 for 4 at £10,000 each.
		expect(net(council)).toEqual(['-10000', '-10000', '-10000']);
		expect(net(rebased(council, []))).toEqual(['-20000', '-20000', '-20000']);
	});

	test('drops what the new baseline is taken in', () => {
		const done = rebased(council, ['grow 0']);
		expect(editsOf(done)).toEqual([grow.edits[1]]);
		expect(scenarioIn(done, 'plan').baseline).toBeNull();
		expect(net(done)).toEqual(['-30000', '-30000', '-30000']);
	});

	test('is one edit of the scenario, and is taken back by one', () => {
		const outcome = applyOperations(
			council,
			rebaseSteps(council, scenarioIn(council, 'plan'), new Set(['grow 0']))
		);
		if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
		expect(outcome.operations.map(({ row }) => row)).toEqual([
			'changes/plan/grow',
			'scenarios/plan'
		]);
		const back = after(outcome.council, outcome.inverse);
		expect(scenarioIn(back, 'plan')).toEqual(scenarioIn(council, 'plan'));
	});

	test('puts it on the newest that is agreed, by its name', () => {
		const twice = after(
			council,
			agreeingSteps(council, { title: 'Revised budget', by: 'Ben', on: '2026-12-01' })
		);
		expect(rebaseOf(twice, scenarioIn(twice, 'plan'))?.to?.title).toBe('Revised budget');
		expect(scenarioIn(rebased(twice, []), 'plan').baseline).toBe('revised-budget');
	});
});
