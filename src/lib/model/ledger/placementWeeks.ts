import { daysInMonth } from '../calendar/calendar';
import { splitDemand } from '../care/marginSplit';
import { blocked, floatOf, isBlocked, isKnown, type Blocked } from '../formula/value';
import type { PlacementType } from '../records/placementType';
import type { Context } from './context';
import type { Timed } from './line';

/** Days in a week. */
export const DAYS_IN_WEEK = 7;

/** How the children of one type live, month by month [child-weeks]. */
export interface TypeWeeks {
	readonly inHouse: Float64Array;
	readonly external: Float64Array;
	readonly all: Float64Array;
}

/** How the children of one type live in the months that are known. */
export interface KnownWeeks extends TypeWeeks {
	/** What the months beyond these wait for; null where all are known. */
	readonly after: Blocked | null;
}

/** True where council places exist but their number is not known, so that the observed mix prices the children. */
export function isPricedByMix(content: PlacementType): boolean {
	return content.provision === 'mixed' && !isKnown(content.capacity ?? null);
}

/**
 * Divides a type's child-weeks between council and external places. Where occupancy is blank it is what the observed
 * in-house share of the opening stock fills of the capacity.
 */
export function weeksOfType(
	timed: Timed<PlacementType>,
	demand: Float64Array,
	openingChildren: number,
	context: Context
): TypeWeeks | Blocked {
	const months = () => new Float64Array(demand.length);
	// In each month the versions that run places share one margin; the others live by their own provision.
	const [byMargin, usable, inHouse, external] = [months(), months(), months(), months()];
	const add = (to: Float64Array, m: number, amount: number): void => {
		to[m] = (to[m] ?? 0) + amount;
	};
	for (const { content, weights } of timed.versions) {
		if (content === null || content.provision === 'allowance') continue;
		const places = floatOf(content.capacity ?? 0);
		const occupancy =
			content.provision === 'mixed' ? occupancyOf(timed.ref, content, places, openingChildren) : 0;
		if (isBlocked(occupancy)) return occupancy;
		const fixedShare = isPricedByMix(content) ? floatOf(content.inHouseShare ?? 0) : 0;
		const hasMargin = content.provision === 'mixed' && !isPricedByMix(content);
		weights.forEach((weight, m) => {
			const weeks = weight * (demand[m] ?? 0);
			if (hasMargin) {
				add(byMargin, m, weeks);
				add(usable, m, weight * places * occupancy);
			} else {
				add(inHouse, m, weeks * fixedShare);
				add(external, m, weeks * (1 - fixedShare));
			}
		});
	}
	byMargin.forEach((weeks, m) => {
		const monthWeeks = daysInMonth(m, context.first) / DAYS_IN_WEEK;
		const split = splitDemand(weeks, usable[m] ?? 0, 1, monthWeeks);
		add(inHouse, m, split.inHouseWeeks);
		add(external, m, split.externalWeeks);
	});
	return { inHouse, external, all: demand };
}

/** The share of a type's council places that can be filled: its own, or what the observed in-house share fills. */
export function occupancyOf(
	ref: string,
	content: PlacementType,
	places: number,
	openingChildren: number
): number | Blocked {
	const { occupancy, inHouseShare } = content;
	if (isPricedByMix(content))
		return isKnown(inHouseShare ?? null) ? 0 : blocked([`${ref}.inHouseShare`], content);
	if (occupancy !== undefined && occupancy !== null) return floatOf(occupancy);
	if (inHouseShare === undefined || inHouseShare === null)
		return blocked([`${ref}.occupancy`, `${ref}.inHouseShare`], content);
	return places === 0 ? 0 : Math.min(1, (floatOf(inHouseShare) * openingChildren) / places);
}
