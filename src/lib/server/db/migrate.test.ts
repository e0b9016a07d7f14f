import Database from 'better-sqlite3';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupNames } from './backups';
import { manifestOf, readManifest } from './manifest';
import { migrate, MIGRATIONS } from './migrate';
import { backupsIn } from './places';

let folder: string;
let database: Database.Database;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'windscreen-migrate-'));
	database = new Database(join(folder, 'm.sqlite'));
	database.pragma('foreign_keys = ON');
});

afterEach(() => {
	database.close();
	rmSync(folder, { recursive: true, force: true });
});

const families = `
	CREATE TABLE parent (id INTEGER PRIMARY KEY, note TEXT) STRICT;
	CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER NOT NULL REFERENCES parent(id) ON DELETE CASCADE) STRICT;
	INSERT INTO parent VALUES (1, 'a'), (2, 'b');
	INSERT INTO child VALUES (1, 1), (2, 1), (3, 2);
`;

// What drizzle-kit writes when a column's default changes.
const rebuild = `
	PRAGMA foreign_keys=OFF;--> statement-breakpoint
	CREATE TABLE __new_parent (id INTEGER PRIMARY KEY, note TEXT DEFAULT '') STRICT;--> statement-breakpoint
	INSERT INTO __new_parent(id, note) SELECT id, note FROM parent;--> statement-breakpoint
	DROP TABLE parent;--> statement-breakpoint
	ALTER TABLE __new_parent RENAME TO parent;--> statement-breakpoint
	PRAGMA foreign_keys=ON;
`;

const count = (table: string) => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
const version = () => database.pragma('user_version', { simple: true });
const copies = () => backupNames(backupsIn(folder)).map((name) => join(backupsIn(folder), name));

test('an empty database gets every table, and needs no copy', () => {
	migrate(database);
	expect(version()).toBe(MIGRATIONS.length);
	for (const table of ['council', 'record', 'fact', 'pack', 'scenario', 'change'])
		expect(count(table)).toBe(0);
	expect(copies()).toEqual([]);
});

test('migrating again does nothing', () => {
	migrate(database, [families]);
	migrate(database, [families]);
	expect([count('parent'), count('child')]).toEqual([2, 3]);
});

test('a table that is rebuilt keeps the rows that hang from it, and foreign keys hold afterwards', () => {
	migrate(database, [families]);
	migrate(database, [families, rebuild]);
	expect([version(), count('parent'), count('child')]).toEqual([2, 2, 3]);
	expect(() => database.exec('INSERT INTO child VALUES (4, 9)')).toThrow('FOREIGN KEY');
});

test('the same rebuild with foreign keys on would have deleted them, so the test above is not idle', () => {
	migrate(database, [families]);
	database.transaction(() => database.exec(rebuild))();
	expect(count('child')).toBe(0);
});

test('a backup of what the database held before is made, whole, described and for its owner alone', () => {
	migrate(database, [families]);
	migrate(database, [families, rebuild]);
	const [copy = ''] = copies();
	expect(statSync(copy).mode & 0o777).toBe(0o600);
	expect(statSync(manifestOf(copy)).mode & 0o777).toBe(0o600);
	expect(readManifest(copy)).toMatchObject({ version: 1, rows: { parent: 2, child: 3 } });
	const before = new Database(copy, { readonly: true });
	expect(before.pragma('user_version', { simple: true })).toBe(1);
	expect(before.prepare('SELECT count(*) FROM child').pluck().get()).toBe(3);
	before.close();
});

test('a migration that fails at every start leaves one backup, and one more once the database has changed', () => {
	migrate(database, [families]);
	const fail = () => {
		expect(() => {
			migrate(database, [families, 'SELECT * FROM nowhere']);
		}).toThrow('no such table');
	};
	fail();
	fail();
	expect(copies()).toHaveLength(1);
	database.exec('INSERT INTO child VALUES (4, 2)');
	fail();
	expect(copies()).toHaveLength(2);
	// A backup that rotted is none.
	for (const copy of copies()) writeFileSync(copy, 'gone');
	fail();
	expect(copies()).toHaveLength(3);
});

test('a backup that cannot be made keeps the migration from running', () => {
	migrate(database, [families]);
	writeFileSync(backupsIn(folder), '');
	expect(() => {
		migrate(database, [families, rebuild]);
	}).toThrow('is a file, where a folder should be');
	expect(version()).toBe(1);
});

test.each([
	['that loses rows', 'DELETE FROM child WHERE id = 3', 'left 2 of 3 rows in the table child'],
	['that loses a table', 'DROP TABLE child', 'left 0 of 3 rows in the table child'],
	[
		'that leaves rows pointing nowhere',
		'UPDATE child SET parent = 9 WHERE id > 1',
		'left 2 rows that point nowhere'
	],
	['that fails half way', 'DELETE FROM child; SELECT * FROM nowhere', 'no such table']
])('a migration %s leaves the database as it was', (_, sql, message) => {
	migrate(database, [families]);
	expect(() => {
		migrate(database, [families, 'CREATE TABLE extra (id INTEGER) STRICT', sql]);
	}).toThrow(message);
	expect([version(), count('parent'), count('child')]).toEqual([1, 2, 3]);
	expect(() => count('extra')).toThrow('no such table');
	expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
});
