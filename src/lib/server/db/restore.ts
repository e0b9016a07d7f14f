import Database from 'better-sqlite3';
import {
	constants,
	copyFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync
} from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { PlainError } from '../plainError';
import { DRAFT } from './backups';
import { brokenLinkOf, contentsOf, type Contents } from './contents';
import { makeFile, makeFolder, sync } from './folder';
import { refuseForeign, refuseNewer } from './identity';
import { lockBackups, lockFolder } from './lock';
import { readManifest, sha256Of } from './manifest';
import { MIGRATIONS } from './migrate';
import { closeStore, openStore } from './open';
import { databaseIn } from './places';
import { isWhollySound } from './sound';
import { step } from './step';
import { codeOf, inPlainWords } from './trouble';

/** A backup that was looked at: what it holds, and when it was made if its manifest says so. */
export interface Verified extends Contents {
	readonly madeAt: string | null;
	/** The place in the activity from which on it is not as it was written; null where all of it stands. */
	readonly activityBrokenAt: number | null;
}

/** A restore that is done: what is in place now, and where the database that was there before stands. */
export interface Restored extends Verified {
	readonly setAside: string | null;
}

/** Looks at a backup without changing anything: its hash, its pages, its rows and its version, or why it is no good. */
export function verifyBackup(backup: string, migrations = MIGRATIONS): Verified {
	if (!existsSync(backup)) throw new PlainError(`There is no file ${backup}.`);
	if (!statSync(backup).isFile()) throw new PlainError(`${backup} is no file: name a backup.`);
	const log = `${backup}-wal`;
	if (existsSync(log) && statSync(log).size > 0)
		throw new PlainError(
			`${backup} is a database in use and no backup, for ${log} holds a part of it: make a backup with npm run backup.`
		);
	const manifest = readManifest(backup);
	if (manifest !== null && manifest.sha256 !== sha256Of(backup))
		throw new PlainError(
			`${backup} is not as it was when it was made: its sha256 is another than its manifest has. Choose another backup.`
		);
	const found = lookInto(backup, migrations.length);
	if (manifest === null) return { ...found, madeAt: null };
	if (!isDeepStrictEqual({ ...manifest, ...found }, manifest))
		throw new PlainError(`${backup} does not hold what its manifest lists: choose another backup.`);
	return { ...found, madeAt: manifest.madeAt };
}

/**
 * Puts a backup in the place of the database, while no server runs. The backup is opened first, just as the server
 * would open it; only then does it take the place of the database, in one step, and that one stays beside it.
 */
export function restore(
	folder: string,
	backup: string,
	now: Date,
	migrations = MIGRATIONS
): Restored {
	makeFolder(folder);
	const releaseFolder = lockFolder(folder);
	try {
		const releaseBackups = lockBackups(folder);
		try {
			return restoreAlone(folder, backup, now, migrations);
		} finally {
			releaseBackups();
		}
	} finally {
		releaseFolder();
	}
}

function restoreAlone(
	folder: string,
	backup: string,
	now: Date,
	migrations: readonly string[]
): Restored {
	const verified = verifyBackup(backup, migrations);
	const trial = join(folder, 'restoring');
	try {
		sweep(folder);
		mkdirSync(trial, { mode: 0o700 });
		const contents = tryOut(backup, trial, migrations);
		step('the backup has been opened on trial');
		const setAside = setPresentAside(folder, now);
		renameSync(databaseIn(trial), databaseIn(folder));
		sync(folder);
		step('the backup is in place');
		rmSync(trial, { recursive: true });
		step('the restore is done');
		return { ...verified, ...contents, setAside };
	} catch (error) {
		throw inPlainWords(error, databaseIn(folder));
	}
}

/** Throws away what a restore that was broken off had not finished. */
function sweep(folder: string): void {
	rmSync(join(folder, 'restoring'), { recursive: true, force: true });
	for (const name of readdirSync(folder))
		if (name.startsWith('replaced-') && name.includes(DRAFT)) rmSync(join(folder, name));
}

/** Copies the backup into a folder of its own and opens it there as the server does: pragmas, checks and migrations. */
function tryOut(backup: string, trial: string, migrations: readonly string[]): Contents {
	const file = databaseIn(trial);
	makeFile(file);
	copyFileSync(backup, file);
	step('the backup has been copied');
	const store = openStore(trial, migrations);
	const contents = contentsOf(store.$client);
	closeStore(store);
	sync(file);
	return contents;
}

function lookInto(backup: string, known: number): Omit<Verified, 'madeAt'> {
	try {
		const database = new Database(backup, { readonly: true });
		try {
			refuseForeign(database);
			refuseNewer(database, known);
			const contents = contentsOf(database);
			if (contents.version === 0)
				throw new PlainError(`${backup} is empty: choose another backup.`);
			if (!isWhollySound(database)) throw damagedBackup(backup);
			return { ...contents, activityBrokenAt: brokenLinkOf(database) };
		} finally {
			database.close();
		}
	} catch (error) {
		if (isDamage(error)) throw damagedBackup(backup, error);
		throw inPlainWords(error, backup);
	}
}

function damagedBackup(backup: string, cause?: unknown): PlainError {
	return new PlainError(`The backup ${backup} is damaged: choose another.`, { cause });
}

function isDamage(error: unknown): boolean {
	return ['SQLITE_CORRUPT', 'SQLITE_NOTADB'].includes(codeOf(error) ?? '');
}

/**
 * Copies the present database aside, and then removes its log: one that stayed would be taken for the restored
 * database's own. A damaged database is copied as it was before SQLite touched it, which throws away a log that it
 * cannot use.
 */
function setPresentAside(folder: string, now: Date): string | null {
	const file = databaseIn(folder);
	if (!existsSync(file) || statSync(file).size === 0) return null;
	const aside = join(folder, `replaced-${now.toISOString().replace(/[:.]/g, '-')}.sqlite`);
	try {
		copyParts(file, aside + DRAFT);
		step('the present database is copied as it was');
		if (gatherPresent(file)) {
			dropParts(aside + DRAFT);
			step('the present database is one file');
			copyParts(file, aside + DRAFT);
		}
		nameParts(aside + DRAFT, aside);
	} finally {
		dropParts(aside + DRAFT);
	}
	sync(folder);
	step('the present database stands aside');
	for (const ending of ['-wal', '-shm']) rmSync(file + ending, { force: true });
	sync(folder);
	step('the present database has no log');
	return aside;
}

// The log first: under the final name stands nothing that lacks a part.
const PARTS = ['-wal', ''] as const;

function copyParts(from: string, to: string): void {
	for (const part of PARTS) {
		if (!existsSync(from + part)) continue;
		copyFileSync(from + part, to + part, constants.COPYFILE_EXCL);
		sync(to + part);
	}
}

function nameParts(from: string, to: string): void {
	for (const part of PARTS) {
		if (existsSync(from + part)) renameSync(from + part, to + part);
		step('a part of the present database has its name');
	}
}

function dropParts(path: string): void {
	for (const part of PARTS) rmSync(path + part, { force: true });
}

/**
 * Takes the log into the database, which also proves that nobody else has it open, and says whether that worked; it does
 * not where the database is damaged.
 */
function gatherPresent(file: string): boolean {
	try {
		const database = new Database(file);
		try {
			refuseForeign(database);
			if (database.pragma('journal_mode = DELETE', { simple: true }) !== 'delete')
				throw new PlainError(
					`Another program has the database ${file} open: close that program and try again.`
				);
			return true;
		} finally {
			database.close();
		}
	} catch (error) {
		if (isDamage(error)) return false;
		throw inPlainWords(error, file);
	}
}
