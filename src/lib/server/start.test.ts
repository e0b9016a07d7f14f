import Database from 'better-sqlite3';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { localUser, program } from './access/policy';
import { edit } from '../../../tests/support/kept';
import { listCouncils, loadCouncil } from './councils';
import { saveEdit } from './edits';
import { databaseIn } from './db/places';
import { loadExamples } from './examples';
import { prepareStore, store } from './start';

const { env } = vi.hoisted(() => ({ env: { WINDSCREEN_DATA: '' } }));
vi.mock('$env/dynamic/private', () => ({ env }));

const shutDown = () => (process as NodeJS.EventEmitter).emit('sveltekit:shutdown');

beforeEach(() => {
	env.WINDSCREEN_DATA = mkdtempSync(join(tmpdir(), 'windscreen-start-'));
});

afterEach(() => {
	shutDown();
	rmSync(env.WINDSCREEN_DATA, { recursive: true, force: true });
});

test('the first start fills in both examples, under their own names', async () => {
	await prepareStore();
	expect(listCouncils(store(), localUser).map(({ id, invented }) => [id, invented])).toEqual([
		['cheshire-east', false],
		['fernshire', true]
	]);
});

test('loading the examples again does nothing, even where somebody has edited one', async () => {
	await prepareStore();
	const context = { user: localUser, council: 'fernshire' };
	const council = loadCouncil(store(), context);
	if (council === null) throw new Error('Fernshire is missing.');
	const was = council.council.name;
	saveEdit(
		store(),
		{ ...context, user: program },
		edit([{ op: 'set', row: 'council', path: ['name'], was, value: 'Edited' }])
	);
	const before = store().$client.prepare('SELECT * FROM council').all();
	await loadExamples(store());
	expect(store().$client.prepare('SELECT * FROM council').all()).toEqual(before);
	expect(loadCouncil(store(), context)?.council.name).toBe('Edited');
});

test('an example that is missing comes back without the others being touched', async () => {
	await prepareStore();
	const kept = store().$client.prepare(`SELECT * FROM council WHERE id = 'fernshire'`).all();
	for (const table of ['change', 'scenario', 'pack', 'fact', 'record'])
		store().$client.exec(`DELETE FROM "${table}" WHERE council = 'cheshire-east'`);
	store().$client.exec(`DELETE FROM council WHERE id = 'cheshire-east'`);
	await loadExamples(store());
	expect(loadCouncil(store(), { user: localUser, council: 'cheshire-east' })).not.toBeNull();
	expect(store().$client.prepare(`SELECT * FROM council WHERE id = 'fernshire'`).all()).toEqual(
		kept
	);
});

test('a shutdown closes the database and leaves one whole file beside the empty one of the lock', async () => {
	await prepareStore();
	const before = store();
	shutDown();
	expect(before.$client.open).toBe(false);
	expect(readdirSync(env.WINDSCREEN_DATA)).toEqual(['windscreen.lock', 'windscreen.sqlite']);
});

test('what is in the way is one sentence under the name that the command line knows', async () => {
	writeFileSync(databaseIn(env.WINDSCREEN_DATA), 'x'.repeat(5000));
	await expect(prepareStore()).rejects.toMatchObject({
		name: 'PlainError',
		message: expect.stringMatching(/^The database .* is damaged: [^\n]*\.$/) as string
	});
});

test('a database that another program is writing to is said so too, and starts once it is free', async () => {
	store();
	const other = new Database(databaseIn(env.WINDSCREEN_DATA));
	other.exec('BEGIN IMMEDIATE');
	await expect(prepareStore()).rejects.toMatchObject({
		name: 'PlainError',
		message: expect.stringMatching(/ is locked by another program: /) as string
	});
	other.close();
	await prepareStore();
	expect(listCouncils(store(), localUser)).toHaveLength(2);
});
