import { daysInMonth, type YearStart } from '../calendar/calendar';
import { splitDemand } from '../care/marginSplit';
import {
	indexFactor as index,
	input,
	named,
	product,
	restOf,
	sum,
	type Expression,
	type Formula
} from '../formula/expression';
import type { Term } from '../formula/term';
import { blocked, floatOf, isBlocked, isKnown, type Blocked, type Value } from '../formula/value';
import type { PlacementType } from '../records/placementType';
import { pricedTerm, type Context } from './context';
import { anyContent, FACTOR, fieldInput, type LineSpec, type Timed } from './line';

const DAYS_IN_WEEK = 7;

const weekly = (name: string, label: string) => fieldInput(name, label, '£ a week');
const CALIBRATION = { label: 'Calibration factor', unit: 'factor' };

function placementFormula(
	id: string,
	title: string,
	quantity: { readonly label: string; readonly unit: string },
	prices: Formula['inputs'],
	price: Expression
): Formula {
	return {
		id,
		title,
		unit: '£',
		inputs: { quantity, ...prices, index: FACTOR, calibration: CALIBRATION },
		expression: product(input('quantity'), price, index, input('calibration'))
	};
}

/** The fixed cost of council places, filled or not. */
const fixedPlaces = placementFormula(
	'placement.fixed',
	'Council places, filled or not',
	{ label: 'Weeks of council places', unit: 'place-weeks' },
	{ fixedWeekly: weekly('fixedWeekly', 'Fixed cost of a council place') },
	input('fixedWeekly')
);

/** The variable cost of children in council places. */
const inCouncilPlaces = placementFormula(
	'placement.inHouse',
	'Children in council places',
	{ label: 'Weeks in council places', unit: 'child-weeks' },
	{ variableWeekly: weekly('variableWeekly', 'Variable cost in a council place') },
	input('variableWeekly')
);

/** The price of external placements: what the margin costs while council places are full. */
const externalPlaces = placementFormula(
	'placement.external',
	'External placements',
	{ label: 'Weeks in external placements', unit: 'child-weeks' },
	{ externalWeekly: weekly('externalWeekly', 'External price') },
	input('externalWeekly')
);

/** What children cost where council capacity is blank: the observed mix of council and external prices. */
const observedMix = placementFormula(
	'placement.mix',
	'Placements at the observed mix, because the number of council places is not known',
	{ label: 'Weeks in care', unit: 'child-weeks' },
	{
		inHouseShare: fieldInput('inHouseShare', 'Observed in-house share', 'share of 1'),
		fixedWeekly: weekly('fixedWeekly', 'Fixed cost of a council place'),
		variableWeekly: weekly('variableWeekly', 'Variable cost in a council place'),
		externalWeekly: weekly('externalWeekly', 'External price')
	},
	named(
		'Price of a week at the observed mix',
		'£ a week',
		sum(
			product(input('inHouseShare'), sum(input('fixedWeekly'), input('variableWeekly'))),
			product(restOf(input('inHouseShare')), input('externalWeekly'))
		)
	)
);

/** Allowances and support where a family cares and nobody runs places. */
const allowances = placementFormula(
	'placement.allowance',
	'Allowances',
	{ label: 'Weeks in care', unit: 'child-weeks' },
	{ allowanceWeekly: weekly('allowanceWeekly', 'Weekly allowance') },
	input('allowanceWeekly')
);

/** The parts that a placement type's cost is made of. */
export type PlacementPart = 'fixed' | 'inHouse' | 'external' | 'mix' | 'allowance';

/** How the children of one type live, month by month [child-weeks]. */
export interface TypeWeeks {
	readonly inHouse: Float64Array;
	readonly external: Float64Array;
	readonly all: Float64Array;
}

/** True where council places exist but their number is not known, so that the observed mix prices the children. */
function isPricedByMix(content: PlacementType): boolean {
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

function occupancyOf(
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

/** The parts of the cost of a placement type, with the sort of weeks that each prices. */
function partsOf(
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

const FORMULAS: Readonly<Record<PlacementPart, Formula>> = {
	fixed: fixedPlaces,
	inHouse: inCouncilPlaces,
	external: externalPlaces,
	mix: observedMix,
	allowance: allowances
};

const PART_TITLES: Readonly<Record<PlacementPart, string>> = {
	fixed: 'council places',
	inHouse: 'children in council places',
	external: 'external placements',
	mix: 'placements at the observed mix',
	allowance: 'allowances'
};

/** How the children of each type live, by its reference, and what that depends on in a year. */
interface PlacedChildren {
	readonly weeksOf: (ref: string) => TypeWeeks | Blocked;
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
		title: `${record.title}: ${PART_TITLES[part]}`,
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
	const weeks = care.weeksOf(timed.ref);
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
					quantity: `${QUANTITY_FIGURES[part]}/${content.id}`,
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

const PRICES: Readonly<Record<PlacementPart, readonly (keyof PlacementType)[]>> = {
	fixed: ['fixedWeekly'],
	inHouse: ['variableWeekly'],
	external: ['externalWeekly'],
	mix: ['inHouseShare', 'fixedWeekly', 'variableWeekly', 'externalWeekly'],
	allowance: ['allowanceWeekly']
};

function placementTerm(priced: PricedQuantity, context: Context, year: YearStart): Term {
	const { content, part, quantity, calibration, changes, elsewhere } = priced;
	return pricedTerm(context, year, content, {
		formula: FORMULAS[part],
		record: `placementTypes/${content.id}`,
		changes,
		values: {
			quantity,
			...Object.fromEntries(PRICES[part].map((name) => [name, (content[name] ?? null) as Value])),
			calibration
		},
		elsewhere
	});
}

const QUANTITY_FIGURES: Readonly<Record<PlacementPart, string>> = {
	fixed: 'care.placeWeeks',
	inHouse: 'care.inHouse',
	external: 'care.external',
	mix: 'care.childWeeks',
	allowance: 'care.childWeeks'
};

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
