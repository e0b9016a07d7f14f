import { heldBetween, rememberedIn, type BasisIn } from '../ledger/basis';
import type { Timed } from '../ledger/line';
import type { Service } from '../records/service';
import { firstOf, type Move } from './demand';
import type { CapacityRecords } from './records';

type Records = Omit<CapacityRecords, 'months'>;

/** What the demand and capacity of a service in one area depend on in a year, and nothing else. */
export function deliveryBasis(
	{ teams, posts, contracts, buildings }: Records,
	service: Timed<Service>,
	area: string,
	moves: readonly Move[]
): BasisIn {
	const id = service.ref.slice('services/'.length);
	const comesHere = (served: string | null): boolean => served === null || served === area;
	return rememberedIn((y) => {
		const [from, to] = [12 * y, 12 * y + 12];
		const { demand, sessionsPerCase } = firstOf(service);
		return [
			{ demand, needsRooms: sessionsPerCase !== undefined },
			heldBetween(service, from, to, (own) => ({
				demand: own.demand,
				monthsPerCase: own.monthsPerCase,
				sessionsPerCase: own.sessionsPerCase
			})),
			...[
				...posts.map((post) =>
					heldBetween(post, from, to, (own) => {
						const served = teams.get(own.team)?.area ?? null;
						const { fte, vacancy, caseload, absence } = own;
						const share = own.activities[id];
						return share === undefined || !comesHere(served)
							? undefined
							: { served, fte, vacancy, share, caseload, absence };
					})
				),
				...contracts.map((contract) =>
					heldBetween(contract, from, to, ({ service: own, area: served, volume }) =>
						own !== id || volume === undefined || !comesHere(served)
							? undefined
							: { served, volume }
					)
				),
				...buildings.map((building) =>
					heldBetween(building, from, to, ({ area: served, services }) =>
						sessionsPerCase === undefined || !comesHere(served) || services[id] === undefined
							? undefined
							: {
									served,
									sessions: services[id].sessionsPerMonth,
									places: services[id].placesPerSession
								}
					)
				)
			].filter((held) => held !== null),
			...moves.flatMap(({ building, to: destination, held, content, leaving, arriving }) => {
				const months = held.filter((m) => m >= from && m < to);
				if (months.length === 0 || !(leaving.has(area) || arriving.has(area))) return [];
				return [
					{
						building,
						destination,
						months,
						from: content.area,
						users: content.services[id]?.casesPerMonth,
						retained: content.retainedShare
					}
				];
			})
		];
	});
}
