import { readPublished, type ReadPublished } from '$lib/exchange/published/readPublished';
import type { GivenFile } from '$lib/exchange/ssda903/zip';
import { forecastPublished, publishedCouncils, scorePublished } from '$lib/model';
import type { Published, PublishedFound, PublishedProgress } from './protocol';

/** Years ahead that are forecast at least, and at most. */
const YEARS_AHEAD = 5;
const MOST_AHEAD = 10;
// Of the Department's files, forecasting all councils takes about a fifth of the time.
const READING_SHARE = 0.8;

/** Forecasts all councils from the last day in the files to the start of the projection, and five years at least. */
export function publishedIn({ rows }: ReadPublished, firstYear: number): Published {
	const councils = publishedCouncils(rows);
	const known = councils.flatMap(({ years }) =>
		years.filter(({ inCare }) => inCare !== null).map(({ year }) => year)
	);
	const last = known.length === 0 ? null : Math.max(...known);
	if (last === null) return { councils, last, forecast: null, score: null };
	const until = Math.min(last + MOST_AHEAD, Math.max(last + YEARS_AHEAD, firstYear));
	const forecast = forecastPublished(rows, last + 1, until);
	return {
		councils,
		last,
		forecast: 'problem' in forecast ? null : forecast,
		score:
			scorePublished(rows).find(({ origin, year }) => origin === last - 1 && year === last) ?? null
	};
}

/** Reads published files, and forecasts every council in them. */
export function openPublished(
	given: readonly GivenFile[],
	firstYear: number,
	tell: (progress: PublishedProgress) => void
): PublishedFound {
	const read = readPublished(given, (file, share) => {
		tell({ file, share: share * READING_SHARE });
	});
	tell({ file: null, share: READING_SHARE });
	return { read, found: publishedIn(read, firstYear) };
}
