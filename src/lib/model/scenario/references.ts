import { Decimal } from 'decimal.js';
import { z } from 'zod';
import {
	KIND_LABELS,
	KINDS,
	RECORD_SCHEMAS,
	TIMED_KINDS,
	type AnyRecord,
	type Kind
} from '../records/kinds';
import type { Change, Edit } from './change';
import { LIMITS, type Council, type Scenario } from './file';
import { linksOf } from './links';
import { placeOf, plainWords, problemLine, problemsOf, type Problem } from './problem';
import { fieldSchema, getField, parseFieldRef, parseRef, withField } from './recordField';
import { refOf } from './versions';

type Records = ReadonlyMap<string, AnyRecord>;

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

function recordProblems(
	council: Council,
	records: Records,
	kind: Kind,
	record: AnyRecord,
	path: readonly PropertyKey[]
): readonly Problem[] {
	const facts = new Set(council.facts.map((fact) => fact.id));
	const base = placeOf(path);
	const links = linksOf(kind, record).flatMap((link) =>
		records.has(`${link.kind}/${link.id}`)
			? []
			: [missing(`${base}.${link.field}`, KIND_LABELS[link.kind], link.id)]
	);
	const named = Object.entries(record.evidence ?? {}).flatMap(([field, evidence]) => {
		const place = `${base}.evidence.${field}`;
		if (fieldSchema(kind, record, field) === null)
			return [{ place, message: `names the field '${field}', which this record does not have` }];
		return [evidence.fact, ...(evidence.rivals ?? [])].flatMap((id) =>
			id === undefined || facts.has(id) ? [] : [missing(place, 'fact', id)]
		);
	});
	return [...links, ...named, ...kindProblems(records, kind, record, base)];
}

