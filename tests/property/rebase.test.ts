import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { agreeingSteps, rebaseOf, rebaseSteps, type Council } from '$lib/model';
import { applyOperations } from '$lib/model/edit/apply';
import type { Operation } from '$lib/model/edit/operation';
import { councilFrom } from '../support/council';
import { councilFiles } from '../support/generated';

vi.setConfig({ testTimeout: 60_000 });

function done(council: Council, operations: readonly Operation[]): Council {
	const outcome = applyOperations(council, operations);
	if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
	return outcome.council;
}

/** Steps that give posts one more of their people each, which any council of the generator takes. */
function morePeople({ baseline }: Council, only: (id: string) => boolean): readonly Operation[] {
	return baseline.posts.flatMap(({ id, fte }): readonly Operation[] => {
		const [row, path] = [`records/posts/${id}`, ['fte']];
		return only(id) && fte !== null
			? [{ op: 'set', row, path, was: fte.toFixed(), value: fte.plus(1).toFixed() }]
			: [];
	});
}

test('a re-base that keeps everything keeps every edit, and lists nothing that no change touches', () => {
	let listed = 0;
	fc.assert(
		fc.property(councilFiles(), fc.integer({ min: 1, max: 3 }), (file, every) => {
			const start = councilFrom(file);
			const agreed = done(
				start,
				agreeingSteps(start, { title: 'Budget', by: 'Ann', on: '2026-11-22' })
			);
			const moved = new Set(
				agreed.baseline.posts.filter((_, i) => i % every === 0).map(({ id }) => `posts/${id}`)
			);
			const steps = morePeople(agreed, (id) => moved.has(`posts/${id}`));
			const now = done(agreed, steps);
			for (const scenario of now.scenarios.slice(1)) {
				const rebase = rebaseOf(now, scenario);
				const edits = scenario.changes.flatMap((change) => change.edits);
				for (const { edit, moved: fields } of rebase?.rows ?? []) {
					listed++;
					expect(edits).toContain(edit);
					if (edit.edit === 'add') throw new Error('an addition is listed');
					expect(moved).toContain(edit.record);
					expect(fields.map(({ path }) => path)).toEqual([['fte']]);
					if (edit.edit === 'set') expect(edit.field).toBe('fte');
				}
				const kept = done(now, rebaseSteps(now, scenario, new Set()));
				const own = kept.scenarios.find(({ id }) => id === scenario.id);
				expect(own).toEqual({ ...scenario, baseline: steps.length === 0 ? 'budget' : null });
			}
		}),
		{ numRuns: 40 }
	);
	// Or the property would hold of nothing.
	expect(listed).toBeGreaterThan(0);
}, 60_000);
