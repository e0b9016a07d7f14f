import { endOfMonth, monthsLater, type DayNumber } from '../../calendar/days';
import { CARE_BANDS } from '../../records/careFlow';
import { monthOperator, type BandRates, type MonthOperator } from '../generator';
import { AGE_CELLS, evenProfile, newbornProfile, stepMonth, type MonthFlows } from '../propagate';
import { TYPES, type CareModel } from './careModel';
import type { StockCount } from './counts';
import { RETURN_TYPE_IDS } from './types';

/** A part of a forecast: from the end of one day to the end of another, a month or less. */
export interface Stretch {
	readonly from: DayNumber;
	readonly to: DayNumber;
	/** Whether a month since the start is over at its end, so that children are a month older. */
	readonly endsMonth: boolean;
	/** The month since the start that it is part of, whose entries a day hold all along. */
	readonly month: { readonly from: DayNumber; readonly to: DayNumber };
}

/** Months of age in a year of age. */
const MONTHS_IN_YEAR = 12;

/** The share of a band's entries at each month of age in it. */
export const ENTRY_PROFILES = CARE_BANDS.map((_, band) =>
	band === 0 ? newbornProfile() : evenProfile(band)
);

/** The months from a day on, and the days that are left at the end. */
export function stretchesBetween(start: DayNumber, until: DayNumber): readonly Stretch[] {
	const stretches: Stretch[] = [];
	for (let month = 1, from = start; from < until; month++) {
		const next = monthAfter(start, month);
		const to = Math.min(next, until);
		stretches.push({ from, to, endsMonth: next <= until, month: { from, to } });
		from = next;
	}
	return stretches;
}

/** The same months and days, cut where a month of the calendar ends. */
export function cutAtMonthEnds(stretches: readonly Stretch[]): readonly Stretch[] {
	return stretches.flatMap((stretch) => {
		const end = endOfMonth(stretch.from + 1);
		if (end >= stretch.to) return [stretch];
		return [
			{ ...stretch, to: end, endsMonth: false },
			{ ...stretch, from: end }
		];
	});
}

/** The day at whose end so many months have passed since the end of a day: from a month's last day the last of a month. */
export function monthAfter(day: DayNumber, months: number): DayNumber {
	return monthsLater(day + 1, months) - 1;
}

/** The operators of rates over stretches of days, each worked out once. */
export function operatorsOf(
	rates: readonly BandRates[]
): (days: number) => readonly MonthOperator[] {
	const known = new Map<number, readonly MonthOperator[]>();
	return (days) => {
		let own = known.get(days);
		if (own === undefined) {
			own = rates.map((band) => monthOperator(band, days));
			known.set(days, own);
		}
		return own;
	};
}

/**
 * Children by month of age and type, from those by year of age, whose months are taken for equally full: all together, or
 * by the months that are left of the first year of their time in care, those past it first.
 */
export function spreadByMonth(
	opening: readonly StockCount[],
	isTwoPhase: boolean
): readonly Float64Array[] {
	const byRest = Array.from({ length: isTwoPhase ? MONTHS_IN_YEAR + 1 : 1 }, nobody);
	for (const { age, type, children, firstYear } of opening)
		byRest.forEach((state, rest) => {
			// Of those who came evenly over a year so many have the rest to go: half a month's at either end.
			const isEnd = rest === 0 || rest === MONTHS_IN_YEAR;
			const early = (firstYear * (isEnd ? HALF : 1)) / MONTHS_IN_YEAR;
			const own = !isTwoPhase ? children : rest === 0 ? children - firstYear + early : early;
			for (let month = 0; month < MONTHS_IN_YEAR; month++) {
				const at = (age * MONTHS_IN_YEAR + month) * TYPES + RETURN_TYPE_IDS.indexOf(type);
				state[at] = (state[at] ?? 0) + own / MONTHS_IN_YEAR;
			}
		});
	return byRest;
}

