import type { Decimal } from 'decimal.js';
import { FIGURES, type FigureAbout } from './figureList';
import { differenceOf, type Difference, type Series } from '../ledger/series';
import { Exact, poundsOf } from '../money/money';
import { partTitles } from './partTitles';
import type { Run } from '../run/run';

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
function partOfTotal(source: string): string {
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

/**
 * All figures of a run and their parts. `nothing` is the run without changes; a figure whose series are the very same
 * as in a known run is not added up again.
 */
export function figuresOf(
	run: Run,
	nothing: Run,
	known: readonly Run[] = []
): ReadonlyMap<string, Figure> {
	const figures = new Map<string, Figure>();
	const { years } = run.context;
	const titleOf = partTitles(run);
	for (const [id, about] of Object.entries(FIGURES)) {
		const tally =
			about.of === undefined ? tallyOfSeries(id, about, run, known) : new Tally(id, about, years);
		if (about.againstNothing === true) tallyAgainst(tally, id, run, nothing, years);
		else if (about.byType === true) addAll(tally, addendsOf(run, id));
		else if (about.of !== undefined) tallyTotal(tally, id, about.of, figures);
		tally.write(figures, (part) => titleOf(id, part));
	}
	return figures;
}

function addAll(tally: Tally, addends: readonly Addend[]): void {
	for (const { series, part } of addends) tally.add(part, series.values, 1, series.blockedBy);
}

interface Tallied {
	readonly series: readonly Series[];
	readonly tally: Tally;
}

// What was added up stays with its run: an edit leaves most figures with the very series that they had.
const talliedByRun = new WeakMap<Run, Map<string, Tallied>>();

function tallyOfSeries(id: string, about: FigureAbout, run: Run, known: readonly Run[]): Tally {
	const series = run.byFigure.get(id) ?? [];
	let own = talliedByRun.get(run);
	if (own === undefined) {
		own = new Map();
		talliedByRun.set(run, own);
	}
	for (const other of [run, ...known]) {
		const tallied = talliedByRun.get(other)?.get(id);
		if (
			tallied?.series.length === series.length &&
			tallied.series.every((one, i) => one === series[i])
		) {
			own.set(id, tallied);
			return tallied.tally;
		}
	}
	const tally = new Tally(id, about, run.context.years);
	addAll(tally, addendsOf(run, id));
	own.set(id, { series, tally });
	return tally;
}

interface Sums {
	readonly values: Float64Array;
	readonly known: Float64Array;
	readonly blanks: Set<string>;
}

/** Sums of a figure and of its parts while they are being added up. */
class Tally {
	readonly #id: string;
	readonly #about: FigureAbout;
	readonly #years: number;
	readonly #whole: Sums;
	readonly #parts = new Map<string, Sums>();

	constructor(id: string, about: FigureAbout, years: number) {
		this.#id = id;
		this.#about = about;
		this.#years = years;
		this.#whole = this.#empty();
	}

	/** Adds values to the figure and to one of its parts; NaN blocks both and keeps their known parts. */
	add(part: string, values: Float64Array, sign: 1 | -1, blanks: readonly string[]): void {
		addTo(this.#whole, values, sign, blanks);
		addTo(this.touch(part), values, sign, blanks);
	}

	/** The sums of a part, which is there from now on even if nothing is added to it. */
	touch(part: string): Sums {
		let own = this.#parts.get(part);
		if (own === undefined) {
			own = this.#empty();
			this.#parts.set(part, own);
		}
		return own;
	}

	/** Adds a figure that is there already, known part and all. */
	addFigure(part: string, figure: Figure, sign: 1 | -1): void {
		this.add(part, figure.values, sign, figure.blockedBy);
		const own = this.#parts.get(part);
		figure.values.forEach((value, y) => {
			if (!Number.isNaN(value) || own === undefined) return;
			own.known[y] = (own.known[y] ?? 0) + sign * (figure.known[y] ?? 0);
			this.#whole.known[y] = (this.#whole.known[y] ?? 0) + sign * (figure.known[y] ?? 0);
		});
	}

	write(figures: Map<string, Figure>, partTitle: (part: string) => string): void {
		const { label, unit } = this.#about;
		const figure = (id: string, own: Sums, name: string): Figure => ({
			id,
			label: name,
			unit,
			values: own.values,
			known: own.known,
			blockedBy: [...own.blanks].sort()
		});
		figures.set(this.#id, figure(this.#id, this.#whole, label));
		for (const [part, own] of this.#parts) {
			const id = `${this.#id}/${part}`;
			figures.set(id, figure(id, own, `${label}: ${partTitle(part)}`));
		}
	}

	#empty(): Sums {
		return {
			values: new Float64Array(this.#years),
			known: new Float64Array(this.#years),
			blanks: new Set()
		};
	}
}

function addTo(sums: Sums, values: Float64Array, sign: 1 | -1, blanks: readonly string[]): void {
	for (let y = 0; y < values.length; y++) {
		const value = sign * (values[y] ?? 0);
		sums.values[y] = (sums.values[y] ?? 0) + value;
		if (Number.isNaN(value)) for (const blank of blanks) sums.blanks.add(blank);
		else sums.known[y] = (sums.known[y] ?? 0) + value;
	}
}

function tallyTotal(
	tally: Tally,
	id: string,
	of: NonNullable<FigureAbout['of']>,
	figures: ReadonlyMap<string, Figure>
): void {
	for (const [source, sign] of of) {
		const figure = figures.get(source);
		if (figure === undefined) throw new Error(`${id} adds up ${source}, which comes after it`);
		tally.addFigure(partOfTotal(source), figure, sign);
	}
}

function tallyAgainst(tally: Tally, id: string, run: Run, nothing: Run, years: number): void {
	const there = addendsOf(nothing, id);
	const here = run === nothing ? there : addendsOf(run, id);
	// Most lines are the very same on both sides; only the others are matched one by one.
	const shared = new Set(there.map(({ series }) => series));
	const own = here.filter(({ series }) => !shared.has(series));
	for (const { part } of here) tally.touch(part);
	if (own.length === 0 && here.length === there.length) return;
	const mine = new Set(here.map(({ series }) => series));
	const gone = there.filter(({ series }) => !mine.has(series));
	for (const pair of pairs(gone, own)) {
		const differences = Array.from({ length: years }, (_, y) => againstNothing(id, pair, y));
		tally.add(
			pair.part,
			Float64Array.from(differences, ({ value }) => value),
			pair.sign,
			differences.flatMap(({ blockedBy }) => blockedBy)
		);
	}
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
