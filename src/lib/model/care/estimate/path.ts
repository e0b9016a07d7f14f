import { monthsLater, type DayNumber } from '../../calendar/days';
import { CARE_BANDS } from '../../records/careFlow';
import { monthOperator, type BandRates, type MonthOperator } from '../generator';
import { AGE_CELLS, evenProfile, newbornProfile, stepMonth, type MonthFlows } from '../propagate';
import { TYPES, type CareModel } from './careModel';
import type { StockCount } from './counts';
import { RETURN_TYPE_IDS } from './types';

/** A part of a forecast: from the end of one day to the end of another, a month or, at the end, less. */
export interface Stretch {
	readonly from: DayNumber;
	readonly to: DayNumber;
	/** Whether it is a whole month, at whose end children are a month older. */
	readonly isWhole: boolean;
}

/** Months of age in a year of age. */
const MONTHS_IN_YEAR = 12;

const PROFILES = CARE_BANDS.map((_, band) => (band === 0 ? newbornProfile() : evenProfile(band)));

/** The months from a day on, and the days that are left at the end. */
export function stretchesBetween(start: DayNumber, until: DayNumber): readonly Stretch[] {
	const stretches: Stretch[] = [];
	for (let month = 1, from = start; from < until; month++) {
		const next = monthAfter(start, month);
		stretches.push({ from, to: Math.min(next, until), isWhole: next <= until });
		from = next;
	}
	return stretches;
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

/** Children by month of age and type, from those by year of age, whose months are taken for equally full. */
export function spreadByMonth(opening: readonly StockCount[]): Float64Array {
	const state = new Float64Array(AGE_CELLS * TYPES);
	for (const { age, type, children } of opening)
		for (let month = 0; month < MONTHS_IN_YEAR; month++) {
			const at = (age * MONTHS_IN_YEAR + month) * TYPES + RETURN_TYPE_IDS.indexOf(type);
			state[at] = (state[at] ?? 0) + children / MONTHS_IN_YEAR;
		}
	return state;
}

/** The expected flows of each stretch: those of a month in the engine, whose closing counts children by state. */
export function meanPath(
	opening: Float64Array,
	model: CareModel,
	stretches: readonly Stretch[]
): readonly MonthFlows[] {
	const operators = operatorsOf(model.rates);
	let state = opening;
	return stretches.map(({ from, to, isWhole }) => {
		const step = stepMonth(
			state,
			operators(to - from),
			model.rates,
			model.entriesPerDay(from, to),
			PROFILES
		);
		state = step.state;
		return isWhole ? step.flows : withoutBirthdays(step.flows);
	});
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
