import { HIDDEN, type CareWindow, type PublicCount, type PublicCounts } from '$lib/model';
import { countsOf, type Counts, type TableName } from './careCounts';
import { USUAL_CHOICE, type OutlookChoice } from './choice';
import { publicCounts } from './publicCounts';

/** A table of counts of children, as the council itself may see it and as others may. */
export interface CountTable extends Counts {
	readonly shown: PublicTable;
}

/** What others may see of a table: small counts, and what they would follow from, are hidden. */
interface PublicTable {
	readonly rows: readonly {
		readonly label: string;
		readonly counts: readonly PublicCount[];
		readonly total: PublicCount | null;
	}[];
	/** Totals of the columns, and of all where rows have totals too; null where none are shown. */
	readonly totals: readonly PublicCount[] | null;
	readonly isHiding: boolean;
}

/** A table of a window by its name, hidden with those of all windows that are kept; expected children are those of the model that is chosen. */
export function countTable(
	kept: CareWindow,
	name: TableName,
	windows: readonly CareWindow[],
	choice: OutlookChoice = USUAL_CHOICE
): CountTable {
	const own = countsOf(kept, name, choice);
	return { ...own, shown: publicTable(own, publicCounts(kept, windows, choice)[name]) };
}

function publicTable({ rows }: Counts, own: PublicCounts): PublicTable {
	return {
		rows: rows.map(({ label }, at) => ({
			label,
			counts: own.cells[at] ?? [],
			total: own.rowTotals?.[at] ?? null
		})),
		totals:
			own.columnTotals === null
				? null
				: [...own.columnTotals, ...(own.total === null ? [] : [own.total])],
		isHiding: [own.cells.flat(), own.rowTotals ?? [], own.columnTotals ?? []].some((counts) =>
			counts.includes(HIDDEN)
		)
	};
}
