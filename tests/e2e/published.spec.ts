import { expect, test, type Browser } from '@playwright/test';
import { newCouncil, personAt } from '../support/bench';
import { childrenInCareFile, INVENTED, neighboursFile } from '../support/published';
import { ownServer } from '../support/ownServer';
import { graveFaultsOf, isSoundAtEachWidth } from '../support/sound';

// A server of its own: what is edited here would otherwise be seen by the other tests.
const server = ownServer('file');

const file = (name: string, text: string) => ({
	name,
	mimeType: 'text/csv',
	buffer: Buffer.from(text)
});
// As long a name as the Department gives.
const LONG_NAME = 'cla_number_and_rate_per_10k_children_as_downloaded.csv';
const FILES = [file(LONG_NAME, childrenInCareFile()), file('neighbours.csv', neighboursFile())];

async function publishedPage(browser: Browser, council: string) {
	const { page } = await personAt(browser, server.origin, 'Ann');
	const at = await newCouncil(page, council, '2024-25');
	await page.goto(`${at}/baseline/careFlows`);
	await page.getByRole('link', { name: 'Start from published figures' }).click();
	await expect(page.locator('.ws-bench')).toHaveAttribute('data-ready', 'true');
	return { page, at };
}

test('a council starts from published files by keyboard, sends its own figures only, and takes them back', async ({
	browser
}) => {
	const { page, at } = await publishedPage(browser, 'Fernshyre');
	const sent: string[] = [];
	page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
	await page.getByLabel('Choose one or more files').setInputFiles(FILES);
	await page.getByRole('button', { name: 'Read the files' }).press('Enter');
	await expect(
		page.getByText(`${LONG_NAME}: children in care, starting and ceasing`)
	).toBeVisible();

	// The council is called otherwise here than in the files.
	const council = page.getByRole('combobox', { name: 'Council' });
	await council.press('Enter');
	await expect(page.getByRole('alert')).toHaveText(
		/No council in the files is called “Fernshyre”. The nearest are Fernshire,/
	);
	await council.fill('fernshire');
	await council.press('Enter');
	const { inCare, starting, ceasing } = INVENTED[4]!;
	const years = page.getByRole('table', { name: 'Published figures of Fernshire' });
	for (const [name, values] of [
		['Children in care on 31 March', inCare],
		['Children who came into care', starting],
		['Children who left care', ceasing]
	] as const)
		await expect(years.getByRole('row', { name }).getByRole('cell')).toHaveText(values.map(String));
	const beside = page.getByRole('table', { name: 'Children in care per 10,000 children' });
	// Itself, two means and ten neighbours.
	await expect(beside.getByRole('row')).toHaveCount(1 + 13);
	await expect(
		page.getByText(/^On 31 March 2025, \d+ children are expected in care/).first()
	).toBeVisible();
	await expect(page.getByText(/on average over 12 councils; “same as last year”/)).toBeVisible();
	expect(await graveFaultsOf(page)).toEqual([]);

	await page.getByLabel('The last year', { exact: true }).press('Space');
	await page.getByRole('button', { name: 'Use these figures in the baseline' }).press('Enter');
	await expect(page.getByText('The baseline now has the published figures')).toBeVisible();
	await expect(page.getByText(/^Saved at/)).toBeVisible();
	const others = INVENTED.filter(({ name }) => name !== 'Fernshire').map(({ name }) => name);
	expect(sent.filter((text) => others.some((name) => text.includes(name)))).toEqual([]);
	expect(sent.some((text) => text.includes('Fernshire'))).toBe(true);

	await page.getByRole('link', { name: 'See children in care in the baseline' }).click();
	const table = page.getByRole('grid').or(page.getByRole('table')).first();
	await expect(table).toContainText('Children in care, 31 March 2024');
	await page.goto(`${at}/baseline/assumptions`);
	await expect(
		page.getByText('Ages and placements of children in care, assumed: 57 assumptions')
	).toBeVisible();
	await page.goto(`${at}/care/published`);
	await expect(page.locator('.ws-bench')).toHaveAttribute('data-ready', 'true');
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
	await page.goto(`${at}/baseline/careFlows`);
	await expect(page.locator('.ws-empty')).toBeVisible();
});

test('what is wrong with published files is said by file, row and column, and figures fit a narrow screen', async ({
	browser
}) => {
	const { page } = await publishedPage(browser, 'Alderbrook');
	await page.getByRole('button', { name: 'Read the files' }).click();
	await expect(page.getByText('Choose a file', { exact: true })).toBeVisible();
	await page
		.getByLabel('Choose one or more files')
		.setInputFiles([
			file('wrong.csv', childrenInCareFile().replace(/^(2024,.*,951,.*),\d+,99$/m, '$1,many,99')),
			file('other.csv', 'a,b\n1,2\n')
		]);
	await page.getByRole('button', { name: 'Read the files' }).click();
	const alert = page.getByRole('alert');
	await expect(alert).toContainText('2 things are wrong with the files');
	await expect(alert).toContainText("children_count: 'many' is not a count");
	await expect(alert).toContainText('other.csv: this is none of the published files');
	await page.getByLabel('Choose one or more files').setInputFiles([FILES[1]!]);
	await page.getByRole('button', { name: 'Read the files' }).click();
	await expect(page.getByText('None of these files has children in care')).toBeVisible();
	expect(await graveFaultsOf(page)).toEqual([]);

	await page.getByLabel('Choose one or more files').setInputFiles(FILES);
	await page.getByRole('button', { name: 'Read the files' }).click();
	await page.getByRole('button', { name: 'Show' }).click();
	await expect(page.getByRole('heading', { name: 'What to expect' })).toBeVisible();
	await isSoundAtEachWidth(page, 'published figures');
});
