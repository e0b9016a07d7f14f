import { describe, expect, test } from 'vitest';
import { councilWith } from '../../../../tests/support/council';
import { allInPost } from '../../../../tests/support/records';
import { clashWords } from './clashWords';
import { namesIn } from './names';

const council = councilWith({
	baseline: {
		posts: [allInPost({ id: 'outreach', title: 'Outreach workers', team: 'north-team', fte: '4' })]
	}
});
const POST = 'records/posts/outreach';

describe('a clash', () => {
	test('says who was quicker, what is there and what was wanted', () => {
		const words = clashWords(namesIn(council, []), {
			row: POST,
			path: ['fte'],
			wanted: '5',
			found: '4.5',
			by: 'Asha Rao',
			at: '2026-11-03T12:00:00Z'
		});
		expect(words).toMatchObject({
			label: 'North team › Outreach workers (post) › FTE',
			found: '4.5',
			wanted: '5'
		});
		expect(words.who).toMatch(/^Asha Rao changed this on 3 November 2026, \d\d:00$/);
		expect(words.sentence).toBe(
			`${words.who}. North team › Outreach workers (post) › FTE is now 4.5; you wanted 5.`
		);
	});

	test('about a whole row says that it is gone', () => {
		expect(
			clashWords(namesIn(council, []), {
				row: POST,
				path: [],
				wanted: undefined,
				found: undefined,
				by: null,
				at: null
			}).sentence
		).toBe(
			'Somebody changed this meanwhile. North team › Outreach workers (post) is not there any longer; you wanted it taken out.'
		);
	});
});
