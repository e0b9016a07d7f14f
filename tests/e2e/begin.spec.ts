import { expect, test, type Browser, type Page } from '@playwright/test';
import { newCouncil, personAt } from '../support/bench';
import { ownServer } from '../support/ownServer';
import { isSoundAtEachWidth } from '../support/sound';

// Starting a server of its own takes long on a busy machine.

const server = ownServer('file');

/** A page at the Home of a council that somebody has just begun, and the council's address. */
async function begun(browser: Browser, name: string): Promise<{ page: Page; at: string }> {
	const { page } = await personAt(browser, server.origin, 'Ann');
	return { page, at: await newCouncil(page, name, '2026-27') };
}

test('from the start page each kind of people reaches where they begin', async ({ browser }) => {
	const page = await browser.newPage({ baseURL: server.origin });
	for (const [who, heading] of [
		['As a commissioner', 'Compare scenarios'],
		['As a finance officer', 'Compare scenarios'],
		['As a cabinet member', 'Two family centres, contact commissioned'],
		['As an estates planner', 'Buildings']
	] as const) {
		await page.goto('/');
		const card = page.getByRole('listitem').filter({
			has: page.getByRole('heading', { name: who })
		});
		await card.getByRole('link').click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
		if (who === 'As a commissioner') await expect(page.locator('.ws-sentence')).toHaveCount(2);
		if (who === 'As a finance officer')
			await expect(page.getByRole('heading', { name: 'What each change does' })).toBeInViewport();
	}
	await page.close();
});

test('each empty page of a new council says what it is for, what to do, and where to see it filled', async ({
	browser
}) => {
	const { page, at } = await begun(browser, 'Westshire');
	for (const [path, action, goal] of [
		['/scenarios', 'New scenario', '#new-scenario'],
		['/compare', 'Add a scenario', '/scenarios#new-scenario'],
		['/evidence', 'Import a council file', '/import'],
		['/baseline/posts', 'Fill in this table', '/baseline/posts?for=baseline'],
		['/scenarios/nothing', 'Fill in the baseline', '/baseline'],
		['/scenarios/nothing/changes', 'Go to the other scenarios', '/scenarios']
	] as const) {
		await page.goto(`${at}${path}`, { waitUntil: 'networkidle' });
		const state = page.locator('.ws-empty');
		await expect(state, path).toHaveCount(1);
		await expect(state.getByRole('link', { name: 'See it in the example' })).toHaveAttribute(
			'href',
			/^\/councils\/fernshire\//
		);
		await state.getByRole('button', { name: action }).click();
		await expect(page, path).toHaveURL((url) => url.href.endsWith(goal));
	}
	// The table itself is there once it is to be filled.
	await page.goto(`${at}/baseline/posts?for=baseline`);
	await expect(page.locator('.ws-empty')).toHaveCount(0);
	await expect(page.getByText('No staffing lines yet.')).toBeVisible();
	await page.goto(`${at}/activity?person=nobody`);
	await page.getByRole('link', { name: 'Show everything' }).click();
	await expect(page.getByRole('heading', { name: 'The council was added' })).toBeVisible();
});

test('a new council has the published rule of National Insurance, with its source, and no other number', async ({
	browser
}) => {
	const { page, at } = await begun(browser, 'Eastshire');
	const file = (await (await page.request.get(`${at}/file.json`)).json()) as {
		baseline: { rules: readonly { rows: unknown; evidence: Record<string, { note: string }> }[] };
	};
	expect(file.baseline.rules[0]?.rows).toEqual([
		{ from: '2025-04-06', rate: '0.15', threshold: '5000' }
	]);
	expect(file.baseline.rules[0]?.evidence['rows.0.rate']?.note).toContain('GOV.UK');
	await expect(page.getByText('Price indices: 2 of 2 blank')).toBeVisible();
	await expect(page.getByText(/^Rules: .* blank/)).toHaveCount(0);
	await expect(page.getByText('From published reports')).toHaveCount(0);
});

test('axe finds nothing serious on the start page and the empty pages, at any width', async ({
	browser
}) => {
	const { page, at } = await begun(browser, 'Northshire');
	for (const path of ['/', at, `${at}/compare`, `${at}/evidence`, `${at}/baseline/buildings`]) {
		await page.goto(path);
		await isSoundAtEachWidth(page, path);
	}
});
