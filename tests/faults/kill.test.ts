import Database from 'better-sqlite3';
import { spawnSync } from 'node:child_process';
import {
	copyFileSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ensureBundle } from '../../src/cli/ensure.js';
import { backUp } from '../../src/lib/server/db/backup';
import { backupNames, nameOf } from '../../src/lib/server/db/backups';
import { MIGRATIONS } from '../../src/lib/server/db/migrate';
import { closeStore, openStore } from '../../src/lib/server/db/open';
import { backupsIn, databaseIn } from '../../src/lib/server/db/places';
import { verifyBackup } from '../../src/lib/server/db/restore';
import { addCouncil, councilsIn, dataFolder } from '../support/folder';
import { NEWER } from './newer';

// The first call bundles the program.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const OLD = ['a', 'b', 'c', 'd'];
const BACKED_UP = ['a', 'b'];

let home: string;
let program: string;
let template: string;
let backup: string;
let tables: readonly string[];

/** As a killed server leaves it: the last change stands in the log only. */
beforeAll(async () => {
	program = await ensureBundle('tests/faults/child.ts');
	home = mkdtempSync(join(tmpdir(), 'windscreen-kill-'));
	const running = dataFolder('a', 'b');
	backup = (await backUp(running, home, new Date())).path;
	addCouncil(running, 'c');
	const server = new Database(databaseIn(running));
	server.exec(
		`INSERT INTO council (id, position, revision, details) VALUES ('d', 0, 1, '{"id":"d"}')`
	);
	template = join(home, 'template');
	mkdirSync(template);
	for (const ending of ['', '-wal'])
		copyFileSync(databaseIn(running) + ending, databaseIn(template) + ending);
	tables = tablesOf(server);
	server.close();
	rmSync(running, { recursive: true });
});

afterAll(() => {
	rmSync(home, { recursive: true, force: true });
});

function run(work: string, folder: string, faultAt = 0) {
	const { status, signal, stderr } = spawnSync(process.execPath, [program, work, folder, backup], {
		encoding: 'utf8',
		env: { ...process.env, FAULT_AT: String(faultAt) }
	});
	return { status, signal, stderr };
}

/** Kills the work at its first point, its second and so on until it ends by itself; says which points there were. */
function killAtEach(
	work: string,
	inspect: (folder: string, point: string) => void,
	prepare: (folder: string) => void = () => undefined
): readonly string[] {
	const points: string[] = [];
	for (let at = 1; ; at++) {
		const folder = join(home, `${work}-${at}`);
		cpSync(template, folder, { recursive: true });
		prepare(folder);
		const { status, signal, stderr } = run(work, folder, at);
		if (status === 0) return points;
		expect({ signal, at, stderr }).toMatchObject({ signal: 'SIGKILL' });
		points.push(stderr.trim());
		inspect(folder, stderr.trim());
		rmSync(folder, { recursive: true });
	}
}

const drafts = (folder: string) =>
	(readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.includes('.tmp'));

const tablesOf = (database: Database.Database) =>
	database
		.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
		.pluck()
		.all() as string[];

const newColumns = (database: Database.Database) =>
	(database.pragma('table_info(council)') as readonly { readonly name: string }[]).filter(
		({ name }) => name === 'region'
	).length;

/** The database is of the old release or of the new one, with all of its rows, and nothing in between. */
function expectOldOrNew(folder: string): void {
	const database = new Database(databaseIn(folder));
	const isNew = database.pragma('user_version', { simple: true }) === NEWER.length;
	expect(tablesOf(database)).toEqual(tables);
	expect(newColumns(database)).toBe(isNew ? 1 : 0);
	expect(database.prepare('SELECT id FROM council ORDER BY id').pluck().all()).toEqual(OLD);
	database.close();
}

function expectWholeBackups(folder: string): void {
	for (const name of backupNames(backupsIn(folder)))
		expect(verifyBackup(join(backupsIn(folder), name)).madeAt).not.toBeNull();
}

