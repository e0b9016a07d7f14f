import { chromium, type Browser, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { findBrowser, launchOptions } from '../../src/cli/browser.js';
import { BUILT_SERVER, start, visitorNamed, type Visitor } from '../support/builtServer';
import { benchmarkCouncil } from './council';

const EDITS = 100;
const WARM_UP = 5;
const OPENINGS = 7;
const LONG = { rows: 2000, columns: 12 } as const;
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

/** Opens a table of 2,000 posts again and again. */
async function openings(page: Page): Promise<readonly Opened[]> {
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
		await page.goto('/councils/long/baseline/posts?for=baseline');
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

/** The council of the benchmark with so many posts, for the longest table. */
function longCouncil(): object {
	const file = benchmarkCouncil();
	const { posts } = file.baseline;
	const more = Array.from({ length: LONG.rows }, (_, i) => ({
		...posts[i % posts.length],
		id: `post-${i}`,
		title: `Post ${i}`
	}));
	return {
		...file,
		council: { ...file.council, id: 'long', name: 'Long' },
		baseline: { ...file.baseline, posts: more }
	};
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
	await add(person, server.origin, longCouncil());
	const [name = '', value = ''] = person.cookie.split('=');
	const context = await browser.newContext({ baseURL: server.origin });
	await context.addCookies([{ name, value, url: server.origin }]);

	const tables = await bareTables(browser);
	const keys = await bareKeys(browser);

	const opened = await openings(await context.newPage());

	const page = await context.newPage();
	await page.goto('/councils/benchmark/baseline/posts?for=baseline');
	await page.locator('.ws-bench[data-ready=true]').waitFor();
	await page.locator('.ws-impact__line').first().waitFor();
	await equip(page);
	const headers = await page.locator('[role=grid] thead th').allInnerTexts();
	const column = headers.findIndex((text) => text.trim().startsWith('FTE'));
	const cell = (row: number) => `[role=grid] tr[data-row="${row}"] > :nth-child(${column + 1})`;
	const valueOf = (round: number) => String(1 + (round % 2));
	const press = async (round: number) => {
		await page.keyboard.press(valueOf(round));
		await after(PAUSE_MS);
		await page.keyboard.press('Enter');
	};

	await page.locator(cell(0)).click();
	const cells = await timed(
		page,
		(round) => ({ selector: `${cell(round)}:not(:has(input))`, text: valueOf(round), not: '' }),
		press
	);
	await page.keyboard.press('Control+Home');
	await page.locator(cell(0)).click();
	const figures = await timed(
		page,
		() => ({ selector: '.ws-impact', text: null, not: 'ws-impact--stale' }),
		(round) => page.keyboard.press(valueOf(round + 1)),
		() => page.keyboard.press('Enter')
	);

	process.stdout.write(
		`Chromium ${browser.version()}; ${EDITS} edits of the FTE of one post after another in the council of 2,000 records; ${OPENINGS} openings of a table of ${LONG.rows} posts by ${headers.length} columns\n\n`
	);
	const inPage = keys.map((key) => key.inPage);
	const onScreen = keys.map((key) => key.onScreen);
	report('bare page: key press to text, in the page', inPage, inPage);
	report('bare page: key press to text, on the screen', onScreen, onScreen);
	report(`bare page: ${LONG.rows} × ${LONG.columns} cells built and laid out`, tables, tables);
	report(
		'table hydrated: scripts there to ready',
		opened.map(({ hydrated }) => hydrated),
		tables
	);
	report(
		'table opened: request to ready',
		opened.map(({ all }) => all),
		tables
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
