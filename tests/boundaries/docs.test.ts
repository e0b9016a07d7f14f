import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { APPRAISAL_HEADLINES, APPRAISAL_ROWS, FIGURES, KINDS } from '../../src/lib/model';

const read = (path: string): string =>
	readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test('the list of figures in the docs has every figure of the engine and no other', () => {
	const listed = [...read('docs/figures.md').matchAll(/^\| `([a-z]+\.[A-Za-z]+)`/gm)].map(
		([, id]) => id
	);
	const known = { ...FIGURES, ...APPRAISAL_HEADLINES, ...APPRAISAL_ROWS };
	expect(listed.toSorted()).toEqual(Object.keys(known).toSorted());
});

test('the addends of cost.total in the docs are those of the engine', () => {
	const row = /^\| `cost\.total`.*\*\*(.*)\*\*/m.exec(read('docs/figures.md'))?.[1] ?? '';
	const listed = [...row.matchAll(/`([^`]+)`/g)].map(([, id]) => id);
	expect(listed).toEqual(FIGURES['cost.total']?.of?.map(([id]) => id));
});

test('the council file in the docs names every record kind', () => {
	const text = read('docs/council-file.md');
	expect(KINDS.filter((kind) => !text.includes(kind))).toEqual([]);
});

test('every link of the docs leads to a file', () => {
	const files = [
		'README.md',
		...readdirSync(new URL('../../docs/', import.meta.url))
			.filter((name) => name.endsWith('.md'))
			.map((name) => `docs/${name}`)
	];
	const links = files.flatMap((file) =>
		[...read(file).matchAll(/\]\(((?!https?:)[^)#]+)\)/g)].map(
			([, link = '']) => new URL(link, new URL(`../../${file}`, import.meta.url))
		)
	);
	expect(links.length).toBeGreaterThan(5);
	for (const link of links) expect(() => readFileSync(link), link.pathname).not.toThrow();
});

test('every complaint that the docs say a browser test proves is in the title of one in that file', () => {
	const rows = [...read('docs/complaints.md').matchAll(/^\| (C\d+) .*$/gm)];
	expect(rows).toHaveLength(20);
	const wanted = rows.flatMap(([row, number = '']) =>
		[...row.matchAll(/`([a-z]+\.spec\.ts)`/g)].map(([, file = '']) => ({ number, file }))
	);
	expect(wanted.length).toBeGreaterThan(15);
	const isProven = ({ number, file }: { readonly number: string; readonly file: string }) =>
		new RegExp(`test\\(\\s*['\`][^'\`]*\\b${number}\\b`).test(read(`tests/e2e/${file}`));
	expect(wanted.filter((row) => !isProven(row))).toEqual([]);
});
