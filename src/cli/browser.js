import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { PlainError } from './ensure.js';

const systemBrowsers = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];

const isRoot = process.getuid?.() === 0;

/** The Chromium that the browser tests run in, or undefined where there is none. */
export function findBrowser() {
	const chosen = process.env['CHROMIUM_PATH'];
	if (chosen !== undefined && !existsSync(chosen)) {
		throw new PlainError(`CHROMIUM_PATH names ${chosen}, and there is nothing there.`);
	}
	return chosen ?? [...systemBrowsers, chromium.executablePath()].find((path) => existsSync(path));
}

/** Installs a Chromium where there is none and this account may. */
export function ensureBrowser() {
	if (findBrowser() !== undefined) return;
	console.error('Installing Chromium for the browser tests.');
	if (isRoot && existsSync('/usr/bin/apt-get')) {
		command('apt-get', ['update']);
		command('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
	} else {
		command('npx', ['playwright', 'install', 'chromium']);
	}
	if (findBrowser() === undefined) {
		throw new PlainError(
			'The browser tests need Chromium: install it (on Debian: apt-get install chromium) or set CHROMIUM_PATH to a Chromium or Chrome you have.'
		);
	}
}

/** How to launch it: quietly, and without a sandbox only where Chromium cannot have one. */
export const launchOptions = {
	chromiumSandbox: !isRoot && process.env['CI'] === undefined,
	args: [
		'--disable-gpu',
		'--disable-quic',
		'--no-first-run',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync'
	]
};

/**
 * Whether it worked shows in whether the browser is there afterwards.
 * @param {string} name
 * @param {readonly string[]} args
 */
function command(name, args) {
	spawnSync(name, args, {
		stdio: ['ignore', 2, 2],
		shell: process.platform === 'win32',
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
	});
}
