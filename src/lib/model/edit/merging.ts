import { standingUnder } from '../scenario/baselines';
import type { Council } from '../scenario/file';
import { fieldSteps } from './difference';
import { entryKey, isObject, valueAt } from './jsonPath';
import { freshId } from './newRecord';
import { listOf, type Json, type Operation } from './operation';
import type { Conflict } from './outcome';
import { rowOf } from './rows';

type SetStep = Extract<Operation, { op: 'set' }>;

/**
 * The steps of an edit that met other values, taken apart where a step says more than its person changed: a list that a
 * change sets as a whole goes entry by entry, and an entry that two people added under one made-up id becomes two. What
 * then still meets another value is what both have changed. Null where nothing can be taken apart.
 */
export function takenApart(
	council: Council,
	operations: readonly Operation[],
	conflicts: readonly Conflict[]
): readonly Operation[] | null {
	const steps = operations.flatMap((step): readonly Operation[] => {
		const clash = conflicts.find(({ row, path }) => row === step.row && isPath(path, step));
		if (step.op !== 'set' || clash === undefined) return [step];
		const apart = entriesApart(council, step, clash.found) ?? [step];
		return apart.flatMap((part) => entryBeside(council, part) ?? [part]);
	});
	const isSame =
		steps.length === operations.length && steps.every((own, at) => own === operations[at]);
	return isSame ? null : steps;
}

function isPath(path: readonly string[], step: Operation): boolean {
	return (
		step.op === 'set' &&
		path.length === step.path.length &&
		path.every((own, at) => own === step.path[at])
	);
}

/** What a step does to the list of a record that a change sets, entry by entry; null where it does something else. */
function entriesApart(
	council: Council,
	{ row, path, was, value }: SetStep,
	found: Json | undefined
): readonly Operation[] | null {
	const [, scenario = ''] = listOf(row).list.split('/');
	const [, record, field] = /^set (\w+\/[^.]+)\.(\w+)$/.exec(path[1] ?? '') ?? [];
	if (path.length !== 2 || path[0] !== 'edits' || record === undefined || field === undefined)
		return null;
	const standing = council.scenarios.find(({ id }) => id === scenario);
	if (standing === undefined) return null;
	const baseline = rowOf(standingUnder(council, standing), `records/${record}`);
	// Where the change does not set the list it is the baseline's.
	const listIn = (edit: Json | undefined): Json | undefined =>
		valueAt(edit ?? baseline, edit === undefined ? [field] : ['value']).value;
	const [before, after, there] = [was, value, found].map(listIn);
	// Where others have taken the edit out there is nothing to set an entry of.
	if (found === undefined || ![before, after, there].every((own) => isList(own))) return null;
	return fieldSteps(row, [...path, 'value'], before, after);
}

function isList(value: Json | undefined): boolean {
	return isObject(value) || (Array.isArray(value) && value.every((entry) => isObject(entry)));
}

/** The entry that a step adds, under an id that the list does not have yet; null where it meets none. */
function entryBeside(council: Council, step: Operation): readonly Operation[] | null {
	if (step.op !== 'set' || step.was !== undefined || !isObject(step.value)) return null;
	const { row, path, value } = step;
	const list = valueAt(rowOf(council, row), path.slice(0, -1)).value;
	if (!Array.isArray(list) || typeof value.id !== 'string' || value.id !== path.at(-1)) return null;
	const taken = new Set(list.map(entryKey));
	if (!taken.has(value.id)) return null;
	const id = freshId(value.id, taken);
	return [{ op: 'set', row, path: [...path.slice(0, -1), id], value: { ...value, id } }];
}
