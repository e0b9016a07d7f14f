import { expect, test } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	BUILT_SERVER,
	start,
	visitor,
	visitorNamed,
	type Running,
	type Visitor
} from '../support/builtServer';

const EDITS = '/councils/fernshire/edits';
const UNDO = '/councils/fernshire/undo';

// A server of its own: what is edited here would otherwise be seen by the other tests.
let folder: string;
let server: Running;
let ann: Visitor;
let ben: Visitor;

test.beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'windscreen-editing-'));
	server = await start(BUILT_SERVER, folder);
	[ann, ben] = [await visitorNamed(server, 'Ann'), await visitorNamed(server, 'Ben')];
});

test.afterAll(async () => {
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
});

interface State {
	readonly revision: number;
	readonly file: { readonly council: { readonly name: string; readonly description: string } };
}

const stateOf = async () => (await (await ann.get('/councils/fernshire/state')).json()) as State;

const setField = (field: 'name' | 'description', was: string, value: string) => ({
	op: 'set',
	row: 'council',
	path: [field],
	was,
	value
});

const editOf = (seen: number, ...operations: readonly object[]) => ({
	request: randomUUID(),
	seen,
	scenario: null,
	act: 'typed',
	operations
});

test('C17: an edit is saved, told to others, refused to who comes late, and taken back', async () => {
	const { revision, file } = await stateOf();
	const { name, description } = file.council;
	const done = await ann.post(EDITS, editOf(revision, setField('name', name, 'Fernshire A')));
	expect(done.status).toBe(200);
	expect(done.headers.get('cache-control')).toBe('no-store');
	expect(await done.json()).toMatchObject({
		answer: 'done',
		edits: [{ revision: revision + 1, by: { name: 'Ann' } }],
		missed: []
	});

	const late = await ben.post(EDITS, editOf(revision, setField('name', name, 'Fernshire B')));
	expect(late.status).toBe(409);
	expect(await late.json()).toMatchObject({
		answer: 'clash',
		clashes: [
			{ row: 'council', path: ['name'], wanted: 'Fernshire B', found: 'Fernshire A', by: 'Ann' }
		],
		missed: [{ revision: revision + 1 }]
	});

	const beside = await ben.post(EDITS, editOf(revision, setField('description', description, 'B')));
	expect(beside.status).toBe(200);
	const after = await ann.get(`${EDITS}?after=${revision}`);
	expect(await after.json()).toMatchObject([{ by: { name: 'Ann' } }, { by: { name: 'Ben' } }]);

	const back = {
		request: randomUUID(),
		seen: revision + 2,
		scenario: null,
		direction: 'undo',
		to: revision + 1
	};
	const asked = await ann.post(UNDO, { ...back, others: false });
	expect(asked.status).toBe(409);
	expect(await asked.json()).toMatchObject({ answer: 'others', edits: [{ by: { name: 'Ben' } }] });
	const undone = await ann.post(UNDO, { ...back, others: true });
	expect(await undone.json()).toMatchObject({
		answer: 'done',
		edits: [{ kind: 'undo' }, { kind: 'undo' }]
	});
	expect((await stateOf()).file).toEqual(file);
});

test('without a name nothing is edited: 428, and one sentence', async () => {
	const { revision, file } = await stateOf();
	const answer = await visitor(server.origin, 'windscreen-user=nobody').post(
		EDITS,
		editOf(revision, setField('name', file.council.name, 'X'))
	);
	expect(answer.status).toBe(428);
	expect(await answer.json()).toEqual({ message: 'Say who you are before you change anything.' });
	expect((await stateOf()).revision).toBe(revision);
});

