import { CARE_BANDS } from '../../records/careFlow';
import type { MonthOperator } from '../generator';
import { AGE_CELLS, bandOfCell } from '../propagate';
import { TYPES, type CareModel } from './careModel';
import { operatorsOf, type Stretch } from './path';

/** States whose children are counted together, such as all of a placement type. */
export type StateGroup = readonly number[];

/**
 * The variance by chance of the number in each group of states of those in care at the start, at each stretch's end: a
 * child is in the group or not, so `Σ n q (1 − q)`, with `q` its chance of being there.
 */
export function chanceOfOpening(
	opening: readonly Float64Array[],
	{ rates, early }: Pick<CareModel, 'rates' | 'early'>,
	stretches: readonly Stretch[],
	groups: readonly StateGroup[]
): readonly Float64Array[] {
	const later = operatorsOf(rates);
	const first = operatorsOf(early ?? rates);
	const inBand = CARE_BANDS.map((_, band) =>
		groups.flatMap((states, group) => {
			const types = states
				.filter((state) => Math.floor(state / TYPES) === band)
				.map((state) => state % TYPES);
			return types.length === 0 ? [] : [{ group, types }];
		})
	);
	let cohorts = cohortsOf(opening);
	return stretches.map(({ from, to, endsMonth }) => {
		const [own, ofFirstYear] = [later(to - from), first(to - from)];
		cohorts = cohorts
			.map((cohort) => moved(cohort, cohort.rest > 0 ? ofFirstYear : own, endsMonth))
			.filter(({ cell }) => cell < AGE_CELLS);
		const variance = new Float64Array(groups.length);
		for (const { children, cell, chances } of cohorts)
			for (const { group, types } of inBand[bandOfCell(cell)] ?? []) {
				let chance = 0;
				for (const type of types) chance += chances[type] ?? 0;
				variance[group] = (variance[group] ?? 0) + children * chance * (1 - chance);
			}
		return variance;
	});
}

/** Children of one month of age and placement type at the start, and the chance that each is in a type now. */
interface Cohort {
	readonly children: number;
	/** The month of age now; 216 and more for those who turned 18. */
	readonly cell: number;
	/** Months that are left of the first year of a time in care. */
	readonly rest: number;
	readonly chances: Float64Array;
}

function cohortsOf(opening: readonly Float64Array[]): readonly Cohort[] {
	return opening.flatMap((state, rest) =>
		Array.from(state).flatMap((children, at) => {
			if (children === 0) return [];
			const chances = new Float64Array(TYPES);
			chances[at % TYPES] = 1;
			return [{ children, cell: Math.floor(at / TYPES), rest, chances }];
		})
	);
}

function moved(cohort: Cohort, operators: readonly MonthOperator[], endsMonth: boolean): Cohort {
	const P = operators[bandOfCell(cohort.cell)]?.P ?? new Float64Array();
	const chances = new Float64Array(TYPES);
	for (let from = 0; from < TYPES; from++) {
		const chance = cohort.chances[from] ?? 0;
		for (let to = 0; to < TYPES; to++)
			chances[to] = (chances[to] ?? 0) + chance * (P[from * TYPES + to] ?? 0);
	}
	const month = endsMonth ? 1 : 0;
	const rest = Math.max(0, cohort.rest - month);
	return { children: cohort.children, cell: cohort.cell + month, rest, chances };
}