function kindProblems(
	records: Records,
	kind: Kind,
	record: AnyRecord,
	base: string
): readonly Problem[] {
	if (kind === 'headings' && 'statedSumOf' in record)
		return (record.statedSumOf ?? []).flatMap((text, i) => {
			const ref = parseFieldRef(text);
			const target = ref === null ? undefined : records.get(ref.ref);
			return ref !== null && target !== undefined && isNumeric(getField(target, ref.field))
				? []
				: [
						{
							place: `${base}.statedSumOf[${String(i)}]`,
							message: `'${text}' does not name a numeric field; write one such as contracts/nspcc.blockPrice`
						}
					];
		});
	if (kind === 'interventions' && 'correctionTable' in record) {
		const table = records.get(`assumptions/${record.correctionTable}`);
		if (
			table !== undefined &&
			!('rows' in table && Object.hasOwn(table.rows, record.evidenceGrade))
		)
			return [
				{
					place: `${base}.evidenceGrade`,
					message: `'${record.evidenceGrade}' is not a grade of the table '${record.correctionTable}'; write one of its grades`
				}
			];
	}
	if (kind === 'posts' && 'niRule' in record && record.niRule !== undefined) {
		const found = records.get(`rules/${record.niRule}`);
		if (found !== undefined && (!('rule' in found) || found.rule !== 'employerNi'))
			return [
				{ place: `${base}.niRule`, message: `'${record.niRule}' is not a rule about employer NI` }
			];
	}
	return [];
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

function scenarioProblems(
	council: Council,
	baseline: Records,
	scenario: Scenario,
	position: number
): readonly Problem[] {
	if (position === 0 && scenario.changes.length > 0)
		return [
			{
				place: 'scenarios[0].changes',
				message:
					'must be empty: the first scenario is "If we change nothing"; move its changes to another'
			}
		];
	const records = new Map(baseline);
	return [
		...scenario.changes.flatMap((change, c) =>
			changeProblems(council, records, change, ['scenarios', position, 'changes', c])
		),
		...rampProblems(scenario, position)
	];
}

/** Ramps over one record multiply its versions: n of them at once make 2ⁿ. */
function rampProblems(scenario: Scenario, position: number): readonly Problem[] {
	const ramps = new Map<string, number>();
	for (const change of scenario.changes)
		if (change.rampMonths > 0)
			for (const ref of new Set(change.edits.map(refOf))) ramps.set(ref, (ramps.get(ref) ?? 0) + 1);
	return [...ramps]
		.filter(([, count]) => count > LIMITS.rampsOfRecord)
		.map(([ref, count]) => ({
			place: `scenarios[${String(position)}].changes`,
			message: `${String(count)} changes ramp over ${ref}; ${String(LIMITS.rampsOfRecord)} are the most, so let some start in a step`
		}));
}

function changeProblems(
	council: Council,
	records: Map<string, AnyRecord>,
	change: Change,
	path: readonly PropertyKey[]
): readonly Problem[] {
	const edited = new Map<string, { readonly before: AnyRecord; readonly place: string }>();
	const problems = change.edits.flatMap((edit, e) => {
		const here = [...path, 'edits', e];
		if (edit.edit === 'add') return addProblems(council, records, edit, here);
		const target = records.get(edit.record);
		const { kind } = parseRef(edit.record);
		if (target === undefined)
			return [missing(placeOf([...here, 'record']), KIND_LABELS[kind], edit.record)];
		if (edit.edit === 'remove')
			return TIMED_KINDS.some((timed) => timed === kind)
				? []
				: [
						{
							place: placeOf([...here, 'record']),
							message: `a change cannot remove a ${KIND_LABELS[kind]}; set its fields instead`
						}
					];
		const schema = fieldSchema(kind, target, edit.field);
		if (schema === null || ['id', 'evidence'].includes(edit.field))
			return [
				{
					place: placeOf([...here, 'field']),
					message: `'${edit.field}' is not a field of ${edit.record} that a change can set; mend its path`
				}
			];
		if (kind === 'interventions' && isOfEvidence(edit.field))
			return [
				{
					place: placeOf([...here, 'field']),
					message: `'${edit.field}' is what the evidence of an intervention says and cannot change in time; add another intervention instead`
				}
			];
		const value = schema.safeParse(edit.value, { error: plainWords });
		const place = placeOf([...here, 'value']);
		if (!value.success)
			return problemsOf(value.error).map((problem) => ({
				place: place + (problem.place === '' ? '' : `.${problem.place}`),
				message: problem.message
			}));
		edited.set(edit.record, { before: edited.get(edit.record)?.before ?? target, place });
		records.set(edit.record, withField(target, edit.field, value.data));
		return [];
	});
	return [
		...problems,
		...[...edited].flatMap(([ref, { before, place }]) => {
			const known = wholeProblems(council, records, ref, before);
			return wholeProblems(council, records, ref, records.get(ref) ?? before)
				.filter((message) => !known.includes(message))
				.map((message) => ({ place, message }));
		})
	];
}

/** What a record says against itself, or names in vain: values that are good one by one may not be so together. */
function wholeProblems(
	council: Council,
	records: Records,
	ref: string,
	record: AnyRecord
): readonly string[] {
	const { kind } = parseRef(ref);
	const schema: z.ZodType = RECORD_SCHEMAS[kind];
	const encoded = z.safeEncode(schema, record);
	return [
		...recordProblems(council, records, kind, record, [ref]),
		...(encoded.success
			? []
			: problemsOf(encoded.error).map(({ place, message }) => ({
					place: `${ref}.${place}`,
					message
				})))
	].map(problemLine);
}

/** Fields of an intervention that hold for its whole effect, from the first family helped to the last entry avoided. */
const OF_EVIDENCE = [
	'service',
	'design',
	'outcome',
	'population',
	'needLevel',
	'lagMonths',
	'spreadMonths',
	'profile'
];

const isOfEvidence = (field: string): boolean => OF_EVIDENCE.includes(field.split('.')[0] ?? '');

function addProblems(
	council: Council,
	records: Map<string, AnyRecord>,
	edit: Extract<Edit, { edit: 'add' }>,
	path: readonly PropertyKey[]
): readonly Problem[] {
	const place = [...path, 'record'];
	const decoded = RECORD_SCHEMAS[edit.kind].safeParse(edit.record, { error: plainWords });
	if (!decoded.success)
		return problemsOf(decoded.error).map((problem) => ({
			place: `${placeOf(place)}.${problem.place}`,
			message: problem.message
		}));
	const ref = `${edit.kind}/${decoded.data.id}`;
	if (records.has(ref))
		return [
			{ place: placeOf([...place, 'id']), message: `'${ref}' is there already; give it its own id` }
		];
	if (!TIMED_KINDS.some((timed) => timed === edit.kind) && edit.kind !== 'providers')
		return [
			{
				place: placeOf([...path, 'kind']),
				message: `a change cannot add a ${KIND_LABELS[edit.kind]}; add it to the baseline`
			}
		];
	records.set(ref, decoded.data);
	return recordProblems(council, records, edit.kind, decoded.data, place);
}

function addRecord(records: Map<string, AnyRecord>, edit: Extract<Edit, { edit: 'add' }>): void {
	const decoded = RECORD_SCHEMAS[edit.kind].safeParse(edit.record);
	if (decoded.success) records.set(`${edit.kind}/${decoded.data.id}`, decoded.data);
}

function isNumeric(value: unknown): boolean {
	return value === null || value instanceof Decimal;
}

function missing(place: string, what: string, id: string): Problem {
	return { place, message: `there is no ${what} '${id}'; add it or mend the name` };
}
