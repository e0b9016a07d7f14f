import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

const ENGINE = ['src/lib/{model,input}/**/*.test.ts', 'tests/{golden,property}/**/*.test.ts'];

export default defineConfig({
	plugins: [sveltekit()],
	// govuk-frontend's styles hold a hack for Internet Explorer that is not CSS: it is left out.
	css: { lightningcss: { errorRecovery: true } },
	build: { rolldownOptions: { checks: { pluginTimings: false } } },
	test: {
		environment: 'node',
		projects: [
			{
				extends: true,
				// Pure functions: their modules are loaded once a worker, not once a file, which took longer than the tests.
				test: {
					name: 'engine',
					isolate: false,
					include: [...ENGINE]
				}
			},
			{
				extends: true,
				test: {
					name: 'rest',
					include: [
						'src/**/*.test.ts',
						'tests/{golden,boundaries,property,faults,upgrades}/**/*.test.ts'
					],
					exclude: [...ENGINE]
				}
			}
		],
		expect: { requireAssertions: true },
		// vitest leaves one core free of its own accord, which is half of a machine that has two.
		maxWorkers: '100%',
		// A busy machine is no defect: what is slow is measured by the benchmark.
		testTimeout: 60_000
	}
});
