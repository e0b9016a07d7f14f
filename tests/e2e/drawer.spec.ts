import { expect, test, type Page } from '@playwright/test';
import { complaintsOf } from '../support/bench';
import { isSoundAtEachWidth } from '../support/sound';

const compare = '/councils/cheshire-east/compare?with=nothing&with=two-centres';
const heading = 'How was this worked out?';

/** The amount of the comparison's table of net cost in a year, in the row of the comparator. */
const netIn = (page: Page, year: string) =>
	page
		.getByRole('region', { name: /^Net cost, placements included/ })
		.getByRole('link', { name: new RegExp(year) })
		.first();

const drawer = (page: Page) =>
	page.getByRole('dialog', { name: new RegExp(heading.replace('?', '\\?')) });

test('a figure opens its working over the page, with an address of its own, and gives the focus back', async ({
	page
}) => {
	const complaints = complaintsOf(page);
	await page.goto(compare, { waitUntil: 'networkidle' });
	const opener = netIn(page, '2012/13');
	const shown = ((await opener.innerText()).split(',').slice(0, -1).join(',') || '').trim();
	await opener.focus();
	await page.keyboard.press('Enter');
	await expect(drawer(page)).toBeVisible();
	await expect(page).toHaveURL(/\/figures\/net\.total\?scenario=nothing&year=2012\/13$/);
	await expect(drawer(page).getByRole('heading', { name: heading })).toBeFocused();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compare scenarios');
	await expect(drawer(page).locator('.ws-sentence')).toContainText('£');
	expect(shown).not.toBe('');
	await expect(drawer(page)).toMatchAriaSnapshot(`
    - dialog /How was this worked out/:
      - button "Close"
      - button "Copy link"
      - link "Open as a page"
      - status
      - heading /How was this worked out/ [level=2]
      - paragraph: /^Net cost, placements included in/
      - heading "Formula" [level=2]
      - heading "Step by step" [level=2]
      - list:
        - listitem:
          - link "Staffing"
      - heading "Inputs" [level=2]
      - heading "By year" [level=2]
      - region /^Net cost, placements included/:
        - table
  `);

	// Tab stays within.
	for (let presses = 0; presses < 4; presses++) {
		await page.keyboard.press('Tab');
		expect(
			await page.evaluate(
				() =>
					document.activeElement?.closest('dialog') !== null ||
					document.activeElement === document.body
			)
		).toBe(true);
	}

	await page.keyboard.press('Escape');
	await expect(drawer(page)).toHaveCount(0);
	await expect(page).toHaveURL(new RegExp(`${compare.replaceAll('?', '\\?')}$`));
	await expect(opener).toBeFocused();
	expect(complaints).toEqual([]);
});

test('links inside move within the drawer: Back returns to the one before, Close leaves them all', async ({
	page
}) => {
	await page.goto(compare, { waitUntil: 'networkidle' });
	const opener = netIn(page, '2012/13');
	await opener.click();
	await expect(drawer(page).locator('.ws-formula')).toContainText('Net cost');
	await drawer(page).getByRole('link', { name: 'Staffing', exact: true }).click();
	await expect(drawer(page).locator('.ws-formula')).toContainText('Staffing = ');
	await expect(page).toHaveURL(/figures\/cost\.staffing/);
	await page.goBack();
	await expect(page).toHaveURL(/figures\/net\.total/);
	await expect(drawer(page).locator('.ws-formula')).toContainText('Net cost');
	await page.goForward();
	await expect(drawer(page).locator('.ws-formula')).toContainText('Staffing = ');
	await drawer(page).getByRole('button', { name: 'Close' }).click();
	await expect(drawer(page)).toHaveCount(0);
	await expect(page).toHaveURL(/\/compare\?/);
	await expect(opener).toBeFocused();

	// Back closes the last one.
	await opener.click();
	await expect(drawer(page)).toBeVisible();
	await page.goBack();
	await expect(drawer(page)).toHaveCount(0);
	await expect(opener).toBeFocused();

	// A link that is no figure leaves for its page, from which Back opens the drawer again.
	await opener.click();
	await drawer(page).getByRole('link', { name: 'Staffing', exact: true }).click();
	await drawer(page)
		.getByRole('link', { name: /^See the fact/ })
		.first()
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Evidence');
	await expect(drawer(page)).toHaveCount(0);
	await page.goBack();
	await expect(drawer(page).locator('.ws-formula')).toContainText('Staffing = ');
});

