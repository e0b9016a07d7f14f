/** Demand for a placement group over a stretch of time, by who provides it [child-weeks] (model §6). */
export interface DemandSplit {
	/** Weeks in the council's own places. */
	readonly inHouseWeeks: number;
	/** Weeks bought from others, once the council's places are full. */
	readonly externalWeeks: number;
}

/**
 * Fills the council's own places first: `min(demand, capacity · occupancy · weeks)` in house, the rest external.
 * `occupancy` is the share of places in use when full; it may exceed 1 where carers take a child above approval.
 */
export function splitDemand(
	demandWeeks: number,
	capacityPlaces: number,
	occupancy: number,
	weeks: number
): DemandSplit {
	const amounts = [demandWeeks, capacityPlaces, occupancy, weeks];
	if (!amounts.every((amount) => amount >= 0 && Number.isFinite(amount))) {
		throw new RangeError(
			`Demand cannot be split: ${demandWeeks} child-weeks, ${capacityPlaces} places, occupancy ${occupancy}, ${weeks} weeks.`
		);
	}
	const inHouseWeeks = Math.min(demandWeeks, capacityPlaces * occupancy * weeks);
	return { inHouseWeeks, externalWeeks: demandWeeks - inHouseWeeks };
}
