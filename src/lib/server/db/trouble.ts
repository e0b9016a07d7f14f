import Database from 'better-sqlite3';
import { PlainError } from '../plainError';

type Sentence = (path: string) => string;

const noRoom: Sentence = (path) =>
	`There is no room left on the disk for ${path}: free some space and start Windscreen again.`;
const notAllowed: Sentence = (path) =>
	`${path} may not be written by this account: allow it, or name another data folder in WINDSCREEN_DATA.`;
const readOnly: Sentence = (path) =>
	`${path} cannot be written, because its disk or the file is read-only: name another data folder in WINDSCREEN_DATA.`;

const sentences: Readonly<Record<string, Sentence>> = {
	EACCES: notAllowed,
	EPERM: notAllowed,
	EROFS: readOnly,
	ENOSPC: noRoom,
	EDQUOT: noRoom,
	ENOENT: (path) =>
		`${path} cannot be made, because the folder above it is not there: make that one, or name another data folder in WINDSCREEN_DATA.`,
	ENOTDIR: (path) =>
		`${path} cannot be made, because a file stands where a folder should: name another data folder in WINDSCREEN_DATA.`,
	EISDIR: (path) => `${path} is a folder, where the database should be: move it away.`,
	SQLITE_BUSY: (path) =>
		`The database ${path} is locked by another program: close that program and start Windscreen again.`,
	SQLITE_NOTADB: damaged,
	SQLITE_CORRUPT: damaged,
	SQLITE_READONLY: readOnly,
	SQLITE_CANTOPEN: (path) =>
		`The database ${path} cannot be opened: see that its folder can be written, or name another in WINDSCREEN_DATA.`,
	SQLITE_FULL: noRoom,
	SQLITE_IOERR: (path) =>
		`The disk failed while the database ${path} was read or written: check the disk before anything else.`
};

/** What a person can do about a damaged database file. */
export function damaged(path: string): string {
	return `The database ${path} is damaged: move it away and put a backup in its place, or start without one to begin again with the examples.`;
}

/** What the disk or SQLite refused, as one sentence about the file or folder; any other error as it came. */
export function inPlainWords(error: unknown, path: string): unknown {
	if (error instanceof PlainError) return error;
	const sentence = sentences[codeOf(error) ?? ''];
	return sentence === undefined ? error : new PlainError(sentence(path), { cause: error });
}

/** 'SQLITE_IOERR' of an 'SQLITE_IOERR_WRITE': what went wrong, without where in SQLite it did. */
function codeOf(error: unknown): string | undefined {
	if (error instanceof Database.SqliteError) return error.code.split('_').slice(0, 2).join('_');
	if (error instanceof Error && 'code' in error && typeof error.code === 'string')
		return error.code;
	return undefined;
}
