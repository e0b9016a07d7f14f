import { Decimal } from 'decimal.js';
import type { AnyRecord, Kind } from '../records/kinds';
import { Exact } from '../money/money';
import { adjusted, isAdjustment, type AdjustmentAmount } from '../scenario/adjust';
import { edit as editSchema, type Adjustment, type Edit } from '../scenario/change';
import type { Council } from '../scenario/file';
import { plainWords } from '../scenario/problem';
import { fieldSchema } from '../scenario/recordField';
import type { Column } from './columns';
import { entryKey, isObject, isSame, valueAt } from './jsonPath';
import type { Json, Operation } from './operation';
import { rowOf } from './rows';

/** Where an edit goes: into the baseline itself, or into one change of a scenario. */
export type Target =
	| { readonly into: 'baseline' }
	| { readonly into: 'change'; readonly scenario: string; readonly change: string };

/** What a cell holds as text of a file: null is blank, undefined does not apply to its record. */
export type CellValue = string | null | undefined;

/** A cell as it stands under a target: its value, and what the baseline says where a change says something else. */
export interface TargetCell {
	readonly value: CellValue;
	readonly isChanged: boolean;
	readonly was: CellValue;
	/** What the change multiplies or adds, in the order in which it does so; none where it does neither. */
	readonly adjustments: readonly Adjustment[];
}

