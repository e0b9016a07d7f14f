import { expect, test } from '@playwright/test';
import { cellOf, open, personAt, status, type } from '../support/bench';
import { ownServer } from '../support/ownServer';

const LIST = '/councils/fernshire/scenarios';
const CHANGES = `${LIST}/hubs-outreach/changes`;

const server = ownServer('file');

test('deleting a scenario moves on to the message about it, which goes once the bar has undone it', async ({
	browser
}) => {
	const { page, context, complaints } = await personAt(browser, server.origin, 'Ann');
	await open(page, LIST);
	await page.getByRole('button', { name: /^Archive\s*: Early help reduced/ }).click();
	await expect(page.getByText('‘Early help reduced’ was archived.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Undo this' })).toBeVisible();
	await page.getByRole('button', { name: /^Delete\s*: More council foster places/ }).click();
	const told = page.locator('[role=status]').filter({ hasText: 'was deleted, with its changes' });
	await expect(told).toBeFocused();
	await expect(told.getByRole('button', { name: 'Undo this' })).toBeVisible();
	await page.getByRole('button', { name: /^Undo\s*: / }).click();
	await expect(page.getByRole('link', { name: 'More council foster places' })).toBeVisible();
	// “Undo this” would now undo the archiving before it.
	await expect(page.getByText('was deleted, with its changes')).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Undo this' })).toHaveCount(0);
	expect(complaints).toEqual([]);
	await context.close();
});

test('a change that somebody deletes while it is open says so by its name, and leads back', async ({
	browser
}) => {
	const [ann, ben] = [
		await personAt(browser, server.origin, 'Ann'),
		await personAt(browser, server.origin, 'Ben')
	];
	await open(ann.page, `${CHANGES}/close-fernmouth-hill`);
	await open(ben.page, CHANGES);
	await ben.page.getByRole('button', { name: /^Delete\s*: Close Fernmouth Hill/ }).click();
	await expect(status(ben.page)).toHaveText(/^Saved at/);
	await ann.page.getByLabel('Owner').fill('Zed');
	await ann.page.keyboard.press('Tab');
	const told = ann.page.getByRole('dialog', { name: 'This was taken out meanwhile' });
	await expect(told).toContainText('Ben changed this');
	await expect(told).toContainText('change ‘Close Fernmouth Hill’');
	await expect(told.getByRole('button')).toHaveText(['Continue']);
	await told.getByRole('button').click();
	await expect(ann.page.getByRole('heading', { level: 1 })).toHaveText('This change was deleted');
	await ann.page.getByRole('link', { name: 'Back to Family hubs 6 to 4, with outreach' }).click();
	await expect(ann.page).toHaveURL(new RegExp(`${CHANGES}$`));
	await ann.context.close();
	await ben.context.close();
});

test('a scenario that was added leads on to its changes, and a button pressed twice adds one', async ({
	browser
}) => {
	const { page, context } = await personAt(browser, server.origin, 'Ann');
	await open(page, LIST);
	await page.getByLabel('Title').fill('Close two centres');
	await page.getByRole('button', { name: 'Add scenario' }).dblclick();
	await expect(page.getByRole('link', { name: 'Open its changes' })).toBeVisible();
	await expect(status(page)).toHaveText(/^Saved at/);
	await expect(page.getByRole('link', { name: 'Close two centres', exact: true })).toHaveCount(1);
	await page.getByRole('link', { name: 'Open its changes' }).click();
	await expect(page).toHaveURL(/\/scenarios\/close-two-centres\/changes$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Close two centres');
	await context.close();
});

test('rates of care are multiplied from the care page, again in a cell, and taken back one by one', async ({
	browser
}) => {
	const { page, context, complaints } = await personAt(browser, server.origin, 'Ann');
	await open(page, '/councils/fernshire/care/rates');
	await page.getByRole('link', { name: 'Adjust rates in In-house edge of care team' }).click();
	await page.getByLabel('Which rates').selectOption('Leaving care before 18');
	await page.getByLabel('Placement type').selectOption('Foster care');
	await page.getByLabel('What is done to them').selectOption('Multiply by a factor');
	await page.getByLabel('Factor').fill('1.1');
	await page.getByLabel('First month').fill('April 2027');
	const children = page.locator('.ws-impact').getByText(/children fewer$/);
	const before = (await children.textContent()) ?? '';
	await page.getByRole('button', { name: 'Preview' }).click();
	await expect(page.getByText('0.00105 × 1.1 = 0.001155 per child-day')).toBeVisible();
	await expect(children).not.toHaveText(before);
	await page.getByRole('button', { name: 'Keep this change' }).click();
	await page.waitForURL(/changes\/leaving-care-before-18-foster-care-1-1$/);
	const own = new URL(page.url()).pathname;

	await open(page, `${own}/careFlows`);
	const row = 'Exits under 1, foster care';
	await expect(await cellOf(page, row, 'Rate')).toContainText('0.001155');
	await type(page, row, 'Rate', 'x 2');
	await expect(await cellOf(page, row, 'Rate')).toContainText('0.00231');
	await expect(await cellOf(page, row, 'Rate')).toContainText('× 2.2');
	await expect(status(page)).toHaveText(/^Saved at/);
	await page.getByRole('button', { name: /^Undo/ }).click();
	await expect(await cellOf(page, row, 'Rate')).toContainText('0.001155');
	await expect(status(page)).toHaveText(/^Saved at/);
	await page.reload();
	await expect(await cellOf(page, row, 'Rate')).toContainText('0.001155');
	expect(complaints).toEqual([]);
	await context.close();
});
