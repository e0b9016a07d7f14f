import { gapsIn, historyOf, ownGrowth } from './changes';
import {
	publishedCouncils,
	publishedValue,
	type PublishedCouncil,
	type PublishedRow
} from './figures';
import { errorSize, growthOf, type Growth } from './growth';

/** Children in care in a council on 31 March of a year, forecast from published figures. */
export interface PublishedForecast {
	readonly council: string;
	/** The nine-character code. */
	readonly code: string;
	/** The three-digit code. */
	readonly area: string;
	readonly year: number;
	/** Children in care that are expected. */
	readonly mean: number;
	/** One in ten is thought to lie below. */
	readonly p10: number;
	readonly p50: number;
	/** One in ten is thought to lie above. */
	readonly p90: number;
}

/** The forecasts of all councils, with what they rest on. */
export interface PublishedForecasts {
	/** The last 31 March whose figures were used. */
	readonly origin: number;
	readonly growth: Growth;
	/** By council, then year. */
	readonly rows: readonly PublishedForecast[];
	/** Councils without a figure on the last 31 March that was used. */
	readonly leftOut: readonly PublishedCouncil[];
}

/** Why there is no forecast, in a sentence. */
export interface NoForecast {
	readonly problem: string;
}

/** Years that a forecast may go beyond the last one known. */
const MOST_YEARS_AHEAD = 10;

/**
 * Forecasts children in care on each 31 March from one year to another out of what was published before the first of
 * them: no row of that year or a later one is looked at.
 */
export function forecastPublished(
	rows: readonly PublishedRow[],
	from: number,
	until: number
): PublishedForecasts | NoForecast {
	const councils = publishedCouncils(rows.filter(({ year }) => year < from));
	const origin = Math.max(
		...councils.flatMap(({ years }) =>
			years.filter(({ inCare }) => inCare !== null).map(({ year }) => year)
		)
	);
	if (!Number.isFinite(origin))
		return { problem: `the files have no children in care before ${String(from)}` };
	if (until - origin > MOST_YEARS_AHEAD)
		return {
			problem: `the figures end at 31 March ${String(origin)}; a forecast goes at most ${String(MOST_YEARS_AHEAD)} years beyond`
		};
	const history = historyOf(councils, origin);
	const growth = history === null ? null : growthOf(history);
	if (history === null || growth === null)
		return {
			problem: `the figures before ${String(from)} are of one day only; a forecast needs two years, or one with those who started and ceased`
		};
	const gaps = gapsIn(history, origin);
	const forecasts: PublishedForecast[] = [];
	const leftOut: PublishedCouncil[] = [];
	for (const [i, own] of history.levels.entries()) {
		const known = publishedValue(own.council, origin, 'inCare');
		if (known === null) leftOut.push(own.council);
		else
			forecasts.push(
				...pathOf(
					{ ...own, known, origin, gap: gaps[i] ?? 0, growth: ownGrowth(history, own, origin) },
					growth,
					until
				).filter(({ year }) => year >= from)
			);
	}
	return { origin, growth, rows: forecasts, leftOut };
}

interface Start {
	readonly council: PublishedCouncil;
	readonly known: number;
	readonly origin: number;
	readonly gap: number;
	readonly growth: number;
}

/** Each year's growth moves the gap to the region that the next year starts from; errors of years add as variances. */
function pathOf(
	start: Start,
	{ drift, momentum, reversion, spread }: Growth,
	until: number
): readonly PublishedForecast[] {
	const { council, known, origin } = start;
	let { gap, growth } = start;
	let mean = known;
	return Array.from({ length: until - origin }, (_, i) => {
		growth = momentum * growth - reversion * gap;
		gap += growth;
		mean *= Math.exp(drift + growth);
		const half = spread * errorSize(known) * Math.sqrt(i + 1);
		return {
			council: council.name,
			code: council.code,
			area: council.area,
			year: origin + i + 1,
			mean,
			p10: Math.max(0, mean - half),
			p50: mean,
			p90: mean + half
		};
	});
}
