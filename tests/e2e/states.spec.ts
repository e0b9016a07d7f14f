import { expect, test, type Locator, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import {
	cellOf,
	complaintsOf,
	open,
	personAt,
	sidewaysScroll,
	status,
	type
} from '../support/bench';
import { visitor, visitorNamed } from '../support/builtServer';
import { ownServer } from '../support/ownServer';
import { isSoundAtEachWidth } from '../support/sound';

const HOME = '/councils/fernshire';
const HUBS = `${HOME}/scenarios/hubs-outreach`;
const CLOSING = `${HUBS}/changes/close-fernmouth-hill`;
const STAFFING = `${HOME}/baseline/posts?for=baseline`;
const WORKERS = 'Hub workers, Fernmouth';
const LONG_ROWS = 150;
const MOST_TABS = 120;

test.setTimeout(400_000);

const server = ownServer('file');

/** What a screen reader would stumble over in the outline of a page: its one h1, its levels, its landmarks by name. */
function faultsOfOutline(page: Page): Promise<readonly string[]> {
	return page.evaluate(() => {
		const isShown = (element: Element) => element.getClientRects().length > 0;
		const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5')]
			.filter(isShown)
			.map((heading) => Number(heading.tagName[1]));
		const navigations = [...document.querySelectorAll('nav')].map((own) => own.ariaLabel ?? '');
		return [
			...(levels.filter((level) => level === 1).length === 1 ? [] : ['not one h1']),
			...(levels.some((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1)
				? [`levels ${levels.join(' ')}`]
				: []),
			...(document.querySelectorAll('main').length === 1 ? [] : ['not one main']),
			...(navigations.includes('') || new Set(navigations).size < navigations.length
				? [`navigations ${navigations.join(', ')}`]
				: [])
		];
	});
}

/** A page, or the part of it that is new, is sound at each width, and its outline too. */
async function isSound(page: Page, name: string, part?: string): Promise<void> {
	await expect(page.locator('.ws-impact--stale')).toHaveCount(0);
	await isSoundAtEachWidth(page, name, part === undefined ? {} : { part });
	if (part === undefined) expect.soft(await faultsOfOutline(page), name).toEqual([]);
}

const fileText = async () =>
	await (await visitor(server.origin, '').get(`${HOME}/file.json`)).text();

async function preview(page: Page, text: string): Promise<void> {
	const buffer = Buffer.from(text);
	await open(page, `${HOME}/import`);
	await page
		.getByLabel('Council file')
		.setInputFiles({ name: 'fernshire.json', mimeType: 'application/json', buffer });
	await page.getByRole('button', { name: 'See what it would change' }).click();
}

// Whoever can press it on a phone can on a desk.
const PHONE = { width: 390, height: 900 };

test('the scenarios, changes, templates, activity and history are accessible, also with what was forgotten', async ({
	browser
}) => {
	const { page, context, complaints } = await personAt(browser, server.origin, 'Ann');
	await page.setViewportSize(PHONE);

	await open(page, `${HOME}/scenarios`);
	await page.getByRole('button', { name: 'Add scenario' }).click();
	await expect(page.getByRole('alert')).toHaveCount(1);
	await isSound(page, 'scenarios, title missing');
	await page.getByLabel('Title').fill('Seen');
	await page.getByRole('button', { name: 'Add scenario' }).click();
	await expect(status(page)).toHaveText(/^Saved at/);
	await page.getByText('What was done here').click();
	await isSound(page, 'scenarios, history open');

	await page.getByRole('link', { name: 'Seen' }).click();
	await expect(page.locator('.ws-sentence')).toContainText('has no changes yet');
	await isSound(page, 'a scenario without changes');

	await open(page, `${HUBS}/changes`);
	await isSound(page, 'changes');
	await open(page, `${HUBS}/changes/new`);
	await isSound(page, 'templates');
	await open(page, `${HUBS}/changes/new?template=careRates&flow=moves`);
	await isSound(page, 'rates of care');
	await open(page, `${HOME}/care/rates`);
	await isSound(page, 'rates without a return');
	await open(page, `${HUBS}/changes/new?template=endContract`);
	await page.getByRole('button', { name: 'Preview' }).click();
	await expect(page.getByRole('alert').first()).toContainText('There is a problem');
	await isSound(page, 'template, answers missing');
	// What cannot be read is told with the rest, and is not taken for nothing.
	await page.getByLabel('First month without it').fill('31/02/2027');
	await page.getByRole('button', { name: 'Preview' }).click();
	await expect(page.getByRole('alert').first()).toContainText('‘31/02/2027’ is not a month');
	await page.getByLabel('Contract', { exact: true }).selectOption({ index: 1 });
	await page.getByLabel('First month without it').fill('April 2027');
	await page.getByRole('button', { name: 'Preview' }).click();
	await expect(page.getByRole('heading', { name: 'What this change does' })).toBeVisible();
	await isSound(page, 'template, preview');
	// What another change says of the same field stands beside it before anything is kept (C5).
	await open(page, `${HUBS}/changes/new?template=staffing`);
	await page.getByLabel('Posts', { exact: true }).selectOption('Outreach workers');
	await page.getByLabel('What happens').selectOption({ index: 1 });
	await page.getByLabel('FTE (optional)').fill('15');
	await page.getByLabel('Heads (optional)').fill('16');
	await page.getByLabel('First month').fill('April 2028');
	await page.getByRole('button', { name: 'Preview' }).click();
	const both = page.getByRole('region', { name: 'Set by more than one change' });
	const fte = both.locator('tbody tr').filter({ hasText: '› FTE' });
	await expect(fte.locator('td').first()).toHaveText('15');
	await expect(fte.locator('td').last()).toContainText('by ‘Three more outreach workers’');
	await isSound(page, 'template, preview with a conflict');

	for (const path of ['/what-changed', '/changes/close-fernmouth-hill/buildings']) {
		await page.goto(`${HUBS}${path}`);
		await isSound(page, path);
	}
	await page.goto(`${HOME}/activity?check=chain`);
	await isSound(page, 'activity, chain checked');
	expect(complaints).toEqual([]);
	await context.close();
});

test('the forms of a council, a name and an import are accessible, with their errors and previews', async ({
	browser
}) => {
	const { page, context, complaints } = await personAt(browser, server.origin, 'Ann');
	await page.setViewportSize(PHONE);
	for (const [path, button] of [
		['/new', 'Start'],
		['/import', 'Add the council'],
		['/name', 'Continue']
	] as const) {
		await page.goto(path);
		await isSound(page, path);
		if (path === '/name') await page.getByLabel('What is your name?').fill('');
		await page.getByRole('button', { name: button }).click();
		await expect(page.getByRole('alert')).toHaveCount(1);
		await isSound(page, `${path}, forgotten`);
	}
	const text = await fileText();
	await preview(page, text);
	await expect(page.getByText('There is nothing to import.')).toBeVisible();
	await isSound(page, 'import, nothing');
	await preview(page, text.replaceAll(/"fte": ?"6.6"/g, '"fte": "five"'));
	await expect(page.getByRole('alert')).toContainText('cannot be used');
	await isSound(page, 'import, problems');
	await preview(page, text.replaceAll(/"salary": ?"(\d)/g, '"salary": "1$1'));
	await expect(page.getByRole('heading', { name: 'What the file would change' })).toBeVisible();
	await isSound(page, 'import, preview');
	// What is forgotten in a form is answered as a page, so that no console lists it as an error.
	expect(complaints).toEqual([]);
	await context.close();
});

test('what opens over a table is accessible: its keys, a row as a form, a paste, a cell that is typed in, a question', async ({
	browser
}) => {
	const { page, context, complaints } = await personAt(browser, server.origin, 'Ann');
	await page.setViewportSize(PHONE);
	await open(page, STAFFING);
	const dialog = page.getByRole('dialog');

	await page.getByRole('button', { name: 'Keys and marks' }).click();
	await isSound(page, 'keys', 'dialog');
	await dialog.getByRole('button', { name: 'Close' }).click();

	await page.getByRole('button', { name: `Edit ${WORKERS}` }).click();
	await dialog.getByLabel('FTE', { exact: true }).fill('plenty');
	await dialog.getByRole('button', { name: 'Save' }).click();
	await expect(dialog.getByRole('alert').first()).toBeVisible();
	await isSound(page, 'a row as a form, with a problem', 'dialog');
	await dialog.getByRole('button', { name: 'Cancel' }).click();

	await (await cellOf(page, WORKERS, 'FTE')).click();
	await page.evaluate(() => navigator.clipboard.writeText('5\tplenty\n6\t7'));
	await page.keyboard.press('Control+v');
	await expect(dialog).toContainText('4 cells');
	await isSound(page, 'a paste with a problem', 'dialog');
	await page.keyboard.press('Escape');

	await expect(await cellOf(page, WORKERS, 'FTE')).toBeFocused();
	await page.keyboard.type('4 to 6');
	await expect(page.locator('[popover]')).toBeVisible();
	await isSound(page, 'a cell that is typed in', 'tr:has(input)');
	await page.keyboard.press('Control+a');
	await page.keyboard.type('plenty');
	await page.keyboard.press('Enter');
	await expect(page.locator('[popover] [role=alert]')).toBeVisible();
	await isSound(page, 'a cell that is refused', 'tr:has(input)');
	await page.keyboard.press('Escape');
	expect(complaints).toEqual([]);
	await context.close();

	const nameless = await browser.newContext({ baseURL: server.origin });
	const other = await nameless.newPage();
	await other.setViewportSize(PHONE);
	await open(other, STAFFING);
	await type(other, WORKERS, 'Heads', '9');
	await other.getByRole('button', { name: 'Save and go on' }).click();
	await expect(other.getByText('Enter your name')).toBeVisible();
	await isSound(other, 'the question for a name', 'dialog');
	await other.getByRole('textbox', { name: 'Your name' }).fill('Ben');
	await other.getByRole('button', { name: 'Save and go on' }).click();
	await expect(status(other)).toHaveText(/^Saved at/);
	await nameless.close();
});

test('at 320 pixels, or 400 per cent of 1,280, a form stands on the page, and neither a template nor a change scrolls sideways', async ({
	browser
}) => {
	const { page, context } = await personAt(browser, server.origin, 'Ann');
	await page.setViewportSize({ width: 320, height: 640 });
	for (const path of [`${HUBS}/changes/new?template=closeBuilding`, `${CLOSING}/posts`]) {
		await page.goto(path);
		expect.soft(await sidewaysScroll(page), path).toBe(0);
	}
	await open(page, STAFFING);
	await page.getByRole('button', { name: `Edit ${WORKERS}` }).click();
	const dialog = await page.getByRole('dialog').boundingBox();
	expect((dialog?.x ?? 0) + (dialog?.width ?? 0)).toBeLessThanOrEqual(320);
	await context.close();
});

test('on a tablet a cell is edited by touch, and its row by its form', async ({ browser }) => {
	const context = await browser.newContext({
		baseURL: server.origin,
		hasTouch: true,
		isMobile: true,
		viewport: { width: 768, height: 1024 }
	});
	const page = await context.newPage();
	const complaints = complaintsOf(page);
	await page.goto('/name');
	await page.getByLabel('What is your name?').fill('Cat');
	await page.getByRole('button', { name: 'Continue' }).tap();
	await page.waitForURL('/');
	await open(page, STAFFING);
	const cell = await cellOf(page, WORKERS, 'FTE');
	// The first tap selects, the next one opens.
	await cell.tap();
	if ((await cell.locator('input').count()) === 0) await cell.tap();
	await cell.locator('input').fill('5.5');
	await page.getByRole('heading', { level: 1 }).tap();
	await expect(status(page)).toHaveText(/^Saved at/);
	await expect(cell).toContainText('5.5');
	await page.getByRole('button', { name: `Edit ${WORKERS}` }).tap();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('FTE', { exact: true }).fill('6.6');
	await dialog.getByRole('button', { name: 'Save' }).tap();
	await expect(cell).toContainText('6.6');
	expect(complaints).toEqual([]);
	await context.close();
});

const SHEET_PIXELS = Math.floor(((297 - 20) / 25.4) * 96);

/** By how many pixels the table of a page is wider than a sheet of A4 across, without its margins. */
async function paperOverflow(page: Page, path: string): Promise<number> {
	await page.setViewportSize({ width: SHEET_PIXELS, height: 700 });
	await page.emulateMedia({ media: 'print' });
	await open(page, path);
	return page
		.locator('[role=grid]')
		.evaluate((table) => Math.ceil(table.getBoundingClientRect().right) - innerWidth);
}

test('on paper a long table has every row, and its columns stay on the sheet', async ({
	browser
}) => {
	const { page, context } = await personAt(browser, server.origin, 'Ann');
	const ann = await visitorNamed(server, 'Ann');
	const state = (await (await ann.get(`${HOME}/state`)).json()) as { readonly revision: number };
	const operations = Array.from({ length: LONG_ROWS }, (_, i) => ({
		op: 'insert',
		row: `records/providers/long-${i}`,
		data: { id: `long-${i}`, title: `Long ${i}`, sector: 'charity' }
	}));
	const edit = { request: randomUUID(), seen: state.revision, scenario: null, act: 'pasted' };
	expect((await ann.post(`${HOME}/edits`, { ...edit, operations })).status).toBe(200);
	await open(page, `${HOME}/baseline/providers?for=baseline`);
	const rows = page.locator('[role=grid] tbody tr[data-row]');
	expect(await rows.count()).toBeLessThan(LONG_ROWS);
	// Rows that are not there are counted, and each says its place among them all.
	const { baseline } = JSON.parse(await fileText()) as {
		readonly baseline: { readonly providers: readonly { readonly id: string }[] };
	};
	const grid = page.getByRole('grid');
	const counts = () =>
		expect(grid).toHaveAttribute('aria-rowcount', `${baseline.providers.length + 1}`);
	await counts();
	await expect(rows.first()).toHaveAttribute('aria-rowindex', '2');
	await page.getByLabel('Find in this table').fill('Long 140');
	await page.keyboard.press('Enter');
	await expect(rows.filter({ hasText: 'Long 140' })).toHaveAttribute(
		'aria-rowindex',
		`${baseline.providers.findIndex(({ id }) => id === 'long-140') + 2}`
	);
	await expect(page.getByRole('status').filter({ hasText: /^1 of \d+: Long 140/ })).toBeVisible();
	await counts();
	await page.getByLabel('Find in this table').fill('');
	await page.evaluate(() => {
		addEventListener('beforeprint', () => {
			const grid = document.querySelector('[role=grid]');
			Object.assign(window, { printed: grid?.querySelectorAll('tbody tr[data-row]').length });
		});
	});
	const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
	const printed = await page.evaluate(() => (window as unknown as { printed: number }).printed);
	expect(printed).toBeGreaterThanOrEqual(LONG_ROWS);
	// Some forty rows go on a sheet.
	expect(paper.match(/\/Type \/Page\b/g)?.length).toBeGreaterThanOrEqual(4);
	const wider = await paperOverflow(page, STAFFING);
	expect(wider, 'staffing is wider than the sheet').toBeLessThanOrEqual(0);
	// Thirty columns come in parts that can be read, each with the names of its rows.
	await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	const parts = page.locator('.ws-grid__part');
	await expect(parts).toHaveCount(3);
	for (const part of await parts.all()) {
		await expect(part.getByRole('rowheader', { name: WORKERS })).toBeVisible();
		const { over, pixels } = await part.evaluate((table) => ({
			over: Math.ceil(table.getBoundingClientRect().right) - innerWidth,
			pixels: parseFloat(getComputedStyle(table).fontSize)
		}));
		expect(over).toBeLessThanOrEqual(0);
		// Nine points.
		expect(pixels).toBeGreaterThanOrEqual(11.9);
	}
	await page.evaluate(() => dispatchEvent(new Event('afterprint')));
	await expect(parts).toHaveCount(0);
	await context.close();
});

/** Goes on with the Tab key until something has the focus. */
async function reach(page: Page, target: Locator): Promise<void> {
	const isThere = () =>
		target.evaluateAll((found) => found.some((own) => own === document.activeElement));
	for (let presses = 0; presses < MOST_TABS && !(await isThere()); presses++)
		await page.keyboard.press('Tab');
	await expect(target).toBeFocused();
}

async function follow(page: Page, name: string | RegExp): Promise<void> {
	await reach(page, page.getByRole('link', { name, exact: true }).first());
	await page.keyboard.press('Enter');
}

test('by keyboard alone: the example, a scenario, a cell, a paste, an undo, a figure and its working', async ({
	browser
}) => {
	const { page, context, complaints } = await personAt(browser, server.origin, 'Kay');
	await page.goto('/');
	await reach(page, page.getByRole('button', { name: 'Open the example' }));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compare scenarios');
	await follow(page, 'Scenarios');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Scenarios');
	await follow(page, 'Two family centres, contact commissioned');
	await follow(page, 'Changes');
	await follow(page, 'Commission supervised contact');
	await reach(page, page.locator('summary', { hasText: 'Change something in a table' }));
	await page.keyboard.press('Enter');
	await follow(page, 'Staffing');
	// The page of the change has a table too.
	await expect(page).toHaveURL(/\/posts$/);
	await expect(page.locator('[role=grid]')).toBeVisible();
	await expect(page.locator('.ws-bench')).toHaveAttribute('data-ready', 'true');

	// The table is one stop; within it the arrows lead to the cell.
	const cell = await cellOf(page, 'Family support workers, family centres', 'FTE');
	await reach(page, page.locator('[role=grid] [tabindex="0"]').first());
	await page.keyboard.press('Control+Home');
	const { rows, columns } = await cell.evaluate((own: HTMLTableCellElement) => ({
		rows: own.closest('tr')?.sectionRowIndex ?? 0,
		columns: Number(own.dataset['column'])
	}));
	for (let row = 0; row < rows; row++) await page.keyboard.press('ArrowDown');
	for (let column = 0; column < columns; column++) await page.keyboard.press('ArrowRight');
	await expect(cell).toBeFocused();
	const before = await cell.innerText();
	await page.keyboard.type('16');
	await page.keyboard.press('Enter');
	await expect(status(page)).toHaveText(/^Saved at/);
	await expect(cell).toContainText('16');
	await expect(page.locator('.ws-impact [role=status]')).not.toBeEmpty();
	await page.evaluate(() => navigator.clipboard.writeText('17'));
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Control+V');
	await expect(cell).toContainText('17');
	await expect(page.getByRole('status').filter({ hasText: '1 cell pasted.' })).toHaveCount(1);
	for (const text of ['16', before]) {
		await page.keyboard.press('Control+Z');
		await expect(cell).toContainText(text);
	}
	await expect(status(page)).toHaveText(/^Saved at/);
	// The key that prints is the browser's own: what it prints is the table as it stands now.
	await page.emulateMedia({ media: 'print' });
	await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	await expect(
		page
			.locator('.ws-grid__part')
			.first()
			.getByRole('row', { name: /^Family support workers, family centres/ })
	).toContainText(before.trim());
	await page.evaluate(() => dispatchEvent(new Event('afterprint')));
	await page.emulateMedia({ media: 'screen' });

	await page.goto('/councils/cheshire-east/compare');
	const figure = page.getByRole('region', { name: /^Key figures/ }).getByRole('link');
	await reach(page, figure.first());
	await page.keyboard.press('Enter');
	const heading = page
		.getByRole('dialog')
		.getByRole('heading', { name: 'How was this worked out?' });
	await expect(heading).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(figure.first()).toBeFocused();
	expect(complaints).toEqual([]);
	await context.close();
});
