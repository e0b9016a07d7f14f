import type { Decimal } from 'decimal.js';
import { floatOf } from '../formula/value';
import type { Timed } from '../ledger/line';
import type { Building } from '../records/building';
import type { Service } from '../records/service';
import { nearestOffering, type Destination } from './nearest';

/** A number that grows month by month [cases a month], with the blank inputs that it waits for. */
export interface Cases {
	readonly months: Float64Array;
	readonly blanks: Set<string>;
}

/** The users of a closed building who go on in one place: how many leave each area, and how many arrive in each. */
export interface Move {
	/** The closed building's reference and title. */
	readonly building: string;
	readonly title: string;
	readonly to: Destination;
	/** The months in which they go there. */
	readonly held: readonly number[];
	/** The closed building as it stood: its users, and the share of them who are retained. */
	readonly content: Building;
	/** Cases a month by area. */
	readonly leaving: ReadonlyMap<string, Float64Array>;
	readonly arriving: ReadonlyMap<string, Float64Array>;
}

/** What is asked of a service in every area, after closures have moved or lost users. */
export interface ServiceDemand {
	readonly byArea: ReadonlyMap<string, Cases>;
	readonly moves: readonly Move[];
}

/** The areas that ask for a service by themselves. */
export function askingAreas({ versions }: Timed<Service>): readonly string[] {
	return [...new Set(versions.flatMap(({ content }) => Object.keys(content?.demand ?? {})))];
}

/** A number of a record as a float; a blank counts as 0 and is noted, what is left out does not apply. */
function read(value: Decimal | null | undefined, ref: string, blanks: Set<string>): number {
	if (value === null) blanks.add(ref);
	return value === null || value === undefined ? 0 : floatOf(value);
}

/** Cases a month that ask for a service in an area. */
function demandIn({ id, demand }: Service, area: string, blanks: Set<string>): number {
	return read(demand[area], `services/${id}.demand.${area}`, blanks);
}

/** The part of what serves a given area that falls to another; what serves all areas goes by their demand. */
export function shareIn(
	area: string,
	served: string | null,
	service: Service,
	asking: readonly string[],
	blanks: Set<string>
): number {
	if (served !== null) return area === served ? 1 : 0;
	const total = asking.reduce((sum, name) => sum + demandIn(service, name, blanks), 0);
	if (total !== 0) return demandIn(service, area, blanks) / total;
	return asking.includes(area) ? 1 / asking.length : 0;
}

/** The service as it first stands; what serves the whole council is shared by it. */
export function firstOf({ ref, versions }: Timed<Service>): Service {
	const content = versions.find((version) => version.content !== null)?.content;
	if (content === null || content === undefined) throw new Error(`${ref} is never there`);
	return content;
}

/**
 * Demand for a service by area and month. Users of a building that a change closes leave their area; those who are
 * retained go on in the area of the nearest open building that offers the service.
 */
export function demandFor(
	timed: Timed<Service>,
	buildings: readonly Timed<Building>[],
	months: number
): ServiceDemand {
	const asking = askingAreas(timed);
	const byArea = new Map<string, Cases>();
	for (const area of asking) {
		const own: Cases = { months: new Float64Array(months), blanks: new Set() };
		for (const { content, weights } of timed.versions) {
			if (content === null || weights.every((weight) => weight === 0)) continue;
			const cases = demandIn(content, area, own.blanks);
			weights.forEach((weight, m) => {
				own.months[m] = (own.months[m] ?? 0) + weight * cases;
			});
		}
		byArea.set(area, own);
	}
	// First everybody leaves and then everybody arrives: in which order buildings stand in the file makes no difference.
	const departures = buildings.flatMap((building) =>
		departuresFrom(building, firstOf(timed), asking, byArea)
	);
	const moves = departures.flatMap((departure) =>
		movesOf(departure, buildings, firstOf(timed), asking, byArea)
	);
	return { byArea, moves };
}

/** The users who leave the areas of a closed building. */
interface Departure {
	readonly ref: string;
	readonly content: Building;
	readonly from: number;
	readonly until: number;
	readonly leaving: ReadonlyMap<string, Float64Array>;
	/** What keeps the number of those who leave from being known. */
	readonly blanks: ReadonlySet<string>;
}

