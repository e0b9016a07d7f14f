import Database from 'better-sqlite3';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PlainError } from '../plainError';
import { MIGRATIONS } from './migrate';
import { openStore } from './open';
import { backupsIn, databaseIn } from './places';
import { inPlainWords } from './trouble';

let home: string;
let folder: string;

beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'windscreen-open-'));
	folder = join(home, 'data');
});

afterEach(() => {
	rmSync(home, { recursive: true, force: true });
});

function opened<T>(use: (database: Database.Database) => T, migrations = MIGRATIONS): T {
	const store = openStore(folder, migrations);
	try {
		return use(store.$client);
	} finally {
		store.$client.close();
	}
}

function refusal(): unknown {
	try {
		opened(() => null);
	} catch (error) {
		return error;
	}
	return null;
}

const pragma = (name: string) =>
	opened((database) => {
		database.prepare('SELECT count(*) FROM council').get();
		return database.pragma(name, { simple: true });
	});

describe('opening', () => {
	test('a data folder that is not there is made for its owner alone, with the database in it', () => {
		opened(() => null);
		expect(statSync(folder).mode & 0o777).toBe(0o700);
		expect(statSync(databaseIn(folder)).mode & 0o777).toBe(0o600);
	});

	test('an answered write survives a power cut: WAL with synchronous at FULL, still so after the file has been used', () => {
		expect(pragma('journal_mode')).toBe('wal');
		expect(pragma('synchronous')).toBe(2);
	});

	test('without the pragma this build of SQLite would sit at NORMAL, so the one above is not idle', () => {
		opened(() => null);
		const plain = new Database(databaseIn(folder));
		plain.prepare('SELECT count(*) FROM council').get();
		expect(plain.pragma('synchronous', { simple: true })).toBe(1);
		plain.close();
	});

	test('foreign keys hold, the schema is not trusted, and a wait for a lock is short', () => {
		expect(pragma('foreign_keys')).toBe(1);
		expect(pragma('trusted_schema')).toBe(0);
		expect(pragma('recursive_triggers')).toBe(1);
		expect(pragma('busy_timeout')).toBe(1000);
	});

	test('a database that is there is opened as it was left', () => {
		opened((database) => database.exec(`INSERT INTO council VALUES ('a', 0, 1, '{"id":"a"}')`));
		expect(opened((database) => database.prepare('SELECT id FROM council').pluck().all())).toEqual([
			'a'
		]);
	});
});

describe('the tables', () => {
	test('are all STRICT, which the migrations have by hand', () => {
		const tables = opened((database) => database.pragma('table_list')) as readonly {
			readonly name: string;
			readonly type: string;
			readonly strict: number;
		}[];
		const own = tables.filter(({ name, type }) => type === 'table' && !name.startsWith('sqlite_'));
		expect(own.map(({ name }) => name).sort()).toEqual([
			'activity',
			'agreed',
			'change',
			'council',
			'fact',
			'pack',
			'record',
			'scenario',
			'scenario_figures',
			'user'
		]);
		expect(own.filter(({ strict }) => strict !== 1)).toEqual([]);
	});

	test.each([
		['a revision in words', `INSERT INTO council VALUES ('a', 0, 'one', '{"id":"a"}')`],
		['a revision of nothing', `INSERT INTO council VALUES ('a', 0, 0, '{"id":"a"}')`],
		['a place before the first', `INSERT INTO council VALUES ('a', -1, 1, '{"id":"a"}')`],
		['an id of nothing', `INSERT INTO council VALUES ('', 0, 1, '{"id":""}')`],
		['details that are not JSON', `INSERT INTO council VALUES ('a', 0, 1, 'a')`],
		['details of another id', `INSERT INTO council VALUES ('a', 0, 1, '{"id":"b"}')`],
		['details without an id', `INSERT INTO council VALUES ('a', 0, 1, '{}')`],
		['a record of no council', `INSERT INTO record VALUES ('z', 'posts', 'p', 0, 1, '{"id":"p"}')`],
		['a change of no scenario', `INSERT INTO change VALUES ('z', 's', 'c', 0, 1, '{"id":"c"}')`],
		['figures of no scenario', `INSERT INTO scenario_figures VALUES ('z', 's', 1, '1.0.0', '{}')`]
	])('refuse %s', (_, sql) => {
		opened((database) => {
			expect(() => database.exec(sql)).toThrow(Database.SqliteError);
		});
	});
});

