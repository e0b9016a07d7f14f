import { expect, test, type Page } from '@playwright/test';
import { cellOf, open, personAt, status, type, type Person } from '../support/bench';
import { visitor } from '../support/builtServer';
import { ownServer } from '../support/ownServer';

// What users of such tools complain of, by the numbers of docs/complaints.md. Those that other files prove are named there.
const HOME = '/councils/fernshire';
const HUBS = `${HOME}/scenarios/hubs-outreach`;
const CLOSING = `${HUBS}/changes/close-fernmouth-hill`;
const STAFFING = `${HOME}/baseline/posts?for=baseline`;
const WORKERS = 'Hub workers, Fernmouth';

interface Change {
	readonly id: string;
	readonly title: string;
	readonly edits: readonly object[];
}

interface File {
	readonly baseline: object;
	readonly scenarios: readonly { readonly id: string; readonly changes: readonly Change[] }[];
}

test.describe('when something is edited', () => {
	const server = ownServer('file');
	let ann: Person;

	// One server for all: each leaves behind what the others do not look at.
	test.beforeEach(async ({ browser }) => {
		ann = await personAt(browser, server.origin, 'Ann');
	});

	test.afterEach(async () => {
		await ann.context.close();
	});

	const fileText = async () =>
		await (await visitor(server.origin, '').get(`${HOME}/file.json`)).text();
	const file = async () => JSON.parse(await fileText()) as File;
	const changesOf = async (scenario: string) =>
		(await file()).scenarios.find(({ id }) => id === scenario)?.changes ?? [];
	const isSaved = () => expect(status(ann.page)).toHaveText(/^Saved at/);

	test('C2, C7: “What changed” is against the baseline, whoever opened the page when, and each row has its whole path', async () => {
		const { page } = ann;
		const rows = page.locator('main tbody tr');
		await page.goto(`${HUBS}/what-changed`);
		const before = await rows.count();
		expect(before).toBeGreaterThan(5);
		await open(page, `${CLOSING}/posts`);
		await type(page, WORKERS, 'FTE', '5');
		await isSaved();
		await page.goto(`${HUBS}/what-changed`);
		await expect(rows).toHaveCount(before + 1);
		const own = rows.filter({ hasText: 'Close Fernmouth Hill' }).filter({ hasText: WORKERS });
		await expect(own.locator('th')).toHaveText(`Family help Fernmouth › ${WORKERS} (post) › FTE`);
		await expect(own).toContainText('6.6');
	});

	test('C5: a change is added to those that are there, and where two set the same field a check names both', async () => {
		const { page } = ann;
		const before = await changesOf('hubs-outreach');
		await open(page, `${HUBS}/changes/new?template=blank`);
		await page.getByLabel('Title').fill('Outreach again');
		await page.getByLabel('Starts').fill('April 2027');
		await page.getByRole('button', { name: 'Add the change' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Outreach again');
		await isSaved();
		const after = await changesOf('hubs-outreach');
		expect(after.filter(({ title }) => title !== 'Outreach again')).toEqual(before);
		const added = page.url().split('?')[0] ?? '';
		await open(page, `${added}/posts`);
		await type(page, 'Outreach workers', 'FTE', '14');
		await page.getByText(/checks? fails?$/).click();
		const failed = page.locator('.ws-impact li').filter({ hasText: 'Outreach again' });
		await expect(failed).toContainText('Three more outreach workers');
		await isSaved();
		// The two values stand side by side, and which of them counts is said.
		await open(page, added);
		const both = page.getByRole('region', { name: 'Set by more than one change' });
		const row = both.locator('tbody tr').filter({ hasText: 'Outreach workers (post) › FTE' });
		expect(await row.locator('td').allInnerTexts()).toEqual([
			'14',
			expect.stringMatching(/^13, by ‘Three more outreach workers’ from \w+ \d{4}\n14, by ‘/)
		]);
	});

	test('C9: an empty scenario differs by exactly £0, and the page says why', async () => {
		const { page } = ann;
		await open(page, `${HOME}/scenarios`);
		await page.getByLabel('Title').fill('Nothing yet');
		await page.getByRole('button', { name: 'Add scenario' }).click();
		await isSaved();
		await page.getByRole('link', { name: 'Nothing yet' }).click();
		await expect(page.locator('.ws-sentence')).toHaveText(
			'‘Nothing yet’ has no changes yet, so it differs from ‘If we change nothing’ by £0 in every year.'
		);
		await page.goto(`${HOME}/compare?with=nothing&with=nothing-yet&rows=all`);
		const differences = page
			.getByRole('region', { name: /^(Net cost|Revenue|Capital|Staff)/ })
			.locator('tr.ws-row-difference td, tr:not(.ws-row-difference) > td:nth-child(4):last-child');
		const shown = await differences.allInnerTexts();
		expect(shown.length).toBeGreaterThan(5);
		expect(shown.filter((text) => !/^0\b/.test(text.trim()))).toEqual([]);
	});

	test('C10: the figures of an edit are there without a request, and while the server is away', async () => {
		const { page } = ann;
		await open(page, STAFFING);
		const staff = page.locator('.ws-impact__line').filter({ hasText: 'Staff in 2030/31' });
		await expect(staff).toContainText('No difference');
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		await page.route('**/edits*', (route) => route.abort());
		await type(page, WORKERS, 'FTE', '7.6');
		await expect(staff).toContainText('1.0 FTE more');
		expect(asked.filter((url) => !url.endsWith('/edits'))).toEqual([]);
	});

	test('C14: what one types in stands in its cell, and hides no button', async () => {
		const { page } = ann;
		await open(page, STAFFING);
		for (const column of ['Name', 'Team', 'FTE', 'Salary']) {
			const cell = await cellOf(page, WORKERS, column);
			await cell.click();
			await page.keyboard.press('F2');
			const field = cell.locator('input, select, textarea');
			const [inner, outer] = [await field.boundingBox(), await cell.boundingBox()];
			expect(inner?.width, column).toBeLessThanOrEqual((outer?.width ?? 0) + 1);
			expect(inner?.x, column).toBeGreaterThanOrEqual((outer?.x ?? 0) - 1);
			await page.keyboard.press('Escape');
		}
		for (const button of await page.getByRole('button').all())
			if (await button.isEnabled()) await button.click({ trial: true });
	});

	test('C15: undo takes back the whole command: a value and the range that was typed with it', async () => {
		const { page } = ann;
		const before = await fileText();
		await open(page, STAFFING);
		await type(page, WORKERS, 'FTE', '4 to 6');
		await isSaved();
		expect(await fileText()).toMatch(/"low": ?"4"/);
		await page.getByRole('button', { name: /^Undo\s*: / }).click();
		await expect.poll(fileText).toBe(before);
	});

	test('C16: what is exported is imported again without a difference, and a difference is shown before it is kept', async () => {
		const { page } = ann;
		const before = await fileText();
		const preview = async (text: string) => {
			await open(page, `${HOME}/import`);
			const buffer = Buffer.from(text);
			await page
				.getByLabel('Council file')
				.setInputFiles({ name: 'fernshire.json', mimeType: 'application/json', buffer });
			await page.getByRole('button', { name: 'See what it would change' }).click();
		};
		await preview(before);
		await expect(page.getByText('There is nothing to import.')).toBeVisible();
		await preview(before.replace(/"fte": ?"6.6"/, '"fte": "five"'));
		await expect(page.getByRole('alert')).toContainText('fte');
		await preview(before.replace(/"fte": ?"6.6"/, '"fte": "5"'));
		await expect(page.locator('main')).toContainText(`${WORKERS} (post) › FTE`);
		expect(await fileText()).toBe(before);
		await page.getByRole('button', { name: 'Import', exact: true }).click();
		await isSaved();
		expect(await fileText()).not.toBe(before);
		await page.getByRole('button', { name: /^Undo\s*: / }).click();
		await expect.poll(fileText).toBe(before);
	});

	for (const [number, typed] of ['2026/27', '2026-27', 'FY27', '2026'].entries())
		test(`C16: a financial year written ${typed} is the year 2026/27, five years of which are shown first (C12)`, async () => {
			const { page } = ann;
			await page.goto('/new');
			await page.getByLabel('Name of the council').fill(`Newshire ${number}`);
			await page.getByLabel('First financial year').fill(typed);
			await page.getByRole('button', { name: 'Start' }).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Newshire ${number}`);
			await page.goto(`/councils/newshire-${number}/scenarios/nothing`);
			const heads = page.getByRole('table').nth(1).getByRole('columnheader');
			await expect(heads).toHaveText([/./, '2026/27', '2027/28', '2028/29', '2029/30', '2030/31']);
		});

	test('C20: ‘If we change nothing’ has a line on the children’s charts of any comparison', async () => {
		const { page } = ann;
		await page.goto(`${HOME}/compare?with=hubs-outreach&with=edge-of-care`);
		const figure = page.locator('figure').filter({
			has: page.getByRole('rowheader', { name: /^Foster care: If we change nothing$/ })
		});
		await expect(figure.getByRole('list', { name: 'Key' })).toContainText('If we change nothing');
	});

	test('C20: figures of before are marked as out of date until those of now are there', async () => {
		const { page } = ann;
		await open(page, STAFFING);
		await expect(page.locator('.ws-impact--stale')).toHaveCount(0);
		await page.locator('.ws-impact').evaluate((panel) => {
			const seen: string[] = [];
			Object.assign(window, { seen });
			new MutationObserver(() => {
				if (panel.classList.contains('ws-impact--stale')) seen.push(panel.textContent);
			}).observe(panel, { subtree: true, attributes: true, childList: true, characterData: true });
		});
		await type(page, WORKERS, 'FTE', '7.6');
		await expect(page.locator('.ws-impact')).toContainText('FTE more');
		await expect(page.locator('.ws-impact--stale')).toHaveCount(0);
		const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
		expect(seen.join()).toContain('Out of date');
		await page.getByRole('button', { name: /^Undo\s*: / }).click();
		await isSaved();
	});
});

const compare = (...ids: readonly string[]) =>
	`${HOME}/compare?${ids.map((id) => `with=${id}`).join('&')}`;

/** The scenarios of the invented county, the comparator first. */
async function scenarioIds(page: Page): Promise<readonly string[]> {
	const { scenarios } = (await (await page.request.get(`${HOME}/file.json`)).json()) as File;
	return scenarios.map(({ id }) => id);
}

test('C3: five scenarios stand side by side', async ({ page }) => {
	const ids = await scenarioIds(page);
	expect(ids).toHaveLength(5);
	await page.goto(compare(...ids));
	await expect(page.locator('.ws-sentence')).toHaveCount(4);
	const heads = page.getByRole('region', { name: /^Key figures/ }).getByRole('columnheader');
	await expect(heads).toHaveCount(6);
});

test('C4: what does not differ is left out until one asks for it', async ({ page }) => {
	await page.goto(compare('nothing', 'edge-of-care'));
	const rows = page.getByRole('region', { name: /^Revenue/ }).locator('tbody th');
	const different = await rows.allInnerTexts();
	expect(different.join()).not.toContain('Buildings');
	await page.getByRole('link', { name: 'Show every row of revenue, capital and measures' }).click();
	await expect(rows.filter({ hasText: 'Buildings' })).toHaveCount(1);
	expect(await rows.count()).toBeGreaterThan(different.length);
});

test('C8: with another comparator every sentence names that one', async ({ page }) => {
	const [, one = '', other = ''] = await scenarioIds(page);
	await page.goto(compare(one, other));
	const main = page.locator('main');
	await expect(page.locator('.ws-sentence')).toContainText(
		/^‘In-house edge of care team’ costs £[\d.]+ million less than ‘Family hubs 6 to 4, with outreach’/
	);
	await expect(main).not.toContainText('against ‘If we change nothing’');
});

for (const [name, path] of [
	['a scenario', HUBS],
	['the comparison', compare('nothing', 'hubs-outreach')]
] as const)
	test(`C11: ${name} opens on one sentence and four figures`, async ({ page }) => {
		await page.goto(path);
		await expect(page.locator('.ws-sentence')).toHaveText(
			/^‘Family hubs 6 to 4, with outreach’ costs £[\d,]+ less than ‘If we change nothing’ over 2026\/27 to 2030\/31, in cash and with placements included, and pays back in 2028\/29\.$/
		);
		const figures = page.getByRole('region', { name: /^Key figures/ });
		await expect(figures.locator('tbody tr')).toHaveCount(4);
		// Both are seen without scrolling.
		const [above, below] = [
			await page.locator('.ws-sentence').boundingBox(),
			await figures.boundingBox()
		];
		expect(above?.y).toBeLessThan(below?.y ?? 0);
		expect(below?.y).toBeLessThan(720);
	});
