import type { CellEdit } from '$lib/input/table';
import {
	applyOperations,
	rowOf,
	stepsAdjusting,
	stepsFor,
	valueAt,
	type Column,
	type Council,
	type Json,
	type Kind,
	type Operation,
	type Outcome,
	type Target
} from '$lib/model';

/** The steps that carry out edits of records' cells, under the baseline or a change; or what stands against them. */
export function stepsOfEdits(
	{ council, target, kind }: { council: Council; target: Target; kind: Kind },
	fields: ReadonlyMap<string, Column>,
	edits: readonly CellEdit[]
): readonly Operation[] | Outcome {
	let now = council;
	const steps: Operation[] = [];
	for (const { row, column: name, value, range, adjustment } of edits) {
		const column = fields.get(name);
		if (column === undefined) throw new Error(`There is no column '${name}' of ${kind}.`);
		// An entry of a map that is emptied does not apply any longer; any other field is blank.
		const isOut = value === null && target.into === 'baseline' && isTakenOut(column);
		const own = [
			...((adjustment && stepsAdjusting(now, target, kind, row, column, adjustment)) ??
				stepsFor(now, target, kind, row, column, isOut ? undefined : value) ??
				[]),
			...(range === undefined ? [] : rangeSteps(now, kind, row, name, range))
		];
		steps.push(...own);
		// Two fields of one entry: the second finds the entry that the first made.
		if (column.within === null && range === undefined) continue;
		const outcome = applyOperations(now, own);
		if (outcome.outcome !== 'done') return outcome;
		now = outcome.council;
	}
	return steps;
}

/** True where an empty cell takes the field out of its record. */
export function isTakenOut(column: Column): boolean {
	return column.mayBeAbsent && (column.key !== null || !column.mayBeBlank);
}

/** The range that was typed stands in the evidence of its field. */
function rangeSteps(
	council: Council,
	kind: Kind,
	id: string,
	field: string,
	{ low, high }: { readonly low: string; readonly high: string }
): readonly Operation[] {
	const row = `records/${kind}/${id}`;
	const record = rowOf(council, row);
	const all = valueAt(record, ['evidence']).value;
	const was = valueAt(record, ['evidence', field]).value;
	const value: Json = { ...(was as Record<string, Json> | undefined), low, high };
	if (all === undefined) return [{ op: 'set', row, path: ['evidence'], value: { [field]: value } }];
	return [
		{ op: 'set', row, path: ['evidence', field], ...(was === undefined ? {} : { was }), value }
	];
}
