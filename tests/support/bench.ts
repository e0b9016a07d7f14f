import {
	expect,
	type Browser,
	type BrowserContext,
	type BrowserContextOptions,
	type Locator,
	type Page
} from '@playwright/test';
import { visitorNamed } from './builtServer';

/** A browser of its own for a person who has given a name; what it complains of is collected. */
export interface Person {
	readonly page: Page;
	readonly context: BrowserContext;
	readonly complaints: readonly string[];
}

/** Somebody who has given their name to a server, in a browser of their own, before a page is open. */
export async function personAt(
	browser: Browser,
	origin: string,
	name: string,
	options: BrowserContextOptions = {}
): Promise<Person> {
	const context = await browser.newContext({
		baseURL: origin,
		permissions: ['clipboard-read', 'clipboard-write'],
		...options
	});
	// The page that asks for a name has tests of its own.
	const [key = '', value = ''] = (await visitorNamed({ origin }, name)).cookie.split('=');
	await context.addCookies([{ name: key, value, url: origin }]);
	const page = await context.newPage();
	return { page, context, complaints: complaintsOf(page) };
}

/** Collects what the browser complains of while pages are open. */
export function complaintsOf(page: Page): readonly string[] {
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(error.message));
	return complaints;
}

/** Opens a page on which people edit, and waits until it can be edited. */
export async function open(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await expect(page.locator('.ws-bench')).toHaveAttribute('data-ready', 'true');
}

/** The cell of a row and a column of the table, by their headings. */
export async function cellOf(page: Page, row: string, column: string): Promise<Locator> {
	const headers = await page.locator('[role=grid] thead th').allInnerTexts();
	const at = headers.findIndex((text) => text.trim().startsWith(column));
	expect(at, `a column '${column}' among ${headers.join(', ')}`).toBeGreaterThanOrEqual(0);
	return page
		.locator('[role=grid] tbody tr')
		.filter({ has: page.locator('th', { hasText: row }) })
		.first()
		.locator('th, td')
		.nth(at);
}

/** Types a value into a cell and keeps it. */
export async function type(page: Page, row: string, column: string, text: string): Promise<void> {
	const cell = await cellOf(page, row, column);
	await cell.click();
	await page.keyboard.type(text);
	await page.keyboard.press('Enter');
}

/** The line that says whether everything is saved. */
export function status(page: Page): Locator {
	return page.locator('.ws-bench-bar__status');
}

/** How far the whole page can be scrolled sideways, in pixels. */
export function sidewaysScroll(page: Page): Promise<number> {
	return page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
}

/** Begins a council, and says at which address it stands. */
export async function newCouncil(page: Page, name: string, firstYear: string): Promise<string> {
	await page.goto('/new');
	await page.getByLabel('Name of the council').fill(name);
	await page.getByLabel('First financial year').fill(firstYear);
	await page.getByRole('button', { name: 'Start' }).click();
	await page.waitForURL(/councils/);
	return new URL(page.url()).pathname;
}
