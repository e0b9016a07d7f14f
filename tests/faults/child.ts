import { closeSync, copyFileSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { backUp, backUpWhenDue } from '../../src/lib/server/db/backup';
import { MIGRATIONS } from '../../src/lib/server/db/migrate';
import { closeStore, openStore } from '../../src/lib/server/db/open';
import { backupsIn, databaseIn } from '../../src/lib/server/db/places';
import { restore } from '../../src/lib/server/db/restore';
import { step } from '../../src/lib/server/db/step';
import { troubleBehind } from '../../src/lib/server/db/trouble';
import { PlainError } from '../../src/lib/server/plainError';
import { NEWER } from './newer';

const [work = '', folder = '', backup = ''] = process.argv.slice(2);

/** What the tests of this folder have a process of its own do, so that it can be killed or be refused its disk. */
const works: Readonly<Record<string, () => unknown>> = {
	migrate: () => {
		closeStore(openStore(folder, NEWER));
	},
	backup: () => backUp(folder, backupsIn(folder), new Date()),
	automatic: () => backUpWhenDue(folder, new Date()),
	restore: () => restore(folder, backup, new Date()),
	// How each of them must not be done: the tests have to notice.
	carelessMigrate: () => {
		const database = new Database(databaseIn(folder));
		for (const statement of NEWER.slice(MIGRATIONS.length).join(';').split(';')) {
			database.exec(statement);
			step('a statement has run');
		}
		database.pragma(`user_version = ${NEWER.length}`);
		step('the version is set');
	},
	carelessBackup: () => {
		const bytes = readFileSync(databaseIn(folder));
		const file = openSync(join(backupsIn(folder), 'manual-2026-01-01T00-00-00-000Z.sqlite'), 'w');
		for (const half of [bytes.subarray(0, 8192), bytes.subarray(8192)]) {
			writeSync(file, half);
			step('a half is written');
		}
		closeSync(file);
	},
	carelessRestore: () => {
		rmSync(databaseIn(folder));
		step('the present database is deleted');
		copyFileSync(backup, databaseIn(folder));
		step('the backup is in place');
	},
	/** Writes until the disk refuses, then a little once more. */
	write: () => {
		const store = openStore(folder);
		const write = (id: string, length: number) => {
			store.$client
				.prepare(
					`INSERT INTO council (id, position, revision, details) VALUES (?, 0, 1, json_object('id', ?, 'name', hex(zeroblob(?))))`
				)
				.run(id, id, length);
		};
		let refused = 'nothing';
		try {
			write('too-long', 4_000_000);
		} catch (error) {
			refused = String(troubleBehind(error));
		}
		write('short', 10);
		const ids = store.$client.prepare('SELECT id FROM council ORDER BY id').pluck().all();
		closeStore(store);
		process.stdout.write(JSON.stringify({ refused, ids }));
	}
};

try {
	await works[work]?.();
} catch (error) {
	process.stderr.write(`${error instanceof PlainError ? error.message : String(error)}\n`);
	process.exitCode = 1;
}
