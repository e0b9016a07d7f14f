import type { CapacityRecords } from '../../capacity/records';
import { nearestOffering } from '../../capacity/nearest';
import { askingAreas, firstOf } from '../../capacity/demand';
import { boughtTerm, peopleTerm, roomsTerm } from '../../capacity/supply';
import type { Supply } from '../../capacity/supplies';
import type { Term } from '../../formula/term';
import type { Context } from '../../ledger/context';
import type { Timed } from '../../ledger/line';
import type { Building } from '../../records/building';
import type { Contract } from '../../records/contract';
import type { Post } from '../../records/post';
import type { Service } from '../../records/service';
import { least, minus, over, plus, times, type Column } from '../column';
import type { Reader } from './reader';

/** What a service can do and does in one area in all draws, month by month [cases a month]. */
export interface DrawnDelivery {
	readonly service: string;
	readonly area: string;
	readonly demand: readonly Column[];
	readonly capacity: readonly Column[];
	readonly served: readonly Column[];
}

type Months = Column[];

const none = (months: number): Months => Array.from({ length: months }, (): Column => 0);

/** The deliveries of a service in all draws, as its supply has them. */
export function drawnDeliveries(supply: Supply, reader: Reader): readonly DrawnDelivery[] {
	const { service, context } = supply;
	const records = { ...supply, teams: new Map(supply.teams.map((team) => [team.id, team])) };
	const months = context.years * 12;
	const byArea = demandByArea(service, supply.buildings, months, reader);
	const id = service.ref.slice('services/'.length);
	return [...byArea].map(([area, demand]) => {
		const capacity = capacityIn(area, service, records, context, months, reader);
		return {
			service: id,
			area,
			demand,
			capacity,
			served: demand.map((cases, m) => least(cases, capacity[m] ?? NaN))
		};
	});
}

/** A service as it stands under some changes. */
interface Standing {
	readonly content: Service;
	readonly changes: readonly string[];
}

/** Shares of what serves all areas, by their demand, as the exact reading has them. */
function shareOf(
	area: string,
	served: string | null,
	{ content: service, changes }: Standing,
	asking: readonly string[],
	reader: Reader
): Column {
	if (served !== null) return area === served ? 1 : 0;
	const demandIn = (name: string): Column => demandOf(service, name, changes, reader);
	const total = asking.reduce<Column>((sum, name) => plus(sum, demandIn(name)), 0);
	if (total !== 0) return over(demandIn(area), total);
	return asking.includes(area) ? 1 / asking.length : 0;
}

function demandOf(
	service: Service,
	area: string,
	changes: readonly string[],
	reader: Reader
): Column {
	const value = service.demand[area];
	return value === undefined
		? 0
		: reader.read(value, `services/${service.id}.demand.${area}`, changes);
}

function capacityIn(
	area: string,
	service: Timed<Service>,
	records: Pick<CapacityRecords, 'teams' | 'posts' | 'contracts' | 'buildings'>,
	context: Context,
	months: number,
	reader: Reader
): Months {
	const id = service.ref.slice('services/'.length);
	const asking = askingAreas(service);
	const total = none(months);
	const add = <R extends Post | Contract | Building>(
		into: Months,
		timed: Timed<R>,
		servedBy: (content: R) => string | null,
		termOf: (content: R, own: Service) => Term | null
	): void => {
		for (const version of timed.versions) {
			const { content, weights } = version;
			if (content === null) continue;
			const served = servedBy(content);
			if (served !== null && served !== area) continue;
			for (const { content: own, weights: held, changes } of service.versions) {
				if (own === null || !weights.some((weight, m) => weight * (held[m] ?? 0) > 0)) continue;
				const term = termOf(content, own);
				if (term === null) continue;
				const under = [...version.changes, ...changes];
				const cases = reader.term({ ...term, changes: under }, context);
				const amount = times(
					cases,
					shareOf(area, served, { content: own, changes }, asking, reader)
				);
				weights.forEach((weight, m) => {
					const share = weight * (held[m] ?? 0);
					if (share !== 0) into[m] = plus(into[m] ?? 0, times(share, amount));
				});
			}
		}
	};
	for (const timed of records.posts)
		add(
			total,
			timed,
			({ team }) => records.teams.get(team)?.area ?? null,
			(content, own) => {
				const share = content.activities[id];
				return share === undefined ? null : peopleTerm(timed.ref, content, own, share);
			}
		);
	for (const timed of records.contracts)
		add(
			total,
			timed,
			(content) => content.area,
			(content) =>
				content.service === id && content.volume !== undefined
					? boughtTerm(timed.ref, content)
					: null
		);
	if (firstOf(service).sessionsPerCase === undefined) return total;
	const rooms = none(months);
	for (const timed of records.buildings)
		add(
			rooms,
			timed,
			(content) => content.area,
			(content, own) => {
				const offer = content.services[id];
				return offer === undefined ? null : roomsTerm(timed.ref, offer, own);
			}
		);
	return total.map((cases, m) => least(cases, rooms[m] ?? 0));
}

