import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const compare = '/councils/cheshire-east/compare?with=nothing&with=two-centres';
const pages = {
	start: '/',
	help: '/help',
	council: '/councils/cheshire-east',
	'invented-council': '/councils/fernshire',
	compare,
	'compare-without-packs': `${compare}&packs=off`,
	'compare-invented': '/councils/fernshire/compare',
	scenario: '/councils/cheshire-east/scenarios/two-centres',
	figure:
		'/councils/cheshire-east/figures/cost.staffing/family-centres?scenario=two-centres&year=2012/13',
	'figure-without-packs':
		'/councils/cheshire-east/figures/net.total?scenario=two-centres&year=2012/13&packs=off',
	'figure-against':
		'/councils/cheshire-east/figures/net.total?scenario=two-centres&against=nothing',
	evidence: '/councils/cheshire-east/evidence'
};
const widths = [1280, 390];

/** Collects what the browser complains of while the pages are open. */
function complaintsOf(page: Page): string[] {
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(error.message));
	return complaints;
}

test('from the start page a reader reaches the example, a figure, its formula and the words of a document', async ({
	page
}) => {
	const complaints = complaintsOf(page);
	await page.goto('/');
	await page.getByRole('button', { name: 'Open the example' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compare scenarios');
	await expect(page.locator('.ws-sentence').first()).toContainText('If we change nothing');

	const table = page.getByRole('region', { name: /^Net cost, placements included/ });
	await table
		.getByRole('link', { name: /2012\/13/ })
		.first()
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('How was this worked out?');
	await page.getByRole('link', { name: 'Staffing', exact: true }).click();
	const workers = 'Family support workers, family centres';
	await expect(page.locator('.ws-formula')).toContainText(`Staffing = `);
	await expect(page.locator('.ws-formula')).toContainText(workers);
	const step = page.locator('details').filter({ hasText: workers });
	await step.locator('summary').first().click();
	await expect(step.getByText('= Heads × Cost of one person × (1 − Vacancy)')).toBeVisible();
	const heads = page.getByRole('row', { name: `Heads ${workers}` });
	await expect(heads.getByRole('blockquote')).toContainText('42 Family Support Workers');
	await expect(heads).toContainText('Overview and Scrutiny Review');
	expect(complaints).toEqual([]);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the comparison can be read, and another scenario chosen', async ({ page }) => {
		await page.goto(compare);
		await expect(page.locator('.ws-sentence')).toContainText('costs £');
		for (const name of [/^Key figures/, /^Effect of each change/, /^Net cost/, /^Revenue/]) {
			await expect(page.getByRole('region', { name }).getByRole('table')).toBeVisible();
		}
		await expect(page.locator('canvas').first()).toBeHidden();
		await page.getByText('Choose what to compare').click();
		await page.getByLabel('Intensive early help pilot').check();
		await page.getByLabel('Year shown').selectOption('2013/14');
		await page.getByRole('button', { name: 'Update' }).click();
		await expect(page.locator('.ws-sentence')).toHaveCount(2);
		await expect(page.getByRole('region', { name: /^Revenue, 2013\/14/ })).toBeVisible();
	});

	test('data behind a chart is a CSV file whose net cost is that of the page', async ({ page }) => {
		await page.goto(compare);
		const href = await page
			.getByRole('link', { name: /^Download data/ })
			.nth(1)
			.getAttribute('href');
		const response = await page.request.get(new URL(href ?? '', page.url()).href);
		expect(response.headers()['content-type']).toContain('text/csv');
		const row = (await response.text())
			.split('\r\n')
			.map(
				(line) => line.match(/("[^"]*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, '')) ?? []
			)
			.find(([figure, , scenario, year]) => {
				return figure === 'net.total' && scenario?.startsWith('If we') && year === '2012/13';
			});
		const shown = await page
			.getByRole('region', { name: /^Net cost, placements included/ })
			.getByRole('link', { name: /2012\/13/ })
			.first()
			.innerText();
		const thousands = Math.round(Number(row?.[5]) / 1000).toLocaleString('en-GB');
		expect(shown.split('\n')[0]).toContain(thousands);
	});
});

