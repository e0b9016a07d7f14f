import {
	bandOf,
	CARE_BANDS,
	RETURN_TYPE_IDS,
	type CareWindow,
	type CountPlace,
	type CountsToShow
} from '$lib/model';
import { countsOf, TABLE_NAMES, type TableName } from './careCounts';
import { USUAL_CHOICE, type OutlookChoice } from './choice';

/** Everything of a window in which children are counted: its tables, what stands beside its rates, and what its shares say. */
export type Shown = TableName | 'exitsByType' | 'movesByBand' | 'turned18' | 'bands';

/** A count of one of them; a total where a row or a column is null. */
export interface Place extends Omit<CountPlace, 'table'> {
	readonly table: Shown;
}

/** Counts that add up to what others add up to. */
export interface Link {
	readonly these: readonly Place[];
	readonly those: readonly Place[];
}

/** A table with what its rows and columns are, by which those of two windows are found to be the same; null where none is. */
export interface ShownTable extends CountsToShow {
	readonly rows: readonly (string | null)[];
	readonly columns: readonly (string | null)[];
}

type ReturnType = CareWindow['merged'][number];

/** The tables of a window; expected children are those of the model that is chosen, and left out where none is. */
export function shownTables(
	kept: CareWindow,
	choice: OutlookChoice | null
): Readonly<Record<Shown, ShownTable>> {
	const own = Object.fromEntries(
		TABLE_NAMES.filter((name) => name !== 'types').map((name) => [name, ofTable(kept, name)])
	) as Readonly<Record<Exclude<TableName, 'types'>, CountsToShow>>;
	const years = kept.years.map(({ year }) => String(year));
	const reasons = [...new Set(kept.exits.map(({ reason }) => reason))].sort();
	const [closing, moving] = [typesIn(kept.closing), moveTypesIn(kept)];
	const pairs = movePairs(kept.moves);
	const phases = ['firstYear', 'later'];
	const keyed = (
		counts: CountsToShow,
		rows: ShownTable['rows'],
		columns: ShownTable['columns']
	) => ({
		...counts,
		rows,
		columns
	});
	return {
		types: historyTable(kept, choice),
		flows: keyed(own.flows, ['starts', 'ceases'], years),
		ages: keyed(own.ages, agesIn(kept).map(String), closing),
		moves: keyed(own.moves, moving, moving),
		reasons: keyed(own.reasons, reasons, CARE_BANDS),
		entries: keyed(own.entries, ['first', 'again'], CARE_BANDS),
		phases: keyed(own.phases, closing, phases),
		phaseExits: keyed(own.phaseExits, typesIn(kept.durations), phases),
		// A rounded average of days is no part of another.
		providers: keyed(
			own.providers,
			own.providers.counts.map(() => null),
			(own.providers.counts[0] ?? []).map(() => null)
		),
		exitsByType: keyed(
			plain(
				CARE_BANDS.map((band) =>
					RETURN_TYPE_IDS.map((type) =>
						sum(kept.exits.filter((one) => one.band === band && one.type === type))
					)
				)
			),
			CARE_BANDS,
			RETURN_TYPE_IDS
		),
		movesByBand: keyed(
			plain(
				pairs.map(({ from, to }) =>
					CARE_BANDS.map((band) =>
						sum(kept.moves.filter((one) => one.band === band && one.from === from && one.to === to))
					)
				)
			),
			pairs.map(({ from, to }) => `${from} ${to}`),
			CARE_BANDS
		),
		turned18: keyed(plain([[kept.turned18]]), ['turned18'], ['turned18']),
		bands: keyed(
			{
				counts: CARE_BANDS.map((band) =>
					closing.map((type) =>
						sum(kept.closing.filter((one) => bandOf(one.age) === band && one.type === type))
					)
				),
				totals: { rows: true, columns: true }
			},
			CARE_BANDS,
			closing
		)
	};
}

/** Children of each 31 March by type: counted, and expected where a model is chosen. */
function historyTable(kept: CareWindow, choice: OutlookChoice | null): ShownTable {
	const days = countedDays(kept);
	const rows = kept.history.types.map(({ type }) => type);
	const totals = { rows: false, columns: true };
	if (choice !== null) {
		const counts = ofTable(kept, 'types', choice);
		const width = counts.counts[0]?.length ?? 0;
		return { ...counts, rows, columns: Array.from({ length: width }, (_, at) => days[at] ?? null) };
	}
	const at = days.map((day) => kept.history.days.indexOf(day));
	return {
		counts: kept.history.types.map(({ children }) => at.map((own) => children[own] ?? 0)),
		totals,
		rows,
		columns: days
	};
}

/** Every 31 March of the return up to the window's end. */
function countedDays({ history, to }: CareWindow): readonly string[] {
	return history.days.filter((day) => day.endsWith('-03-31') && day <= to).sort();
}

function ofTable(
	kept: CareWindow,
	name: TableName,
	choice: OutlookChoice = USUAL_CHOICE
): CountsToShow {
	const { rows, totals } = countsOf(kept, name, choice);
	return {
		counts: rows.map(({ counts }) => counts),
		totals: { rows: totals === 'both', columns: totals !== 'none' }
	};
}

/** The pairs of types between which children moved in a window, as 'movesByBand' has its rows. */
export function movePairs(
	moves: CareWindow['moves']
): readonly Pick<CareWindow['moves'][number], 'from' | 'to'>[] {
	return [
		...new Map(moves.map(({ from, to }) => [`${from} ${to}`, { from, to }] as const)).values()
	];
}

/** What the tables of a window have in common. */
export function linksOf(kept: CareWindow): readonly Link[] {
	const days = countedDays(kept);
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
	const ageTypes = typesIn(kept.closing);
	const ages = agesIn(kept);
	const moveTypes = moveTypesIn(kept);
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
		// Children of the last day by year of age and by band.
		...CARE_BANDS.flatMap((band, row) =>
			ageTypes.map((_, column) => ({
				these: ages.flatMap((age, at) => (bandOf(age) === band ? [total('ages', at, column)] : [])),
				those: [total('bands', row, column)]
			}))
		),
		// Children of the last day, and those who left, by how long they had been in care.
		...ageTypes.map((_, row) => ({
			these: [total('phases', row, null)],
			those: [total('ages', null, row)]
		})),
		...typesIn(kept.durations).map((type, row) => ({
			these: [total('phaseExits', row, null)],
			those: CARE_BANDS.map((_, band) => total('exitsByType', band, RETURN_TYPE_IDS.indexOf(type)))
		})),
		...movePairs(kept.moves).map(({ from, to }, row) => ({
			these: CARE_BANDS.map((_, column) => total('movesByBand', row, column)),
			those: [total('moves', moveTypes.indexOf(from), moveTypes.indexOf(to))]
		}))
	];
}

const plain = (counts: CountsToShow['counts']): CountsToShow => ({
	counts,
	totals: { rows: false, columns: false }
});

function typesIn(rows: readonly { readonly type: ReturnType }[]): readonly ReturnType[] {
	return RETURN_TYPE_IDS.filter((type) => rows.some((own) => own.type === type));
}

function moveTypesIn({ moves }: CareWindow): readonly ReturnType[] {
	return RETURN_TYPE_IDS.filter((type) =>
		moves.some(({ from, to }) => from === type || to === type)
	);
}

function agesIn({ closing }: CareWindow): readonly number[] {
	return [...new Set(closing.map(({ age }) => age))].sort((a, b) => a - b);
}

function sum(rows: readonly { readonly children: number }[]): number {
	return rows.reduce((all, { children }) => all + children, 0);
}
