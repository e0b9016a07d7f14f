import type { GridCell, GridColumn, GridRow } from '$lib/input/table';
import {
	cellUnder,
	columnsOf,
	fieldAccepts,
	listNamesOf,
	type AnyRecord,
	type Column,
	type Kind
} from '$lib/model';
import { gridColumn, recordCell } from './recordCells';
import { isTakenOut, stepsOfEdits } from './recordEdits';
import type { RecordTable, TableRequest } from './request';
import { isSameAround, keptRows, taken } from './reuse';
import { SOURCE_COLUMNS, sourceCell } from './sourceColumns';
import { idsUnder, isTakenAway, titleUnder, touchedBy } from './underTarget';

/**
 * The table of a kind's records. From the table as it was before an edit it takes over the rows and columns that the
 * edit leaves as they are, so that nothing of them is drawn again.
 */
export function recordTable(request: TableRequest, before: RecordTable | null = null): RecordTable {
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
	const records = new Map<string, AnyRecord>(council.baseline[kind].map((own) => [own.id, own]));
	const touched = touchedBy(council, target, kind);
	const columns = formColumns.filter((_, at) => isShown(request, records, touched, all[at]));
	const shownAs = new Map(formColumns.map((column) => [column.id, column]));
	const sources = request.evidenceOf === undefined ? [] : SOURCE_COLUMNS;
	const fills = fillsOf(request);
	const known = before !== null && isSameAround(before.request, request) ? before : null;
	const allColumns = taken(known?.formColumns, [...formColumns, ...sources]);
	const kept = known?.formColumns === allColumns ? keptRows(known, records, touched) : NO_ROWS;
	return {
		request,
		columns: taken(known?.columns, [...columns, ...sources]),
		formColumns: allColumns,
		rows: ids.map(
			(id) => kept.get(id) ?? gridRow({ request, records, fields, shownAs, fills }, id)
		),
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
	records: ReadonlyMap<string, AnyRecord>,
	touched: ReadonlySet<string>,
	column: Column | undefined
): boolean {
	if (column === undefined) return false;
	if (column.key === null || column.key.kind === null) return true;
	const isUsed = (record: AnyRecord): boolean =>
		column.path.reduce<unknown>(
			(value, name) =>
				typeof value === 'object' && value !== null && Object.hasOwn(value, name)
					? (value as Readonly<Record<string, unknown>>)[name]
					: undefined,
			record
		) !== undefined;
	return (
		[...records.values()].some(isUsed) ||
		[...touched].some((id) => cellUnder(council, target, kind, id, column).value !== undefined)
	);
}

const NO_ROWS: ReadonlyMap<string, GridRow> = new Map();

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
		label: record?.title ?? titleUnder(council, target, kind, id),
		// Asked for when the row is drawn: of a long table few ever are.
		get hint() {
			return hintOf(request, id, fields);
		},
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

/** What tells records of one name apart: the team of a post, the area of a building. */
function hintOf(
	{ council, target, kind }: TableRequest,
	id: string,
	fields: ReadonlyMap<string, Column>
): string | undefined {
	const [name = '', list] = HINTS[kind] ?? [];
	const column = fields.get(name);
	if (column === undefined || list === undefined) return undefined;
	const { value } = cellUnder(council, target, kind, id, column);
	return council.baseline[list].find((own) => own.id === value)?.title;
}

const HINTS: Readonly<Partial<Record<Kind, readonly [string, Kind]>>> = {
	posts: ['team', 'teams'],
	buildings: ['area', 'areas'],
	contracts: ['provider', 'providers'],
	teams: ['area', 'areas']
};