/** The text of a stored value; lists are written with commas. */
export function textOf(value: Json | undefined): CellValue {
	if (value === undefined || value === null) return value;
	if (Array.isArray(value)) return value.map(String).join(', ');
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The stored value of a cell's text. */
export function jsonOf(column: Column, text: string | null): Json {
	if (text === null) return column.type === 'list' ? [] : null;
	if (column.type === 'list')
		return text
			.split(/[,;]/)
			.map((part) => part.trim())
			.filter((part) => part !== '');
	if (column.type === 'yesNo') return text === 'true';
	// Map references are whole numbers in the file, not decimal text.
	return column.type === 'number' && column.about === null ? Number(text) : text;
}

/** A cell of the baseline or of what one change makes of it. */
export function cellUnder(
	council: Council,
	target: Target,
	kind: Kind,
	id: string,
	column: Column
): TargetCell {
	const record = rowOf(council, `records/${kind}/${id}`);
	const own = record === null ? undefined : textOf(valueAt(record, column.path).value);
	const plain = { value: own, isChanged: false, was: own, adjustments: [] };
	if (target.into === 'baseline') return plain;
	const change = rowOf(council, `changes/${target.scenario}/${target.change}`);
	if (record === null) {
		const added = valueAt(change, ['edits', `add ${kind}/${id}`, 'record', ...column.path]).value;
		return { value: textOf(added), isChanged: false, was: undefined, adjustments: [] };
	}
	const set = setBy(change, kind, id, column);
	const edits = editsOf(change, `${kind}/${id}`, column.field);
	const lastSet = edits.findLastIndex(({ edit }) => edit === 'set');
	const adjustments = edits.slice(lastSet + 1).filter(isAdjustment);
	if (set === undefined && adjustments.length === 0) return plain;
	const stands = set === undefined ? own : textOf(set);
	const value =
		stands === undefined || stands === null
			? stands
			: adjustments.reduce((text, edit) => adjusted(new Decimal(text), edit).toFixed(), stands);
	return { value, isChanged: true, was: own, adjustments };
}

/** What a change does to a field, in the order in which it does so. */
function editsOf(change: Json | null, ref: string, field: string): readonly Edit[] {
	const edits = valueAt(change, ['edits']).value;
	if (!Array.isArray(edits)) return [];
	return edits.flatMap((own) => {
		if (!isObject(own) || own.record !== ref || own.field !== field) return [];
		const read = editSchema.safeParse(own);
		return read.success ? [read.data] : [];
	});
}

/** What a change sets a field to, by itself or with the whole entry that the field is within; undefined where it does not. */
function setBy(change: Json | null, kind: Kind, id: string, column: Column): Json | undefined {
	const edit = (field: string) =>
		valueAt(change, ['edits', `set ${kind}/${id}.${field}`, 'value']).value;
	const own = edit(column.field);
	if (own !== undefined || column.within === null) return own;
	return valueAt(edit(column.within.field) ?? null, [column.name]).value;
}

/** The steps that give a cell another value; null where a change cannot do it, for it takes no field away. */
export function stepsFor(
	council: Council,
	target: Target,
	kind: Kind,
	id: string,
	column: Column,
	text: CellValue
): readonly Operation[] | null {
	const value = text === undefined ? undefined : jsonOf(column, text);
	const row = `records/${kind}/${id}`;
	const record = rowOf(council, row);
	if (target.into === 'baseline') return fieldSteps(row, record, [], column, value);
	const own = `changes/${target.scenario}/${target.change}`;
	const change = rowOf(council, own);
	if (record === null)
		return fieldSteps(own, change, ['edits', `add ${kind}/${id}`, 'record'], column, value);
	if (value === undefined) return null;
	return changeSteps({ row: own, change, kind, id, record }, column, value);
}

function fieldSteps(
	row: string,
	root: Json | null,
	head: readonly string[],
	column: Column,
	value: Json | undefined
): readonly Operation[] {
	const path = [...head, ...column.path];
	const was = valueAt(root, path).value;
	if (isSame(was, value)) return [];
	const { within } = column;
	if (within !== null && value !== undefined) {
		const entry = [...head, ...within.path];
		if (valueAt(root, entry).value === undefined)
			return [{ op: 'set', row, path: entry, value: entryWith(column, value) }];
	}
	return [setStep(row, path, was, value)];
}

/** A map's entry whose other fields are blank. */
function entryWith({ within, name }: Column, value: Json): Json {
	return Object.fromEntries((within?.names ?? []).map((own) => [own, own === name ? value : null]));
}

function setStep(
	row: string,
	path: readonly string[],
	was: Json | undefined,
	value: Json | undefined
): Operation {
	return {
		op: 'set',
		row,
		path: [...path],
		...(was === undefined ? {} : { was }),
		...(value === undefined ? {} : { value })
	};
}

interface ChangedRecord {
	readonly row: string;
	readonly change: Json | null;
	readonly kind: Kind;
	readonly id: string;
	readonly record: Json;
}

function changeSteps(
	{ row, change, kind, id, record }: ChangedRecord,
	column: Column,
	value: Json
): readonly Operation[] {
	const baseline = valueAt(record, column.path).value;
	const entry = column.within;
	const isWhole = entry !== null && valueAt(record, entry.path).value === undefined;
	const field = isWhole ? entry.field : column.field;
	const path = ['edits', `set ${kind}/${id}.${field}`];
	const was = valueAt(change, path).value;
	const before = isObject(was) ? was.value : undefined;
	const whole = !isWhole
		? value
		: isObject(before)
			? { ...before, [column.name]: value }
			: entryWith(column, value);
	// What the baseline says already needs no edit, and one that says it is taken out.
	const next = isSame(value, baseline)
		? undefined
		: { edit: 'set', record: `${kind}/${id}`, field, value: whole };
	const replaced = adjustmentsTakenOut(row, change, editsOf(change, `${kind}/${id}`, column.field));
	return isSame(was, next) ? replaced : [...replaced, setStep(row, path, was, next)];
}

/**
 * The steps by which a change multiplies a cell, or adds to it, after all that it does to it already; null where the target
 * is no change or the change adds the record, whose value is then a plain one. A change keeps one factor and one amount.
 */
export function stepsAdjusting(
	council: Council,
	target: Target,
	kind: Kind,
	id: string,
	column: Column,
	amount: AdjustmentAmount
): readonly Operation[] | null {
	const ref = `${kind}/${id}`;
	if (target.into === 'baseline' || rowOf(council, `records/${ref}`) === null) return null;
	const row = `changes/${target.scenario}/${target.change}`;
	const change = rowOf(council, row);
	const edits = editsOf(change, ref, column.field);
	const lastSet = edits.findLastIndex(({ edit }) => edit === 'set');
	const { factor, by } = [...edits.slice(lastSet + 1).filter(isAdjustment), amount].reduce(
		combined,
		{ factor: new Exact(1), by: new Exact(0) }
	);
	const place = { record: ref, field: column.field };
	const wanted: readonly Json[] = [
		...(factor.eq(1) ? [] : [{ edit: 'scale', ...place, factor: factor.toFixed() }]),
		...(by.isZero() ? [] : [{ edit: 'shift', ...place, by: by.toFixed() }])
	];
	// What is there goes first, for the factor comes before the amount.
	return [
		...adjustmentsTakenOut(row, change, edits),
		...wanted.map((own) => setStep(row, ['edits', entryKey(own, -1)], undefined, own))
	];
}

/** A value times a factor, then plus an amount, once another adjustment has followed. */
function combined(
	{ factor, by }: { readonly factor: Decimal; readonly by: Decimal },
	next: AdjustmentAmount
): { readonly factor: Decimal; readonly by: Decimal } {
	return next.edit === 'scale'
		? { factor: factor.times(next.factor), by: by.times(next.factor) }
		: { factor, by: by.plus(next.by) };
}

function adjustmentsTakenOut(
	row: string,
	change: Json | null,
	edits: readonly Edit[]
): readonly Operation[] {
	return edits.filter(isAdjustment).map(({ edit, record, field }) => {
		const key = ['edits', `${edit} ${record}.${field}`];
		return setStep(row, key, valueAt(change, key).value, undefined);
	});
}

/** Why a field of a record cannot hold a value, in one sentence; null where it can, undefined where the record has no such field. */
export function fieldAccepts(
	council: Council,
	kind: Kind,
	id: string,
	column: Column,
	text: string | null
): string | null | undefined {
	const record = (council.baseline[kind] as readonly AnyRecord[]).find((own) => own.id === id);
	// What a change adds is checked as a whole when it is kept.
	if (record === undefined) return null;
	const schema = fieldSchema(kind, record, column.field);
	if (schema === null) return undefined;
	const read = schema.safeParse(jsonOf(column, text), { error: plainWords });
	return read.success ? null : (read.error.issues[0]?.message ?? '');
}
