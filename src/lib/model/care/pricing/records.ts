import type { YearStart } from '../../calendar/calendar';
import type { Context } from '../../ledger/context';
import { Exact } from '../../money/money';
import type { PlacementType } from '../../records/placementType';
import type { PriceIndex } from '../../records/priceIndex';
import type { CarePrices, TypePrices } from './prices';

const exact = (value: number | null) => (value === null ? null : new Exact(value));

// A thousand draws ask for the same records.
const records = new WeakMap<TypePrices, PlacementType>();

/** The prices of a type as the engine's own record of a placement type, which its formulas read. */
export function placementTypeOf(prices: TypePrices): PlacementType {
	let record = records.get(prices);
	if (record === undefined) records.set(prices, (record = recordOf(prices)));
	return record;
}

function recordOf(prices: TypePrices): PlacementType {
	return {
		id: prices.type,
		title: prices.type,
		index: prices.uplift === null ? null : prices.type,
		priceYear: prices.priceYear,
		codes: [],
		provision: prices.provision,
		capacity: exact(prices.capacity),
		occupancy: exact(prices.occupancy),
		inHouseShare: exact(prices.inHouseShare),
		fixedWeekly: exact(prices.fixedWeekly),
		variableWeekly: exact(prices.variableWeekly),
		externalWeekly: exact(prices.externalWeekly),
		allowanceWeekly: exact(prices.allowanceWeekly)
	};
}

/** The years that are priced, in cash, with an index for each type, and for care leavers, whose prices rise. */
export function contextOf(
	{ types, leavers }: CarePrices,
	first: YearStart,
	years: number
): Context {
	const rising = [
		...types.map(({ type, uplift }) => ({ id: type, uplift })),
		...(leavers === null ? [] : [{ id: 'leavers', uplift: leavers.uplift }])
	];
	const indices = rising.flatMap(({ id, uplift }): readonly PriceIndex[] =>
		uplift === null
			? []
			: [
					{
						id,
						title: id,
						rates: Object.fromEntries(
							Object.entries(uplift.rates).map(([year, rate]) => [year, exact(rate)])
						),
						otherYears: exact(uplift.otherYears)
					}
				]
	);
	return {
		first,
		years,
		indices: new Map(indices.map((index) => [index.id, index])),
		rules: new Map(),
		terms: 'cash',
		deflator: null,
		factors: new Map(),
		ni: new Map()
	};
}
