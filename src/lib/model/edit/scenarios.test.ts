import { describe, expect, test } from 'vitest';
import { change, councilWith, scenarioIn, set } from '../../../../tests/support/council';
import { allInPost } from '../../../../tests/support/records';
import { compare } from '../compare';
import { applyOperations } from './apply';
import type { Operation } from './operation';
import { copyOf, newChange, newScenario, removalOf } from './scenarios';

const council = councilWith({
	baseline: { posts: [allInPost({ id: 'outreach', fte: '4' })] },
	plan: [
		change({ id: 'grow', edits: [set('posts/outreach', 'fte', '6')] }),
		change({ id: 'shrink', start: '2026-04', edits: [set('posts/outreach', 'fte', '3')] })
	]
});

/** The council after an edit that has to be taken; taking it back gives the one before. */
function after(operations: readonly Operation[]) {
	const done = applyOperations(council, operations);
	if (done.outcome !== 'done') throw new Error(JSON.stringify(done));
	const back = applyOperations(done.council, done.inverse);
	expect(back.outcome === 'done' && back.council).toEqual(council);
	return done.council;
}

const titles = ({ scenarios }: typeof council) => scenarios.map(({ title }) => title);

describe('a new scenario', () => {
	test('stands behind the others, is empty, and is taken back whole', () => {
		const next = after(newScenario(council, 'Plan'));
		expect(titles(next)).toEqual(['nothing', 'plan', 'other', 'Plan']);
		expect(next.scenarios.at(-1)).toEqual({
			id: 'plan-2',
			title: 'Plan',
			description: '',
			baseline: null,
			archived: false,
			changes: []
		});
	});
});

describe('a copy of a scenario', () => {
	test('has the same changes in the same order, and costs exactly the same', () => {
		const next = after(copyOf(council, 'plan', 'Plan with less'));
		const copy = scenarioIn(next, 'plan-with-less');
		expect(copy.changes).toEqual(scenarioIn(council, 'plan').changes);
		const { bridge, figures } = compare(next, scenarioIn(next, 'plan'), copy);
		expect(bridge).toEqual([]);
		expect(figures.get('net.total')?.difference.map(String)).toEqual(['0', '0', '0']);
	});

	test('of one that is not there is nothing', () => {
		expect(copyOf(council, 'gone', 'Copy')).toEqual([]);
	});
});

describe('taking out a scenario', () => {
	test('takes its changes with it and brings them back in their order', () => {
		expect(titles(after(removalOf(council, 'plan')))).toEqual(['nothing', 'other']);
	});

	test('is not done to the first, nor to one that is not there', () => {
		expect(removalOf(council, 'nothing')).toEqual([]);
		expect(removalOf(council, 'gone')).toEqual([]);
	});
});

describe('a new change', () => {
	test('stands behind the others under an id that no scenario has for another', () => {
		const next = after([
			newChange(council, 'other', { title: 'Grow', start: '2025-10', rampMonths: 3 })
		]);
		expect(scenarioIn(next, 'other').changes).toMatchObject([
			{ id: 'grow-2', title: 'Grow', start: '2025-10', rampMonths: 3, on: true, end: null }
		]);
	});

	test('is refused in the first scenario, which has none', () => {
		expect(
			applyOperations(council, [newChange(council, 'nothing', { title: 'Grow', start: '2025-10' })])
		).toMatchObject({ outcome: 'problem' });
	});
});
