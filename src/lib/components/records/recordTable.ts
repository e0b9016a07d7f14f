import type { CellEdit, GridCell, GridColumn, GridRow } from '$lib/input/table';
import {
	cellUnder,
	columnsOf,
	fieldAccepts,
	listNamesOf,
	rowOf,
	textOf,
	valueAt,
	type AnyRecord,
	type Column,
	type Council,
	type Kind,
	type Operation,
	type Outcome,
	type Target
} from '$lib/model';
import { gridColumn, recordCell } from './recordCells';
import { isTakenOut, stepsOfEdits } from './recordEdits';
import { SOURCE_COLUMNS, sourceCell } from './sourceColumns';

/** The records of one kind as a table that people edit, under the baseline or one change of a scenario. */
export interface RecordTable {
	readonly columns: readonly GridColumn[];
	/** Those of a row's form: also the services and areas that no record names yet. */
	readonly formColumns: readonly GridColumn[];
	readonly rows: readonly GridRow[];
	/** What is wrong with a value for a cell, in one sentence; null where it may stand there. */
	readonly check: (row: string | null, column: string, value: string | null) => string | null;
	/** The steps that carry out cells' edits; or what stands against them. */
	readonly stepsOf: (edits: readonly CellEdit[]) => readonly Operation[] | Outcome;
}

/** How a kind's table is wanted. */
export interface TableRequest {
	readonly council: Council;
	readonly target: Target;
	readonly kind: Kind;
	/** Whether assumption packs fill blanks. */
	readonly packs: boolean;
	/** Where the evidence of a fact stands; without it rows do not say what they rest on. */
	readonly evidenceOf?: ((fact: string) => string) | undefined;
	/** True where nothing may be edited, for nobody has said yet what the edit is for. */
	readonly isReadOnly: boolean;
}

/** The table of a kind's records. */
export function recordTable(request: TableRequest): RecordTable {
	const { council, target, kind, isReadOnly } = request;
	// What stands in a table of its own below is no column here.
	const apart = listNamesOf(kind);
	const fields = new Map(
		columnsOf(council, kind)
			.filter(({ path }) => !apart.includes(path[0] ?? ''))
			.map((column) => [column.field, column])
	);
	const ids = idsUnder(council, target, kind);
	const all = [...fields.values()].toSorted(
		(a, b) => Number(LAST.has(a.name)) - Number(LAST.has(b.name))
	);
	const takesRange = target.into === 'baseline';
	const formColumns = all.map((column) => gridColumn(council, column, { isReadOnly, takesRange }));
	const columns = formColumns.filter((_, at) => isShown(request, ids, all[at]));
	const shownAs = new Map(formColumns.map((column) => [column.id, column]));
	const sources = request.evidenceOf === undefined ? [] : SOURCE_COLUMNS;
	const fills = fillsOf(request);
	const records = new Map<string, AnyRecord>(council.baseline[kind].map((own) => [own.id, own]));
	return {
		columns: [...columns, ...sources],
		formColumns: [...formColumns, ...sources],
		rows: ids.map((id) => gridRow({ request, records, fields, shownAs, fills }, id)),
		check: (row, column, value) => {
			const field = fields.get(column);
			if (value === null && field !== undefined && isTakenOut(field)) return null;
			return field === undefined || row === null
				? null
				: (fieldAccepts(council, kind, row, field, value) ?? null);
		},
		stepsOf: (edits) => stepsOfEdits(request, fields, edits)
	};
}

// What places a record in the accounts and the prices comes after what the record is about.
const LAST: ReadonlySet<string> = new Set([
	'heading',
	'headingScope',
	'index',
	'priceYear',
	'note'
]);

/** A map's column is shown where some record uses it; the others are set in the form of their row. */
function isShown(
	{ council, target, kind }: TableRequest,
	ids: readonly string[],
	column: Column | undefined
): boolean {
	if (column === undefined) return false;
	if (column.key === null || column.key.kind === null) return true;
	return ids.some((id) => cellUnder(council, target, kind, id, column).value !== undefined);
}

