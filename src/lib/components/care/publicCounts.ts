import {
	CARE_BANDS,
	RETURN_TYPE_IDS,
	suppress,
	type CareWindow,
	type CountLink,
	type CountPlace,
	type CountsToShow,
	type PublicCounts
} from '$lib/model';
import { countsOf, type TableName } from './careCounts';
import { USUAL_CHOICE, type OutlookChoice } from './choice';
import { outlookOf } from './outlook';

/** Everything of a window in which children are counted: its tables, and what stands beside its rates. */
type Shown = TableName | 'exitsByType' | 'movesByBand' | 'turned18';

/** A count of one of them; a total where a row or a column is null. */
interface Place extends Omit<CountPlace, 'table'> {
	readonly table: Shown;
}

/** Counts that add up to what others add up to. */
interface Link {
	readonly these: readonly Place[];
	readonly those: readonly Place[];
}

// A page asks for each table by itself, and all of them are hidden together; what is kept never changes.
const known = new WeakMap<CareWindow, Map<string, Readonly<Record<Shown, PublicCounts>>>>();

/**
 * The counts of a window as others may see them, hidden over all its tables together: what one of them hides does not
 * follow from the others.
 */
export function publicCounts(
	kept: CareWindow,
	choice: OutlookChoice = USUAL_CHOICE
): Readonly<Record<Shown, PublicCounts>> {
	const own = known.get(kept) ?? new Map<string, Readonly<Record<Shown, PublicCounts>>>();
	known.set(kept, own);
	const key = JSON.stringify(choice);
	const shown = own.get(key) ?? workedOut(kept, choice);
	own.set(key, shown);
	return shown;
}

/** The pairs of types between which children moved in a window, as 'movesByBand' has its rows. */
export function movePairs(
	moves: CareWindow['moves']
): readonly Pick<CareWindow['moves'][number], 'from' | 'to'>[] {
	return [
		...new Map(moves.map(({ from, to }) => [`${from} ${to}`, { from, to }] as const)).values()
	];
}

function workedOut(kept: CareWindow, choice: OutlookChoice): Readonly<Record<Shown, PublicCounts>> {
	const tables: Readonly<Record<Shown, CountsToShow>> = {
		types: ofTable(kept, 'types', choice),
		flows: ofTable(kept, 'flows', choice),
		ages: ofTable(kept, 'ages', choice),
		moves: ofTable(kept, 'moves', choice),
		reasons: ofTable(kept, 'reasons', choice),
		entries: ofTable(kept, 'entries', choice),
		phases: ofTable(kept, 'phases', choice),
		phaseExits: ofTable(kept, 'phaseExits', choice),
		providers: ofTable(kept, 'providers', choice),
		exitsByType: plain(
			CARE_BANDS.map((band) =>
				RETURN_TYPE_IDS.map((type) =>
					sum(kept.exits.filter((own) => own.band === band && own.type === type))
				)
			)
		),
		movesByBand: plain(
			movePairs(kept.moves).map(({ from, to }) =>
				CARE_BANDS.map((band) =>
					sum(kept.moves.filter((own) => own.band === band && own.from === from && own.to === to))
				)
			)
		),
		turned18: plain([[kept.turned18]])
	};
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
	const shown = suppress(
		names.map((name) => tables[name]),
		links
	);
	return Object.fromEntries(names.map((name, at) => [name, shown[at]])) as Record<
		Shown,
		PublicCounts
	>;
}

function ofTable(kept: CareWindow, name: TableName, choice: OutlookChoice): CountsToShow {
	const { rows, totals } = countsOf(kept, name, choice);
	return {
		counts: rows.map(({ counts }) => counts),
		totals: { rows: totals === 'both', columns: totals !== 'none' }
	};
}

const plain = (counts: CountsToShow['counts']): CountsToShow => ({
	counts,
	totals: { rows: false, columns: false }
});

/** What the tables of a window have in common. */
function linksOf(kept: CareWindow): readonly Link[] {
	const days = outlookOf(kept).days.filter((day) => day <= kept.to);
	const endOf = (year: number) => days.indexOf(`${String(year)}-03-31`);
	const own = kept.years.flatMap(({ year }, at) =>
		`${String(year - 1)}-04-01` >= kept.from && `${String(year)}-03-31` <= kept.to ? [at] : []
	);
	const isWhole = own.length > 0 && kept.from.endsWith('-04-01') && kept.to.endsWith('-03-31');
	const flow = (row: number, column: number): Place => ({ table: 'flows', row, column });
	const total = (table: Shown, row: number | null, column: number | null): Place => ({
		table,
		row,
		column
	});
	const last = days.indexOf(kept.to);
	const ageTypes = RETURN_TYPE_IDS.filter((type) => kept.closing.some((one) => one.type === type));
	const moveTypes = RETURN_TYPE_IDS.filter((type) =>
		kept.moves.some(({ from, to }) => from === type || to === type)
	);
	return [
		// Children of the last day by type, and in all.
		...(last < 0
			? []
			: [
					{ these: [total('types', null, last)], those: [total('ages', null, null)] },
					...kept.history.types.flatMap(({ type }, row) => {
						const column = ageTypes.indexOf(type);
						return column < 0
							? []
							: [
									{
										these: [total('types', row, last)],
										those: [total('ages', null, column)]
									}
								];
					})
				]),
		// Children of one 31 March and those of the next, by who came and who left.
		...kept.years.flatMap(({ year }, at) =>
			endOf(year - 1) < 0 || endOf(year) < 0
				? []
				: [
						{
							these: [total('types', null, endOf(year - 1)), flow(0, at)],
							those: [total('types', null, endOf(year)), flow(1, at)]
						}
					]
		),
		// Those who came and who left in the window.
		...(isWhole
			? [
					{ these: own.map((at) => flow(0, at)), those: [total('entries', null, null)] },
					{
						these: own.map((at) => flow(1, at)),
						those: [total('reasons', null, null), total('turned18', 0, 0)]
					}
				]
			: []),
		...(kept.exits.length === 0
			? []
			: CARE_BANDS.map((_, band) => ({
					these: RETURN_TYPE_IDS.map((_type, column) => total('exitsByType', band, column)),
					those: [total('reasons', null, band)]
				}))),
		// Children of the last day, and those who left, by how long they had been in care.
		...ageTypes.map((_, row) => ({
			these: [total('phases', row, null)],
			those: [total('ages', null, row)]
		})),
		...RETURN_TYPE_IDS.filter((type) => kept.durations.some((one) => one.type === type)).map(
			(type, row) => ({
				these: [total('phaseExits', row, null)],
				those: CARE_BANDS.map((_, band) =>
					total('exitsByType', band, RETURN_TYPE_IDS.indexOf(type))
				)
			})
		),
		...movePairs(kept.moves).map(({ from, to }, row) => ({
			these: CARE_BANDS.map((_, column) => total('movesByBand', row, column)),
			those: [total('moves', moveTypes.indexOf(from), moveTypes.indexOf(to))]
		}))
	];
}

function valueOf(tables: Readonly<Record<Shown, CountsToShow>>, places: readonly Place[]): number {
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

function sum(rows: readonly { readonly children: number }[]): number {
	return rows.reduce((all, { children }) => all + children, 0);
}
