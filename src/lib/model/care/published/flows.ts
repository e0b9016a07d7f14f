import { daysInMonth, daysInYear } from '../../calendar/calendar';
import type { CareInputs } from '../inputs';
import { runCare } from '../run';
import { publishedValue, type PublishedCouncil, type PublishedYear } from './figures';
import { errorSize, quantile } from './growth';
import { ASSUMED_PROFILE, ASSUMED_TYPES } from './profile';

/** A yearly number of children, with the range that a later year falls into four times in five. */
export interface YearlyChildren {
	readonly perYear: number;
	/** Half the range; null where too few years are published to tell. */
	readonly half: number | null;
}

/** A council's flows of children in care as published, and the exit rate that gives them. */
export interface PublishedFlows {
	/** The published years that they are taken from. */
	readonly years: readonly PublishedYear[];
	readonly starting: YearlyChildren;
	readonly ceasing: YearlyChildren;
	/** Rate at which children of a band leave before 18 [per child-day], before its own speed of the profile. */
	readonly leavingPerDay: number;
	/** Children who turn 18 in those years by the assumed ages, of all who cease. */
	readonly turning18: number;
	/** Children by which the published stock grew more in those years than starting less ceasing say. */
	readonly unexplained: number;
	/** The year on whose 31 March the exit rate meets a forecast; null where it gives the published ceasing. */
	readonly meets: number | null;
}

/** Children in care on 31 March of a year, from which flows go on. */
export interface DatedChildren {
	readonly year: number;
	readonly children: number;
}

const MONTHS_IN_YEAR = 12;
const DAYS_IN_YEAR = 365.25;
const BAND = 0.8;
const HALVINGS = 40;
const FASTEST = 64;

/**
 * The flows of a council's last published years, at most so many without a gap; the exit rate is that with which the
 * engine, from the stock before the first, has as many children cease as are published. Where no stock before it is
 * published, it is what starts and ceasing leave of the first. Null where no year has its stock, starts and ceasing.
 */
export function publishedFlows(
	council: PublishedCouncil,
	councils: readonly PublishedCouncil[],
	most: number
): PublishedFlows | null {
	const complete = (year: PublishedYear): boolean =>
		year.inCare !== null && year.starting !== null && year.ceasing !== null;
	const last = council.years.findLastIndex(complete);
	if (last < 0) return null;
	const gap = council.years.findLastIndex((year, i) => i < last && !complete(year));
	const years = council.years.slice(Math.max(gap + 1, last + 1 - most), last + 1);
	const [first] = years;
	if (first === undefined) return null;
	const sum = (measure: 'starting' | 'ceasing'): number =>
		years.reduce((total, own) => total + (own[measure] ?? 0), 0);
	const opening =
		publishedValue(council, first.year - 1, 'inCare') ??
		Math.max(0, (first.inCare ?? 0) - (first.starting ?? 0) + (first.ceasing ?? 0));
	const ceasing = sum('ceasing');
	const starting = sum('starting');
	const perYear = starting / years.length;
	const run = (leavingPerDay: number) =>
		leaving(opening, perYear, leavingPerDay, first.year - 1, years.length);
	const leavingPerDay = rateThatGives(ceasing, (rate) => run(rate).ceasing);
	const half = (measure: 'starting' | 'ceasing', level: number): number | null => {
		const spread = yearlySpread(councils, measure, most);
		return spread === null ? null : spread * errorSize(level);
	};
	return {
		years,
		starting: { perYear, half: half('starting', perYear) },
		ceasing: {
			perYear: ceasing / years.length,
			half: half('ceasing', ceasing / years.length)
		},
		leavingPerDay,
		turning18: run(leavingPerDay).turning18,
		unexplained: (years.at(-1)?.inCare ?? 0) - opening - starting + ceasing,
		meets: null
	};
}

/** Children in care on 31 March of a later year, where a council's flows go on from a stock as they are. */
export function childrenAfter(
	{ starting, leavingPerDay }: PublishedFlows,
	from: DatedChildren,
	year: number
): number {
	const years = year - from.year;
	const left = leaving(from.children, starting.perYear, leavingPerDay, from.year, years);
	return from.children + years * starting.perYear - left.ceasing;
}

