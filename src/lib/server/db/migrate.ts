import Database from 'better-sqlite3';
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { PlainError } from '../plainError';
import { isSound } from './sound';

/** Every migration as SQL, oldest first; the database's user_version counts those it has had. */
export const MIGRATIONS: readonly string[] = Object.entries(
	import.meta.glob<string>('/drizzle/*.sql', { query: '?raw', import: 'default', eager: true })
)
	.sort(([a], [b]) => (a < b ? -1 : 1))
	.map(([, sql]) => sql);

// 'WSCR': tells a database of Windscreen from any other that was put in its place.
const APPLICATION_ID = 0x57534352;

/** Refuses a database that another program made, or a later release of Windscreen. */
export function refuseForeign(database: Database.Database, migrations = MIGRATIONS): void {
	const version = pragma(database, 'user_version');
	const isNew = version === 0 && tablesOf(database).length === 0;
	if (!isNew && pragma(database, 'application_id') !== APPLICATION_ID)
		throw new PlainError(
			`${database.name} is the database of another program: move it away, or name another data folder in WINDSCREEN_DATA.`
		);
	if (version > migrations.length)
		throw new PlainError(
			`The database ${database.name} was made by a later release of Windscreen (its version is ${version}; this release knows ${migrations.length}): install that release.`
		);
}

/**
 * Brings the database to the newest version, whole or not at all, after a copy of what it held has been put beside it.
 * Not by drizzle's own migrate: that one rebuilds a table with foreign keys on, which deletes the rows that hang from it.
 */
export function migrate(database: Database.Database, migrations = MIGRATIONS): void {
	const from = pragma(database, 'user_version');
	if (from === migrations.length) return;
	if (from > 0) copyAside(database, `${database.name}.version-${from}`);
	// SQLite ignores this pragma inside a transaction, so it stands before.
	database.pragma('foreign_keys = OFF');
	try {
		database.transaction(() => bringUp(database, migrations)).immediate();
	} finally {
		database.pragma('foreign_keys = ON');
	}
}

function bringUp(database: Database.Database, migrations: readonly string[]): void {
	const before = rowCounts(database);
	for (const sql of migrations.slice(pragma(database, 'user_version'))) database.exec(sql);
	const after = rowCounts(database);
	for (const [table, rows] of before)
		if ((after.get(table) ?? 0) < rows)
			throw new Error(
				`A migration left ${after.get(table) ?? 0} of ${rows} rows in the table ${table}; nothing was changed.`
			);
	const dangling = database.pragma('foreign_key_check') as readonly unknown[];
	if (dangling.length > 0)
		throw new Error(
			`A migration left ${dangling.length} rows that point nowhere; nothing was changed.`
		);
	database.pragma(`application_id = ${APPLICATION_ID}`);
	database.pragma(`user_version = ${migrations.length}`);
}

function rowCounts(database: Database.Database): ReadonlyMap<string, number> {
	return new Map(
		tablesOf(database).map((table) => [
			table,
			Number(database.prepare(`SELECT count(*) FROM "${table}"`).pluck().get())
		])
	);
}

function tablesOf(database: Database.Database): readonly string[] {
	return database
		.prepare(
			`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`
		)
		.pluck()
		.all() as string[];
}

function pragma(database: Database.Database, name: string): number {
	return Number(database.pragma(name, { simple: true }));
}

/** Writes a copy under a draft's name first, so that a file under the final name is always whole. */
function copyAside(database: Database.Database, path: string): void {
	const draft = `${path}.tmp`;
	rmSync(draft, { force: true });
	// Made here, because SQLite would make it readable by everybody.
	const file = openSync(draft, 'w', 0o600);
	try {
		database.prepare('VACUUM INTO ?').run(draft);
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
	const copy = new Database(draft, { readonly: true });
	const sound = isSound(copy);
	copy.close();
	if (!sound) throw new Error(`The copy ${draft} could not be read back; nothing was changed.`);
	renameSync(draft, path);
}
