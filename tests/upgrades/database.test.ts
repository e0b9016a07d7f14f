import Database from 'better-sqlite3';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyChain } from '../../src/lib/server/activityChain';
import { localUser } from '../../src/lib/server/access/policy';
import { listCouncils, loadCouncil } from '../../src/lib/server/councils';
import { backupNames } from '../../src/lib/server/db/backups';
import { MIGRATIONS } from '../../src/lib/server/db/migrate';
import { closeStore, openStore } from '../../src/lib/server/db/open';
import { backupsIn, databaseIn } from '../../src/lib/server/db/places';
import { restore, verifyBackup } from '../../src/lib/server/db/restore';
import { NEWER } from '../faults/newer';

const RELEASED = /^version-(\d+)\.sql$/;

const texts = readdirSync(import.meta.dirname)
	.filter((name) => RELEASED.test(name))
	.map((name) => ({
		version: Number(RELEASED.exec(name)?.[1]),
		sql: readFileSync(join(import.meta.dirname, name), 'utf8')
	}));

type Row = Readonly<Record<string, unknown>>;
type Rows = readonly Row[];

let home: string;

beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'windscreen-upgrade-'));
});

afterEach(() => {
	rmSync(home, { recursive: true, force: true });
});

/** A data folder as the release left it. */
function released(sql: string): string {
	const folder = join(home, 'data');
	mkdirSync(folder);
	const database = new Database(databaseIn(folder));
	fill(database, sql);
	database.close();
	return folder;
}

/** In one transaction: rows may refer to rows that follow, and a disk that is busy takes long over each. */
function fill(database: Database.Database, sql: string): void {
	database.exec(`BEGIN; ${sql} COMMIT;`);
}

/** Every row of every table that a release had, with the columns that it had; from another database, those columns. */
function rowsOf(database: Database.Database, like = database): ReadonlyMap<string, Rows> {
	const tables = like
		.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'`)
		.pluck()
		.all() as string[];
	return new Map(
		tables.map((table) => {
			const info = like.pragma(`table_info("${table}")`) as readonly { name: string; pk: number }[];
			const list = (of: typeof info) => of.map(({ name }) => `"${name}"`).join(', ');
			const [columns, keys] = [list(info), list(info.filter(({ pk }) => pk > 0))];
			return [
				table,
				(database.prepare(`SELECT ${columns} FROM "${table}" ORDER BY ${keys}`).all() as Row[]).map(
					decoded
				)
			];
		})
	);
}

/** A row whose JSON is read, so that it can be compared field by field. */
function decoded(row: Row): Row {
	const read = (value: unknown): unknown =>
		typeof value === 'string' && /^[[{]/.test(value) ? JSON.parse(value) : value;
	return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, read(value)]));
}

test('a database of every released version is kept here, so that none is forgotten', () => {
	// write.ts makes it; that of the newest version is made before the next migration is added.
	const needed = Array.from({ length: MIGRATIONS.length - 1 }, (_, i) => i + 1);
	expect(texts.map(({ version }) => version)).toEqual(expect.arrayContaining(needed));
});

describe.each(texts)('the database of version $version', ({ version, sql }) => {
	test('opens with every row that it had', () => {
		const folder = released(sql);
		const original = new Database(':memory:');
		fill(original, sql);
		const store = openStore(folder);
		expect(store.$client.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
		const [now, before] = [rowsOf(store.$client, original), rowsOf(original)];
		expect([...now.keys()]).toEqual([...before.keys()]);
		for (const [table, rows] of before) {
			expect(now.get(table), table).toHaveLength(rows.length);
			// A migration may put more into what is kept as JSON, and take nothing out of it.
			expect(now.get(table), table).toMatchObject(rows);
		}
		expect(verifyChain(store.$client)).toBeNull();
		// One statement a line in the text, counted without any database.
		const inserted = sql.match(/^INSERT INTO /gm)?.length ?? 0;
		const kept = [...now.values()].flat();
		expect(inserted).toBeGreaterThan(100);
		expect(kept).toHaveLength(inserted);
		closeStore(store);
		original.close();
	});

	test('opens with councils that the engine can read', () => {
		const store = openStore(released(sql));
		const councils = listCouncils(store, localUser);
		expect(councils.map(({ id }) => id)).toEqual(['fernshire']);
		const council = loadCouncil(store, { user: localUser, council: 'fernshire' });
		expect(council?.scenarios.length).toBe(sql.match(/^INSERT INTO scenario /gm)?.length);
		expect(council?.facts.length).toBe(sql.match(/^INSERT INTO fact /gm)?.length ?? 0);
		closeStore(store);
	});

	test('is backed up before a later release changes it, and that backup can be restored', () => {
		const folder = released(sql);
		closeStore(openStore(folder, NEWER));
		const [name = ''] = backupNames(backupsIn(folder), 'before-upgrade');
		const backup = join(backupsIn(folder), name);
		const verified = verifyBackup(backup);
		expect(verified.version).toBe(version);
		const restored = restore(folder, backup, new Date());
		expect(restored.version).toBe(MIGRATIONS.length);
		expect(restored.rows).toMatchObject(verified.rows);
	});
});
