import type { Kind } from '../records/kinds';
import type { FieldEdit } from '../scenario/change';
import type { Council } from '../scenario/file';
import type { Outcome } from './outcome';
import type { Target } from './cells';
import { entryKey, valueAt } from './jsonPath';
import { freshId, idsOf, newRecord, type FilledField } from './newRecord';
import type { Json, Operation } from './operation';
import { rowOf } from './rows';

/** The steps that add records with the fields that are filled in, at the end of their kind or by a change. */
export function addingSteps(
	council: Council,
	target: Target,
	kind: Kind,
	rows: readonly ReadonlyMap<string, FilledField>[]
): readonly Operation[] {
	const taken = new Set(idsOf(council, kind));
	return rows.map((filled) => {
		const id = freshId(filled.get('title')?.value ?? '', taken);
		taken.add(id);
		const record = newRecord(council, kind, id, filled);
		if (target.into === 'baseline')
			return { op: 'insert', row: `records/${kind}/${id}`, data: record };
		const value = { edit: 'add', kind, record };
		return {
			op: 'set',
			row: `changes/${target.scenario}/${target.change}`,
			path: ['edits', `add ${kind}/${id}`],
			value
		};
	});
}

/**
 * The steps that take a record away: out of the baseline, or by a change from its start on. What the change itself added
 * goes with every edit that the change makes to it; what it took away already comes back.
 */
export function removalSteps(
	council: Council,
	target: Target,
	kind: Kind,
	id: string
): readonly Operation[] {
	const ref = `${kind}/${id}`;
	if (target.into === 'baseline') {
		const row = `records/${ref}`;
		const was = rowOf(council, row);
		return was === null ? [] : [{ op: 'remove', row, was }];
	}
	const row = `changes/${target.scenario}/${target.change}`;
	const { value: edits } = valueAt(rowOf(council, row), ['edits']);
	const own = (Array.isArray(edits) ? edits : []).flatMap((was, i): readonly Operation[] => {
		const key = entryKey(was, i);
		const isOfField = FIELD_EDITS.some((edit) => key.startsWith(`${edit} ${ref}.`));
		return key === `add ${ref}` || key === `remove ${ref}` || isOfField
			? [{ op: 'set', row, path: ['edits', key], was }]
			: [];
	});
	const isOwn = own.some(
		(step) => step.op === 'set' && /^(?:add|remove) /.test(step.path[1] ?? '')
	);
	const removal: Json = { edit: 'remove', record: ref };
	return isOwn
		? own
		: [...own, { op: 'set', row, path: ['edits', `remove ${ref}`], value: removal }];
}

const FIELD_EDITS: readonly FieldEdit['edit'][] = ['set', 'scale', 'shift'];

/** True for what became of an edit, as against steps that are still to be taken. */
export function isOutcome(value: readonly Operation[] | Outcome): value is Outcome {
	return !Array.isArray(value);
}
