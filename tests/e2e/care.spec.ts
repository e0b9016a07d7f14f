import {
	expect,
	test,
	type Browser,
	type Locator,
	type Page,
	type Request
} from '@playwright/test';
import { zipSync } from 'fflate';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { open, personAt, type Person } from '../support/bench';
import { datesOf, markersIn } from '../support/markers';
import { ownServer } from '../support/ownServer';
import { graveFaultsOf } from '../support/sound';

const CARE = '/councils/fernshire/care';
const DATA = 'tests/golden/peer/datasets/syn_a';
const COMBINED = ['header', 'episodes', 'uasc'].map((name) => `${DATA}/combined/${name}.csv`);

const server = ownServer('test');

interface Visit extends Person {
	readonly requests: readonly Request[];
}

async function visit(browser: Browser): Promise<Visit> {
	const person = await personAt(browser, server.origin, 'Ann');
	const requests: Request[] = [];
	person.context.on('request', (request) => requests.push(request));
	return { ...person, requests };
}

type Files = Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0];

async function read(page: Page, files: Files): Promise<void> {
	await open(page, `${CARE}/import`);
	await page.getByLabel('Files', { exact: true }).setInputFiles(files);
	await page.getByRole('button', { name: 'Read the files' }).click();
	await expect(page.getByRole('heading', { name: 'What was read' })).toBeVisible();
}

async function keep(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Count', exact: true }).click();
	await page.getByRole('button', { name: 'Keep these figures' }).click();
	await expect(page.getByText('The figures were kept.')).toBeVisible();
	await expect(page.locator('.ws-bench-bar__status')).toHaveText(/^Saved at/);
}

const csvFile = (name: string, text: string) => ({
	name,
	mimeType: 'text/csv',
	buffer: Buffer.from(text)
});

