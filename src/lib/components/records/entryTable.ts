import type { CellEdit, GridCell, GridColumn, GridRow, NewRow } from '$lib/input/table';
import { lists } from '$lib/messages/lists';
import {
	entriesIn,
	entryAccepts,
	entryCell,
	entryRemoval,
	entrySteps,
	storedUnder,
	type Column,
	type Council,
	type Entry,
	type EntryList,
	type Operation,
	type Outcome,
	type Target
} from '$lib/model';
import { adjustsOf, gridColumn, shownText, valueCell } from './recordCells';
import { isTakenOut } from './recordEdits';
import { fillsOf } from './recordTable';

/** The entries of one list of a record as a table that people edit, under the baseline or one change. */
export interface EntryTable {
	readonly columns: readonly GridColumn[];
	readonly rows: readonly GridRow[];
	readonly check: (row: string | null, column: string, value: string | null) => string | null;
	/** The steps that carry out a change of the table; or what stands against them. */
	readonly stepsOf: (
		edits: readonly CellEdit[],
		newRows: readonly NewRow[]
	) => readonly Operation[] | Outcome;
	/** The steps that take an entry out; or what stands against them. */
	readonly removalOf: (row: string) => readonly Operation[] | Outcome;
}

/** How the table of a list is wanted. */
interface EntryRequest {
	readonly council: Council;
	readonly target: Target;
	readonly list: EntryList;
	readonly packs: boolean;
	readonly isReadOnly: boolean;
}

/** The table of a list's entries. */
export function entryTable(request: EntryRequest): EntryTable {
	const { council, target, list } = request;
	// The years of a map come behind what the entry says otherwise.
	const fields = list.columns.toSorted((a, b) => Number(a.key !== null) - Number(b.key !== null));
	const byField = new Map(fields.map((column) => [column.field, column]));
	const columns = fields.map((column) => shownColumn(request, column));
	const { now, was } = storedUnder(council, target, list);
	const before = new Map(entriesIn(list.isMap, was).map((entry) => [entry.key, entry]));
	const fills = fillsOf(request);
	const columnNamed = (name: string): Column => {
		const column = byField.get(name);
		if (column === undefined) throw new Error(`There is no column '${name}' of ${list.name}.`);
		return column;
	};
	return {
		columns,
		rows: entriesIn(list.isMap, now).map((entry, position) => {
			const place = `${list.kind}/${list.record}.${list.name}.${list.isMap ? entry.key : position}`;
			const base = target.into === 'baseline' ? entry : before.get(entry.key);
			return {
				id: entry.key,
				label: labelOfEntry(fields, columns, entry),
				...(base === undefined ? { hint: lists.added } : {}),
				cell: (name) => {
					const column = columnNamed(name);
					const shownAs = columns[fields.indexOf(column)];
					if (shownAs === undefined) throw new Error(`'${name}' is not shown.`);
					const own = list.isMap && name === 'value' ? place : `${place}.${name}`;
					return entryGridCell(shownAs, column, entry, base, fills.get(own));
				}
			};
		}),
		check: (_, name, value) => {
			const column = columnNamed(name);
			return value === null && isTakenOut(column) ? null : entryAccepts(list, column, value);
		},
		stepsOf: (edits, newRows) =>
			entrySteps(
				council,
				target,
				list,
				edits.map(({ row, column, value }) => ({
					entry: row,
					column: columnNamed(column),
					text: value
				})),
				newRows.map((row) => new Map(Object.entries(row)))
			),
		removalOf: (row) => entryRemoval(council, target, list, row)
	};
}

/** A list has no first choice or date to fall back on: what an entry must have has to be said. */
function shownColumn({ council, isReadOnly }: EntryRequest, column: Column): GridColumn {
	const mayBeEmpty = column.type === 'list' || (column.type === 'text' && column.name !== 'key');
	return {
		...gridColumn(council, column, { isReadOnly, takesRange: false }),
		canBeBlank: column.mayBeBlank || column.mayBeAbsent || mayBeEmpty
	};
}

/** What an entry is called: its date and status, its age band and placement type; else its first number, with its name. */
function labelOfEntry(
	fields: readonly Column[],
	columns: readonly GridColumn[],
	entry: Entry
): string {
	const shown = fields.flatMap((column, at) => {
		const shownAs = columns[at];
		return shownAs === undefined
			? []
			: [
					{
						column,
						name: shownAs.label,
						text: shownText(entryCell(entry, column) ?? null, shownAs)
					}
				];
	});
	const naming = shown.filter(
		({ column }) => column.key === null && NAMING.has(column.type) && !column.mayBeAbsent
	);
	const [first] = shown;
	return naming.length === 0 && first !== undefined
		? `${first.name} ${first.text}`
		: naming
				.slice(0, 2)
				.map(({ text }) => text)
				.join(', ');
}

const NAMING: ReadonlySet<string> = new Set(['date', 'year', 'choice', 'reference', 'text']);

function entryGridCell(
	shownAs: GridColumn,
	column: Column,
	entry: Entry,
	base: Entry | undefined,
	fill: string | undefined
): GridCell {
	const value = entryCell(entry, column);
	if (value === undefined) return { value: null, shown: '', state: 'plain' };
	const was = base === undefined ? value : entryCell(base, column);
	const own =
		was === value
			? valueCell(shownAs, value, { fill })
			: valueCell(shownAs, value, { was: was === undefined ? '' : shownText(was, shownAs) });
	// A list is kept as a whole, in a change too: what comes out of '× 0.9' is kept.
	const adjusts = adjustsOf(column, value, { fill, isKept: false });
	return adjusts === undefined ? own : { ...own, adjusts };
}
