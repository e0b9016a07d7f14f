import { z } from 'zod';
import { yearLabels } from '../calendar/calendar';
import { date, financialYear, id, month, type FieldAbout } from '../records/field';
import { RECORD_SCHEMAS, type Kind } from '../records/kinds';
import type { Council } from '../scenario/file';
import { parseYear } from '../calendar/calendar';

/** What the cells of a column hold. */
export type ColumnType =
	'number' | 'text' | 'list' | 'choice' | 'reference' | 'month' | 'date' | 'year' | 'yesNo';

/** One field of a kind of records as a column of a table. */
export interface Column {
	/** The field's path in the record: 'fte', 'activities.contact'. */
	readonly field: string;
	readonly path: readonly string[];
	/** The field's own name: 'fte', 'activities', 'casesPerMonth'. */
	readonly name: string;
	readonly type: ColumnType;
	/** Name, unit and meaning of a number; null for the other types, whose names are words on screen. */
	readonly about: FieldAbout | null;
	/** The kind that a reference names. */
	readonly refers: Kind | null;
	/** What a choice may be. */
	readonly options: readonly string[];
	/** The key of the map that the column stands for, and the kind that it names; null where it is a financial year. */
	readonly key: { readonly id: string; readonly kind: Kind | null } | null;
	/** True where a record may be without the field, because it does not apply to it. */
	readonly mayBeAbsent: boolean;
	/** True where the field may be blank: it applies, and nobody knows it yet. */
	readonly mayBeBlank: boolean;
	/** A map's entry has further fields, which are blank at first when this one is set: 'services.contact'. */
	readonly within: {
		readonly field: string;
		readonly path: readonly string[];
		readonly names: readonly string[];
	} | null;
}

/** Fields that name a record of another kind, wherever they stand. */
const REFERS: Readonly<Record<string, Kind>> = {
	team: 'teams',
	area: 'areas',
	heading: 'headings',
	headings: 'headings',
	index: 'indices',
	niRule: 'rules',
	provider: 'providers',
	service: 'services',
	type: 'placementTypes',
	from: 'placementTypes',
	to: 'placementTypes',
	correctionTable: 'assumptions',
	costCorrection: 'assumptions',
	schedule: 'rules'
};

/** Fields that map ids of records of a kind to what holds for them. */
const KEYED_BY: Readonly<Record<string, Kind>> = {
	activities: 'services',
	services: 'services',
	demand: 'areas'
};

/** The kind that a field names by its value or by the keys of its map; null where it names none. */
export function kindNamedBy(field: string): Kind | null {
	if (Object.hasOwn(REFERS, field)) return REFERS[field] ?? null;
	return Object.hasOwn(KEYED_BY, field) ? (KEYED_BY[field] ?? null) : null;
}

// Not cells: what a row is, and what is said of its fields beside them.
const APART = ['id', 'evidence'];

/** The columns of a kind's table: its own fields, and one for each service, area or year that a map goes by. */
export function columnsOf(council: Council, kind: Kind): readonly Column[] {
	return shapesOf(RECORD_SCHEMAS[kind]).flatMap(([name, schema]) =>
		APART.includes(name) || entriesIn(schema) !== null
			? []
			: fieldColumns(council, council.baseline[kind], name, schema)
	);
}

/** A field of a kind's records in a flat reading of them: its name, and whether it holds one number. */
export interface FlatField {
	readonly name: string;
	readonly isNumber: boolean;
}

/** The fields of a kind's records, the id first; lists and maps are one field each, and their evidence is none. */
export function flatFieldsOf(kind: Kind): readonly FlatField[] {
	return shapesOf(RECORD_SCHEMAS[kind])
		.filter(([name]) => name !== 'evidence')
		.map(([name, schema]) => ({
			name,
			isNumber: typeOf(unwrapped(schema).inner, name) === 'number'
		}));
}

type Fields = Readonly<Record<string, unknown>>;
type Named = readonly (readonly [string, z.ZodType])[];

/** True for a field that maps ids of a kind's records to what holds for them. */
export function isKeyed(field: string): boolean {
	return Object.hasOwn(KEYED_BY, field);
}

/** Every field that records of a schema may have; variants of a kind share a column where they share a field. */
export function shapesOf(schema: z.ZodType): Named {
	const variants = (
		schema instanceof z.ZodDiscriminatedUnion ? schema.options : [schema]
	) as readonly z.ZodObject[];
	const fields = new Map<string, z.ZodType>();
	for (const variant of variants)
		for (const [name, own] of Object.entries(variant.shape) as [string, z.ZodType][]) {
			const before = fields.get(name);
			fields.set(name, before instanceof z.ZodLiteral ? bothOf(before, own) : (before ?? own));
		}
	return [...fields].map(([name, own]) =>
		variants.every((variant) => Object.hasOwn(variant.shape, name))
			? [name, own]
			: [name, own.optional()]
	);
}

