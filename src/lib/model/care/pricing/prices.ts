import type { CareBand } from '../estimate/bands';
import type { ReturnType } from '../estimate/types';

/** How the prices of a placement type rise each April. */
export interface Uplift {
	/** Share by financial year ('2025/26'); null where it is not known. */
	readonly rates: Readonly<Record<string, number | null>>;
	/** Share in every other year; null where it is not known. */
	readonly otherYears: number | null;
}

/** The few children whose external placements cost far more: a log-normal distribution of prices. */
export interface HighCost {
	/** Share of the children in external placements. */
	readonly share: number;
	/** Mean of their prices [£ a week]. */
	readonly meanWeekly: number;
	/** Standard deviation of their prices [£ a week]. */
	readonly deviationWeekly: number;
}

/** What the placements of a type cost; a price that is null is not known, and keeps the cost from being told. */
export interface TypePrices {
	readonly type: ReturnType;
	/** Who provides: council places and external ones, external ones alone, or a family with an allowance. */
	readonly provision: 'mixed' | 'bought' | 'allowance';
	/** The financial year that the prices were stated in. */
	readonly priceYear: string;
	/** Null where prices stay as they are. */
	readonly uplift: Uplift | null;
	/** Council places. */
	readonly capacity: number | null;
	/** Share of the council places that can be filled. */
	readonly occupancy: number | null;
	/** Share of the children in council places, where their number or occupancy is not known. */
	readonly inHouseShare: number | null;
	/** Of a council place, filled or not [£ a week]. */
	readonly fixedWeekly: number | null;
	/** That a child in a council place adds [£ a week]. */
	readonly variableWeekly: number | null;
	/** Of an external placement [£ a week]. */
	readonly externalWeekly: number | null;
	/** Of an external placement of a child of the band, where it is not the type's [£ a week]. */
	readonly externalWeeklyByBand: Readonly<Partial<Record<CareBand, number>>>;
	/** Paid to a family [£ a week]. */
	readonly allowanceWeekly: number | null;
	/** Once for each child who comes into the type, into care or by a move [£]; null where there is none. */
	readonly oneOff: number | null;
	readonly highCost: HighCost | null;
}
