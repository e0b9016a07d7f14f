import { councilIn, fileOf } from '$lib/exchange/councilFile';
import { date } from '$lib/dates';
import { care } from '$lib/messages/care';
import {
	CARE_BANDS,
	careFlowsFrom,
	careRates,
	countsOfWindow,
	daysOfWindow,
	differenceOf,
	freshId,
	HIDDEN,
	readCouncil,
	RETURN_TYPE_IDS,
	RETURN_TYPES,
	spreadHidden,
	type CareFlowRow,
	type CareWindow,
	type Council,
	type CouncilFile,
	type Operation,
	type Problem,
	type StockState
} from '$lib/model';
import { publicCounts } from './publicCounts';

/** A placement type of the return. */
export type ReturnType = CareWindow['merged'][number];

/** The council's placement type for each type of the return, by id; null for one that is to be added with blank prices. */
export type TypeChoice = Readonly<Partial<Record<ReturnType, string | null>>>;

/** What using a window comes to: the steps of the edit, or why it cannot be. */
export type Use =
	| { readonly ok: true; readonly operations: readonly Operation[] }
	| { readonly ok: false; readonly problems: readonly Problem[] };

/** The types of the return that a window counts anything of. */
export function typesIn(kept: CareWindow): readonly ReturnType[] {
	const seen = new Set(
		[...kept.exposures, ...kept.entries, ...kept.closing].map(({ type }) => type)
	);
	return RETURN_TYPES.flatMap(({ id }) => (seen.has(id) ? [id] : []));
}

/** The council's types that have the codes of the return's: the one with most of them, or null where none has any. */
export function likelyTypes(council: Council, kept: CareWindow): TypeChoice {
	const { placementTypes } = council.baseline;
	return Object.fromEntries(
		RETURN_TYPES.filter(({ id }) => typesIn(kept).includes(id)).map(({ id, codes }) => {
			const shared = placementTypes.map((type) => ({
				id: type.id,
				count: codes.filter((code) => type.codes.includes(code)).length
			}));
			const best = shared.reduce<{ readonly id: string | null; readonly count: number }>(
				(most, own) => (own.count > most.count ? own : most),
				{ id: null, count: 0 }
			);
			return [id, best.id];
		})
	);
}

/**
 * The steps that put the estimate of a window into the baseline: its flows take the place of those that are there, each in
 * the record that said the same before, so that changes of scenarios still find it. Numbers of other days stay.
 */
export function usingSteps(council: Council, kept: CareWindow, choice: TypeChoice): Use {
	const file = fileOf(council);
	const { added, idOf } = typesFor(council, kept, choice);
	const counts = countsOfWindow(kept);
	const rows = careFlowsFrom({
		counts,
		rates: careRates(counts),
		stock: stockOf(kept, council.baseline.careWindows),
		typeIds: Object.fromEntries(RETURN_TYPES.map(({ id }) => [id, idOf.get(id) ?? id])) as Record<
			ReturnType,
			string
		>,
		source: care.use.source(date(kept.from), date(kept.to))
	});
	const read = readCouncil({
		...file,
		baseline: {
			...file.baseline,
			placementTypes: [...file.baseline.placementTypes, ...added],
			careFlows: inPlaceOf(
				file.baseline.careFlows,
				rows,
				new Map(added.map((type) => [type.id, type.title])),
				council
			)
		}
	} satisfies CouncilFile);
	return read.ok
		? { ok: true, operations: differenceOf(councilIn(file), read.council) }
		: { ok: false, problems: read.problems };
}

/**
 * The children of a window's last day by age band and type, as far as others may know them: where a number is hidden, what
 * the shown totals leave is spread as children were on the average day of the window, so that shares tell no small count.
 */
