import type { Decimal } from 'decimal.js';
import { FIGURES, type FigureAbout } from './figureList';
import { differenceOf, type Difference, type Series } from './ledger/series';
import { Exact, poundsOf } from './money/money';
import type { Run } from './run';

/** One figure of a projection by financial year. */
export interface Figure {
	/** 'cost.staffing', or with a part 'cost.staffing/family-centres'. */
	readonly id: string;
	readonly label: string;
	readonly unit: string;
	/** Value in each year; NaN where it is blocked. Money is in pence. */
	readonly values: Float64Array;
	/** The part of each value that is known; the value itself where nothing is blocked. */
	readonly known: Float64Array;
	/** Blank inputs that the figure waits for, in any year. */
	readonly blockedBy: readonly string[];
}

/** A series that a figure adds up, with its sign and the part of the figure it falls in. */
export interface Addend {
	readonly series: Series;
	readonly sign: 1 | -1;
	readonly part: string;
}

/** Digits that a measure is shown to at most: beyond them lies only the noise of floats. */
const MEASURE_PLACES = 9;

/** A figure's value in a year, in pounds or its unit; null where it is blocked. */
export function valueOf(figure: Figure, y: number): Decimal | null {
	return exact(figure.values[y] ?? NaN, figure.unit);
}

/** The known part of a figure's value in a year. */
export function knownPartOf(figure: Figure, y: number): Decimal | null {
	return exact(figure.known[y] ?? NaN, figure.unit);
}

/** A value of a figure as an exact number; null for NaN. */
export function exact(value: number, unit: string): Decimal | null {
	if (Number.isNaN(value)) return null;
	return unit === '£' ? poundsOf(value) : new Exact(value).toDecimalPlaces(MEASURE_PLACES);
}

/** The figure and the part that an id names: 'cost.staffing/outreach' to its two halves. */
export function splitFigureId(id: string): {
	readonly figure: string;
	readonly part: string | null;
} {
	const slash = id.indexOf('/');
	return slash < 0
		? { figure: id, part: null }
		: { figure: id.slice(0, slash), part: id.slice(slash + 1) };
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
	if (figure === 'savings.identified') return targetOf(series, run);
	if (figure === 'avoidance.net') return source === 'cost.placements' ? 'placements' : 'early-help';
	if (figure.startsWith('avoidance.')) return series.part;
	return source
		.slice(source.indexOf('.') + 1)
		.replace('total', source.slice(0, source.indexOf('.')));
}

/** The first savings target that claims the heading of a line; what none claims is 'outside'. */
function targetOf(series: Series, run: Run): string {
	const target =
		series.heading === null
			? undefined
			: run.records.savingsTargets.find(({ headings }) => headings.includes(series.heading ?? ''));
	return target?.id ?? 'outside';
}

/** All figures of a run and their parts. `nothing` is the run without changes. */
export function figuresOf(run: Run, nothing: Run): ReadonlyMap<string, Figure> {
	const figures = new Map<string, Figure>();
	for (const [id, about] of Object.entries(FIGURES)) {
		const addends = addendsOf(run, id);
		if (about.againstNothing)
			addAgainst(figures, id, about, addends, addendsOf(nothing, id), run.context.years);
		else addSums(figures, id, about, addends, run.context.years);
	}
	return figures;
}

interface Building {
	readonly values: Float64Array;
	readonly known: Float64Array;
	readonly blanks: Set<string>;
}

/** Sums of a figure and of its parts while they are being added up. */
class Tally {
	readonly #sums = new Map<string, Building>();
	readonly #years: number;
	readonly #whole: Building;
	readonly #id: string;

	constructor(id: string, years: number) {
		this.#id = id;
		this.#years = years;
		this.#whole = this.#at(id);
	}

	/** The sums that an addend goes to: the figure's own and its part's. */
	sumsOf(part: string): readonly [Building, Building] {
		return [this.#whole, this.#at(`${this.#id}/${part}`)];
	}

	#at(id: string): Building {
		let own = this.#sums.get(id);
		if (own === undefined) {
			own = {
				values: new Float64Array(this.#years),
				known: new Float64Array(this.#years),
				blanks: new Set()
			};
			this.#sums.set(id, own);
		}
		return own;
	}

	write(figures: Map<string, Figure>, about: FigureAbout): void {
		for (const [id, { values, known, blanks }] of this.#sums)
			figures.set(id, {
				id,
				label: labelOf(id, about),
				unit: about.unit,
				values,
				known,
				blockedBy: [...blanks].sort()
			});
	}
}

function add(to: Building, y: number, value: number, blanks: readonly string[]): void {
	to.values[y] = (to.values[y] ?? 0) + value;
	if (Number.isNaN(value)) for (const blank of blanks) to.blanks.add(blank);
	else to.known[y] = (to.known[y] ?? 0) + value;
}

function labelOf(id: string, about: FigureAbout): string {
	const { part } = splitFigureId(id);
	return part === null ? about.label : `${about.label}: ${part}`;
}

function addSums(
	figures: Map<string, Figure>,
	id: string,
	about: FigureAbout,
	addends: readonly Addend[],
	years: number
): void {
	const tally = new Tally(id, years);
	for (const { series, sign, part } of addends)
		for (const sums of tally.sumsOf(part))
			for (let y = 0; y < years; y++)
				add(sums, y, sign * (series.values[y] ?? 0), series.blockedBy);
	tally.write(figures, about);
}

function addAgainst(
	figures: Map<string, Figure>,
	id: string,
	about: FigureAbout,
	here: readonly Addend[],
	there: readonly Addend[],
	years: number
): void {
	const tally = new Tally(id, years);
	for (const pair of pairs(there, here)) {
		const sums = tally.sumsOf(pair.part);
		if (pair.a === pair.b) continue;
		for (let y = 0; y < years; y++) {
			const { value, blockedBy } = againstNothing(id, pair, y);
			for (const sum of sums) add(sum, y, pair.sign * value, blockedBy);
		}
	}
	tally.write(figures, about);
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
