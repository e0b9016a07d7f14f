import { expect, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILT_SERVER, start } from '../support/builtServer';

let folder: string;

test.beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'windscreen-two-'));
});

test.afterEach(() => {
	rmSync(folder, { recursive: true, force: true });
});

/** Runs a built program on the data folder until it ends by itself. */
function ran(program: string, ...words: readonly string[]) {
	const { status, stderr } = spawnSync(process.execPath, [join('build', program), ...words], {
		encoding: 'utf8',
		env: { ...process.env, PORT: '4129', WINDSCREEN_DATA: folder }
	});
	return { status, stderr };
}

test('a second server on the same data folder says so and exits with 75, until the first is killed', async () => {
	const first = await start(BUILT_SERVER, folder);
	expect(ran('index.js')).toEqual({
		status: 75,
		stderr: `Windscreen is already running on the data folder ${folder}: stop it first, or name another folder in WINDSCREEN_DATA.\n`
	});
	expect((await fetch(first.origin)).status).toBe(200);
	await first.kill();
	const next = await start(BUILT_SERVER, folder);
	expect((await fetch(next.origin)).status).toBe(200);
	await next.stop();
});

test('a server that is stopped leaves one whole file, which the built program backs up and restores', async () => {
	const first = await start(BUILT_SERVER, folder);
	await first.stop();
	expect(readdirSync(folder).toSorted()).toEqual(['windscreen.lock', 'windscreen.sqlite']);
	expect(ran('keep.js', 'backup')).toEqual({ status: 0, stderr: '' });
	const [name = ''] = readdirSync(join(folder, 'backups'));
	expect(ran('keep.js', 'restore', join(folder, 'backups', name))).toEqual({
		status: 0,
		stderr: ''
	});
	const next = await start(BUILT_SERVER, folder);
	expect((await fetch(`${next.origin}/councils/fernshire`)).status).toBe(200);
	await next.stop();
});
