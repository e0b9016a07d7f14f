import type Database from 'better-sqlite3';
import { dirname, join } from 'node:path';
import { backupNames, nameOf } from './backups';
import { contentsOf } from './contents';
import { dropDraft, makeDraft, nameDraft, proveDraft } from './copy';
import { makeFolder } from './folder';
import { mark, rowCounts, versionOf } from './identity';
import { readManifest, sha256Of } from './manifest';
import { backupsIn } from './places';
import { step } from './step';
import { dropViews } from './views';

/** Every migration as SQL, oldest first; the database's user_version counts those it has had. */
export const MIGRATIONS: readonly string[] = Object.entries(
	import.meta.glob<string>('/drizzle/*.sql', { query: '?raw', import: 'default', eager: true })
)
	.sort(([a], [b]) => (a < b ? -1 : 1))
	.map(([, sql]) => sql);

/**
 * Brings the database to the newest version, whole or not at all, after a backup of what it held has been made.
 * Not by drizzle's own migrate: that one rebuilds a table with foreign keys on, which deletes the rows that hang from it.
 */
export function migrate(database: Database.Database, migrations = MIGRATIONS): void {
	const from = versionOf(database);
	if (from === migrations.length) return;
	if (from > 0) backUpBefore(database);
	// SQLite ignores this pragma inside a transaction, so it stands before.
	database.pragma('foreign_keys = OFF');
	try {
		database.transaction(() => bringUp(database, migrations)).immediate();
		step('the migration is committed');
	} finally {
		database.pragma('foreign_keys = ON');
	}
}

function bringUp(database: Database.Database, migrations: readonly string[]): void {
	const before = rowCounts(database);
	dropViews(database);
	for (const sql of migrations.slice(versionOf(database))) {
		database.exec(sql);
		step('a migration has run');
	}
	const after = rowCounts(database);
	for (const [table, rows] of Object.entries(before)) {
		const left = after[table] ?? 0;
		if (left < rows)
			throw new Error(
				`A migration left ${left} of ${rows} rows in the table ${table}; nothing was changed.`
			);
	}
	const dangling = database.pragma('foreign_key_check') as readonly unknown[];
	if (dangling.length > 0)
		throw new Error(
			`A migration left ${dangling.length} rows that point nowhere; nothing was changed.`
		);
	mark(database, migrations.length);
}

/**
 * Backs up what a migration is about to change: at once, because nobody else writes while the server starts. A start
 * that fails is tried again and again; only a copy that differs from those there are is kept.
 */
function backUpBefore(database: Database.Database): void {
	const folder = backupsIn(dirname(database.name));
	const now = new Date();
	const path = join(folder, nameOf('before-upgrade', now));
	makeFolder(folder);
	try {
		database.prepare('VACUUM INTO ?').run(makeDraft(path));
		step('the copy is made');
		const manifest = proveDraft(path, contentsOf(database), now);
		const isThere = backupNames(folder, 'before-upgrade')
			.map((name) => join(folder, name))
			.some((backup) => isBackupOf(backup, manifest.sha256));
		if (!isThere) nameDraft(path, manifest);
	} finally {
		dropDraft(path);
	}
}

function isBackupOf(backup: string, sha256: string): boolean {
	return readManifest(backup)?.sha256 === sha256 && sha256Of(backup) === sha256;
}
