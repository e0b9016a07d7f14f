import {
	HIDDEN,
	isSmall,
	suppress,
	type CareWindow,
	type CountLink,
	type CountPlace,
	type PublicCount,
	type PublicCounts,
	type ToldElsewhere
} from '$lib/model';
import { sharedCounts } from './betweenWindows';
import { USUAL_CHOICE, type OutlookChoice } from './choice';
import { linksOf, shownTables, type Place, type Shown, type ShownTable } from './shownTables';

/** The counts of a window as others may see them, by table. */
export type ShownCounts = Readonly<Record<Shown, PublicCounts>>;

interface Known {
	/** The windows that were looked at first. */
	readonly before: readonly CareWindow[];
	readonly choice: string;
	readonly shown: ShownCounts;
}

// A page asks for each table by itself, and all of them are hidden together; what is kept never changes.
const known = new WeakMap<CareWindow, Known>();

/**
 * The counts of a window as others may see them, hidden over all its tables together: what one of them hides does not
 * follow from the others. The windows that are kept are looked at in one order: a count is also hidden where what an
 * earlier one shows differs from it by 1 to 5 children, or where that hides the same count.
 */
export function publicCounts(
	kept: CareWindow,
	windows: readonly CareWindow[],
	choice: OutlookChoice = USUAL_CHOICE
): ShownCounts {
	return shownAfter(
		kept,
		windows.filter(({ id }) => id < kept.id).sort((a, b) => (a.id < b.id ? -1 : 1)),
		choice
	);
}

function shownAfter(
	kept: CareWindow,
	before: readonly CareWindow[],
	choice: OutlookChoice | null
): ShownCounts {
	const key = JSON.stringify(choice);
	const own = known.get(kept);
	if (own?.choice === key && isSameList(own.before, before)) return own.shown;
	const shown = workedOut(kept, before, choice);
	// What is only looked at on the way to another window takes no place from what its own page asks for.
	if (choice !== null || own === undefined) known.set(kept, { before, choice: key, shown });
	return shown;
}

const isSameList = (one: readonly CareWindow[], other: readonly CareWindow[]): boolean =>
	one.length === other.length && one.every((own, at) => own === other[at]);

function workedOut(
	kept: CareWindow,
	before: readonly CareWindow[],
	choice: OutlookChoice | null
): ShownCounts {
	const tables = shownTables(kept, choice);
	const names = Object.keys(tables) as Shown[];
	const numbered = ({ table, row, column }: Place): CountPlace => ({
		table: names.indexOf(table),
		row,
		column
	});
	// What does not add up tells nothing: a child whose row was mended may be counted in one place alone.
	const links = linksOf(kept)
		.filter(({ these, those }) => valueOf(tables, these) === valueOf(tables, those))
		.map(({ these, those }): CountLink => ({
			these: these.map(numbered),
			those: those.map(numbered)
		}));
	const elsewhere = before.map((earlier, at): ToldElsewhere => {
		const told = toldBy(kept, tables, earlier, before.slice(0, at));
		return { secret: told.secret.map(numbered), known: told.known.map(numbered) };
	});
	const shown = suppress(
		names.map((name) => tables[name]),
		links,
		{
			secret: elsewhere.flatMap(({ secret }) => secret),
			known: elsewhere.flatMap((own) => own.known)
		}
	);
	return Object.fromEntries(names.map((name, at) => [name, shown[at]])) as ShownCounts;
}

type Tables = Readonly<Record<Shown, ShownTable>>;

/** What an earlier window tells of the counts of this one. */
function toldBy(
	kept: CareWindow,
	tables: Tables,
	earlier: CareWindow,
	before: readonly CareWindow[]
): { readonly secret: readonly Place[]; readonly known: readonly Place[] } {
	const shown = shownAfter(earlier, before, null);
	const earlierTables = shownTables(earlier, null);
	const secret: Place[] = [];
	const isKnown: Place[] = [];
	for (const { theirs, own } of sharedCounts(
		{ window: earlier, tables: earlierTables },
		{ window: kept, tables }
	)) {
		const difference = Math.abs(valueOf(earlierTables, theirs) - valueOf(tables, own));
		const isHidden = theirs.some((place) => shownAt(shown, place) === HIDDEN);
		if (isHidden ? difference === 0 : isSmall(difference)) secret.push(...own);
		else if (!isHidden && difference === 0 && own.length === 1) isKnown.push(...own);
	}
	return { secret, known: isKnown };
}

function shownAt(shown: ShownCounts, { table, row, column }: Place): PublicCount | null {
	const { cells, rowTotals, columnTotals, total } = shown[table];
	if (row === null) return (column === null ? total : columnTotals?.[column]) ?? null;
	return (column === null ? rowTotals?.[row] : cells[row]?.[column]) ?? null;
}

function valueOf(tables: Tables, places: readonly Place[]): number {
	return places.reduce((all, { table, row, column }) => {
		const rows = tables[table].counts.filter((_, r) => row === null || r === row);
		return (
			all +
			rows
				.flatMap((counts) => counts.filter((_, c) => column === null || c === column))
				.reduce((sum, count) => sum + count, 0)
		);
	}, 0);
}
