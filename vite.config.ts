import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	// govuk-frontend's styles hold a hack for Internet Explorer that is not CSS: it is left out.
	css: { lightningcss: { errorRecovery: true } },
	build: { rolldownOptions: { checks: { pluginTimings: false } } },
	test: {
		environment: 'node',
		include: [
			'src/**/*.test.ts',
			'tests/{golden,boundaries,property,faults,upgrades}/**/*.test.ts'
		],
		expect: { requireAssertions: true },
		// vitest leaves one core free of its own accord, which is half of a machine that has two.
		maxWorkers: '100%',
		// A busy machine is no defect: what is slow is measured by the benchmark.
		testTimeout: 60_000
	}
});
