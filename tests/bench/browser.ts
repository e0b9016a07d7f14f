import { chromium, type Browser, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { findBrowser, launchOptions } from '../../src/cli/browser.js';
import { heading } from '../support/records';
import { BUILT_SERVER, start, visitorNamed, type Visitor } from '../support/builtServer';
import { benchmarkCouncil } from './council';

const EDITS = 100;
const WARM_UP = 5;
const OPENINGS = 7;
const LONG = { rows: 2000, columns: 12 } as const;
const KINDS = ['posts', 'headings'] as const;
// Long enough for the figures of a draft to be there before the key that keeps it.
const PAUSE_MS = 120;

/** Milliseconds from a key press to what came of it: in the page, and on the screen. */
interface Answered {
	readonly inPage: number;
	readonly onScreen: number;
}

/** What is watched for on a page: an element, and the text at which it is there, or any other than before. */
interface Watched {
	readonly selector: string;
	readonly text: string | null;
	/** A class that the element must not have, because it marks what it shows as old. */
	readonly not: string;
}

interface Harness {
	watch(watched: Watched): void;
	answered(): Promise<Answered>;
}

/** Puts on a page what times it from the inside, where the test's own way to the browser does not count. */
async function equip(page: Page): Promise<void> {
	await page.evaluate(() => {
		let pressed = 0;
		let answer = Promise.resolve({ inPage: 0, onScreen: 0 });
		addEventListener('keydown', (event) => (pressed = event.timeStamp), { capture: true });
		const harness: Harness = {
			watch: ({ selector, text, not }) => {
				const at = () => document.querySelector(selector);
				const before = at()?.textContent;
				answer = new Promise((resolve) => {
					const watcher = new MutationObserver(() => {
						const found = at();
						if (found === null || (not !== '' && found.classList.contains(not))) return;
						const now = found.textContent.trim();
						if (text === null ? now === before?.trim() : now !== text) return;
						watcher.disconnect();
						const inPage = performance.now() - pressed;
						const key = pressed;
						// After the frame in which it is painted, the next message is handled.
						requestAnimationFrame(() => {
							const { port1, port2 } = new MessageChannel();
							port1.onmessage = () => {
								resolve({ inPage, onScreen: performance.now() - key });
							};
							port2.postMessage(null);
						});
					});
					watcher.observe(document.body, {
						subtree: true,
						childList: true,
						characterData: true,
						attributes: true,
						attributeFilter: ['class']
					});
				});
			},
			answered: () => answer
		};
		Object.assign(window, { harness });
	});
}

const watch = (page: Page, watched: Watched) =>
	page.evaluate((what) => {
		(window as unknown as { harness: Harness }).harness.watch(what);
	}, watched);

const answered = (page: Page) =>
	page.evaluate(() => (window as unknown as { harness: Harness }).harness.answered());

/** Presses keys and times what the page first shows of the last of them, again and again. */
async function timed(
	page: Page,
	watched: (round: number) => Watched,
	act: (round: number) => Promise<void>,
	afterwards: () => Promise<void> = () => Promise.resolve()
): Promise<readonly Answered[]> {
	const times: Answered[] = [];
	for (let round = 0; round < WARM_UP + EDITS; round++) {
		await watch(page, watched(round));
		await act(round);
		times.push(await answered(page));
		await afterwards();
		await after(PAUSE_MS);
	}
	return times.slice(WARM_UP);
}

/** Times of a page that does nothing but write into a text node what is typed into a native field. */
async function bareKeys(browser: Browser): Promise<readonly Answered[]> {
	const page = await browser.newPage();
	await page.setContent('<input><p> </p>');
	await page.evaluate(() => {
		const field = document.querySelector('input');
		const text = document.querySelector('p')?.firstChild as Text;
		field?.addEventListener('input', () => (text.data = field.value));
		field?.focus();
	});
	await equip(page);
	const times = await timed(
		page,
		() => ({ selector: 'p', text: null, not: '' }),
		(round) => page.keyboard.press(String(round % 10))
	);
	await page.close();
	return times;
}

/** Milliseconds in which the browser alone builds and lays out a table of so many cells, nothing else on the page. */
async function bareTables(browser: Browser): Promise<readonly number[]> {
	const times: number[] = [];
	for (let round = 0; round < OPENINGS; round++) {
		const page = await browser.newPage();
		times.push(
			await page.evaluate(({ rows, columns }) => {
				const started = performance.now();
				const table = document.createElement('table');
				for (let row = 0; row < rows; row++) {
					const line = table.insertRow();
					for (let column = 0; column < columns; column++)
						line.insertCell().textContent = `${row} ${column}`;
				}
				document.body.append(table);
				table.getBoundingClientRect();
				return performance.now() - started;
			}, LONG)
		);
		await page.close();
	}
	return times;
}

interface Opened {
	/** From the moment at which the page and its scripts are there to the one from which it can be edited. */
	readonly hydrated: number;
	/** From the request for the page on. */
	readonly all: number;
}

/** Opens the table of 2,000 records of a kind again and again. */
async function openings(page: Page, kind: 'posts' | 'headings'): Promise<readonly Opened[]> {
	await page.addInitScript(() => {
		const watcher = new MutationObserver(() => {
			if (document.querySelector('.ws-bench[data-ready=true]') === null) return;
			watcher.disconnect();
			performance.mark('ready');
		});
		watcher.observe(document, { subtree: true, attributes: true, attributeFilter: ['data-ready'] });
	});
	const times: Opened[] = [];
	for (let round = 0; round < OPENINGS; round++) {
		await page.goto(`/councils/long-${kind}/baseline/${kind}?for=baseline`);
		await page.waitForFunction(() => performance.getEntriesByName('ready').length > 0);
		times.push(
			await page.evaluate(() => {
				const ready = performance.getEntriesByName('ready')[0]?.startTime ?? NaN;
				const scripts = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
				const [navigation] = performance.getEntriesByType(
					'navigation'
				) as PerformanceNavigationTiming[];
				const loaded = scripts
					.filter(({ name, responseEnd }) => name.endsWith('.js') && responseEnd < ready)
					.map(({ responseEnd }) => responseEnd);
				const there = Math.max(navigation?.domInteractive ?? 0, ...loaded);
				return { hydrated: ready - there, all: ready };
			})
		);
	}
	return times;
}

/** Adds a council by the form that a person would use. */
async function add(person: Visitor, origin: string, file: object): Promise<void> {
	const form = new FormData();
	form.set('text', JSON.stringify(file));
	const answer = await fetch(`${origin}/import`, {
		method: 'POST',
		headers: { origin, cookie: person.cookie, accept: 'text/html' },
		body: form,
		redirect: 'manual'
	});
	if (answer.status !== 303) throw new Error(`The council was not added: ${await answer.text()}`);
}

/** The council of the benchmark with so many posts or headings, for the longest tables. */
function longCouncil(kind: 'posts' | 'headings'): object {
	const file = benchmarkCouncil();
	const { posts } = file.baseline;
	const records = Array.from({ length: LONG.rows }, (_, i) =>
		kind === 'posts'
			? { ...posts[i % posts.length], id: `post-${i}`, title: `Post ${i}` }
			: heading({ id: `heading-${i}`, title: `Heading ${i}` })
	);
	return {
		...file,
		council: { ...file.council, id: `long-${kind}`, name: `Long ${kind}` },
		baseline: { ...file.baseline, [kind]: records }
	};
}

/** The columns of the table on a page, and where a cell of one of them stands. */
async function columnNamed(page: Page, name: string) {
	const headers = await page.locator('[role=grid] thead th').allInnerTexts();
	const column = headers.findIndex((text) => text.trim().startsWith(name));
	return {
		count: headers.length,
		cell: (row: number) => `[role=grid] tr[data-row="${row}"] > :nth-child(${column + 1})`
	};
}

/** Times edits of one row after another in a column, from the key that keeps each to the cell that shows it. */
async function edits(page: Page, cell: (row: number) => string): Promise<readonly Answered[]> {
	await page.locator(cell(0)).click();
	return timed(
		page,
		(round) => ({ selector: `${cell(round)}:not(:has(input))`, text: null, not: '' }),
		async (round) => {
			// Another number than any cell holds.
			await page.keyboard.press(String(7 + (round % 2)));
			await after(PAUSE_MS);
			await page.keyboard.press('Enter');
		}
	);
}

function report(name: string, times: readonly number[], reference: readonly number[]): void {
	const [own, other] = [times, reference].map((list) => list.toSorted((a, b) => a - b));
	const median = (list: readonly number[] = []) => list[Math.floor(list.length / 2)] ?? NaN;
	const ratio = median(own) / median(other);
	process.stdout.write(
		`${name.padEnd(58)} ${median(own).toFixed(1).padStart(7)} ms median ${(own?.at(-1) ?? NaN).toFixed(1).padStart(7)} ms worst ${ratio.toFixed(1).padStart(6)} × the bare page\n`
	);
}

const folder = mkdtempSync(join(tmpdir(), 'windscreen-bench-'));
const server = await start(BUILT_SERVER, folder);
const executablePath = findBrowser();
const browser = await chromium.launch({
	...launchOptions,
	...(executablePath === undefined ? {} : { executablePath })
});
try {
	const person = await visitorNamed(server, 'Bench');
	await add(person, server.origin, benchmarkCouncil());
	for (const kind of KINDS) await add(person, server.origin, longCouncil(kind));
	const [name = '', value = ''] = person.cookie.split('=');
	const context = await browser.newContext({ baseURL: server.origin });
	await context.addCookies([{ name, value, url: server.origin }]);

	const tables = await bareTables(browser);
	const keys = await bareKeys(browser);

	const opened = new Map<string, readonly Opened[]>();
	for (const kind of KINDS) opened.set(kind, await openings(await context.newPage(), kind));

	const open = async (place: string) => {
		const page = await context.newPage();
		await page.goto(place);
		await page.locator('.ws-bench[data-ready=true]').waitFor();
		await page.locator('.ws-impact__line').first().waitFor();
		await equip(page);
		return page;
	};
	const wide = await open('/councils/long-headings/baseline/headings?for=baseline');
	const outturn = await columnNamed(wide, 'Outturn');
	const longCells = await edits(wide, outturn.cell);

	const page = await open('/councils/benchmark/baseline/posts?for=baseline');
	const { cell, count } = await columnNamed(page, 'FTE');
	const cells = await edits(page, cell);
	await page.keyboard.press('Control+Home');
	await page.locator(cell(0)).click();
	const figures = await timed(
		page,
		() => ({ selector: '.ws-impact', text: null, not: 'ws-impact--stale' }),
		(round) => page.keyboard.press(String(1 + ((round + 1) % 2))),
		() => page.keyboard.press('Enter')
	);

	process.stdout.write(
		`Chromium ${browser.version()}; ${EDITS} edits of the FTE of one post after another in the council of 2,000 records; ${OPENINGS} openings of tables of ${LONG.rows} posts by ${count} columns and of ${LONG.rows} headings by ${outturn.count}\n\n`
	);
	const inPage = keys.map((key) => key.inPage);
	const onScreen = keys.map((key) => key.onScreen);
	report('bare page: key press to text, in the page', inPage, inPage);
	report('bare page: key press to text, on the screen', onScreen, onScreen);
	report(`bare page: ${LONG.rows} × ${LONG.columns} cells built and laid out`, tables, tables);
	for (const [kind, times] of opened) {
		report(
			`${kind} hydrated: scripts there to ready`,
			times.map(({ hydrated }) => hydrated),
			tables
		);
		report(
			`${kind} opened: request to ready`,
			times.map(({ all }) => all),
			tables
		);
	}
	report(
		'edit kept to cell updated in 2,000 headings, in the page',
		longCells.map((time) => time.inPage),
		inPage
	);
	report(
		'edit kept to cell updated, in the page',
		cells.map((time) => time.inPage),
		inPage
	);
	report(
		'edit kept to cell updated, on the screen',
		cells.map((time) => time.onScreen),
		onScreen
	);
	report(
		'key press to new figures, in the page',
		figures.map((time) => time.inPage),
		inPage
	);
	report(
		'key press to new figures, on the screen',
		figures.map((time) => time.onScreen),
		onScreen
	);
} finally {
	await browser.close();
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
}
