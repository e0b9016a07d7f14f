import { calendarYearOf, dayText, type DayNumber } from '../../calendar/days';
import { CARE_BANDS } from '../../records/careFlow';
import type { YearStart } from '../../calendar/calendar';
import { meanModel, TYPES } from '../estimate/careModel';
import type { ReturnCounts } from '../estimate/counts';
import type { CareForecastRequest } from '../estimate/forecast';
import { meanPath, spreadByMonth, stretchesBetween } from '../estimate/path';
import { RETURN_TYPE_IDS } from '../estimate/types';

/** The children of a calendar month, by state (`band × types + type`), as far as they are priced. */
export interface DemandMonth {
	/** Month of the financial year: 0 is April. */
	readonly month: number;
	readonly year: YearStart;
	readonly childDays: Float64Array;
	/** Children who came into the state from outside care or from another type. */
	readonly arrivals: Float64Array;
}

const MONTHS_IN_YEAR = 12;
const APRIL = 3;

/** True where a day is the last of its month. */
export function isEndOfMonth(day: DayNumber): boolean {
	return dayText(day + 1).endsWith('-01');
}

/** The expected child-days and arrivals of each month of a forecast that starts and ends with a month's end. */
export function expectedDemand({
	opening,
	rates,
	start,
	until,
	choice = {}
}: CareForecastRequest): readonly DemandMonth[] {
	if (!isEndOfMonth(start) || !isEndOfMonth(until))
		throw new RangeError('Placements are priced by whole months.');
	const stretches = stretchesBetween(start, until);
	const model = meanModel(rates, choice);
	const stock = spreadByMonth(opening, model.early !== null);
	return meanPath(stock, model, stretches).map(({ childDays, entries, movesIn }, i) => ({
		...monthOf(stretches[i]?.to ?? until),
		childDays,
		arrivals: entries.map((children, state) => children + (movesIn[state] ?? 0))
	}));
}

/** The child-days and arrivals that a return counts in one month. */
export function countedDemand({ window, exposures, entries, moves }: ReturnCounts): DemandMonth {
	const childDays = new Float64Array(CARE_BANDS.length * TYPES);
	const arrivals = new Float64Array(CARE_BANDS.length * TYPES);
	const state = (band: string, type: string): number =>
		CARE_BANDS.findIndex((id) => id === band) * TYPES +
		RETURN_TYPE_IDS.findIndex((id) => id === type);
	for (const one of exposures) childDays[state(one.band, one.type)] = one.childDays;
	for (const { band, type, first, again } of entries) arrivals[state(band, type)]! += first + again;
	for (const { band, to, children } of moves) arrivals[state(band, to)]! += children;
	return { ...monthOf(window.to), childDays, arrivals };
}

function monthOf(day: DayNumber): Pick<DemandMonth, 'month' | 'year'> {
	const month = Number(dayText(day).slice(5, 7)) - 1;
	const year = calendarYearOf(day);
	return month >= APRIL
		? { month: month - APRIL, year }
		: { month: month - APRIL + MONTHS_IN_YEAR, year: year - 1 };
}
