import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { applyOperations } from '$lib/model/edit/apply';
import type { Applied } from '$lib/model/edit/outcome';
import { differenceOf } from '$lib/model/edit/difference';
import type { Operation } from '$lib/model/edit/operation';
import { writeCouncil, type Council } from '$lib/model';
import { councilFrom } from '../support/council';
import { councilFiles, councilPairs, editedFiles } from '../support/generated';

vi.setConfig({ testTimeout: 60_000 });

function done(council: Council, operations: readonly Operation[]): Applied {
	const outcome = applyOperations(council, operations);
	if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
	return outcome;
}

test('the difference between two councils turns one into the other, and what takes it back gives the first again', () => {
	fc.assert(
		fc.property(councilPairs(), ([one, two]) => {
			const [from, to] = [councilFrom(one), councilFrom(two)];
			const forth = done(from, differenceOf(from, to));
			expect(writeCouncil(forth.council)).toEqual(writeCouncil(to));
			const back = done(forth.council, forth.inverse);
			expect(writeCouncil(back.council)).toEqual(writeCouncil(from));
			const again = done(back.council, back.inverse);
			expect(writeCouncil(again.council)).toEqual(writeCouncil(to));
		}),
		{ numRuns: 30 }
	);
}, 30_000);

test('an edit is carried out field by field: what it does not name keeps its identity, so that the engine computes only what depends on it', () => {
	fc.assert(
		fc.property(editedFiles(), ({ file, edited }) => {
			const [from, to] = [councilFrom(file), councilFrom(edited)];
			const operations = differenceOf(from, to);
			const { council, rows } = done(from, operations);
			expect(writeCouncil(council)).toEqual(writeCouncil(to));
			for (const kind of Object.keys(from.baseline) as (keyof Council['baseline'])[])
				for (const record of from.baseline[kind])
					if (!rows.has(`records/${kind}/${record.id}`))
						expect(council.baseline[kind]).toContain(record);
		}),
		{ numRuns: 30 }
	);
}, 30_000);

test('a council does not differ from itself', () => {
	fc.assert(
		fc.property(councilFiles(), (file) => {
			expect(differenceOf(councilFrom(file), councilFrom(file))).toEqual([]);
		}),
		{ numRuns: 30 }
	);
});
