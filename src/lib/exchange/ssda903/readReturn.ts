import {
	calendarYearOf,
	nextEndOfMarch,
	type EpisodeRow,
	type HeaderRow,
	type Problem,
	type ReturnRows,
	type UascRow
} from '$lib/model';
import {
	cellsOf,
	episodeRow,
	headerRow,
	NEEDED_COLUMNS,
	sortOf,
	uascRow,
	type Cells,
	type ReturnFile
} from './rows';
import { readTable, type Table } from '../delimited/table';
import { textOf } from '../delimited/text';
import { unzipped, type GivenFile } from './zip';

/** The rows of all files that could be read, and why each other file was refused whole. */
export interface ReadReturn {
	readonly rows: ReturnRows;
	readonly problems: readonly Problem[];
	/** Files that are tables but none that is needed, such as reviews. */
	readonly passedOver: readonly string[];
}

/** A table that has found its sort. */
interface Sorted {
	readonly name: string;
	readonly at: number;
	readonly sort: ReturnFile;
	readonly table: Table;
}

/** Told while files are read: the file at hand, and the share of all of them that is done, 0 to 1. */
type ReadingProgress = (name: string, share: number) => void;

/** Reads the files of one or more years' returns, zipped or not, in any order. From a file with a problem nothing is taken. */
export function readReturn(
	given: readonly GivenFile[],
	tell: ReadingProgress = () => undefined
): ReadReturn {
	const problems: Problem[] = [];
	const passedOver: string[] = [];
	const files = given.flatMap((file) => {
		const inside = unzipped(file);
		if (inside.ok) return inside.files;
		problems.push(...inside.problems);
		return [];
	});
	const size = files.reduce((sum, { bytes }) => sum + bytes.length, 1);
	let done = 0;
	const sorted = files.flatMap(({ name, bytes }, at): Sorted[] => {
		// Half of the work is to part a file into cells, and half to read these.
		tell(name, done / size);
		done += bytes.length / 2;
		const read = readTable(name, textOf(bytes));
		if (!read.ok) {
			problems.push(...read.problems);
			return [];
		}
		const { table } = read;
		const sort = sortOf(table);
		if (sort === null) {
			passedOver.push(name);
			return [];
		}
		const missing = NEEDED_COLUMNS[sort].filter((column) => !table.columns.has(column));
		if (missing.length > 0) {
			problems.push({
				place: `${name} row 1`,
				message: `the heading lacks ${missing.join(', ')}; a file of ${sort} needs ${NEEDED_COLUMNS[sort].join(', ')}`
			});
			return [];
		}
		return [{ name, at, sort, table }];
	});
	const headers: HeaderRow[] = [];
	const episodes: EpisodeRow[] = [];
	const uasc: UascRow[] = [];
	const yearOfFolder = yearsByFolder(sorted);
	for (const file of sorted) {
		tell(file.name, done / size);
		done += (files[file.at]?.bytes.length ?? 0) / 2;
		const fileYear = yearInName(file.name) ?? yearOfFolder.get(folderOf(file.name)) ?? null;
		if (file.sort === 'header') take(file, fileYear, headerRow, headers, problems);
		else if (file.sort === 'episodes') take(file, fileYear, episodeRow, episodes, problems);
		else take(file, fileYear, uascRow, uasc, problems);
	}
	return {
		rows: { files: files.map(({ name }) => name), headers, episodes, uasc },
		problems,
		passedOver
	};
}

/** Adds the rows of a file to those read so far, all of them or none. */
function take<Row>(
	file: Sorted,
	fileYear: number | null,
	rowOf: (cells: Cells, year: number) => Row,
	rows: Row[],
	problems: Problem[]
): void {
	const own: Problem[] = [];
	const read: Row[] = [];
	const hasYears = file.table.columns.has('YEAR');
	if (!hasYears && fileYear === null) {
		problems.push({
			place: file.name,
			message:
				'the year of the return is not known; put each year’s files into a folder named by it, such as 2024, or the year into the file’s name'
		});
		return;
	}
	for (const cells of cellsOf(file, file.table, own)) {
		const year = hasYears ? yearIn(cells, file.name, own) : (fileYear ?? 0);
		read.push(rowOf(cells, year));
	}
	if (own.length > 0) problems.push(...own);
	// Not spread: a file may have more rows than a call takes arguments.
	else for (const row of read) rows.push(row);
}

function yearIn(cells: Cells, name: string, problems: Problem[]): number {
	const written = cells.plain('YEAR');
	const year = /^(?:19|20)\d\d(?:\.0)?$/.test(written) ? Number(written) : null;
	if (year === null)
		problems.push({
			place: `${name} row ${String(cells.row)}, YEAR`,
			message: `'${written}' is not the year of a return; write 2024 for 2023/24`
		});
	return year ?? 0;
}

const folderOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1);

/** The year that a name tells: 2024 of '2024/header.csv', 'episodes_2023-24.csv' or '2023_2024.csv'; null where it tells none or several. */
export function yearInName(name: string): number | null {
	const told = new Set<number>();
	for (const match of name.matchAll(/(?<!\d)(20\d\d)(?:[-_ ]?(?:20)?(\d\d))?(?!\d)/g)) {
		const [first, second] = [Number(match[1]), match[2]];
		if (second === undefined) told.add(first);
		else if ((first + 1) % 100 === Number(second)) told.add(first + 1);
		else return null;
	}
	const [year] = told;
	return told.size === 1 && year !== undefined ? year : null;
}

/** The year of a folder without one in its name: that of the last day in its only episodes file. */
function yearsByFolder(files: readonly Sorted[]): ReadonlyMap<string, number> {
	const byFolder = new Map<string, Sorted[]>();
	for (const file of files) {
		if (file.sort !== 'episodes' || file.table.columns.has('YEAR')) continue;
		const folder = folderOf(file.name);
		byFolder.set(folder, [...(byFolder.get(folder) ?? []), file]);
	}
	const years = new Map<string, number>();
	for (const [folder, [file, ...others]] of byFolder) {
		if (file === undefined || others.length > 0) continue;
		let last = -Infinity;
		for (const cells of cellsOf(file, file.table, []))
			last = Math.max(last, cells.day('DECOM') ?? last, cells.day('DEC') ?? last);
		if (Number.isFinite(last)) years.set(folder, calendarYearOf(nextEndOfMarch(last)));
	}
	return years;
}
