import type { Decimal } from 'decimal.js';
import type { Goal } from './goal';
import { rangedInputs, withInput, type Input } from './inputRange';
import { crossing, type Crossing, type Measure } from './root';

/** What one input must be for a goal to be met, or why no value of its range does it. */
export interface Solution {
	readonly input: Input;
	readonly low: Decimal;
	readonly high: Decimal;
	/** What the goal measures at the ends of the range: nothing is on it, null is not known. */
	readonly atLow: number | null;
	readonly atHigh: number | null;
	readonly found:
		| { readonly at: Decimal; readonly measured: number }
		/** The same at both ends as it is now: the figure does not hang on the input. */
		| { readonly none: 'noEffect' }
		/** It does, and no value of the range meets the goal. */
		| { readonly none: 'notInRange' }
		/** The goal cannot be measured somewhere in the range. */
		| { readonly none: 'notKnown' };
}

/** What hears of each switching value as it is found: how many of how many inputs are done. */
type Heard = (solution: Solution, done: number, of: number) => void;

/** The switching value of every input that has a range: where the goal is met, the nearest to the input's value. */
export function switchingValues(goal: Goal, heard?: Heard): readonly Solution[] {
	const now = goal.measure(goal.place);
	const inputs = rangedInputs(goal.place);
	return inputs.map((input, i) => {
		const { low, high } = input.range ?? { low: input.value, high: input.value };
		if (low === null || high === null) throw new Error(`${input.ref} has no range`);
		const solution = solved(goal, input, { low, high }, now);
		heard?.(solution, i + 1, inputs.length);
		return solution;
	});
}

/** What an input of a range must be for a goal to be met. */
export function solveFor(
	goal: Goal,
	input: Input,
	range: { readonly low: Decimal; readonly high: Decimal }
): Solution {
	return solved(goal, input, range, goal.measure(goal.place));
}

function solved(
	goal: Goal,
	input: Input,
	{ low, high }: { readonly low: Decimal; readonly high: Decimal },
	now: number | null
): Solution {
	const measure: Measure = (value) => goal.measure(withInput(goal.place, input.ref, value));
	const [atLow, atHigh] = [measure(low), low.eq(high) ? null : measure(high)];
	const head = { input, low, high, atLow, atHigh };
	if (atLow === null || atHigh === null) return { ...head, found: { none: 'notKnown' } };
	const ends: Crossing[] = [
		{ at: low, measured: atLow },
		...(now === null || input.value === null || input.value.lte(low) || input.value.gte(high)
			? []
			: [{ at: input.value, measured: now }]),
		{ at: high, measured: atHigh }
	];
	const points = scanned(measure, ends, input.isWhole);
	if (points === null) return { ...head, found: { none: 'notKnown' } };
	if (points.every(({ measured }) => measured === atLow) && now === atLow)
		return { ...head, found: { none: 'noEffect' } };
	const nearest = (own: readonly Crossing[]): Crossing | undefined =>
		own.toSorted((a, b) => distance(a, input).cmp(distance(b, input)))[0];
	const met = nearest(points.filter(({ measured }) => measured === 0));
	const brackets = points.flatMap((start, i): readonly (readonly [Crossing, Crossing])[] => {
		const end = points[i + 1];
		if (end === undefined || start.measured * end.measured >= 0) return [];
		// From where the goal is missed to where it is met, so that a whole number found is past it.
		return [start.measured < 0 ? [start, end] : [end, start]];
	});
	if (brackets.length === 0) return { ...head, found: met ?? { none: 'notInRange' } };
	const found = brackets.map(([start, end]) => crossing(measure, start, end, input.isWhole));
	const known = found.filter((own) => own !== null);
	return {
		...head,
		found: nearest([...known, ...(met === undefined ? [] : [met])]) ?? { none: 'notKnown' }
	};
}

/** The quarters of a range, which tell whether the measure goes straight through it, and the eighths between them. */
const QUARTERS = [0.25, 0.5, 0.75];
const EIGHTHS = [0.125, 0.375, 0.625, 0.875];
/** How far from a straight line still is rounding, as a part of what the measure spans. */
const STRAIGHT = 1e-5;

/**
 * The range looked through before anything is searched: a measure that is met only in between has the same sign at both
 * ends. A straight line is known by its quarters; whatever bends is measured at every eighth. Null where it is not known.
 */
function scanned(
	measure: Measure,
	ends: readonly Crossing[],
	isWhole: boolean
): readonly Crossing[] | null {
	const quarters = withShares(measure, ends, QUARTERS, isWhole);
	return quarters === null || isStraight(quarters)
		? quarters
		: withShares(measure, quarters, EIGHTHS, isWhole);
}

/** Points with those at further shares of the way from the first to the last, in order. */
function withShares(
	measure: Measure,
	points: readonly Crossing[],
	shares: readonly number[],
	isWhole: boolean
): readonly Crossing[] | null {
	const [first, last] = [points[0], points.at(-1)];
	if (first === undefined || last === undefined) return points;
	const all = [...points];
	for (const share of shares) {
		const raw = first.at.plus(last.at.minus(first.at).times(share));
		const at = isWhole ? raw.toDecimalPlaces(0) : raw;
		if (all.some((own) => own.at.eq(at))) continue;
		const measured = measure(at);
		if (measured === null) return null;
		all.push({ at, measured });
	}
	return all.sort((a, b) => a.at.cmp(b.at));
}

function isStraight(points: readonly Crossing[]): boolean {
	const [first, last] = [points[0], points.at(-1)];
	if (first === undefined || last === undefined) return true;
	const all = points.map(({ measured }) => measured);
	const span = Math.max(...all) - Math.min(...all);
	return points.every(({ at, measured }) => {
		const share = at.minus(first.at).div(last.at.minus(first.at)).toNumber();
		const line = first.measured + share * (last.measured - first.measured);
		return Math.abs(measured - line) <= STRAIGHT * span;
	});
}

function distance({ at }: Crossing, { value }: Input): Decimal {
	return value === null ? at.abs() : at.minus(value).abs();
}
