import { floatTerm, type Term } from '../formula/term';
import { blocked, floatOf, isBlocked, isKnown, type Blocked, type Value } from '../formula/value';
import type { Timed } from '../ledger/line';
import type { Building } from '../records/building';
import type { Contract } from '../records/contract';
import type { Post } from '../records/post';
import type { Service } from '../records/service';
import type { Team } from '../records/team';
import { boughtTerm, peopleTerm, roomsTerm } from './supply';

/** What a service can do and does in one area, month by month [cases a month]. */
export interface Delivery {
	readonly service: string;
	readonly area: string;
	readonly demand: Float64Array;
	readonly capacity: Float64Array;
	readonly served: Float64Array;
}

/** A service in one area whose capacity or demand waits for blank inputs. */
export interface BlockedDelivery {
	readonly service: string;
	readonly area: string;
	readonly blocked: Blocked;
}

/** The records that the capacity of a service comes from. */
export interface CapacityRecords {
	readonly teams: ReadonlyMap<string, Team>;
	readonly posts: readonly Timed<Post>[];
	readonly contracts: readonly Timed<Contract>[];
	readonly buildings: readonly Timed<Building>[];
	readonly months: number;
}

/** Capacity, demand and families served of a service in every area that has demand for it. */
export function deliveriesOf(
	service: Timed<Service>,
	records: CapacityRecords
): readonly (Delivery | BlockedDelivery)[] {
	const areas = [
		...new Set(service.versions.flatMap(({ content }) => Object.keys(content?.demand ?? {})))
	];
	return areas.map((area) => new DeliveryOf(records, service, area, areas).result());
}

/** The records that a service is delivered by: posts, contracts and buildings that name it. */
export function suppliersOf(
	service: string,
	{ posts, contracts, buildings }: Omit<CapacityRecords, 'teams' | 'months'>
): Pick<CapacityRecords, 'posts' | 'contracts' | 'buildings'> {
	return {
		posts: posts.filter(({ versions }) =>
			versions.some(({ content }) => content?.activities[service] !== undefined)
		),
		contracts: contracts.filter(({ versions }) =>
			versions.some(({ content }) => content?.service === service && content.volume !== undefined)
		),
		buildings: buildings.filter(
			({ versions, removals }) =>
				removals.some(({ content }) => content.services[service] !== undefined) ||
				versions.some(({ content }) => content?.services[service] !== undefined)
		)
	};
}

type Read = (value: Value | undefined, ref: string) => number;

/** Works out one service in one area, gathering the blanks on the way. */
class DeliveryOf {
	readonly #records: CapacityRecords;
	readonly #service: Timed<Service>;
	readonly #area: string;
	readonly #areas: readonly string[];
	readonly #blanks = new Set<string>();
	readonly #basis: unknown[] = [];

	constructor(
		records: CapacityRecords,
		service: Timed<Service>,
		area: string,
		areas: readonly string[]
	) {
		this.#records = records;
		this.#service = service;
		this.#area = area;
		this.#areas = areas;
	}

