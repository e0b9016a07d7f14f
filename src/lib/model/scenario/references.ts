import { KINDS, RECORD_SCHEMAS } from '../records/kinds';
import type { Edit } from './change';
import { careProblems } from './careProblems';
import { scenarioProblems } from './changeProblems';
import type { Council } from './file';
import { knownIn, overKnown, type Known, type KnownSoFar } from './known';
import { placeOf, type Problem } from './problem';
import { packProblems } from './packProblems';
import { missing, recordProblems } from './recordProblems';
import { fillsOf } from './resolve';

/** Everything in a decoded council that points at something which is not there, or is there twice. */
export function referenceProblems(council: Council): readonly Problem[] {
	const known = knownIn(council);
	const fills = fillsOf(council.packs);
	const anywhere = overKnown(known);
	for (const scenario of council.scenarios)
		for (const change of scenario.changes)
			for (const edit of change.edits) if (edit.edit === 'add') putAdded(anywhere, edit);
	return [
		...duplicateProblems(council),
		...factProblems(council, known),
		...KINDS.flatMap((kind) =>
			council.baseline[kind].flatMap((record, i) =>
				recordProblems(known, kind, record, ['baseline', kind, i])
			)
		),
		...deflatorProblems(council, known),
		...careProblems(council),
		...packProblems(council, fills, anywhere),
		...council.scenarios.flatMap((scenario, i) => scenarioProblems(known, fills, scenario, i))
	];
}

function duplicateProblems(council: Council): readonly Problem[] {
	const lists: readonly (readonly [string, readonly { readonly id: string }[]])[] = [
		['facts', council.facts],
		['packs', council.packs],
		['scenarios', council.scenarios],
		...KINDS.map((kind) => [`baseline.${kind}`, council.baseline[kind]] as const),
		...council.baseline.savingsTargets.map(
			({ versions }, i) => [`baseline.savingsTargets[${String(i)}].versions`, versions] as const
		),
		...council.scenarios.flatMap(({ changes }, i) => {
			const place = `scenarios[${String(i)}].changes`;
			return [
				[place, changes] as const,
				...changes.map(({ oneOffs }, c) => [`${place}[${String(c)}].oneOffs`, oneOffs] as const)
			];
		})
	];
	return lists.flatMap(([place, list]) => {
		const seen = new Set<string>();
		return list.flatMap(({ id }, i) => {
			if (!seen.has(id)) {
				seen.add(id);
				return [];
			}
			return [
				{
					place: `${place}[${String(i)}].id`,
					message: `'${id}' stands twice; give each its own id`
				}
			];
		});
	});
}

function factProblems(council: Council, { facts }: Known): readonly Problem[] {
	return council.facts.flatMap((fact, i) =>
		(fact.rivals ?? []).flatMap((rival, r) =>
			facts.has(rival) ? [] : [missing(placeOf(['facts', i, 'rivals', r]), 'fact', rival)]
		)
	);
}

function deflatorProblems(council: Council, { find }: Known): readonly Problem[] {
	const { deflator } = council.council;
	return deflator === null || find('indices', deflator) !== undefined
		? []
		: [missing('council.deflator', 'price index', deflator)];
}

function putAdded(known: KnownSoFar, edit: Extract<Edit, { edit: 'add' }>): void {
	const decoded = RECORD_SCHEMAS[edit.kind].safeParse(edit.record);
	if (decoded.success) known.put(edit.kind, decoded.data);
}
