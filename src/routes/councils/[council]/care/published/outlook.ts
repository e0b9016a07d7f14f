import { Decimal } from 'decimal.js';
import type { ReadPublished } from '$lib/exchange/published/readPublished';
import {
	forecastPublished,
	publishedCouncils,
	publishedValue,
	scorePublished,
	type PublishedCouncil,
	type PublishedForecasts
} from '$lib/model';

/** Published years that are shown, and years ahead that are forecast at least. */
const YEARS_SHOWN = 6;
const YEARS_AHEAD = 5;
const MOST_AHEAD = 10;
const PER = 10_000;

/** Everything that files say, worked out once for all councils. */
export interface Published {
	readonly councils: readonly PublishedCouncil[];
	/** The last 31 March with children in care; null where no file has any. */
	readonly last: number | null;
	readonly forecast: PublishedForecasts | null;
	/** How near the forecast of the last day from the one before came; null where it cannot be told. */
	readonly score: ReturnType<typeof scorePublished>[number] | null;
}

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

/** The years of a council that have a figure of children in care, the newest few. */
export function yearsShown({ years }: PublishedCouncil): readonly number[] {
	return years
		.filter(({ inCare, starting, ceasing }) => (inCare ?? starting ?? ceasing) !== null)
		.map(({ year }) => year)
		.slice(-YEARS_SHOWN);
}

/** Children in care per 10,000 who live there; null where either is not published. */
export function rateIn(council: PublishedCouncil, year: number): Decimal | null {
	const inCare = publishedValue(council, year, 'inCare');
	const children = publishedValue(council, year, 'children');
	return inCare === null || children === null || children === 0
		? null
		: new Decimal(inCare).div(children).times(PER);
}

/** The mean rate of councils in a year, of those that have one; null where none has. */
export function meanRate(councils: readonly PublishedCouncil[], year: number): Decimal | null {
	const rates = councils.flatMap((council) => rateIn(council, year) ?? []);
	return rates.length === 0
		? null
		: rates.reduce((sum, rate) => sum.plus(rate), new Decimal(0)).div(rates.length);
}
