import { expect, test } from '@playwright/test';
import { open, personAt, status, type } from '../support/bench';
import { ownServer } from '../support/ownServer';
import { isSoundAtEachWidth } from '../support/sound';

const HOME = '/councils/fernshire';
const SOLVED = 'Edge of care support: Relative reduction';
const SURE = `${HOME}/scenarios/edge-of-care/sure`;
const WORTH = `${HOME}/scenarios/edge-of-care/worth`;

const server = ownServer('file');

test('whether a scenario is worth it is told in a sentence, opens down to an input, and stands beside the one that does the least', async ({
	browser
}) => {
	const { page, context, complaints } = await personAt(browser, server.origin, 'Fay');
	await page.goto(`${HOME}/compare?with=nothing&with=edge-of-care`);
	await page.getByRole('link', { name: 'Is it worth it: In-house edge of care team' }).click();
	await expect(page.locator('.ws-sentence')).toContainText(
		/^For the council’s own budget, ‘In-house edge of care team’ costs £[\d.]+ million more and brings back £/
	);

	const answers = page.getByRole('region', { name: /^For whom it counts/ });
	await answers
		.getByRole('row', { name: /^Net present value/ })
		.getByRole('link')
		.first()
		.click();
	const drawer = page.getByRole('dialog');
	await drawer.getByRole('link', { name: 'Present value of costs, council cash' }).click();
	const staffing = drawer.locator('details').filter({ hasText: 'staffing' }).first();
	await staffing.locator('summary').first().click();
	await staffing.getByRole('link', { name: /for 2027\/28/ }).click();
	await expect(drawer.locator('.ws-sentence')).toContainText('in 2027/28.');
	await expect(drawer.getByRole('heading', { name: 'Inputs', exact: true })).toBeVisible();
	await expect(drawer.getByRole('rowheader', { name: /^FTE/ }).first()).toBeVisible();
	await page.keyboard.press('Escape');

	await page.getByLabel('Which scenario does the least').selectOption('Early help reduced');
	await page.getByRole('button', { name: 'Mark it' }).click();
	await expect(page.getByText('is now marked as the one that does the least.')).toBeVisible();
	await expect(
		page.getByRole('row', { name: /^Early help reduced \(do the least\)/ })
	).toBeVisible();
	await page.goto(`${WORTH}?for=public`);
	await expect(page.getByRole('region', { name: /^Public purse: costs/ })).toBeVisible();

	const file = await page.request.get(`${HOME}/file.json`);
	expect(await file.text()).toMatch(/"doMinimum": ?"early-help-cut"/);
	expect(complaints).toEqual([]);
	await context.close();
});

test('every input is tried for the value that changes the answer, a search can be cancelled, and one input is solved for', async ({
	page
}) => {
	await page.goto(`${server.origin}${WORTH}`, { waitUntil: 'networkidle' });
	const find = page.getByRole('button', { name: 'Find the values' });
	await find.click();
	await page.getByRole('button', { name: 'Cancel' }).click();
	await expect(page.getByText('Cancelled. Nothing was changed.')).toBeVisible();

	await page.getByLabel('Input that may move').selectOption({ label: SOLVED });
	await page.getByLabel('From (optional)').fill('0');
	await page.getByRole('button', { name: 'Work it out' }).click();
	await expect(page.locator('.ws-sentence').last()).toContainText(
		/^It breaks even for council cash if ‘Edge of care support: Relative reduction’ is [\d.]+%\. It is 19% now\.$/
	);
});

