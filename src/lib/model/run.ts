import { parseYear } from './calendar/calendar';
import {
	deliveriesOf,
	suppliersOf,
	type BlockedDelivery,
	type CapacityRecords,
	type Delivery
} from './capacity/capacity';
import { calibrationOf, type Calibration } from './care/calibrate';
import { projectCare, type CareProjection } from './care/project';
import { isSame } from './formula/value';
import { baseBuildingTerms, buildingLines } from './ledger/buildings';
import { baseContractTerms, contractLines } from './ledger/contracts';
import type { Context, Terms } from './ledger/context';
import { itemisedIn, unknownScopeLines, type BaseLine } from './ledger/itemised';
import type { LineSpec, Timed } from './ledger/line';
import { changeLines } from './ledger/oneOffs';
import { placementLines } from './ledger/placements';
import { fundingLines, headingLines, interventionLines, savingLines } from './ledger/published';
import { evaluated, type Series } from './ledger/series';
import { basePostTerms, postLines, serviceTimeTerms } from './ledger/staffing';
import { effectsOf, type Effects } from './earlyHelp/effects';
import { careMeasures, deliveryMeasures, openMeasure, postMeasures } from './measures';
import {
	KINDS,
	TIMED_KINDS,
	type AnyRecord,
	type Kind,
	type RecordOf,
	type TimedKind
} from './records/kinds';
import type { Change } from './scenario/change';
import type { Council } from './scenario/file';
import type { PackValue } from './scenario/pack';
import { fillsOf, outright, timedRecord } from './scenario/resolve';
import { refOf, touchesByRecord, type Touch } from './scenario/versions';

/** All records of a run: those with versions in time, and the others as the changes leave them. */
export type RunRecords = {
	readonly [K in Kind]: K extends TimedKind
		? readonly Timed<RecordOf<K>>[]
		: readonly RecordOf<K>[];
};

/** What one record gave, kept so that a later run reuses it while what it depends on is the same. */
interface Cell {
	readonly source: AnyRecord | null;
	readonly fills: readonly PackValue[] | undefined;
	readonly touches: readonly Touch[];
	readonly context: Context;
	readonly helpServices: string;
	readonly timed: Timed<AnyRecord>;
	readonly series: readonly Series[];
}

/** The model computed once, for one list of changes. */
export interface Run {
	readonly context: Context;
	readonly changes: readonly Change[];
	readonly records: RunRecords;
	readonly series: readonly Series[];
	/** The series by the figure that they are part of. */
	readonly byFigure: ReadonlyMap<string, readonly Series[]>;
	readonly supplies: readonly Supply[];
	readonly deliveries: readonly (Delivery | BlockedDelivery)[];
	readonly effects: Effects;
	readonly care: CareProjection;
	readonly calibration: Calibration;
	/** The records that published headings may contain, with their cost in any base year. */
	readonly baseLines: readonly BaseLine[];
	readonly cells: ReadonlyMap<string, Cell>;
}

/** What a run is asked for: the council, its switched-on changes, and runs whose results may be reused. */
export interface RunRequest {
	readonly council: Council;
	readonly changes: readonly Change[];
	readonly terms: Terms;
	/** The run without changes; null when this is it. */
	readonly nothing: Run | null;
	readonly reuse: readonly Run[];
}

