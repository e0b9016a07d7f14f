import type { Timed } from '../ledger/line';
import type { Building } from '../records/building';
import type { Contract } from '../records/contract';
import type { Post } from '../records/post';
import type { Team } from '../records/team';

/** The records that the capacity of a service comes from. */
export interface CapacityRecords {
	readonly teams: ReadonlyMap<string, Team>;
	readonly posts: readonly Timed<Post>[];
	readonly contracts: readonly Timed<Contract>[];
	readonly buildings: readonly Timed<Building>[];
	readonly months: number;
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
