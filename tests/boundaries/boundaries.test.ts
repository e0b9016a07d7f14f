import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

interface Violation {
	readonly from: string;
	readonly rule: { readonly name: string };
}

/** One planted import: the file it stands in, what it says, and the rule that has to refuse it. */
type Plant = readonly [file: string, source: string, rule: string];

const plants: readonly Plant[] = [
	['src/lib/model/a.ts', "import './part'; import './b'; export const a = 1;", 'no-circular'],
	['src/lib/model/lost.ts', "import '$lib/nowhere';", 'no-unresolved'],
	['src/lib/model/reads.ts', "import 'node:fs';", 'model-imports-itself-only'],
	['src/lib/model/dates.ts', "import 'chart.js';", 'model-imports-itself-only'],
	['src/lib/model/up.ts', "import '../format';", 'model-imports-itself-only'],
	['src/lib/model/alias.ts', "import '$lib/format';", 'model-imports-itself-only'],
	[
		'src/lib/model/typed.ts',
		"import type { Row } from '$lib/server/rows'; export type R = Row;",
		'model-imports-itself-only'
	],
	['src/lib/runner/up.ts', "import '$lib/charts/bar';", 'runner-imports-model-and-exchange-only'],
	['src/lib/charts/up.ts', "import '$lib/runner/inline';", 'charts-imports-model-only'],
	['src/lib/exchange/up.ts', "import '$lib/server/rows';", 'exchange-imports-model-only'],
	[
		'src/lib/components/Leak.svelte',
		'<script lang="ts">import { rows } from \'$lib/server/rows\';</script>\n<p>{rows}</p>',
		'browser-never-meets-server'
	],
	['src/lib/state/leak.svelte.ts', "import '../server/rows';", 'browser-never-meets-server'],
	[
		'src/lib/state/shows.svelte.ts',
		"import '$lib/components/Good.svelte';",
		'state-not-to-components'
	],
	[
		'src/lib/server/shows.ts',
		"import '$lib/components/Good.svelte';",
		'server-imports-model-and-exchange-only'
	],
	[
		'src/lib/server/edits.ts',
		"import '$lib/state/good.svelte';",
		'server-imports-model-and-exchange-only'
	],
	['src/lib/up.ts', "import '../routes/page';", 'lib-not-to-routes'],
	['src/cli/up.ts', "import '../lib/charts/bar';", 'cli-imports-model-and-exchange-only'],
	['src/cli/stores.ts', "import '../lib/server/rows';", 'cli-imports-model-and-exchange-only'],
	[
		'src/cli/keeping/up.ts',
		"import '../../lib/server/rows';",
		'keeping-imports-database-files-only'
	],
	['src/routes/queries.ts', "import 'drizzle-orm';", 'database-only-from-server'],
	[
		'src/routes/Opens.svelte',
		"<script lang=\"ts\">import Database from 'better-sqlite3'; new Database('x');</script>",
		'database-only-from-server'
	],
	['src/lib/needs.ts', "import '../../tests/helper';", 'source-not-to-tests']
];

const wellFormed: Readonly<Record<string, string>> = {
	'src/lib/model/good.ts':
		"import 'zod'; import 'decimal.js'; import './part'; import '$lib/model/part';",
	'src/lib/model/part.ts': 'export const part = 1;',
	'src/lib/model/good.test.ts': "import 'node:fs'; import './good'; import 'chart.js';",
	// The other half of the planted circle, which is reported once, at a.ts.
	'src/lib/model/b.ts': "import './a'; export const b = 1;",
	'src/lib/format.ts': "import './model/part';",
	'src/lib/runner/inline.ts': "import '$lib/model/part';",
	'src/lib/charts/bar.ts': "import '$lib/model/part'; import 'chart.js';",
	'src/lib/exchange/json.ts': "import '$lib/model/part';",
	'src/lib/state/good.svelte.ts': "import '$lib/runner/inline'; import '$lib/charts/bar';",
	'src/lib/components/Good.svelte':
		"<script lang=\"ts\">import '$lib/state/good.svelte'; import '$lib/format';</script>",
	'src/lib/server/rows.ts':
		"import 'drizzle-orm'; import '$lib/exchange/json'; export const rows = 1; export type Row = string;",
	'src/routes/page.ts': "import '$lib/server/rows'; import '$app/state'; import './$types';",
	'src/cli/main.ts': "import '../lib/model/part'; import '../lib/exchange/json';",
	'src/lib/server/db/open.ts': "import 'better-sqlite3';",
	'src/cli/keeping/main.ts': "import '../../lib/server/db/open';",
	'tests/helper.ts': "import '../src/lib/server/rows'; export const helper = 1;"
};

let folder: string;
let violations: readonly Violation[];

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'windscreen-boundaries-'));
	for (const config of ['.dependency-cruiser.cjs', '.dependency-cruiser.alias.cjs']) {
		copyFileSync(config, join(folder, config));
	}
	// As SvelteKit generates it: `paths` without `baseUrl`.
	write(
		'tsconfig.json',
		JSON.stringify({ compilerOptions: { paths: { '$lib/*': ['./src/lib/*'] } } })
	);
	const packages = ['zod', 'decimal.js', 'chart.js', 'drizzle-orm', 'better-sqlite3'];
	write(
		'package.json',
		JSON.stringify({
			type: 'module',
			dependencies: Object.fromEntries(packages.map((name) => [name, '1.0.0']))
		})
	);
	for (const name of packages) {
		write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
		write(`node_modules/${name}/index.js`, '');
	}
	// What a compiled component imports.
	const exports = { './internal/*': './index.js' };
	write('node_modules/svelte/package.json', JSON.stringify({ name: 'svelte', exports }));
	write('node_modules/svelte/index.js', '');
	for (const [path, source] of Object.entries(wellFormed)) write(path, source);
	for (const [path, source] of plants) write(path, source);
	violations = cruise();
}, 60_000);

afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

describe('the gate refuses each import that points up or across', () => {
	test.each(plants)('%s saying %s breaks %s', (file, _source, rule) => {
		expect(rulesBrokenIn(file)).toContain(rule);
	});
});

test('the gate lets every import of a well-formed house pass', () => {
	expect(Object.keys(wellFormed).flatMap(rulesBrokenIn)).toEqual([]);
});

test('every rule has been broken once, so that none can rot unseen', async () => {
	const config = (await import(resolve('.dependency-cruiser.cjs'))) as {
		default: { forbidden: readonly { name: string }[] };
	};
	const rules = config.default.forbidden.map(({ name }) => name);
	expect([...new Set(plants.map(([, , rule]) => rule))].sort()).toEqual([...rules].sort());
});

function rulesBrokenIn(file: string): readonly string[] {
	return violations.filter(({ from }) => from === file).map(({ rule }) => rule.name);
}

function cruise(): readonly Violation[] {
	const program = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
	const { stdout, stderr } = spawnSync(
		process.execPath,
		[program, '--output-type', 'json', 'src', 'tests'],
		{ cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }
	);
	if (stdout === '') throw new Error(`dependency-cruiser said: ${stderr}`);
	const report = JSON.parse(stdout) as { summary: { violations: readonly Violation[] } };
	return report.summary.violations;
}

function write(path: string, text: string): void {
	const target = join(folder, path);
	mkdirSync(dirname(target), { recursive: true });
	writeFileSync(target, text);
}
