import {
	CARE_BANDS,
	careRates,
	countsOfWindow,
	dailyOfWindow,
	dayText,
	daysOfWindow,
	forecastCare,
	forecastDaily,
	nextEndOfMarch,
	NOT_IN_CARE,
	RETURN_TYPE_IDS,
	type CareDay,
	type CareWindow,
	type DayNumber
} from '$lib/model';

/** Children in care on one day as a method expects them, and the standard deviation of that number. */
export interface Expected {
	readonly children: number;
	readonly spread: number;
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
	readonly daily: readonly (Expected | null)[];
}

const YEARS_AHEAD = 3;

/** Puts the counted children beside the forecasts of both methods, up to the third 31 March after the window. */
export function outlookOf(kept: CareWindow): Outlook {
	const { to } = daysOfWindow(kept);
	const ahead = yearEndsAfter(to);
	const counts = countsOfWindow(kept);
	const rates = careRates(counts);
	const forecast = new Map(
		ahead.map((day) => [
			dayText(day),
			forecastCare({ opening: counts.closing, rates, start: to, until: day }).at(-1) ?? null
		])
	);
	const daily = dailyForecast(kept, to, ahead);
	const counted = new Map(
		kept.history.days.flatMap((day, at) => (day.endsWith('-03-31') ? [[day, at] as const] : []))
	);
	const days = [...new Set([...counted.keys(), ...forecast.keys()])].sort();
	const countOf = (children: readonly number[], day: string): number | null => {
		const at = counted.get(day);
		return at === undefined ? null : (children[at] ?? 0);
	};
	const expectedOf = (day: string, of: (own: CareDay) => Expected): Expected | null => {
		const own = forecast.get(day) ?? null;
		return own === null ? null : of(own);
	};
	const total = kept.history.days.map((_, at) =>
		kept.history.types.reduce((sum, { children }) => sum + (children[at] ?? 0), 0)
	);
	return {
		days,
		rows: kept.history.types.map(({ type, children }) => ({
			type,
			counted: days.map((day) => countOf(children, day)),
			expected: days.map((day) => expectedOf(day, (own) => ofType(own, type)))
		})),
		all: {
			type: null,
			counted: days.map((day) => countOf(total, day)),
			expected: days.map((day) =>
				expectedOf(day, (own) => ({
					children: own.total.children,
					spread: Math.sqrt(own.total.variance)
				}))
			)
		},
		daily: days.map((day) => daily.get(day) ?? null)
	};
}

function yearEndsAfter(last: DayNumber): readonly DayNumber[] {
	const ends: DayNumber[] = [];
	for (let day = last; ends.length < YEARS_AHEAD;) {
		day = nextEndOfMarch(day + 1);
		ends.push(day);
	}
	return ends;
}

function ofType(day: CareDay, type: CareWindow['merged'][number]): Expected {
	const at = RETURN_TYPE_IDS.indexOf(type);
	const sum = (values: Float64Array): number =>
		CARE_BANDS.reduce((all, _, band) => all + (values[band * RETURN_TYPE_IDS.length + at] ?? 0), 0);
	return { children: sum(day.children), spread: Math.sqrt(sum(day.variance)) };
}

function dailyForecast(
	kept: CareWindow,
	start: DayNumber,
	ahead: readonly DayNumber[]
): ReadonlyMap<string, Expected> {
	const { opening, rates, entrants } = dailyOfWindow(kept);
	const { days, children, variance } = forecastDaily({
		opening,
		rates,
		entrants,
		start,
		until: ahead.at(-1) ?? start
	});
	const inCare = [...children.keys()].filter((state) => !state.endsWith(NOT_IN_CARE));
	const sum = (series: ReadonlyMap<string, Float64Array>, at: number): number =>
		inCare.reduce((all, state) => all + (series.get(state)?.[at] ?? 0), 0);
	return new Map(
		ahead.map((day) => {
			const at = days.indexOf(day);
			return [dayText(day), { children: sum(children, at), spread: Math.sqrt(sum(variance, at)) }];
		})
	);
}
