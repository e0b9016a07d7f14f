import {
	dayOf,
	parseDay,
	placementListOf,
	PROVIDER_CODES,
	START_REASONS,
	type DayNumber,
	type EpisodeRow,
	type HeaderRow,
	type Problem,
	type UascRow
} from '$lib/model';
import type { Table, TableRow } from '../delimited/table';

/** The files of a return that are read. */
export type ReturnFile = 'header' | 'episodes' | 'uasc';

/** The columns without which a file of a sort cannot be read. */
export const NEEDED_COLUMNS: Readonly<Record<ReturnFile, readonly string[]>> = {
	header: ['CHILD', 'DOB'],
	episodes: ['CHILD', 'DECOM', 'RNE', 'PLACE', 'PLACE_PROVIDER', 'DEC', 'REC'],
	uasc: ['CHILD', 'DUC']
};

/** Which file of the return a table is; null for one that is not read, such as reviews. */
export function sortOf({ columns }: Table): ReturnFile | null {
	if (columns.has('DECOM')) return 'episodes';
	if (columns.has('DUC')) return 'uasc';
	return columns.has('DOB') && columns.has('SEX') ? 'header' : null;
}

/** The cells of one row, read by column, with the problems that come up. */
export interface Cells {
	readonly file: number;
	readonly row: number;
	/** The upper-case text of a cell; empty where the column is not there. */
	readonly text: (column: string) => string;
	/** The text as it stands. */
	readonly plain: (column: string) => string;
	/** A date; null where the cell is blank or, with a problem noted, no date. */
	readonly day: (column: string) => DayNumber | null;
	/** A code that must be one of a list, or blank. */
	readonly code: (column: string, isKnown: (code: string) => boolean, list: string) => string;
}

/** The cells of the rows of a table, one after the other: each holds until the next is asked for. */
export function* cellsOf(
	file: { readonly name: string; readonly at: number },
	{ columns, rows }: Table,
	problems: Problem[]
): Generator<Cells> {
	// A return repeats few days many times.
	const days = new Map<string, DayNumber | null>();
	let current: TableRow = { cells: [], place: 0 };
	const plain = (column: string): string => {
		const at = columns.get(column);
		return at === undefined ? '' : (current.cells[at] ?? '').trim();
	};
	const text = (column: string): string => plain(column).toUpperCase();
	const refuse = (column: string, message: string) => {
		problems.push({ place: `${file.name} row ${String(current.place)}, ${column}`, message });
	};
	const day = (column: string): DayNumber | null => {
		const written = plain(column);
		if (written === '') return null;
		let known = days.get(written);
		if (known === undefined) days.set(written, (known = readDay(written)));
		if (known === null)
			refuse(column, `'${written}' is not a date; write it as 31/03/2024 or 2024-03-31`);
		return known;
	};
	const code: Cells['code'] = (column, isKnown, list) => {
		const written = text(column);
		if (written !== '' && !isKnown(written))
			refuse(column, `'${written}' is not in the list of ${list}`);
		return written;
	};
	for (current of rows()) yield { file: file.at, row: current.place, plain, text, day, code };
}

/** Reads a date of the return: 31/03/2024 as returned, or 2024-03-31. */
function readDay(text: string): DayNumber | null {
	const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: 00:00(?::00)?)?$/.exec(text);
	return match === null
		? parseDay(text)
		: dayOf(Number(match[3]), Number(match[2]), Number(match[1]));
}

/** One row of a header file. */
export function headerRow(cells: Cells, year: number): HeaderRow {
	const { file, row, plain, text, day } = cells;
	return {
		file,
		row,
		child: plain('CHILD'),
		sex: text('SEX'),
		born: day('DOB'),
		ethnicity: text('ETHNIC'),
		council: plain('LA'),
		year
	};
}

/** One row of an episodes file. */
export function episodeRow(cells: Cells, year: number): EpisodeRow {
	const { file, row, plain, text, day, code } = cells;
	return {
		file,
		row,
		child: plain('CHILD'),
		start: day('DECOM'),
		end: day('DEC'),
		startReason: code('RNE', (one) => START_REASONS.has(one), 'reasons for a new episode (RNE)'),
		endReason: text('REC'),
		legalStatus: text('LS'),
		placement: code(
			'PLACE',
			(one) => placementListOf(one, year) !== 'unknown',
			'placement codes of any year'
		),
		provider: code('PLACE_PROVIDER', (one) => PROVIDER_CODES.has(one), 'providers, PR0 to PR5'),
		year
	};
}

/** One row of a file of unaccompanied asylum-seeking children. */
export function uascRow(cells: Cells, year: number): UascRow {
	const { file, row, plain, day } = cells;
	return { file, row, child: plain('CHILD'), ceases: day('DUC'), year };
}
