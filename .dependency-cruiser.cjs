const at = (...folders) => folders.map((folder) => `^src/lib/${folder}(/|\\.|$)`);
const packages = (...names) => names.map((name) => `(^|/)node_modules/${name}/`);
const tests = '\\.test\\.ts$';

/** The layers of docs/architecture: an import may point down, never up or across. */
module.exports = {
	forbidden: [
		{
			name: 'no-circular',
			comment: 'Two modules that need each other are one module, or a third is missing below them.',
			severity: 'error',
			from: {},
			to: { circular: true }
		},
		{
			name: 'no-unresolved',
			comment: 'An import that leads nowhere escapes every other rule here.',
			severity: 'error',
			from: {},
			// Virtual modules, which SvelteKit provides while it builds.
			to: { couldNotResolve: true, pathNot: ['^\\$(app|env|service-worker)', '/\\$types(\\.js)?$'] }
		},
		{
			name: 'model-imports-itself-only',
			comment:
				'The engine runs anywhere: it may import itself, zod and decimal.js. Pass in what else it needs.',
			severity: 'error',
			from: { path: at('model'), pathNot: tests },
			to: { pathNot: [...at('model'), ...packages('zod', 'decimal\\.js')] }
		},
		{
			name: 'runner-imports-model-and-exchange-only',
			comment:
				'A runner decides where the engine runs, and where files are read: it may import exchange, model and itself.',
			severity: 'error',
			from: { path: at('runner'), pathNot: tests },
			to: { path: '^src/', pathNot: at('model', 'exchange', 'runner') }
		},
		{
			name: 'charts-imports-model-only',
			comment:
				'Charts turn figures into chart configurations: they may import model and themselves.',
			severity: 'error',
			from: { path: at('charts'), pathNot: tests },
			to: { path: '^src/', pathNot: at('model', 'charts') }
		},
		{
			name: 'exchange-imports-model-only',
			comment: 'Exchange turns bytes into records and back: it may import model and itself.',
			severity: 'error',
			from: { path: at('exchange'), pathNot: tests },
			to: { path: '^src/', pathNot: at('model', 'exchange') }
		},
		{
			name: 'browser-never-meets-server',
			comment:
				'Components and state run in the browser: a page loads what the server has and passes it on.',
			severity: 'error',
			from: { path: at('components', 'state') },
			to: { path: at('server') }
		},
		{
			name: 'state-not-to-components',
			comment: 'State knows nothing of how it is shown.',
			severity: 'error',
			from: { path: at('state'), pathNot: tests },
			to: { path: at('components') }
		},
		{
			name: 'server-imports-model-and-exchange-only',
			comment: 'The server stores and authorises: it may import exchange, model and itself.',
			severity: 'error',
			from: { path: at('server'), pathNot: tests },
			to: { path: '^src/', pathNot: at('model', 'exchange', 'server') }
		},
		{
			name: 'lib-not-to-routes',
			comment: 'Routes are imported by nobody: move what is shared into src/lib.',
			severity: 'error',
			from: { path: '^src/lib/' },
			to: { path: '^src/routes/' }
		},
		{
			name: 'cli-imports-model-and-exchange-only',
			comment:
				'The command line is the engine without a browser: it may import model and exchange.',
			severity: 'error',
			from: { path: '^src/cli/', pathNot: [tests, '^src/cli/keeping/'] },
			to: { path: '^src/', pathNot: ['^src/cli/', ...at('model', 'exchange')] }
		},
		{
			name: 'keeping-imports-database-files-only',
			comment:
				'Backup and restore know the database as a file: what its rows mean stays with the server.',
			severity: 'error',
			from: { path: '^src/cli/keeping/', pathNot: tests },
			to: {
				path: '^src/',
				pathNot: ['^src/cli/keeping/', '^src/lib/server/db/', '^src/lib/server/plainError\\.ts$']
			}
		},
		{
			name: 'database-only-from-server',
			comment: 'Only src/lib/server names the database: add a function there and call it.',
			severity: 'error',
			from: {
				pathNot: ['^src/lib/server/', '^drizzle\\.config\\.ts$', '^tests/', tests, 'node_modules']
			},
			to: { path: packages('drizzle-orm', 'better-sqlite3', '@types/better-sqlite3') }
		},
		{
			name: 'source-not-to-tests',
			comment: 'What ships must not need the tests.',
			severity: 'error',
			from: { path: '^src/', pathNot: tests },
			to: { path: ['^tests/', tests] }
		}
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		webpackConfig: { fileName: '.dependency-cruiser.alias.cjs' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'import', 'node', 'types', 'default']
		}
	}
};
