import { monthsLater, type DayNumber } from '../../calendar/days';
import { CARE_BANDS } from '../../records/careFlow';
import type { Window } from '../daily/estimate';
import { bandOf, type CareBand } from './bands';
import type { Stretch } from './episodes';

/** Children who came into care in a band in a whole year of the return. */
export interface YearlyEntries {
	/** The year's last day. */
	readonly to: DayNumber;
	readonly band: CareBand;
	readonly children: number;
}

/** How many children came into care, first or again, quarter by quarter and year by year. */
export interface EntriesOverTime {
	/** In each whole three months from the window's first day on. */
	readonly quarterlyEntries: readonly number[];
	/** In the whole years that the return tells of, back from the window's last day; the first year first. */
	readonly yearlyEntries: readonly YearlyEntries[];
}

const MONTHS_IN_QUARTER = 3;
const MONTHS_IN_YEAR = 12;

/** Counts entries by quarter of a window, and by year back to the first day that the return tells of. */
export function entriesOverTime(
	stretches: readonly Stretch[],
	known: DayNumber,
	{ from, to }: Window
): EntriesOverTime {
	const entries = stretches.filter(
		({ beginsBy, start }) =>
			(beginsBy === 'firstEntry' || beginsBy === 'reEntry') && known <= start && start <= to
	);
	const quarterlyEntries: number[] = [];
	for (let begin = from, quarter = 1; ; quarter++) {
		const next = monthsLater(from, quarter * MONTHS_IN_QUARTER);
		if (next > to + 1) break;
		const first = begin;
		quarterlyEntries.push(entries.filter(({ start }) => first <= start && start < next).length);
		begin = next;
	}
	const yearlyEntries: YearlyEntries[][] = [];
	for (let last = to, year = 1; ; year++) {
		// Back from the day after the last, so that the ends of months of any length follow each other.
		const first = monthsLater(to + 1, -year * MONTHS_IN_YEAR);
		if (first < known) break;
		const own = entries.filter(({ start }) => first <= start && start < last + 1);
		const until = last;
		yearlyEntries.unshift(
			CARE_BANDS.map((band) => ({
				to: until,
				band,
				children: own.filter(({ age }) => bandOf(age) === band).length
			}))
		);
		last = first - 1;
	}
	return { quarterlyEntries, yearlyEntries: yearlyEntries.flat() };
}
