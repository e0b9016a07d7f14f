import { expect, test } from 'vitest';
import { compare } from '$lib/model';
import { change, councilWith, scenarioIn, set } from '../../../../../tests/support/council';
import { allInPost } from '../../../../../tests/support/records';
import { stepTitle } from './bridgePage';

const fewer = (fte: string) =>
	change({ id: 'fewer', title: 'Fewer', edits: [set('posts/officer', 'fte', fte)] });
const second = change({ id: 'second', title: 'Second', edits: [set('posts/other', 'fte', '2')] });

test('a change that both scenarios have, but say differently, is told with the scenario that says it', () => {
	const council = councilWith({
		baseline: { posts: [allInPost(), allInPost({ id: 'other' })] },
		plan: [fewer('0.5')],
		other: [fewer('0.25'), second]
	});
	const [a, b] = [scenarioIn(council, 'plan'), scenarioIn(council, 'other')];
	const comparison = compare(council, a, b);
	expect(comparison.bridge.map((step) => stepTitle(comparison, step))).toEqual([
		`Without: Fewer, as in ‘${a.title}’`,
		`Fewer, as in ‘${b.title}’`,
		'Second'
	]);
	const nothing = compare(council, scenarioIn(council, 'nothing'), b);
	expect(nothing.bridge.map((step) => stepTitle(nothing, step))).toEqual(['Fewer', 'Second']);
});
