import {
	careRates,
	countsOfWindow,
	dailyOfWindow,
	dayText,
	daysOfWindow,
	forecastCare,
	forecastDaily,
	NOT_IN_CARE,
	type CareForecast,
	type CareRates,
	type CareWindow,
	type DayNumber
} from '$lib/model';
import { yearEndsAhead } from '$lib/runner/costs/session';
import { modelChoice, USUAL_CHOICE, type OutlookChoice } from './choice';

/** Children in care on one day as the continuous method expects them: the mean, and the ends of the 80 % band. */
export interface Expected {
	readonly mean: number;
	readonly p10: number;
	readonly p90: number;
}

/** Children in care of one placement type, or of all, on each 31 March. */
export interface OutlookRow {
	/** Null for all types together. */
	readonly type: CareWindow['merged'][number] | null;
	/** As the files have it; null after their last day. */
	readonly counted: readonly (number | null)[];
	/** By the continuous method; null up to the window's last day. */
	readonly expected: readonly (Expected | null)[];
}

/** History and forecast of a window, on each 31 March. */
export interface Outlook {
	readonly days: readonly string[];
	readonly rows: readonly OutlookRow[];
	readonly all: OutlookRow;
	/** All children by the daily method; null up to the window's last day. */
	readonly daily: readonly (number | null)[];
	readonly rates: CareRates;
	readonly choice: OutlookChoice;
}

// A page asks several times for what takes hundreds of draws; what is kept never changes.
const outlooks = new WeakMap<CareWindow, Map<string, Outlook>>();

/** Puts the counted children beside the forecasts of both methods, up to the third 31 March after the window. */
export function outlookOf(kept: CareWindow, choice: OutlookChoice = USUAL_CHOICE): Outlook {
	const own = outlooks.get(kept) ?? new Map<string, Outlook>();
	outlooks.set(kept, own);
	const key = `${choice.exits} ${choice.entries}`;
	let outlook = own.get(key);
	if (outlook === undefined) own.set(key, (outlook = workedOut(kept, choice)));
	return outlook;
}

function workedOut(kept: CareWindow, choice: OutlookChoice): Outlook {
	const { to } = daysOfWindow(kept);
	const ahead = yearEndsAhead(kept);
	const counts = countsOfWindow(kept);
	const rates = careRates(counts);
	const forecasts = forecastsAt(
		{ opening: counts.closing, rates, start: to, choice: modelChoice(choice, kept) },
		ahead
	);
	const daily = dailyForecast(kept, to, ahead);
	const counted = new Map(
		kept.history.days.flatMap((day, at) => (day.endsWith('-03-31') ? [[day, at] as const] : []))
	);
	const days = [...new Set([...counted.keys(), ...ahead.map(dayText)])].sort();
	const total = kept.history.days.map((_, at) =>
		kept.history.types.reduce((sum, { children }) => sum + (children[at] ?? 0), 0)
	);
	const rowOf = (type: OutlookRow['type'], children: readonly number[]): OutlookRow => ({
		type,
		counted: days.map((day) => {
			const at = counted.get(day);
			return at === undefined ? null : (children[at] ?? 0);
		}),
		expected: days.map((day) => expectedOn(forecasts, day, type))
	});
	return {
		days,
		rows: kept.history.types.map(({ type, children }) => rowOf(type, children)),
		all: rowOf(null, total),
		daily: days.map((day) => daily.get(day) ?? null),
		rates,
		choice
	};
}

/** One forecast where its months end on the days that are wanted, and else one up to each day. */
function forecastsAt(
	request: Omit<Parameters<typeof forecastCare>[0], 'until'>,
	ahead: readonly DayNumber[]
): readonly CareForecast[] {
	const longest = forecastCare({ ...request, until: ahead.at(-1) ?? request.start });
	if (ahead.every((day) => longest.days.includes(day))) return [longest];
	return [...ahead.slice(0, -1).map((until) => forecastCare({ ...request, until })), longest];
}

function expectedOn(
	forecasts: readonly CareForecast[],
	day: string,
	type: OutlookRow['type']
): Expected | null {
	for (const { days, series } of forecasts) {
		const at = days.findIndex((own) => dayText(own) === day);
		const own = series.find((one) => one.band === null && one.type === type);
		if (at >= 0 && own !== undefined)
			return { mean: own.mean[at] ?? 0, p10: own.p10[at] ?? 0, p90: own.p90[at] ?? 0 };
	}
	return null;
}

function dailyForecast(
	kept: CareWindow,
	start: DayNumber,
	ahead: readonly DayNumber[]
): ReadonlyMap<string, number> {
	const { opening, rates, entrants } = dailyOfWindow(kept);
	const { days, children } = forecastDaily({
		opening,
		rates,
		entrants,
		start,
		until: ahead.at(-1) ?? start
	});
	const inCare = [...children].filter(([state]) => !state.endsWith(NOT_IN_CARE));
	return new Map(
		ahead.map((day) => [
			dayText(day),
			inCare.reduce((all, [, values]) => all + (values[days.indexOf(day)] ?? 0), 0)
		])
	);
}
