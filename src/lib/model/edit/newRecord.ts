import type { z } from 'zod';
import { RECORD_SCHEMAS, TABLE_KINDS, type AnyRecord, type Kind } from '../records/kinds';
import type { Council } from '../scenario/file';
import { columnsOf, type Column } from './columns';
import { jsonOf, textOf } from './cells';
import { withValueAt } from './jsonPath';
import type { Json } from './operation';

const LONGEST_ID = 48;

/** Words that addresses have where an id may stand: what had one as its id could not be reached at its own address. */
export const RESERVED_IDS: ReadonlySet<string> = new Set(['new']);

/** What a field of a new record is filled with: the text of its value, and the range where one was typed. */
export interface FilledField {
	readonly value: string | null;
	readonly range?: { readonly low: string; readonly high: string };
}

/** An id made from a title that none of the others has: 'Outreach workers' as 'outreach-workers', then 'outreach-workers-2'. */
export function freshId(title: string, taken: ReadonlySet<string>): string {
	const plain = title
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, LONGEST_ID)
		.replace(/^-+|-+$/g, '');
	const stem = plain === '' ? 'row' : plain;
	let id = stem;
	for (let number = 2; taken.has(id) || RESERVED_IDS.has(id); number++)
		id = `${stem}-${String(number)}`;
	return id;
}

/** Every id that a kind's records have, in the baseline or added by a change of any scenario. */
export function idsOf(council: Council, kind: Kind): ReadonlySet<string> {
	const ids = new Set<string>(council.baseline[kind].map(({ id }) => id));
	for (const { changes } of council.scenarios)
		for (const { edits } of changes)
			for (const edit of edits)
				if (edit.edit === 'add' && edit.kind === kind) ids.add(textOf(edit.record.id) ?? '');
	return ids;
}

/**
 * A new record as its file would hold it, from the fields that are filled in: what it must have and nobody has said is
 * blank, and a choice or a name that cannot be blank is the first there is. Null where it names a kind that has no record.
 */
export function newRecord(
	council: Council,
	kind: Kind,
	id: string,
	filled: ReadonlyMap<string, FilledField>
): Json | null {
	const columns = columnsOf(council, kind);
	let record: Json = { id, ...starting(council, kind), ...rangesOf(filled) };
	for (const column of columns) {
		const text = filled.get(column.field)?.value;
		if (text === undefined || text === null) continue;
		record = withColumn(record, column, jsonOf(column, text));
	}
	return completed(council, kind, record, columns);
}

/** The ranges that were typed, as the evidence of their fields. */
function rangesOf(filled: ReadonlyMap<string, FilledField>): { readonly evidence?: Json } {
	const ranges = [...filled].flatMap(([field, { range }]) =>
		range === undefined ? [] : [[field, { low: range.low, high: range.high }] as const]
	);
	return ranges.length === 0 ? {} : { evidence: Object.fromEntries(ranges) };
}

function withColumn(record: Json, column: Column, value: Json): Json {
	const { within } = column;
	const entered =
		within === null
			? record
			: withValueAt(
					record,
					within.path,
					Object.fromEntries(within.names.map((name) => [name, null]))
				);
	return withValueAt(entered ?? record, column.path, value) ?? record;
}

/** The maps and lists that every record of a kind has, empty, and the prices of the first year. */
function starting(council: Council, kind: Kind): Readonly<Record<string, Json>> {
	const fields: Record<string, Json> = {};
	const shape = shapeOf(kind);
	for (const [name, empty] of EMPTY) if (Object.hasOwn(shape, name)) fields[name] = empty;
	for (const name of ['priceYear', 'baseYear'])
		if (Object.hasOwn(shape, name)) fields[name] = council.council.firstYear;
	return fields;
}

const EMPTY: readonly (readonly [string, Json])[] = [
	['activities', {}],
	['services', {}],
	['demand', {}],
	['amounts', {}],
	['rates', {}],
	['codes', []],
	['headings', []],
	['headingScope', 'excluded']
];

function shapeOf(kind: Kind): Readonly<Record<string, unknown>> {
	const schema = RECORD_SCHEMAS[kind] as z.ZodType & { readonly shape?: Record<string, unknown> };
	return schema.shape ?? {};
}

/** Fills in what the schema still misses, one round after another, for one choice may ask for further fields. */
function completed(
	council: Council,
	kind: Kind,
	start: Json,
	columns: readonly Column[]
): Json | null {
	let record = start;
	for (let round = 0; round < 4; round++) {
		const read = RECORD_SCHEMAS[kind].safeParse(record);
		if (read.success) return record;
		let isMended = false;
		for (const { path } of read.error.issues) {
			const column = columns.find(({ field }) => field === path.join('.'));
			const value = column === undefined ? undefined : defaultOf(council, column);
			if (column === undefined || value === undefined || hasValue(record, column)) continue;
			record = withValueAt(record, column.path, value) ?? record;
			isMended = true;
		}
		if (!isMended) return record;
	}
	return record;
}

function hasValue(record: Json, column: Column): boolean {
	const [name = ''] = column.path;
	return (
		Object.hasOwn(record as object, name) && (record as Record<string, unknown>)[name] !== null
	);
}

function defaultOf(council: Council, column: Column): Json | undefined {
	if (column.mayBeBlank || column.type === 'number') return null;
	if (column.type === 'reference')
		return column.refers === null ? undefined : council.baseline[column.refers][0]?.id;
	if (column.type === 'text') return '–';
	if (column.type === 'year') return council.council.firstYear;
	return column.options[0];
}

/** The kinds in the order of their pages, each with how many of its fields are filled: blank is not zero, it is not known. */
export function completenessOf(council: Council): readonly {
	readonly kind: Kind;
	readonly records: number;
	readonly known: number;
	readonly asked: number;
}[] {
	return TABLE_KINDS.map((kind) => {
		let known = 0;
		let asked = 0;
		for (const record of council.baseline[kind]) {
			const own = numbersKnown(record);
			asked += own.asked;
			known += own.known;
		}
		return { kind, records: council.baseline[kind].length, known, asked };
	});
}

/** How many numbers of a record are known, of those that it asks for: blank is not zero, it is not known. */
export function numbersKnown(record: AnyRecord): {
	readonly known: number;
	readonly asked: number;
} {
	const [blank, asked] = numbersIn(record);
	return { known: asked - blank, asked };
}

/** How many numbers of a record are blank, and how many it has. */
function numbersIn(value: unknown): readonly [number, number] {
	if (value === null) return [1, 1];
	if (typeof value !== 'object') return [0, 0];
	if ('toFixed' in value) return [0, 1];
	let [blank, all] = [0, 0];
	for (const [name, child] of Object.entries(value)) {
		// A link that may be empty is no gap, and evidence is not a field.
		if (name === 'evidence' || (child === null && LINKS.has(name))) continue;
		const [ofBlank, ofAll] = numbersIn(child);
		blank += ofBlank;
		all += ofAll;
	}
	return [blank, all];
}

const LINKS: ReadonlySet<string> = new Set(['area', 'heading', 'index', 'service']);
