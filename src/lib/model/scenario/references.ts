import { KINDS, RECORD_SCHEMAS } from '../records/kinds';
import type { Edit } from './change';
import { appraisalProblems, leastProblems } from './appraisalProblems';
import { careProblems } from './careProblems';
import { scenarioProblems } from './changeProblems';
import type { Council } from './file';
import { knownIn, overKnown, type Known, type KnownSoFar } from './known';
import { placeOf, type Problem } from './problem';
import { packProblems } from './packProblems';
import { missing, recordProblems } from './recordProblems';
import { fillsOf, type Fills } from './resolve';
import { standingUnder } from './baselines';

/** Everything in a decoded council that points at something which is not there, or is there twice. */
export function referenceProblems(council: Council): readonly Problem[] {
	const standings = new Map<string | null, Standing>([
		[null, standingOf(council, null)],
		...council.agreed.map(({ id }) => [id, standingOf(council, id)] as const)
	]);
	return [
		...duplicateProblems(council),
		...standingProblems(standings.get(null), ''),
		...styleProblems(council),
		...leastProblems(council),
		...council.agreed.flatMap(({ id }, i) =>
			standingProblems(standings.get(id), `agreed[${String(i)}].`)
		),
		...council.scenarios.flatMap((scenario, i) => {
			const standing = standings.get(scenario.baseline);
			if (standing !== undefined)
				return scenarioProblems(standing.known, standing.fills, scenario, i);
			const place = `scenarios[${String(i)}].baseline`;
			return [missing(place, 'agreed baseline', scenario.baseline ?? '')];
		})
	];
}

/** A baseline with the scenarios that stand on it. */
interface Standing {
	readonly council: Council;
	readonly known: Known;
	readonly fills: Fills;
	/** What is known anywhere, in the baseline or added by a change. */
	readonly anywhere: KnownSoFar;
}

function standingOf(council: Council, baseline: string | null): Standing {
	const own = standingUnder(council, { baseline });
	const known = knownIn(own);
	const anywhere = overKnown(known);
	for (const scenario of council.scenarios)
		if (scenario.baseline === baseline)
			for (const change of scenario.changes)
				for (const edit of change.edits) if (edit.edit === 'add') putAdded(anywhere, edit);
	return { council: own, known, fills: fillsOf(own.packs), anywhere };
}

function standingProblems(standing: Standing | undefined, head: string): readonly Problem[] {
	if (standing === undefined) return [];
	const { council, known, fills, anywhere } = standing;
	return [
		...factProblems(council, known),
		...KINDS.flatMap((kind) =>
			council.baseline[kind].flatMap((record, i) =>
				recordProblems(known, kind, record, ['baseline', kind, i])
			)
		),
		...deflatorProblems(council, known),
		...careProblems(council),
		...appraisalProblems(council),
		...packProblems(council, fills, anywhere)
	].map(({ place, message }) => ({ place: `${head}${place}`, message }));
}

function styleProblems({ council }: Council): readonly Problem[] {
	return council.style.terms === 'real' && council.deflator === null
		? [
				{
					place: 'council.style.terms',
					message: "is 'real' although no price index is chosen as deflator; choose one, or 'cash'"
				}
			]
		: [];
}

function duplicateProblems(council: Council): readonly Problem[] {
	const lists: readonly (readonly [string, readonly { readonly id: string }[]])[] = [
		['facts', council.facts],
		['packs', council.packs],
		['agreed', council.agreed],
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