/** Computes the whole model for one list of changes; what did not change since an earlier run is not computed again. */
export function run(request: RunRequest): Run {
	const { council, nothing, reuse } = request;
	const changes = request.changes.filter((change) => change.on);
	const touches = touchesByRecord(changes);
	const settled = settledRecords(council, touches);
	const context = contextOf(request, settled);
	const helpServices = [
		...new Set(council.baseline.interventions.map(({ service }) => service))
	].sort();
	const cells = new Map<string, Cell>();
	const timed = (kind: TimedKind): readonly Timed<AnyRecord>[] =>
		refsOf(council, kind, touches).map(([ref, source]) => {
			const cell = cellOf(
				request,
				kind,
				ref,
				source,
				touches.get(ref) ?? NO_TOUCHES,
				context,
				helpServices
			);
			cells.set(ref, cell);
			return cell.timed;
		});
	const records = {
		...settled,
		...Object.fromEntries(TIMED_KINDS.map((kind) => [kind, timed(kind)]))
	} as RunRecords;
	const supplies = suppliesOf(records, context, [...reuse, ...(nothing === null ? [] : [nothing])]);
	const delivered = supplies.flatMap((supply) => supply.deliveries);
	const effects = effectsOf(records, delivered, nothing?.deliveries ?? delivered, context);
	const calibration = calibrationOf(records, context);
	const care = projectCare(records, effects, calibration, context, [
		...reuse.map((other) => other.care),
		...(nothing === null ? [] : [nothing.care])
	]);
	const baseLines = baseLinesOf(council, context);
	const specs: readonly LineSpec[] = [
		...records.placementTypes.flatMap((type) =>
			placementLines(type, care.weeksOf(type.ref), calibration.onPrices, context)
		),
		...records.interventions.flatMap((intervention) =>
			interventionLines(intervention, effects.servedIn, context)
		),
		...headingSpecs(records, baseLines, context),
		...records.savingsTargets.flatMap((target) => savingLines(target, context)),
		...changes.flatMap((change) => changeLines(change, context))
	];
	const series = [
		...[...cells.values()].flatMap((cell) => cell.series),
		...specs.map((spec) => evaluated(spec, context.years)),
		...deliveryMeasures(delivered, context),
		...careMeasures(care, calibration, context)
	];
	return {
		context,
		changes,
		records,
		series,
		byFigure: grouped(series),
		supplies,
		deliveries: delivered,
		effects,
		care,
		calibration,
		baseLines,
		cells
	};
}

function grouped(series: readonly Series[]): ReadonlyMap<string, readonly Series[]> {
	const groups = new Map<string, Series[]>();
	for (const one of series) {
		const group = groups.get(one.figure);
		if (group === undefined) groups.set(one.figure, [one]);
		else group.push(one);
	}
	return groups;
}

const NO_TOUCHES: readonly Touch[] = [];

/** The records of the kinds that have no versions in time. */
function settledRecords(council: Council, touches: ReadonlyMap<string, readonly Touch[]>) {
	const fills = fillsOf(council.packs);
	const added = [...touches.values()].flat();
	return Object.fromEntries(
		KINDS.filter((kind) => !isTimed(kind)).map((kind) => [
			kind,
			[
				...council.baseline[kind].map((record) => {
					const ref = `${kind}/${record.id}`;
					return outright(record as AnyRecord, fills.get(ref), touches.get(ref));
				}),
				...added.flatMap(({ edits }) =>
					edits.flatMap((edit) =>
						edit.edit === 'add' && edit.kind === kind ? [edit.record as unknown as AnyRecord] : []
					)
				)
			]
		])
	) as unknown as { readonly [K in Exclude<Kind, TimedKind>]: readonly RecordOf<K>[] };
}

function isTimed(kind: Kind): kind is TimedKind {
	return TIMED_KINDS.some((timed) => timed === kind);
}

/** The context of a run: an earlier one where nothing in it differs, so that reuse can go by identity. */
function contextOf(
	{ council, terms, nothing, reuse }: RunRequest,
	settled: Pick<RunRecords, 'indices' | 'rules'>
): Context {
	const { firstYear, horizonYears, deflator } = council.council;
	const fresh: Context = {
		first: parseYear(firstYear) ?? 0,
		years: horizonYears,
		indices: new Map(settled.indices.map((index) => [index.id, index])),
		rules: new Map(settled.rules.map((rule) => [rule.id, rule])),
		terms,
		deflator,
		factors: new Map(),
		ni: new Map()
	};
	const same = (other: Context): boolean =>
		other.first === fresh.first &&
		other.years === fresh.years &&
		other.terms === fresh.terms &&
		other.deflator === fresh.deflator &&
		isSameMap(other.indices, fresh.indices) &&
		isSameMap(other.rules, fresh.rules);
	const known = [...reuse, ...(nothing === null ? [] : [nothing])].find((other) =>
		same(other.context)
	);
	return known?.context ?? fresh;
}

