import { z } from 'zod';
import type { AnyRecord, Kind } from '../records/kinds';
import { RECORD_SCHEMAS } from '../records/kinds';
import { financialYear } from '../records/field';
import type { Council } from '../scenario/file';
import { isOfEvidence } from '../scenario/changeProblems';
import { plainWords } from '../scenario/problem';
import { fieldSchema } from '../scenario/recordField';
import { jsonOf, textOf, type CellValue, type Target } from './cells';
import { fieldColumns, isKeyed, shapesOf, unwrapped, type Column } from './columns';
import { entryKeys, isObject, valueAt } from './jsonPath';
import type { Json } from './operation';
import { rowOf } from './rows';

/** A list of entries that a record has, such as the versions of a savings target, as a table of its own. */
export interface EntryList {
	readonly kind: Kind;
	/** The id of the record. */
	readonly record: string;
	/** The field that holds the list: 'versions', 'rows', 'profile'. */
	readonly name: string;
	/** One field of an entry each; paths are within the entry. */
	readonly columns: readonly Column[];
	/** True where the file holds a map: an entry is then its `key` and its `value`. */
	readonly isMap: boolean;
	/** What an entry, or a value of a map, may be. */
	readonly entry: z.ZodType;
}

/** An entry of a list: the name by which it is found again, and its fields as the file holds them. */
export interface Entry {
	readonly key: string;
	readonly fields: Json;
}

/** The fields of a kind that are lists of entries, in any of its variants. */
export function listNamesOf(kind: Kind): readonly string[] {
	return shapesOf(RECORD_SCHEMAS[kind]).flatMap(([name, schema]) =>
		entrySchema(name, schema) === null ? [] : [name]
	);
}

/** The lists of a record, as the baseline or a change has it; none where there is no such record. */
export function listsOfRecord(
	council: Council,
	target: Target,
	kind: Kind,
	id: string
): readonly EntryList[] {
	const record = recordUnder(council, target, kind, id);
	if (!isObject(record)) return [];
	return listNamesOf(kind).flatMap((name): readonly EntryList[] => {
		// What tells the variants of a kind apart is text, decoded or not.
		const schema = fieldSchema(kind, record as unknown as AnyRecord, name);
		const entry = schema === null ? null : entrySchema(name, schema);
		if (schema === null || entry === null) return [];
		const isMap = unwrapped(schema).inner instanceof z.ZodRecord;
		const stored = entriesIn(isMap, valueAt(record, [name]).value);
		const fields = stored.map((own) => own.fields as object);
		const columns = isMap
			? mapColumns(council, entry)
			: shapesOf(entry).flatMap(([own, child]) =>
					own === 'id' ? [] : fieldColumns(council, fields, own, child)
				);
		return [{ kind, record: id, name, columns, isMap, entry }];
	});
}

/** What the entries of a list or of a map with names of one's own may be; null for any other field. */
function entrySchema(name: string, schema: z.ZodType): z.ZodType | null {
	const { inner } = unwrapped(schema);
	if (inner instanceof z.ZodArray)
		return inner.element instanceof z.ZodObject ? inner.element : null;
	if (!(inner instanceof z.ZodRecord) || isKeyed(name) || name === 'evidence') return null;
	return (inner.keyType as z.ZodType) === financialYear ? null : (inner.valueType as z.ZodType);
}

function mapColumns(council: Council, value: z.ZodType): readonly Column[] {
	return [
		...fieldColumns(council, [], 'key', z.string().min(1).max(40)),
		...fieldColumns(council, [], 'value', value)
	];
}

function recordUnder(council: Council, target: Target, kind: Kind, id: string): Json | null {
	const record = rowOf(council, `records/${kind}/${id}`);
	if (record !== null || target.into === 'baseline') return record;
	const change = rowOf(council, `changes/${target.scenario}/${target.change}`);
	return valueAt(change, ['edits', `add ${kind}/${id}`, 'record']).value ?? null;
}

/** A list as the file holds it: of the baseline, and what a change sets it to where it does. */
export function storedUnder(
	council: Council,
	target: Target,
	{ kind, record, name }: EntryList
): { readonly now: Json | undefined; readonly was: Json | undefined } {
	const was = valueAt(recordUnder(council, target, kind, record), [name]).value;
	if (target.into === 'baseline') return { now: was, was };
	const change = rowOf(council, `changes/${target.scenario}/${target.change}`);
	const set = valueAt(change, ['edits', `set ${kind}/${record}.${name}`, 'value']).value;
	return { now: set ?? was, was };
}

/** True where the baseline or the change may say other entries: what the evidence of an intervention says does not change in time. */
export function isListEditable(
	council: Council,
	target: Target,
	{ kind, record, name }: EntryList
): boolean {
	const isAdded = rowOf(council, `records/${kind}/${record}`) === null;
	return target.into === 'baseline' || isAdded || kind !== 'interventions' || !isOfEvidence(name);
}

/** The entries of a stored list or map, in its order. */
export function entriesIn(isMap: boolean, stored: Json | undefined): readonly Entry[] {
	if (isMap)
		return isObject(stored)
			? Object.entries(stored).map(([key, value]) => ({ key, fields: { key, value } }))
			: [];
	if (!Array.isArray(stored)) return [];
	const keys = entryKeys(stored);
	return stored.map((fields, position) => ({ key: keys[position]!, fields }));
}

/** Entries as the file holds them. */
export function storedOf(isMap: boolean, entries: readonly Entry[]): Json {
	if (!isMap) return entries.map(({ fields }) => fields);
	return Object.fromEntries(
		entries.map(({ fields }) => [
			textOf(valueAt(fields, ['key']).value) ?? '',
			valueAt(fields, ['value']).value ?? null
		])
	);
}

/** What a cell of an entry holds as text of a file: null is blank, undefined does not apply to the entry. */
export function entryCell(entry: Entry, column: Column): CellValue {
	return textOf(valueAt(entry.fields, column.path).value);
}

/** Why a field of an entry cannot hold a value, in one sentence; null where it can. */
export function entryAccepts(list: EntryList, column: Column, text: string | null): string | null {
	const schema = list.isMap ? (column.name === 'key' ? null : list.entry) : leafOf(list, column);
	if (schema === null) return null;
	const read = schema.safeParse(entryJson(column, text), { error: plainWords });
	return read.success ? null : (read.error.issues[0]?.message ?? '');
}

function leafOf({ entry }: EntryList, { path }: Column): z.ZodType | null {
	const [name = ''] = path;
	const schema = shapesOf(entry).find(([own]) => own === name)?.[1] ?? null;
	if (schema === null || path.length === 1) return schema;
	const { inner } = unwrapped(schema);
	return inner instanceof z.ZodRecord ? (inner.valueType as z.ZodType) : null;
}

/** The stored value of an entry's cell; words that cannot be blank are empty. */
export function entryJson(column: Column, text: string | null): Json {
	return text === null && column.type === 'text' && !column.mayBeBlank ? '' : jsonOf(column, text);
}
