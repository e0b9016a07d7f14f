/** Counts of children up to this are not shown to anybody outside: 1 to 5, as the Department's statistics do it. */
const LARGEST_HIDDEN_COUNT = 5;

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

/** Which totals are shown beside a table: whoever sees them can take the cells off them. */
export interface ShownTotals {
	readonly rows: boolean;
	readonly columns: boolean;
}

/**
 * A count between a line of cells that goes down and one that goes across. Each line adds up to 0, in which totals of
 * rows and of columns count against their cells; a line without a total is no constraint, and all such are one.
 */
interface Edge {
	readonly row: number;
	readonly column: number;
	readonly count: number;
	readonly isAgainst: boolean;
	isHidden: boolean;
}

/**
 * Hides counts of 1 to 5, and as few and as small others as it finds so that none of them follows from what is shown.
 *
 * A hidden count is safe when the table could as well be another one in which it is larger or smaller, all that is
 * shown staying as it is, and hidden counts being 1 or more. Such another table is a closed walk through the lines of
 * the table, one more and one less in turn; the cheapest walk says which others must be hidden.
 */
export function suppress(counts: readonly (readonly number[])[], shown: ShownTotals): PublicCounts {
	const width = counts[0]?.length ?? 0;
	for (const row of counts) {
		if (row.length !== width) throw new Error('Every row of a table of counts is as long.');
		for (const count of row)
			if (!Number.isInteger(count) || count < 0)
				throw new Error(`${count} is not a count of children.`);
	}
	const rowSums = counts.map(sum);
	const columnSums = Array.from({ length: width }, (_, column) =>
		sum(counts.map((row) => row[column] ?? 0))
	);
	const rowLine = (row: number) => (shown.rows ? row : 0);
	const columnLine = (column: number) => (shown.columns ? column : 0);
	const edge = (row: number, column: number, count: number, isAgainst: boolean): Edge => ({
		row,
		column,
		count,
		isAgainst,
		isHidden: count > 0 && count <= LARGEST_HIDDEN_COUNT
	});
	const cells = counts.map((row, r) =>
		row.map((count, c) => edge(rowLine(r), columnLine(c), count, false))
	);
	const totalRow = shown.rows ? counts.length : 0;
	const totalColumn = shown.columns ? width : 0;
	const rowTotals = shown.rows
		? rowSums.map((count, r) => edge(rowLine(r), totalColumn, count, true))
		: null;
	const columnTotals = shown.columns
		? columnSums.map((count, c) => edge(totalRow, columnLine(c), count, true))
		: null;
	const total =
		shown.rows && shown.columns ? edge(totalRow, totalColumn, sum(rowSums), false) : null;
	const edges = [
		...cells.flat(),
		...(rowTotals ?? []),
		...(columnTotals ?? []),
		...(total === null ? [] : [total])
	];
	if (shown.rows || shown.columns)
		for (const secret of edges.filter(({ isHidden }) => isHidden)) hideWith(secret, edges);
	return {
		cells: cells.map((row) => row.map(publicCount)),
		rowTotals: rowTotals?.map(publicCount) ?? null,
		columnTotals: columnTotals?.map(publicCount) ?? null,
		total: total === null ? null : publicCount(total)
	};
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

const publicCount = ({ count, isHidden }: Edge): PublicCount => (isHidden ? HIDDEN : count);

/** Hides the cheapest set of further counts that lets one hidden count be larger or smaller. */
function hideWith(secret: Edge, edges: readonly Edge[]): void {
	const ways = ([1, -1] as const).flatMap((step) => {
		const way = canMove(secret, step) ? cheapestWay(secret, step, edges) : null;
		return way === null ? [] : [way];
	});
	const cheapest = ways.reduce((best, way) => (way.cost < best.cost ? way : best), ways[0] ?? none);
	for (const edge of cheapest.edges) edge.isHidden = true;
}

interface Way {
	readonly cost: number;
	readonly edges: readonly Edge[];
}

const none: Way = { cost: 0, edges: [] };

/** Whether a count, as it stands in its lines, may be one more or one less and still be one that is hidden. */
function canMove({ count, isAgainst }: Edge, step: 1 | -1): boolean {
	// A count of 0 is never hidden: whoever sees "c" knows that there is somebody.
	if (count === 0) return false;
	return (isAgainst ? -step : step) > 0 || count >= 2;
}

/**
 * The cheapest walk from the column of a hidden count back to its row, when that count takes the step: each column on it
 * is made good by the opposite step, each row by the same. What is hidden already costs nothing, others their count.
 */
function cheapestWay(secret: Edge, step: 1 | -1, edges: readonly Edge[]): Way | null {
	const start = `column ${secret.column}`;
	const end = `row ${secret.row}`;
	const best = new Map<string, Way>([[start, none]]);
	const done = new Set<string>();
	for (;;) {
		const next = [...best]
			.filter(([line]) => !done.has(line))
			.reduce<[string, Way] | null>(
				(found, entry) => (found === null || entry[1].cost < found[1].cost ? entry : found),
				null
			);
		if (next === null) return null;
		const [line, way] = next;
		if (line === end) return way;
		done.add(line);
		for (const edge of edges) {
			const isColumn = line === `column ${edge.column}`;
			if (edge === secret || !(isColumn || line === `row ${edge.row}`)) continue;
			if (!canMove(edge, isColumn ? (-step as 1 | -1) : step)) continue;
			const other = isColumn ? `row ${edge.row}` : `column ${edge.column}`;
			const cost = way.cost + (edge.isHidden ? 0 : edge.count);
			const known = best.get(other);
			if (known === undefined || cost < known.cost)
				best.set(other, { cost, edges: [...way.edges, edge] });
		}
	}
}
