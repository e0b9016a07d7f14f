import { expect, test, type Page } from '@playwright/test';
import { cellOf, open, personAt, status, type } from '../support/bench';
import { visitor, visitorNamed } from '../support/builtServer';
import { ownServer } from '../support/ownServer';
import { faultsOf } from '../support/sound';

const STAFFING = '/councils/fernshire/baseline/posts?for=baseline';
const CHANGE = '/councils/fernshire/scenarios/hubs-outreach/changes/close-fernmouth-hill';

// One server for all: what one leaves behind is another value than the next one types.
const server = ownServer('file');

const fileOf = async () =>
	await (await visitor(server.origin, '').get('/councils/fernshire/file.json')).text();

test('C17: two people on two cells of one row keep both, unasked; on one cell the later one chooses', async ({
	browser
}) => {
	const [ann, ben] = [
		await personAt(browser, server.origin, 'Ann'),
		await personAt(browser, server.origin, 'Ben')
	];
	for (const { page } of [ann, ben]) await open(page, STAFFING);
	const row = 'Hub workers, Fernmouth';
	await type(ann.page, row, 'FTE', '6.1');
	await expect(status(ann.page)).toHaveText(/^Saved at/);
	await type(ben.page, row, 'Heads', '9');
	await expect(status(ben.page)).toHaveText(/^Saved at/);
	await expect(ben.page.getByRole('dialog')).toHaveCount(0);
	await expect(await cellOf(ben.page, row, 'FTE')).toContainText('6.1');
	expect(await fileOf()).toMatch(/"fte": ?"6.1"/);

	await type(ann.page, row, 'FTE', '7');
	await expect(status(ann.page)).toHaveText(/^Saved at/);
	await type(ben.page, row, 'FTE', '8');
	const choice = ben.page.getByRole('dialog');
	await expect(choice).toContainText('Ann');
	await expect(choice).toContainText('7');
	await expect(choice).toContainText('8');
	// It is read out, for the keyboard is in it, and it has a name.
	await expect(choice).toHaveAccessibleName(/./);
	expect(await choice.evaluate((own) => own.contains(document.activeElement))).toBe(true);
	expect(await faultsOf(ben.page)).toEqual([]);
	await choice.getByRole('button', { name: 'Use theirs' }).click();
	await expect(await cellOf(ben.page, row, 'FTE')).toContainText('7');
	await type(ann.page, row, 'FTE', '7.5');
	await expect(status(ann.page)).toHaveText(/^Saved at/);
	await type(ben.page, row, 'FTE', '8');
	await choice.getByRole('button', { name: 'Keep yours' }).click();
	await expect.poll(fileOf).toMatch(/"fte": ?"8"/);
	for (const { context } of [ann, ben]) await context.close();
});

test('C17: two people on two rows of one list of a change keep both, unasked; on one field the later one chooses', async ({
	browser
}) => {
	const [ann, ben] = [
		await personAt(browser, server.origin, 'Ann'),
		await personAt(browser, server.origin, 'Ben')
	];
	// Ben does not hear of Ann's edits before he makes his own.
	let isDeaf = true;
	await ben.page.route('**/edits?after=*', (route) => (isDeaf ? route.abort() : route.continue()));
	for (const { page } of [ann, ben]) await open(page, `${CHANGE}/savingsTargets`);
	const edit = async (page: Page, row: string, text: string) => {
		const table = page.locator('[role=grid]').filter({
			has: page.locator('caption', { hasText: 'Versions of Family hubs review' })
		});
		await table
			.locator('tbody tr')
			.filter({ hasText: row })
			.getByRole('button', { name: 'Edit' })
			.click();
		const form = page.getByRole('dialog');
		await form.getByLabel('New saving: 2026/27').fill(text);
		await form.getByRole('button', { name: 'Save', exact: true }).click();
	};
	await edit(ann.page, '14 October 2025', '£160k');
	await expect(status(ann.page)).toHaveText(/^Saved at/);
	isDeaf = false;
	await edit(ben.page, '9 December 2025', '£50k');
	await expect(status(ben.page)).toHaveText(/^Saved at/);
	await expect(ben.page.getByRole('dialog')).toHaveCount(0);
	interface List {
		readonly scenarios: readonly {
			readonly changes: readonly {
				readonly id: string;
				readonly edits: readonly {
					readonly field?: string;
					readonly value?: readonly { readonly amounts: Readonly<Record<string, string>> }[];
				}[];
			}[];
		}[];
	}
	const amounts = async () =>
		(JSON.parse(await fileOf()) as List).scenarios
			.flatMap(({ changes }) => changes)
			.find(({ id }) => id === 'close-fernmouth-hill')
			?.edits.find(({ field }) => field === 'versions')
			?.value?.map((version) => version.amounts['2026/27']);
	await expect.poll(amounts).toEqual(['160000', '50000', '40000']);

	await edit(ann.page, '14 October 2025', '£170k');
	await expect(status(ann.page)).toHaveText(/^Saved at/);
	await edit(ben.page, '14 October 2025', '£180k');
	const choice = ben.page.getByRole('dialog');
	await expect(choice).toContainText('This was changed meanwhile');
	await expect(choice).toContainText('Version of 14 October 2025');
	await expect(choice).toContainText('£170,000');
	await choice.getByRole('button', { name: 'Keep yours' }).click();
	await expect.poll(amounts).toEqual(['180000', '50000', '40000']);
	expect([...ann.complaints]).toEqual([]);
	for (const { context } of [ann, ben]) await context.close();
});

