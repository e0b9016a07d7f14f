import { expect, test } from 'vitest';
import { change, councilWith, scenarioIn, set } from '../../../../tests/support/council';
import { allInPost } from '../../../../tests/support/records';
import { compare } from '../compare';

test('two scenarios that differ in the order of their changes have a bridge between them', () => {
	const two = change({ id: 'two', edits: [set('posts/officer', 'fte', '2')] });
	const three = change({ id: 'three', edits: [set('posts/officer', 'fte', '3')] });
	// Both start in one month, so that the later in the list holds: £120,000 in A and £80,000 in B.
	const council = councilWith({
		baseline: { posts: [allInPost()] },
		plan: [two, three],
		other: [three, two]
	});
	const { bridge, figures } = compare(
		council,
		scenarioIn(council, 'plan'),
		scenarioIn(council, 'other')
	);
	const steps = bridge.map(({ net }) => Number(net[0]));
	expect(steps.reduce((sum, step) => sum + step, 0)).toBe(-40000);
	expect(Number(figures.get('net.total')?.difference[0])).toBe(-40000);
});
