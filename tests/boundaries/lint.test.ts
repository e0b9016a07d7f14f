import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';

// The planted text is no file of the project, so the rules that ask the compiler are left out here.
const eslint = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] });

describe('the engine has no clock and no randomness of its own', () => {
	test.each([
		['export const draw = Math.random();', 'take a random stream'],
		['export const now = Date.now();', 'take the date as an argument'],
		['export const now = new Date();', 'take the date as an argument'],
		['export const now = Date();', 'take the date as an argument']
	])('%s', async (source, lesson) => {
		expect(await complaints(source, 'src/lib/model/planted.ts')).toEqual([
			expect.stringContaining(lesson)
		]);
		expect(await complaints(source, 'src/lib/server/planted.ts')).toEqual([]);
	});

	test('a date made from text is a date like any other', async () => {
		const source = "export const start = new Date('2026-04-01');";
		expect(await complaints(source, 'src/lib/model/planted.ts')).toEqual([]);
	});
});

describe.each(['src/lib/model/planted.ts', 'src/lib/server/planted.ts'])('in %s', (path) => {
	test.each([
		['db.transaction(async () => { await write(); });', 'is synchronous'],
		['db.transaction(async function () { await write(); });', 'is synchronous'],
		['export default 1;', 'Export by name'],
		['export const first = find(1)!;', 'Handle the absent case'],
		['try { write(); } catch { }', 'Empty block statement']
	])('%s is refused', async (source, lesson) => {
		expect(await complaints(source, path)).toEqual([expect.stringContaining(lesson)]);
	});

	test.each([
		'db.transaction(() => { write(); });',
		'export const last = list[list.length - 1]!;',
		'export const named = 1;'
	])('%s is accepted', async (source) => {
		expect(await complaints(source, path)).toEqual([]);
	});
});

test('text put into a page as markup is refused', async () => {
	const source =
		'<script lang="ts">\n\tlet { name }: { name: string } = $props();\n</script>\n\n{@html name}\n';
	expect(await complaints(source, 'src/lib/components/Planted.svelte')).toEqual([
		expect.stringContaining('XSS')
	]);
});

async function complaints(source: string, filePath: string): Promise<readonly string[]> {
	const [result] = await eslint.lintText(source, { filePath });
	return result?.messages.map(({ message }) => message) ?? ['nothing was linted'];
}