test('C17: nobody takes back somebody else’s edit without being told whose it is', async ({
	browser
}) => {
	const [ann, ben] = [
		await personAt(browser, server.origin, 'Ann'),
		await personAt(browser, server.origin, 'Ben')
	];
	await open(ann.page, STAFFING);
	await type(ann.page, 'Hub workers, Fernmouth', 'FTE', '6.1');
	await expect(status(ann.page)).toHaveText(/^Saved at/);
	const edited = await fileOf();
	await open(ben.page, STAFFING);
	const undo = ben.page.getByRole('button', { name: /^Undo\s*: / });
	await undo.click();
	const question = ben.page.getByRole('dialog');
	await expect(question).toContainText('Ann');
	await question.getByRole('button', { name: 'Leave it' }).click();
	expect(await fileOf()).toBe(edited);
	await undo.click();
	await question.getByRole('button', { name: 'Undo it all the same' }).click();
	await expect.poll(fileOf).not.toBe(edited);
	for (const { context } of [ann, ben]) await context.close();
});

test('what was committed is there after a reload in the middle of an edit, and can be taken back after a restart', async ({
	browser
}) => {
	const { page, context } = await personAt(browser, server.origin, 'Ann');
	const before = await fileOf();
	await open(page, STAFFING);
	await type(page, 'Hub workers, Fernmouth', 'FTE', '6.1');
	await expect(status(page)).toHaveText(/^Saved at/);
	await (await cellOf(page, 'Hub workers, Fernmouth', 'Heads')).click();
	await page.keyboard.type('99');
	await page.reload();
	await expect(await cellOf(page, 'Hub workers, Fernmouth', 'FTE')).toContainText('6.1');
	await expect(await cellOf(page, 'Hub workers, Fernmouth', 'Heads')).not.toContainText('99');
	await context.close();
	await server.stop();
	await server.again();
	const again = await personAt(browser, server.origin, 'Ann again');
	await open(again.page, STAFFING);
	await again.page.getByRole('button', { name: /^Undo\s*: FTE of Hub workers/ }).click();
	await again.page.getByRole('button', { name: 'Undo it all the same' }).click();
	await expect.poll(fileOf).toBe(before);
	await again.context.close();
});

test('who leaves the question for a name is not asked again at once, sees what waits, and can give it later', async ({
	browser
}) => {
	const context = await browser.newContext({ baseURL: server.origin });
	const page = await context.newPage();
	await open(page, STAFFING);
	await type(page, 'Hub workers, Fernmouth', 'FTE', '6.1');
	const question = page.getByRole('dialog', { name: 'What is your name?' });
	await expect(question).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(question).toHaveCount(0);
	await expect(status(page)).toHaveText('Not saved yet: every edit carries a name.');
	await page.waitForTimeout(1500);
	await expect(question).toHaveCount(0);
	await page.getByRole('button', { name: 'Give your name' }).click();
	await question.getByLabel('Your name').fill('Cat');
	await question.getByRole('button', { name: 'Save and go on' }).click();
	await expect(status(page)).toHaveText(/^Saved at/);
	expect(await fileOf()).toMatch(/"fte": ?"6.1"/);
	await context.close();
});

test('while the server is away an edit waits, says so, and is then saved once', async ({
	browser
}) => {
	const { page, context } = await personAt(browser, server.origin, 'Ann');
	await open(page, STAFFING);
	await page.route('**/edits', (route) => route.abort());
	const reader = await visitorNamed(server, 'Reader');
	const state = (await (await reader.get('/councils/fernshire/state')).json()) as {
		readonly revision: number;
	};
	await type(page, 'Hub workers, Fernmouth', 'FTE', '6.4');
	await expect(status(page)).toContainText('Not saved yet');
	await page.unroute('**/edits');
	await expect(status(page)).toHaveText(/^Saved at/, { timeout: 15_000 });
	const made = await reader.get(`/councils/fernshire/edits?after=${state.revision}`);
	expect(await made.json()).toHaveLength(1);
	await context.close();
});

test('who goes on before an edit is saved gets there once it is, or says that it may be lost', async ({
	browser
}) => {
	const { page, context } = await personAt(browser, server.origin, 'Ann');
	await open(page, STAFFING);
	await page.route('**/edits', (route) => route.abort());
	await type(page, 'Hub workers, Fernmouth', 'FTE', '6.2');
	await expect(status(page)).toContainText('Not saved yet');
	const away = page.getByRole('link', { name: 'Scenarios', exact: true }).first();
	await away.click();
	const question = page.getByRole('dialog', { name: 'An edit has not been saved yet' });
	await question.getByRole('button', { name: 'Stay on this page' }).click();
	await expect(page).toHaveURL(new RegExp(`${STAFFING.split('?')[0]}`));

	await away.click();
	await expect(question).toBeVisible();
	await page.unroute('**/edits');
	await expect(page).toHaveURL(/\/scenarios$/);
	await open(page, STAFFING);
	await expect(await cellOf(page, 'Hub workers, Fernmouth', 'FTE')).toHaveText('6.2');

	await page.route('**/edits', (route) => route.abort());
	await type(page, 'Hub workers, Fernmouth', 'FTE', '6.3');
	await away.click();
	await question.getByRole('button', { name: 'Leave without the edit' }).click();
	await expect(page).toHaveURL(/\/scenarios$/);
	await context.close();
});
