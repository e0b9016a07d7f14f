import type Database from 'better-sqlite3';
import { PlainError } from '../plainError';

// 'WSCR': tells a database of Windscreen from any other that was put in its place.
const APPLICATION_ID = 0x57534352;

/** How many migrations the database has had; 0 for a new one. */
export function versionOf(database: Database.Database): number {
	return Number(database.pragma('user_version', { simple: true }));
}

/** Marks a database as Windscreen's, at a version. */
export function mark(database: Database.Database, version: number): void {
	database.pragma(`application_id = ${APPLICATION_ID}`);
	database.pragma(`user_version = ${version}`);
}

/** Refuses a database that another program made; an empty one is nobody's yet. */
export function refuseForeign(database: Database.Database): void {
	if (versionOf(database) === 0 && tablesOf(database).length === 0) return;
	if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID)
		throw new PlainError(
			`${database.name} is the database of another program: move it away, or name another data folder in WINDSCREEN_DATA.`
		);
}

/** Refuses a database that a later release of Windscreen made, of whose migrations this one knows the first only. */
export function refuseNewer(database: Database.Database, known: number): void {
	const version = versionOf(database);
	if (version > known)
		throw new PlainError(
			`The database ${database.name} was made by a later release of Windscreen (its version is ${version}; this release knows ${known}): install that release.`
		);
}

/** How many rows each table has, by name. */
export function rowCounts(database: Database.Database): Readonly<Record<string, number>> {
	return Object.fromEntries(
		tablesOf(database).map((table) => [
			table,
			Number(database.prepare(`SELECT count(*) FROM "${table}"`).pluck().get())
		])
	);
}

function tablesOf(database: Database.Database): readonly string[] {
	return database
		.prepare(
			`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`
		)
		.pluck()
		.all() as string[];
}