/** The flows with that exit rate with which they lead from one stock to another, as far as any rate does. */
export function flowsMeeting(
	flows: PublishedFlows,
	from: DatedChildren,
	to: DatedChildren
): PublishedFlows {
	const years = to.year - from.year;
	const { perYear } = flows.starting;
	const run = (rate: number) => leaving(from.children, perYear, rate, from.year, years);
	const wanted = from.children + years * perYear - to.children;
	const leavingPerDay = rateThatGives(wanted, (rate) => run(rate).ceasing);
	const { ceasing, turning18 } = run(leavingPerDay);
	return {
		...flows,
		ceasing: { perYear: ceasing / years, half: flows.ceasing.half },
		leavingPerDay,
		turning18,
		meets: to.year
	};
}

/** The rate at which as many children cease as wanted; 0 where more turn 18 than that. */
function rateThatGives(wanted: number, ceasingAt: (rate: number) => number): number {
	let [low, high] = [0, 1 / DAYS_IN_YEAR];
	while (ceasingAt(high) < wanted && high < FASTEST / DAYS_IN_YEAR) high *= 2;
	for (let i = 0; i < HALVINGS; i++) {
		const middle = (low + high) / 2;
		if (ceasingAt(middle) < wanted) low = middle;
		else high = middle;
	}
	return ceasingAt(0) >= wanted ? 0 : (low + high) / 2;
}

/** Children who cease, and of them those who turn 18, in whole years from a stock, by the engine. */
function leaving(
	opening: number,
	startingPerYear: number,
	leavingPerDay: number,
	firstYear: number,
	years: number
): { readonly ceasing: number; readonly turning18: number } {
	const types: readonly string[] = ASSUMED_TYPES.map(({ id }) => id);
	const byState = (of: 'stock' | 'entries'): Float64Array =>
		Float64Array.from(
			ASSUMED_PROFILE.flatMap((band) =>
				ASSUMED_TYPES.map(({ id }) => band[of] * (band.types[id] ?? 0))
			)
		);
	const days = Array.from({ length: years * MONTHS_IN_YEAR }, (_, m) => daysInMonth(m, firstYear));
	const rates = ASSUMED_PROFILE.map(({ leaving: speed }) => ({
		exits: types.map(() => leavingPerDay * speed),
		moves: types.map(() => types.map(() => 0))
	}));
	const entries = byState('entries');
	const inputs: CareInputs = {
		types,
		after: null,
		days,
		opening,
		openingHow: 'stated',
		shares: byState('stock'),
		rates: days.map(() => rates),
		entries: days.map((length, m) =>
			entries.map(
				(share) =>
					(startingPerYear * share * length) /
					daysInYear(firstYear + Math.floor(m / MONTHS_IN_YEAR))
			)
		)
	};
	const { months } = runCare(inputs, { entries: inputs.entries, outflowsIn: () => [] });
	let [ceasing, turning18] = [0, 0];
	for (const { exits, turned18 } of months)
		for (const [state, left] of exits.entries()) {
			ceasing += left + (turned18[state] ?? 0);
			turning18 += turned18[state] ?? 0;
		}
	return { ceasing, turning18 };
}

/** Half the 80 % range of a year's number about the mean of the years before, over its size, from all councils. */
function yearlySpread(
	councils: readonly PublishedCouncil[],
	measure: 'starting' | 'ceasing',
	most: number
): number | null {
	const errors = councils.flatMap(({ years }) => {
		const known = years.flatMap((year) => year[measure] ?? []);
		return known.slice(1).map((value, i) => {
			const before = known.slice(Math.max(0, i + 1 - most), i + 1);
			const mean = before.reduce((sum, own) => sum + own, 0) / before.length;
			return Math.abs(value - mean) / errorSize(mean);
		});
	});
	return errors.length === 0 ? null : quantile(errors, BAND);
}
