import { floatTerm, type Term } from '../formula/term';
import { blocked, isBlocked, type Blocked } from '../formula/value';
import type { BasisIn } from '../ledger/basis';
import type { Timed } from '../ledger/line';
import type { Building } from '../records/building';
import type { Contract } from '../records/contract';
import type { Post } from '../records/post';
import type { Service } from '../records/service';
import { deliveryBasis } from './basis';
import { askingAreas, demandFor, firstOf, shareIn, type Cases, type Move } from './demand';
import type { CapacityRecords } from './records';
import { boughtTerm, peopleTerm, roomsTerm } from './supply';

/** What a service can do and does in one area, month by month [cases a month]. */
export interface Delivery {
	readonly service: string;
	readonly area: string;
	readonly demand: Float64Array;
	readonly capacity: Float64Array;
	readonly served: Float64Array;
	readonly basisIn: BasisIn;
}

/** A service in one area whose capacity or demand waits for blank inputs. */
export interface BlockedDelivery {
	readonly service: string;
	readonly area: string;
	/** Its basis is that of every year, in order. */
	readonly blocked: Blocked;
	readonly basisIn: BasisIn;
}

/** What a service does in every area, and where users of closed buildings go on. */
export interface Deliveries {
	readonly deliveries: readonly (Delivery | BlockedDelivery)[];
	readonly moves: readonly Move[];
}

/** Capacity, demand and families served of a service in every area that has demand for it. */
export function deliveriesOf(service: Timed<Service>, records: CapacityRecords): Deliveries {
	const { byArea, moves } = demandFor(service, records.buildings, records.months);
	return {
		moves,
		deliveries: [...byArea].map(([area, demand]) =>
			new DeliveryOf(records, service, area, demand).result(
				deliveryBasis(records, service, area, moves)
			)
		)
	};
}

/** Works out one service in one area, gathering the blanks on the way. */
class DeliveryOf {
	readonly #records: CapacityRecords;
	readonly #service: Timed<Service>;
	readonly #area: string;
	readonly #asking: readonly string[];
	readonly #demand: Cases;
	readonly #blanks: Set<string>;

	constructor(records: CapacityRecords, service: Timed<Service>, area: string, demand: Cases) {
		this.#records = records;
		this.#service = service;
		this.#area = area;
		this.#asking = askingAreas(service);
		this.#demand = demand;
		this.#blanks = new Set(demand.blanks);
	}

	result(basisIn: BasisIn): Delivery | BlockedDelivery {
		const id = this.#service.ref.slice('services/'.length);
		const people = this.#fromPosts(id);
		const bought = this.#fromContracts(id);
		const rooms = this.#roomLimit(id);
		const capacity = people.map((cases, m) =>
			Math.min(cases + (bought[m] ?? 0), rooms?.[m] ?? Infinity)
		);
		const head = { service: id, area: this.#area, basisIn };
		if (this.#blanks.size > 0) {
			const years = Array.from({ length: this.#records.months / 12 }, (_, y) => basisIn(y));
			return { ...head, blocked: blocked(this.#blanks, years) };
		}
		const demand = this.#demand.months;
		return {
			...head,
			demand,
			capacity,
			served: demand.map((cases, m) => Math.min(cases, capacity[m] ?? 0))
		};
	}

	/** Adds what each version of a record contributes to each version of the service in the months they hold. */
	#add<R extends Post | Contract | Building>(
		total: Float64Array,
		timed: Timed<R>,
		served: (content: R) => string | null,
		termOf: (content: R, service: Service) => Term | null
	): void {
		for (const { content, weights } of timed.versions) {
			if (content === null) continue;
			const area = served(content);
			if (area !== null && area !== this.#area) continue;
			for (const { content: service, weights: held } of this.#service.versions) {
				if (service === null || !weights.some((weight, m) => weight * (held[m] ?? 0) > 0)) continue;
				const term = termOf(content, service);
				if (term === null) continue;
				const amount =
					this.#cases(term) * shareIn(this.#area, area, service, this.#asking, this.#blanks);
				weights.forEach((weight, m) => {
					total[m] = (total[m] ?? 0) + weight * (held[m] ?? 0) * amount;
				});
			}
		}
	}

	/** Cases of a term, noting the blanks it waits for. */
	#cases(term: Term): number {
		const value = floatTerm(term);
		if (!isBlocked(value)) return value;
		for (const blank of value.waitsFor) this.#blanks.add(blank);
		return 0;
	}

	#fromPosts(id: string): Float64Array {
		const cases = new Float64Array(this.#records.months);
		for (const timed of this.#records.posts)
			this.#add(
				cases,
				timed,
				({ team }) => this.#records.teams.get(team)?.area ?? null,
				(content, service) => {
					const share = content.activities[id];
					return share === undefined ? null : peopleTerm(timed.ref, content, service, share);
				}
			);
		return cases;
	}

	#fromContracts(id: string): Float64Array {
		const cases = new Float64Array(this.#records.months);
		for (const timed of this.#records.contracts)
			this.#add(
				cases,
				timed,
				({ area }) => area,
				(content) =>
					content.service === id && content.volume !== undefined
						? boughtTerm(timed.ref, content)
						: null
			);
		return cases;
	}

	/** Cases that the rooms of the area can hold; null where the service needs no room. */
	#roomLimit(id: string): Float64Array | null {
		if (firstOf(this.#service).sessionsPerCase === undefined) return null;
		const limit = new Float64Array(this.#records.months);
		for (const timed of this.#records.buildings)
			this.#add(
				limit,
				timed,
				({ area }) => area,
				(content, service) => {
					const offer = content.services[id];
					return offer === undefined ? null : roomsTerm(timed.ref, offer, service);
				}
			);
		return limit;
	}
}