/** The variants' own names ('stock', 'entries') as the options of one field. */
function bothOf(before: z.ZodType, own: z.ZodType): z.ZodType {
	const values = [before, own].flatMap((schema) =>
		schema instanceof z.ZodLiteral ? [...schema.values] : []
	);
	return z.literal(values);
}

function entriesIn(schema: z.ZodType): z.ZodObject | null {
	const { inner } = unwrapped(schema);
	return inner instanceof z.ZodArray && inner.element instanceof z.ZodObject ? inner.element : null;
}

/** A field of records as one column, or as one for each key of its map. */
export function fieldColumns(
	council: Council,
	records: readonly object[],
	name: string,
	schema: z.ZodType
): readonly Column[] {
	const { inner } = unwrapped(schema);
	if (!(inner instanceof z.ZodRecord)) return [columnOf([name], schema)];
	const kind = KEYED_BY[name] ?? null;
	const value = inner.valueType as z.ZodType;
	return keysOf(council, records, name, inner).flatMap((key) => {
		const path = [name, key];
		const inMap = { key: { id: key, kind }, mayBeAbsent: true };
		if (!(value instanceof z.ZodObject)) return [{ ...columnOf(path, value), name, ...inMap }];
		const names = Object.keys(value.shape);
		return shapesOf(value).map(([own, schemaOfOwn]) => ({
			...columnOf([...path, own], schemaOfOwn),
			...inMap,
			within: { field: path.join('.'), path, names }
		}));
	});
}

/** What a map may go by: every record of its kind, every year of the projection, and what is there already. */
function keysOf(
	council: Council,
	records: readonly object[],
	name: string,
	map: z.ZodRecord
): readonly string[] {
	const kind = KEYED_BY[name];
	const used = records.flatMap((record) => Object.keys((record as Fields)[name] ?? {}));
	if (kind !== undefined)
		return [...new Set([...council.baseline[kind].map((record) => record.id), ...used])];
	if (map.keyType !== financialYear) return [...new Set(used)];
	const { firstYear, horizonYears } = council.council;
	return [...new Set([...yearLabels(parseYear(firstYear) ?? 0, horizonYears), ...used])].sort();
}

function columnOf(path: readonly string[], schema: z.ZodType): Column {
	const name = path.at(-1) ?? '';
	const { inner, about, isOptional, isNullable } = unwrapped(schema);
	return {
		field: path.join('.'),
		path,
		name,
		type: typeOf(inner, name),
		about,
		refers: inner === id || inner instanceof z.ZodArray ? (REFERS[name] ?? null) : null,
		options:
			inner instanceof z.ZodEnum
				? inner.options.map(String)
				: inner instanceof z.ZodLiteral
					? [...inner.values].map(String)
					: [],
		key: null,
		mayBeAbsent: isOptional,
		mayBeBlank: isNullable,
		within: null
	};
}

function typeOf(inner: z.ZodType, name: string): ColumnType {
	if (inner instanceof z.ZodCodec || inner instanceof z.ZodNumber) return 'number';
	if (inner instanceof z.ZodEnum || inner instanceof z.ZodLiteral) return 'choice';
	if (inner instanceof z.ZodBoolean) return 'yesNo';
	if (inner instanceof z.ZodArray) return 'list';
	if (inner === month) return 'month';
	if (inner === date) return 'date';
	if (inner === financialYear) return 'year';
	return inner === id && Object.hasOwn(REFERS, name) ? 'reference' : 'text';
}

/** A schema without what makes it optional or blankable, and what it said of itself. */
interface Unwrapped {
	readonly inner: z.ZodType;
	readonly about: FieldAbout | null;
	readonly isOptional: boolean;
	readonly isNullable: boolean;
}

/** What a field's schema is at its heart. */
export function unwrapped(schema: z.ZodType): Unwrapped {
	let inner = schema;
	let [isOptional, isNullable] = [false, false];
	let about: FieldAbout | null = null;
	for (;;) {
		const meta = inner.meta();
		if (about === null && meta !== undefined && 'unit' in meta)
			about = meta as unknown as FieldAbout;
		if (inner instanceof z.ZodOptional) isOptional = true;
		else if (inner instanceof z.ZodNullable) isNullable = true;
		else return { inner, about, isOptional, isNullable };
		inner = inner.unwrap() as z.ZodType;
	}
}
