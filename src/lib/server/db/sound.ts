import type Database from 'better-sqlite3';

/** Whether SQLite finds the database's pages and its contents in order. */
export function isSound(database: Database.Database): boolean {
	return database.pragma('quick_check(1)', { simple: true }) === 'ok';
}