test('with the packs off, figures are blocked, name their inputs and say how to mend it', async ({
	page
}) => {
	await page.goto(`${compare}&packs=off`);
	await expect(page.locator('.ws-sentence')).toContainText(
		'cannot be worked out yet: it waits for'
	);
	const note = page.locator('.ws-blocked-note');
	await expect(note).toContainText('Bradshaw House (building) › ');
	const net = page.getByRole('region', { name: /^Net cost, placements included/ });
	const cells = await net.getByRole('cell').allInnerTexts();
	expect(cells.length).toBeGreaterThan(12);
	expect(cells.filter((cell) => !cell.startsWith('Blocked'))).toEqual([]);
	await note.getByRole('link', { name: /^Fill these blanks/ }).click();
	await expect(page.locator('.ws-sentence')).toContainText('costs £');
	await expect(page.locator('.ws-blocked-note')).toHaveCount(0);
});

test('every link of the comparison opens', async ({ page, request }) => {
	await page.goto(`${compare}&rows=all`);
	const links = await page
		.locator('main a[href]')
		.evaluateAll((anchors) => anchors.map((anchor) => (anchor as HTMLAnchorElement).href));
	expect(links.length).toBeGreaterThan(100);
	const broken: string[] = [];
	for (const link of new Set(links)) {
		const { status } = await request.get(link).then((response) => ({ status: response.status() }));
		if (status !== 200) broken.push(`${status} ${link}`);
	}
	expect(broken).toEqual([]);
});

test('the arrow keys tell the points of a chart', async ({ page }) => {
	await page.goto(compare, { waitUntil: 'networkidle' });
	const chart = page.getByRole('img', { name: /paid back/ });
	await chart.focus();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowRight');
	await expect(page.getByRole('status').filter({ hasText: '2011/12' })).toContainText('£');
});

test('an invented council carries its badge on every page, and a real one on none', async ({
	page
}) => {
	for (const path of [
		'',
		'/compare',
		'/scenarios/edge-of-care',
		'/evidence',
		'/figures/net.total'
	]) {
		await page.goto(`/councils/fernshire${path}`);
		await expect(page.getByText('Invented data', { exact: true }), path).toBeVisible();
		await page.goto(`/councils/cheshire-east${path === '/scenarios/edge-of-care' ? '' : path}`);
		await expect(page.getByText('Invented data', { exact: true }), path).toHaveCount(0);
	}
});

test('what does not exist is answered with 404 and a way back', async ({ page }) => {
	for (const path of [
		'/no-such-page',
		'/councils/nowhere',
		'/councils/cheshire-east/scenarios/none',
		'/councils/cheshire-east/figures/none',
		'/councils/cheshire-east/figures/net.total?scenario=none'
	]) {
		const response = await page.goto(path);
		expect(response?.status(), path).toBe(404);
		await expect(page.getByRole('link', { name: 'Go to the start page' })).toBeVisible();
	}
});

for (const width of widths) {
	test(`at ${width} pixels axe finds nothing serious, nothing complains, and no page scrolls sideways`, async ({
		page
	}, info) => {
		test.setTimeout(180_000);
		const complaints = complaintsOf(page);
		for (const [name, path] of Object.entries(pages)) {
			await page.setViewportSize({ width, height: 900 });
			await page.goto(path, { waitUntil: 'networkidle' });
			await page.screenshot({ path: info.outputPath(`${name}-${width}.png`), fullPage: true });
			const { violations } = await new AxeBuilder({ page }).analyze();
			const grave = violations
				.filter(({ impact }) => impact === 'serious' || impact === 'critical')
				.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)]);
			expect(grave, name).toEqual([]);
			expect(await sidewaysScroll(page), name).toBe(0);
		}
		expect(complaints).toEqual([]);
	});
}

test('at 320 pixels, or 400 per cent of 1,280, no page scrolls sideways', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	for (const [name, path] of Object.entries(pages)) {
		await page.goto(path, { waitUntil: 'networkidle' });
		expect(await sidewaysScroll(page), name).toBe(0);
	}
});

/** How far the whole page can be scrolled sideways, in pixels. */
function sidewaysScroll(page: Page): Promise<number> {
	return page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
}
