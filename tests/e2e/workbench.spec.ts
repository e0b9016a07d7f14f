import { expect, test } from '@playwright/test';
import { cellOf, complaintsOf, open, personAt, status, type } from '../support/bench';
import { visitor } from '../support/builtServer';
import { ownServer } from '../support/ownServer';
import { faultsOf, isSoundAtEachWidth } from '../support/sound';

const STAFFING = '/councils/fernshire/baseline/posts?for=baseline';
const CHANGE = '/councils/fernshire/scenarios/hubs-outreach/changes/close-fernmouth-hill';

// One server for all: each puts back what it typed, or types where the others do not look.
const server = ownServer('file');

const fileOf = async () =>
	await (await visitor(server.origin, '').get('/councils/fernshire/file.json')).text();

test('C15, C16: forty rows of eight cells with two bad values are pasted: both are named before, and one undo restores all', async ({
	browser
}) => {
	const { page, context, complaints } = await personAt(browser, server.origin, 'Ann');
	const before = await fileOf();
	const { baseline } = JSON.parse(before) as {
		baseline: {
			posts: readonly Record<'title' | 'team' | 'basis' | 'heads' | 'fte' | 'salary', string>[];
			teams: readonly { readonly id: string; readonly title: string }[];
		};
	};
	const rows = Array.from({ length: 40 }, (_, i) => {
		const own = baseline.posts[i];
		const team = baseline.teams.find(({ id }) => id === own?.team) ?? baseline.teams[0];
		return [
			own?.title ?? `Pasted post ${i + 1}`,
			team?.title ?? '',
			own?.basis === 'allIn' ? 'All-in cost' : 'Pay grade',
			'5',
			i === 2 ? 'plenty' : '4.5',
			i === 19 ? '1,23,4' : '£31,250',
			'2%',
			'19.8%'
		];
	});
	await open(page, STAFFING);
	await page.evaluate(
		(text) => navigator.clipboard.writeText(text),
		rows.map((row) => row.join('\t')).join('\r\n')
	);
	await (await cellOf(page, baseline.posts[0]?.title ?? '', 'Name')).click();
	await page.keyboard.press('Control+v');
	const preview = page.getByRole('dialog');
	await expect(preview).toContainText('320 cells');
	await expect(preview).toContainText('16 rows will be added');
	for (const [row, column, typed] of [
		[baseline.posts[2]?.title, 'FTE', 'plenty'],
		[baseline.posts[19]?.title, 'Salary', '1,23,4']
	])
		await expect(
			preview
				.locator('tbody tr')
				.filter({ hasText: row ?? '' })
				.filter({ hasText: typed ?? '' })
		).toContainText(column ?? '');
	await preview.getByRole('button', { name: /leave 2 cells as they are/ }).click();
	await expect(status(page)).toHaveText(/^Saved at/);
	const pasted = JSON.parse(await fileOf()) as {
		readonly baseline: { readonly posts: readonly Readonly<Record<string, string>>[] };
	};
	expect(pasted.baseline.posts).toHaveLength(40);
	expect(pasted.baseline.posts[2]?.['fte']).toBe(baseline.posts[2]?.fte);
	expect(pasted.baseline.posts[3]?.['fte']).toBe('4.5');
	expect(pasted.baseline.posts[39]).toMatchObject({ title: 'Pasted post 40', salary: '31250' });
	await page.getByRole('button', { name: /^Undo\s*: / }).click();
	await expect.poll(fileOf).toBe(before);
	expect(complaints).toEqual([]);
	await context.close();
});

test('after a reload Ctrl+Z and Ctrl+Y turn back and forth wherever the focus is', async ({
	browser
}) => {
	const { page, context } = await personAt(browser, server.origin, 'Ann');
	const before = await fileOf();
	await open(page, STAFFING);
	await type(page, 'Hub workers, Fernmouth', 'FTE', '6.1');
	await expect(status(page)).toHaveText(/^Saved at/);
	const after = await fileOf();
	expect(after).not.toBe(before);
	await page.reload();
	await expect(page.locator('.ws-bench')).toHaveAttribute('data-ready', 'true');
	// What was turned is told to those who do not see it, too.
	const turned = (how: string) =>
		expect(page.getByRole('status').filter({ hasText: 'Saved at' })).toContainText(
			new RegExp(`${how}: FTE of Hub workers, Fernmouth`)
		);
	await page.keyboard.press('Control+z');
	await expect.poll(fileOf).toBe(before);
	await turned('Undone');
	await page.keyboard.press('Control+y');
	await expect.poll(fileOf).toBe(after);
	await turned('Done again');
	await page.keyboard.press('Control+z');
	await expect.poll(fileOf).toBe(before);
	await page.getByText('What was done here').click();
	await expect(page.locator('.ws-bench')).toMatchAriaSnapshot(`
    - complementary "What it does":
      - heading "What it does" [level=2]
      - status: /^Net cost over/
  `);
	await expect(page.locator('.ws-bench')).toMatchAriaSnapshot(`
    - list:
      - listitem:
        - heading /^FTE of Hub workers, Fernmouth/ [level=3]
        - paragraph:
          - time
          - text: /Ann \\(you\\) · Undone/
        - button /^Do again up to here/
        - group: /Show 1 line/
  `);
	await context.close();
});

