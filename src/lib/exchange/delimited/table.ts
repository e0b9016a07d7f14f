import Papa from 'papaparse';
import type { Problem } from '$lib/model';

/** A table as a file has it: its columns by upper-case name, and its rows of texts. */
export interface Table {
	/** Where each column stands. */
	readonly columns: ReadonlyMap<string, number>;
	readonly rows: readonly (readonly string[])[];
	/** The row of the file in which each row stands, as a spreadsheet counts, the heading being 1. */
	readonly places: readonly number[];
}

/** What became of reading a file: a table, or why it is none. */
export type ReadTable =
	| { readonly ok: true; readonly table: Table }
	| { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads comma-, semicolon- or tab-separated text with a heading row; rows without any text are passed over. */
export function readTable(file: string, text: string): ReadTable {
	// Files that were put together from several have line ends of several kinds.
	const { data, errors } = Papa.parse<string[]>(text.replace(/\r\n?/g, '\n'), {
		newline: '\n',
		delimitersToGuess: [',', ';', '\t'],
		skipEmptyLines: false
	});
	const quote = errors.find(({ type }) => type === 'Quotes');
	if (quote !== undefined)
		return refused(`${file} row ${String((quote.row ?? 0) + 1)}`, 'a quotation mark is not closed');
	const [heading, ...rows] = data;
	if (heading === undefined || isEmpty(heading))
		return refused(file, 'the file has no heading row');
	const columns = new Map(heading.map((name, i) => [name.trim().toUpperCase(), i]));
	const kept = rows.flatMap((row, i) => (isEmpty(row) ? [] : [{ row, place: i + 2 }]));
	const ragged = kept.find(({ row }) => row.length > heading.length);
	if (ragged !== undefined)
		return refused(
			`${file} row ${String(ragged.place)}`,
			`it has ${String(ragged.row.length)} cells and the heading ${String(heading.length)}; put quotation marks around a text that has a comma`
		);
	return {
		ok: true,
		table: {
			columns,
			rows: kept.map(({ row }) => row),
			places: kept.map(({ place }) => place)
		}
	};
}

function isEmpty(row: readonly string[]): boolean {
	return row.every((cell) => cell.trim() === '');
}

function refused(place: string, message: string): ReadTable {
	return { ok: false, problems: [{ place, message }] };
}