function stockOf(kept: CareWindow, windows: readonly CareWindow[]): readonly StockState[] {
	const shown = publicCounts(kept, windows).bands;
	const types = RETURN_TYPE_IDS.filter((type) => kept.closing.some((own) => own.type === type));
	const { from, to } = daysOfWindow(kept);
	const children = spreadHidden(
		shown,
		kept.closing.reduce((sum, own) => sum + own.children, 0),
		CARE_BANDS.map((band) =>
			types.map((type) =>
				kept.exposures
					.filter((own) => own.band === band && own.type === type)
					.reduce((sum, { childDays }) => sum + childDays / (to - from + 1), 0)
			)
		)
	);
	return CARE_BANDS.flatMap((band, row) =>
		types.flatMap((type, column) => {
			const own = children[row]?.[column] ?? 0;
			return own === 0
				? []
				: [{ band, type, children: own, shown: shown.cells[row]?.[column] ?? HIDDEN }];
		})
	);
}

type PlacementRow = CouncilFile['baseline']['placementTypes'][number];

function typesFor(
	council: Council,
	kept: CareWindow,
	choice: TypeChoice
): { readonly added: readonly PlacementRow[]; readonly idOf: ReadonlyMap<ReturnType, string> } {
	const taken = new Set(council.baseline.placementTypes.map(({ id }) => id));
	const added: PlacementRow[] = [];
	const idOf = new Map<ReturnType, string>();
	for (const { id: type, codes } of RETURN_TYPES) {
		if (!typesIn(kept).includes(type)) continue;
		const chosen = choice[type] ?? null;
		if (chosen !== null) {
			idOf.set(type, chosen);
			continue;
		}
		const id = freshId(type, taken);
		taken.add(id);
		idOf.set(type, id);
		added.push({
			id,
			title: care.types[type],
			codes: [...codes],
			provision: 'bought',
			externalWeekly: null,
			index: null,
			priceYear: council.council.firstYear
		});
	}
	return { added, idOf };
}

/** What a flow is about: of one subject there is one record, and one stock a day. */
function subjectOf(flow: CareFlowRow): string {
	switch (flow.flow) {
		case 'stock':
			return `stock ${flow.date}`;
		case 'moves':
			return `moves ${flow.band} ${flow.from} ${flow.to}`;
		default:
			return `${flow.flow} ${flow.band} ${flow.type}`;
	}
}

function inPlaceOf(
	old: readonly CareFlowRow[],
	rows: readonly CareFlowRow[],
	added: ReadonlyMap<string, string>,
	council: Council
): CareFlowRow[] {
	const titles = new Map([
		...added,
		...council.baseline.placementTypes.map(({ id, title }) => [id, title] as const)
	]);
	const before = new Map(old.map((flow) => [subjectOf(flow), flow]));
	const taken = new Set(old.map(({ id }) => id));
	const fresh = rows.map((row): CareFlowRow => {
		const there = before.get(subjectOf(row));
		if (there !== undefined) return { ...row, id: there.id, title: there.title };
		const id = freshId(row.id, taken);
		taken.add(id);
		return { ...row, id, title: titleOf(row, titles) };
	});
	const byId = new Map(fresh.map((row) => [row.id, row]));
	const isOld = new Set(old.map(({ id }) => id));
	// Numbers of other days are facts of their own; rates and shares are those of the window alone.
	const kept = old.flatMap((row) => byId.get(row.id) ?? (row.flow === 'stock' ? [row] : []));
	return [...kept, ...fresh.filter(({ id }) => !isOld.has(id))];
}

function titleOf(flow: CareFlowRow, titles: ReadonlyMap<string, string>): string {
	const named = (id: string): string => titles.get(id) ?? id;
	const words = care.use.titles;
	switch (flow.flow) {
		case 'stock':
			return words.stock(date(flow.date));
		case 'share':
			return words.share(care.bands[flow.band], named(flow.type));
		case 'entries':
			return words.entries(care.bands[flow.band], named(flow.type));
		case 'exits':
			return words.exits(care.bands[flow.band], named(flow.type));
		case 'moves':
			return words.moves(care.bands[flow.band], named(flow.from), named(flow.to));
	}
}
