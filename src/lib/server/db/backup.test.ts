import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addCouncil, councilsIn, dataFolder } from '../../../../tests/support/folder';
import { backUp, backUpWhenDue } from './backup';
import { backupNames } from './backups';
import { manifestOf } from './manifest';
import { backupsIn, databaseIn } from './places';

// Every step is synced to the disk, which other programs may be keeping busy.
vi.setConfig({ hookTimeout: 60_000 });

const NOON = new Date('2026-11-22T12:00:00.000Z');
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

let folder: string;

beforeEach(() => {
	folder = dataFolder('a', 'b');
});

afterEach(() => {
	rmSync(folder, { recursive: true, force: true });
});

const byHand = () => backUp(folder, backupsIn(folder), NOON);
const listing = () => readdirSync(backupsIn(folder)).toSorted();

describe('a backup by hand', () => {
	test('holds every row, is one file that can be read alone, and is for its owner only', async () => {
		const { path } = await byHand();
		expect(listing()).toEqual([
			'manual-2026-11-22T12-00-00-000Z.sqlite',
			'manual-2026-11-22T12-00-00-000Z.sqlite.json'
		]);
		expect(statSync(path).mode & 0o777).toBe(0o600);
		const copy = new Database(path, { readonly: true });
		expect(copy.pragma('journal_mode', { simple: true })).toBe('delete');
		expect(copy.prepare('SELECT id FROM council ORDER BY id').pluck().all()).toEqual(['a', 'b']);
		copy.close();
	});

	test('has a manifest with the hash of its bytes and the rows of each table', async () => {
		const { path } = await byHand();
		const bytes = readFileSync(path);
		expect(JSON.parse(readFileSync(manifestOf(path), 'utf8'))).toMatchObject({
			madeAt: '2026-11-22T12:00:00.000Z',
			bytes: bytes.length,
			sha256: createHash('sha256').update(bytes).digest('hex'),
			rows: { council: 2, record: 0 }
		});
	});

	test('has what is still in the log of a database that is open, and the database goes on', async () => {
		const server = new Database(databaseIn(folder));
		server.exec(
			`INSERT INTO council (id, position, revision, details) VALUES ('c', 0, 1, '{"id":"c"}')`
		);
		const { manifest } = await byHand();
		expect(manifest.rows['council']).toBe(3);
		server.exec(
			`INSERT INTO council (id, position, revision, details) VALUES ('d', 0, 1, '{"id":"d"}')`
		);
		server.close();
		expect(councilsIn(folder)).toEqual(['a', 'b', 'c', 'd']);
	});

	test('goes to a folder that is named, which may be missing itself but not the one above it', async () => {
		const other = join(folder, 'elsewhere');
		expect((await backUp(folder, other, NOON)).path.startsWith(other)).toBe(true);
		await expect(backUp(folder, join(folder, 'x', 'y'), NOON)).rejects.toThrow(
			'the folder above it is not there: make that one, or name another folder for the backup.'
		);
	});

	test('throws away the drafts of backups that were broken off', async () => {
		mkdirSync(backupsIn(folder));
		const stale = ['.sqlite.tmp', '.sqlite.tmp-journal', '.sqlite.json.tmp'];
		for (const ending of stale)
			writeFileSync(join(backupsIn(folder), `automatic-2026-01-01T00-00-00-000Z${ending}`), 'half');
		await byHand();
		expect(listing()).toHaveLength(2);
	});

	test('of a folder without a database is refused, and no database is made', async () => {
		rmSync(databaseIn(folder));
		await expect(byHand()).rejects.toThrow(/^There is no database in /);
		expect(readdirSync(folder)).not.toContain('windscreen.sqlite');
	});

	test('of another program’s database is refused', async () => {
		rmSync(databaseIn(folder));
		const other = new Database(databaseIn(folder));
		other.exec('CREATE TABLE diary (entry TEXT)');
		other.close();
		await expect(byHand()).rejects.toThrow('is the database of another program');
		expect(listing()).toEqual([]);
	});

	test('of a damaged database is not kept', async () => {
		for (let i = 0; i < 30; i++) addCouncil(folder, `more-${i}`);
		const bytes = readFileSync(databaseIn(folder));
		bytes.fill(0xff, bytes.length - 3 * 4096, bytes.length - 2 * 4096);
		writeFileSync(databaseIn(folder), bytes);
		await expect(byHand()).rejects.toThrow(/damaged/);
		expect(listing()).toEqual([]);
	});
});

describe('the automatic backup', () => {
	test('is made when the last is an hour old, and not before', async () => {
		const made: boolean[] = [];
		for (const minutes of [0, 1, 54, 60, 61, 120])
			made.push((await backUpWhenDue(folder, later(minutes))) !== null);
		expect(made).toEqual([true, false, false, true, false, true]);
	});

	test('is made when the last one lies in the future, which a wrong clock does', async () => {
		await backUpWhenDue(folder, later(600));
		expect(await backUpWhenDue(folder, NOON)).not.toBeNull();
	});

	test('deletes those that are not needed any more, with their manifests, and none by hand', async () => {
		await byHand();
		for (let i = 0; i < 30; i++) await backUpWhenDue(folder, later(60 * i));
		// The newest 24 hours, of 23 November 17:00 back to 22 November 18:00, and no day's last beside them.
		expect(backupNames(backupsIn(folder), 'automatic')).toHaveLength(24);
		expect(backupNames(backupsIn(folder), 'manual')).toHaveLength(1);
		expect(listing()).toHaveLength(2 * 25);
	});
});
