import {
	publishedCouncils,
	publishedValue,
	type PublishedCouncil,
	type PublishedRow
} from './figures';
import { forecastPublished } from './forecast';

/** How near forecasts of one 31 March from one before came, over the councils with full data. */
export interface PublishedScore {
	/** The last 31 March whose figures were used. */
	readonly origin: number;
	readonly year: number;
	readonly councils: number;
	/** Mean of the errors' sizes [children]. */
	readonly error: number;
	/** Mean of forecast less what came [children]. */
	readonly bias: number;
	/** Share of councils within the 80 % band. */
	readonly coverage: number;
	/** The mean error of simple forecasts [children]; null where the years before do not suffice for one. */
	readonly references: Readonly<Record<Reference, number | null>>;
}

/** A simple forecast to beat. */
export type Reference = 'lastYear' | 'stockAndFlow' | 'trend';

const YEARS_OF_RATES = 2;
const YEARS_OF_TREND = 3;

/** Scores the forecast of each 31 March from each one before it, over the councils with every figure of every year. */
export function scorePublished(rows: readonly PublishedRow[]): readonly PublishedScore[] {
	const councils = publishedCouncils(rows);
	const known = councils.flatMap(({ years }) =>
		years.filter(({ inCare }) => inCare !== null).map(({ year }) => year)
	);
	const first = Math.min(...known);
	const last = Math.max(...known);
	const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
	const full = councils.filter((council) =>
		years.every((year) =>
			(['inCare', 'starting', 'ceasing'] as const).every(
				(measure) => publishedValue(council, year, measure) !== null
			)
		)
	);
	return years.flatMap((origin) =>
		years.flatMap((year) => {
			if (year <= origin) return [];
			const score = scoreOf(rows, full, years, origin, year);
			return score === null ? [] : [score];
		})
	);
}

function scoreOf(
	rows: readonly PublishedRow[],
	full: readonly PublishedCouncil[],
	years: readonly number[],
	origin: number,
	year: number
): PublishedScore | null {
	const before = rows.filter((row) => row.year <= origin);
	const forecast = forecastPublished(before, origin + 1, year);
	if ('problem' in forecast) return null;
	const byArea = new Map(
		forecast.rows.filter((row) => row.year === year).map((row) => [row.area, row])
	);
	const came = full.flatMap((council) => {
		const row = byArea.get(council.area);
		const children = publishedValue(council, year, 'inCare');
		return row === undefined || children === null ? [] : [{ council, row, children }];
	});
	if (came.length === 0) return null;
	const meanOf = (of: (one: (typeof came)[number]) => number): number =>
		came.reduce((sum, one) => sum + of(one), 0) / came.length;
	const earlier = years.filter((own) => own <= origin);
	const reference = (of: (council: PublishedCouncil) => number): number =>
		meanOf(({ council, children }) => Math.abs(of(council) - children));
	return {
		origin,
		year,
		councils: came.length,
		error: meanOf(({ row, children }) => Math.abs(row.mean - children)),
		bias: meanOf(({ row, children }) => row.mean - children),
		coverage: meanOf(({ row, children }) => (row.p10 <= children && children <= row.p90 ? 1 : 0)),
		references: {
			lastYear: reference((council) => publishedValue(council, origin, 'inCare') ?? 0),
			stockAndFlow:
				earlier.length > YEARS_OF_RATES
					? reference((council) => stockAndFlow(council, origin, year))
					: null,
			trend:
				earlier.length >= YEARS_OF_TREND
					? reference((council) => trend(council, earlier, year))
					: null
		}
	};
}

/** Two years' mean starts, and their ceasing over mean stock, carried on: each child leaves at one rate. */
function stockAndFlow(council: PublishedCouncil, origin: number, year: number): number {
	let [starting, ceasing, childYears] = [0, 0, 0];
	for (const of of Array.from({ length: YEARS_OF_RATES }, (_, i) => origin - i)) {
		const opening = publishedValue(council, of - 1, 'inCare') ?? 0;
		const closing = publishedValue(council, of, 'inCare') ?? 0;
		starting += publishedValue(council, of, 'starting') ?? 0;
		ceasing += publishedValue(council, of, 'ceasing') ?? 0;
		childYears += (opening + closing) / 2;
	}
	const now = publishedValue(council, origin, 'inCare') ?? 0;
	const ahead = year - origin;
	const entries = starting / YEARS_OF_RATES;
	if (ceasing === 0 || childYears === 0) return now + entries * ahead;
	const rate = ceasing / childYears;
	const stay = Math.exp(-rate * ahead);
	return now * stay + (entries / rate) * (1 - stay);
}

/** The straight line of least squares through all years known. */
function trend(council: PublishedCouncil, years: readonly number[], year: number): number {
	const mid = years.reduce((sum, own) => sum + own, 0) / years.length;
	let [level, slope, spread] = [0, 0, 0];
	for (const own of years) {
		const children = publishedValue(council, own, 'inCare') ?? 0;
		level += children / years.length;
		slope += (own - mid) * children;
		spread += (own - mid) ** 2;
	}
	return level + (slope / spread) * (year - mid);
}
