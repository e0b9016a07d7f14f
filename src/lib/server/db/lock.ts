import Database from 'better-sqlite3';
import { join, resolve } from 'node:path';
import { PlainError, TRY_LATER } from '../plainError';
import { makeFile } from './folder';
import { codeOf, inPlainWords } from './trouble';

/** Gives a lock back. */
export type Release = () => void;

// The lock is the process's: while developing, a module that asks for it may be loaded twice.
const held = new Map<string, Release>();

/** Takes a data folder for this process, until it is given back or the process ends, however it ends. */
export function lockFolder(folder: string): Release {
	return lock(
		join(folder, 'windscreen.lock'),
		`Windscreen is already running on the data folder ${folder}: stop it first, or name another folder in WINDSCREEN_DATA.`
	);
}

/** Keeps backups of a data folder apart from each other, and from a restore. */
export function lockBackups(folder: string): Release {
	return lock(
		join(folder, 'backup.lock'),
		`A backup of the data folder ${folder} is being made at this moment: wait until it is done.`
	);
}

/** A lock that SQLite holds on an empty database: the system frees it with the process, so that none is left over. */
function lock(file: string, taken: string): Release {
	const key = resolve(file);
	const mine = held.get(key);
	if (mine !== undefined) return mine;
	const database = open(file);
	try {
		// Nothing is ever written, so that a full disk does not stand in the way.
		database.pragma('journal_mode = MEMORY');
		database.exec('BEGIN EXCLUSIVE');
	} catch (error) {
		database.close();
		throw codeOf(error) === 'SQLITE_BUSY'
			? new PlainError(taken, { cause: error, exitCode: TRY_LATER })
			: inPlainWords(error, file);
	}
	const release = () => {
		held.delete(key);
		database.close();
	};
	held.set(key, release);
	return release;
}

function open(file: string): Database.Database {
	makeFile(file);
	try {
		return new Database(file, { timeout: 0 });
	} catch (error) {
		throw inPlainWords(error, file);
	}
}
