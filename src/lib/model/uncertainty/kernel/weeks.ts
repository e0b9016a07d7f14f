import { daysInMonth } from '../../calendar/calendar';
import type { Timed } from '../../ledger/line';
import { DAYS_IN_WEEK, isPricedByMix } from '../../ledger/placementWeeks';
import type { Context } from '../../ledger/context';
import { CARE_BANDS } from '../../records/careFlow';
import type { PlacementType } from '../../records/placementType';
import { least, minus, over, plus, times, type Column } from '../column';
import type { DrawnCare } from './care';
import type { Reader } from './reader';

/** How the children of one placement type live in all draws, month by month [child-weeks]. */
export interface DrawnWeeks {
	readonly inHouse: readonly Column[];
	readonly external: readonly Column[];
	readonly all: readonly Column[];
}

/** The weeks of a placement type, and how they divide between council places and external ones. */
export function drawnWeeks(
	timed: Timed<PlacementType>,
	care: DrawnCare,
	context: Context,
	reader: Reader
): DrawnWeeks {
	const type = care.types.indexOf(timed.ref.slice('placementTypes/'.length));
	const all = care.inputs.days.map((_, month) => {
		const days = care.bands.reduce<Column>(
			(sum, { band }) => plus(sum, band.childDays[month]?.[type] ?? NaN),
			0
		);
		return over(days, DAYS_IN_WEEK);
	});
	const months = () => all.map((): Column => 0);
	const [byMargin, usable, inHouse, external] = [months(), months(), months(), months()];
	const opening = times(
		CARE_BANDS.reduce<Column>(
			(sum, _, band) => plus(sum, care.inputs.shares[band * care.types.length + type] ?? 0),
			0
		),
		care.inputs.opening
	);
	const add = (to: Column[], m: number, amount: Column): void => {
		to[m] = plus(to[m] ?? 0, amount);
	};
	for (const { content, weights, changes } of timed.versions) {
		if (content === null || content.provision === 'allowance') continue;
		const isMix = isPricedByMix(content);
		const places = drawnPlaces(timed.ref, content, changes, reader);
		const filled =
			content.provision === 'mixed' && !isMix
				? times(places, drawnOccupancy(timed.ref, content, changes, opening, reader))
				: 0;
		const fixed = isMix
			? reader.read(content.inHouseShare ?? null, `${timed.ref}.inHouseShare`, changes)
			: 0;
		all.forEach((demand, m) => {
			const weight = weights[m] ?? 0;
			if (weight === 0) return;
			const weeks = times(weight, demand);
			if (content.provision === 'mixed' && !isMix) {
				add(byMargin, m, weeks);
				add(usable, m, times(weight, filled));
			} else {
				add(inHouse, m, times(weeks, fixed));
				add(external, m, times(weeks, minus(1, fixed)));
			}
		});
	}
	byMargin.forEach((weeks, m) => {
		const monthWeeks = daysInMonth(m, context.first) / DAYS_IN_WEEK;
		const own = least(weeks, times(usable[m] ?? 0, monthWeeks));
		add(inHouse, m, own);
		add(external, m, minus(weeks, own));
	});
	return { inHouse, external, all };
}

/** Council places of a version; none where it has no number of them. */
export function drawnPlaces(
	ref: string,
	content: PlacementType,
	changes: readonly string[],
	reader: Reader
): Column {
	return content.capacity === undefined || content.capacity === null
		? 0
		: reader.read(content.capacity, `${ref}.capacity`, changes);
}

/** The share of council places that can be filled: its own, or what the observed in-house share fills. */
export function drawnOccupancy(
	ref: string,
	content: PlacementType,
	changes: readonly string[],
	opening: Column,
	reader: Reader
): Column {
	const { occupancy, inHouseShare } = content;
	if (occupancy !== undefined && occupancy !== null)
		return reader.read(occupancy, `${ref}.occupancy`, changes);
	const places = drawnPlaces(ref, content, changes, reader);
	if (places === 0) return 0;
	const share = reader.read(inHouseShare ?? null, `${ref}.inHouseShare`, changes);
	return least(1, over(times(share, opening), places));
}
