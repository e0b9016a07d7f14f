import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { checkNode, ensureBuilt, ensureInstalled, root } from './ensure.js';
import { countPlaywright, countVitest, total } from './count.js';

/** @typedef {import('./count.js').Count} Count */

const results = join(root, 'test-results');

/** Every runner, in the order in which it runs; each runs whatever became of those before. */
const runners = {
	checks: runChecks,
	'unit tests': runVitest,
	build: runBuild,
	'browser tests': runPlaywright
};

/** @type {Count[]} */
const counts = [];
try {
	checkNode();
	await ensureInstalled();
	mkdirSync(results, { recursive: true });
	for (const [name, runner] of Object.entries(runners)) {
		console.log(`\n=== ${name}`);
		counts.push(await counted(name, runner));
	}
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	counts.push({ passed: 0, failed: 1 });
}
const { passed, failed } = total(counts);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/**
 * A runner that crashes, or that finds nothing to run, counts as one failure.
 * @param {string} name
 * @param {() => Count | Promise<Count>} runner
 * @returns {Promise<Count>}
 */
async function counted(name, runner) {
	try {
		const count = await runner();
		if (count.passed + count.failed === 0) throw new Error('not one test was run.');
		console.log(`${name}: ${count.passed} of ${count.passed + count.failed} passed`);
		return count;
	} catch (error) {
		console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
		return { passed: 0, failed: 1 };
	}
}

/** Runs each gate of `npm run check`, which would stop at the first that fails. */
function runChecks() {
	/** @type {{ scripts: { check: string } }} */
	const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	const gates = scripts.check.split(' && ').map((gate) => {
		console.log(`--- ${gate}`);
		const ok = shell(gate) === 0;
		if (!ok) console.error(`Failed: ${gate}`);
		return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
	});
	return total(gates);
}

function runVitest() {
	const file = join(results, 'vitest.json');
	rmSync(file, { force: true });
	const code = shell(
		'vitest run --reporter=default --reporter=json --outputFile=test-results/vitest.json'
	);
	return countVitest(readReport(file), code);
}

async function runBuild() {
	await ensureBuilt({ force: true });
	return { passed: 1, failed: 0 };
}

async function runPlaywright() {
	// Only now, because it comes with the installed packages.
	const { ensureBrowser } = await import('./browser.js');
	ensureBrowser();
	const file = join(results, 'playwright.json');
	rmSync(file, { force: true });
	const code = shell('playwright test --reporter=list,json', {
		PLAYWRIGHT_JSON_OUTPUT_NAME: 'test-results/playwright.json'
	});
	return countPlaywright(readReport(file), code);
}

/**
 * Runs a command line in the project's folder with its installed programs at hand.
 * @param {string} line
 * @param {Readonly<Record<string, string>>} [env]
 */
function shell(line, env = {}) {
	const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`;
	const { status } = spawnSync(line, {
		cwd: root,
		shell: true,
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, ...env, PATH: path }
	});
	return status ?? 1;
}

/**
 * @param {string} file
 * @returns {any} what the runner wrote
 */
function readReport(file) {
	if (!existsSync(file)) throw new Error('it ended without a report.');
	return JSON.parse(readFileSync(file, 'utf8'));
}
