import type { CareBand } from '../estimate/bands';
import type { ReturnType } from '../estimate/types';
import type { LeaverAge } from './leavers';

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

/** How care leavers live: shares of those who turned 18; the rest have no support that costs. */
export interface LeaverShares {
	/** With the foster carers whom they lived with. */
	readonly stayingPut: number | null;
	/** With other support that the council pays for. */
	readonly otherSupport: number | null;
}

/** What those who turn 18 in care cost the council until they are 25; null is not known. */
export interface LeaverPrices {
	/** The financial year that the prices were stated in. */
	readonly priceYear: string;
	/** Null where prices stay as they are. */
	readonly uplift: Uplift | null;
	readonly shares: LeaverShares;
	/** Of those who left a type, where they are not the same as for all. */
	readonly sharesByType: Readonly<Partial<Record<ReturnType, LeaverShares>>>;
	/** What a care leaver who stays put costs [£ a week]. */
	readonly stayingPut: Readonly<Record<LeaverAge, number | null>>;
	/** What other support costs [£ a week]. */
	readonly otherSupport: Readonly<Record<LeaverAge, number | null>>;
	/** The grant for those who came as unaccompanied asylum-seeking children; null where there is none. */
	readonly uasc: {
		/** Share of all care leavers. */
		readonly share: number | null;
		/** In cash, whatever the year [£ a week]. */
		readonly grantWeekly: number | null;
		/** Paid up to this birthday. */
		readonly untilAge: number;
	} | null;
}

/** Prices of placements, and of care leavers where they are given. */
export interface CarePrices {
	readonly types: readonly TypePrices[];
	readonly leavers: LeaverPrices | null;
}
