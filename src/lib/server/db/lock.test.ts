import { spawnSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PlainError } from '../plainError';
import { lockBackups, lockFolder } from './lock';

const driver = createRequire(import.meta.url).resolve('better-sqlite3');

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'windscreen-lock-'));
});

afterEach(() => {
	rmSync(folder, { recursive: true, force: true });
});

/** A program that takes the lock's file as another Windscreen would, says so, and then does what it is told. */
const another = (then: string) => `
	const Database = require(${JSON.stringify(driver)});
	const lock = new Database(${JSON.stringify(join(folder, 'windscreen.lock'))}, { timeout: 0 });
	try { lock.exec('BEGIN EXCLUSIVE'); console.log('taken'); } catch (error) { console.log(error.code); }
	${then}
`;

const tried = (): string =>
	spawnSync(process.execPath, ['-e', another('')], { encoding: 'utf8' }).stdout.trim();

test('a folder that is taken is refused to another process, and free once it is given back', () => {
	const release = lockFolder(folder);
	expect(tried()).toBe('SQLITE_BUSY');
	release();
	expect(tried()).toBe('taken');
});

test('a process that asks twice has one lock, and asking again does not weaken it', () => {
	const release = lockFolder(folder);
	expect(lockFolder(`${folder}/`)).toBe(release);
	expect(tried()).toBe('SQLITE_BUSY');
	release();
});

test('a folder that another process has is refused in one sentence, until that process is killed', async () => {
	const other = spawn(process.execPath, ['-e', another('setInterval(() => null, 1000);')]);
	await once(other.stdout, 'data');
	expect(() => lockFolder(folder)).toThrow(
		new PlainError(
			`Windscreen is already running on the data folder ${folder}: stop it first, or name another folder in WINDSCREEN_DATA.`,
			{ exitCode: 75 }
		)
	);
	other.kill('SIGKILL');
	await once(other, 'exit');
	lockFolder(folder)();
});

test('backups have a lock of their own, so that a running server can be backed up', () => {
	const release = lockFolder(folder);
	expect(lockBackups(folder)).not.toBe(release);
	lockBackups(folder)();
	release();
});
