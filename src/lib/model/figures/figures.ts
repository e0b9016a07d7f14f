import type { Series } from '../ledger/series';
import type { Run } from '../run/run';
import { addendsOf, againstNothing, pairs, partOfTotal, type Addend } from './addends';
import type { Figure } from './figure';
import { FIGURES, type FigureAbout } from './figureList';
import { partTitles } from './partTitles';
import { Tally } from './tally';

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
