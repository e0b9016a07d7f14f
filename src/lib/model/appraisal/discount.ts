import type { Decimal } from 'decimal.js';
import { blocked, isBlocked, type Blocked } from '../formula/value';
import { Exact, exactPence, poundsOf } from '../money/money';
import type { Rule } from '../records/rule';

/** A dated discount schedule: the Green Book's, or another edition of it. */
export type Schedule = Extract<Rule, { rule: 'discount' }>;

/** The discount factor of each year of an appraisal, year 0 first; blocked from the first year whose rate is blank; none without a schedule. */
export type DiscountFactors = readonly (Decimal | Blocked)[];

/** The band of a schedule that a year falls in, and its place. */
export function bandIn(
	{ bands }: Schedule,
	t: number
): { readonly rate: Decimal | null; readonly at: number } {
	const at = bands.findLastIndex(({ fromYear }) => fromYear.lte(t));
	return { rate: bands[at]?.discountRate ?? null, at };
}

/** `DF_t = DF_{t−1} / (1 + r_t)` with `DF_0 = 1`, `r_t` being the rate of the band that year t falls in. */
export function discountFactors(schedule: Schedule, years: number): DiscountFactors {
	const factors: (Decimal | Blocked)[] = [new Exact(1)];
	while (factors.length < years) {
		const before = factors.at(-1);
		const { rate, at } = bandIn(schedule, factors.length);
		if (before === undefined || isBlocked(before)) factors.push(before ?? new Exact(1));
		else
			factors.push(
				rate === null
					? blocked([`rules/${schedule.id}.bands.${String(at)}.discountRate`], schedule)
					: before.div(rate.plus(1))
			);
	}
	return factors.slice(0, years);
}

/** An amount by year [pence; NaN where it is blocked], and the blanks that it waits for. */
export interface Flow {
	readonly values: Float64Array;
	readonly blockedBy: readonly string[];
}

/** The exact present value of a flow [£]; blocked where a year with something in it, or its factor, is. */
export function presentValue(
	{ values, blockedBy }: Flow,
	factors: DiscountFactors
): Decimal | Blocked {
	let total: Decimal = new Exact(0);
	const waitsFor = new Set<string>();
	let hasFactors = true;
	values.forEach((pence, t) => {
		const factor = factors[t];
		if (pence === 0) return;
		hasFactors &&= factor !== undefined;
		if (Number.isNaN(pence)) for (const blank of blockedBy) waitsFor.add(blank);
		else if (factor !== undefined && isBlocked(factor))
			for (const blank of factor.waitsFor) waitsFor.add(blank);
		else if (factor !== undefined) total = total.plus(poundsOf(pence).times(factor));
	});
	const isAnyBlocked =
		waitsFor.size > 0 || !hasFactors || values.some((pence) => Number.isNaN(pence));
	return isAnyBlocked ? blocked(waitsFor, null) : total;
}

/** A present value rounded once to the penny [pence]. */
export function roundedValue(value: Decimal | Blocked): number | Blocked {
	return isBlocked(value) ? value : exactPence(value);
}

/** The sum of the discount factors of n years: what a pound in each of them is worth today [£]; blocked without a schedule. */
export function annuity(factors: DiscountFactors): Decimal | Blocked {
	if (factors.length === 0) return blocked([], null);
	let total: Decimal = new Exact(0);
	for (const factor of factors) {
		if (isBlocked(factor)) return factor;
		total = total.plus(factor);
	}
	return total;
}