test('a combined return is read, its window kept, and the forecast is that of the command line', async ({
	browser
}) => {
	const { page, complaints } = await visit(browser);
	await read(page, COMBINED);
	await expect(page.getByText('3,868 header rows, 6,296 episodes and 100 UASC rows')).toBeVisible();
	expect(await graveFaultsOf(page)).toEqual([]);
	await keep(page);
	await page.getByRole('link', { name: 'See history and forecast' }).click();
	await expect(
		page.getByRole('heading', { name: /^344 children in care on 31 March 2024/ })
	).toBeVisible();
	expect(await graveFaultsOf(page)).toEqual([]);

	await expect(
		page.getByText(/^Over 24 figures at the ends of quarters, the continuous/)
	).toBeVisible();

	const [header = '', episodes = '', uasc = ''] = COMBINED;
	const project = (method: string, ...more: readonly string[]) =>
		JSON.parse(
			execFileSync(
				process.execPath,
				[
					...['src/cli/windscreen.js', 'care', 'project', '--json', '--method', method],
					...['--header', header, '--episodes', episodes, '--uasc', uasc],
					...['--from', '2022-04-01', '--to', '2024-03-31', '--until', '2027-03-31'],
					...more
				],
				{ encoding: 'utf8', maxBuffer: 2 ** 28 }
			)
		) as {
			readonly figures: Readonly<
				Record<string, { readonly mean: readonly number[]; readonly p10: readonly number[] }>
			>;
			readonly population: Readonly<Record<string, readonly number[]>>;
		};
	const row = page
		.getByRole('table', { name: 'Children in care of all types on 31 March' })
		.getByRole('row');
	const told = async (name: string) => {
		const cells = row.filter({ has: page.getByRole('rowheader', { name, exact: true }) });
		return (await cells.getByRole('cell').allInnerTexts()).filter((text) => text !== '');
	};
	const all = project('continuous').figures['all'];
	const atYearEnds = (values: readonly number[] = []) =>
		[12, 24, 36].map((n) => values[n - 1]?.toFixed(1));
	expect(await told('Expected')).toEqual(atYearEnds(all?.mean));
	expect(await told('Low, one in ten is below')).toEqual(atYearEnds(all?.p10));
	const states = Object.entries(project('daily').population).filter(
		([state]) => !state.endsWith('Not in care')
	);
	const lastDay = states.reduce((sum, [, children]) => sum + (children.at(-1) ?? 0), 0);
	expect((await told('By the daily method')).at(-1)).toBe(lastDay.toFixed(1));

	// What goes on to others hides small counts: there are two children in secure homes.
	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: /by type of placement$/ }).click();
	const csv = readFileSync(await (await download).path(), 'utf8');
	expect(csv).toMatch(/^Secure homes,.*c/m);
	expect(csv).toContain('c stands for 1 to 5 children');

	// Two phases are offered; entries by their trend give the command line's figures.
	await expect(
		page.getByText(/first year of a time in care fits this window better/)
	).toBeVisible();
	await expect(
		page.getByRole('link', { name: 'At another rate in the first year in care' })
	).toBeVisible();
	await page.getByRole('link', { name: 'By the trend of the years' }).click();
	const byTrend = project('continuous', '--entries', 'trend').figures['all'];
	await expect.poll(() => told('Expected')).toEqual(atYearEnds(byTrend?.mean));

	// Prices of a parameters file stay, and the costs are shown with how sure they are.
	await page.getByRole('link', { name: 'What it costs' }).click();
	await expect(
		page.getByText('No prices are kept with this window.', { exact: false })
	).toBeVisible();
	const bought = { provision: 'bought', price_year: '2024/25', external_weekly: 700 };
	await page.getByLabel('Parameters file').setInputFiles({
		name: 'parameters.json',
		mimeType: 'application/json',
		buffer: Buffer.from(JSON.stringify({ prices: { foster: bought } }))
	});
	await expect(page.getByRole('heading', { name: 'Prices of this window' })).toBeVisible();
	await expect(
		page.getByRole('figure', { name: /^Four times in five, 2026\/27 costs/ })
	).toBeVisible({
		timeout: 30_000
	});
	expect(await graveFaultsOf(page)).toEqual([]);
	await expect(page.locator('.ws-bench-bar__status')).toHaveText(/^Saved at/);
	await page.reload();
	await expect(page.getByRole('heading', { name: 'Prices of this window' })).toBeVisible();
	await expect(page.locator('.ws-bench')).toHaveAttribute('data-ready', 'true');

	// Prices, an outturn and a child population are typed too; what cannot be read is said at its box.
	await page.getByRole('button', { name: 'Type or change the prices' }).click();
	const price = page.getByLabel('Bought placement', { exact: true });
	await expect(price).toHaveValue('700');
	await price.fill('twelve');
	await page.getByRole('button', { name: 'Keep these prices' }).click();
	await expect(
		page.getByRole('link', { name: /^Foster care, Bought placement: ‘twelve’/ })
	).toBeVisible();
	expect(await graveFaultsOf(page)).toEqual([]);
	await price.fill('£1,400');
	const year = page.getByText('Child population', { exact: true });
	await year.click();
	for (const [at, box] of (await page.getByLabel(/^Aged .*, 20/).all()).entries())
		await box.fill(String(10_000 + at));
	await page.getByRole('button', { name: 'Keep these prices' }).click();
	await expect(
		page.getByRole('link', { name: 'With the child population of each age band' })
	).toBeVisible();
	await page.getByRole('link', { name: 'With the child population of each age band' }).click();
	await expect(page.getByText('With the child population of each age band')).toHaveAttribute(
		'aria-current',
		'true'
	);
	await page.getByRole('button', { name: 'Take these prices out' }).click();
	await expect(
		page.getByText('No prices are kept with this window.', { exact: false })
	).toBeVisible();

	await page.getByRole('link', { name: 'Rates and moves' }).click();
	await expect(page.getByRole('table', { name: /^Leaving care before 18/ })).toBeVisible();
	expect(await graveFaultsOf(page)).toEqual([]);

	// The estimate becomes the baseline's flows in one edit, which is undone as one.
	const inFile = async () =>
		(await (await page.request.get('/councils/fernshire/file.json')).text()).includes(
			'"stock-2024-03-31"'
		);
	await page.getByRole('link', { name: 'Use in the baseline' }).first().click();
	expect(await graveFaultsOf(page)).toEqual([]);
	await page.getByRole('button', { name: 'Use these figures' }).click();
	await expect(page.getByText('The baseline says this already.')).toBeVisible();
	await expect.poll(inFile).toBe(true);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('button', { name: 'Use these figures' })).toBeVisible();
	await expect.poll(inFile).toBe(false);

	expect(complaints).toEqual([]);
});

test('years as they were returned are read from a zip file', async ({ browser }) => {
	const { page } = await visit(browser);
	const root = `${DATA}/returns`;
	const files = Object.fromEntries(
		readdirSync(root).flatMap((year) =>
			readdirSync(`${root}/${year}`).map((name) => [
				`${year}/${name}`,
				new Uint8Array(readFileSync(`${root}/${year}/${name}`))
			])
		)
	);
	await read(page, {
		name: 'returns.zip',
		mimeType: 'application/zip',
		buffer: Buffer.from(zipSync(files))
	});
	await page.getByRole('button', { name: 'Count', exact: true }).click();
	const row = page.getByRole('row', { name: 'All types' });
	await expect(row.getByRole('cell')).toHaveText('344');

	// The same folder, picked.
	await page.getByRole('button', { name: 'Read other files' }).click();
	await page.getByLabel('Or a folder').setInputFiles(root);
	await page.getByRole('button', { name: 'Read the files' }).click();
	await expect(page.getByText('They cover 1 April 2017 to 31 March 2024.')).toBeVisible();
});

