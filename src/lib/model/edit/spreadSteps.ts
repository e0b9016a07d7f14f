import { Decimal } from 'decimal.js';
import { evidence as schema } from '../records/evidence';
import type { AnyRecord } from '../records/kinds';
import type { Council } from '../scenario/file';
import { plainWords } from '../scenario/problem';
import { fieldAbout, fieldSchema, getField, parseFieldRef } from '../scenario/recordField';
import type { DistributionName } from '../uncertainty/distribution';
import { fieldSteps } from './difference';
import { isObject, valueAt } from './jsonPath';
import type { Json, Operation } from './operation';
import { rowOf } from './rows';

/** What an input may be, as text of a file in the unit of its field: null is left out, and all left out is no range. */
export interface WantedSpread {
	readonly low: string | null;
	readonly mode: string | null;
	readonly high: string | null;
	readonly distribution: DistributionName;
}

/** The record, the value and the evidence of a number that is typed in the baseline; null where a reference names none. */
export function typedInput(council: Council, ref: string) {
	const place = parseFieldRef(ref);
	if (place === null) return null;
	const records: readonly AnyRecord[] = council.baseline[place.kind];
	const record = records.find(({ id }) => id === place.id);
	const about = record === undefined ? null : fieldAbout(place.kind, record, place.field);
	if (record === undefined || about === null) return null;
	const value = getField(record, place.field);
	return Decimal.isDecimal(value)
		? { ...place, record, about, value, evidence: record.evidence?.[place.field] }
		: null;
}

/**
 * The steps that give a number of the baseline a range and say how its values are spread; or why they are not so, in one
 * sentence. Null where the reference names no number that is typed there.
 */
export function spreadSteps(
	council: Council,
	ref: string,
	{ low, mode, high, distribution }: WantedSpread
): readonly Operation[] | { readonly why: string } | null {
	const own = typedInput(council, ref);
	if (own === null) return null;
	const row = `records/${own.ref}`;
	const before = rowOf(council, row);
	if (before === null || !isObject(before)) return null;
	const is = { ...(low && { low }), ...(mode && { mode }), ...(high && { high }) };
	const field = fieldSchema(own.kind, own.record, own.field);
	for (const text of Object.values(is)) {
		const read = field?.safeParse(text, { error: plainWords });
		if (read?.success === false) return { why: read.error.issues[0]?.message ?? '' };
	}
	const isCleared = Object.keys(is).length === 0 && distribution === 'pert';
	const wanted = isCleared ? {} : { ...is, distribution };
	const read = schema.safeParse(wanted);
	if (!read.success) return { why: read.error.issues[0]?.message ?? '' };
	return fieldSteps(row, [], before, withSpread(before, own.field, wanted));
}

const SPREAD_FIELDS: ReadonlySet<string> = new Set(['low', 'mode', 'high', 'distribution']);

/** The row with another range in the evidence of a field; evidence that says nothing more is left out. */
function withSpread(
	row: Readonly<Record<string, Json>>,
	field: string,
	wanted: Readonly<Record<string, Json>>
): Json {
	const was = (valueAt(row, ['evidence', field]).value ?? {}) as Readonly<Record<string, Json>>;
	// PERT is meant where nothing is said, and is then not written down.
	const isUnsaid = wanted['distribution'] === 'pert' && was['distribution'] !== 'pert';
	const own = Object.fromEntries([
		...Object.entries(was).filter(([name]) => !SPREAD_FIELDS.has(name)),
		...Object.entries(wanted).filter(([name]) => !(isUnsaid && name === 'distribution'))
	]);
	const others = without((row['evidence'] ?? {}) as Readonly<Record<string, Json>>, field);
	const all = Object.keys(own).length === 0 ? others : { ...others, [field]: own };
	return Object.keys(all).length === 0 ? without(row, 'evidence') : { ...row, evidence: all };
}

function without(
	fields: Readonly<Record<string, Json>>,
	gone: string
): Readonly<Record<string, Json>> {
	return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== gone));
}
