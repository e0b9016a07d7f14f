import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import type { Running } from './builtServer';

/** A page of a browser of its own, for a person who has given a name; what it complains of is collected. */
export async function pageOf(
	browser: Browser,
	server: Running,
	name: string
): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
	const context = await browser.newContext({
		baseURL: server.origin,
		permissions: ['clipboard-read', 'clipboard-write']
	});
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(error.message));
	await page.goto('/name');
	await page.getByLabel('What is your name?').fill(name);
	await page.getByRole('button').last().click();
	await page.waitForURL('/');
	return { page, complaints };
}

/** Opens a page with a workbench and waits until its scripts run and its figures are there. */
export async function openBench(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await expect(page.locator('.ws-bench')).toHaveAttribute('data-ready', 'true');
	await expect(page.locator('.ws-impact--stale')).toHaveCount(0);
}

/** The cell of a row and a column, by their headings, of the table with a caption; of the first table where none is named. */
export async function cellIn(
	page: Page,
	row: string,
	column: string,
	caption?: string
): Promise<Locator> {
	const grids = page.locator('[role=grid]');
	const table =
		caption === undefined
			? grids.first()
			: grids.filter({ has: page.locator('caption', { hasText: caption }) }).first();
	const headers = await table.locator('thead th').allInnerTexts();
	const at = headers.findIndex((text) => text.trim().startsWith(column));
	expect(at, `a column '${column}' among ${headers.join(', ')}`).toBeGreaterThanOrEqual(0);
	return table
		.locator('tbody tr')
		.filter({ has: page.locator('th', { hasText: row }) })
		.first()
		.locator('th, td')
		.nth(at);
}
