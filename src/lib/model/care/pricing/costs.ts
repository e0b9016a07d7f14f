import { blanksOf, linePence } from '../../formula/term';
import { floatOf, isBlocked, isKnown, type Value } from '../../formula/value';
import { indexFactorOf, type Context } from '../../ledger/context';
import { placementTerm } from '../../ledger/placements';
import { allocate } from '../../money/money';
import { RETURN_TYPE_IDS, type ReturnType } from '../estimate/types';
import type { DemandMonth } from './demand';
import { highCostSpread } from './highCostSpread';
import { leaverNumbers, leaverQuantities, type LeaverNumbers } from './leaverParts';
import { missingPrice, type MissingPrice } from './missing';
import { partQuantities, type CostPart, type PartQuantity } from './parts';
import type { CarePrices, TypePrices } from './prices';
import { contextOf } from './records';
import { monthsIn, sumOfType, typeDemand, type TypeDemand } from './typeDemand';

/** What a part of a type's placements, or of care leavers, costs in each month of a forecast; null where a price is not known. */
export interface CareCostLine {
	readonly type: ReturnType | 'leavers';
	readonly part: CostPart;
	/** Whole pence: a year is rounded once, and its months are shares of it, so that all add up. */
	readonly pence: readonly (number | null)[];
	/** The blank prices that keep it from being told. */
	readonly waitsFor: readonly MissingPrice[];
}

/** Council places of a type that nobody fills, and what they cost, by financial year. */
export interface Voids {
	readonly type: ReturnType;
	readonly placeWeeks: readonly number[];
	readonly pence: readonly (number | null)[];
}

/** How far the cost of a type's external placements may be off because a few children are very dear, by financial year. */
export interface HighCostDeviation {
	readonly type: ReturnType;
	/** Standard deviation [£]; null where a price is not known. */
	readonly pounds: readonly (number | null)[];
}

/** What placements cost over a forecast. */
export interface CareCosts {
	/** The months, by financial year and the month in it (0 is April). */
	readonly months: readonly Pick<DemandMonth, 'year' | 'month'>[];
	readonly lines: readonly CareCostLine[];
	readonly voids: readonly Voids[];
	readonly highCosts: readonly HighCostDeviation[];
	/** Counted whether they have prices or not. */
	readonly leavers: readonly LeaverNumbers[];
	/** Types with children and without prices. */
	readonly notPriced: readonly ReturnType[];
}

/**
 * What placements cost: the engine's own margin and formulas for each type, with prices by band where they are given,
 * all brought to an outturn by one factor. Council places fill first; what is left is bought.
 */
export function careCosts(
	demand: readonly DemandMonth[],
	prices: CarePrices,
	calibration: Value
): CareCosts {
	const first = demand[0]?.year ?? 0;
	const context = contextOf(prices, first, (demand.at(-1)?.year ?? first) - first + 1);
	const lines: CareCostLine[] = [];
	const voids: Voids[] = [];
	const highCosts: HighCostDeviation[] = [];
	for (const own of prices.types) {
		const type = typeDemand(own, demand, context);
		lines.push(...costLines(own.type, partQuantities(own, type, context, calibration), type));
		if (own.provision === 'mixed' && own.capacity !== null)
			voids.push(voidsOf(own, type, context, calibration));
		if (own.highCost !== null)
			highCosts.push({ type: own.type, pounds: deviations(own, type, context, calibration) });
	}
	if (prices.leavers !== null)
		lines.push(
			...costLines('leavers', leaverQuantities(prices.leavers, demand, context), {
				months: monthsIn(demand, context),
				waitsFor: []
			})
		);
	const priced = new Set(prices.types.map(({ type }) => type));
	return {
		months: demand.map(({ year, month }) => ({ year, month })),
		lines,
		voids,
		highCosts,
		leavers: leaverNumbers(demand),
		notPriced: RETURN_TYPE_IDS.filter(
			(id, type) =>
				!priced.has(id) && demand.some(({ childDays }) => sumOfType(childDays, type) > 0)
		)
	};
}

/** A line for each part, with all that its quantities cost. */
function costLines(
	type: CareCostLine['type'],
	quantities: readonly PartQuantity[],
	{ months, waitsFor }: Pick<TypeDemand, 'months' | 'waitsFor'>
): readonly CareCostLine[] {
	return [...new Set(quantities.map(({ part }) => part))].map((part) => {
		const own = quantities.filter((quantity) => quantity.part === part);
		const pence = new Map<number, number | null>();
		const blanks = [...waitsFor];
		for (const year of new Set(months.map((month) => month.year))) {
			const inYear = months.filter((month) => month.year === year);
			const terms = own.flatMap(
				({ byMonth, termOf }) =>
					termOf(
						inYear.reduce((sum, { at }) => sum + (byMonth[at] ?? 0), 0),
						year
					) ?? []
			);
			blanks.push(...terms.flatMap(blanksOf));
			const whole = waitsFor.length > 0 ? null : linePence(terms);
			const weights = inYear.map(({ at }) =>
				own.reduce((sum, { byMonth }) => sum + Math.abs(byMonth[at] ?? 0), 0)
			);
			const even = weights.every((weight) => weight === 0);
			const shares =
				whole === null || isBlocked(whole)
					? null
					: allocate(whole, even ? weights.map(() => 1) : weights);
			inYear.forEach(({ at }, i) => pence.set(at, shares?.[i] ?? null));
		}
		return {
			type,
			part,
			pence: months.map(({ at }) => pence.get(at) ?? null),
			waitsFor: [...new Set(blanks)].map(missingPrice)
		};
	});
}

function deviations(
	prices: TypePrices,
	{ content, months, weeks }: TypeDemand,
	context: Context,
	calibration: Value
): readonly (number | null)[] {
	const factor = isKnown(calibration) ? floatOf(calibration) : NaN;
	return [...new Set(months.map(({ year }) => year))].map((year) => {
		const index = indexFactorOf(context, content, year);
		if (weeks === null || !isKnown(index) || Number.isNaN(factor)) return null;
		const own = months.filter((month) => month.year === year);
		return highCostSpread(
			prices,
			own.reduce((sum, { at }) => sum + (weeks.external[at] ?? 0), 0),
			own.reduce((sum, { days }) => sum + days, 0),
			floatOf(index) * factor
		);
	});
}

function voidsOf(
	prices: TypePrices,
	{ content, months, weeks, places }: TypeDemand,
	context: Context,
	calibration: Value
): Voids {
	const years = [...new Set(months.map(({ year }) => year))];
	const placeWeeks = years.map((year) =>
		months
			.filter((month) => month.year === year)
			.reduce((sum, { at }) => sum + (places[at] ?? 0) - (weeks?.inHouse[at] ?? 0), 0)
	);
	return {
		type: prices.type,
		placeWeeks,
		pence: years.map((year, y) => {
			const quantity = placeWeeks[y] ?? 0;
			const term = placementTerm(
				{ content, part: 'fixed', quantity, calibration, changes: [], elsewhere: {} },
				context,
				year
			);
			const pence = weeks === null ? null : linePence([term]);
			return pence === null || isBlocked(pence) ? null : pence;
		})
	};
}
