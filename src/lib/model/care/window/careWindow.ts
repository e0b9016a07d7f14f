import {
	calendarYearOf,
	dayText,
	monthsLater,
	nextEndOfMarch,
	parseDay
} from '../../calendar/days';
import { windowName, type CareWindow } from '../../records/careWindow';
import { adjustedRates } from '../daily/adjust';
import { estimateDaily, historyOf, type DailyEstimate, type Window } from '../daily/estimate';
import { spellsOf } from '../daily/spells';
import { DAILY_CATEGORIES, type DailyCategory, type State } from '../daily/states';
import { leaversAt } from '../estimate/careLeavers';
import { countReturn, type ReturnCounts } from '../estimate/counts';
import { stretchesOf, type Stretch } from '../estimate/episodes';
import { RETURN_TYPE_IDS, type ReturnType } from '../estimate/types';
import { countedYears } from '../pricing/countedYear';
import type { CleanReturn, Finding } from '../return/clean';
import { endReasonOf, PROVIDERS } from '../return/codes';
import { filtered, type ReturnFilters } from '../return/filters';
import { CLEANING_RULES } from '../return/rules';
import { mergedCounts } from './mergeCounts';
import { smallCategories, smallTypes, withoutCategories } from './smallTypes';

/** What a window is made of, beside the return. */
export interface WindowRequest {
	readonly window: Window;
	readonly children: CareWindow['children'];
	/** How many files were read, and rows in them. */
	readonly files: number;
	readonly rows: CareWindow['rows'];
	/** Scores of all groups; those of types that are put together are left out. */
	readonly scores: CareWindow['scores'];
}

const MONTHS_IN_QUARTER = 3;

/** What is kept of a return for one window: aggregates alone, with placement types of few children in other. */
export function careWindowOf(whole: CleanReturn, request: WindowRequest): CareWindow {
	const { window, children } = request;
	const clean = filtered(whole, filtersOf(children));
	const merged = smallTypes(clean, window);
	const mergedCategories = smallCategories(clean, window);
	const counts = mergedCounts(countReturn(clean, window), merged);
	const stretches = stretchesOf(clean);
	const history = historyByType(stretches, clean, merged);
	// What other holds beside small types is another thing than what was scored as other.
	const shown = new Set<string>([
		'all',
		...history.types.flatMap(({ type }) => (type === 'other' && merged.length > 0 ? [] : [type])),
		...DAILY_CATEGORIES.filter(
			(category) =>
				!mergedCategories.includes(category) &&
				(category !== 'Other' || mergedCategories.length === 0)
		)
	]);
	const days = { from: dayText(window.from), to: dayText(window.to) };
	return {
		...windowName({ children, ...days }),
		children,
		...days,
		returnFrom: dayText(clean.from),
		returnTo: dayText(clean.to),
		files: request.files,
		rows: request.rows,
		findings: findingCounts(clean.findings),
		merged: [...merged],
		mergedCategories: [...mergedCategories],
		before: [...counts.before],
		closing: [...counts.closing],
		exposures: [...counts.exposures],
		moves: [...counts.moves],
		exits: exitsOf(counts),
		entries: [...counts.entries],
		turned18: counts.turned18,
		durations: [...counts.durations],
		providers: counts.providers.map(({ type, provider, childDays }) => ({
			type,
			provider: PROVIDERS.find((known) => known === provider) ?? 'blank',
			childDays
		})),
		quarterlyEntries: [...counts.quarterlyEntries],
		yearlyEntries: counts.yearlyEntries.map((year) => ({ ...year, to: dayText(year.to) })),
		history,
		counted: countedYears(clean, window.to, merged).map(({ year, months, bands }) => ({
			year,
			months: [...months],
			bands: [...bands]
		})),
		leavers: [...leaversAt(clean, window.to, merged)],
		years: yearsOf(stretches, clean),
		daily: dailyOf(clean, window, mergedCategories),
		scores: request.scores.filter(({ group }) => shown.has(group))
	};
}

/** The code of the return's SEX for windows of one sex. */
const SEX_CODES: Readonly<Partial<Record<CareWindow['children'], '1' | '2'>>> = {
	boys: '1',
	girls: '2'
};

/** Which children of a return a window counts. */
export function filtersOf(children: CareWindow['children']): ReturnFilters {
	return {
		councils: [],
		ethnicities: [],
		sex: SEX_CODES[children] ?? 'all',
		uasc: children === 'uasc' || (children === 'notUasc' ? false : 'all')
	};
}

