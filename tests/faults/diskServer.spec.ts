import { expect, test, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { en } from '../../src/lib/messages/en';
import { open, personAt, status, type } from '../support/bench';
import { BUILT_SERVER, start, visitorNamed, type Running } from '../support/builtServer';

const REFUSING_SERVER = join('tests', 'faults', 'refusingServer.js');
const STAFFING = '/councils/fernshire/baseline/posts?for=baseline';
const EDITS = '/councils/fernshire/edits';
const MOST_EDITS = 60;

let folder: string;

test.beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'windscreen-disk-'));
});

test.afterEach(() => {
	rmSync(folder, { recursive: true, force: true });
});

/** A disk that takes nothing more, and then takes it again, while the server runs on. */
interface Disk {
	readonly server: Running;
	refuse(): Promise<void>;
	allow(): Promise<void>;
}

/** The built server on a database that refuses as SQLite does on a disk that is full or read-only. */
async function refusing(kind: 'full' | 'readOnly'): Promise<Disk> {
	const server = await start(REFUSING_SERVER, folder);
	const tell = async (what: string) => {
		expect((await fetch(`${server.origin}/refuse/${what}`)).status).toBe(200);
	};
	return { server, refuse: () => tell(kind), allow: () => tell('nothing') };
}

const BLOCK_BYTES = 512;
const ROOM_BYTES = 256 * 1024;

/** The built server where the system itself fails every write beyond the size that its files have, and little more. */
async function limited(): Promise<Disk> {
	await (await start(BUILT_SERVER, folder)).stop();
	const bytes = statSync(join(folder, 'windscreen.sqlite')).size + ROOM_BYTES;
	const limit = `ulimit -S -f ${Math.ceil(bytes / BLOCK_BYTES)}; exec "$0" "$@"`;
	const server = await start(BUILT_SERVER, folder, ['sh', '-c', limit]);
	const filler = await visitorNamed(server, 'Filler');
	return {
		server,
		// Fills what is left, until not even a small edit fits.
		refuse: async () => {
			for (const rows of [1000, 100, 10, 1]) {
				let status = 200;
				for (let n = 0; status === 200 && n < MOST_EDITS; n++)
					({ status } = await filler.post(EDITS, await adding(server, rows)));
				expect(status).toBe(503);
			}
		},
		allow: () => {
			execFileSync('prlimit', ['--pid', String(server.pid), '--fsize=unlimited']);
			return Promise.resolve();
		}
	};
}

/** An edit that adds providers to the baseline. */
async function adding({ origin }: Running, rows: number): Promise<object> {
	const state = await fetch(`${origin}/councils/fernshire/state`);
	const { revision } = (await state.json()) as { readonly revision: number };
	const operations = Array.from({ length: rows }, () => {
		const id = `added-${randomUUID()}`;
		return {
			op: 'insert',
			row: `records/providers/${id}`,
			data: { id, title: 'Added', sector: 'charity' }
		};
	});
	return { request: randomUUID(), seen: revision, scenario: null, act: 'pasted', operations };
}

/** A council of the size of an example, as a file that somebody adds. */
async function anotherCouncil({ origin }: Running) {
	const file = await (await fetch(`${origin}/councils/fernshire/file.json`)).text();
	const buffer = Buffer.from(file.replace(/"id": ?"fernshire"/, '"id":"newshire"'));
	return { name: 'newshire.json', mimeType: 'application/json', buffer };
}

/** Types into a cell again and again, until the page says that an edit is not saved. */
async function typeUntilRefused(page: Page): Promise<readonly string[]> {
	const typed: string[] = [];
	while (typed.length < MOST_EDITS) {
		const value = `${100 + typed.length}.5`;
		await type(page, 'Hub workers, Fernmouth', 'FTE', value);
		typed.push(value);
		await expect(status(page)).toHaveText(/^(Saved at|Not saved yet)/);
		if ((await status(page).innerText()).startsWith('Not saved yet')) return typed;
	}
	throw new Error('The disk took everything.');
}

const troubles = [
	['full', 507, () => refusing('full')],
	['readOnly', 503, () => refusing('readOnly')],
	['failing', 503, limited]
] as const;

for (const [trouble, code, begin] of troubles)
	test(`on a disk that is ${trouble} each page says so in one sentence, nothing is lost, and the same server goes on once it can`, async ({
		browser
	}) => {
		const disk = await begin();
		const { server } = disk;
		const sentence = en.errors.trouble[trouble];
		const ben = await visitorNamed(server, 'Ben');
		const { page, context } = await personAt(browser, server.origin, 'Ann');
		await open(page, STAFFING);

		await disk.refuse();
		const typed = await typeUntilRefused(page);
		await expect(status(page)).toHaveText(`Not saved yet: ${sentence} Trying again.`);

		// Whoever asks the server itself hears the same, and a form’s page says it too.
		const answer = await ben.post(EDITS, await adding(server, 1000));
		expect(answer.status).toBe(code);
		expect(await answer.json()).toMatchObject({ message: sentence });
		const form = await context.newPage();
		await form.goto('/import');
		await form.getByLabel('Council file').setInputFiles(await anotherCouncil(server));
		const [response] = await Promise.all([
			form.waitForResponse((heard) => heard.request().method() === 'POST'),
			form.getByRole('button', { name: 'Add the council' }).click()
		]);
		expect(response.status()).toBe(code);
		await expect(form.getByText(sentence)).toBeVisible();
		// What was saved before can still be read.
		expect((await form.goto('/councils/fernshire/compare'))?.status()).toBe(200);
		await expect(form.locator('.ws-sentence').first()).toContainText('costs £');
		await form.close();

		await disk.allow();
		await expect(status(page)).toHaveText(/^Saved at/, { timeout: 20_000 });
		const edits = (await (await ben.get(`${EDITS}?after=1`)).json()) as readonly {
			readonly by: { readonly name: string };
			readonly operations: readonly { readonly value?: string }[];
		}[];
		const kept = edits.filter(({ by }) => by.name === 'Ann');
		expect(kept.map(({ operations }) => operations[0]?.value)).toEqual(typed);
		expect((await ben.post(EDITS, await adding(server, 1000))).status).toBe(200);
		await context.close();
		await server.stop();
	});
