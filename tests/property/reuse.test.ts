import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { project, type Council, type Projection, type Scenario } from '$lib/model';
import {
	change,
	councilFrom,
	councilWith,
	decimal,
	projected,
	scenarioIn,
	set,
	type CouncilParts,
	type FileChange
} from '../support/council';
import { editedFiles } from '../support/generated';
import { allInPost, building, contract, gradePost, heading } from '../support/records';

// A hundred whole councils take seconds, and a busy machine several times that.
vi.setConfig({ testTimeout: 60_000 });

/** Everything that a projection says, in plain data: lines, figures, blanks and checks. */
function said({ run, figures, checks }: Projection) {
	return {
		lines: run.series.map(({ id, figure, part, heading, values, blockedBy }) => ({
			id,
			figure,
			part,
			heading,
			values: [...values],
			blockedBy
		})),
		figures: [...figures.values()].map((figure) => ({
			...figure,
			values: [...figure.values],
			known: [...figure.known]
		})),
		checks
	};
}

/** The council with one part replaced and everything else shared, as an edit on screen leaves it. */
function sharing(council: Council, edited: Council): Council {
	const same = <T extends { readonly id: string }>(before: readonly T[], after: readonly T[]) =>
		after.map((record) => {
			const known = before.find(({ id }) => id === record.id);
			return JSON.stringify(known) === JSON.stringify(record) ? (known as T) : record;
		});
	const baseline = Object.fromEntries(
		Object.entries(edited.baseline).map(([kind, records]) => [
			kind,
			same(
				council.baseline[kind as keyof Council['baseline']] as readonly { readonly id: string }[],
				records
			)
		])
	) as unknown as Council['baseline'];
	const isSamePacks = JSON.stringify(council.packs) === JSON.stringify(edited.packs);
	return {
		...edited,
		baseline,
		packs: isSamePacks ? council.packs : edited.packs,
		scenarios: edited.scenarios.map((scenario) => ({
			...scenario,
			changes: same(scenarioIn(council, scenario.id).changes, scenario.changes)
		}))
	};
}

test('after any single edit, a projection that reuses the earlier one says what one from scratch says', () => {
	fc.assert(
		fc.property(editedFiles(), fc.boolean(), ({ file, edited, moved }, isShared) => {
			const before = councilFrom(file);
			const read = councilFrom(edited);
			const after = isShared ? sharing(before, read) : read;
			const plan = (council: Council): Scenario => scenarioIn(council, 'plan');
			const previous = project(before, plan(before));
			const reusing = project(after, plan(after), { previous });
			expect(said(reusing), moved).toEqual(said(project(read, plan(read))));
		}),
		{ numRuns: 100, endOnFailure: true }
	);
});

describe('the edit of one post', () => {
	const council = councilWith({
		baseline: {
			posts: [gradePost(), allInPost()],
			buildings: [building()],
			contracts: [contract()],
			headings: [heading()]
		}
	});
	const [worker, officer] = council.baseline.posts;
	if (worker === undefined || officer === undefined) throw new Error('the council has two posts');
	const edited: Council = {
		...council,
		baseline: { ...council.baseline, posts: [{ ...worker, fte: decimal('0.5') }, officer] }
	};
	const before = project(council, scenarioIn(council, 'nothing'));
	const after = project(edited, scenarioIn(edited, 'nothing'), { previous: before });

	test('computes this post again and takes every other record as it was', () => {
		const renewed = [...after.run.cells.keys()].filter(
			(ref) => after.run.cells.get(ref) !== before.run.cells.get(ref)
		);
		expect(renewed).toEqual(['posts/worker']);
		expect([...after.run.cells.keys()]).toEqual([...before.run.cells.keys()]);
	});

	test('leaves the lines of the other records the very same objects', () => {
		const lineOf = ({ run }: Projection, id: string) =>
			run.series.find((series) => series.id === id);
		for (const id of ['posts/officer/pay', 'buildings/centre/running', 'contracts/outreach/price'])
			expect(lineOf(after, id)).toBe(lineOf(before, id));
		expect(lineOf(after, 'posts/worker/pay')).not.toBe(lineOf(before, 'posts/worker/pay'));
	});

	test('gives the new cost', () => {
		expect([...(after.figures.get('cost.staffing')?.values ?? [])]).toEqual([
			5500000, 5500000, 5500000
		]);
	});
});

test.each<readonly [string, Partial<FileChange>]>([
	['its value', { edits: [set('posts/worker', 'fte', '0.25')] }],
	['its ramp', { rampMonths: 6 }],
	['its start', { start: '2025-10' }],
	['its end', { end: '2026-04' }],
	['whether it is on', { on: false }],
	['the record it edits', { edits: [set('posts/officer', 'fte', '0.5')] }]
])('the edit of a change, %s, is seen by what it touches', (_, fields) => {
	const parts = (own: FileChange): CouncilParts => ({
		baseline: { posts: [gradePost(), allInPost()] },
		plan: [own]
	});
	const original = change({ edits: [set('posts/worker', 'fte', '0.5')] });
	const council = councilWith(parts(original));
	const edited = sharing(council, councilWith(parts({ ...original, ...fields })));
	const previous = project(council, scenarioIn(council, 'plan'));
	const reusing = project(edited, scenarioIn(edited, 'plan'), { previous });
	const scratch = projected(parts({ ...original, ...fields }));
	expect(said(reusing)).toEqual(said(scratch));
	expect(said(reusing)).not.toEqual(said(previous));
});
