import { defineConfig } from '@playwright/test';
import { findBrowser, launchOptions } from './src/cli/browser.js';

// Two checkouts can run their tests at the same time, each on a port of its own.
const port = Number(process.env['E2E_PORT'] ?? 3917);
const executablePath = findBrowser();

export default defineConfig({
	projects: [
		{ name: 'pages', testDir: 'tests/e2e' },
		// Those of the fault tests that need the built server.
		{ name: 'faults', testDir: 'tests/faults' }
	],
	testMatch: '**/*.spec.ts',
	outputDir: 'test-results/e2e',
	forbidOnly: true,
	retries: 0,
	// Files run side by side: each that edits has a server of its own, and the one below is only read.
	workers: '100%',
	// A busy machine is no defect: what is slow is measured by the benchmark.
	timeout: 120_000,
	expect: { timeout: 20_000 },
	use: {
		baseURL: `http://localhost:${port}`,
		// A trace of every test costs a third of the run: `--trace on` makes one of those that failed.
		trace: 'off',
		screenshot: 'only-on-failure',
		launchOptions: { ...launchOptions, ...(executablePath === undefined ? {} : { executablePath }) }
	},
	webServer: {
		command: 'node tests/e2e/server.js',
		url: `http://localhost:${port}`,
		env: { PORT: String(port) },
		reuseExistingServer: false,
		timeout: 120_000,
		stdout: 'ignore',
		stderr: 'pipe',
		gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 }
	}
});
