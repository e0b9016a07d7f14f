import { and, eq, getTableColumns, inArray, max, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { encodeRow, entriesOf, listOf, listsOf, rowOf, type Applied, type Json } from '../model';
import type { Council } from '../model/scenario/file';
import type { Transaction } from './councilRows';
import {
	agreedTable,
	changeTable,
	councilTable,
	factTable,
	packTable,
	recordTable,
	scenarioTable
} from './db/schema';

type ListTable =
	| typeof agreedTable
	| typeof changeTable
	| typeof factTable
	| typeof packTable
	| typeof recordTable
	| typeof scenarioTable;

/** Where the rows of a list are kept: the table, and what its columns say of every row of this list. */
interface Shelf {
	readonly table: ListTable;
	readonly own: Readonly<Record<string, string>>;
}

interface Placed {
	readonly id: string;
	readonly position: number;
	readonly data: Json;
}

// SQLite takes 32,766 values in a statement; a fact has 15.
const ROWS_A_STATEMENT = 1000;

/** Writes every row of a council that is not there yet; it comes last in the list of councils. */
export function insertCouncil(tx: Transaction, council: Council, revision: number): void {
	const { id } = council.council;
	const last = tx
		.select({ position: max(councilTable.position) })
		.from(councilTable)
		.get();
	tx.insert(councilTable)
		.values({
			id,
			position: (last?.position ?? -1) + 1,
			revision,
			details: rowOf(council, 'council')
		})
		.run();
	for (const list of listsOf(council)) {
		const entries = entriesOf(council, list) ?? [];
		const rows = entries.map((entry, position) => ({
			id: entry.id,
			position,
			data: encodeRow(list, entry)
		}));
		put(tx, shelfOf(id, list), rows, revision);
	}
}

/** Writes the rows that an edit touched and no others, and the places in the lists whose order is another. */
export function writeApplied(
	tx: Transaction,
	id: string,
	revision: number,
	{ council, rows, lists }: Applied
): void {
	const details = rows.get('council');
	tx.update(councilTable)
		.set(details === undefined ? { revision } : { revision, details })
		.where(eq(councilTable.id, id))
		.run();
	const byList = new Map<string, [string, Json | null][]>();
	for (const [row, data] of rows) {
		const { list, id: own } = listOf(row);
		if (row === 'council') continue;
		byList.set(list, [...(byList.get(list) ?? []), [own, data]]);
	}
	// A scenario comes before its changes and goes after them, so that no row points nowhere on the way.
	const ordered = [...byList].sort(([a], [b]) => rankOf(a) - rankOf(b));
	for (const [list, own] of ordered.toReversed()) {
		const gone = own.flatMap(([name, data]) => (data === null ? [name] : []));
		takeOut(tx, shelfOf(id, list), gone);
	}
	for (const [list, own] of ordered) {
		const places = placesIn(council, list);
		const there = own.flatMap(([name, data]) =>
			data === null ? [] : [{ id: name, position: places.get(name) ?? 0, data }]
		);
		put(tx, shelfOf(id, list), there, revision);
	}
	for (const list of lists) renumber(tx, shelfOf(id, list), placesIn(council, list));
}

function rankOf(list: string): number {
	return list.startsWith('changes/') ? 1 : 0;
}

function placesIn(council: Council, list: string): ReadonlyMap<string, number> {
	return new Map(entriesOf(council, list)?.map(({ id }, position) => [id, position]));
}

function shelfOf(council: string, list: string): Shelf {
	const [head, name = ''] = list.split('/');
	switch (head) {
		case 'facts':
			return { table: factTable, own: { council } };
		case 'packs':
			return { table: packTable, own: { council } };
		case 'agreed':
			return { table: agreedTable, own: { council } };
		case 'scenarios':
			return { table: scenarioTable, own: { council } };
		case 'changes':
			return { table: changeTable, own: { council, scenario: name } };
		case 'records':
			return { table: recordTable, own: { council, kind: name } };
		default:
			throw new Error(`There is no table for the list '${list}'.`);
	}
}

/** The condition that a row belongs to a list. */
function inList({ table, own }: Shelf): SQL | undefined {
	const columns = getTableColumns(table as typeof recordTable);
	return and(
		...Object.entries(own).map(([name, value]) => eq(columns[name as keyof typeof columns], value))
	);
}

function put(tx: Transaction, shelf: Shelf, rows: readonly Placed[], revision: number): void {
	const { table, own } = shelf;
	const key = [...Object.keys(own), 'id'];
	const columns = Object.entries<SQLiteColumn>(getTableColumns(table));
	const set = Object.fromEntries(
		columns
			.filter(([name]) => !key.includes(name))
			.map(([name, column]) => [name, sql.raw(`excluded."${column.name}"`)])
	);
	const target = columns.filter(([name]) => key.includes(name)).map(([, column]) => column);
	for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
		const values = rows.slice(from, from + ROWS_A_STATEMENT).map(({ id, position, data }) => ({
			...cellsOf(table, data),
			...own,
			id,
			position,
			revision
		}));
		tx.insert(table)
			.values(values as never)
			.onConflictDoUpdate({ target, set })
			.run();
	}
}

/** What the columns of a row hold beside its key, place and revision. */
function cellsOf(table: ListTable, data: Json): object {
	if (table === factTable) return { rivals: null, weekday: null, note: null, ...(data as object) };
	return table === scenarioTable ? (data as object) : { data };
}

function takeOut(tx: Transaction, shelf: Shelf, ids: readonly string[]): void {
	for (let from = 0; from < ids.length; from += ROWS_A_STATEMENT)
		tx.delete(shelf.table)
			.where(and(inList(shelf), inArray(shelf.table.id, ids.slice(from, from + ROWS_A_STATEMENT))))
			.run();
}

function renumber(tx: Transaction, shelf: Shelf, places: ReadonlyMap<string, number>): void {
	const { table } = shelf;
	const kept = tx
		.select({ id: table.id, position: table.position })
		.from(table)
		.where(inList(shelf))
		.all();
	for (const { id, position } of kept) {
		const wanted = places.get(id);
		if (wanted === undefined || wanted === position) continue;
		tx.update(table)
			.set({ position: wanted })
			.where(and(inList(shelf), eq(table.id, id)))
			.run();
	}
}
