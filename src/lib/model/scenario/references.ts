import { KINDS, RECORD_SCHEMAS, type AnyRecord } from '../records/kinds';
import type { Edit } from './change';
import { scenarioProblems } from './changeProblems';
import type { Council } from './file';
import { placeOf, type Problem } from './problem';
import { fieldSchema, parseFieldRef, parseRef } from './recordField';
import { isNumeric, missing, recordProblems, type Records } from './recordProblems';

/** Everything in a decoded council that points at something which is not there, or is there twice. */
export function referenceProblems(council: Council): readonly Problem[] {
	const records = new Map<string, AnyRecord>();
	for (const kind of KINDS)
		for (const record of council.baseline[kind]) records.set(`${kind}/${record.id}`, record);
	const added = new Map(records);
	for (const scenario of council.scenarios)
		for (const change of scenario.changes)
			for (const edit of change.edits) if (edit.edit === 'add') addRecord(added, edit);
	return [
		...duplicateProblems(council),
		...factProblems(council),
		...KINDS.flatMap((kind) =>
			council.baseline[kind].flatMap((record, i) =>
				recordProblems(council, records, kind, record, ['baseline', kind, i])
			)
		),
		...deflatorProblems(council, records),
		...calibrationProblems(council),
		...packProblems(council, added),
		...council.scenarios.flatMap((scenario, i) => scenarioProblems(council, records, scenario, i))
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

function factProblems(council: Council): readonly Problem[] {
	const known = new Set(council.facts.map((fact) => fact.id));
	return council.facts.flatMap((fact, i) =>
		(fact.rivals ?? []).flatMap((rival, r) =>
			known.has(rival) ? [] : [missing(placeOf(['facts', i, 'rivals', r]), 'fact', rival)]
		)
	);
}

function deflatorProblems(council: Council, records: Records): readonly Problem[] {
	const { deflator } = council.council;
	return deflator === null || records.has(`indices/${deflator}`)
		? []
		: [missing('council.deflator', 'price index', deflator)];
}

function calibrationProblems(council: Council): readonly Problem[] {
	const [, ...others] = council.baseline.assumptions.flatMap(({ use }, i) =>
		use === 'calibration' ? [i] : []
	);
	return others.map((i) => ({
		place: `baseline.assumptions[${String(i)}].use`,
		message: "is a second 'calibration'; keep one"
	}));
}

function packProblems(council: Council, records: Records): readonly Problem[] {
	return council.packs.flatMap((pack, p) => {
		const seen = new Set<string>();
		return pack.values.flatMap((entry, i) => {
			const place = placeOf(['packs', p, 'values', i, 'field']);
			const ref = parseFieldRef(entry.field);
			const target = ref === null ? undefined : records.get(ref.ref);
			if (ref === null || target === undefined)
				return [
					{ place, message: `'${entry.field}' names no record of the baseline or of a scenario` }
				];
			if (seen.has(entry.field))
				return [{ place, message: `'${entry.field}' is filled twice; keep one` }];
			seen.add(entry.field);
			const schema = fieldSchema(parseRef(ref.ref).kind, target, ref.field);
			const decoded = schema?.safeParse(entry.value.toFixed());
			if (decoded === undefined || !isNumeric(decoded.data ?? null))
				return [{ place, message: `'${entry.field}' is not a numeric field; mend its path` }];
			return decoded.success ? [] : [{ place, message: decoded.error.issues[0]?.message ?? '' }];
		});
	});
}
function addRecord(records: Map<string, AnyRecord>, edit: Extract<Edit, { edit: 'add' }>): void {
	const decoded = RECORD_SCHEMAS[edit.kind].safeParse(edit.record);
	if (decoded.success) records.set(`${edit.kind}/${decoded.data.id}`, decoded.data);
}
