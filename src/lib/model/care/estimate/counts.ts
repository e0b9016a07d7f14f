import type { DayNumber } from '../../calendar/days';
import type { CleanReturn } from '../return/clean';
import type { Window } from '../daily/estimate';
import { bandOf, type CareBand } from './bands';
import { entriesOverTime, type EntriesOverTime } from './entriesOverTime';
import { stretchesOf, type Stretch } from './episodes';
import { Tally } from './tally';
import type { ReturnType } from './types';

/** Child-days in a band and placement type. */
export interface Exposure {
	readonly band: CareBand;
	readonly type: ReturnType;
	readonly childDays: number;
}

/** Children who moved from one placement type to another in a band. */
export interface MoveCount {
	readonly band: CareBand;
	readonly from: ReturnType;
	readonly to: ReturnType;
	readonly children: number;
}

/** Children who left care before 18 in a band, from a placement type, for a reason (REC). */
export interface ExitCount {
	readonly band: CareBand;
	readonly type: ReturnType;
	readonly reason: string;
	readonly children: number;
}

/** Children who came into care in a band and placement type: for the first time that the return knows of, or again. */
export interface EntryCount {
	readonly band: CareBand;
	readonly type: ReturnType;
	readonly first: number;
	readonly again: number;
}

/** Children in care at the end of a day, by completed years of age and placement type. */
export interface StockCount {
	readonly age: number;
	readonly type: ReturnType;
	readonly children: number;
	/** Those of them who have been in care for less than 365 days this time. */
	readonly firstYear: number;
}

/** Exits and child-days of a band and placement type in the first year of a time in care (365 days) and after it. */
export interface DurationCount {
	readonly band: CareBand;
	readonly type: ReturnType;
	readonly phase: 'firstYear' | 'later';
	readonly exits: number;
	readonly childDays: number;
}

/** Child-days of a placement type with a sort of provider (PLACE_PROVIDER). */
export interface ProviderCount {
	readonly type: ReturnType;
	readonly provider: string;
	readonly childDays: number;
}

/** What the continuous method takes from a return for one window: counts and child-days, no row of any child. */
export interface ReturnCounts extends EntriesOverTime {
	/** Both days are in the window; flows happen on its days, and stocks are those at the end of a day. */
	readonly window: Window;
	/** Days of the window. */
	readonly days: number;
	/** Children in care at the end of the day before the window. */
	readonly before: readonly StockCount[];
	/** Children in care at the end of its last day. */
	readonly closing: readonly StockCount[];
	readonly exposures: readonly Exposure[];
	readonly moves: readonly MoveCount[];
	readonly exits: readonly ExitCount[];
	readonly entries: readonly EntryCount[];
	/** Children who turned 18 in care. */
	readonly turned18: number;
	readonly durations: readonly DurationCount[];
	readonly providers: readonly ProviderCount[];
}

const FIRST_YEAR_DAYS = 365;

/** Children in care at the end of a day of the return, by completed years of age and placement type. */
export function stockOf(clean: CleanReturn, day: DayNumber): readonly StockCount[] {
	return stockAt(stretchesOf(clean), day);
}

/** Children in care at the end of each of several days of the return. */
export function stocksOf(
	clean: CleanReturn,
	days: readonly DayNumber[]
): readonly (readonly StockCount[])[] {
	const stretches = stretchesOf(clean);
	return days.map((day) => stockAt(stretches, day));
}

/** Counts what the continuous method needs from the days of a window. */
export function countReturn(clean: CleanReturn, window: Window): ReturnCounts {
	const stretches = stretchesOf(clean);
	const { from, to } = window;
	const isIn = (day: number): boolean => from <= day && day <= to;
	const exposures = new Tally<[CareBand, ReturnType]>();
	const moves = new Tally<[CareBand, ReturnType, ReturnType]>();
	const exits = new Tally<[CareBand, ReturnType, string]>();
	const entries = new Tally<[CareBand, ReturnType, 'firstEntry' | 'reEntry']>();
	const durations = new Tally<[CareBand, ReturnType, DurationCount['phase']]>();
	const ends = new Tally<[CareBand, ReturnType, DurationCount['phase']]>();
	const providers = new Tally<[ReturnType, string]>();
	let turned18 = 0;
	for (const stretch of stretches) {
		const { start, end, type, since, beginsBy, endsBy } = stretch;
		const band = bandOf(stretch.age);
		// A child who is there at the end of a day is at risk on the next.
		const [begin, stop] = [Math.max(start, from - 1), Math.min(end, to)];
		if (stop > begin) {
			exposures.add([band, type], stop - begin);
			providers.add([type, stretch.provider], stop - begin);
			const early = Math.max(Math.min(stop, since + FIRST_YEAR_DAYS) - begin, 0);
			durations.add([band, type, 'firstYear'], early);
			durations.add([band, type, 'later'], stop - begin - early);
		}
		if (isIn(start) && (beginsBy === 'firstEntry' || beginsBy === 'reEntry'))
			entries.add([band, type, beginsBy], 1);
		if (endsBy === null || !isIn(end)) continue;
		if (endsBy.how === 'turned18') turned18 += 1;
		if (endsBy.how === 'move' && endsBy.to !== type) moves.add([band, type, endsBy.to], 1);
		if (endsBy.how === 'exit') {
			exits.add([band, type, endsBy.reason], 1);
			ends.add([band, type, end <= since + FIRST_YEAR_DAYS ? 'firstYear' : 'later'], 1);
		}
	}
	return {
		window,
		days: to - from + 1,
		before: stockAt(stretches, from - 1),
		closing: stockAt(stretches, to),
		exposures: exposures.rows().map(([[band, type], childDays]) => ({ band, type, childDays })),
		moves: moves.rows().map(([[band, type, next], children]) => ({
			band,
			from: type,
			to: next,
			children
		})),
		exits: exits.rows().map(([[band, type, reason], children]) => ({
			band,
			type,
			reason,
			children
		})),
		entries: entriesOf(entries),
		turned18,
		durations: durations.rows().map(([[band, type, phase], childDays]) => ({
			band,
			type,
			phase,
			childDays,
			exits: ends.of([band, type, phase])
		})),
		providers: providers.rows().map(([[type, provider], childDays]) => ({
			type,
			provider,
			childDays
		})),
		...entriesOverTime(stretches, clean.from, window)
	};
}

function entriesOf(
	entries: Tally<[CareBand, ReturnType, 'firstEntry' | 'reEntry']>
): readonly EntryCount[] {
	const states = new Tally<[CareBand, ReturnType]>();
	for (const [[band, type], children] of entries.rows()) states.add([band, type], children);
	return states.rows().map(([[band, type]]) => ({
		band,
		type,
		first: entries.of([band, type, 'firstEntry']),
		again: entries.of([band, type, 'reEntry'])
	}));
}

/** Children in care at the end of a day. */
function stockAt(stretches: readonly Stretch[], day: number): readonly StockCount[] {
	const stock = new Tally<[string, ReturnType]>();
	const newcomers = new Tally<[string, ReturnType]>();
	for (const { start, end, age, type, since } of stretches) {
		if (start > day || day >= end) continue;
		const key: [string, ReturnType] = [String(age).padStart(2, '0'), type];
		stock.add(key, 1);
		if (day < since + FIRST_YEAR_DAYS) newcomers.add(key, 1);
	}
	return stock.rows().map(([[age, type], children]) => ({
		age: Number(age),
		type,
		children,
		firstYear: newcomers.of([age, type])
	}));
}
