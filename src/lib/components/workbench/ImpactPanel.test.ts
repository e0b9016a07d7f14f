import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { change, councilWith, scenarioIn, set } from '../../../../tests/support/council';
import UnderHouse from '../../../../tests/support/UnderHouse.svelte';
import { allInPost } from '../../../../tests/support/records';
import { project } from '$lib/model';
import { impactOf } from '$lib/runner/impact';
import ImpactPanel from './ImpactPanel.svelte';

/** What the panel says of when a plan pays back. */
function paysBack(...edits: ReturnType<typeof set>[]): string {
	const council = councilWith({
		baseline: { posts: [allInPost()] },
		plan: edits.length === 0 ? [] : [change({ edits })]
	});
	const nothing = project(council, scenarioIn(council, 'nothing'));
	const { body } = render(UnderHouse, {
		props: {
			council: council.council,
			component: ImpactPanel as never,
			shown: {
				impact: impactOf(nothing, project(council, scenarioIn(council, 'plan'))),
				isStale: false,
				isDraft: false,
				isBroken: false,
				place: { council: 'testshire', packs: true },
				scenario: 'plan',
				against: { id: 'nothing', title: 'If we change nothing' }
			}
		}
	});
	return /Pays back<\/dt>\s*<dd>([^<]*)/.exec(body)?.[1] ?? '';
}

test('a scenario that differs in nothing pays nothing back, and names no year', () => {
	expect(paysBack()).toBe('No difference');
	expect(paysBack(set('posts/officer', 'fte', '9'))).toBe('Not in this period');
	expect(paysBack(set('posts/officer', 'fte', '0'))).toBe('From the start');
});
