import { expect, test, type Page } from '@playwright/test';
import { complaintsOf } from '../support/bench';
import { isSoundAtEachWidth } from '../support/sound';

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
	worth: '/councils/fernshire/scenarios/edge-of-care/worth',
	'worth-figure': '/councils/fernshire/scenarios/edge-of-care/worth/figures/appraisal.npsv/council',
	figure:
		'/councils/cheshire-east/figures/cost.staffing/family-centres?scenario=two-centres&year=2012/13',
	'figure-without-packs':
		'/councils/cheshire-east/figures/net.total?scenario=two-centres&year=2012/13&packs=off',
	'figure-against':
		'/councils/cheshire-east/figures/net.total?scenario=two-centres&against=nothing',
	step: '/councils/cheshire-east/compare/steps/net/close-two-centres?with=nothing&with=two-centres',
	'step-without-packs':
		'/councils/cheshire-east/compare/steps/capital?with=nothing&with=two-centres&packs=off',
	evidence: '/councils/cheshire-east/evidence'
};

test('from the start page a reader reaches the example, a figure, its formula and the words of a document', async ({
	page
}) => {
	const complaints = complaintsOf(page);
	await page.goto('/', { waitUntil: 'networkidle' });
	await page.getByRole('button', { name: 'Open the example' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compare scenarios');
	await expect(page.locator('.ws-sentence').first()).toContainText('If we change nothing');

	const table = page.getByRole('region', { name: /^Net cost, placements included/ });
	await table
		.getByRole('link', { name: /2012\/13/ })
		.first()
		.click();
	await expect(page.getByRole('dialog', { name: /How was this worked out\?$/ })).toBeVisible();
	await page.getByRole('dialog').getByRole('link', { name: 'Staffing', exact: true }).click();
	const workers = 'Family support workers, family centres';
	await expect(page.locator('.ws-formula')).toContainText(`Staffing = `);
	await expect(page.locator('.ws-formula')).toContainText(workers);
	const step = page.locator('dialog details').filter({ hasText: workers });
	await step.locator('summary').first().click();
	await expect(step.getByText('= Heads × Cost of one person × (1 − Vacancy)')).toBeVisible();
	const heads = page.getByRole('row', { name: `Heads ${workers}` });
	await expect(heads.getByRole('blockquote')).toContainText('42 Family Support Workers');
	await expect(heads).toContainText('Overview and Scrutiny Review');
	expect(complaints).toEqual([]);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('C3: the comparison can be read, and another scenario chosen', async ({ page }) => {
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
	// Nothing differs before the first change starts, so those cells say nought; every other is blocked.
	const known = cells.filter((cell) => !cell.startsWith('Blocked'));
	expect(known.filter((cell) => cell.split('\n')[0]?.trim() !== '0')).toEqual([]);
	await expect(net.getByRole('link').first()).toHaveAttribute(
		'title',
		/^Waits for .* › .*more inputs$/
	);
	await note.getByRole('link', { name: /^Fill these blanks/ }).click();
	await expect(page.locator('.ws-sentence')).toContainText('costs £');
	await expect(page.locator('.ws-blocked-note')).toHaveCount(0);
});

test('C19: an amount of the bridge opens its own step, whose lines add up to it', async ({
	page
}) => {
	await page.goto(compare, { waitUntil: 'networkidle' });
	const bridge = page.getByRole('region', { name: /^Effect of each change/ });
	const row = bridge.getByRole('row', { name: /^Close two family centres/ });
	const cashable = row.getByRole('link').nth(1);
	const shown = ((await cashable.innerText()).split(',')[0] ?? '').trim();
	await cashable.click();
	const working = page.getByRole('dialog');
	await expect(working.locator('h2').first()).toContainText('Close two family centres: cashable');
	await expect(working.locator('.ws-sentence')).toContainText(
		/‘Close two family centres’ makes .* £464,\d{3}\.\d\d lower/
	);
	expect(shown).toContain('465');
	const years = working.getByRole('region', { name: /^Close two family centres: cashable/ });
	await expect(years.getByRole('link').last()).toContainText('−465');
	await years.getByRole('link', { name: /2012\/13/ }).click();
	await expect(working.locator('.ws-sentence')).toContainText('lower in 2012/13');
	const sentence = await working.locator('.ws-sentence').innerText();
	const lines = await working
		.locator('.ws-drawer__body > .ws-steps > .ws-step')
		.evaluateAll((steps) =>
			steps.map((step) => step.querySelector('.ws-step__value')?.textContent ?? '')
		);
	expect(lines.length).toBeGreaterThan(1);
	const pence = lines.map((line) =>
		Math.round(Number(line.replace(/[£,]/g, '').replace('−', '-')) * 100)
	);
	const total = pence.reduce((sum, line) => sum + line, 0);
	const said = Math.round(Number(/£([\d,.]*\d)/.exec(sentence)?.[1]?.replaceAll(',', '')) * 100);
	expect(-total).toBe(said);
	await expect(page.getByRole('row', { name: /^Rent Bradshaw House/ })).toContainText(
		'Filled by the pack'
	);
});

test('capital of the bridge opens spend and receipts, and all steps stand together in its last row', async ({
	page
}) => {
	await page.goto(`${compare}&year=2011/12`, { waitUntil: 'networkidle' });
	const bridge = page.getByRole('region', { name: /^Effect of each change/ });
	await bridge.getByRole('row').last().getByRole('link').last().click();
	const working = page.getByRole('dialog');
	await expect(working.locator('h2').first()).toContainText('Difference in all: capital, 2011/12');
	await expect(working.locator('.ws-formula')).toContainText(
		'Commission supervised contact + Close two family centres'
	);
	const close = working.locator('details').filter({ hasText: 'Close two family centres' }).first();
	await close.locator('summary').first().click();
	await expect(close.getByText('Receipt: Bradshaw House', { exact: true })).toBeVisible();
});

test('a fact that disagrees says what the figure would be with it', async ({ page }) => {
	await page.goto(
		'/councils/cheshire-east/figures/care.childrenByType/foster?scenario=nothing&year=2010/11'
	);
	await expect(page.getByText(/^‘?Children in care.*foster/i).first()).toBeVisible();
	await expect(page.locator('body')).toContainText(
		/With 477 children this figure would be \d+ children \(\d+(\.\d+)? children (fewer|more)\)/
	);
});

test('children of a type open the figure of that type', async ({ page }) => {
	await page.goto(compare, { waitUntil: 'networkidle' });
	const table = page.getByRole('region', { name: /^Children in care at 31 March, by type/ });
	const cell = table.getByRole('link', { name: /Foster.*If we change nothing, 2012\/13/ });
	const shown = ((await cell.innerText()).split(',')[0] ?? '').trim();
	await cell.click();
	await expect(page).toHaveURL(/figures\/care\.childrenByType\/foster\?scenario=nothing/);
	await expect(page.locator('dialog .ws-sentence')).toContainText(
		`is ${shown} children in 2012/13`
	);
});

test('every link of the comparison opens', async ({ page, request }) => {
	await page.goto(`${compare}&rows=all`);
	const links = await page
		.locator('main a[href]')
		.evaluateAll((anchors) => anchors.map((anchor) => (anchor as HTMLAnchorElement).href));
	expect(links.length).toBeGreaterThan(100);
	const broken: string[] = [];
	// The server does not see which place of a page a link leads to.
	for (const link of new Set(links.map((href) => href.split('#')[0] ?? ''))) {
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
		'/councils/cheshire-east/figures/net.total?scenario=none',
		'/councils/cheshire-east/compare/steps/net/no-such-change',
		'/councils/cheshire-east/compare/steps/no-such-part'
	]) {
		const response = await page.goto(path);
		expect(response?.status(), path).toBe(404);
		await expect(page.getByRole('link', { name: 'Go to the start page' })).toBeVisible();
	}
});

test('axe finds nothing serious, nothing complains, and at no width a page scrolls sideways', async ({
	page
}) => {
	test.setTimeout(400_000);
	const complaints = complaintsOf(page);
	for (const [name, path] of Object.entries(pages)) {
		await page.goto(path, { waitUntil: 'networkidle' });
		await isSoundAtEachWidth(page, name);
	}
	expect(complaints).toEqual([]);
});

test.describe('the facts of a council', () => {
	const facts = (page: Page) => page.locator('tbody tr[id]');

	test('are found as one types, stand by subject, and come back', async ({ page }) => {
		await page.goto(pages.evidence, { waitUntil: 'networkidle' });
		const all = await facts(page).count();
		expect(all).toBeGreaterThan(100);
		await page.getByLabel('Find a fact').fill('home-start');
		await expect(page.getByRole('status')).toHaveText(
			new RegExp(`^\\d+ of ${all} facts say that\\.$`)
		);
		const found = await facts(page).count();
		expect(found).toBeGreaterThan(5);
		expect(found).toBeLessThan(all / 2);
		for (const row of await facts(page).all()) await expect(row).toContainText(/home-?\s?start/i);
		await expect(page.locator('th[scope=rowgroup]').first()).toHaveText(/^Third sector \(\d+\)$/);
		await page.getByLabel('Find a fact').fill('no such thing');
		await expect(page.getByRole('status')).toHaveText('No fact says that.');
		await page.getByRole('link', { name: 'Show all facts' }).click();
		await expect(facts(page)).toHaveCount(all);
	});

	test('are found without JavaScript', async ({ browser, baseURL }) => {
		const context = await browser.newContext({
			javaScriptEnabled: false,
			...(baseURL === undefined ? {} : { baseURL })
		});
		const page = await context.newPage();
		await page.goto(pages.evidence);
		const all = await facts(page).count();
		await page.getByLabel('Find a fact').fill('home-start');
		await page.getByRole('button', { name: 'Find', exact: true }).click();
		await expect(page).toHaveURL(/find=home-start/);
		expect(await facts(page).count()).toBeLessThan(all / 2);
		await context.close();
	});
});

test('on a phone the rows of tables of words stand below each other, and no table scrolls sideways', async ({
	page
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	for (const path of [
		pages.evidence,
		'/councils/fernshire/scenarios',
		'/councils/fernshire/scenarios/hubs-outreach/what-changed'
	]) {
		await page.goto(path);
		const regions = page.locator('.ws-scroll');
		expect(await regions.count(), path).toBeGreaterThan(0);
		for (const region of await regions.all())
			expect(
				await region.evaluate((element) => element.scrollWidth - element.clientWidth),
				path
			).toBeLessThanOrEqual(1);
	}
});
