import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { councilWith } from '../../../../tests/support/council';
import { allInPost, building } from '../../../../tests/support/records';
import { fileOf } from '$lib/exchange/councilFile';
import { migrate, MIGRATIONS } from './migrate';
import { keepViews } from './views';

/** A database with the records of a council and nothing else. */
function databaseWith(baseline: Parameters<typeof councilWith>[0]): Database.Database {
	const database = new Database(':memory:');
	for (const sql of MIGRATIONS) database.exec(sql);
	const file = fileOf(councilWith(baseline));
	database.pragma('foreign_keys = OFF');
	const insert = database.prepare(
		'INSERT INTO record (council, kind, id, position, revision, data) VALUES (?, ?, ?, ?, 1, ?)'
	);
	for (const [kind, records] of Object.entries(file.baseline))
		(records ?? []).forEach((record, position) =>
			insert.run('c', kind, record.id, position, JSON.stringify(record))
		);
	return database;
}

test('each kind has a view with its fields as columns, numbers as numbers and blanks as NULL', () => {
	const database = databaseWith({
		baseline: {
			posts: [
				allInPost({ id: 'outreach', title: 'Outreach', fte: '4.5', costPerFte: null }),
				allInPost({ id: 'contact', title: 'Contact', fte: '2', costPerFte: '41000.25' })
			],
			buildings: [building({ id: 'mill', title: 'The Mill', rent: '1200' })]
		}
	});
	keepViews(database);
	expect(
		database.prepare('SELECT council, id, title, fte, costPerFte FROM v_post ORDER BY id').all()
	).toEqual([
		{ council: 'c', id: 'contact', title: 'Contact', fte: 2, costPerFte: 41000.25 },
		{ council: 'c', id: 'outreach', title: 'Outreach', fte: 4.5, costPerFte: null }
	]);
	expect(database.prepare('SELECT sum(fte) AS fte FROM v_post').get()).toEqual({ fte: 6.5 });
	expect(database.prepare('SELECT title, rent FROM v_building').all()).toEqual([
		{ title: 'The Mill', rent: 1200 }
	]);
});

test('a view that is not as the schemas have it is made anew, and others are left alone', () => {
	const database = databaseWith({});
	keepViews(database);
	const views = () =>
		database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'view' ORDER BY name").all();
	const before = views();
	database.exec(
		'DROP VIEW v_post; CREATE VIEW v_post AS SELECT 1; CREATE VIEW v_gone AS SELECT 2; CREATE VIEW mine AS SELECT 3'
	);
	keepViews(database);
	expect(views()).toEqual([{ name: 'mine', sql: 'CREATE VIEW mine AS SELECT 3' }, ...before]);
	const version = database.pragma('schema_version', { simple: true });
	keepViews(database);
	expect(database.pragma('schema_version', { simple: true })).toBe(version);
});

test('a migration may make the table of records anew under its views', () => {
	const anew =
		'CREATE TABLE anew AS SELECT * FROM record; DROP TABLE record; ALTER TABLE anew RENAME TO record;';
	const withViews = () => {
		const database = databaseWith({});
		keepViews(database);
		return database;
	};
	expect(() => withViews().exec(anew)).toThrow('error in view');
	// Its version is 0, so that this is its only migration and asks for no backup.
	const database = withViews();
	migrate(database, [anew]);
	keepViews(database);
	expect(database.prepare('SELECT count(*) AS posts FROM v_post').get()).toEqual({ posts: 0 });
});
