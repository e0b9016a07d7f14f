import { expect, test, type Browser, type Page } from '@playwright/test';
import { open, personAt } from '../support/bench';
import { visitor } from '../support/builtServer';
import { ownServer } from '../support/ownServer';
import { isSoundAtEachWidth } from '../support/sound';

const SETTINGS = '/councils/fernshire/settings';
const COMPARE = '/councils/fernshire/compare';

// One server for the file: the tests leave the style of the example as they found it, but for the last.
// Starting it takes long on a busy machine.

const server = ownServer('file');

const namedPage = async (browser: Browser) => (await personAt(browser, server.origin, 'Ann')).page;

const saved = (page: Page) => expect(page.locator('.ws-bench-bar__status')).toHaveText(/^Saved at/);

const read = async (path: string) => (await visitor(server.origin, '').get(path)).text();

test('the style of years and numbers holds on every page, in the data file, and is undone', async ({
	browser
}) => {
	const page = await namedPage(browser);
	await open(page, SETTINGS);
	await isSoundAtEachWidth(page, 'settings');
	await page.getByLabel('Financial years', { exact: true }).selectOption('2026-27');
	await saved(page);
	await page.getByLabel('Numbers', { exact: true }).selectOption('£1.2m, brackets');
	await expect(page.getByText('a year is 2026-27, a large amount is £1.2m')).toContainText('(120)');
	await saved(page);

	const csv = '/councils/fernshire/figures/net.total/data.csv?scenario=nothing';
	for (const path of [
		COMPARE,
		'/councils/fernshire',
		'/councils/fernshire/scenarios/hubs-outreach',
		'/councils/fernshire/scenarios/hubs-outreach/changes',
		'/councils/fernshire/figures/cost.staffing?scenario=nothing&year=2027/28',
		'/councils/fernshire/baseline/headings',
		'/councils/fernshire/baseline/indices',
		'/councils/fernshire/baseline/savingsTargets',
		'/councils/fernshire/scenarios/hubs-outreach/changes/new?template=reviseTarget'
	]) {
		await page.goto(path);
		// What was done names the styles that were left, and a document keeps its own name.
		const words = (await page.locator('main').innerText())
			.replace(/.*How (?:years|numbers) are written.*/g, '')
			.replace(/budget book 20\d\d\/\d\d/g, '');
		expect(words, path).toMatch(/20\d\d-\d\d/);
		expect(words.match(/20\d\d\/\d\d(?!\d)/g) ?? [], path).toEqual([]);
		expect(words, path).not.toMatch(/£[\d.,]+ million/);
	}
	expect(await read(csv)).toContain(',2027-28,');

	await open(page, SETTINGS);
	await page.getByRole('button', { name: /^Undo/ }).click();
	await expect(page.getByLabel('Numbers', { exact: true })).toHaveValue('plain');
	await page.getByRole('button', { name: /^Undo/ }).click();
	await expect(page.getByLabel('Financial years', { exact: true })).toHaveValue('slash');
	await page.goto('/councils/fernshire/activity');
	await expect(
		page.getByRole('heading', { name: /^Undone: .*How years are written/ })
	).toBeVisible();
	expect(await read(csv)).toContain(',2027/28,');
});

test('the first year stays where records stand on it, and only then', async ({ browser }) => {
	const page = await namedPage(browser);
	await open(page, SETTINGS);
	await expect(page.getByText('The first year is 2026/27, and it stays')).toBeVisible();
	await expect(page.getByLabel('First financial year')).toHaveCount(0);
	await page.getByLabel('Number of years').fill('31');
	await page.getByLabel('Number of years').press('Enter');
	await expect(page.getByText('Enter a whole number of years from 1 to 30')).toBeVisible();
	await page.getByLabel('Number of years').fill('7');
	await page.getByLabel('Number of years').press('Enter');
	await expect(page.getByText('It ends with 2032/33 now.')).toBeVisible();
	const waits = page.getByRole('status').filter({ hasText: 'blank for 2031/32 and 2032/33' });
	const fill = waits.getByRole('link', { name: 'Fill in the child population' });
	const flows = (await fill.getAttribute('href')) ?? '';
	expect(flows).toBe('/councils/fernshire/baseline/careFlows?for=baseline');
	expect((await page.request.get(flows)).status()).toBe(200);
	await page.getByRole('button', { name: /^Undo/ }).click();
	await expect(page.getByLabel('Number of years')).toHaveValue('5');
	await saved(page);

	await page.goto('/new');
	await page.getByLabel('Name of the council').fill('Northshire');
	await page.getByLabel('First financial year').fill('FY27');
	await page.getByRole('button', { name: 'Start' }).dblclick();
	await page.getByRole('link', { name: 'Name, first year and period' }).click();
	expect((await page.request.get('/councils/northshire-2')).status()).toBe(404);
	await expect(page.locator('.ws-bench')).toHaveAttribute('data-ready', 'true');
	await expect(page.getByLabel('First financial year')).toHaveValue('2026/27');
	for (const typed of ['2027-28', '2028', 'FY30', '2027/28']) {
		await page.getByLabel('First financial year').fill(typed);
		await page.getByLabel('First financial year').press('Enter');
		await expect(page.getByRole('alert')).toHaveCount(0);
	}
	await page.getByLabel('First financial year').fill('2027/29');
	await page.getByLabel('First financial year').press('Enter');
	await expect(page.locator('.govuk-error-message')).toContainText('2027/28');
	await page.reload();
	await expect(page.getByLabel('First financial year')).toHaveValue('2027/28');
});

test('real terms show every amount in the prices of the first year, and say so', async ({
	browser
}) => {
	const page = await namedPage(browser);
	const csv = '/councils/fernshire/figures/net.total/data.csv?scenario=nothing';
	const netIn = (text: string, year: string) =>
		Number(new RegExp(`^net\\.total,.*,${year},£,(.*)\\r$`, 'm').exec(text)?.[1]);
	const cash = await read(csv);
	await open(page, SETTINGS);
	await page.getByLabel('Index for real terms', { exact: true }).selectOption('');
	await saved(page);
	await page.getByLabel('Cash or real terms', { exact: true }).selectOption('real');
	await expect(page.getByText('Choose the index for real terms first')).toBeVisible();
	await page
		.getByLabel('Index for real terms', { exact: true })
		.selectOption('Consumer prices (deflator)');
	await page.getByLabel('Cash or real terms', { exact: true }).selectOption('cash');
	await page.getByLabel('Cash or real terms', { exact: true }).selectOption('real');
	await expect(page.getByRole('contentinfo')).toContainText('Real terms, 2026/27 prices');

	const real = await read(csv);
	expect(real).toContain('"Real terms, 2026/27 prices"');
	expect(netIn(real, '2026/27')).toBe(netIn(cash, '2026/27'));
	// The index of the example: 2.2% in 2027/28, and 2% after it.
	expect(netIn(real, '2028/29')).toBeCloseTo(netIn(cash, '2028/29') / (1.022 * 1.02), -1);
	await page.goto(COMPARE);
	await expect(page.locator('.ws-sentence').first()).toContainText('in 2026/27 prices');
	await expect(page.getByRole('table', { name: /^Revenue/ })).toContainText(
		'Real terms, 2026/27 prices.'
	);
});