/** No children of any month of age and type. */
const nobody = (): Float64Array => new Float64Array(AGE_CELLS * TYPES);

/**
 * The expected flows of each stretch: those of a month in the engine, whose closing counts children by state. Where
 * there are two phases, children are kept apart by the months that are left of their first year, and those who come
 * during a month have twelve months from then on: half of them eleven after it, half twelve.
 */
export function meanPath(
	opening: readonly Float64Array[],
	model: CareModel,
	stretches: readonly Stretch[]
): readonly MonthFlows[] {
	const later = operatorsOf(model.rates);
	const early = operatorsOf(model.early ?? model.rates);
	let byRest = opening;
	let come = nobody();
	return stretches.map(({ from, to, endsMonth, month }) => {
		const days = to - from;
		const entering = model.entriesPerDay(month.from, month.to);
		const isOnePhase = model.early === null;
		const steps = byRest.map((state, rest) =>
			stepMonth(
				state,
				rest === 0 ? later(days) : early(days),
				rest === 0 || model.early === null ? model.rates : model.early,
				isOnePhase ? entering : entering.map(() => 0),
				ENTRY_PROFILES
			)
		);
		const moved = steps.map((step) => (endsMonth ? step.state : atSameAge(step)));
		if (model.early === null) byRest = moved;
		else {
			// Those who came in the month are kept apart to its end, for their first year begins in it.
			const newcomers = stepMonth(come, early(days), model.early, entering, ENTRY_PROFILES);
			steps.push(newcomers);
			come = endsMonth ? nobody() : atSameAge(newcomers);
			byRest = endsMonth ? aMonthOn(moved, newcomers.state) : moved;
		}
		const flows = steps.map((step) => step.flows).reduce(together);
		return endsMonth ? flows : withoutBirthdays(flows);
	});
}

/** Children by the months that are left of their first year, a month later; half of those who came have eleven, half twelve. */
function aMonthOn(byRest: readonly Float64Array[], come: Float64Array): readonly Float64Array[] {
	const half = come.map((children) => children * HALF);
	const next = [...byRest, nobody()];
	return byRest.map((own, rest) => {
		const older = next[rest + 1] ?? nobody();
		if (rest === 0) return plus(own, older);
		return rest < MONTHS_IN_YEAR - 1 ? older : plus(older, half);
	});
}

/** The children of a step before they grow a month older: those past the oldest cell are in it still. */
function atSameAge({ state, flows }: ReturnType<typeof stepMonth>): Float64Array {
	const own = new Float64Array(state.length);
	own.set(state.subarray(TYPES));
	own.set(flows.turned18, state.length - TYPES);
	return own;
}

const HALF = 0.5;

const plus = (a: Float64Array, b: Float64Array): Float64Array =>
	a.map((value, i) => value + (b[i] ?? 0));

/** The flows of children who were followed apart. */
function together(a: MonthFlows, b: MonthFlows): MonthFlows {
	return {
		days: a.days,
		opening: plus(a.opening, b.opening),
		entries: plus(a.entries, b.entries),
		movesIn: plus(a.movesIn, b.movesIn),
		movesOut: plus(a.movesOut, b.movesOut),
		agedIn: plus(a.agedIn, b.agedIn),
		agedOut: plus(a.agedOut, b.agedOut),
		exits: plus(a.exits, b.exits),
		closing: plus(a.closing, b.closing),
		childDays: plus(a.childDays, b.childDays),
		turned18: plus(a.turned18, b.turned18)
	};
}

/** Within a month nobody grows older: those who would are still in their band. */
function withoutBirthdays(flows: MonthFlows): MonthFlows {
	const { closing, agedIn, agedOut, turned18 } = flows;
	return {
		...flows,
		closing: closing.map(
			(children, state) => children + (agedOut[state] ?? 0) - (agedIn[state] ?? 0)
		),
		agedIn: agedIn.map(() => 0),
		agedOut: agedOut.map(() => 0),
		turned18: turned18.map(() => 0)
	};
}