test('the keyboard alone leads from the files to the baseline, in forced colours too', async ({
	browser
}) => {
	const { page } = await visit(browser);
	await page.emulateMedia({ forcedColors: 'active' });
	await open(page, `${CARE}/import`);
	const tabTo = async (target: Locator): Promise<void> => {
		const isThere = () => target.evaluate((element) => element === document.activeElement);
		for (let step = 0; step < 80 && !(await isThere()); step++) await page.keyboard.press('Tab');
		await expect(target).toBeFocused();
	};
	const press = async (role: 'button' | 'link', name: string): Promise<void> => {
		await tabTo(page.getByRole(role, { name, exact: true }).first());
		await page.keyboard.press('Enter');
	};
	await tabTo(page.getByLabel('Files', { exact: true }));
	const chooser = page.waitForEvent('filechooser');
	await page.keyboard.press('Enter');
	await (await chooser).setFiles(COMBINED);
	await press('button', 'Read the files');
	await expect(page.getByRole('heading', { name: 'What was read' })).toBeFocused();
	await press('button', 'Count');
	await press('button', 'Keep these figures');
	await press('link', 'See history and forecast');
	await expect(page.getByRole('heading', { name: /^344 children in care/ })).toBeVisible();
	await press('link', 'Rates and moves');
	await expect(page.getByRole('table', { name: /^Leaving care before 18/ })).toBeVisible();
	await press('link', 'What it costs');
	await expect(page.getByRole('table', { name: 'Cost of placements [£]' })).toBeVisible();
	await press('link', 'Use in the baseline');
	await press('button', 'Use these figures');
	await expect(page.getByText('The baseline says this already.')).toBeVisible();
});

test('a file with a mistake is refused by its row, column and value, and the list of rows can be had', async ({
	browser
}) => {
	const { page } = await visit(browser);
	const [header = '', episodes = ''] = COMBINED;
	const bad = readFileSync(episodes, 'utf8').replace('2013-08-20', '2013-02-30');
	await read(page, [header]);
	await expect(page.getByText('Nothing can be counted.', { exact: false })).toBeVisible();
	await page.getByRole('button', { name: 'Read other files' }).click();
	await page
		.getByLabel('Files', { exact: true })
		.setInputFiles([
			csvFile('header.csv', readFileSync(header, 'utf8')),
			csvFile('episodes.csv', bad)
		]);
	await page.getByRole('button', { name: 'Read the files' }).click();
	await expect(
		page.getByText("episodes.csv row 2, DECOM: '2013-02-30' is not a date", { exact: false })
	).toBeVisible();
	await expect(page.getByText('Nothing was taken from a file that is named here.')).toBeVisible();

	await page.getByRole('button', { name: 'Read other files' }).click();
	await page.getByLabel('Files', { exact: true }).setInputFiles(COMBINED);
	await page.getByRole('button', { name: 'Read the files' }).click();
	await page
		.getByLabel('Show', { exact: true })
		.selectOption({ label: 'Ended after the child’s next placement began: cut to that day' });
	await expect(page.getByText('5 of 5 rows are shown.')).toBeVisible();
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Download the list (CSV)' }).click();
	const lines = readFileSync(await (await download).path(), 'utf8')
		.trim()
		.split('\r\n');
	expect(lines).toHaveLength(6);
});

test('reading is cancelled in the middle, and nothing of it stays', async ({ browser }, info) => {
	const { page } = await visit(browser);
	const rows = readFileSync(COMBINED[1] ?? '', 'utf8').split('\n');
	// Large enough to be caught while it is read.
	const many = [rows[0], ...Array.from({ length: 120 }, () => rows.slice(1).join('\n'))].join('\n');
	// From the disk, which is quicker than through the test's own way to the browser.
	const episodes = info.outputPath('episodes.csv');
	writeFileSync(episodes, many);
	await open(page, `${CARE}/import`);
	await page.getByLabel('Files', { exact: true }).setInputFiles([COMBINED[0] ?? '', episodes]);
	await page.getByRole('button', { name: 'Read the files' }).click();
	await page.getByRole('button', { name: 'Cancel' }).click();
	await expect(page.getByText('Reading was cancelled. Nothing was kept.')).toBeVisible();
	// The engine's worker goes on, and that of the files is gone.
	await expect.poll(() => page.workers().length).toBe(1);
	await expect(page.getByRole('heading', { name: 'What was read' })).toHaveCount(0);
});

