import { addendsOf, pairs, type Addend, type Pair } from '../../figures/addends';
import { FIGURES } from '../../figures/figureList';
import { splitFigureId } from '../../figures/figure';
import { differenceOf } from '../../ledger/series';
import type { Run } from '../../run/run';
import { minus, sumOfProducts, type Column } from '../column';
import type { LineReader } from './lines';

/** A figure with the lines that it adds up, found once for all draws. */
export interface FigurePlan {
	readonly id: string;
	readonly addends: readonly Addend[];
	/** The lines on both sides, where it is what changes make of them; null for others. */
	readonly pairs: readonly Pair[] | null;
}

/** The plan of a figure, or of one of its parts; null where the run has no such figure. */
export function figurePlan(id: string, run: Run, nothing: Run): FigurePlan | null {
	const { figure, part } = splitFigureId(id);
	const about = FIGURES[figure];
	if (about === undefined) return null;
	const isOwn = (own: { readonly part: string }): boolean => part === null || own.part === part;
	const addends = addendsOf(run, figure);
	if (about.againstNothing === true)
		return { id, addends: [], pairs: pairs(addendsOf(nothing, figure), addends).filter(isOwn) };
	return { id, addends: addends.filter(isOwn), pairs: null };
}

/** A figure in all draws by year [pence, or its unit]. */
export function drawnFigure(
	{ id, addends, pairs: both }: FigurePlan,
	years: number,
	here: LineReader,
	nothing: LineReader
): readonly Column[] {
	return Array.from({ length: years }, (_, y) =>
		both === null
			? sumOfProducts(addends.map(({ series, sign }) => [sign, here(series)[y] ?? NaN]))
			: sumOfProducts(both.map((pair) => [pair.sign, pairIn(id, pair, y, here, nothing)]))
	);
}

/** What a line differs by in all draws; where either side is blocked, what the exact reading says of it. */
function pairIn(
	figure: string,
	{ a, b }: Pair,
	y: number,
	here: LineReader,
	nothing: LineReader
): Column {
	if (a === b) return 0;
	const [from, to] = [a?.values[y] ?? 0, b?.values[y] ?? 0];
	if (Number.isNaN(from) || Number.isNaN(to)) return differenceOf(a, b, y).value;
	const difference = minus(
		b === undefined ? 0 : (here(b)[y] ?? NaN),
		a === undefined ? 0 : (nothing(a)[y] ?? NaN)
	);
	const isMix = (b ?? a)?.id.endsWith('/mix') === true;
	// At the observed mix nobody can say which part of a fall is an external price.
	return splitFigureId(figure).figure === 'avoidance.cashable' && isMix && difference !== 0
		? NaN
		: difference;
}