interface Departure {
	readonly timed: Timed<Building>;
	readonly content: Building;
	readonly from: number;
	readonly until: number;
	readonly change: string;
	readonly leaving: ReadonlyMap<string, Months>;
}

/** Demand by area after closures: first everybody leaves, then those who are retained arrive. */
function demandByArea(
	service: Timed<Service>,
	buildings: readonly Timed<Building>[],
	months: number,
	reader: Reader
): Map<string, Months> {
	const asking = askingAreas(service);
	const byArea = new Map<string, Months>();
	for (const area of asking) {
		const own = none(months);
		for (const { content, weights, changes } of service.versions) {
			if (content === null || weights.every((weight) => weight === 0)) continue;
			const cases = demandOf(content, area, changes, reader);
			weights.forEach((weight, m) => {
				if (weight !== 0) own[m] = plus(own[m] ?? 0, times(weight, cases));
			});
		}
		byArea.set(area, own);
	}
	const content = firstOf(service);
	const changes = service.versions.find((version) => version.content === content)?.changes ?? [];
	const first: Standing = { content, changes };
	const departures = buildings.flatMap((timed) =>
		departuresFrom(timed, first, asking, byArea, reader)
	);
	for (const departure of departures)
		arrive(departure, buildings, first, asking, byArea, months, reader);
	return byArea;
}

function departuresFrom(
	timed: Timed<Building>,
	service: Standing,
	asking: readonly string[],
	byArea: ReadonlyMap<string, Months>,
	reader: Reader
): readonly Departure[] {
	return timed.removals.flatMap(({ content, month, until, change }): readonly Departure[] => {
		const offer = content.services[service.content.id];
		if (offer === undefined) return [];
		const ref = `${timed.ref}.services.${service.content.id}.casesPerMonth`;
		const users = reader.read(offer.casesPerMonth, ref, [change]);
		const leaving = new Map<string, Months>();
		for (const [area, cases] of byArea) {
			if (content.area !== null && content.area !== area) continue;
			const share = times(users, shareOf(area, content.area, service, asking, reader));
			const gone = none(cases.length);
			for (let m = Math.max(0, month); m < Math.min(until ?? Infinity, cases.length); m++) {
				gone[m] = least(share, cases[m] ?? 0);
				cases[m] = minus(cases[m] ?? 0, gone[m] ?? 0);
			}
			leaving.set(area, gone);
		}
		const from = Math.max(0, month);
		return [{ timed, content, from, until: until ?? Infinity, change, leaving }];
	});
}

function arrive(
	{ timed, content, from, until, change, leaving }: Departure,
	buildings: readonly Timed<Building>[],
	service: Standing,
	asking: readonly string[],
	byArea: Map<string, Months>,
	months: number,
	reader: Reader
): void {
	const come = (area: string, m: number, cases: Column): void => {
		const own = byArea.get(area) ?? none(months);
		byArea.set(area, own);
		own[m] = plus(own[m] ?? 0, cases);
	};
	const retained = reader.read(content.retainedShare, `${timed.ref}.retainedShare`, [change]);
	for (let m = from; m < Math.min(until, months); m++) {
		const to = nearestOffering(service.content.id, { ref: timed.ref, content }, buildings, m);
		if (to === null) continue;
		for (const [area, gone] of leaving) {
			const cases = times(retained, gone[m] ?? 0);
			if (to === 'own area') come(area, m, cases);
			else
				for (const there of to.area === null ? asking : [to.area])
					come(there, m, times(cases, shareOf(there, to.area, service, asking, reader)));
		}
	}
}
