import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const entry = process.env['WINDSCREEN_BUNDLE_ENTRY'];
const outfile = process.env['WINDSCREEN_BUNDLE_OUTFILE'];
if (entry === undefined || outfile === undefined) {
	throw new Error('vite.cli.config.ts is run by ensureBundle in src/cli/ensure.js, not by hand.');
}

/** Bundles one TypeScript entry with everything it imports into one file for Node. */
export default defineConfig({
	publicDir: false,
	resolve: { alias: { $lib: fileURLToPath(new URL('src/lib', import.meta.url)) } },
	ssr: { noExternal: true, external: ['better-sqlite3', '@playwright/test'] },
	build: {
		ssr: entry,
		outDir: 'build-cli',
		emptyOutDir: false,
		target: 'node20',
		minify: false,
		rolldownOptions: { output: { entryFileNames: outfile, codeSplitting: false } }
	}
});
