import Database from 'better-sqlite3';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { open, personAt, status, type } from '../support/bench';
import { visitor, visitorNamed } from '../support/builtServer';
import { ownServer } from '../support/ownServer';
import { graveFaultsOf } from '../support/sound';

const COUNCIL = '/councils/fernshire';
const SCENARIO = `${COUNCIL}/scenarios/hubs-outreach`;

const server = ownServer('test');

const annAt = (browser: Browser) => personAt(browser, server.origin, 'Ann');

interface File {
	readonly baseline: {
		readonly posts: readonly {
			readonly id: string;
			readonly title: string;
			readonly fte: string;
		}[];
	};
	readonly agreed: readonly { readonly id: string }[];
	readonly scenarios: readonly {
		readonly id: string;
		readonly baseline: string | null;
		readonly changes: readonly { readonly edits: readonly object[] }[];
	}[];
}

const fileOf = async (): Promise<File> =>
	JSON.parse(await (await visitor(server.origin, '').get(`${COUNCIL}/file.json`)).text()) as File;
const standingOf = async (scenario: string) =>
	(await fileOf()).scenarios.find(({ id }) => id === scenario)?.baseline;

const saved = (page: Page) => expect(status(page)).toHaveText(/^Saved at/);

/** Agrees the baseline as a person does. */
async function agree(page: Page, title: string): Promise<void> {
	await open(page, `${COUNCIL}/baseline`);
	await page.getByLabel('Name of the baseline').fill(title);
	await page.getByRole('button', { name: 'Agree and lock the baseline' }).click();
	await expect(page.getByText(`‘${title}’ was agreed. The tables are locked.`)).toBeVisible();
	await saved(page);
}

test('a baseline is agreed and locked; a new one is started, and a scenario is re-based on it row by row', async ({
	browser
}) => {
	const { page, context, complaints } = await annAt(browser);
	await agree(page, 'Budget 2026');
	expect(await standingOf('hubs-outreach')).toBe('budget-2026');
	expect(await standingOf('nothing')).toBeNull();

	expect(await graveFaultsOf(page)).toEqual([]);

	// Locked: the table is only read, until somebody starts a new baseline.
	await open(page, `${COUNCIL}/baseline/posts?for=baseline`);
	await expect(page.getByText(/^‘Budget 2026’: agreed on .* by Ann$/)).toBeVisible();
	await expect(page.locator('.ws-bench--editing')).toHaveCount(0);
	await page.getByRole('button', { name: 'Start a new baseline' }).click();
	await expect(page.locator('.ws-bench--editing')).toHaveCount(1);
	await type(page, 'Outreach workers', 'FTE', '11');
	await saved(page);

	// Its changes are edited on the baseline that it stands on.
	await open(page, `${SCENARIO}/changes/outreach-first/posts`);
	const workers = page.locator('[role=grid] tbody tr').filter({ hasText: 'Outreach workers' });
	await expect(workers.first()).toContainText(/was 10(?!\d)/i);

	// What the scenario says has not moved; the banner says what the newer baseline affects.
	await page.goto(SCENARIO);
	const banner = page.locator('.govuk-inset-text');
	await expect(banner).toContainText('stands on the baseline ‘Budget 2026’');
	await expect(banner).toContainText('2 of its 7 changes are affected by the newer one');
	await banner.getByRole('link', { name: 'Re-base this scenario' }).click();
	await expect(page.locator('.ws-bench')).toHaveAttribute('data-ready', 'true');
	const table = page.getByRole('region', { name: 'What is affected' });
	const rows = table.locator('tbody tr');
	await expect(rows).toHaveCount(2);
	await expect(rows.first()).toContainText('Outreach workers (post) › FTE');
	expect(await rows.first().locator('td').allInnerTexts()).toEqual(
		expect.arrayContaining(['10', '11', '13'])
	);
	for (const row of await rows.all()) await expect(row.getByLabel('Keep mine')).toBeChecked();
	expect(await graveFaultsOf(page)).toEqual([]);
	await rows.first().getByLabel('Take the new baseline').check();
	await page.getByRole('button', { name: 'Re-base the scenario' }).click();
	await expect(page.getByText('now stands on the newest baseline')).toBeVisible();
	await saved(page);

	const rebased = await fileOf();
	const scenario = rebased.scenarios.find(({ id }) => id === 'hubs-outreach');
	expect(scenario?.baseline).toBeNull();
	const sets = scenario?.changes.flatMap(({ edits }) => edits);
	expect(sets).not.toContainEqual(expect.objectContaining({ field: 'fte', value: '13' }));
	expect(sets).toContainEqual(expect.objectContaining({ field: 'fte', value: '14' }));

	// Undone, it stands where it stood, with every edit.
	await page.getByRole('button', { name: /^Undo\s*: / }).click();
	await expect.poll(() => standingOf('hubs-outreach')).toBe('budget-2026');
	await expect(rows).toHaveCount(2);
	expect(complaints).toEqual([]);
	await context.close();
});