	result(): Delivery | BlockedDelivery {
		const id = this.#service.ref.slice('services/'.length);
		const demand = this.#retainedDemand(id);
		const people = this.#fromPosts(id);
		const bought = this.#fromContracts(id);
		const rooms = this.#roomLimit(id);
		const capacity = people.map((cases, m) =>
			Math.min(cases + (bought[m] ?? 0), rooms?.[m] ?? Infinity)
		);
		if (this.#blanks.size > 0)
			return { service: id, area: this.#area, blocked: blocked(this.#blanks, this.#basis) };
		return {
			service: id,
			area: this.#area,
			demand,
			capacity,
			served: demand.map((cases, m) => Math.min(cases, capacity[m] ?? 0))
		};
	}

	readonly #read: Read = (value, ref) => {
		if (value !== undefined && isKnown(value)) return floatOf(value);
		this.#blanks.add(ref);
		return 0;
	};

	/** Adds what each version of a record contributes to each version of the service in the months they hold. */
	#add<R extends Post | Contract | Building>(
		total: Float64Array,
		timed: Timed<R>,
		amount: (content: R, service: Service) => number
	): void {
		this.#basis.push({ ref: timed.ref, versions: timed.versions });
		for (const { content, weights } of timed.versions) {
			if (content === null) continue;
			for (const { content: service, weights: served } of this.#service.versions)
				if (service !== null && weights.some((weight, m) => weight * (served[m] ?? 0) > 0))
					addTo(total, amount(content, service), (m) => (weights[m] ?? 0) * (served[m] ?? 0));
		}
	}

	#series(): Float64Array {
		return new Float64Array(this.#records.months);
	}

	/** Demand of the area, less the users whom a closed building loses. */
	#retainedDemand(id: string): Float64Array {
		const demand = this.#series();
		this.#basis.push({ ref: this.#service.ref, versions: this.#service.versions });
		for (const { content, weights } of this.#service.versions)
			if (content !== null)
				addTo(demand, this.#demandIn(content, this.#area), (m) => weights[m] ?? 0);
		for (const { ref, removals } of this.#records.buildings)
			for (const removal of removals) {
				const { content, month, until } = removal;
				const offer = content.services[id];
				if (offer === undefined || (content.area !== null && content.area !== this.#area)) continue;
				this.#basis.push({ ref, removal });
				const lost =
					this.#read(offer.casesPerMonth, `${ref}.services.${id}.casesPerMonth`) *
					(1 - this.#keptBy(ref, id, content, month)) *
					this.#shareHere(content.area, this.#first());
				const end = Math.min(until ?? Infinity, demand.length);
				for (let m = Math.max(0, month); m < end; m++)
					demand[m] = Math.max(0, (demand[m] ?? 0) - lost);
			}
		return demand;
	}

	/** Share of a closed building's users who go on: none where no open building offers the service any more. */
	#keptBy(closed: string, id: string, content: Building, month: number): number {
		const isElsewhere = this.#records.buildings.some(
			({ ref, versions }) =>
				ref !== closed &&
				versions.some(
					(version) =>
						version.content?.services[id] !== undefined &&
						(version.weights[Math.max(0, month)] ?? 0) > 0
				)
		);
		return isElsewhere ? this.#read(content.retainedShare, `${closed}.retainedShare`) : 0;
	}

	/** Cases of a term, noting the blanks it waits for. */
	#cases(term: Term): number {
		const value = floatTerm(term);
		if (!isBlocked(value)) return value;
		for (const blank of value.waitsFor) this.#blanks.add(blank);
		return 0;
	}

	#fromPosts(id: string): Float64Array {
		const cases = this.#series();
		for (const timed of this.#records.posts) {
			this.#add(cases, timed, (content, service) => {
				const activity = content.activities[id];
				if (activity === undefined) return 0;
				const area = this.#records.teams.get(content.team)?.area ?? null;
				return (
					this.#cases(peopleTerm(timed.ref, content, service, activity)) *
					this.#shareHere(area, service)
				);
			});
		}
		return cases;
	}

	#fromContracts(id: string): Float64Array {
		const cases = this.#series();
		for (const timed of this.#records.contracts) {
			this.#add(cases, timed, (content, service) =>
				content.service === id && content.volume !== undefined
					? this.#cases(boughtTerm(timed.ref, content)) * this.#shareHere(content.area, service)
					: 0
			);
		}
		return cases;
	}

	/** Cases that the rooms of the area can hold; null where the service needs no room. */
	#roomLimit(id: string): Float64Array | null {
		if (this.#first().sessionsPerCase === undefined) return null;
		const limit = this.#series();
		for (const timed of this.#records.buildings) {
			this.#add(limit, timed, (content, service) => {
				const offer = content.services[id];
				if (offer === undefined || (content.area !== null && content.area !== this.#area)) return 0;
				return (
					this.#cases(roomsTerm(timed.ref, offer, service)) * this.#shareHere(content.area, service)
				);
			});
		}
		return limit;
	}

	#first(): Service {
		const content = this.#service.versions.find((version) => version.content !== null)?.content;
		if (content === null || content === undefined)
			throw new Error(`${this.#service.ref} is never there`);
		return content;
	}

	/** The part of what serves a given area that comes here; what serves all areas goes by their demand. */
	#shareHere(area: string | null, service: Service): number {
		if (area !== null) return area === this.#area ? 1 : 0;
		const total = this.#areas.reduce((sum, name) => sum + this.#demandIn(service, name), 0);
		return total === 0 ? 1 / this.#areas.length : this.#demandIn(service, this.#area) / total;
	}

	#demandIn({ demand }: Service, area: string): number {
		return this.#read(demand[area], `${this.#service.ref}.demand.${area}`);
	}
}

/** Adds an amount to each month by the month's weight. */
function addTo(total: Float64Array, amount: number, weightIn: (month: number) => number): void {
	for (let month = 0; month < total.length; month++)
		total[month] = (total[month] ?? 0) + weightIn(month) * amount;
}
