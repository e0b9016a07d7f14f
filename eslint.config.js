import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const everywhere = [
	{
		selector: ':matches(ArrowFunctionExpression, FunctionExpression)[async=true]',
		parent: 'CallExpression[callee.property.name="transaction"]',
		message:
			'A better-sqlite3 transaction is synchronous: an async callback commits what follows its first await on its own. Do the awaiting before.'
	}
].map(({ parent, selector, message }) => ({ selector: `${parent} > ${selector}`, message }));

const namedExports = {
	selector: 'ExportDefaultDeclaration',
	message: 'Export by name, so that a thing is called the same everywhere.'
};

const indexedOnly = {
	selector:
		'TSNonNullExpression:not([expression.type="MemberExpression"][expression.computed=true])',
	message:
		'Handle the absent case. `!` is for an index that is known to be in bounds, `xs[i]!`, which the compiler cannot see.'
};

const noClock =
	'The engine has no clock: take the date as an argument, so that a projection can be repeated.';

export default defineConfig([
	globalIgnores(['build/', 'build-cli/', '.svelte-kit/', 'test-results/', 'data/', 'drizzle/']),
	tseslint.configs.strictTypeChecked,
	svelte.configs.recommended,
	svelte.configs.prettier,
	{
		languageOptions: {
			parserOptions: {
				projectService: { allowDefaultProject: ['*.cjs'] },
				extraFileExtensions: ['.svelte'],
				tsconfigRootDir: import.meta.dirname
			}
		},
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			eqeqeq: 'error',
			'no-empty': 'error',
			'no-alert': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true }
			],
			// A number in a sentence is what it looks like; the rule is there for objects and undefined.
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			// `() => list.push(x)` in a callback is clear without braces.
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
			// Replaced by indexedOnly, which lets `xs[i]!` pass.
			'@typescript-eslint/no-non-null-assertion': 'off',
			'no-restricted-syntax': ['error', ...everywhere, namedExports, indexedOnly]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: tseslint.parser, svelteConfig } }
	},
	{
		files: ['src/lib/model/**/*.ts'],
		rules: {
			'no-restricted-properties': [
				'error',
				{
					object: 'Math',
					property: 'random',
					message:
						'The engine has no randomness of its own: take a random stream made from the scenario’s seed.'
				},
				{ object: 'Date', property: 'now', message: noClock }
			],
			'no-restricted-syntax': [
				'error',
				...everywhere,
				namedExports,
				indexedOnly,
				{ selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: noClock },
				{ selector: 'CallExpression[callee.name="Date"]', message: noClock }
			]
		}
	},
	{
		// A type stated in JSDoc is invisible to these rules; svelte-check reads it and holds the code to it.
		files: ['**/*.js'],
		rules: {
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-return': 'off'
		}
	},
	{
		files: ['*.config.{js,ts}', '*.cjs', '.*.cjs'],
		extends: [tseslint.configs.disableTypeChecked],
		rules: { 'no-restricted-syntax': 'off', '@typescript-eslint/no-require-imports': 'off' }
	}
]);