test('scenarios on different baselines are not compared: one sentence says why, and leads to the re-base', async ({
	browser
}) => {
	const { page, context, complaints } = await annAt(browser);
	await agree(page, 'Budget 2026');
	const net = async (path: string) => {
		await page.goto(path);
		return page.locator('.ws-sentence').first().innerText();
	};
	const before = await net(`${COUNCIL}/compare?with=nothing&with=hubs-outreach`);
	await open(page, `${COUNCIL}/baseline`);
	await page.getByRole('button', { name: 'Start a new baseline' }).click();
	await page.getByRole('link', { name: 'Staffing', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Staffing');
	await type(page, 'Outreach workers', 'FTE', '11');
	await saved(page);
	await open(page, `${COUNCIL}/scenarios`);
	await page.getByLabel('Title').fill('New idea');
	await page.getByRole('button', { name: 'Add scenario' }).click();
	await saved(page);
	expect(await standingOf('new-idea')).toBeNull();

	// With "If we change nothing" on its own baseline, each figure is what it was, and its working too.
	const nothing = `${COUNCIL}/compare?with=nothing&with=hubs-outreach`;
	expect(await net(nothing)).toBe(before);
	const first = page.getByRole('region', { name: /^Net cost, placements included/ });
	const link = first
		.getByRole('row', { name: /If we change nothing/ })
		.getByRole('link')
		.first();
	const [shown, href] = [await link.innerText(), (await link.getAttribute('href')) ?? ''];
	expect(href).toContain('baseline=budget-2026');
	await page.goto(href);
	const byYear = page.locator('tbody tr').last().getByRole('link').first();
	expect((await byYear.innerText()).split(', ')[0]).toBe(shown.split(', ')[0]);
	const staff = `${COUNCIL}/figures/staffing.fte?scenario=nothing&year=2026/27`;
	const fte = async (path: string) => Number(/[\d.]+(?= FTE)/.exec(await net(path))?.[0]);
	expect((await fte(staff)) - (await fte(`${staff}&baseline=budget-2026`))).toBeCloseTo(1, 6);

	const answer = await page.goto(`${COUNCIL}/compare?with=hubs-outreach&with=new-idea`);
	expect(answer?.status()).toBe(200);
	await expect(page.locator('.ws-sentence')).toContainText(
		'‘New idea’ stands on the baseline as it is now'
	);
	expect(await graveFaultsOf(page)).toEqual([]);
	await page.getByRole('link', { name: /^Re-base ‘Family hubs/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Re-base this scenario');
	const csv = await visitor(server.origin, '').get(
		`${COUNCIL}/figures/net.total/data.csv?scenario=hubs-outreach&scenario=new-idea`
	);
	expect(csv.status).toBe(409);
	expect(complaints).toEqual([]);
	await context.close();
});

test('nothing is set in an agreed baseline on which a scenario stands, nor is it taken out', async ({
	browser
}) => {
	const { page, context } = await annAt(browser);
	await agree(page, 'Budget 2026');
	const ben = await visitorNamed(server, 'Ben');
	const { agreed } = (await (await ben.get(`${COUNCIL}/file.json`)).json()) as File;
	const { revision } = (await (await ben.get(`${COUNCIL}/state`)).json()) as { revision: number };
	const row = 'agreed/budget-2026';
	const path = ['baseline', 'posts', 'outreach-workers', 'fte'];
	for (const operation of [
		{ op: 'set', row, path, was: '10', value: '100' },
		{ op: 'remove', row, was: agreed[0] }
	]) {
		const answer = await ben.post(`${COUNCIL}/edits`, {
			request: randomUUID(),
			seen: revision,
			scenario: null,
			act: 'typed',
			operations: [operation]
		});
		expect(answer.status).toBe(422);
		const { problems } = (await answer.json()) as { problems: readonly { message: string }[] };
		expect(problems.map(({ message }) => message)).toEqual([
			expect.stringMatching(/was agreed and stays as it is .* start a new baseline/)
		]);
	}
	expect((await fileOf()).agreed).toEqual(agreed);

	// An import shows what it would change, and asks for a new baseline before it changes anything.
	const text = JSON.stringify(await fileOf()).replace('"fte":"6.6"', '"fte":"7.6"');
	await open(page, `${COUNCIL}/import`);
	await page.getByLabel('Or paste its text').fill(text);
	await page.getByRole('button', { name: 'See what it would change' }).click();
	await expect(page.getByText('‘Budget 2026’: agreed on')).toBeVisible();
	const confirm = page.getByRole('button', { name: 'Import' });
	await expect(confirm).toHaveCount(0);
	await page.getByRole('button', { name: 'Start a new baseline' }).click();
	await confirm.click();
	await saved(page);
	expect(JSON.stringify(await fileOf())).toContain('"fte":"7.6"');
	await context.close();
});

test('past the pages an agreed baseline is not edited, unless it is said which one the new one is newer than', async ({
	browser
}) => {
	const { page, context } = await annAt(browser);
	await agree(page, 'Budget 2026');
	const ben = await visitorNamed(server, 'Ben');
	const { revision } = (await (await ben.get(`${COUNCIL}/state`)).json()) as { revision: number };
	const edit = {
		seen: revision,
		scenario: null,
		act: 'typed',
		operations: [
			{ op: 'set', row: 'records/posts/outreach-workers', path: ['fte'], was: '10', value: '11' }
		]
	};
	const send = (more: object) =>
		ben.post(`${COUNCIL}/edits`, { request: randomUUID(), ...edit, ...more });
	const refused = await send({});
	expect(refused.status).toBe(422);
	expect(await refused.json()).toEqual({
		answer: 'refused',
		message:
			'The baseline is agreed and locked, so nothing was saved. Start a new baseline on the Baseline page, and make your edit in that.'
	});
	expect((await send({ newerThan: 'budget-2026' })).status).toBe(200);
	await context.close();
});

test('at a rival fact the effect of choosing it is shown; it is chosen, taken back, and a locked baseline asks first', async ({
	browser
}) => {
	const { page, context, complaints } = await annAt(browser);
	const price = async () => {
		const { baseline } = (await fileOf()) as unknown as {
			baseline: { placementTypes: readonly { id: string; externalWeekly: string }[] };
		};
		return baseline.placementTypes.find(({ id }) => id === 'residential')?.externalWeekly;
	};
	await page.goto(`${COUNCIL}/figures/cost.placements/residential?scenario=nothing&year=2026/27`);
	const cost = async () =>
		Number(
			/£([\d,.]+)/.exec(await page.locator('.ws-sentence').innerText())?.[1]?.replaceAll(',', '')
		);
	const before = await cost();
	const link = page.getByRole('link', { name: /^Use this one instead.*5,820/ }).first();
	await link.click();
	await expect(page.locator('.ws-bench')).toHaveAttribute('data-ready', 'true');
	const effect = page.getByRole('region', { name: 'What it would change' }).locator('tbody tr');
	await expect(effect).toHaveCount(2);
	await expect(effect.nth(1)).toContainText('less');
	const told = (await effect.nth(1).locator('td').allInnerTexts()).map((text) =>
		Number(text.replaceAll(/[^\d.]/g, ''))
	);
	expect(told[0]).toBe(before);
	expect(await graveFaultsOf(page)).toEqual([]);
	await page.getByRole('button', { name: 'Use this one instead' }).click();
	await saved(page);
	expect(await price()).toBe('5820');
	const choosingPage = page.url();
	await page.goto(`${COUNCIL}/figures/cost.placements/residential?scenario=nothing&year=2026/27`);
	expect(await cost()).toBe(told[1]);

	await open(page, choosingPage);
	await page.getByRole('button', { name: /^Undo\s*: Chosen/ }).click();
	await expect.poll(price).toBe('6100');
	await agree(page, 'Budget 2026');
	await page.goto(`${COUNCIL}/evidence`);
	await page
		.getByRole('link', { name: /^Use it in ‘Children.s homes/ })
		.first()
		.click();
	await expect(page.locator('.ws-bench')).toHaveAttribute('data-ready', 'true');
	await expect(page.getByRole('button', { name: 'Use this one instead' })).toHaveCount(0);
	await page.getByRole('button', { name: 'Start a new baseline' }).click();
	await page.getByRole('button', { name: 'Use this one instead' }).click();
	await saved(page);
	expect(await price()).toBe('5820');
	expect(complaints).toEqual([]);
	await context.close();
});

test('a new version of the engine says which totals it makes otherwise, until somebody takes note', async ({
	browser
}) => {
	const results = SCENARIO;
	expect((await visitor(server.origin, '').get(results)).status).toBe(200);
	await server.stop();
	// As if an earlier version had made the second year's net cost a thousand pounds dearer.
	const database = new Database(join(server.folder, 'windscreen.sqlite'));
	const changed = database
		.prepare(
			`UPDATE scenario_figures SET engine = '0.9.0', figures = json_set(figures, '$."net.total"[1]',
				CAST(CAST(json_extract(figures, '$."net.total"[1]') AS REAL) + 1000 AS TEXT))
			WHERE scenario = 'hubs-outreach'`
		)
		.run();
	database.close();
	expect(changed.changes).toBe(1);
	await server.again();

	const { page, context, complaints } = await annAt(browser);
	await page.goto(results);
	const note = page.getByRole('region', { name: /^A new version of the engine/ });
	await expect(note).toContainText('Version 0.9.0');
	await expect(note.locator('tbody tr')).toHaveCount(1);
	await expect(note.locator('tbody tr')).toContainText('Net cost');
	await expect(note.locator('tbody tr')).toContainText('£1,000 less');
	expect(await graveFaultsOf(page)).toEqual([]);
	await page.getByRole('button', { name: /^Take note/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(note).toHaveCount(0);
	expect(complaints).toEqual([]);
	await context.close();
});
