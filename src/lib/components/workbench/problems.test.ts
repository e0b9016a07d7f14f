import { expect, test } from 'vitest';
import { change, councilWith, shift } from '../../../../tests/support/council';
import { allInPost } from '../../../../tests/support/records';
import { applyOperations } from '$lib/model';
import { refusalOf } from './problems';

const council = councilWith({
	baseline: { posts: [allInPost({ id: 'outreach', title: 'Outreach workers', fte: '4' })] },
	plan: [change({ id: 'cut', title: 'Cut', edits: [shift('posts/outreach', 'fte', '-3')] })]
});

test('a figure of the baseline that a change cannot take so much from is refused with the change and its field', () => {
	const fewer = { op: 'set' as const, row: 'records/posts/outreach', path: ['fte'] };
	const outcome = applyOperations(council, [{ ...fewer, was: '4', value: '2' }]);
	expect(refusalOf(council, outcome)).toBe(
		'Cut › Family team › Outreach workers (post) › FTE: 2 − 3 is -1, below 0; take away 2 or less.'
	);
});