describe('what cannot be opened is said in one sentence', () => {
	test('a file where the data folder should be', () => {
		writeFileSync(folder, '');
		expect(refusal()).toEqual(
			new PlainError(`${folder} is a file, where a folder should be: move it away.`)
		);
	});

	test('a data folder in a folder that is not there, and none of them is made', () => {
		const mistyped = join(home, 'sorage', 'data');
		expect(() => openStore(mistyped)).toThrow(
			new PlainError(
				`${mistyped} cannot be made, because the folder above it is not there: make that one, or name another data folder in WINDSCREEN_DATA.`
			)
		);
		expect(existsSync(join(home, 'sorage'))).toBe(false);
	});

	test('a folder where the database should be', () => {
		mkdirSync(databaseIn(folder), { recursive: true });
		expect(String(refusal())).toMatch(/^PlainError: .*windscreen\.sqlite is a folder/);
	});

	test.each([
		['EACCES', 'may not be written by this account'],
		['EROFS', 'its disk or the file is read-only'],
		['ENOSPC', 'There is no room left on the disk']
	])('a disk that answers %s', (code, words) => {
		const said = inPlainWords(Object.assign(new Error(code), { code }), '/srv/windscreen');
		expect(said).toBeInstanceOf(PlainError);
		expect(String(said)).toContain(words);
		expect(String(said)).toContain('/srv/windscreen');
	});

	test.each([
		['SQLITE_READONLY_DBMOVED', 'its disk or the file is read-only'],
		['SQLITE_IOERR_FSYNC', 'check the disk'],
		['SQLITE_FULL', 'There is no room left on the disk'],
		['SQLITE_CANTOPEN', 'cannot be opened']
	])('a database that answers %s', (code, words) => {
		const said = inPlainWords(new Database.SqliteError('refused', code), '/srv/windscreen');
		expect(said).toBeInstanceOf(PlainError);
		expect(String(said)).toContain(words);
	});

	test('an error of our own making is not dressed up', () => {
		const bug = new TypeError('undefined is not a function');
		expect(inPlainWords(bug, '/srv/windscreen')).toBe(bug);
		const broken = new Database.SqliteError('NOT NULL', 'SQLITE_CONSTRAINT_NOTNULL');
		expect(inPlainWords(broken, '/srv/windscreen')).toBe(broken);
	});

	test('a file that is no database, which is left as it is', () => {
		mkdirSync(folder);
		const text = 'Dear diary, this is not a database at all. '.repeat(100);
		writeFileSync(databaseIn(folder), text);
		expect(String(refusal())).toMatch(
			/^PlainError: The database .* is damaged: restore a backup with npm run restore/
		);
		expect(readFileSync(databaseIn(folder), 'utf8')).toBe(text);
	});

	test('a database with a page overwritten', () => {
		opened((database) => {
			const insert = database.prepare(
				`INSERT INTO council VALUES (?, 0, 1, json_object('id', ?, 'name', hex(zeroblob(400))))`
			);
			for (let i = 0; i < 200; i++) insert.run(`c${i}`, `c${i}`);
		});
		const bytes = readFileSync(databaseIn(folder));
		bytes.fill(0xff, bytes.length - 3 * 4096, bytes.length - 2 * 4096);
		writeFileSync(databaseIn(folder), bytes);
		expect(String(refusal())).toMatch(
			/^PlainError: The database .* is damaged: restore a backup with npm run restore/
		);
	});

	test('a damaged database where there are backups: which to restore and how, and that it is kept', () => {
		opened(() => null);
		writeFileSync(databaseIn(folder), 'x'.repeat(5000));
		mkdirSync(backupsIn(folder));
		const older = 'manual-2026-11-20T10-00-00-000Z.sqlite';
		const newest = 'automatic-2026-11-21T10-00-00-000Z.sqlite';
		for (const name of [older, newest]) writeFileSync(join(backupsIn(folder), name), '');
		expect(refusal()).toEqual(
			new PlainError(
				`The database ${databaseIn(folder)} is damaged: restore the newest backup with npm run restore -- ${join(backupsIn(folder), newest)} (the damaged file is kept; 1 older in ${backupsIn(folder)}).`
			)
		);
	});

	test('a database cut short', () => {
		opened(() => null);
		const bytes = readFileSync(databaseIn(folder));
		writeFileSync(databaseIn(folder), bytes.subarray(0, bytes.length - 4096));
		expect(String(refusal())).toMatch(
			/^PlainError: The database .* is damaged: restore a backup with npm run restore/
		);
	});

	test('the database of another program, which is left as it is', () => {
		mkdirSync(folder);
		const other = new Database(databaseIn(folder));
		other.exec('CREATE TABLE diary (entry TEXT)');
		other.close();
		const before = readFileSync(databaseIn(folder));
		expect(String(refusal())).toMatch(/^PlainError: .* is the database of another program/);
		expect(readFileSync(databaseIn(folder))).toEqual(before);
	});

	test('a database that another program has locked', () => {
		opened(() => null);
		const other = new Database(databaseIn(folder));
		other.pragma('locking_mode = EXCLUSIVE');
		other.exec('BEGIN EXCLUSIVE');
		expect(String(refusal())).toMatch(/^PlainError: The database .* is locked by another program/);
		other.close();
		expect(refusal()).toBeNull();
	});

	test('a database of a later release, which is left as it is', () => {
		opened(() => null, [...MIGRATIONS, 'CREATE TABLE later (id TEXT) STRICT']);
		const before = readFileSync(databaseIn(folder));
		expect(refusal()).toEqual(
			new PlainError(
				`The database ${databaseIn(folder)} was made by a later release of Windscreen (its version is ${MIGRATIONS.length + 1}; this release knows ${MIGRATIONS.length}): install that release.`
			)
		);
		expect(readFileSync(databaseIn(folder))).toEqual(before);
		expect(existsSync(`${databaseIn(folder)}-wal`)).toBe(false);
	});
});