function isSameMap<V>(a: ReadonlyMap<string, V>, b: ReadonlyMap<string, V>): boolean {
	return a.size === b.size && [...a].every(([key, value]) => isSame(value, b.get(key)));
}

/** The records of a kind by reference: the baseline's, then those that changes add. */
function refsOf(
	council: Council,
	kind: TimedKind,
	touches: ReadonlyMap<string, readonly Touch[]>
): readonly (readonly [string, AnyRecord | null])[] {
	const own = council.baseline[kind].map((record) => [`${kind}/${record.id}`, record] as const);
	const known = new Set<string>(own.map(([ref]) => ref));
	const added = [...touches].filter(
		([ref, list]) =>
			ref.startsWith(`${kind}/`) &&
			!known.has(ref) &&
			list.some(({ edits }) => edits.some((edit) => edit.edit === 'add' && refOf(edit) === ref))
	);
	return [...own, ...added.map(([ref]) => [ref, null] as const)];
}

function cellOf(
	{ council, nothing, reuse }: RunRequest,
	kind: TimedKind,
	ref: string,
	source: AnyRecord | null,
	touches: readonly Touch[],
	context: Context,
	helpServices: readonly string[]
): Cell {
	const fills = fillsOf(council.packs).get(ref);
	const services = helpServices.join(' ');
	for (const other of nothing === null ? reuse : [...reuse, nothing]) {
		const cell = other.cells.get(ref);
		if (
			cell?.source === source &&
			cell.fills === fills &&
			cell.context === context &&
			cell.helpServices === services &&
			cell.touches.length === touches.length &&
			cell.touches.every((touch, i) => touch.change === touches[i]?.change)
		)
			return cell;
	}
	const timed = timedRecord(ref, source, fills, touches, context.first, context.years);
	const specs = recordLines(kind, timed, context, helpServices);
	return {
		source,
		fills,
		touches,
		context,
		helpServices: services,
		timed,
		series: [
			...specs.map((spec) => evaluated(spec, context.years)),
			...recordMeasures(kind, timed, context)
		]
	};
}

/** What a record counts beside what it costs. */
function recordMeasures(
	kind: TimedKind,
	timed: Timed<AnyRecord>,
	context: Context
): readonly Series[] {
	if (kind === 'posts') return postMeasures(timed as Timed<RecordOf<'posts'>>, context);
	if (kind === 'buildings') return [openMeasure(timed as Timed<RecordOf<'buildings'>>, context)];
	return [];
}

/** The lines that a record gives by itself; placements, headings and interventions need more than themselves. */
function recordLines(
	kind: TimedKind,
	timed: Timed<AnyRecord>,
	context: Context,
	helpServices: readonly string[]
): readonly LineSpec[] {
	switch (kind) {
		case 'posts': {
			const posts = timed as Timed<RecordOf<'posts'>>;
			return [...postLines(posts, context), ...helpLines(posts, context, helpServices)];
		}
		case 'buildings':
			return buildingLines(timed as Timed<RecordOf<'buildings'>>, context);
		case 'contracts': {
			const contract = timed as Timed<RecordOf<'contracts'>>;
			const lines = contractLines(contract, context);
			const { service } = contract.base ??
				contract.versions.find((v) => v.content !== null)?.content ?? { service: null };
			if (service === null || !helpServices.includes(service)) return lines;
			return [
				...lines,
				...lines
					.filter((line) => line.figure === 'cost.contracts')
					.map((line) => ({
						...line,
						id: `${line.id}/help`,
						figure: 'cost.earlyHelp',
						part: service,
						heading: null
					}))
			];
		}
		case 'fundingStreams':
			return fundingLines(timed as Timed<RecordOf<'fundingStreams'>>, context);
		default:
			return [];
	}
}

