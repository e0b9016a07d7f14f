import { hiddenCounts, isSmall, type Line, type Term } from './hiding';

/** What stands in the place of a count that is not shown. */
export const HIDDEN = 'c';

/** A count of children as others may see it. */
export type PublicCount = number | typeof HIDDEN;

/** A table of counts as others may see it, with the totals that are shown beside it. */
export interface PublicCounts {
	readonly cells: readonly (readonly PublicCount[])[];
	/** One a row; null where no totals of rows are shown. */
	readonly rowTotals: readonly PublicCount[] | null;
	/** One a column; null where no totals of columns are shown. */
	readonly columnTotals: readonly PublicCount[] | null;
	/** Of the whole table; null unless both kinds of totals are shown. */
	readonly total: PublicCount | null;
}

/** A count that stands by itself, as in a sentence, as others may see it. */
export function publicCount(count: number): PublicCount {
	return isSmall(count) ? HIDDEN : count;
}

/** A table of counts of children, and which totals are shown beside it: whoever sees them can take the cells off them. */
export interface CountsToShow {
	readonly counts: readonly (readonly number[])[];
	readonly totals: { readonly rows: boolean; readonly columns: boolean };
}

/** A count of one of several tables; the total of a row where no column is named, and of a column where no row is. */
export interface CountPlace {
	readonly table: number;
	readonly row: number | null;
	readonly column: number | null;
}

/** Counts of several tables of which everybody knows that the ones add up to what the others add up to. */
export interface CountLink {
	readonly these: readonly CountPlace[];
	readonly those: readonly CountPlace[];
}

/** What other tables tell of the same children: which counts must be hidden because of it, and which are known from it. */
export interface ToldElsewhere {
	readonly secret: readonly CountPlace[];
	readonly known: readonly CountPlace[];
}

/** Where the counts of one table stand in the list of all. */
interface Numbered {
	readonly cells: readonly (readonly number[])[];
	readonly rowTotals: readonly number[] | null;
	readonly columnTotals: readonly number[] | null;
	readonly total: number | null;
}

/** Hides the counts of 1 to 5 of tables that are seen together, and others so that none of them follows from all tables. */
export function suppress(
	tables: readonly CountsToShow[],
	links: readonly CountLink[] = [],
	{ secret, known }: ToldElsewhere = { secret: [], known: [] }
): readonly PublicCounts[] {
	const counts: number[] = [];
	const lines: Line[] = [];
	const number = (count: number): number => counts.push(count) - 1;
	const numbered = tables.map((table) => numberedTable(table, number, lines));
	for (const { these, those } of links)
		lines.push([
			...these.map((place): Term => ({ count: placeOf(numbered, place), sign: 1 })),
			...those.map((place): Term => ({ count: placeOf(numbered, place), sign: -1 }))
		]);
	const numbers = (places: readonly CountPlace[]) =>
		new Set(places.map((place) => placeOf(numbered, place)));
	const isHidden = hiddenCounts(counts, lines, { secret: numbers(secret), known: numbers(known) });
	const shown = (count: number): PublicCount => (isHidden[count] ? HIDDEN : (counts[count] ?? 0));
	return numbered.map(({ cells, rowTotals, columnTotals, total }) => ({
		cells: cells.map((row) => row.map(shown)),
		rowTotals: rowTotals?.map(shown) ?? null,
		columnTotals: columnTotals?.map(shown) ?? null,
		total: total === null ? null : shown(total)
	}));
}

function numberedTable(
	{ counts, totals }: CountsToShow,
	number: (count: number) => number,
	lines: Line[]
): Numbered {
	const width = counts[0]?.length ?? 0;
	for (const row of counts) {
		if (row.length !== width) throw new Error('Every row of a table of counts is as long.');
		for (const count of row)
			if (!Number.isInteger(count) || count < 0)
				throw new Error(`${count} is not a count of children.`);
	}
	const columns = Array.from({ length: width }, (_, c) => counts.map((row) => row[c] ?? 0));
	const adding = (parts: readonly number[], total: number) => {
		lines.push([...parts.map((count): Term => ({ count, sign: 1 })), { count: total, sign: -1 }]);
		return total;
	};
	const cells = counts.map((row) => row.map(number));
	const rowTotals = totals.rows
		? counts.map((row, r) => adding(cells[r] ?? [], number(sum(row))))
		: null;
	const columnTotals = totals.columns
		? columns.map((column, c) =>
				adding(
					cells.map((row) => row[c] ?? 0),
					number(sum(column))
				)
			)
		: null;
	if (rowTotals === null || columnTotals === null)
		return { cells, rowTotals, columnTotals, total: null };
	const total = adding(rowTotals, number(sum(counts.map(sum))));
	adding(columnTotals, total);
	return { cells, rowTotals, columnTotals, total };
}

function placeOf(numbered: readonly Numbered[], { table, row, column }: CountPlace): number {
	const own = numbered[table];
	const found =
		row === null
			? column === null
				? own?.total
				: own?.columnTotals?.[column]
			: column === null
				? own?.rowTotals?.[row]
				: own?.cells[row]?.[column];
	if (found === undefined || found === null)
		throw new Error(`Table ${table} shows no count at row ${row} and column ${column}.`);
	return found;
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
