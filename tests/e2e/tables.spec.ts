import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILT_SERVER, start, visitor, type Running } from '../support/builtServer';
import { cellOf, open, personAt, status } from '../support/bench';

const STAFFING = '/councils/fernshire/baseline/posts?for=baseline';
const SCENARIO = '/councils/fernshire/scenarios/hubs-outreach';
const CHANGE = `${SCENARIO}/changes/close-fernmouth-hill`;
const HUB = 'Hub workers, Fernmouth';

test.setTimeout(90_000);

let folder: string;
let server: Running;

test.beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'windscreen-tables-'));
	server = await start(BUILT_SERVER, folder);
});

test.afterAll(async () => {
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
});

const fileText = async () =>
	await (await visitor(server.origin, '').get('/councils/fernshire/file.json')).text();
/** Opens a page and waits until its figures are there. */
async function openWith(page: Page, path: string): Promise<void> {
	await open(page, path);
	await expect(page.locator('.ws-impact--stale')).toHaveCount(0);
}

const panel = (page: Page) => page.locator('.ws-impact__lines');

test('the impact follows what is typed, in a cell and in a form, without a request, and goes back with Escape', async ({
	browser
}) => {
	const { page, context, complaints } = await personAt(browser, server.origin, 'Ann');
	await openWith(page, STAFFING);
	const before = await panel(page).innerText();
	const requests: string[] = [];
	page.on('request', (request) => requests.push(request.url()));
	await (await cellOf(page, HUB, 'FTE')).click();
	await page.keyboard.type('16');
	await expect(page.locator('.ws-impact__state')).toContainText('With what you are typing');
	await expect(panel(page)).not.toHaveText(before);
	const typed = await panel(page).innerText();
	expect(typed).toContain('more');
	await page.keyboard.type('x');
	await expect.poll(() => panel(page).innerText()).toBe(before);
	await page.keyboard.press('Backspace');
	await expect.poll(() => panel(page).innerText()).toBe(typed);
	await page.keyboard.press('Escape');
	await expect.poll(() => panel(page).innerText()).toBe(before);
	await expect(page.locator('.ws-impact__state')).toHaveText('');

	await page.getByRole('button', { name: `Edit ${HUB} as a form` }).click();
	await page.getByRole('dialog').getByLabel('FTE', { exact: true }).fill('16');
	await expect.poll(() => panel(page).innerText()).toBe(typed);
	await page.keyboard.press('Escape');
	await expect.poll(() => panel(page).innerText()).toBe(before);
	expect(requests).toEqual([]);
	expect(complaints).toEqual([]);
	await context.close();
});

test('the first click selects the cell, also where the keyboard is already; the second edits it', async ({
	browser
}) => {
	const { page, context } = await personAt(browser, server.origin, 'Ann');
	await openWith(page, STAFFING);
	const editor = page.locator('[role=grid] tbody input');
	const cell = await cellOf(page, HUB, 'FTE');
	await (await cellOf(page, HUB, 'Heads')).click();
	await page.keyboard.press('ArrowRight');
	await expect(cell).toBeFocused();
	await cell.click();
	await expect(editor).toHaveCount(0);
	await cell.click();
	await expect(editor).toBeFocused();
	await page.keyboard.press('Escape');
	await page.keyboard.press('F2');
	await expect(editor).toBeFocused();
	await context.close();
});

test('a range that is typed for a new row is kept with it', async ({ browser }) => {
	const { page, context } = await personAt(browser, server.origin, 'Ann');
	await openWith(page, STAFFING);
	await page.getByRole('button', { name: 'Add a row' }).click();
	const form = page.getByRole('dialog');
	await form.getByLabel('Name').fill('Ranged workers');
	await form.getByLabel('FTE', { exact: true }).fill('4 to 6');
	await form.getByRole('button', { name: 'Add this row' }).click();
	await expect(form).toHaveCount(0);
	await expect(status(page)).toHaveText(/^Saved at/);
	const { baseline } = JSON.parse(await fileText()) as {
		readonly baseline: { readonly posts: readonly { readonly id: string }[] };
	};
	expect(baseline.posts.find(({ id }) => id === 'ranged-workers')).toMatchObject({
		fte: '5',
		evidence: { fte: { low: '4', high: '6' } }
	});
	await context.close();
});

test('a change that is called “New” has a page of its own', async ({ browser }) => {
	const { page, context } = await personAt(browser, server.origin, 'Ann');
	await openWith(page, `${SCENARIO}/changes/new?template=blank`);
	await page.getByLabel('Title').fill('New');
	await page.getByLabel('Title').blur();
	await page.getByLabel('Starts').fill('April 2027');
	await page.getByLabel('Starts').blur();
	await page.getByRole('button', { name: /^Add/ }).click();
	await page.waitForURL(/changes\/new-2$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('New');
	await context.close();
});

test('a problem of a template’s form leads to its question', async ({ browser }) => {
	const { page, context } = await personAt(browser, server.origin, 'Ann');
	await openWith(page, `${SCENARIO}/changes/new?template=closeBuilding`);
	await page.locator('form button[type=submit]').click();
	const summary = page.locator('.govuk-error-summary');
	await expect(summary).toBeFocused();
	const link = summary.getByRole('link').first();
	const target = (await link.getAttribute('href'))?.slice(1) ?? '';
	await link.click();
	await expect(page.locator(`[id="${target}"]`)).toBeFocused();
	await context.close();
});

test('a record that a change takes away says so, and can be brought back', async ({ browser }) => {
	const { page, context } = await personAt(browser, server.origin, 'Ann');
	await openWith(page, `${CHANGE}/posts`);
	const row = page.locator('[role=grid] tbody tr').filter({ hasText: HUB });
	await row.getByRole('button', { name: 'Edit' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Remove this row' }).click();
	await expect(row).toContainText('taken away by this change');
	await row.getByRole('button', { name: 'Edit' }).click();
	await expect(page.getByRole('dialog')).not.toContainText('Not edited here');
	await page.getByRole('dialog').getByRole('button', { name: 'Bring it back' }).click();
	await expect(row).not.toContainText('taken away');
	await expect(status(page)).toHaveText(/^Saved at/);
	await context.close();
});