test('a name that is left blank is asked for again, and the console stays clean', async ({
	browser
}) => {
	const context = await browser.newContext({ baseURL: server.origin });
	const page = await context.newPage();
	const complaints = complaintsOf(page);
	await page.goto('/name?back=/help');
	await page.getByLabel('What is your name?').fill('  ');
	await page.getByRole('button', { name: 'Continue' }).click();
	await expect(page.getByRole('alert')).toContainText('Enter your name');
	await page.getByLabel('What is your name?').fill('Cat');
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.waitForURL('/help');
	expect(complaints).toEqual([]);
	await context.close();
});

test('what was done last leads from Home to where one goes on, and a check that fails to where one mends it', async ({
	browser
}) => {
	const { page, context } = await personAt(browser, server.origin, 'Ann');
	await open(page, STAFFING);
	await type(page, 'Outreach workers', 'FTE', '6.1');
	await expect(status(page)).toHaveText(/^Saved at/);
	await page.getByText(/checks? fails?$/).click();
	const mend = page
		.locator('.ws-impact__checks')
		.getByRole('link', { name: /^Look at / })
		.first();
	await mend.click();
	await expect(page).toHaveURL(/\/(baseline\/|evidence)/);
	await page.goto('/councils/fernshire');
	await page.getByRole('link', { name: /^FTE of Outreach workers/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Staffing');
	await context.close();
});

test('C13, C15: by keyboard alone: in, along, typed, taken back; Ctrl+Z in a field that is being typed in is the field’s own', async ({
	browser
}) => {
	const { page, context } = await personAt(browser, server.origin, 'Ann');
	const before = await fileOf();
	await open(page, STAFFING);
	await (await cellOf(page, 'Hub workers, Fernmouth', 'Basis')).click();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.type('41');
	await page.keyboard.press('Control+z');
	await expect(page.locator('[role=grid] tbody input')).toBeFocused();
	await page.keyboard.press('Escape');
	expect(await fileOf()).toBe(before);
	await page.keyboard.press('Enter');
	await page.keyboard.press('Control+a');
	await page.keyboard.type('42');
	await page.keyboard.press('Tab');
	await expect(status(page)).toHaveText(/^Saved at/);
	expect(await fileOf()).toMatch(/"heads": ?"42"/);
	await page.keyboard.press('Control+z');
	await expect.poll(fileOf).toBe(before);
	await context.close();
});

test('blank is not zero: an emptied salary blocks the cost and the panel names it', async ({
	browser
}) => {
	const { page, context } = await personAt(browser, server.origin, 'Ann');
	await open(page, STAFFING);
	await (await cellOf(page, 'Hub workers, Fernmouth', 'Salary')).click();
	await page.keyboard.press('Delete');
	const panel = page.locator('.ws-impact');
	await expect(panel).toContainText('Blocked');
	await expect(panel).toContainText('Hub workers, Fernmouth (post) › Salary');
	await expect(await cellOf(page, 'Hub workers, Fernmouth', 'Salary')).toContainText('blank');
	await context.close();
});

test('C6: in a change the baseline stays: what differs shows what it was, and resetting one field leaves the others', async ({
	browser
}) => {
	const { page, context } = await personAt(browser, server.origin, 'Ann');
	const { baseline } = JSON.parse(await fileOf()) as { baseline: unknown };
	await open(page, `${CHANGE}/posts`);
	await type(page, 'Hub workers, Fernmouth', 'FTE', '5');
	await type(page, 'Hub workers, Fernmouth', 'Heads', '6');
	await expect(await cellOf(page, 'Hub workers, Fernmouth', 'FTE')).toContainText('was 6.6');
	await type(page, 'Hub workers, Fernmouth', 'Heads', '8');
	await expect(await cellOf(page, 'Hub workers, Fernmouth', 'Heads')).not.toContainText('was');
	await expect(await cellOf(page, 'Hub workers, Fernmouth', 'FTE')).toContainText('was 6.6');
	await expect(status(page)).toHaveText(/^Saved at/);
	const file = JSON.parse(await fileOf()) as {
		baseline: unknown;
		scenarios: readonly { id: string; changes: readonly { edits: readonly object[] }[] }[];
	};
	expect(file.baseline).toEqual(baseline);
	const edits = file.scenarios.find(({ id }) => id === 'hubs-outreach')?.changes[0]?.edits;
	expect(edits?.filter((edit) => 'edit' in edit && edit.edit === 'set')).toHaveLength(1);
	await context.close();
});

test('the tables of the baseline and of a change are accessible and fit at any width', async ({
	browser
}) => {
	const { page, context, complaints } = await personAt(browser, server.origin, 'Ann');
	for (const path of ['/councils/fernshire/baseline', STAFFING, CHANGE, `${CHANGE}/buildings`]) {
		await open(page, path);
		await expect(page.locator('.ws-impact--stale')).toHaveCount(0);
		await isSoundAtEachWidth(page, path, { find: faultsOf });
	}
	expect(complaints).toEqual([]);
	await context.close();
});
