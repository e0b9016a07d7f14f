import { asc, eq, max } from 'drizzle-orm';
import type { SQLiteInsertValue, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { KINDS } from '../model/records/kinds';
import { SCHEMA_VERSION, type CouncilFile } from '../model/scenario/file';
import type { Store } from './db/open';
import {
	changeTable,
	councilTable,
	factTable,
	packTable,
	recordTable,
	scenarioTable
} from './db/schema';

/** The database inside a transaction. */
export type Transaction = Parameters<Parameters<Store['transaction']>[0]>[0];

// Parents after children, so that no row points nowhere on the way.
const CONTENTS = [changeTable, scenarioTable, packTable, factTable, recordTable];

// SQLite takes 32,766 values in a statement; a fact has 14.
const ROWS_A_STATEMENT = 1000;

/** The revision of a council, which every write to it raises; null where there is no such council. */
export function revisionOf(tx: Transaction, council: string): number | null {
	const row = tx
		.select({ revision: councilTable.revision })
		.from(councilTable)
		.where(eq(councilTable.id, council))
		.get();
	return row?.revision ?? null;
}

/** Writes a council's rows in place of those that it had; a new council comes last in the list. */
export function writeRows(tx: Transaction, file: CouncilFile): void {
	const council = file.council.id;
	const revision = revisionOf(tx, council);
	if (revision === null)
		tx.insert(councilTable)
			.values({ id: council, position: nextPosition(tx), revision: 1, details: file.council })
			.run();
	else
		tx.update(councilTable)
			.set({ revision: revision + 1, details: file.council })
			.where(eq(councilTable.id, council))
			.run();
	for (const table of CONTENTS) tx.delete(table).where(eq(table.council, council)).run();
	for (const kind of KINDS)
		insertAll(
			tx,
			recordTable,
			wholeRows(file.baseline[kind]).map((row) => ({ council, kind, ...row }))
		);
	insertAll(
		tx,
		factTable,
		file.facts.map((fact, position) => ({ ...fact, council, position }))
	);
	insertAll(
		tx,
		packTable,
		wholeRows(file.packs).map((row) => ({ council, ...row }))
	);
	insertAll(
		tx,
		scenarioTable,
		file.scenarios.map(({ id, title, description }, position) => ({
			council,
			id,
			position,
			title,
			description
		}))
	);
	for (const scenario of file.scenarios)
		insertAll(
			tx,
			changeTable,
			wholeRows(scenario.changes).map((row) => ({ council, scenario: scenario.id, ...row }))
		);
}

/** A council's rows put together as its file, still to be checked by the file's schema. */
export function readRows(tx: Transaction, council: string): unknown {
	const details = tx.select().from(councilTable).where(eq(councilTable.id, council)).get()?.details;
	const [changes, scenarios, packs, facts, records] = [
		tx
			.select()
			.from(changeTable)
			.where(eq(changeTable.council, council))
			.orderBy(asc(changeTable.position))
			.all(),
		tx
			.select()
			.from(scenarioTable)
			.where(eq(scenarioTable.council, council))
			.orderBy(asc(scenarioTable.position))
			.all(),
		tx
			.select()
			.from(packTable)
			.where(eq(packTable.council, council))
			.orderBy(asc(packTable.position))
			.all(),
		tx
			.select()
			.from(factTable)
			.where(eq(factTable.council, council))
			.orderBy(asc(factTable.position))
			.all(),
		tx
			.select()
			.from(recordTable)
			.where(eq(recordTable.council, council))
			.orderBy(asc(recordTable.position))
			.all()
	];
	return {
		schemaVersion: SCHEMA_VERSION,
		council: details,
		facts: facts.map(factOf),
		packs: packs.map((row) => row.data),
		baseline: Object.fromEntries(
			KINDS.map((kind) => [kind, records.filter((row) => row.kind === kind).map((row) => row.data)])
		),
		scenarios: scenarios.map(({ id, title, description }) => ({
			id,
			title,
			description,
			changes: changes.filter((row) => row.scenario === id).map((row) => row.data)
		}))
	};
}

function nextPosition(tx: Transaction): number {
	const last = tx
		.select({ position: max(councilTable.position) })
		.from(councilTable)
		.get();
	return (last?.position ?? -1) + 1;
}

function wholeRows(list: readonly { readonly id: string }[]) {
	return list.map((data, position) => ({ id: data.id, position, data }));
}

function insertAll<T extends SQLiteTable>(
	tx: Transaction,
	table: T,
	rows: readonly SQLiteInsertValue<T>[]
): void {
	for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT)
		tx.insert(table)
			.values(rows.slice(from, from + ROWS_A_STATEMENT))
			.run();
}

/** A fact as a file holds it: a field that the file leaves out is NULL in its column. */
function factOf(row: typeof factTable.$inferSelect): object {
	return Object.fromEntries(
		Object.entries(row).filter(
			([column, value]) => value !== null && column !== 'council' && column !== 'position'
		)
	);
}
