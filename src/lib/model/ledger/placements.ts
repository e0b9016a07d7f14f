import { daysInMonth, type YearStart } from '../calendar/calendar';
import { splitDemand } from '../care/marginSplit';
import type { Term } from '../formula/term';
import { floatOf, isBlocked, type Blocked, type Value } from '../formula/value';
import type { PlacementType } from '../records/placementType';
import { pricedTerm, type Context } from './context';
import { anyContent, type LineSpec, type Timed } from './line';
import { PLACEMENT_PARTS, type PlacementPart } from './placementFormulas';
import {
	DAYS_IN_WEEK,
	isPricedByMix,
	occupancyOf,
	type KnownWeeks,
	type TypeWeeks
} from './placementWeeks';

/** The parts of the cost of a placement type, with the sort of weeks that each prices. */
export function partsOf(
	content: PlacementType
): readonly { part: PlacementPart; weeks: keyof TypeWeeks | 'places' }[] {
	if (content.provision === 'allowance') return [{ part: 'allowance', weeks: 'all' }];
	if (content.provision === 'bought') return [{ part: 'external', weeks: 'external' }];
	if (isPricedByMix(content)) return [{ part: 'mix', weeks: 'all' }];
	return [
		{ part: 'fixed', weeks: 'places' },
		{ part: 'inHouse', weeks: 'inHouse' },
		{ part: 'external', weeks: 'external' }
	];
}

/** How the children of each type live, by its reference, and what that depends on in a year. */
interface PlacedChildren {
	readonly weeksOf: (ref: string) => KnownWeeks | Blocked;
	readonly weeksBasisIn: (ref: string, y: number) => unknown;
}

/** The lines of a placement type: council places, children in them, external placements. */
export function placementLines(
	timed: Timed<PlacementType>,
	care: PlacedChildren,
	calibration: Value,
	context: Context
): readonly LineSpec[] {
	const contents = timed.versions.flatMap(({ content }) => (content === null ? [] : [content]));
	const parts = [
		...new Set(contents.flatMap((content) => partsOf(content).map(({ part }) => part)))
	];
	const record = anyContent(timed);
	return parts.map((part) => ({
		id: `${timed.ref}/${part}`,
		title: `${record.title}: ${PLACEMENT_PARTS[part].title}`,
		figure: 'cost.placements',
		part: record.id,
		heading: null,
		terms: (y) => placementTerms(timed, part, care, calibration, context, y)
	}));
}

function placementTerms(
	timed: Timed<PlacementType>,
	part: PlacementPart,
	care: PlacedChildren,
	calibration: Value,
	context: Context,
	y: number
): readonly Term[] {
	const known = care.weeksOf(timed.ref);
	const weeks = isBlocked(known) || 12 * y < known.all.length ? known : (known.after ?? known);
	return timed.versions.flatMap(({ content, weights, changes }) => {
		const found =
			content === null ? undefined : partsOf(content).find((other) => other.part === part);
		const held = weights.slice(12 * y, 12 * y + 12);
		if (content === null || found === undefined || held.every((weight) => weight === 0)) return [];
		const byMonth = weeksByMonth(content, found.weeks, weeks, weights, context);
		const quantity = isBlocked(byMonth)
			? byMonth
			: byMonth.subarray(12 * y, 12 * y + 12).reduce((total, month) => total + month, 0);
		const term = placementTerm(
			{
				content,
				part,
				quantity,
				calibration,
				changes,
				elsewhere: {
					quantity: `${PLACEMENT_PARTS[part].quantity}/${content.id}`,
					calibration: 'care.calibration'
				}
			},
			context,
			context.first + y
		);
		return [
			{
				...term,
				dependsOn: () => ({ quantity: [care.weeksBasisIn(timed.ref, y), held] }),
				...(isBlocked(byMonth) ? {} : { weights: byMonth })
			}
		];
	});
}

/** Weeks of one sort in each month, by the weight that the version has in it. */
function weeksByMonth(
	content: PlacementType,
	sort: keyof TypeWeeks | 'places',
	weeks: TypeWeeks | Blocked,
	weights: Float64Array,
	context: Context
): Float64Array | Blocked {
	if (sort === 'places') {
		const places = floatOf(content.capacity ?? 0);
		return weights.map(
			(weight, m) => (weight * places * daysInMonth(m, context.first)) / DAYS_IN_WEEK
		);
	}
	return isBlocked(weeks) ? weeks : weights.map((weight, m) => weight * (weeks[sort][m] ?? 0));
}

/** A quantity of one sort of placement, to be priced. */
interface PricedQuantity {
	readonly content: PlacementType;
	readonly part: PlacementPart;
	readonly quantity: Value;
	readonly calibration: Value;
	readonly changes: readonly string[];
	/** The figures, or the parts of a working, that the quantity and the calibration factor are. */
	readonly elsewhere: Readonly<Record<string, string>>;
}

/** The term that prices a quantity of one sort of placement in a year. */
export function placementTerm(priced: PricedQuantity, context: Context, year: YearStart): Term {
	const { content, part, quantity, calibration, changes, elsewhere } = priced;
	const { formula, prices } = PLACEMENT_PARTS[part];
	return pricedTerm(context, year, content, {
		formula,
		record: `placementTypes/${content.id}`,
		changes,
		values: {
			quantity,
			...Object.fromEntries(prices.map((name) => [name, content[name] ?? null])),
			calibration
		},
		elsewhere
	});
}

/** What the placements of a base year cost before calibration: average children by type all year long, at its prices. */
export function baseYearTerms(
	record: PlacementType,
	children: number,
	days: number,
	context: Context,
	year: YearStart
): readonly Term[] | Blocked {
	const ref = `placementTypes/${record.id}`;
	const all = (children * days) / DAYS_IN_WEEK;
	const places = floatOf(record.capacity ?? 0);
	const occupancy = record.provision === 'mixed' ? occupancyOf(ref, record, places, children) : 0;
	if (isBlocked(occupancy)) return occupancy;
	const split = splitDemand(all, places, occupancy, days / DAYS_IN_WEEK);
	const quantities = {
		places: (places * days) / DAYS_IN_WEEK,
		inHouse: split.inHouseWeeks,
		external: record.provision === 'bought' ? all : split.externalWeeks,
		all
	};
	return partsOf(record).map(({ part, weeks }) =>
		placementTerm(
			{
				content: record,
				part,
				quantity: quantities[weeks],
				calibration: 1,
				changes: [],
				elsewhere: {
					quantity: `${part === 'fixed' ? 'care.basePlaceWeeks' : 'care.baseYearWeeks'}/${record.id}`,
					calibration: 'care.baseYearFactor'
				}
			},
			context,
			year
		)
	);
}
