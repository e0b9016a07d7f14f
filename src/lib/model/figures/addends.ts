import type { Run } from '../run/run';
import { differenceOf, type Difference, type Series } from '../ledger/series';
import { FIGURES } from './figureList';

/** A series that a figure adds up, with its sign and the part of the figure it falls in. */
export interface Addend {
	readonly series: Series;
	readonly sign: 1 | -1;
	readonly part: string;
}

/** Every series that a figure adds up in a run. */
export function addendsOf(run: Run, figure: string): readonly Addend[] {
	const about = FIGURES[figure];
	if (about === undefined) return [];
	if (about.of === undefined)
		return (run.byFigure.get(figure) ?? []).map((series) => ({
			series,
			sign: 1,
			part: series.part
		}));
	return about.of.flatMap(([source, sign]) =>
		(run.byFigure.get(source) ?? [])
			.filter((series) => figure !== 'avoidance.cashable' || isCash(series))
			.map((series) => ({ series, sign, part: partIn(figure, source, series, run) }))
	);
}

/** Only external prices and the fixed cost of council places turn into cash; the observed mix cannot be told apart. */
function isCash(series: Series): boolean {
	return /\/(external|fixed|mix)$/.test(series.id);
}

/** The part of a composite figure that a series falls in. */
function partIn(figure: string, source: string, series: Series, run: Run): string {
	if (FIGURES[figure]?.byType === true) return series.part.slice(series.part.indexOf('/') + 1);
	if (figure === 'savings.identified') return targetOf(series, run);
	if (figure === 'avoidance.net') return NET_PARTS[source] ?? 'early-help';
	if (figure.startsWith('avoidance.')) return series.part;
	return partOfTotal(source);
}

/** The parts of net avoidance; the rest of it is what early help costs. */
const NET_PARTS: Readonly<Record<string, string>> = {
	'cost.placements': 'placements',
	'avoidance.plans': 'plans'
};

/** The part of a total that an addend is: 'staffing' for cost.staffing, 'income' for income.total. */
export function partOfTotal(source: string): string {
	const [family = '', name = ''] = source.split('.');
	return name === 'total' ? family : name;
}

/** The first savings target that claims the heading of a line; what none claims is 'outside'. */
function targetOf(series: Series, run: Run): string {
	const target =
		series.heading === null
			? undefined
			: run.records.savingsTargets.find(({ headings }) => headings.includes(series.heading ?? ''));
	return target?.id ?? 'outside';
}

/** The same line on two sides, with the sign and part it has in the figure. */
export interface Pair {
	readonly a: Series | undefined;
	readonly b: Series | undefined;
	readonly sign: 1 | -1;
	readonly part: string;
}

/** The series of two sides, matched by id. */
export function pairs(a: readonly Addend[], b: readonly Addend[]): readonly Pair[] {
	const there = new Map(a.map((addend) => [addend.series.id, addend]));
	const both = b.map((addend) => ({
		a: there.get(addend.series.id)?.series,
		b: addend.series,
		sign: addend.sign,
		part: addend.part
	}));
	const here = new Set(b.map(({ series }) => series.id));
	const gone = a
		.filter(({ series }) => !here.has(series.id))
		.map(({ series, sign, part }) => ({ a: series, b: undefined, sign, part }));
	return [...both, ...gone];
}

/** What one line differs by, as far as the figure counts it. */
export function againstNothing(figure: string, { a, b }: Pair, y: number): Difference {
	const difference = differenceOf(a, b, y);
	const series = b ?? a;
	if (
		figure !== 'avoidance.cashable' ||
		series?.id.endsWith('/mix') !== true ||
		difference.value === 0
	)
		return difference;
	// At the observed mix nobody can say which part of a fall is an external price: the number of council places is missing.
	return { value: NaN, blockedBy: [`${series.id.slice(0, -'/mix'.length)}.capacity`] };
}
