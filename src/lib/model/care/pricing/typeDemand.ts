import { daysInMonth, type YearStart } from '../../calendar/calendar';
import { isBlocked } from '../../formula/value';
import type { Context } from '../../ledger/context';
import { DAYS_IN_WEEK, weeksOfType, type TypeWeeks } from '../../ledger/placementWeeks';
import { CARE_BANDS } from '../../records/careFlow';
import type { PlacementType } from '../../records/placementType';
import { TYPES } from '../estimate/careModel';
import { RETURN_TYPE_IDS } from '../estimate/types';
import type { DemandMonth } from './demand';
import type { TypePrices } from './prices';
import { placementTypeOf } from './records';

/** The children of one type, month by month from April of the first year; nothing in months outside the forecast. */
export interface TypeDemand {
	readonly content: PlacementType;
	/** The place in the series of each month of the forecast, and its year. */
	readonly months: readonly {
		readonly at: number;
		readonly year: YearStart;
		/** Days of the month that are priced. */
		readonly days: number;
	}[];
	readonly weeks: TypeWeeks | null;
	/** Weeks of council places, in the forecast's months alone. */
	readonly places: Float64Array;
	readonly arrivals: Float64Array;
	/** Share of each month's child-days by band. */
	readonly bandShares: readonly Float64Array[];
	readonly waitsFor: readonly string[];
}

/** How the children of one type live in each month, by the engine's margin: council places fill first. */
export function typeDemand(
	prices: TypePrices,
	demand: readonly DemandMonth[],
	context: Context
): TypeDemand {
	const content = placementTypeOf(prices);
	const type = RETURN_TYPE_IDS.indexOf(prices.type);
	const series = () => new Float64Array(context.years * 12);
	const [childWeeks, places, arrivals] = [series(), series(), series()];
	const bandShares = CARE_BANDS.map(series);
	const months = monthsIn(demand, context);
	demand.forEach((own, i) => {
		const at = months[i]?.at ?? 0;
		const days = sumOfType(own.childDays, type);
		childWeeks[at] = days / DAYS_IN_WEEK / partOf(at, own.days, context);
		places[at] = ((prices.capacity ?? 0) * own.days) / DAYS_IN_WEEK;
		arrivals[at] = sumOfType(own.arrivals, type);
		for (const [band, shares] of bandShares.entries())
			shares[at] = days === 0 ? 0 : (own.childDays[band * TYPES + type] ?? 0) / days;
	});
	const at = months[0]?.at ?? 0;
	// The mean of the first month stands for the children whose observed share fills the council's places.
	const opening = ((childWeeks[at] ?? 0) * DAYS_IN_WEEK) / daysInMonth(at, context.first);
	const weeks = weeksOfType(
		{
			ref: refOf(prices),
			base: content,
			versions: [
				{ content, weights: series().fill(1), months: allYear(context.years), changes: [] }
			],
			removals: []
		},
		childWeeks,
		opening,
		context
	);
	return {
		content,
		months,
		weeks: isBlocked(weeks) ? null : inParts(weeks, months, context),
		places,
		arrivals,
		bandShares,
		waitsFor: isBlocked(weeks) ? weeks.waitsFor : []
	};
}

/** The place of each month of a demand in a series that begins with April of the first year. */
export function monthsIn(
	demand: readonly DemandMonth[],
	{ first }: Pick<Context, 'first'>
): TypeDemand['months'] {
	return demand.map(({ year, month, days }) => ({ at: (year - first) * 12 + month, year, days }));
}

/** The engine's margin knows whole months: part ones are split as a whole month would be that goes on like them. */
function inParts(
	{ inHouse, external, all }: TypeWeeks,
	months: TypeDemand['months'],
	context: Context
): TypeWeeks {
	const parts = new Float64Array(context.years * 12);
	for (const { at, days } of months) parts[at] = partOf(at, days, context);
	const cut = (weeks: Float64Array): Float64Array =>
		weeks.map((whole, at) => whole * (parts[at] ?? 0));
	return { inHouse: cut(inHouse), external: cut(external), all: cut(all) };
}

/** What part of a month so many days are. */
const partOf = (at: number, days: number, { first }: Context): number =>
	days / daysInMonth(at, first);

const allYear = (years: number): readonly number[] => Array.from({ length: years }, () => 12);

/** The reference of a type's prices. */
export const refOf = ({ type }: TypePrices): string => `placementTypes/${type}`;

/** The sum over all bands of a type. */
export function sumOfType(byState: Float64Array, type: number): number {
	return CARE_BANDS.reduce((sum, _, band) => sum + (byState[band * TYPES + type] ?? 0), 0);
}
