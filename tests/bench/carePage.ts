import { chromium, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser, launchOptions } from '../../src/cli/browser.js';
import { BUILT_SERVER, start, visitorNamed } from '../support/builtServer';
import { benchmarkCouncil } from './council';
import { returnOf, SORTS } from './returnFiles';

const RUNS = 3;
const LONGEST_MS = 120_000;

/** Milliseconds from a press of a button until what it makes stands on the page, timed in the page. */
async function timed(page: Page, button: string, made: string): Promise<number> {
	await page.getByRole('button', { name: button, exact: true }).waitFor();
	await page.evaluate(
		({ text }) => {
			let pressed = 0;
			addEventListener('click', ({ timeStamp }) => (pressed = timeStamp), {
				capture: true,
				once: true
			});
			const time = new Promise<number>((resolve) => {
				const watcher = new MutationObserver(() => {
					const heads = [...document.querySelectorAll('h1, h2, h3')];
					if (!heads.some((head) => head.textContent.includes(text))) return;
					watcher.disconnect();
					resolve(performance.now() - pressed);
				});
				watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
			});
			Object.assign(window, { time });
		},
		{ text: made }
	);
	await page.getByRole('button', { name: button, exact: true }).click();
	return page.evaluate(() => (window as unknown as { time: Promise<number> }).time);
}

const median = (times: readonly number[]): number =>
	times.toSorted((a, b) => a - b)[times.length >> 1] ?? NaN;

const folder = mkdtempSync(join(tmpdir(), 'windscreen-bench-'));
const server = await start(BUILT_SERVER, folder);
const executablePath = findBrowser();
const browser = await chromium.launch({
	...launchOptions,
	...(executablePath === undefined ? {} : { executablePath })
});
try {
	const person = await visitorNamed(server, 'Bench');
	const form = new FormData();
	form.set('text', JSON.stringify(benchmarkCouncil()));
	const answer = await fetch(`${server.origin}/import`, {
		method: 'POST',
		headers: { origin: server.origin, cookie: person.cookie, accept: 'text/html' },
		body: form,
		redirect: 'manual'
	});
	if (answer.status !== 303) throw new Error(`The council was not added: ${await answer.text()}`);
	const [name = '', value = ''] = person.cookie.split('=');
	const context = await browser.newContext({ baseURL: server.origin });
	await context.addCookies([{ name, value, url: server.origin }]);
	process.stdout.write(
		`Chromium ${browser.version()}; a return in the page: from each button to what it makes; milliseconds, medians of ${RUNS}\n\n` +
			'rows      read and cleaned  counted, its forecast and its backtest\n'
	);
	for (const rows of [2_000, 20_000, 100_000]) {
		const files = returnOf(rows);
		const times: { readonly read: number; readonly counted: number }[] = [];
		for (let run = 0; run < RUNS; run++) {
			const page = await context.newPage();
			page.setDefaultTimeout(LONGEST_MS);
			await page.goto('/councils/benchmark/care/import');
			await page.locator('.ws-bench[data-ready=true]').waitFor();
			await page.getByLabel('Files', { exact: true }).setInputFiles(
				SORTS.map((sort) => ({
					name: `${sort}.csv`,
					mimeType: 'text/csv',
					buffer: Buffer.from(files[sort])
				}))
			);
			const read = await timed(page, 'Read the files', 'What was read');
			const counted = await timed(page, 'Count', 'What would be kept');
			times.push({ read, counted });
			await page.close();
		}
		process.stdout.write(
			`${String(rows).padEnd(9)} ${median(times.map(({ read }) => read))
				.toFixed(0)
				.padStart(16)} ${median(times.map(({ counted }) => counted))
				.toFixed(0)
				.padStart(39)}\n`
		);
	}
} finally {
	await browser.close();
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
}
