import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	build: { rolldownOptions: { checks: { pluginTimings: false } } },
	test: {
		environment: 'node',
		include: ['src/**/*.test.ts', 'tests/{golden,boundaries,property}/**/*.test.ts'],
		expect: { requireAssertions: true }
	}
});