test('nothing that a row says of a child leaves the browser', async ({ browser }) => {
	const markers = {
		child: 'ZQ7XMARKER',
		upn: 'H823197004217',
		postcode: 'ZX9Q7'
	};
	const born = '2011-11-17';
	const began = '2022-09-19';
	const children = Array.from({ length: 14 }, (_, i) => `${markers.child}${String(i)}`);
	const header = [
		'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB',
		...children.map((child) => `${child},1,17/11/2011,WBRI,${markers.upn},,`)
	].join('\r\n');
	const episodes = [
		'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST',
		...children.map(
			(child, i) =>
				`${child},19/09/2022,S,C2,N1,${i < 8 ? 'U4' : 'R1'},PR1,${i === 0 ? '14/02/2024,QZREASON' : ','},,${markers.postcode},`
		)
	].join('\r\n');
	const secrets = [...Object.values(markers), ...datesOf(born), ...datesOf(began), 'QZREASON'];
	const { page, requests } = await visit(browser);
	// UTF-16 as well, so that the search cannot miss what is passed on as it came.
	await read(page, [
		{
			name: '2024-header.csv',
			mimeType: 'text/csv',
			buffer: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(header, 'utf16le')])
		},
		csvFile('2024-episodes.csv', episodes)
	]);
	await keep(page);
	await page.getByRole('link', { name: 'See history and forecast' }).click();
	await expect(
		page.getByRole('heading', { name: /^13 children in care on 31 March 2024/ })
	).toBeVisible();
	await page.reload();
	await expect(page.getByRole('heading', { name: /^13 children in care/ })).toBeVisible();

	const sent = (): Buffer =>
		Buffer.concat(
			requests.flatMap((request) => [
				Buffer.from(request.url()),
				Buffer.from(JSON.stringify(request.headers())),
				request.postDataBuffer() ?? Buffer.alloc(0)
			])
		);
	const stored = (): Buffer =>
		Buffer.concat(
			readdirSync(server.folder, { recursive: true, withFileTypes: true })
				.filter((entry) => entry.isFile())
				.map((entry) => readFileSync(join(entry.parentPath, entry.name)))
		);
	expect(requests.some((request) => request.url().endsWith('/edits'))).toBe(true);
	expect(stored().includes(Buffer.from('2023-04-01-to-2024-03-31-all'))).toBe(true);
	expect(markersIn(sent(), secrets)).toEqual([]);
	expect(markersIn(stored(), secrets)).toEqual([]);
	expect(markersIn(Buffer.from(server.said()), secrets)).toEqual([]);

	// The search finds what is sent: somebody gives a marker as their name, plain and in base64.
	const inBase64 = Buffer.from(`x${markers.upn}`).toString('base64');
	for (const name of [`${markers.child} 1`, inBase64, born]) {
		await page.goto('/name');
		await page.getByLabel('What is your name?').fill(name);
		await page.getByRole('button').last().click();
		await page.waitForURL('/');
	}
	const found = [markers.child, markers.upn, born].sort();
	expect([...markersIn(sent(), secrets)].sort()).toEqual(found);
	expect([...markersIn(stored(), secrets)].sort()).toEqual(found);
});

test('the page may speak to its own server alone', async ({ browser }) => {
	const { page } = await visit(browser);
	const answer = await page.goto(`${CARE}/import`);
	expect(answer?.headers()['content-security-policy']).toContain("connect-src 'self';");
	expect(answer?.headers()['content-security-policy']).toContain("worker-src 'self';");
	const refused = await page.evaluate(async () => {
		const told = new Promise<string>((resolve) => {
			document.addEventListener('securitypolicyviolation', (event) => {
				if (event.effectiveDirective === 'connect-src') resolve(event.blockedURI);
			});
		});
		const outcome = await fetch('http://127.0.0.1:9/').then(
			() => 'sent',
			() => 'refused'
		);
		return [outcome, await told];
	});
	expect(refused).toEqual(['refused', 'http://127.0.0.1:9/']);
});

test('the server refuses a window that has more in it than counts', async ({ browser }) => {
	const { page } = await visit(browser);
	await read(page, COMBINED);
	await page.getByRole('button', { name: 'Count', exact: true }).click();
	// On its way to the server one word more is put in.
	await page.route('**/edits', async (route) => {
		const body = route.request().postDataJSON() as {
			operations: { data: Record<string, unknown> }[];
		};
		const [step] = body.operations;
		if (step === undefined) throw new Error('Nothing was sent.');
		step.data['child'] = '100007';
		await route.continue({ postData: JSON.stringify(body) });
	});
	const answered = page.waitForResponse('**/edits');
	await page.getByRole('button', { name: 'Keep these figures' }).click();
	expect((await answered).status()).toBe(422);
	await page.unroute('**/edits');
	await page.goto(CARE);
	await expect(page.getByText('No return has been read yet.')).toBeVisible();
});
