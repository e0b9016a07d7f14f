import type { Neighbours, Problem, PublishedMeasure, PublishedRow } from '$lib/model';
import type { Table } from '../delimited/table';
import {
	AGES,
	COUNT,
	MEASURE,
	NEIGHBOURS,
	POPULATION,
	REFERRALS,
	type Column,
	type PublishedKind
} from './kinds';

/** The Department's marks for figures that are suppressed, not available, not applicable, of low reliability, or rounded to nothing. */
const NO_FIGURE = new Set(['', 'c', 'x', 'z', 'u', 'k', 'low', ':', '~', '-', '.', '..']);
const LOCAL = 'local authority';
const EVERY_CHILD = /\b0 ?(?:to|-|–) ?17\b/;
const MOST_PROBLEMS = 20;

const MEASURES: readonly (readonly [PublishedMeasure, RegExp])[] = [
	['starting', /start/i],
	['ceasing', /ceas/i],
	['inCare', /31 march/i]
];

/** One row of a table, its cells by the column's names. */
interface Cells {
	readonly text: (column: Column) => string;
	readonly refuse: (column: Column, message: string) => void;
}

function* cellsIn(name: string, table: Table, problems: Problem[]): Generator<Cells> {
	for (const { cells, place } of table.rows()) {
		// Whoever has read twenty mistakes knows what is wrong with the file.
		if (problems.length >= MOST_PROBLEMS) return;
		const known = (column: Column): string | undefined =>
			column.find((one) => table.columns.has(one));
		yield {
			text: (column) => (cells[table.columns.get(known(column) ?? '') ?? -1] ?? '').trim(),
			refuse: (column, message) =>
				problems.push({
					place: `${name} row ${String(place)}, ${(known(column) ?? '').toLowerCase()}`,
					message
				})
		};
	}
}

/** The figures of local authorities in a file; those of regions and the country are passed over. */
export function rowsOf(
	name: string,
	table: Table,
	kind: Exclude<PublishedKind, 'neighbours'>,
	problems: Problem[]
): readonly PublishedRow[] {
	const rows = new Map<string, PublishedRow>();
	for (const cells of cellsIn(name, table, problems)) {
		if (cells.text(['GEOGRAPHIC_LEVEL']).toLowerCase() !== LOCAL) continue;
		const about = councilIn(cells);
		if (about === null) continue;
		for (const [measure, column, year] of figuresIn(cells, kind, about.year)) {
			const value = countIn(cells, column);
			if (value === undefined) continue;
			const key = `${about.area} ${String(year)} ${measure}`;
			const before = rows.get(key);
			if (before === undefined) rows.set(key, { ...about, year, measure, value });
			else if (before.value !== value)
				cells.refuse(
					column,
					`${about.name} has ${told(before.value)} and ${told(value)} for ${String(year)} in one file; leave only the rows of all children in it`
				);
		}
	}
	if (rows.size === 0 && problems.length === 0)
		problems.push({
			place: name,
			message: `no row of a local authority has a figure of ${kind}; download the file with local authorities`
		});
	return [...rows.values()];
}

const told = (value: number | null): string => (value === null ? 'no figure' : String(value));

/** Which figures a row has, each with its column and the year that ends on 31 March. */
function figuresIn(
	cells: Cells,
	kind: Exclude<PublishedKind, 'neighbours'>,
	year: number
): readonly (readonly [PublishedMeasure, Column, number])[] {
	switch (kind) {
		case 'children in care': {
			const [measure] = MEASURES.find(([, pattern]) => pattern.test(cells.text(MEASURE))) ?? [];
			// Rates of a year are published over the population of the middle of the year before.
			return measure === undefined
				? []
				: [
						[measure, COUNT, year],
						['children', POPULATION, year]
					];
		}
		case 'population':
			return EVERY_CHILD.test(cells.text(AGES)) ? [['children', POPULATION, year + 1]] : [];
		case 'referrals':
			return [['referrals', REFERRALS, year]];
	}
}

function councilIn(
	cells: Cells
): Pick<PublishedRow, 'year' | 'area' | 'code' | 'name' | 'region'> | null {
	const old = cells.text(['OLD_LA_CODE']);
	const code = cells.text(['NEW_LA_CODE']);
	const written = cells.text(['TIME_PERIOD']);
	const year = yearIn(written);
	if (year === null) {
		cells.refuse(['TIME_PERIOD'], `'${written}' is not a year; write 2024 for 2023/24`);
		return null;
	}
	if (old === '' && code === '') {
		cells.refuse(['OLD_LA_CODE', 'NEW_LA_CODE'], 'the local authority has no code; write it in');
		return null;
	}
	return {
		year,
		area: old === '' ? code : old,
		code: code === '' ? old : code,
		name: cells.text(['LA_NAME']),
		region: cells.text(['REGION_NAME'])
	};
}

/** The year in which '2024', '202324', '2023/24' or '2023-24' ends. */
function yearIn(text: string): number | null {
	const [, first, second] = /^(20\d\d)(?:[-/]?(\d\d))?$/.exec(text) ?? [];
	if (first === undefined) return null;
	const start = Number(first);
	if (second === undefined) return start;
	return (start + 1) % 100 === Number(second) ? start + 1 : null;
}

/** The count in a cell; null where it is marked as not published, undefined where it is no count. */
function countIn(cells: Cells, column: Column): number | null | undefined {
	const text = cells.text(column);
	if (NO_FIGURE.has(text.toLowerCase())) return null;
	if (/^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.0+)?$/.test(text)) return Number(text.replace(/,/g, ''));
	cells.refuse(
		column,
		`'${text}' is not a count; write digits, or c, x, z, u, k, low or : where none is published`
	);
	return undefined;
}

/** The ten neighbours of each council, nearest first. */
export function neighboursOf(name: string, table: Table, problems: Problem[]): Neighbours {
	const neighbours = new Map<string, readonly string[]>();
	for (const cells of cellsIn(name, table, problems)) {
		const codeIn = (column: Column): string => {
			const text = cells.text(column);
			if (!/^\d{3}$/.test(text))
				cells.refuse(column, `'${text}' is not a local authority's code of three digits`);
			return text;
		};
		neighbours.set(codeIn(['OLD_LA_CODE']), NEIGHBOURS.map(codeIn));
	}
	return neighbours;
}
