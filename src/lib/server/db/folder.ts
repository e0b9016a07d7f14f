import {
	accessSync,
	closeSync,
	constants,
	existsSync,
	fsyncSync,
	mkdirSync,
	openSync,
	statSync
} from 'node:fs';
import { PlainError } from '../plainError';
import { codeOf, inPlainWords } from './trouble';

/** Sees that a folder is there and can be written; a missing one is made for its owner alone. */
export function makeFolder(folder: string, instead?: string): void {
	try {
		// The folder itself only: a mistyped path should not grow a tree of folders and an empty database.
		if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
		if (!statSync(folder).isDirectory())
			throw new PlainError(`${folder} is a file, where a folder should be: move it away.`);
		accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
	} catch (error) {
		throw inPlainWords(error, folder, instead);
	}
}

/**
 * Sees that a file is there and can be written; a missing one is made empty and for its owner alone, where SQLite would
 * make it readable by everybody. One that is there is not opened: closing it again would drop the locks that SQLite has
 * on it in this process.
 */
export function makeFile(path: string): void {
	try {
		closeSync(openSync(path, 'ax', 0o600));
	} catch (error) {
		if (codeOf(error) !== 'EEXIST') throw inPlainWords(error, path);
	}
	if (statSync(path).isDirectory())
		throw new PlainError(`${path} is a folder, where a file should be: move it away.`);
	try {
		accessSync(path, constants.R_OK | constants.W_OK);
	} catch (error) {
		throw inPlainWords(error, path);
	}
}

/** Has the disk keep a file's bytes, or a folder's list of names, before anything that follows. */
export function sync(path: string): void {
	const isFolder = statSync(path).isDirectory();
	// Windows has no way to sync a folder.
	if (isFolder && process.platform === 'win32') return;
	const file = openSync(path, isFolder ? 'r' : 'r+');
	try {
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
}
