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

/** The switching value of every input that has a range: where the goal is met, the nearest to the input's value. */
export function switchingValues(goal: Goal): readonly Solution[] {
	const now = goal.measure(goal.place);
	return rangedInputs(goal.place).map((input) => {
		const { low, high } = input.range ?? { low: input.value, high: input.value };
		if (low === null || high === null) throw new Error(`${input.ref} has no range`);
		return solved(goal, input, { low, high }, now);
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
	const met = ends.find(({ measured }) => measured === 0);
	if (ends.every(({ measured }) => measured === atLow) && now === atLow)
		return { ...head, found: { none: 'noEffect' } };
	if (met !== undefined) return { ...head, found: met };
	const brackets = ends.flatMap((start, i): readonly (readonly [Crossing, Crossing])[] => {
		const end = ends[i + 1];
		if (end === undefined || Math.sign(start.measured) === Math.sign(end.measured)) return [];
		// From where the goal is missed to where it is met, so that a whole number found is past it.
		return [start.measured < 0 ? [start, end] : [end, start]];
	});
	if (brackets.length === 0) return { ...head, found: { none: 'notInRange' } };
	const found = brackets.map(([start, end]) => crossing(measure, start, end, input.isWhole));
	const known = found.filter((own) => own !== null);
	const [first] = known.toSorted((a, b) => distance(a, input).cmp(distance(b, input)));
	return { ...head, found: first ?? { none: 'notKnown' } };
}

function distance({ at }: Crossing, { value }: Input): Decimal {
	return value === null ? at.abs() : at.minus(value).abs();
}
