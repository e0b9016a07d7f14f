import { parseYear, yearLabel } from '../../calendar/calendar';
import { calendarYearOf, firstOfApril, monthsLater, type DayNumber } from '../../calendar/days';
import { CARE_BANDS } from '../../records/careFlow';
import { bandOf, type CareBand } from '../estimate/bands';
import { TYPES } from '../estimate/careModel';
import { stretchesOf, type Stretch } from '../estimate/episodes';
import { Tally } from '../estimate/tally';
import { RETURN_TYPE_IDS, type ReturnType } from '../estimate/types';
import type { CleanReturn } from '../return/clean';
import type { DemandMonth } from './demand';
import { noLeaverDays } from './leavers';

/** What a return counts of a financial year, so that an outturn can be set against it. */
export interface CountedYear {
	/** The financial year, '2023/24'. */
	readonly year: string;
	/** Child-days of a type in a month (0 is April), and children who came into it, into care or by a move. */
	readonly months: readonly {
		readonly month: number;
		readonly type: ReturnType;
		readonly childDays: number;
		readonly arrivals: number;
	}[];
	/** Child-days of a type by band, over the whole year. */
	readonly bands: readonly {
		readonly band: CareBand;
		readonly type: ReturnType;
		readonly childDays: number;
	}[];
}

const MONTHS_IN_YEAR = 12;
const MOST_YEARS = 3;

/** The last whole financial years up to a day that a return tells of, at most three, the first year first. */
export function countedYears(
	clean: CleanReturn,
	until: DayNumber,
	merged: readonly ReturnType[]
): readonly CountedYear[] {
	const stretches = stretchesOf(clean);
	const known = Math.min(until, clean.to);
	const last = calendarYearOf(known);
	return Array.from({ length: MOST_YEARS + 1 }, (_, i) => yearLabel(last - MOST_YEARS - 1 + i))
		.filter((year) => isWhole(year, clean.from, known))
		.slice(-MOST_YEARS)
		.map((year) => countedIn(stretches, year, merged));
}

/** What a return counts of one financial year; null where it does not tell of all of it. */
export function countedYear(clean: CleanReturn, year: string): CountedYear | null {
	return isWhole(year, clean.from, clean.to) ? countedIn(stretchesOf(clean), year, []) : null;
}

/** The months of a counted year as they are priced; the bands of a type share each month as they share the year. */
export function countedDemand({ year, months, bands }: CountedYear): readonly DemandMonth[] {
	const ofType = (type: ReturnType): number =>
		bands.reduce((sum, own) => sum + (own.type === type ? own.childDays : 0), 0);
	const firstDays = firstDaysOf(year);
	return Array.from({ length: MONTHS_IN_YEAR }, (_, month) => {
		const childDays = new Float64Array(CARE_BANDS.length * TYPES);
		const arrivals = new Float64Array(CARE_BANDS.length * TYPES);
		for (const own of months) {
			if (own.month !== month) continue;
			const all = ofType(own.type);
			for (const one of bands) {
				if (one.type !== own.type || all === 0) continue;
				const state = CARE_BANDS.indexOf(one.band) * TYPES + RETURN_TYPE_IDS.indexOf(one.type);
				childDays[state] = (own.childDays * one.childDays) / all;
				arrivals[state] = (own.arrivals * one.childDays) / all;
			}
		}
		return {
			month,
			year: parseYear(year) ?? 0,
			days: (firstDays[month + 1] ?? 0) - (firstDays[month] ?? 0),
			childDays,
			arrivals,
			leaverDays: noLeaverDays()
		};
	});
}

/** The first day of each month of a financial year, and of the next year. */
function firstDaysOf(label: string): readonly DayNumber[] {
	const april = firstOfApril(parseYear(label) ?? 0);
	return Array.from({ length: MONTHS_IN_YEAR + 1 }, (_, month) => monthsLater(april, month));
}

function isWhole(year: string, from: DayNumber, to: DayNumber): boolean {
	const days = firstDaysOf(year);
	return (days[0] ?? 0) >= from && (days.at(-1) ?? 0) - 1 <= to;
}

function countedIn(
	stretches: readonly Stretch[],
	year: string,
	merged: readonly ReturnType[]
): CountedYear {
	const firstDays = firstDaysOf(year);
	const [begin = 0, end = 0] = [firstDays[0], firstDays.at(-1)];
	const kept = (type: ReturnType): ReturnType => (merged.includes(type) ? 'other' : type);
	const days = new Tally<[string, ReturnType]>();
	const arrivals = new Tally<[string, ReturnType]>();
	const bands = new Tally<[CareBand, ReturnType]>();
	const monthOf = (day: DayNumber): string =>
		String(firstDays.findLastIndex((first) => first <= day)).padStart(2, '0');
	for (const stretch of stretches) {
		const type = kept(stretch.type);
		// A child who is there at the end of a day is at risk on the next.
		const [first, last] = [stretch.start + 1, stretch.end];
		if (last >= begin && first < end) {
			for (let month = 0; month < MONTHS_IN_YEAR; month++) {
				const own =
					Math.min(last + 1, firstDays[month + 1] ?? 0) - Math.max(first, firstDays[month] ?? 0);
				if (own <= 0) continue;
				days.add([String(month).padStart(2, '0'), type], own);
				bands.add([bandOf(stretch.age), type], own);
			}
		}
		const isIn = (day: DayNumber): boolean => begin <= day && day < end;
		const { beginsBy, endsBy } = stretch;
		if ((beginsBy === 'firstEntry' || beginsBy === 'reEntry') && isIn(stretch.start))
			arrivals.add([monthOf(stretch.start), type], 1);
		if (endsBy?.how === 'move' && isIn(stretch.end) && kept(endsBy.to) !== type)
			arrivals.add([monthOf(stretch.end), kept(endsBy.to)], 1);
	}
	const states = new Tally<[string, ReturnType]>();
	for (const [key, sum] of [...days.rows(), ...arrivals.rows()]) states.add(key, sum);
	return {
		year,
		months: states.rows().map(([[month, type]]) => ({
			month: Number(month),
			type,
			childDays: days.of([month, type]),
			arrivals: arrivals.of([month, type])
		})),
		bands: bands.rows().map(([[band, type], childDays]) => ({ band, type, childDays }))
	};
}