function departuresFrom(
	{ ref, removals }: Timed<Building>,
	service: Service,
	asking: readonly string[],
	byArea: ReadonlyMap<string, Cases>
): readonly Departure[] {
	return removals.flatMap(({ content, month, until }): readonly Departure[] => {
		const offer = content.services[service.id];
		if (offer === undefined) return [];
		const blanks = new Set<string>();
		const users = read(offer.casesPerMonth, `${ref}.services.${service.id}.casesPerMonth`, blanks);
		const leaving = new Map<string, Float64Array>();
		for (const [area, cases] of byArea) {
			if (content.area !== null && content.area !== area) continue;
			const most = users * shareIn(area, content.area, service, asking, blanks);
			const end = Math.min(until ?? Infinity, cases.months.length);
			const gone = new Float64Array(cases.months.length);
			for (let m = Math.max(0, month); m < end; m++) {
				gone[m] = Math.min(most, cases.months[m] ?? 0);
				cases.months[m] = (cases.months[m] ?? 0) - (gone[m] ?? 0);
			}
			leaving.set(area, gone);
		}
		for (const area of leaving.keys())
			for (const blank of byArea.get(area)?.blanks ?? []) blanks.add(blank);
		for (const area of leaving.keys())
			for (const blank of blanks) byArea.get(area)?.blanks.add(blank);
		return [{ ref, content, from: Math.max(0, month), until: until ?? Infinity, leaving, blanks }];
	});
}

function movesOf(
	{ ref, content, from, until, leaving, blanks }: Departure,
	buildings: readonly Timed<Building>[],
	service: Service,
	asking: readonly string[],
	byArea: Map<string, Cases>
): readonly Move[] {
	const months = [...leaving.values()][0]?.length ?? 0;
	const moves = new Map<string, { readonly to: Destination; readonly months: number[] }>();
	for (let m = from; m < Math.min(until, months); m++) {
		const to = nearestOffering(service.id, { ref, content }, buildings, m);
		const key = JSON.stringify(to);
		const known = moves.get(key);
		if (known === undefined) moves.set(key, { to, months: [m] });
		else known.months.push(m);
	}
	return [...moves.values()].map(({ to, months: held }) => {
		const only = (all: Float64Array): Float64Array => {
			const some = new Float64Array(months);
			for (const m of held) some[m] = all[m] ?? 0;
			return some;
		};
		const gone = new Map([...leaving].map(([area, all]) => [area, only(all)]));
		return {
			building: ref,
			title: content.title,
			to,
			held,
			content,
			leaving: gone,
			arriving: to === null ? new Map<string, Float64Array>() : arrivals(to, gone)
		};
	});

	function arrivals(
		to: NonNullable<Destination>,
		gone: ReadonlyMap<string, Float64Array>
	): ReadonlyMap<string, Float64Array> {
		const waiting = new Set(blanks);
		const retained = read(content.retainedShare, `${ref}.retainedShare`, waiting);
		const arriving = new Map<string, Float64Array>();
		const arrive = (area: string, share: number, all: Float64Array): void => {
			const come = arriving.get(area) ?? new Float64Array(months);
			all.forEach((cases, m) => {
				come[m] = (come[m] ?? 0) + share * cases;
			});
			arriving.set(area, come);
		};
		for (const [area, all] of gone) {
			if (to === 'own area') arrive(area, retained, all);
			else
				// A place of the whole council takes its users from everywhere as demand does.
				for (const there of to.area === null ? asking : [to.area])
					arrive(there, retained * shareIn(there, to.area, service, asking, waiting), all);
		}
		for (const [area, come] of arriving) {
			const own = byArea.get(area) ?? { months: new Float64Array(months), blanks: new Set() };
			byArea.set(area, own);
			come.forEach((cases, m) => {
				own.months[m] = (own.months[m] ?? 0) + cases;
			});
			for (const blank of waiting) own.blanks.add(blank);
		}
		return arriving;
	}
}