/** The counts of a window that was kept, as the continuous method takes them. */
export function countsOfWindow(kept: CareWindow): ReturnCounts {
	const window = daysOfWindow(kept);
	return {
		window,
		days: window.to - window.from + 1,
		before: kept.before,
		closing: kept.closing,
		exposures: kept.exposures,
		moves: kept.moves,
		exits: kept.exits,
		entries: kept.entries,
		turned18: kept.turned18,
		durations: kept.durations,
		providers: kept.providers,
		quarterlyEntries: kept.quarterlyEntries,
		yearlyEntries: kept.yearlyEntries.map((year) => ({ ...year, to: dayIn(year.to) }))
	};
}

/** The days of a window that was kept. */
export function daysOfWindow({ from, to }: Pick<CareWindow, 'from' | 'to'>): Window {
	return { from: dayIn(from), to: dayIn(to) };
}

/** The daily method's estimate, with those who stay, and its children on the window's last day. */
export function dailyOfWindow({ daily }: CareWindow): DailyEstimate & {
	readonly opening: ReadonlyMap<State, number>;
} {
	return {
		rates: adjustedRates(daily.rates, []),
		entrants: daily.entrants,
		shares: daily.shares,
		opening: new Map(daily.opening.map(({ state, children }) => [state, children]))
	};
}

/** How many rows each rule of cleaning touched, in the order of the rules. */
function findingCounts(findings: readonly Finding[]): CareWindow['findings'] {
	return CLEANING_RULES.flatMap((rule) => {
		const rows = findings.filter((finding) => finding.rule === rule).length;
		return rows === 0 ? [] : [{ rule, rows }];
	});
}

function dayIn(text: string): number {
	const day = parseDay(text);
	if (day === null) throw new Error(`'${text}' is not a day`);
	return day;
}

/** Exits by reason, with what no list of reasons has under one word. */
function exitsOf({ exits }: ReturnCounts): CareWindow['exits'] {
	const sums = new Map<string, CareWindow['exits'][number]>();
	for (const { band, type, reason, children } of exits) {
		const own = { band, type, reason: endReasonOf(reason), children };
		const key = `${band} ${type} ${own.reason}`;
		const before = sums.get(key)?.children ?? 0;
		sums.set(key, { ...own, children: before + children });
	}
	return [...sums.values()];
}

function historyByType(
	stretches: readonly Stretch[],
	{ from, to }: CleanReturn,
	merged: readonly ReturnType[]
): CareWindow['history'] {
	const days: number[] = [];
	for (let quarter = 0; ; quarter++) {
		const day = monthsLater(from, quarter * MONTHS_IN_QUARTER) - 1;
		if (day > to) break;
		days.push(day);
	}
	const byType = new Map<ReturnType, number[]>();
	for (const { type, start, end } of stretches) {
		const own = merged.includes(type) ? 'other' : type;
		let children = byType.get(own);
		if (children === undefined) byType.set(own, (children = days.map(() => 0)));
		for (const [at, day] of days.entries())
			if (start <= day && day < end) children[at] = (children[at] ?? 0) + 1;
	}
	return {
		days: days.map(dayText),
		types: RETURN_TYPE_IDS.flatMap((type) => {
			const children = byType.get(type);
			return children === undefined ? [] : [{ type, children }];
		})
	};
}

function yearsOf(stretches: readonly Stretch[], { from, to }: CleanReturn): CareWindow['years'] {
	const last = calendarYearOf(nextEndOfMarch(to));
	const years = Array.from(
		{ length: last - calendarYearOf(from) },
		(_, i) => calendarYearOf(from) + 1 + i
	);
	const countBy = (day: (stretch: Stretch) => number | null): ReadonlyMap<number, number> => {
		const counts = new Map<number, number>();
		for (const stretch of stretches) {
			const on = day(stretch);
			if (on === null || on < from || on > to) continue;
			const year = calendarYearOf(nextEndOfMarch(on));
			counts.set(year, (counts.get(year) ?? 0) + 1);
		}
		return counts;
	};
	const starts = countBy(({ beginsBy, start }) =>
		beginsBy === 'firstEntry' || beginsBy === 'reEntry' ? start : null
	);
	const ceases = countBy(({ endsBy, end }) =>
		endsBy?.how === 'exit' || endsBy?.how === 'turned18' ? end : null
	);
	return years.map((year) => ({
		year,
		starts: starts.get(year) ?? 0,
		ceases: ceases.get(year) ?? 0
	}));
}

function dailyOf(
	clean: CleanReturn,
	window: Window,
	small: readonly DailyCategory[]
): CareWindow['daily'] {
	const spells = withoutCategories(spellsOf(clean), small);
	const { rates, entrants, shares } = estimateDaily(spells, clean, window);
	return {
		opening: [...historyOf(spells, clean)]
			.map(([state, days]) => ({ state, children: days[window.to - clean.from] ?? 0 }))
			.filter(({ children }) => children > 0),
		rates: [...rates],
		entrants: [...entrants],
		shares
	};
}
