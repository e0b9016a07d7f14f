import Database from 'better-sqlite3';
import {
	appendFileSync,
	copyFileSync,
	existsSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { councilFile, councilFrom } from '../../../../tests/support/council';
import { addCouncil, councilsIn, dataFolder } from '../../../../tests/support/folder';
import { program } from '../access/policy';
import { addCouncil as addCouncilOf } from '../councils';
import { backUp } from './backup';
import { manifestOf, type Manifest } from './manifest';
import { MIGRATIONS } from './migrate';
import { closeStore, openStore } from './open';
import { backupsIn, databaseIn } from './places';
import { restore, verifyBackup } from './restore';

// Every step is synced to the disk, which other programs may be keeping busy.
vi.setConfig({ hookTimeout: 60_000 });

const NOON = new Date('2026-11-22T12:00:00.000Z');

let folder: string;
let backup: string;

beforeEach(async () => {
	folder = dataFolder('a', 'b');
	backup = (await backUp(folder, backupsIn(folder), NOON)).path;
	addCouncil(folder, 'c');
});

afterEach(() => {
	rmSync(folder, { recursive: true, force: true });
});

const aside = () => join(folder, 'replaced-2026-11-22T12-00-00-000Z.sqlite');
const namesIn = (path: string) => readdirSync(path).toSorted();

function councilsOf(path: string): unknown {
	const database = new Database(path, { readonly: true });
	const ids = database.prepare('SELECT id FROM council ORDER BY id').pluck().all();
	database.close();
	return ids;
}

describe('a restore', () => {
	test('puts the backup in place and keeps what was there before beside it', () => {
		const restored = restore(folder, backup, NOON);
		expect(restored).toMatchObject({ madeAt: NOON.toISOString(), setAside: aside() });
		expect(restored.rows['council']).toBe(2);
		expect(councilsIn(folder)).toEqual(['a', 'b']);
		expect(councilsOf(aside())).toEqual(['a', 'b', 'c']);
		expect(existsSync(join(folder, 'restoring'))).toBe(false);
	});

	test('of what was set aside brings it back', () => {
		restore(folder, backup, NOON);
		restore(folder, aside(), new Date('2026-11-22T12:00:01.000Z'));
		expect(councilsIn(folder)).toEqual(['a', 'b', 'c']);
	});

	test('takes in the log of a database whose server was killed, before that is set aside', () => {
		const server = new Database(databaseIn(folder));
		server.exec(
			`INSERT INTO council (id, position, revision, details) VALUES ('d', 0, 1, '{"id":"d"}')`
		);
		// What a killed server leaves: the file, and a log with its last changes.
		const killed = dataFolder();
		for (const ending of ['', '-wal'])
			copyFileSync(databaseIn(folder) + ending, databaseIn(killed) + ending);
		server.close();
		restore(killed, backup, NOON);
		expect(councilsIn(killed)).toEqual(['a', 'b']);
		expect(councilsOf(join(killed, 'replaced-2026-11-22T12-00-00-000Z.sqlite'))).toEqual([
			'a',
			'b',
			'c',
			'd'
		]);
		rmSync(killed, { recursive: true });
	});

	test('in the place of a damaged database keeps the damaged one as it was, with its log', () => {
		writeFileSync(databaseIn(folder), 'x'.repeat(5000));
		writeFileSync(`${databaseIn(folder)}-wal`, 'y');
		restore(folder, backup, NOON);
		expect(councilsIn(folder)).toEqual(['a', 'b']);
		expect(readFileSync(aside(), 'utf8')).toBe('x'.repeat(5000));
		expect(readFileSync(`${aside()}-wal`, 'utf8')).toBe('y');
	});

	test('where there is no database, or not even a folder, puts the backup there', () => {
		const fresh = join(folder, 'fresh');
		expect(restore(fresh, backup, NOON).setAside).toBeNull();
		expect(councilsIn(fresh)).toEqual(['a', 'b']);
	});

	test('brings a backup of an earlier release to the newest version, and leaves the backup as it was', () => {
		const before = readFileSync(backup);
		const newer = [...MIGRATIONS, 'CREATE TABLE later (id TEXT) STRICT'];
		const restored = restore(folder, backup, NOON, newer);
		expect(restored).toMatchObject({ version: newer.length, rows: { council: 2, later: 0 } });
		expect(councilsOf(databaseIn(folder))).toEqual(['a', 'b']);
		expect(readFileSync(backup)).toEqual(before);
	});

	test('of a backup that the newest release cannot bring up changes nothing', () => {
		const failing = [...MIGRATIONS, 'SELECT * FROM nowhere'];
		expect(() => restore(folder, backup, NOON, failing)).toThrow('no such table');
		expect(councilsIn(folder)).toEqual(['a', 'b', 'c']);
		expect(existsSync(aside())).toBe(false);
	});

	test('is refused while another program has the database open, and changes nothing', () => {
		const other = new Database(databaseIn(folder));
		other.prepare('SELECT count(*) FROM council').get();
		expect(() => restore(folder, backup, NOON)).toThrow(
			/locked by another program|Another program has/
		);
		other.close();
		expect(councilsIn(folder)).toEqual(['a', 'b', 'c']);
		expect(existsSync(aside())).toBe(false);
	});

	test('of a backup that is no good changes nothing', () => {
		appendFileSync(backup, 'x');
		const before = namesIn(folder);
		expect(() => restore(folder, backup, NOON)).toThrow('is not as it was when it was made');
		expect(namesIn(folder).filter((name) => !name.endsWith('.lock'))).toEqual(
			before.filter((name) => !name.endsWith('.lock'))
		);
		expect(councilsIn(folder)).toEqual(['a', 'b', 'c']);
	});
});

test('a backup of a database whose activity was changed by hand is made, and says where, as does a look at it', async () => {
	const store = openStore(folder);
	const council = councilFrom(councilFile());
	addCouncilOf(store, program, council);
	store.$client.exec('DROP TRIGGER activity_is_not_changed');
	expect((await backUp(folder, backupsIn(folder), new Date())).manifest).toMatchObject({
		rows: { activity: 1 },
		activityHead: store.$client.prepare('SELECT hash FROM activity').pluck().get(),
		activityBrokenAt: null
	});
	store.$client.exec(`UPDATE activity SET name = 'Somebody else'`);
	const { path, manifest } = await backUp(folder, backupsIn(folder), new Date());
	closeStore(store);
	expect(manifest.activityBrokenAt).toBe(1);
	expect(verifyBackup(path).activityBrokenAt).toBe(1);
	expect(restore(folder, path, NOON).activityBrokenAt).toBe(1);
});

describe('a look at a backup', () => {
	const change = (edit: (manifest: Manifest) => unknown) => {
		const manifest = JSON.parse(readFileSync(manifestOf(backup), 'utf8')) as Manifest;
		writeFileSync(manifestOf(backup), JSON.stringify(edit(manifest)));
	};

	test('says what it holds and when it was made', () => {
		expect(verifyBackup(backup)).toMatchObject({
			madeAt: NOON.toISOString(),
			version: MIGRATIONS.length
		});
	});

	test('leaves no trace', () => {
		const before = namesIn(backupsIn(folder));
		verifyBackup(backup);
		expect(namesIn(backupsIn(folder))).toEqual(before);
	});

	test('finds each byte that is not as it was, wherever it is', () => {
		const whole = readFileSync(backup);
		for (let at = 0; at < whole.length; at += 4099) {
			const changed = Buffer.from(whole);
			changed[at] = (changed[at] ?? 0) ^ 1;
			writeFileSync(backup, changed);
			expect(() => verifyBackup(backup)).toThrow('is not as it was when it was made');
		}
	});

	test('of one without a manifest still finds pages that are damaged', () => {
		rmSync(manifestOf(backup));
		expect(verifyBackup(backup).madeAt).toBeNull();
		const bytes = readFileSync(backup);
		writeFileSync(backup, bytes.subarray(0, bytes.length - 4096));
		expect(() => verifyBackup(backup)).toThrow(/^The backup .* is damaged: choose another\.$/);
		writeFileSync(backup, 'x'.repeat(5000));
		expect(() => verifyBackup(backup)).toThrow(/^The backup .* is damaged: choose another\.$/);
	});

	test('refuses rows that the manifest does not list', () => {
		change((manifest) => ({ ...manifest, rows: { ...manifest.rows, council: 3 } }));
		expect(() => verifyBackup(backup)).toThrow('does not hold what its manifest lists');
	});

	test('refuses a manifest that is none', () => {
		change(() => ({ sha256: 'short' }));
		expect(() => verifyBackup(backup)).toThrow('is no manifest of a backup');
	});

	test('refuses a database in use, of which a part is in its log', () => {
		const server = new Database(databaseIn(folder));
		server.exec('DELETE FROM council');
		expect(() => verifyBackup(databaseIn(folder))).toThrow('is a database in use and no backup');
		server.close();
	});

	test('refuses a file of another program, of a later release, an empty one and none', () => {
		const file = join(folder, 'other.sqlite');
		expect(() => verifyBackup(file)).toThrow('There is no file');
		writeFileSync(file, '');
		expect(() => verifyBackup(file)).toThrow('is empty: choose another backup.');
		const other = new Database(file);
		other.exec('CREATE TABLE diary (entry TEXT)');
		expect(() => verifyBackup(file)).toThrow('is the database of another program');
		other.close();
		closeStore(openStore(join(folder, 'later'), [...MIGRATIONS, 'CREATE TABLE later (id TEXT)']));
		expect(() => verifyBackup(databaseIn(join(folder, 'later')))).toThrow(
			'was made by a later release'
		);
	});
});
