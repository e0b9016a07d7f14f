import type Database from 'better-sqlite3';

/** Whether SQLite finds the database's pages and its contents in order. */
export function isSound(database: Database.Database): boolean {
	return database.pragma('quick_check(1)', { simple: true }) === 'ok';
}

/** Whether, beyond that, every index agrees with its table and every reference leads somewhere: slower. */
export function isWhollySound(database: Database.Database): boolean {
	return (
		database.pragma('integrity_check(1)', { simple: true }) === 'ok' &&
		(database.pragma('foreign_key_check') as readonly unknown[]).length === 0
	);
}
