import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { PlainError } from '../plainError';
import { makeFile, makeFolder } from './folder';
import { refuseForeign, refuseNewer } from './identity';
import { migrate, MIGRATIONS } from './migrate';
import { databaseIn } from './places';
import { isSound } from './sound';
import { damaged, inPlainWords } from './trouble';
import { keepViews } from './views';

/** The open database: drizzle over the one connection that this process has. */
export type Store = BetterSQLite3Database & { readonly $client: Database.Database };

// Waiting for a lock holds up every request, so the wait is short.
const LONGEST_WAIT_MS = 1000;

const FULL = 2;
const IN_MEMORY = 2;

/** What the connection is set to, in this order, and what reading it back must give. */
const PRAGMAS: readonly (readonly [name: string, value: string | number])[] = [
	['journal_mode', 'wal'],
	// After journal_mode: SQLite as better-sqlite3 compiles it falls back to NORMAL in WAL, which loses what a power
	// cut finds on its way to the disk.
	['synchronous', FULL],
	['foreign_keys', 1],
	// Without it INSERT OR REPLACE deletes rows without their triggers.
	['recursive_triggers', 1],
	['trusted_schema', 0],
	['cell_size_check', 1],
	// What is deleted is overwritten, and cannot be read out of a copy of the file.
	['secure_delete', 1],
	['temp_store', IN_MEMORY],
	['mmap_size', 0],
	['journal_size_limit', 67_108_864],
	// On macOS a plain sync leaves the data in the disk's own memory.
	['fullfsync', 1],
	['checkpoint_fullfsync', 1]
];

/** Opens the database in a data folder, making either where it is missing, or says in one sentence why it cannot. */
export function openStore(folder: string, migrations = MIGRATIONS): Store {
	const file = databaseIn(folder);
	makeFolder(folder);
	makeFile(file);
	try {
		return openFile(file, migrations);
	} catch (error) {
		throw inPlainWords(error, file);
	}
}

/** Closes the database and leaves one file of it, unless another program is reading it at this moment. */
export function closeStore(store: Store): void {
	try {
		store.$client.pragma('wal_checkpoint(TRUNCATE)');
	} finally {
		store.$client.close();
	}
}

function openFile(file: string, migrations: readonly string[]): Store {
	const database = new Database(file, { timeout: LONGEST_WAIT_MS });
	try {
		// Before the pragmas, because journal_mode writes to the file.
		refuseForeign(database);
		refuseNewer(database, migrations.length);
		if (!isSound(database)) throw new PlainError(damaged(file));
		setPragmas(database);
		migrate(database, migrations);
		keepViews(database);
		return drizzle(database);
	} catch (error) {
		database.close();
		throw error;
	}
}

function setPragmas(database: Database.Database): void {
	for (const [name, value] of PRAGMAS) database.pragma(`${name} = ${value}`);
	// The fall-back to NORMAL shows only once the file has been read.
	database.prepare('SELECT count(*) FROM sqlite_schema').get();
	for (const [name, value] of PRAGMAS) {
		const found = database.pragma(name, { simple: true });
		if (found !== value)
			throw new PlainError(
				`The database ${database.name} cannot be kept safely here: SQLite has ${name} at ${String(found)}, not ${value}. Name a folder on a local disk in WINDSCREEN_DATA.`
			);
	}
}
