import { DAYS_IN_WEEK } from '../../ledger/placementWeeks';
import type { TypePrices } from './prices';

/**
 * The standard deviation of a year's external placements of a type [£] that few dear children make: each child is one of
 * them or not, and their prices are spread. The same children are taken to stay all year, which is the widest that it can be.
 */
export function highCostSpread(
	{ highCost, externalWeekly }: TypePrices,
	externalWeeks: number,
	days: number,
	priceFactor: number
): number | null {
	if (highCost === null || externalWeekly === null) return null;
	const { share, meanWeekly, deviationWeekly } = highCost;
	const weeks = days / DAYS_IN_WEEK;
	const children = externalWeeks / weeks;
	const mean = share * meanWeekly + (1 - share) * externalWeekly;
	const square =
		share * (meanWeekly ** 2 + deviationWeekly ** 2) + (1 - share) * externalWeekly ** 2;
	return weeks * priceFactor * Math.sqrt(children * Math.max(0, square - mean ** 2));
}
