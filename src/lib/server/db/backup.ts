import Database from 'better-sqlite3';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '../plainError';
import {
	backupNames,
	deleteBackup,
	momentOf,
	nameOf,
	surplus,
	sweepDrafts,
	type Occasion
} from './backups';
import { contentsOf, type Contents } from './contents';
import { dropDraft, makeDraft, nameDraft, proveDraft } from './copy';
import { makeFolder } from './folder';
import { refuseForeign } from './identity';
import { lockBackups } from './lock';
import type { Manifest } from './manifest';
import { backupsIn, databaseIn } from './places';
import { step } from './step';
import { inPlainWords } from './trouble';

// 4 MB of pages at a time.
const PAGES_AT_ONCE = 1024;

const LONGEST_WAIT_MS = 5000;

const ANOTHER_FOLDER = 'name another folder for the backup';

// Less than an hour, or a start that is a moment late would skip every second backup.
const OFTEN_ENOUGH_MS = 55 * 60 * 1000;

/** A backup that has been made: where it stands, and its manifest. */
export interface Backup {
	readonly path: string;
	readonly manifest: Manifest;
}

/** Backs up the database of a data folder into a folder of backups; a running server goes on writing meanwhile. */
export async function backUp(folder: string, into: string, now: Date): Promise<Backup> {
	return exclusively(folder, into, () => copyDatabase(folder, into, 'manual', now));
}

/** Makes the hourly backup when it is due, and deletes the automatic ones that are not needed any more. */
export async function backUpWhenDue(folder: string, now: Date): Promise<Backup | null> {
	const into = backupsIn(folder);
	return exclusively(folder, into, async () => {
		const [newest = ''] = backupNames(into, 'automatic');
		const age = now.getTime() - (momentOf(newest)?.getTime() ?? Number.NEGATIVE_INFINITY);
		// A negative age is a clock that was wrong then or is now: neither is a reason to go without.
		if (age >= 0 && age < OFTEN_ENOUGH_MS) return null;
		const backup = await copyDatabase(folder, into, 'automatic', now);
		for (const name of surplus(backupNames(into))) {
			deleteBackup(into, name);
			step('a backup not needed any more is deleted');
		}
		return backup;
	});
}

async function exclusively<T>(folder: string, into: string, work: () => Promise<T>): Promise<T> {
	const file = databaseIn(folder);
	if (!existsSync(file) || statSync(file).size === 0)
		throw new PlainError(
			`There is no database in ${folder}: name its data folder in WINDSCREEN_DATA, or start Windscreen once.`
		);
	const release = lockBackups(folder);
	try {
		makeFolder(into, ANOTHER_FOLDER);
		sweepDrafts(into);
		return await work();
	} finally {
		release();
	}
}

async function copyDatabase(
	folder: string,
	into: string,
	occasion: Occasion,
	now: Date
): Promise<Backup> {
	const path = join(into, nameOf(occasion, now));
	try {
		const draft = makeDraft(path);
		const contents = await copyPages(databaseIn(folder), draft);
		step('the copy is made');
		const manifest = proveDraft(path, contents, now);
		nameDraft(path, manifest);
		return { path, manifest };
	} catch (error) {
		throw inPlainWords(error, path, ANOTHER_FOLDER);
	} finally {
		dropDraft(path);
	}
}

/**
 * Copies the database as it is at one moment, and says what it held then. The transaction holds that moment: without it
 * SQLite starts the copy again whenever another process writes, and under a steady load never ends.
 */
async function copyPages(file: string, draft: string): Promise<Contents> {
	const database = openToRead(file);
	try {
		const contents = momentOfReading(database, file);
		// What fails from here on is the disk that is written to.
		await database.backup(draft, { progress: () => PAGES_AT_ONCE });
		database.exec('COMMIT');
		return contents;
	} finally {
		database.close();
	}
}

function openToRead(file: string): Database.Database {
	try {
		return new Database(file, { fileMustExist: true, timeout: LONGEST_WAIT_MS });
	} catch (error) {
		throw inPlainWords(error, file);
	}
}

/** Begins the transaction that holds the moment. */
function momentOfReading(database: Database.Database, file: string): Contents {
	try {
		refuseForeign(database);
		database.exec('BEGIN');
		return contentsOf(database);
	} catch (error) {
		throw inPlainWords(error, file);
	}
}
