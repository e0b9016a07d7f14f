import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { change, councilWith, scenarioIn, set } from '../../../../tests/support/council';
import UnderHouse from '../../../../tests/support/UnderHouse.svelte';
import { allInPost, heading } from '../../../../tests/support/records';
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

test('what a record costs more inside a published heading is shown to come from the rest of the heading', () => {
	const council = (fte: string) =>
		councilWith({
			baseline: {
				posts: [allInPost({ fte, heading: 'family', headingScope: 'included' })],
				headings: [heading()]
			}
		});
	const panel = (fte: string) => {
		const [was, is] = [council('1'), council(fte)].map((own) =>
			project(own, scenarioIn(own, 'nothing'))
		);
		if (was === undefined || is === undefined) throw new Error('Both are projected.');
		return render(UnderHouse, {
			props: {
				council: council(fte).council,
				component: ImpactPanel as never,
				shown: {
					impact: impactOf(was, is),
					isStale: false,
					isDraft: false,
					place: { council: 'testshire', packs: true },
					scenario: 'nothing',
					against: null
				}
			}
		}).body;
	};
	// One more at £40,000 in each of three years, out of a heading that stays at £100,000.
	const rest = /Of that the rest of budget headings[^<]*<\/dt>\s*<dd>(?:<!--.*?-->)*([^<]*)/;
	expect(rest.exec(panel('2'))?.[1]).toBe('£120,000 less');
	expect(panel('2')).toContain('A budget heading keeps its published total');
	expect(panel('1')).not.toContain('budget heading');
});

test('cases and children are fewer, staff and money are less', () => {
	const row = (figure: string, unit: string, difference: string) => ({
		figure,
		label: figure,
		unit,
		values: ['500'],
		differences: [difference],
		total: difference,
		waitsFor: []
	});
	const { body } = render(UnderHouse, {
		props: {
			council: councilWith({}).council,
			component: ImpactPanel as never,
			shown: {
				impact: {
					engine: '1',
					years: ['2026/27'],
					rows: [
						row('net.total', '£', '-1200'),
						row('care.children', 'children', '-1'),
						row('capacity.served', 'cases', '-112'),
						row('staffing.fte', 'FTE', '-1.6')
					],
					payback: { blockedBy: [] },
					checks: { passed: 1, failed: [] }
				},
				isStale: false,
				isDraft: false,
				place: { council: 'testshire', packs: true },
				scenario: 'nothing',
				against: null
			}
		}
	});
	for (const said of ['£1,200 less', '1 child fewer', '112 cases fewer', '1.6 FTE less'])
		expect(body).toContain(said);
});
