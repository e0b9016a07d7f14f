import type { Pair } from '../figures/addends';
import { addendsOf, pairs } from '../figures/addends';
import { exact, type Figure } from '../figures/figure';
import { Tally } from '../figures/tally';
import type { Working } from '../explain/working';
import { lineWorking } from '../explain/explainLines';
import { linePence, type Term } from '../formula/term';
import { isBlocked } from '../formula/value';
import { differenceOf, type Series } from '../ledger/series';
import { poundsOf } from '../money/money';
import type { Run } from '../run/run';
import { APPRAISAL_ROWS, type RowId } from './figureList';
import type { Flow } from './discount';

/** The two runs that an appraisal sets against each other, both in real terms: from the counterfactual to the scenario. */
export interface Sides {
	readonly from: Run;
	readonly to: Run;
}

/** One line of a row of an appraisal, by year; what it was worked out from is asked for a year. */
export interface RowLine extends Flow {
	readonly id: string;
	readonly title: string;
	/** The part of the row that it falls in: 'staffing', 'placements', an agency. */
	readonly part: string;
	readonly working: (y: number) => Working;
}

/** What a figure's lines differ by between the two sides, times a sign; only those that differ. */
export function differingLines(
	sides: Sides,
	figure: string,
	sign: 1 | -1,
	partOf: (series: Series) => string | null
): readonly RowLine[] {
	const [there, here] = [addendsOf(sides.from, figure), addendsOf(sides.to, figure)];
	const shared = new Set(there.map(({ series }) => series));
	const mine = new Set(here.map(({ series }) => series));
	return pairs(
		there.filter(({ series }) => !mine.has(series)),
		here.filter(({ series }) => !shared.has(series))
	).flatMap((pair): readonly RowLine[] => {
		const series = pair.b ?? pair.a;
		const part = series === undefined ? null : partOf(series);
		if (series === undefined || part === null) return [];
		const line = pairLine(sides, pair, series, sign, part);
		return line.values.every((value) => value === 0) ? [] : [line];
	});
}

function pairLine(sides: Sides, pair: Pair, series: Series, sign: 1 | -1, part: string): RowLine {
	const blanks = new Set<string>();
	const values = new Float64Array(sides.to.context.years).map((_, y) => {
		const { value, blockedBy } = differenceOf(pair.a, pair.b, y);
		for (const blank of blockedBy) blanks.add(blank);
		// Nothing times −1 would be written as −0.
		return value === 0 ? 0 : sign * value;
	});
	return {
		id: series.id,
		title: series.title,
		part,
		values,
		blockedBy: [...blanks],
		working: (y) => ({
			label: series.title,
			unit: '£',
			value: exact(values[y] ?? 0, '£'),
			formula: sign === 1 ? 'Scenario − counterfactual' : 'Counterfactual − scenario',
			...(Number.isNaN(values[y]) ? { waitsFor: [...blanks] } : {}),
			parts: [
				sideWorking('Counterfactual', sides.from, pair.a, y),
				sideWorking('Scenario', sides.to, pair.b, y)
			]
		})
	};
}

/** A line on one side of a difference in a year, with its working. */
function sideWorking(label: string, run: Run, series: Series | undefined, y: number): Working {
	const terms = series?.terms?.(y) ?? [];
	if (series === undefined || terms.length === 0)
		return { label: `${label}: nothing`, unit: '£', value: poundsOf(0), parts: [] };
	const working = lineWorking(run, series, terms, 1, y);
	return { ...working, label: `${label}: ${working.label}` };
}

/** An amount of a row as whole pence, made by one term; blocked (NaN) where an input of it is blank. */
export function termPence(term: Term, blanks: Set<string>): number {
	const pence = linePence([term]);
	if (!isBlocked(pence)) return pence;
	for (const blank of pence.waitsFor) blanks.add(blank);
	return NaN;
}

/** A row of an appraisal and its parts as figures: the sums of its lines. */
export function rowFigures(
	id: RowId,
	lines: readonly RowLine[],
	years: number,
	titleOf: (part: string) => string
): ReadonlyMap<string, Figure> {
	const tally = new Tally(id, APPRAISAL_ROWS[id], years);
	for (const { part, values, blockedBy } of lines) tally.add(part, values, 1, blockedBy);
	const figures = new Map<string, Figure>();
	tally.write(figures, titleOf);
	return figures;
}
