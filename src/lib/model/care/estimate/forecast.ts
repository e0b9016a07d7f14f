import { monthsLater, type DayNumber } from '../../calendar/days';
import { CARE_BANDS } from '../../records/careFlow';
import { monthOperator, type BandRates, type MonthOperator } from '../generator';
import {
	AGE_CELLS,
	bandOfCell,
	evenProfile,
	newbornProfile,
	stepMonth,
	stockByState
} from '../propagate';
import type { StockCount } from './counts';
import type { CareRates } from './rates';
import { RETURN_TYPE_IDS } from './types';

/** Children in care on one day of a forecast, index `band × types + type`, in the orders of CARE_BANDS and RETURN_TYPE_IDS. */
export interface CareDay {
	readonly day: DayNumber;
	readonly children: Float64Array;
	/** Variance of `children` by chance alone, were the rates known. */
	readonly variance: Float64Array;
	/** Children in care of all bands and types, and the variance of that number. */
	readonly total: { readonly children: number; readonly variance: number };
}

/** What a forecast starts from. */
export interface CareForecastRequest {
	/** Children at the end of the start day. */
	readonly opening: readonly StockCount[];
	readonly rates: CareRates;
	readonly start: DayNumber;
	readonly until: DayNumber;
}

const TYPES = RETURN_TYPE_IDS.length;
const STATES = CARE_BANDS.length * TYPES;
const MONTHS_IN_YEAR = 12;
const PROFILES = CARE_BANDS.map((_, band) => (band === 0 ? newbornProfile() : evenProfile(band)));

/**
 * Children in care on each month's day after the start, and on the last day, by the continuous method. Those there at the
 * start are followed from their own age and type, so that chance is exact: a child is in a state or not, and those who
 * enter are a Poisson number.
 */
export function forecastCare({
	opening,
	rates,
	start,
	until
}: CareForecastRequest): readonly CareDay[] {
	const bands = bandRates(rates);
	const perDay = entriesPerDay(rates);
	const operators = new Map<number, readonly MonthOperator[]>();
	const operatorsOf = (days: number) => {
		let own = operators.get(days);
		if (own === undefined) {
			own = bands.map((band) => monthOperator(band, days));
			operators.set(days, own);
		}
		return own;
	};
	let groups: readonly Group[] = groupsOf(opening);
	let newcomers: Float64Array = new Float64Array(AGE_CELLS * TYPES);
	const result: CareDay[] = [];
	for (let month = 0, from = start; from < until; month++) {
		const next = monthsLater(start, month + 1);
		const to = Math.min(next, until);
		const operatorsNow = operatorsOf(to - from);
		const step = stepMonth(newcomers, operatorsNow, bands, perDay, PROFILES);
		groups = groups.map((group) => moved(group, operatorsNow));
		if (to === next) {
			groups = groups.map((group) => ({ ...group, cell: group.cell + 1 }));
			newcomers = step.state;
			result.push(dayOf(to, groups, stockByState(newcomers, TYPES)));
		}
		// Within a month nobody grows older: those who would are still in their band.
		else {
			const { closing, agedIn, agedOut } = step.flows;
			const within = closing.map(
				(children, state) => children + (agedOut[state] ?? 0) - (agedIn[state] ?? 0)
			);
			result.push(dayOf(to, groups, within));
		}
		from = to;
	}
	return result;
}

/** Children of one month of age and placement type at the start, and the chance that each is in a type now. */
interface Group {
	readonly children: number;
	/** The month of age now; 216 and more for those who turned 18. */
	readonly cell: number;
	readonly chances: Float64Array;
}

function groupsOf(opening: readonly StockCount[]): readonly Group[] {
	return opening.flatMap(({ age, type, children }) => {
		const chances = new Float64Array(TYPES);
		chances[RETURN_TYPE_IDS.indexOf(type)] = 1;
		// The return is kept by year of age: its months are taken for equally full.
		return Array.from({ length: MONTHS_IN_YEAR }, (_, month) => ({
			children: children / MONTHS_IN_YEAR,
			cell: age * MONTHS_IN_YEAR + month,
			chances
		}));
	});
}

function moved(group: Group, operators: readonly MonthOperator[]): Group {
	if (group.cell >= AGE_CELLS) return group;
	const P = operators[bandOfCell(group.cell)]?.P ?? new Float64Array();
	const chances = new Float64Array(TYPES);
	for (let from = 0; from < TYPES; from++) {
		const chance = group.chances[from] ?? 0;
		for (let to = 0; to < TYPES; to++)
			chances[to] = (chances[to] ?? 0) + chance * (P[from * TYPES + to] ?? 0);
	}
	return { ...group, chances };
}

function dayOf(day: DayNumber, groups: readonly Group[], newcomers: Float64Array): CareDay {
	const children = Float64Array.from(newcomers);
	const variance = Float64Array.from(newcomers);
	let total = newcomers.reduce((sum, entered) => sum + entered, 0);
	let spread = total;
	for (const { children: count, cell, chances } of groups) {
		if (cell >= AGE_CELLS) continue;
		const first = bandOfCell(cell) * TYPES;
		let inCare = 0;
		chances.forEach((chance, type) => {
			children[first + type] = (children[first + type] ?? 0) + count * chance;
			variance[first + type] = (variance[first + type] ?? 0) + count * chance * (1 - chance);
			inCare += chance;
		});
		total += count * inCare;
		spread += count * inCare * (1 - inCare);
	}
	return { day, children, variance, total: { children: total, variance: spread } };
}

function bandRates({ exits, moves }: CareRates): readonly BandRates[] {
	return CARE_BANDS.map((band) => ({
		exits: RETURN_TYPE_IDS.map(
			(type) => exits.find((exit) => exit.band === band && exit.type === type)?.perDay ?? 0
		),
		moves: RETURN_TYPE_IDS.map((from) =>
			RETURN_TYPE_IDS.map(
				(to) =>
					moves.find((move) => move.band === band && move.from === from && move.to === to)
						?.perDay ?? 0
			)
		)
	}));
}

function entriesPerDay({ entries }: CareRates): Float64Array {
	const perDay = new Float64Array(STATES);
	for (const { band, type, perDay: children } of entries)
		perDay[CARE_BANDS.indexOf(band) * TYPES + RETURN_TYPE_IDS.indexOf(type)] = children;
	return perDay;
}
