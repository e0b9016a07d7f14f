import { calendarYearOf, dayText, type DayNumber } from '../../calendar/days';
import type { YearStart } from '../../calendar/calendar';
import { meanModel } from '../estimate/careModel';
import type { CareForecastRequest } from '../estimate/forecast';
import { cutAtMonthEnds, meanPath, spreadByMonth, stretchesBetween } from '../estimate/path';
import { leaverDays, noLeaverDays } from './leavers';

/** The children of a calendar month, or of the days of it that are priced, by state (`band × types + type`). */
export interface DemandMonth {
	/** Month of the financial year: 0 is April. */
	readonly month: number;
	readonly year: YearStart;
	/** Days of the month that are priced. */
	readonly days: number;
	readonly childDays: Float64Array;
	/** Children who came into the state from outside care or from another type. */
	readonly arrivals: Float64Array;
	/** Days of those who turned 18 in care, by year of age and the type that they left (`leaverState`). */
	readonly leaverDays: Float64Array;
}

const MONTHS_IN_YEAR = 12;
const APRIL = 3;

/** The expected child-days and arrivals of each month of a forecast; its first and last may be part months. */
export function expectedDemand({
	opening,
	rates,
	start,
	until,
	leavers: earlier,
	choice = {}
}: CareForecastRequest): readonly DemandMonth[] {
	const model = meanModel(rates, choice);
	const stretches = cutAtMonthEnds(stretchesBetween(start, until));
	const path = meanPath(spreadByMonth(opening, model.early !== null), model, stretches);
	const leavers = leaverDays(
		stretches,
		path.map(({ turned18 }) => turned18),
		earlier
	);
	const months: DemandMonth[] = [];
	path.forEach(({ days, childDays, entries, movesIn }, i) => {
		const own: DemandMonth = {
			...monthOf(stretches[i]?.to ?? until),
			days,
			childDays,
			arrivals: plus(entries, movesIn),
			leaverDays: leavers[i] ?? noLeaverDays()
		};
		const last = months.at(-1);
		if (last?.month !== own.month || last.year !== own.year) months.push(own);
		else
			months[months.length - 1] = {
				...own,
				days: last.days + days,
				childDays: plus(last.childDays, childDays),
				arrivals: plus(last.arrivals, own.arrivals),
				leaverDays: plus(last.leaverDays, own.leaverDays)
			};
	});
	return months;
}

const plus = (a: Float64Array, b: Float64Array): Float64Array =>
	a.map((value, i) => value + (b[i] ?? 0));

function monthOf(day: DayNumber): Pick<DemandMonth, 'month' | 'year'> {
	const month = Number(dayText(day).slice(5, 7)) - 1;
	const year = calendarYearOf(day);
	return month >= APRIL
		? { month: month - APRIL, year }
		: { month: month - APRIL + MONTHS_IN_YEAR, year: year - 1 };
}
