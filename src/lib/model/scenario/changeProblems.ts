import { KIND_LABELS, RECORD_SCHEMAS, TIMED_KINDS, type AnyRecord } from '../records/kinds';
import type { Change, Edit } from './change';
import { LIMITS, type Scenario } from './file';
import { overKnown, type Known, type KnownSoFar } from './known';
import { placeOf, plainWords, problemLine, problemsOf, type Problem } from './problem';
import { fieldSchema, parseRef, withField } from './recordField';
import { contradictions, missing, recordProblems } from './recordProblems';
import { filled, filledKnown, type Fills } from './resolve';
import { refOf } from './versions';

/** What the changes of one scenario edit that is not there, or edit into something that cannot be. */
export function scenarioProblems(
	baseline: Known,
	fills: Fills,
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
	const known = overKnown(filledKnown(baseline, fills));
	return [
		...scenario.changes.flatMap((change, c) =>
			changeProblems(known, fills, change, ['scenarios', position, 'changes', c])
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
	known: KnownSoFar,
	fills: Fills,
	change: Change,
	path: readonly PropertyKey[]
): readonly Problem[] {
	const edited = new Map<string, { readonly before: AnyRecord; readonly place: string }>();
	const problems = change.edits.flatMap((edit, e) => {
		const here = [...path, 'edits', e];
		if (edit.edit === 'add') return addProblems(known, fills, edit, here);
		const { kind, id } = parseRef(edit.record);
		const target = known.find(kind, id);
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
		known.put(kind, withField(target, edit.field, value.data));
		return [];
	});
	return [
		...problems,
		...[...edited].flatMap(([ref, { before, place }]) => {
			const { kind, id } = parseRef(ref);
			const found = wholeProblems(known, ref, known.find(kind, id) ?? before);
			const earlier = found.length === 0 ? [] : wholeProblems(known, ref, before);
			return found
				.filter((message) => !earlier.includes(message))
				.map((message) => ({ place, message }));
		})
	];
}

/** What a record says against itself, or names in vain: values that are good one by one may not be so together. */
function wholeProblems(known: Known, ref: string, record: AnyRecord): readonly string[] {
	const { kind } = parseRef(ref);
	return [
		...recordProblems(known, kind, record, [ref]),
		...contradictions(kind, record).map(({ place, message }) => ({
			place: `${ref}.${place}`,
			message
		}))
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
	'costPerPlanMonth',
	'profile'
];

/** True for a field of an intervention that no change can set. */
export const isOfEvidence = (field: string): boolean =>
	OF_EVIDENCE.includes(field.split('.')[0] ?? '');

function addProblems(
	known: KnownSoFar,
	fills: Fills,
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
	if (known.find(edit.kind, decoded.data.id) !== undefined)
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
	known.put(edit.kind, filled(decoded.data, fills.get(ref)));
	return recordProblems(known, edit.kind, decoded.data, place);
}
