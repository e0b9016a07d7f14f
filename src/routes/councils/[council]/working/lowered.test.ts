import { expect, test } from 'vitest';
import { inputOf } from '$lib/model';
import { projected } from '../../../../../tests/support/council';
import { allInPost, heading } from '../../../../../tests/support/records';
import { loweredOf } from './lowered';

/** What a tenth less of the FTE of two posts comes to, who stand under a published heading or under none. */
function lowered(of: 'within' | 'beside') {
	const within =
		of === 'within' ? { heading: 'early-help', headingScope: 'included' as const } : {};
	const projection = projected({
		baseline: {
			headings: [heading({ id: 'early-help', title: 'Early help', budget: '500000' })],
			posts: [allInPost({ id: 'workers', fte: '2', costPerFte: '10000', ...within })]
		}
	});
	const fte = inputOf(projection, 'posts/workers.fte');
	if (fte === null) throw new Error('there is no such input');
	const found = loweredOf(projection, [fte], 'posts/workers.fte');
	return { headings: found?.headings, less: found?.net?.after.minus(found.net.before).toFixed() };
}

test('a published heading that holds what is lower is named, since its remainder takes it up', () => {
	expect(lowered('within')).toEqual({ headings: ['Early help'], less: '0' });
});

test('no heading is named where none holds it, and net cost falls', () => {
	// Two tenths of a person at £10,000 for three years.
	expect(lowered('beside')).toEqual({ headings: [], less: '-6000' });
});