test('what cannot be an edit is refused in words, and nothing is saved', async () => {
	const { revision, file } = await stateOf();
	const good = editOf(revision, setField('name', file.council.name, 'X'));
	const refused = async (body: unknown, path = EDITS) => {
		const answer = await ann.post(path, body);
		return [answer.status, await answer.json()] as const;
	};
	expect(await refused('{')).toEqual([400, { message: expect.stringContaining('JSON object') }]);
	expect(await refused({ ...good, role: 'admin' })).toEqual([
		422,
		{ message: expect.stringContaining('role: is not a field here') }
	]);
	expect(await refused(editOf(revision, setField('name', file.council.name, '')))).toMatchObject([
		422,
		{ answer: 'problem', problems: [{ row: 'council', path: ['name'] }] }
	]);
	expect(await refused({ ...good, seen: revision + 1 })).toMatchObject([
		422,
		{ answer: 'refused', message: expect.stringContaining('backup') }
	]);
	expect(await refused(good, '/councils/atlantis/edits')).toMatchObject([404, {}]);
	expect(await refused(`"${'x'.repeat(17_000_000)}"`)).toMatchObject([413, {}]);
	expect((await ann.get(`${EDITS}?after=-1`)).status).toBe(422);
	expect((await ann.get(`${EDITS}?after=${revision + 1}`)).status).toBe(422);
	expect((await stateOf()).revision).toBe(revision);
});

test('only a page of Windscreen itself may edit, and only by JSON', async () => {
	const { revision, file } = await stateOf();
	const body = JSON.stringify(editOf(revision, setField('name', file.council.name, 'X')));
	const send = (headers: Record<string, string>) =>
		fetch(`${server.origin}${EDITS}`, { method: 'POST', headers, body });
	const { origin } = server;
	expect((await send({ 'content-type': 'application/json' })).status).toBe(403);
	expect(
		(await send({ origin: 'http://localhost:1', 'content-type': 'application/json' })).status
	).toBe(403);
	expect((await send({ origin, 'content-type': 'text/plain' })).status).toBe(415);
	expect((await stateOf()).revision).toBe(revision);
});

test('a pasted block of 2,000 rows and 20,000 cells is one edit', async () => {
	const { revision } = await stateOf();
	const inserts = Array.from({ length: 2000 }, (_, i) => ({
		op: 'insert',
		row: `records/providers/pasted-${i}`,
		data: { id: `pasted-${i}`, title: `Pasted ${i}`, sector: 'charity' }
	}));
	const sets = inserts.flatMap(({ row, data }) =>
		Array.from({ length: 10 }, (_, i) => ({
			op: 'set',
			row,
			path: ['title'],
			was: i === 0 ? data.title : `${data.title} ${i - 1}`,
			value: `${data.title} ${i}`
		}))
	);
	const answer = await ann.post(EDITS, { ...editOf(revision, ...inserts, ...sets), act: 'pasted' });
	expect(answer.status).toBe(200);
	const undone = await ann.post(UNDO, {
		request: randomUUID(),
		seen: revision + 1,
		scenario: null,
		direction: 'undo',
		to: revision + 1,
		others: false
	});
	expect(undone.status).toBe(200);
});

test('C16: the file that is downloaded is the file that was loaded', async () => {
	const { file } = await stateOf();
	const answer = await ann.get('/councils/fernshire/file.json');
	expect(answer.headers.get('content-disposition')).toBe('attachment; filename="fernshire.json"');
	expect(await answer.json()).toEqual(file);
});

test.describe('the page that asks for a name', () => {
	test('takes one, goes back to where one came from, and the browser remembers', async ({
		page,
		context
	}) => {
		await page.goto(`${server.origin}/name?back=/councils/fernshire%23main`);
		await page.getByLabel('What is your name?').fill('  ');
		await page.getByRole('button', { name: 'Continue' }).click();
		await expect(page.getByRole('alert')).toContainText('Enter your name');
		await page.getByLabel('What is your name?').fill('Siân O’Neill');
		await page.getByRole('button', { name: 'Continue' }).click();
		await expect(page).toHaveURL(`${server.origin}/councils/fernshire#main`);
		const [cookie] = await context.cookies();
		expect(cookie).toMatchObject({ name: 'windscreen-user', httpOnly: true, sameSite: 'Lax' });
		await page.goto(`${server.origin}/name`);
		await expect(page.getByText('Your edits carry the name Siân O’Neill.')).toBeVisible();
	});

	for (const back of [
		'https://evil.example/',
		'//evil.example/',
		'/\\evil.example',
		'javascript:alert(1)',
		'/.//evil.example'
	])
		test(`does not go to ${back}`, async ({ page }) => {
			await page.goto(`${server.origin}/name?back=${encodeURIComponent(back)}`);
			await page.getByLabel('What is your name?').fill('Ann');
			await page.getByRole('button', { name: 'Continue' }).click();
			await expect(page).toHaveURL(`${server.origin}/`);
		});
});
