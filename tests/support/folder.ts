import Database from 'better-sqlite3';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeStore, openStore } from '../../src/lib/server/db/open';
import { databaseIn } from '../../src/lib/server/db/places';

/** A data folder of its own with a database in it that holds councils of these ids. */
export function dataFolder(...ids: readonly string[]): string {
	const folder = mkdtempSync(join(tmpdir(), 'windscreen-data-'));
	closeStore(openStore(folder));
	for (const id of ids) addCouncil(folder, id);
	return folder;
}

/** Adds a council to the database in a data folder, over a connection of its own. */
export function addCouncil(folder: string, id: string): void {
	const database = new Database(databaseIn(folder));
	database
		.prepare(
			`INSERT INTO council (id, position, revision, details) VALUES (?, 0, 1, json_object('id', ?, 'name', ?))`
		)
		.run(id, id, 'A council. '.repeat(200));
	database.close();
}

/** The ids of the councils in the database in a data folder, opened as the server opens it. */
export function councilsIn(folder: string): readonly string[] {
	const store = openStore(folder);
	try {
		return store.$client.prepare('SELECT id FROM council ORDER BY id').pluck().all() as string[];
	} finally {
		closeStore(store);
	}
}