test('a range is typed, draws are run, cancelled and run again, and how sure a scenario is can be read, compared and printed', async ({
	browser
}) => {
	test.setTimeout(120_000);
	const { page, context, complaints } = await personAt(browser, server.origin, 'Fay');
	const drawn = page.getByRole('heading', { name: 'What matters most' });
	await open(page, `${HOME}/baseline/posts?for=baseline`);
	await type(page, 'Hub workers, Fernmouth', 'FTE', '4 to 6');
	await expect(status(page)).toHaveText(/^Saved at/);
	await page.goto(`${HOME}/evidence/range?field=posts/hub-fernmouth.fte`, {
		waitUntil: 'networkidle'
	});
	await page
		.getByLabel('How values are spread between them')
		.selectOption('Triangular: straight up to the most likely, and down');
	await page.getByLabel('Low').fill('7');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('alert')).toContainText('write low, mode and high in rising order');
	await isSoundAtEachWidth(page, 'a range, refused');
	await page.getByLabel('Low').fill('4');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByText(/^The range of ‘Hub workers.* is saved\./)).toBeVisible();
	await page.goto(SURE);
	await expect(drawn).toBeVisible({ timeout: 60_000 });
	await page.getByText(/^The \d+ inputs that are drawn$/).click();
	await expect(
		page.getByRole('row', { name: /^Hub workers, Fernmouth: FTE 4 FTE .* Triangular/ })
	).toBeVisible();
	await expect(page.locator('.ws-sentence')).toHaveText(
		/^‘In-house edge of care team’ probably costs about £[\d.,]+( million)? (less|more) than .* in 8 of 10 draws between £/
	);
	await expect(page.getByText(/^The chance that it has paid back by 2030\/31 is /)).toBeVisible();

	await page.getByLabel('Number of draws').selectOption('5,000');
	await page.getByRole('button', { name: 'Run again' }).click();
	await page.getByRole('button', { name: 'Cancel' }).click();
	await expect(page.getByText('Cancelled. What was found before stays.')).toBeVisible();
	await page.getByLabel('Number of draws').selectOption('1,000');
	await page.getByLabel('Seed').fill('7');
	await page.getByRole('button', { name: 'Run again' }).click();
	await expect(page.getByText(/1,000 draws of \d+ inputs, seed 7,/).first()).toBeVisible({
		timeout: 60_000
	});
	await expect(drawn).toBeVisible({ timeout: 60_000 });
	await page.getByRole('button', { name: 'Try them' }).click();
	await expect(
		page.getByRole('region', { name: /^Edge of care support: / }).getByRole('row')
	).toHaveCount(6);
	await isSoundAtEachWidth(page, 'how sure');
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.ws-sentence')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Run again' })).toBeHidden();
	await page.emulateMedia({ media: 'screen' });

	await page.goto(`${HOME}/compare?with=nothing&with=hubs-outreach&with=edge-of-care`, {
		waitUntil: 'networkidle'
	});
	await page.getByRole('button', { name: 'Draw the scenarios' }).click();
	await expect(
		page.getByText(
			/^The chance that ‘In-house edge of care team’ costs less than ‘Family hubs.*’ is /
		)
	).toBeVisible({ timeout: 60_000 });
	expect(complaints).toEqual([]);
	await context.close();
});

test('a published effect is refused for other families, and fills an intervention once its service is for them', async ({
	browser
}) => {
	const { page, context, complaints } = await personAt(browser, server.origin, 'Fay');
	const fill = async () => {
		await page.goto(`${HOME}/evidence`);
		await page.getByRole('link', { name: /^Published effects/ }).click();
		const own = page.getByRole('region', {
			name: 'Family group conference before care proceedings'
		});
		await own.getByLabel(/^Fill an intervention/).selectOption('Edge of care support');
		await own.getByRole('button', { name: /^Fill it/ }).click();
		return own.getByRole('status');
	};
	await expect(await fill()).toContainText(/^Not filled\. .*'families in pre-proceedings'/);
	await isSoundAtEachWidth(page, 'published effects');
	await open(page, `${HOME}/baseline/services?for=baseline`);
	await type(page, 'Edge of care support', 'Population', 'families in pre-proceedings');
	await expect(status(page)).toHaveText(/^Saved at/);
	await expect(await fill()).toHaveText(
		/^‘Edge of care support’ now rests on ‘Family group conference before care proceedings’\./
	);
	expect(complaints).toEqual([]);
	await context.close();
});
