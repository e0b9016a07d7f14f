import { grouped, publishedValue, type PublishedCouncil } from './figures';

/** Children in care in a council on each 31 March, from the year before the first one published. */
export interface Levels {
	readonly council: PublishedCouncil;
	/** By year from `History.first`; null where not known. */
	readonly children: readonly (number | null)[];
	/** Natural logarithm of children in care over children who live there; null where either is not known. */
	readonly rates: readonly (number | null)[];
}

/** What is known of all councils' children in care up to a year. */
export interface History {
	/** The first year with a level: one before the first that is published. */
	readonly first: number;
	readonly last: number;
	readonly levels: readonly Levels[];
	/** Growth of all councils together into each year after the first, as a difference of logarithms. */
	readonly national: readonly number[];
	/** Share of the children in care by which stocks grow more in a year than starts less ceasing say. */
	readonly unexplained: number;
}

/** A council's change from one 31 March to the next, with what was known before it. */
export interface Change {
	readonly before: number;
	readonly after: number;
	/** Growth as a difference of logarithms, less that of all councils. */
	readonly ownGrowth: number;
	/** The same of the year before; 0 where it is not known. */
	readonly momentum: number;
	/** How far the council's rate lies above its region's before the change, as a difference of logarithms. */
	readonly gap: number;
}

// A council that doubles or halves in a year tells of its size or of a mistake, not of what others will do.
const MOST_GROWTH = 0.3;
const LEAST_CHILDREN = 1;

/** The history that councils' figures tell, with the stock before the first year from that year's starts and ceasing. */
export function historyOf(councils: readonly PublishedCouncil[], last: number): History | null {
	const known = councils.flatMap(({ years }) =>
		years.filter(({ year, inCare }) => inCare !== null && year <= last).map(({ year }) => year)
	);
	const earliest = Math.min(...known);
	if (!Number.isFinite(earliest)) return null;
	const first = earliest - 1;
	const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
	const unexplained = unexplainedGrowth(councils, years);
	const levels = councils.map((council): Levels => {
		const published = years.map((year) => publishedValue(council, year, 'inCare'));
		const children = [stockBefore(council, earliest, unexplained), ...published.slice(1)];
		const rates = children.map((level, i) => {
			// The year before the first has no count of the children who live there; they change little in a year.
			const living = publishedValue(council, Math.max(first + i, earliest), 'children');
			if (level === null || living === null || living <= 0) return null;
			return Math.log(Math.max(level, LEAST_CHILDREN) / living);
		});
		return { council, children, rates };
	});
	const national = years.slice(1).map((_, i) => {
		let before = 0;
		let after = 0;
		for (const { children } of levels) {
			const [a, b] = [children[i] ?? null, children[i + 1] ?? null];
			if (a === null || b === null) continue;
			before += a;
			after += b;
		}
		return before > 0 && after > 0 ? Math.log(after / before) : null;
	});
	// Without starts and ceasing in the first year nothing is known of the year before it.
	const start = national[0] === null ? 1 : 0;
	return {
		first: first + start,
		last,
		unexplained,
		national: national.slice(start).map((growth) => growth ?? 0),
		levels: levels.map(({ council, children, rates }) => ({
			council,
			children: children.slice(start),
			rates: rates.slice(start)
		}))
	};
}

/** The share by which stocks grow beyond starts less ceasing, over all councils and years that have all three. */
function unexplainedGrowth(
	councils: readonly PublishedCouncil[],
	years: readonly number[]
): number {
	let beyond = 0;
	let before = 0;
	for (const council of councils)
		for (const year of years) {
			const a = publishedValue(council, year - 1, 'inCare');
			const b = publishedValue(council, year, 'inCare');
			const starting = publishedValue(council, year, 'starting');
			const ceasing = publishedValue(council, year, 'ceasing');
			if (a === null || b === null || starting === null || ceasing === null) continue;
			beyond += b - a - starting + ceasing;
			before += a;
		}
	return before > 0 ? beyond / before : 0;
}

function stockBefore(council: PublishedCouncil, year: number, unexplained: number): number | null {
	const inCare = publishedValue(council, year, 'inCare');
	const starting = publishedValue(council, year, 'starting');
	const ceasing = publishedValue(council, year, 'ceasing');
	if (inCare === null || starting === null || ceasing === null) return null;
	return Math.max(inCare - starting + ceasing - unexplained * inCare, LEAST_CHILDREN);
}

/** How far each council's rate lies above the mean of its region's councils in a year; 0 where either is not known. */
export function gapsIn({ first, levels }: History, year: number): readonly number[] {
	const rateOf = ({ rates }: Levels): number | null => rates[year - first] ?? null;
	const regions = grouped(
		levels.filter((own) => rateOf(own) !== null),
		({ council }) => council.region
	);
	const means = new Map(
		[...regions.entries()].map(([region, own]) => [
			region,
			own.reduce((sum, levelsOf) => sum + (rateOf(levelsOf) ?? 0), 0) / own.length
		])
	);
	return levels.map((own) => {
		const rate = rateOf(own);
		return rate === null ? 0 : rate - (means.get(own.council.region) ?? rate);
	});
}

/** A council's growth into a year less that of all councils; 0 where it is not known. */
export function ownGrowth(
	{ first, national }: History,
	{ children }: Levels,
	year: number
): number {
	const before = children[year - 1 - first] ?? null;
	const after = children[year - first] ?? null;
	if (before === null || after === null) return 0;
	const growth = Math.log(Math.max(after, LEAST_CHILDREN) / Math.max(before, LEAST_CHILDREN));
	const common = national[year - first - 1] ?? 0;
	return Math.max(-MOST_GROWTH, Math.min(MOST_GROWTH, growth)) - common;
}

/** Every change that the history holds. */
export function changesOf(history: History): readonly Change[] {
	const { first, last, levels } = history;
	return Array.from({ length: last - first }, (_, i) => first + 1 + i).flatMap((year) => {
		const gaps = gapsIn(history, year - 1);
		return levels.flatMap((own, i): Change[] => {
			const before = own.children[year - 1 - first] ?? null;
			const after = own.children[year - first] ?? null;
			if (before === null || after === null) return [];
			return [
				{
					before,
					after,
					ownGrowth: ownGrowth(history, own, year),
					momentum: ownGrowth(history, own, year - 1),
					gap: gaps[i] ?? 0
				}
			];
		});
	});
}
