import type { DayNumber } from '../../calendar/days';
import type { CleanReturn } from '../return/clean';
import { COST_LINES, type CostLine } from './costLines';
import type { Spell } from './spells';
import { DAILY_AGES, NOT_IN_CARE, stateOf, type AgeGroup, type State } from './states';

/** How many children of one state go over to another on a day, each. */
export interface DailyRate {
	readonly from: State;
	readonly to: State;
	/** Share of the children of the state the day before. */
	readonly perDay: number;
}

/** How many children enter care in a state. */
export interface DailyEntrants {
	readonly to: State;
	/** Children a day. */
	readonly perDay: number;
}

/** The days that rates are taken from, both included. */
export interface Window {
	readonly from: DayNumber;
	readonly to: DayNumber;
}

/** The children in one state on each day of the return, the first day first. */
export type History = ReadonlyMap<State, Int32Array>;

/** What the daily method takes from a return: aggregates alone. */
export interface DailyEstimate {
	readonly rates: readonly DailyRate[];
	readonly entrants: readonly DailyEntrants[];
	/** Share of the child-days of a category in the window that each line has; 0 where the category has none. */
	readonly shares: Readonly<Record<CostLine, number>>;
}

/** The children in care by state on each day of the return. */
export function historyOf(spells: readonly Spell[], range: Window): History {
	return dailyCounts(spells, range, ({ ageGroup, category }) => stateOf(ageGroup, category));
}

/** The children in care by priced line on each day of the return. */
export function historyByLine(spells: readonly Spell[], range: Window): History {
	return dailyCounts(spells, range, ({ line }) => line);
}

/** Estimates the daily method's rates, entrants and shares from a window of the return. */
export function estimateDaily(
	spells: readonly Spell[],
	{ from, to }: Pick<CleanReturn, 'from' | 'to'>,
	window: Window
): DailyEstimate {
	const history = historyOf(spells, { from, to });
	return {
		rates: ratesOf(spells, history, from, window),
		entrants: entrantsOf(spells, history, window),
		shares: sharesOf(historyByLine(spells, { from, to }), from, window)
	};
}

function dailyCounts(
	spells: readonly Spell[],
	{ from, to }: Window,
	keyOf: (spell: Spell) => string
): History {
	const counts = new Map<string, Int32Array>();
	const days = to - from + 1;
	for (const spell of spells) {
		const key = keyOf(spell);
		let count = counts.get(key);
		if (count === undefined) counts.set(key, (count = new Int32Array(days)));
		const [start, end] = [
			Math.max(spell.start - from, 0),
			Math.max((spell.end ?? to + 1) - from, 0)
		];
		if (start < days) count[start] = (count[start] ?? 0) + 1;
		if (end < days) count[end] = (count[end] ?? 0) - 1;
	}
	for (const count of counts.values())
		for (let day = 1; day < days; day++) count[day] = (count[day] ?? 0) + (count[day - 1] ?? 0);
	return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Mean over the days of the window of those who went over by those who were there the day before. */
function ratesOf(
	spells: readonly Spell[],
	history: History,
	from: DayNumber,
	window: Window
): readonly DailyRate[] {
	// On the first day there is no day before; before the first end nothing is known of ends.
	const firstEnd = spells.reduce((first, { end }) => Math.min(first, end ?? Infinity), Infinity);
	const firstDay = Math.max(window.from, from + 1, firstEnd);
	const sums = pairsSeen(spells);
	for (const spell of spells) {
		const { end } = spell;
		if (end === null || end < firstDay || end > window.to) continue;
		const { from: origin, to } = moveOf(spell);
		const before = history.get(origin)?.[end - 1 - from] ?? 0;
		const ofOrigin = sums.get(origin);
		if (before > 0 && ofOrigin !== undefined)
			ofOrigin.set(to, (ofOrigin.get(to) ?? 0) + 1 / before);
	}
	return [...sums].flatMap(([origin, byTarget]) => {
		const stock = history.get(origin);
		let days = 0;
		for (let day = firstDay; day <= window.to; day++)
			if ((stock?.[day - 1 - from] ?? 0) > 0) days += 1;
		return [...byTarget]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([to, sum]) => ({ from: origin, to, perDay: days === 0 ? 0 : sum / days }));
	});
}

function moveOf({ ageGroup, endAgeGroup, category, after }: Spell): { from: State; to: State } {
	return { from: stateOf(ageGroup, category), to: stateOf(endAgeGroup, after ?? NOT_IN_CARE) };
}

/** Every pair of categories seen within an age group, leaving care, and every growing older that was seen. */
function pairsSeen(spells: readonly Spell[]): ReadonlyMap<State, Map<State, number>> {
	const seen = new Map<State, AgeGroup>();
	for (const { ageGroup, category } of spells) seen.set(stateOf(ageGroup, category), ageGroup);
	const states = [...seen.keys()].sort();
	const pairs = new Map(
		states.map((state) => {
			const age = seen.get(state) ?? 0;
			const targets = [
				...states.filter((other) => seen.get(other) === age),
				stateOf(age, NOT_IN_CARE)
			];
			return [state, new Map(targets.map((target) => [target, 0]))];
		})
	);
	for (const spell of spells) {
		if (spell.end === null) continue;
		const { from, to } = moveOf(spell);
		const targets = pairs.get(from);
		if (targets !== undefined && !targets.has(to)) targets.set(to, 0);
	}
	return pairs;
}

/** Entries in the window over its days; a line for not being in care, which nobody enters, completes each age group. */
function entrantsOf(
	spells: readonly Spell[],
	history: History,
	window: Window
): readonly DailyEntrants[] {
	const counts = new Map<State, number>([...history.keys()].map((state) => [state, 0]));
	for (let age = 0; age < DAILY_AGES.length; age++)
		if (spells.some(({ ageGroup }) => ageGroup === age)) counts.set(stateOf(age, NOT_IN_CARE), 0);
	for (const { before, start, ageGroup, category } of spells) {
		if (before !== NOT_IN_CARE || start < window.from || start > window.to) continue;
		const state = stateOf(ageGroup, category);
		counts.set(state, (counts.get(state) ?? 0) + 1);
	}
	const days = window.to - window.from + 1;
	return [...counts]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([to, count]) => ({ to, perDay: count / days }));
}

function sharesOf(byLine: History, from: DayNumber, window: Window): Record<CostLine, number> {
	const daysOf = (line: CostLine): number => {
		const counts = byLine.get(line) ?? new Int32Array();
		const [first, last] = [Math.max(window.from - from, 0), window.to - from + 1];
		return counts.subarray(first, last).reduce((sum, count) => sum + count, 0);
	};
	return Object.fromEntries(
		COST_LINES.map(({ line, category }) => {
			const whole = COST_LINES.filter((other) => other.category === category).reduce(
				(sum, other) => sum + daysOf(other.line),
				0
			);
			return [line, whole === 0 ? 0 : daysOf(line) / whole];
		})
	) as Record<CostLine, number>;
}
