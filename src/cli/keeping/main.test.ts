import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { addCouncil, councilsIn, dataFolder } from '../../../tests/support/folder';
import { lockBackups, lockFolder } from '../../lib/server/db/lock';

// The first call builds the program.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let folder: string;

beforeAll(() => {
	folder = dataFolder('a');
});

afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

function keep(...words: readonly string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/keep.js', ...words], {
		encoding: 'utf8',
		env: { ...process.env, WINDSCREEN_DATA: folder }
	});
	return { status, stdout, stderr };
}

function backup(): string {
	const [name = ''] = readdirSync(join(folder, 'backups')).filter((found) =>
		found.endsWith('.sqlite')
	);
	return join(folder, 'backups', name);
}

test('a backup is made while a server runs, and a restore has to wait for it to stop', () => {
	const release = lockFolder(folder);
	const made = keep('backup');
	expect(made).toMatchObject({ status: 0, stderr: '' });
	expect(made.stdout).toContain(`Backed up to ${backup()}\nRows: activity 0, `);
	expect(keep('restore', backup())).toEqual({
		status: 75,
		stdout: '',
		stderr: `Windscreen is already running on the data folder ${folder}: stop it first, or name another folder in WINDSCREEN_DATA.\n`
	});
	release();
	addCouncil(folder, 'b');
	const restored = keep('restore', backup());
	expect(restored).toMatchObject({ status: 0, stderr: '' });
	expect(restored.stdout).toContain('The database that was there before stands at ');
	expect(councilsIn(folder)).toEqual(['a']);
});

test('a second backup at the same time is refused', () => {
	const release = lockBackups(folder);
	expect(keep('backup')).toEqual({
		status: 75,
		stdout: '',
		stderr: `A backup of the data folder ${folder} is being made at this moment: wait until it is done.\n`
	});
	release();
});

test('the automatic backup says nothing when all goes well', () => {
	expect(keep('backup', '--automatic')).toEqual({ status: 0, stdout: '', stderr: '' });
	expect(readdirSync(join(folder, 'backups')).some((name) => name.startsWith('automatic-'))).toBe(
		true
	);
});

test('a backup can be checked alone', () => {
	const { status, stdout } = keep('restore', backup(), '--verify');
	expect(status).toBe(0);
	expect(stdout).toMatch(/ is sound\. It is as it was made at .*Rows: .*council 1, /);
	expect(keep('restore', join(folder, 'missing.sqlite'), '--verify')).toEqual({
		status: 1,
		stdout: '',
		stderr: `There is no file ${join(folder, 'missing.sqlite')}.\n`
	});
});

test.each([[[]], [['restore']], [['backup', 'x', 'y']], [['fly']], [['backup', '--fly']]])(
	'the call %j is refused with how to call it',
	(words) => {
		const { status, stdout, stderr } = keep(...words);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toContain('npm run restore -- FILE');
	}
);

test('a restore of nothing lists the backups there are', () => {
	expect(keep('restore').stderr).toContain(`Backups there are, newest first:\n  ${folder}`);
	expect(keep('--help')).toMatchObject({ status: 0, stderr: '' });
});
