import { Decimal } from 'decimal.js';
import {
	KIND_LABELS,
	RECORD_SCHEMAS,
	TIMED_KINDS,
	type AnyRecord,
	type Kind
} from '../records/kinds';
import { afterAdjustment, isAdjustment } from './adjust';
import { adjustedProblems, adjustmentProblem, amountOf, twiceProblem } from './adjustmentProblems';
import type { Change, Edit, FieldEdit } from './change';
import { LIMITS, type Scenario } from './file';
import { overKnown, type Known, type KnownSoFar } from './known';
import { placeOf, plainWords, problemLine, problemsOf, type Problem } from './problem';
import { fieldSchema, getField, parseRef, withField } from './recordField';
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
	const standing = filledKnown(baseline, fills);
	const known = overKnown(standing);
	const problems = [
		...scenario.changes.flatMap((change, c) =>
			changeProblems(known, fills, change, ['scenarios', position, 'changes', c])
		),
		...rampProblems(scenario, position)
	];
	// Only edits that are right one by one can be carried out together.
	return problems.length > 0 ? problems : adjustedProblems(standing, fills, scenario, position);
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
	const adjustments = new Set<string>();
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
		if (isAdjustment(edit)) {
			const key = `${edit.edit} ${edit.record}.${edit.field}`;
			if (adjustments.has(key)) return [twiceProblem(edit, here)];
			adjustments.add(key);
		}
		const after = afterFieldEdit(kind, target, edit, here);
		if (!after.ok) return after.problems;
		edited.set(edit.record, {
			before: edited.get(edit.record)?.before ?? target,
			place: after.place
		});
		known.put(kind, after.record);
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

/** A record after an edit of one of its fields and the place of the edit's value; or what is wrong with the edit. */
type AfterEdit =
	| { readonly ok: true; readonly record: AnyRecord; readonly place: string }
	| { readonly ok: false; readonly problems: readonly Problem[] };

function afterFieldEdit(
	kind: Kind,
	target: AnyRecord,
	edit: FieldEdit,
	path: readonly PropertyKey[]
): AfterEdit {
	const refused = (at: string, message: string): AfterEdit => ({
		ok: false,
		problems: [{ place: placeOf([...path, at]), message }]
	});
	const schema = fieldSchema(kind, target, edit.field);
	if (schema === null || ['id', 'evidence'].includes(edit.field))
		return refused(
			'field',
			`'${edit.field}' is not a field of ${edit.record} that a change can set; mend its path`
		);
	if (kind === 'interventions' && isOfEvidence(edit.field))
		return refused(
			'field',
			`'${edit.field}' is what the evidence of an intervention says and cannot change in time; add another intervention instead`
		);
	if (edit.edit !== 'set') {
		const problem = adjustmentProblem(kind, target, edit);
		if (problem !== null) return refused(problem.at, problem.message);
		const place = placeOf([...path, amountOf(edit)]);
		return { ok: true, place, record: shortened(afterAdjustment(target, edit), edit.field) };
	}
	const value = schema.safeParse(edit.value, { error: plainWords });
	const place = placeOf([...path, 'value']);
	if (!value.success)
		return {
			ok: false,
			problems: problemsOf(value.error).map((problem) => ({
				place: place + (problem.place === '' ? '' : `.${problem.place}`),
				message: problem.message
			}))
		};
	return { ok: true, place, record: withField(target, edit.field, value.data) };
}

const CHECKED_DECIMALS = 20;

/** A record whose field can be written again as a file holds numbers, to be checked against its others. */
function shortened(record: AnyRecord, field: string): AnyRecord {
	const value = getField(record, field);
	return value instanceof Decimal
		? withField(record, field, value.toDecimalPlaces(CHECKED_DECIMALS))
		: record;
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
