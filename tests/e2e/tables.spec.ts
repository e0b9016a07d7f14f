import { expect, test, type Locator, type Page } from '@playwright/test';
import { visitor } from '../support/builtServer';
import { cellOf, open, personAt, status } from '../support/bench';
import { ownServer } from '../support/ownServer';
import { faultsOf, isSoundAtEachWidth } from '../support/sound';

const STAFFING = '/councils/fernshire/baseline/posts?for=baseline';
const SCENARIO = '/councils/fernshire/scenarios/hubs-outreach';
const CHANGE = `${SCENARIO}/changes/close-fernmouth-hill`;
const HUB = 'Hub workers, Fernmouth';

const server = ownServer('file');

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
	await expect(page.getByRole('grid')).toMatchAriaSnapshot(`
    - grid /^Staffing/:
      - rowgroup:
        - row:
          - columnheader "Post"
          - columnheader "Form"
          - columnheader "Name"
          - columnheader "FTE"
      - rowgroup:
        - row /^${HUB}/:
          - rowheader /^${HUB}/
          - gridcell:
            - button "Edit ${HUB} as a form"
          - gridcell "${HUB}"
  `);
	await page.keyboard.type('16');
	await expect(page.locator('.ws-impact__state')).toContainText('With what you entered');
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
	await expect(summary).toContainText('; write it as April 2026');
	await expect(page.getByLabel(/^Holding cost/)).toHaveAccessibleDescription(/ In £ a year\.$/);
	await context.close();
});