/** The database is the one from before or the one of the backup, and none of its rows is lost for good. */
function expectPresentOrBackup(folder: string): void {
	const councils = councilsIn(folder);
	expect([OLD, BACKED_UP]).toContainEqual(councils);
	if (councils.length === OLD.length) return;
	const [aside = ''] = readdirSync(folder).filter((name) => /^replaced-.*\.sqlite$/.test(name));
	const before = new Database(join(folder, aside));
	expect(before.prepare('SELECT id FROM council ORDER BY id').pluck().all()).toEqual(OLD);
	before.close();
}

describe('a migration that is killed', () => {
	test('leaves the old release’s database or the new one’s, and goes through at the next start', () => {
		const points = killAtEach('migrate', (folder) => {
			expectOldOrNew(folder);
			const store = openStore(folder, NEWER);
			expect(newColumns(store.$client)).toBe(1);
			closeStore(store);
			expectWholeBackups(folder);
			expect(backupNames(backupsIn(folder), 'before-upgrade').length).toBeGreaterThan(0);
		});
		expect(points).toEqual([
			'the copy is made',
			'the copy is on the disk',
			'the manifest is on the disk',
			'the manifest has its name',
			'the copy has its name',
			'a migration has run',
			'a migration has run',
			'the migration is committed'
		]);
		expect(NEWER).toHaveLength(MIGRATIONS.length + 2);
	});

	test('half way is noticed here, so the test above is not idle', () => {
		expect(() => killAtEach('carelessMigrate', expectOldOrNew)).toThrow('deeply equal');
	});
});

describe('a backup that is killed', () => {
	const inspect = (folder: string) => {
		expectWholeBackups(folder);
		expect(run('backup', folder)).toEqual({ status: 0, signal: null, stderr: '' });
		expect(drafts(folder)).toEqual([]);
		expect(councilsIn(folder)).toEqual(OLD);
	};

	test('leaves no half backup, and the next one clears up', () => {
		expect(killAtEach('backup', inspect)).toEqual([
			'the copy is made',
			'the copy is on the disk',
			'the manifest is on the disk',
			'the manifest has its name',
			'the copy has its name'
		]);
	});

	test('while it thins out older ones leaves those that stay whole', () => {
		const points = killAtEach('automatic', inspect, (folder) => {
			mkdirSync(backupsIn(folder));
			for (let hour = 0; hour < 27; hour++) {
				const name = nameOf('automatic', new Date(Date.UTC(2020, 0, 2, hour)));
				copyFileSync(backup, join(backupsIn(folder), name));
				copyFileSync(`${backup}.json`, join(backupsIn(folder), `${name}.json`));
			}
		});
		// 28 with the new one, each of an hour of its own; 24 stay, among them the last of each day.
		expect(points.slice(5)).toEqual(Array(4).fill('a backup not needed any more is deleted'));
	});

	test('half written is noticed here, so the tests above are not idle', () => {
		const prepare = (folder: string) => {
			mkdirSync(backupsIn(folder));
		};
		expect(() => killAtEach('carelessBackup', expectWholeBackups, prepare)).toThrow('is damaged');
	});
});

describe('a restore that is killed', () => {
	test('leaves the database from before or the backup, and goes through the next time', () => {
		const points = killAtEach('restore', (folder) => {
			expectPresentOrBackup(folder);
			expect(run('restore', folder)).toEqual({ status: 0, signal: null, stderr: '' });
			expect(councilsIn(folder)).toEqual(BACKED_UP);
			expect(drafts(folder)).toEqual([]);
			expect(existsSync(join(folder, 'restoring'))).toBe(false);
		});
		expect(points).toEqual([
			'the backup has been copied',
			'the backup has been opened on trial',
			'the present database is copied as it was',
			'the present database is one file',
			'a part of the present database has its name',
			'a part of the present database has its name',
			'the present database stands aside',
			'the present database has no log',
			'the backup is in place',
			'the restore is done'
		]);
	});

	test('half way is noticed here, so the test above is not idle', () => {
		expect(() => killAtEach('carelessRestore', expectPresentOrBackup)).toThrow(
			'to deep equally contain []'
		);
	});
});
