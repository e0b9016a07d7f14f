import Database from 'better-sqlite3';
import { dirname, join } from 'node:path';
import { PlainError } from '../plainError';
import { backupNames } from './backups';
import { backupsIn } from './places';

type Sentence = (path: string, instead: string) => string;

const noRoom: Sentence = (path) =>
	`There is no room left on the disk for ${path}: free some space and try again.`;
const notAllowed: Sentence = (path, instead) =>
	`${path} may not be written by this account: allow it, or ${instead}.`;
const readOnly: Sentence = (path, instead) =>
	`${path} cannot be written, because its disk or the file is read-only: ${instead}.`;

const sentences: Readonly<Record<string, Sentence>> = {
	EACCES: notAllowed,
	EPERM: notAllowed,
	EROFS: readOnly,
	ENOSPC: noRoom,
	EDQUOT: noRoom,
	ENOENT: (path, instead) =>
		`${path} cannot be made, because the folder above it is not there: make that one, or ${instead}.`,
	ENOTDIR: (path, instead) =>
		`${path} cannot be made, because a file stands where a folder should: ${instead}.`,
	SQLITE_BUSY: (path) =>
		`The database ${path} is locked by another program: close that program and try again.`,
	SQLITE_NOTADB: damaged,
	SQLITE_CORRUPT: damaged,
	SQLITE_READONLY: readOnly,
	SQLITE_CANTOPEN: (path, instead) =>
		`The database ${path} cannot be opened: see that its folder can be written, or ${instead}.`,
	SQLITE_FULL: noRoom,
	SQLITE_IOERR: (path) =>
		`The disk failed while the database ${path} was read or written: check the disk before anything else.`
};

/** What a person can do about a damaged database file: the backups there are, newest first, and the command. */
export function damaged(path: string): string {
	const folder = backupsIn(dirname(path));
	const [newest, ...older] = backupNames(folder);
	if (newest === undefined)
		return `The database ${path} is damaged: restore a backup with npm run restore -- FILE (there is none in ${folder}), or move the database away to begin again with the examples.`;
	const others = older.length === 0 ? '' : `; ${older.length} older in ${folder}`;
	return `The database ${path} is damaged: restore the newest backup with npm run restore -- ${join(folder, newest)} (the damaged file is kept${others}).`;
}

const ANOTHER_DATA_FOLDER = 'name another data folder in WINDSCREEN_DATA';

/** What the disk or SQLite refused, as one sentence about the file or folder; any other error as it came. */
export function inPlainWords(error: unknown, path: string, instead = ANOTHER_DATA_FOLDER): unknown {
	if (error instanceof PlainError) return error;
	const sentence = sentences[codeOf(error) ?? ''];
	return sentence === undefined ? error : new PlainError(sentence(path, instead), { cause: error });
}

/** What keeps the database from being written or read while the server runs. */
export type Trouble = 'full' | 'readOnly' | 'failing' | 'busy' | 'damaged';

const troubles: Readonly<Record<string, Trouble>> = {
	SQLITE_FULL: 'full',
	SQLITE_READONLY: 'readOnly',
	SQLITE_CANTOPEN: 'failing',
	SQLITE_IOERR: 'failing',
	SQLITE_BUSY: 'busy',
	SQLITE_NOTADB: 'damaged',
	SQLITE_CORRUPT: 'damaged'
};

/** The trouble with the disk that an error comes from, at whatever depth; null where it comes from something else. */
export function troubleBehind(error: unknown): Trouble | null {
	const trouble = troubles[codeOf(error) ?? ''];
	if (trouble !== undefined) return trouble;
	return error instanceof Error && error.cause !== undefined ? troubleBehind(error.cause) : null;
}

/** The HTTP status for a trouble: 507 where space is short, 503 for what may pass or needs a person. */
export function statusOf(trouble: Trouble): 503 | 507 {
	return trouble === 'full' ? 507 : 503;
}

/** 'SQLITE_IOERR' of an 'SQLITE_IOERR_WRITE': what went wrong, without where in SQLite it did. */
export function codeOf(error: unknown): string | undefined {
	if (error instanceof Database.SqliteError) return error.code.split('_').slice(0, 2).join('_');
	if (error instanceof Error && 'code' in error && typeof error.code === 'string')
		return error.code;
	return undefined;
}
