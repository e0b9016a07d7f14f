import type { Decimal } from 'decimal.js';
import { addendsOf } from './addends';
import { splitFigureId } from './figure';
import { FIGURES } from './figureList';
import { floatTerm, type Term } from '../formula/term';
import { isBlocked } from '../formula/value';
import { allocate, poundsOf } from '../money/money';
import type { Projection } from '../project';

/**
 * A money figure by month of one year [£], April first: each line's rounded year in largest-remainder shares of how it
 * falls on the months, so that months add up to the year. Null where the figure is blocked in that year, has no lines
 * of its own (it is a difference), or is no money.
 */
export function monthsOf(projection: Projection, id: string, y: number): readonly Decimal[] | null {
	const { figure, part } = splitFigureId(id);
	const about = FIGURES[figure];
	if (about?.unit !== '£' || about.againstNothing === true || !projection.figures.has(id))
		return null;
	const months = new Array<number>(MONTHS).fill(0);
	for (const { series, sign, part: own } of addendsOf(projection.run, figure)) {
		if (part !== null && own !== part) continue;
		const pence = series.values[y] ?? 0;
		if (Number.isNaN(pence)) return null;
		if (pence === 0) continue;
		allocate(pence, weightsIn(series.terms?.(y) ?? [], y)).forEach((share, m) => {
			months[m] = (months[m] ?? 0) + sign * share;
		});
	}
	return months.map(poundsOf);
}

const MONTHS = 12;

/** How a line falls on the months of a year: each term's amount by its own weights, evenly where it has none. */
function weightsIn(terms: readonly Term[], y: number): readonly number[] {
	const weights = new Array<number>(MONTHS).fill(0);
	for (const term of terms) {
		const value = floatTerm(term);
		const own = Array.from({ length: MONTHS }, (_, m) =>
			term.weights === undefined ? 1 : (term.weights[MONTHS * y + m] ?? 0)
		);
		const total = own.reduce((sum, weight) => sum + weight, 0);
		if (isBlocked(value) || total === 0) continue;
		own.forEach((weight, m) => {
			weights[m] = (weights[m] ?? 0) + (Math.abs(value) * weight) / total;
		});
	}
	return weights.some((weight) => weight > 0) ? weights : weights.map(() => 1);
}
