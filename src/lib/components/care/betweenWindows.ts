import { RETURN_TYPE_IDS, type CareWindow } from '$lib/model';
import type { Place, Shown, ShownTable } from './shownTables';

/** A window with its tables. */
interface Told {
	readonly window: CareWindow;
	readonly tables: Readonly<Record<Shown, ShownTable>>;
}

/** Counts of an earlier window and of another that are of the same children, or of which the ones are a part of the others. */
interface Shared {
	readonly theirs: readonly Place[];
	readonly own: readonly Place[];
}

const OF_HISTORY: readonly Shown[] = ['types', 'flows'];
const OF_LAST_DAY: readonly Shown[] = ['ages', 'phases', 'bands'];
const OF_WINDOW: readonly Shown[] = [
	'moves',
	'reasons',
	'entries',
	'phaseExits',
	'exitsByType',
	'movesByBand',
	'turned18'
];

/** The counts that a reader of two windows can hold against each other. */
export function sharedCounts(earlier: Told, own: Told): readonly Shared[] {
	const [one, other] = [earlier.window, own.window];
	const isPart = (part: CareWindow, of: CareWindow) =>
		part.children === of.children || of.children === 'all';
	const isWithin = (part: CareWindow, of: CareWindow) =>
		isPart(part, of) && of.from <= part.from && part.to <= of.to;
	if (!isPart(one, other) && !isPart(other, one)) return [];
	const names = [
		...OF_HISTORY,
		...(one.to === other.to ? OF_LAST_DAY : []),
		...(isWithin(one, other) || isWithin(other, one) ? OF_WINDOW : [])
	];
	const putTogether = new Set<string>([...one.merged, ...other.merged]);
	const isSameTypes = one.merged.join() === other.merged.join();
	/** What a row or column is in both windows: types that one of them has in other are other. */
	const keyOf = (key: string): string | null => {
		const parts = key.split(' ').map((part) => (putTogether.has(part) ? 'other' : part));
		// A move within other is a move in one window and none in another.
		return !isSameTypes && parts.length === 2 && parts[0] === parts[1] ? null : parts.join(' ');
	};
	return names.flatMap((name) => {
		const theirs = placesOf(name, earlier.tables[name], keyOf, isSameTypes);
		return [...placesOf(name, own.tables[name], keyOf, isSameTypes)].flatMap(([key, places]) => {
			const there = theirs.get(key);
			return there === undefined ? [] : [{ theirs: there, own: places }];
		});
	});
}

/** The counts of a table by what they are of, totals among them. */
function placesOf(
	name: Shown,
	{ rows, columns, totals }: ShownTable,
	keyOf: (key: string) => string | null,
	isSameTypes: boolean
): ReadonlyMap<string, Place[]> {
	const found = new Map<string, Place[]>();
	const lines = (keys: readonly (string | null)[], hasTotal: boolean) => [
		...keys.flatMap((key, at) => {
			const own = key === null ? null : keyOf(key);
			return own === null ? [] : [{ at, key: own }];
		}),
		...(hasTotal ? [{ at: null, key: 'all' }] : [])
	];
	for (const row of lines(rows, totals.columns))
		for (const column of lines(columns, totals.rows)) {
			if (row.at === null && column.at === null && !(totals.rows && totals.columns)) continue;
			if (name === 'moves' && !isSameTypes && isLostMove(row.key, column.key)) continue;
			const key = `${row.key}|${column.key}`;
			const places = found.get(key) ?? [];
			found.set(key, places);
			places.push({ table: name, row: row.at, column: column.at });
		}
	return found;
}

/** A move that is one only where its types are told apart, or a total that has such moves. */
function isLostMove(from: string, to: string): boolean {
	const isType = (key: string) => RETURN_TYPE_IDS.some((type) => type === key && type !== 'other');
	return !(isType(from) || isType(to)) || [from, to].includes('all');
}