/** The ids of a kind's records, and of those that the change adds. */
export function idsUnder(council: Council, target: Target, kind: Kind): readonly string[] {
	const ids = council.baseline[kind].map(({ id }) => id);
	if (target.into === 'baseline') return ids;
	const change = council.scenarios
		.find(({ id }) => id === target.scenario)
		?.changes.find(({ id }) => id === target.change);
	const added = (change?.edits ?? []).flatMap((edit) =>
		edit.edit === 'add' && edit.kind === kind ? [textOf(edit.record.id) ?? ''] : []
	);
	return [...ids, ...added];
}

type Fills = ReadonlyMap<string, string>;

/** What assumption packs that are on fill blank fields with, by field: 'posts/outreach.salary'. */
export function fillsOf({ council, packs }: Pick<TableRequest, 'council' | 'packs'>): Fills {
	const fills = new Map<string, string>();
	if (packs)
		for (const pack of council.packs)
			if (pack.on) for (const { field, value } of pack.values) fills.set(field, value.toFixed());
	return fills;
}

const SOURCES: ReadonlySet<string> = new Set(SOURCE_COLUMNS.map(({ id }) => id));

interface Shared {
	readonly request: TableRequest;
	/** The baseline's records of the kind, by id. */
	readonly records: ReadonlyMap<string, AnyRecord>;
	readonly fields: ReadonlyMap<string, Column>;
	readonly shownAs: ReadonlyMap<string, GridColumn>;
	readonly fills: Fills;
}

function gridRow({ request, records, fields, shownAs, fills }: Shared, id: string): GridRow {
	const { council, kind, target, evidenceOf } = request;
	const record = records.get(id);
	const cells = new Map<string, GridCell>();
	const isRemoved = isTakenAway(council, target, kind, id);
	return {
		id,
		label: titleUnder(council, target, kind, id),
		...hintOf(request, id, fields),
		...(isRemoved ? { isRemoved } : {}),
		cell: (name) => {
			let cell = cells.get(name);
			if (cell === undefined) {
				if (record !== undefined && evidenceOf !== undefined && SOURCES.has(name))
					return sourceCell(council, record, name, evidenceOf);
				const column = fields.get(name);
				const shown = shownAs.get(name);
				if (column === undefined || shown === undefined)
					throw new Error(`There is no column '${name}' of ${kind}.`);
				const fill = fills.get(`${kind}/${id}.${name}`);
				cell = recordCell({ council, target, kind, id, column, shownAs: shown, fill, isRemoved });
				cells.set(name, cell);
			}
			return cell;
		}
	};
}

/** True where the change takes the record away. */
function isTakenAway(council: Council, target: Target, kind: Kind, id: string): boolean {
	if (target.into === 'baseline') return false;
	const change = rowOf(council, `changes/${target.scenario}/${target.change}`);
	return valueAt(change, ['edits', `remove ${kind}/${id}`]).value !== undefined;
}

/** What a record is called, as the baseline or the change that adds it has it. */
export function titleUnder(council: Council, target: Target, kind: Kind, id: string): string {
	const record = rowOf(council, `records/${kind}/${id}`);
	if (record !== null) return textOf(valueAt(record, ['title']).value) ?? id;
	if (target.into === 'baseline') return id;
	const change = rowOf(council, `changes/${target.scenario}/${target.change}`);
	return textOf(valueAt(change, ['edits', `add ${kind}/${id}`, 'record', 'title']).value) ?? id;
}

/** What tells records of one name apart: the team of a post, the area of a building. */
function hintOf(
	{ council, target, kind }: TableRequest,
	id: string,
	fields: ReadonlyMap<string, Column>
): { readonly hint?: string } {
	const [name = '', list] = HINTS[kind] ?? [];
	const column = fields.get(name);
	if (column === undefined || list === undefined) return {};
	const { value } = cellUnder(council, target, kind, id, column);
	const record = council.baseline[list].find((own) => own.id === value);
	return record === undefined ? {} : { hint: record.title };
}

const HINTS: Readonly<Partial<Record<Kind, readonly [string, Kind]>>> = {
	posts: ['team', 'teams'],
	buildings: ['area', 'areas'],
	contracts: ['provider', 'providers'],
	teams: ['area', 'areas']
};
