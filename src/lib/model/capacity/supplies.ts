import { isSame } from '../formula/value';
import type { Context } from '../ledger/context';
import type { Timed } from '../ledger/line';
import type { Service } from '../records/service';
import type { Team } from '../records/team';
import { deliveriesOf, type Deliveries } from './capacity';
import { suppliersOf, type CapacityRecords } from './records';

/** A service with the records that deliver it, and what they deliver. */
export interface Supply
	extends Pick<CapacityRecords, 'posts' | 'contracts' | 'buildings'>, Deliveries {
	readonly service: Timed<Service>;
	readonly context: Context;
	readonly teams: readonly Team[];
}

/** What every service delivers; a service whose records are the very same as in an earlier run is taken from it. */
export function suppliesOf(
	records: Pick<CapacityRecords, 'posts' | 'contracts' | 'buildings'> & {
		readonly services: readonly Timed<Service>[];
		readonly teams: readonly Team[];
	},
	context: Context,
	known: readonly (readonly Supply[])[]
): readonly Supply[] {
	const teams = new Map(records.teams.map((team) => [team.id, team]));
	return records.services.map((service) => {
		const suppliers = suppliersOf(service.ref.slice('services/'.length), records);
		for (const other of known) {
			const same = other.find(
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
			...deliveriesOf(service, { ...suppliers, teams, months: context.years * 12 })
		};
	});
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
	return a.length === b.length && a.every((item, i) => item === b[i]);
}
