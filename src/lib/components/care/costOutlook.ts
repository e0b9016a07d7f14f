import {
	RETURN_TYPE_IDS,
	type CareCosts,
	type CarePriceKeys,
	type CareWindow,
	type Council,
	type PlacementType,
	type ReturnType
} from '$lib/model';
import { care } from '$lib/messages/care';
import { likelyTypes } from './useInBaseline';

/** Prices of the window's types, and the baseline's type that each comes from; null where nothing prices it. */
export interface PricesInUse {
	/** The keys of a parameters file that say the same. */
	readonly keys: CarePriceKeys;
	readonly isKept: boolean;
	readonly from: readonly {
		readonly type: ReturnType;
		readonly title: string | null;
		/** The type that the council places of the baseline's type are counted with, where it is another. */
		readonly placesWith: ReturnType | null;
	}[];
}

/** The prices that are kept with a window, or else those of the baseline's placement types. */
export function pricesInUse(council: Council, kept: CareWindow): PricesInUse {
	if (kept.parameters !== undefined) return { keys: kept.parameters, isKept: true, from: [] };
	const { placementTypes, indices } = council.baseline;
	const chosen = likelyTypes(council, kept);
	const from = RETURN_TYPE_IDS.filter((type) => type in chosen).map((type) => ({
		type,
		own: placementTypes.find(({ id }) => id === chosen[type]) ?? null
	}));
	const childrenOf = (type: ReturnType): number =>
		kept.closing.reduce((sum, own) => sum + (own.type === type ? own.children : 0), 0);
	// Council places are there once: those of a type with the most children fill them.
	const placesOf = (id: string): ReturnType | null =>
		from
			.filter(({ own }) => own?.id === id && own.provision === 'mixed')
			.reduce<ReturnType | null>(
				(most, { type }) => (most === null || childrenOf(type) > childrenOf(most) ? type : most),
				null
			);
	const sources = from.map(({ type, own }) => {
		const places = own === null ? null : placesOf(own.id);
		return { type, own, placesWith: places === type ? null : places };
	});
	const prices = Object.fromEntries(
		sources.flatMap(({ type, own, placesWith }) => {
			if (own === null) return [];
			const keys = keysOf(own, indices.find(({ id }) => id === own.index) ?? null);
			return [
				[type, placesWith === null ? keys : { ...keys, provision: 'bought' as const }] as const
			];
		})
	);
	return {
		keys: { prices, child_population: {} },
		isKept: false,
		from: sources.map(({ type, own, placesWith }) => ({
			type,
			title: own?.title ?? null,
			placesWith
		}))
	};
}

type TypeKeys = NonNullable<CarePriceKeys['prices'][ReturnType]>;

/** A type of the baseline as a parameters file has it. */
function keysOf(
	own: PlacementType,
	index: Council['baseline']['indices'][number] | null
): TypeKeys {
	const number = (value: PlacementType['capacity']): number | null => value?.toNumber() ?? null;
	return {
		provision: own.provision,
		price_year: own.priceYear,
		uplift:
			index === null
				? null
				: {
						rates: Object.fromEntries(
							Object.entries(index.rates).map(([year, rate]) => [year, rate?.toNumber() ?? null])
						),
						other_years: index.otherYears?.toNumber() ?? null
					},
		capacity: number(own.capacity),
		occupancy: number(own.occupancy),
		in_house_share: number(own.inHouseShare),
		fixed_weekly: number(own.fixedWeekly),
		variable_weekly: number(own.variableWeekly),
		external_weekly: number(own.externalWeekly),
		external_weekly_by_band: {},
		allowance_weekly: number(own.allowanceWeekly),
		one_off: null,
		high_cost: null
	};
}

/** The pence of all lines by month: of what is known, and whether that is all. */
export function costTotals({ lines, months, notPriced }: CareCosts): {
	readonly known: readonly number[];
	readonly isWhole: boolean;
} {
	return {
		known: months.map((_, month) => lines.reduce((sum, { pence }) => sum + (pence[month] ?? 0), 0)),
		isWhole: notPriced.length === 0 && lines.every(({ pence }) => !pence.includes(null))
	};
}

/** A line in words: 'Foster care: external placements'. */
export function lineName(
	type: CareCosts['lines'][number]['type'],
	part: CareCosts['lines'][number]['part']
): string {
	return care.costs.line(type === 'leavers' ? care.costs.leavers : care.types[type], part);
}
