import { ended } from './bought';
import { has, names, number, text, type Entry, type World, word } from './council';
import { closing, roomCases } from './estate';
import {
	isNothing,
	isWaiting,
	least,
	less,
	most,
	ONE,
	per,
	sum,
	times,
	traceOf,
	waiting,
	whole,
	ZERO,
	type Fraction
} from './fraction';

/** One service in one area, month by month [cases a month]. */
export interface Reach {
	readonly service: string;
	readonly area: string;
	readonly demand: readonly Fraction[];
	readonly capacity: readonly Fraction[];
	readonly served: readonly Fraction[];
}

/** The part of something council-wide that an area gets: all of it, none of it, or its share of what is asked for. */
function partFor(area: string, owner: string | null, share: Fraction): Fraction {
	if (owner === null) return share;
	return owner === area ? ONE : ZERO;
}

/** Cases that closures take from those who ask in an area in a month; negative where they bring more. */
function lost(world: World, service: string, area: string, month: number): Fraction {
	const offering = world
		.ids('buildings')
		.map((id) => world.written('buildings', id))
		.filter((building) => has(building, `services.${service}`));
	const open = offering.filter(({ id }) => world.at('buildings', id, month).length > 0);
	return sum(
		...offering.map((building) => {
			const closed = closing(world, building.id);
			if (closed === null || month < closed) return ZERO;
			const home = word(building, 'area');
			const users = number(building, `services.${service}.casesPerMonth`);
			const next = nearest(building, open);
			const leaving = home === area ? users : ZERO;
			if (next === null || (next === building ? home : word(next, 'area')) !== area) return leaving;
			return less(leaving, times(users, number(building, 'retainedShare')));
		})
	);
}

/** The nearest of some buildings; the building itself where no distance is known, null where there are none. */
function nearest(from: Entry, others: readonly Entry[]): Entry | null {
	const [first] = others
		.filter((other) => squareOfDistance(from, other) !== null)
		.toSorted((a, b) => (squareOfDistance(from, a) ?? 0) - (squareOfDistance(from, b) ?? 0));
	return first ?? (others.length === 0 ? null : from);
}

/** Square of the metres between two buildings: whole numbers, which no root has to be taken of. */
function squareOfDistance(a: Entry, b: Entry): number | null {
	const along = (field: string): number | null => {
		const [one, other] = [a[field], b[field]];
		return typeof one === 'number' && typeof other === 'number' ? one - other : null;
	};
	const [east, north] = [along('easting'), along('northing')];
	return east === null || north === null ? null : east * east + north * north;
}

/** Cases a month that one post can take for a service. */
function postCases(post: Entry, service: string, monthsPerCase: Fraction): Fraction {
	if (!has(post, `activities.${service}`)) return ZERO;
	return per(
		times(
			number(post, 'fte'),
			less(ONE, number(post, 'vacancy')),
			number(post, `activities.${service}`),
			number(post, 'caseload'),
			less(ONE, number(post, 'absence'))
		),
		monthsPerCase
	);
}

/** Cases a month that one contract can take for a service: none once it has come to its own end. */
function contractCases(world: World, contract: Entry, service: string, month: number): Fraction {
	if (contract['service'] !== service || !has(contract, 'volume')) return ZERO;
	return ended(world, contract, month) ? ZERO : per(number(contract, 'volume'), whole(12));
}

/** What one record can take for a service in a month, and the area it is tied to; null where it serves all. */
interface Supply {
	readonly owner: string | null;
	readonly cases: Fraction;
}

/** What the records of a kind can take in a month, each version by its weight; those that take nothing left out. */
function supplies(
	world: World,
	kind: string,
	month: number,
	owner: (written: Entry) => string | null,
	cases: (record: Entry) => Fraction
): readonly Supply[] {
	return world
		.ids(kind)
		.map((id) => ({
			owner: owner(world.written(kind, id)),
			cases: sum(...world.at(kind, id, month).map((v) => times(v.weight, cases(v.record))))
		}))
		.filter(({ cases: all }) => !isNothing(all));
}

/** The part of some supplies that an area gets. */
function inArea(area: string, share: Fraction, all: readonly Supply[]): Fraction {
	return sum(
		...all
			.map(({ owner, cases }) => ({ part: partFor(area, owner, share), cases }))
			.filter(({ part }) => part !== ZERO)
			.map(({ part, cases }) => times(part, cases))
	);
}

/** Every service in every area that asks for it, over the whole horizon. */
export function reachOf(world: World): readonly Reach[] {
	const months = Array.from({ length: 12 * world.years }, (_, month) => month);
	return world.ids('services').flatMap((service) => {
		const record = world.written('services', service);
		const areas = names(record, 'demand');
		const monthsPerCase = number(record, 'monthsPerCase');
		const all = sum(...areas.map((area) => number(record, `demand.${area}`)));
		const needsRooms = has(record, 'sessionsPerCase');
		const hands = months.map((month) => [
			...supplies(
				world,
				'posts',
				month,
				(post) => text(world.written('teams', word(post, 'team')), 'area'),
				(post) => postCases(post, service, monthsPerCase)
			),
			...supplies(
				world,
				'contracts',
				month,
				(contract) => text(contract, 'area'),
				(contract) => contractCases(world, contract, service, month)
			)
		]);
		const rooms = months.map((month) =>
			needsRooms
				? supplies(
						world,
						'buildings',
						month,
						(building) => text(building, 'area'),
						(building) => roomCases(building, service, number(record, 'sessionsPerCase'))
					)
				: []
		);
		return areas.map((area) => {
			const asked = number(record, `demand.${area}`);
			// What serves the whole council goes where the record says that demand is, closures or not.
			const share = all.top === 0n ? ZERO : per(asked, all);
			const demand = months.map((month) =>
				most(ZERO, less(asked, lost(world, service, area, month)))
			);
			const capacity = months.map((month) => {
				const staffed = inArea(area, share, hands[month] ?? []);
				return needsRooms ? least(staffed, inArea(area, share, rooms[month] ?? [])) : staffed;
			});
			const served = months.map((month) => least(demand[month] ?? ZERO, capacity[month] ?? ZERO));
			// What a service does in an area waits for everything that it does there.
			const waits = [...demand, ...capacity].some(isWaiting);
			const settled = (series: readonly Fraction[]) =>
				waits ? series.map((value) => waiting(value, traceOf(value))) : series;
			return {
				service,
				area,
				demand: settled(demand),
				capacity: settled(capacity),
				served: settled(served)
			};
		});
	});
}

/** The sum over a year's months of a monthly series. */
export function yearOf(series: readonly Fraction[], y: number): Fraction {
	return sum(...series.slice(12 * y, 12 * y + 12));
}

/** Cases of a service served in a month, all areas together. */
export function servedIn(reach: readonly Reach[], service: string, month: number): Fraction {
	return sum(
		...reach.filter((one) => one.service === service).map(({ served }) => served[month] ?? ZERO)
	);
}