test('a problem of a row’s form names its field and leads there', async ({ browser }) => {
	const { page, context } = await personAt(browser, server.origin, 'Ann');
	await openWith(page, STAFFING);
	await page.getByRole('button', { name: `Edit ${HUB} as a form` }).click();
	const form = page.getByRole('dialog');
	await form.getByLabel('FTE', { exact: true }).fill('twelve');
	await form.getByRole('button', { name: 'Save', exact: true }).click();
	await form.getByRole('link', { name: /^FTE: ‘twelve’ is not a number/ }).click();
	await expect(form.getByLabel('FTE', { exact: true })).toBeFocused();
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

/** The table with a caption. */
function tableOf(page: Page, caption: string): Locator {
	return page.locator('[role=grid]').filter({ has: page.locator('caption', { hasText: caption }) });
}

interface Kept {
	readonly baseline: {
		readonly savingsTargets: readonly {
			readonly versions: readonly { readonly id: string; readonly date: string }[];
		}[];
		readonly rules: readonly { readonly rows: readonly Readonly<Record<string, string>>[] }[];
	};
	readonly packs: readonly {
		readonly values: readonly { readonly field: string; readonly value: string }[];
	}[];
}
const kept = async () => JSON.parse(await fileText()) as Kept;

test('versions of a savings target are added, edited and taken out in a table of their own, and undone', async ({
	browser
}) => {
	const { page, context, complaints } = await personAt(browser, server.origin, 'Ann');
	const before = await fileText();
	await openWith(page, '/councils/fernshire/baseline/savingsTargets?for=baseline');
	const table = tableOf(page, 'Versions of Family hubs review');
	const section = page.locator('details').filter({ has: table });
	await section.getByRole('button', { name: 'Add a row' }).click();
	const form = page.getByRole('dialog');
	await form.getByRole('button', { name: 'Add this row' }).click();
	await expect(form.locator('.govuk-error-summary')).toContainText('Date');
	await form.getByLabel('Date').fill('3 March 2026');
	await form.getByLabel('Status').selectOption({ label: 'Delivered' });
	await form.getByLabel('New saving: 2026/27').fill('£30k');
	await form.getByRole('button', { name: 'Add this row' }).click();
	await expect(table).toContainText('3 March 2026, Delivered');
	await expect(status(page)).toHaveText(/^Saved at/);
	expect((await kept()).baseline.savingsTargets[0]?.versions[3]).toMatchObject({
		date: '2026-03-03',
		status: 'delivered',
		amounts: { '2026/27': '30000' }
	});

	const row = table.locator('tbody tr').filter({ hasText: '9 December 2025' });
	await row.getByRole('button', { name: 'Edit' }).click();
	await form.getByRole('button', { name: 'Remove this row' }).click();
	await expect(row).toHaveCount(0);
	await expect(status(page)).toHaveText(/^Saved at/);
	const undo = page.getByRole('button', { name: /^Undo\s*: / });
	await undo.click();
	await expect(row).toHaveCount(1);
	await undo.click();
	await expect.poll(fileText).toBe(before);
	expect(complaints).toEqual([]);
	await context.close();
});

test('rows pasted below a rule become rows of the rule, and a day that is there already is refused', async ({
	browser
}) => {
	const { page, context } = await personAt(browser, server.origin, 'Ann');
	const before = await fileText();
	await openWith(page, '/councils/fernshire/baseline/rules?for=baseline');
	const table = tableOf(page, 'Rows of Employer National Insurance');
	const paste = async (text: string) => {
		await page.evaluate((own) => navigator.clipboard.writeText(own), text);
		await table.locator('tbody tr').last().locator('td').nth(1).click();
		await page.keyboard.press('Control+v');
	};
	await paste('06/04/2025\t15%\t£5,000\r\n06/04/2027\t16%\t£5,500');
	await expect(table).toContainText('6 April 2027');
	await expect(status(page)).toHaveText(/^Saved at/);
	expect((await kept()).baseline.rules[0]?.rows[2]).toEqual({
		from: '2027-04-06',
		rate: '0.16',
		threshold: '5500'
	});
	await paste('06/04/2027\t15%\t£5,000\r\n06/04/2027\t16%\t£5,500');
	await expect(page.getByText('there is ‘6 April 2027’ in the list already')).toBeVisible();
	await page.getByRole('button', { name: /^Undo\s*: / }).click();
	await expect.poll(fileText).toBe(before);
	await context.close();
});

test('in a change a list is the change’s own, and the baseline stays', async ({ browser }) => {
	const { page, context } = await personAt(browser, server.origin, 'Ann');
	const { baseline } = await kept();
	await openWith(page, `${CHANGE}/savingsTargets`);
	const table = tableOf(page, 'Versions of Family hubs review');
	const cell = table.locator('tbody tr').last().locator('td').nth(4);
	await cell.click();
	await page.keyboard.type('41k');
	await page.keyboard.press('Enter');
	await expect(cell).toContainText('was 40,000');
	await expect(status(page)).toHaveText(/^Saved at/);
	expect((await kept()).baseline).toEqual(baseline);
	await page.getByRole('button', { name: /^Undo\s*: / }).click();
	await expect(cell).not.toContainText('was');
	await openWith(page, `${CHANGE}/interventions`);
	await page.getByText('Edge of care support: 7 shares').click();
	await expect(page.getByText('A change cannot alter this').first()).toBeVisible();
	await context.close();
});

test('an assumption of a pack is edited where the pack stands', async ({ browser }) => {
	const { page, context } = await personAt(browser, server.origin, 'Ann');
	await openWith(page, '/councils/fernshire/baseline/assumptions?for=baseline');
	await page.getByText('Gaps in the local figures: 3 assumptions').click();
	const table = tableOf(page, 'Amounts and numbers of Gaps in the local figures');
	const cell = table.locator('tbody tr').first().locator('td').nth(2);
	await cell.click();
	await page.keyboard.type('30,000 to 40,000');
	await page.keyboard.press('Enter');
	await expect(status(page)).toHaveText(/^Saved at/);
	expect((await kept()).packs[0]?.values[0]).toMatchObject({
		value: '35000',
		low: '30000',
		high: '40000'
	});
	await page.getByRole('button', { name: /^Undo\s*: / }).click();
	await expect(cell).toHaveText('34,800');
	await context.close();
});

test('a row of the baseline leads to its evidence and says how much of it is known', async ({
	browser
}) => {
	const { page, context } = await personAt(browser, server.origin, 'Ann');
	await openWith(page, STAFFING);
	await expect(await cellOf(page, HUB, 'Numbers known')).toHaveText(/^\d+ of \d+\s*$/);
	await (
		await cellOf(page, 'Family support workers, Fernmouth', 'Sources')
	)
		.getByRole('link')
		.click();
	await page.waitForURL(/\/evidence#/);
	await context.close();
});

test('tables below tables are accessible and fit at any width', async ({ browser }) => {
	const { page, context, complaints } = await personAt(browser, server.origin, 'Ann');
	for (const kind of ['savingsTargets', 'assumptions']) {
		await openWith(page, `/councils/fernshire/baseline/${kind}?for=baseline`);
		await isSoundAtEachWidth(page, kind, { find: faultsOf });
	}
	expect(complaints).toEqual([]);
	await context.close();
});
