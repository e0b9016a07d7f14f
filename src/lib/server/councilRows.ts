import { asc, eq } from 'drizzle-orm';
import { KINDS } from '../model/records/kinds';
import { SCHEMA_VERSION } from '../model/scenario/file';
import type { Store } from './db/open';
import {
	agreedTable,
	changeTable,
	councilTable,
	factTable,
	packTable,
	recordTable,
	scenarioTable
} from './db/schema';

/** The database inside a transaction. */
export type Transaction = Parameters<Parameters<Store['transaction']>[0]>[0];

/** The revision of a council, which every write to it raises; null where there is no such council. */
export function revisionOf(tx: Transaction, council: string): number | null {
	const row = tx
		.select({ revision: councilTable.revision })
		.from(councilTable)
		.where(eq(councilTable.id, council))
		.get();
	return row?.revision ?? null;
}

/** A council's rows put together as its file, still to be checked by the file's schema. */
export function readRows(tx: Transaction, council: string): unknown {
	const details = tx.select().from(councilTable).where(eq(councilTable.id, council)).get()?.details;
	const [changes, scenarios, agreed, packs, facts, records] = [
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
			.from(agreedTable)
			.where(eq(agreedTable.council, council))
			.orderBy(asc(agreedTable.position))
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
		agreed: agreed.map((row) => row.data),
		scenarios: scenarios.map(({ id, title, description, baseline, archived }) => ({
			id,
			title,
			description,
			baseline,
			archived,
			changes: changes.filter((row) => row.scenario === id).map((row) => row.data)
		}))
	};
}

const NOT_OF_THE_FACT = ['council', 'position', 'revision'];

/** A fact as a file holds it: a field that the file leaves out is NULL in its column. */
function factOf(row: typeof factTable.$inferSelect): object {
	return Object.fromEntries(
		Object.entries(row).filter(
			([column, value]) => value !== null && !NOT_OF_THE_FACT.includes(column)
		)
	);
}
