import Papa from 'papaparse';
import type { Problem } from '$lib/model';

/** A table as a file has it: its columns by upper-case name, and its rows of texts. */
export interface Table {
	/** Where each column stands. */
	readonly columns: ReadonlyMap<string, number>;
	/** The rows that have any text, each cut into its cells when its turn comes: a large file is never held twice. */
	readonly rows: () => Iterable<TableRow>;
}

/** One row of a table. */
export interface TableRow {
	readonly cells: readonly string[];
	/** The row of the file in which it stands, as a spreadsheet counts, the heading being 1. */
	readonly place: number;
}

/** What became of reading a file: a table, or why it is none. */
export type ReadTable =
	| { readonly ok: true; readonly table: Table }
	| { readonly ok: false; readonly problems: readonly Problem[] };

const SEPARATORS = [',', ';', '\t'];
// Ten rows tell how a file parts its cells, and are in so much of it.
const ENOUGH_TO_TELL = 65_536;

/** Reads comma-, semicolon- or tab-separated text with a heading row; rows without any text are passed over. */
export function readTable(file: string, given: string): ReadTable {
	// Files that were put together from several have line ends of several kinds.
	const text = given.includes('\r') ? given.replace(/\r\n?/g, '\n') : given;
	const { delimiter } = Papa.parse<string[]>(text.slice(0, ENOUGH_TO_TELL), {
		newline: '\n',
		delimitersToGuess: SEPARATORS,
		preview: 1
	}).meta;
	let lines: Lines;
	// Without quotation marks a line is a row, which need not be read letter by letter.
	if (!text.includes('"')) lines = plainLines(text, delimiter);
	else {
		const { data, errors } = Papa.parse<string[]>(text, { newline: '\n', delimiter });
		const quote = errors.find(({ type }) => type === 'Quotes');
		if (quote !== undefined)
			return refused(
				`${file} row ${String((quote.row ?? 0) + 1)}`,
				'a quotation mark is not closed'
			);
		const cellsOf = (i: number) => data[i] ?? [];
		lines = { count: data.length, cellsOf, widthOf: (i) => cellsOf(i).length };
	}
	const heading = lines.cellsOf(0);
	if (isEmpty(heading)) return refused(file, 'the file has no heading row');
	for (let i = 1; i < lines.count; i++)
		if (lines.widthOf(i) > heading.length && !isEmpty(lines.cellsOf(i)))
			return refused(
				`${file} row ${String(i + 1)}`,
				`it has ${String(lines.widthOf(i))} cells and the heading ${String(heading.length)}; put quotation marks around a text that has a comma`
			);
	return {
		ok: true,
		table: {
			columns: new Map(heading.map((name, i) => [name.trim().toUpperCase(), i])),
			rows: () => rowsOf(lines)
		}
	};
}

/** The lines of a text, the heading first, and the cells of each. */
interface Lines {
	readonly count: number;
	readonly cellsOf: (line: number) => readonly string[];
	/** How many cells it has. */
	readonly widthOf: (line: number) => number;
}

function plainLines(text: string, delimiter: string): Lines {
	const lines = text.split('\n');
	const code = delimiter.charCodeAt(0);
	return {
		count: lines.length,
		cellsOf: (i) => (lines[i] ?? '').split(delimiter),
		widthOf: (i) => {
			const line = lines[i] ?? '';
			let width = 1;
			for (let at = 0; at < line.length; at++) if (line.charCodeAt(at) === code) width++;
			return width;
		}
	};
}

function* rowsOf({ count, cellsOf }: Lines): Generator<TableRow> {
	for (let i = 1; i < count; i++) {
		const cells = cellsOf(i);
		if (!isEmpty(cells)) yield { cells, place: i + 1 };
	}
}

function isEmpty(row: readonly string[]): boolean {
	return row.every((cell) => cell.trim() === '');
}

function refused(place: string, message: string): ReadTable {
	return { ok: false, problems: [{ place, message }] };
}
