import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { councilFile } from '../../tests/support/council';
import { allInPost } from '../../tests/support/records';

// The first call builds the program.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let good: string;
let bad: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'windscreen-program-'));
	[good, bad] = [join(folder, 'good.json'), join(folder, 'bad.json')];
	const text = JSON.stringify(councilFile({ baseline: { posts: [allInPost()] } }));
	writeFileSync(good, text);
	writeFileSync(bad, text.replace('"fte":"1"', '"fte":"12,5"'));
});

afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

function windscreen(...words: readonly string[]) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		['src/cli/windscreen.js', ...words],
		{ encoding: 'utf8' }
	);
	return { status, stdout, stderr };
}

test('a good file is projected: exit code 0, JSON and nothing else on standard output', () => {
	const { status, stdout, stderr } = windscreen('project', good, '--json');
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	expect(JSON.parse(stdout)).toMatchObject({
		council: 'testshire',
		figures: { 'cost.staffing': { byYear: ['40000.00', '40000.00', '40000.00'] } }
	});
});

test('a bad file is refused: exit code 2, the problem on standard error, nothing on standard output', () => {
	expect(windscreen('project', bad, '--json')).toEqual({
		status: 2,
		stdout: '',
		stderr: "baseline.posts[0].fte: '12,5' is not a number; write 12.5\n"
	});
});

test('a bad call is refused: exit code 2 and how to call it', () => {
	const { status, stdout, stderr } = windscreen('fly', good);
	expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
	expect(stderr).toContain("There is no command 'fly'.");
	expect(stderr).toContain('windscreen: the engine on the command line');
});

test('help is no error', () => {
	expect(windscreen('--help')).toMatchObject({ status: 0, stderr: '' });
});

test('a reader that stops early is no failure', () => {
	const program = `"${process.execPath}" src/cli/windscreen.js`;
	const { stdout, stderr } = spawnSync(
		'sh',
		['-c', `${program} project scenarios/fernshire.json --json | head -n 1`],
		{ encoding: 'utf8' }
	);
	expect({ stdout, stderr }).toEqual({ stdout: '{\n', stderr: '' });
});