test('the address of a working opens the whole page: on reload, in another tab, with the control key', async ({
	page,
	context
}) => {
	await page.goto(compare, { waitUntil: 'networkidle' });
	await netIn(page, '2012/13').click();
	const inDrawer = await drawer(page).locator('.ws-sentence').innerText();
	await page.reload();
	await expect(drawer(page)).toHaveCount(0);
	await expect(page.getByRole('heading', { level: 1 })).toContainText(heading);
	expect(await page.locator('.ws-sentence').innerText()).toBe(inDrawer);

	await page.goto(compare, { waitUntil: 'networkidle' });
	const opened = context.waitForEvent('page');
	await netIn(page, '2012/13').click({ modifiers: ['Control'] });
	const other = await opened;
	await expect(other.getByRole('heading', { level: 1 })).toContainText(heading);
	await expect(drawer(page)).toHaveCount(0);
	await other.close();

	await netIn(page, '2012/13').click();
	await drawer(page).getByRole('link', { name: 'Open as a page' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(heading);
});

test('the link of a working can be copied, and a figure that is opened again is read again', async ({
	browser
}) => {
	const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
	const page = await context.newPage();
	await page.goto(compare, { waitUntil: 'networkidle' });
	await netIn(page, '2012/13').click();
	await drawer(page).getByRole('button', { name: 'Copy link' }).click();
	await expect(drawer(page).getByRole('status')).toHaveText('The link is copied.');
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
	await page.keyboard.press('Escape');

	// The same figure is read again each time that it is opened.
	const asked: string[] = [];
	page.on('request', (request) => {
		if (request.url().includes('/figures/net.total/__data.json')) asked.push(request.url());
	});
	await expect(drawer(page)).toHaveCount(0);
	await netIn(page, '2012/13').click();
	await expect(drawer(page)).toBeVisible();
	expect(asked.length).toBeGreaterThan(0);
	await context.close();
});

test('axe finds nothing serious in the drawer, which fills a phone and does not scroll sideways', async ({
	page
}) => {
	await page.goto(compare, { waitUntil: 'networkidle' });
	await netIn(page, '2012/13').click();
	await expect(drawer(page)).toBeVisible();
	await isSoundAtEachWidth(page, 'the drawer');
	const body = drawer(page).locator('.ws-drawer__body');
	for (const width of [1280, 390]) {
		await page.setViewportSize({ width, height: 844 });
		expect(await body.evaluate((own) => own.scrollWidth - own.clientWidth)).toBe(0);
	}
	expect(await drawer(page).boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
});

test.describe('a working says what it goes into, and what a tenth less of an input would come to', () => {
	const staffing = '/councils/cheshire-east/figures/cost.staffing/family-centres';
	const address = `${staffing}?scenario=two-centres&year=2012/13`;
	const sentence =
		/^If .* were 10% lower, net cost over 2010\/11 to 2015\/16 would be £.* (less|more): £.* instead of £/;

	test('in the drawer', async ({ page }) => {
		await page.goto(compare, { waitUntil: 'networkidle' });
		await netIn(page, '2012/13').click();
		await drawer(page).getByRole('link', { name: 'Staffing', exact: true }).click();
		await expect(drawer(page).locator('.ws-lowered')).toHaveText(sentence);
		await drawer(page)
			.getByRole('link', { name: /^If this were 10% lower.*: FTE/ })
			.first()
			.click();
		await expect(drawer(page).locator('.ws-lowered')).toContainText('If FTE of ');
		await expect(drawer(page).getByRole('heading', { name: 'Used in' })).toBeVisible();
		await drawer(page).getByRole('link', { name: 'Total cost, placements included' }).click();
		await expect(drawer(page).locator('.ws-formula')).toContainText('Total cost, placements');
	});

	test('on its page, without JavaScript', async ({ browser, baseURL }) => {
		const context = await browser.newContext({
			javaScriptEnabled: false,
			...(baseURL === undefined ? {} : { baseURL })
		});
		const page = await context.newPage();
		await page.goto(address);
		await expect(page.locator('.ws-lowered')).toHaveText(sentence);
		await page
			.getByRole('link', { name: /^If this were 10% lower.*: FTE/ })
			.first()
			.click();
		await expect(page.locator('.ws-lowered')).toContainText('If FTE of ');
		await page.getByRole('link', { name: 'Staffing', exact: true }).last().click();
		await expect(page.locator('.ws-formula')).toContainText('Staffing = ');
		await context.close();
	});
});
