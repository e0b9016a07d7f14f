import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import type { GridCell, GridColumn, GridRow } from '$lib/input/table';
import EditableTable from './EditableTable.svelte';

const columns: readonly GridColumn[] = [
	{ id: 'fte', label: 'FTE', type: 'number', unit: 'FTE', canBeBlank: true },
	{ id: 'absence', label: 'Absence', type: 'number', unit: 'share of 1', canBeBlank: true }
];

const rowsOf = (count: number, cell: Partial<GridCell> = {}): readonly GridRow[] =>
	Array.from({ length: count }, (_, number) => ({
		id: `post-${number}`,
		label: `Post ${number}`,
		cell: (column) => ({ value: '1', shown: `${column} ${number}`, state: 'plain', ...cell })
	}));

const htmlOf = (props: {
	rows: readonly GridRow[];
	isReadOnly?: boolean;
	note?: string;
}): string => {
	const { body } = render(EditableTable, {
		props: { caption: 'Posts', columns, oncommit: () => null, ...props }
	});
	return body;
};
const count = (html: string, part: string): number => html.split(part).length - 1;

describe('the table as the server draws it', () => {
	test('is a native table with a caption, headings, units and one tab stop', () => {
		const html = htmlOf({ rows: rowsOf(3), note: 'Cash terms' });
		expect(html).toMatch(/<table[^>]*role="grid"/);
		expect(html).toMatch(/<caption[^>]*>\s*Posts/);
		expect(html).toContain('Cash terms');
		expect(count(html, 'scope="col"')).toBe(4);
		expect(count(html, 'scope="row"')).toBe(3);
		expect(html).toMatch(/Absence[^<]*(<!--.*?-->)*\s*<span class="ws-grid__unit">%/);
		expect(count(html, 'tabindex="0"')).toBe(1);
	});

	test('counts its heading as a row and every row by its place', () => {
		const html = htmlOf({ rows: rowsOf(3) });
		expect(html).toContain('aria-rowcount="4"');
		expect(html).toContain('aria-colcount="4"');
		for (const index of [1, 2, 3, 4]) expect(html).toContain(`aria-rowindex="${index}"`);
	});

	test('draws 50 rows of a long table, and says so to those without scripts', () => {
		const html = htmlOf({ rows: rowsOf(2000) });
		expect(count(html, 'data-row=')).toBe(50);
		expect(html).toContain('aria-rowcount="2001"');
		expect(html).toMatch(/<noscript>.*The first 50 of 2,000 rows are shown/);
		expect(htmlOf({ rows: rowsOf(100) })).not.toContain('<noscript>');
	});

	test('sets no style that the content security policy would block', () => {
		expect(htmlOf({ rows: rowsOf(2000) })).not.toContain('style=');
	});

	test('offers nothing to edit where nobody may edit', () => {
		const html = htmlOf({ rows: rowsOf(2), isReadOnly: true });
		expect(html).not.toContain('as a form');
		expect(count(html, 'aria-readonly="true"')).toBe(5);
		expect(html).toContain('aria-colcount="3"');
	});
});

describe('what a cell says of itself in words', () => {
	test.each([
		[{ state: 'changed', was: '4.0' }, 'was 4.0'],
		[{ state: 'changed' }, 'changed in this scenario'],
		[{ state: 'calculated', href: '/working' }, 'href="/working"'],
		[{ state: 'calculated', href: '/working' }, 'calculated'],
		[{ state: 'locked' }, 'locked'],
		[{ state: 'missing', value: null, shown: '' }, 'blank'],
		[{ state: 'assumed' }, 'assumed'],
		[{ state: 'absent', value: null }, 'does not apply'],
		[{ note: 'See paper 3' }, '>note<']
	] satisfies readonly (readonly [Partial<GridCell>, string])[])('%o says %s', (cell, words) => {
		expect(htmlOf({ rows: rowsOf(1, cell) })).toContain(words);
	});

	test('text of the council is never markup', () => {
		const html = htmlOf({ rows: rowsOf(1, { shown: '<img src=x>' }) });
		expect(html).not.toContain('<img');
	});
});