/** What early help costs in posts: the time that goes to a service which an intervention uses. Beside the totals. */
function helpLines(
	posts: Timed<RecordOf<'posts'>>,
	context: Context,
	helpServices: readonly string[]
): readonly LineSpec[] {
	return helpServices
		.filter((service) =>
			posts.versions.some(({ content }) => content?.activities[service] !== undefined)
		)
		.map((service) => ({
			id: `${posts.ref}/help/${service}`,
			title: `Time on early help: ${posts.ref}`,
			figure: 'cost.earlyHelp',
			part: service,
			heading: null,
			terms: (y) => serviceTimeTerms(posts, service, context, y)
		}));
}

/** The records of the baseline that a published heading may contain. */
function baseLinesOf(council: Council, context: Context): readonly BaseLine[] {
	const fills = fillsOf(council.packs);
	return (['posts', 'buildings', 'contracts'] as const).flatMap((kind) =>
		council.baseline[kind].flatMap((record): BaseLine[] => {
			if (record.heading === null) return [];
			const ref = `${kind}/${record.id}`;
			const base: AnyRecord = outright(record as AnyRecord, fills.get(ref), undefined);
			return [
				{
					ref,
					title: record.title,
					heading: record.heading,
					scope: record.headingScope,
					terms: (year) => baseTerms(ref, kind, base, context, year)
				}
			];
		})
	);
}

function headingSpecs(
	records: RunRecords,
	lines: readonly BaseLine[],
	context: Context
): readonly LineSpec[] {
	return records.headings.flatMap((heading) => [
		...headingLines(heading, itemisedIn(heading, lines), context),
		...unknownScopeLines(heading, lines, context)
	]);
}

function baseTerms(
	ref: string,
	kind: 'posts' | 'buildings' | 'contracts',
	record: AnyRecord,
	context: Context,
	year: number
) {
	switch (kind) {
		case 'posts':
			return basePostTerms(ref, record as RecordOf<'posts'>, context, year);
		case 'buildings':
			return baseBuildingTerms(ref, record as RecordOf<'buildings'>, context, year);
		case 'contracts':
			return baseContractTerms(ref, record as RecordOf<'contracts'>, context, year);
	}
}

/** A service with the records that deliver it, and what they deliver. */
interface Supply extends Pick<CapacityRecords, 'posts' | 'contracts' | 'buildings'> {
	readonly service: Timed<RecordOf<'services'>>;
	readonly context: Context;
	readonly teams: RunRecords['teams'];
	readonly deliveries: readonly (Delivery | BlockedDelivery)[];
}

/** What every service delivers; a service whose records are the very same as in an earlier run is taken from it. */
function suppliesOf(
	records: RunRecords,
	context: Context,
	known: readonly Run[]
): readonly Supply[] {
	const teams = new Map(records.teams.map((team) => [team.id, team]));
	return records.services.map((service) => {
		const suppliers = suppliersOf(service.ref.slice('services/'.length), records);
		for (const other of known) {
			const same = other.supplies.find(
				(supply) =>
					supply.service === service &&
					supply.context === context &&
					isSame(supply.teams, records.teams) &&
					isSameList(supply.posts, suppliers.posts) &&
					isSameList(supply.contracts, suppliers.contracts) &&
					isSameList(supply.buildings, suppliers.buildings)
			);
			if (same !== undefined) return same;
		}
		return {
			...suppliers,
			service,
			context,
			teams: records.teams,
			deliveries: deliveriesOf(service, { ...suppliers, teams, months: context.years * 12 })
		};
	});
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
	return a.length === b.length && a.every((item, i) => item === b[i]);
}
