import { expect, test } from 'vitest';
import { newCouncil } from '$lib/exchange/newCouncil';
import { change, councilFrom, councilWith } from '../../../../../tests/support/council';
import { allInPost } from '../../../../../tests/support/records';
import { standingIn } from './standing';

test('nothing of a new council stands on its first year', () => {
	const given = { id: 'x', name: 'X', invented: true, firstYear: '2026/27', horizonYears: 5 };
	expect(standingIn(councilFrom(newCouncil(given)))).toEqual({
		records: 0,
		changes: 0,
		isEmpty: true
	});
});

test('records and changes stand on it, and each is counted once', () => {
	const bare = standingIn(councilWith());
	const filled = standingIn(
		councilWith({
			baseline: { posts: [allInPost()] },
			plan: [change(), change({ id: 'second' })]
		})
	);
	expect(filled.records - bare.records).toBe(1);
	expect(filled.changes).toBe(2);
	expect(filled.isEmpty).toBe(false);
});
