import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { councilWith } from '../../../../tests/support/council';
import { allInPost } from '../../../../tests/support/records';
import type { Notice } from '$lib/state/asking';
import UnderHouse from '../../../../tests/support/UnderHouse.svelte';
import Notices from './Notices.svelte';

const council = councilWith({
	baseline: { posts: [allInPost({ id: 'outreach', title: 'Outreach workers', fte: '9' })] }
});
const row = 'records/posts/outreach';

function told(...notices: readonly Notice[]): string {
	const { body } = render(UnderHouse, {
		props: {
			council: council.council,
			component: Notices as never,
			shown: { bench: { council, notices, dismiss: () => undefined } }
		}
	});
	return body
		.replace(/<!--.*?-->/g, '')
		.replace(/<[^>]+>/g, ' ')
		.replace(/\s+/g, ' ');
}

test('an undo that is stuck says who changed what, and what is there', () => {
	const clash = {
		row,
		path: ['fte'],
		wanted: '4',
		found: '9',
		by: 'Ben',
		at: '2026-11-03T12:00:00Z'
	};
	const words = told({ tell: 'stuck', direction: 'undo', clashes: [clash] });
	expect(words).toContain('cannot be undone now');
	expect(words).toContain('Ben changed this on 3 November 2026, 12:00');
	expect(words).toContain('FTE is now 9; you wanted 4.');
});

test('an edit that is lost keeps what was entered in sight, with the reason', () => {
	const edit = {
		request: 'r',
		act: 'typed' as const,
		operations: [{ op: 'set' as const, row, path: ['heads'], was: '1', value: '12' }]
	};
	const words = told({ tell: 'lost', edit, why: null });
	expect(words).toContain('One of your edits was not kept');
	expect(words).toMatch(/Heads of Outreach workers: 1\b.* → 12\b/);
	expect(words).toContain('It does not fit what others have done');
	expect(told({ tell: 'lost', edit, why: 'The baseline is agreed.' })).toContain(
		'The baseline is agreed.'
	);
	expect(told()).toBe('');
});
