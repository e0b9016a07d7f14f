import { CARE_BANDS } from '../../records/careFlow';
import { operatorsOf, type MonthOperator } from '../generator';
import { AGE_CELLS, bandRange } from '../propagate';
import { TYPES, type CareModel } from './careModel';
import { ENTRY_PROFILES, type Stretch } from './path';

const BANDS = CARE_BANDS.map((_, band) => {
	const [start, end] = bandRange(band);
	return { start, end, profile: ENTRY_PROFILES[band] ?? [] };
});

/**
 * The children by state with whom each stretch of a model of one phase closes: those of `meanPath`, to the rounding of
 * floats, for the many draws whose flows nobody asks for. Children of a band move alike whatever their months of age, so
 * that they are followed as one; by themselves only those who grow out of it before the end. What is returned is
 * overwritten by the next call.
 */
export function closings(
	opening: Float64Array,
	stretches: readonly Stretch[]
): (model: Pick<CareModel, 'rates' | 'entriesPerDay'>) => readonly Float64Array[] {
	// By type and then by month of age, so that the innermost loop runs along neighbours.
	const first = new Float64Array(AGE_CELLS * TYPES);
	const stock = new Float64Array(CARE_BANDS.length * TYPES);
	for (const [band, { start, end }] of BANDS.entries())
		for (let cell = start; cell < end; cell++)
			for (let type = 0; type < TYPES; type++) {
				const children = opening[cell * TYPES + type] ?? 0;
				first[type * AGE_CELLS + cell] = children;
				stock[band * TYPES + type]! += children;
			}
	const closing = stretches.map(() => new Float64Array(stock.length));
	const lengths = [...new Set(stretches.map(({ from, to }) => to - from))];
	let state = new Float64Array(first.length);
	let next = new Float64Array(first.length);
	return ({ rates, entriesPerDay }) => {
		const operators = rates.map((band) => operatorsOf(band, lengths));
		state.set(first);
		for (const [at, { from, to, endsMonth, month }] of stretches.entries()) {
			const length = lengths.indexOf(to - from);
			const entering = entriesPerDay(month.from, month.to);
			const total = at === 0 ? stock : closing[at - 1]!;
			const result = closing[at]!;
			for (let band = 0; band < BANDS.length; band++)
				moveBand(total, result, operators[band]![length]!, entering, band * TYPES);
			if (!endsMonth) continue;
			for (let band = 0; band < BANDS.length; band++)
				growOlder(
					{ state, next, result, entering, band },
					operators[band]![length]!,
					stretches.length - at
				);
			[state, next] = [next, state];
		}
		return closing;
	};
}

/** The children of a band after a stretch, before any is a month older. */
function moveBand(
	total: Float64Array,
	result: Float64Array,
	{ P, Phi }: MonthOperator,
	entering: Float64Array,
	first: number
): void {
	for (let to = 0; to < TYPES; to++) {
		let children = 0;
		for (let from = 0; from < TYPES; from++) {
			const at = from * TYPES + to;
			children += total[first + from]! * P[at]! + entering[first + from]! * Phi[at]!;
		}
		result[first + to] = children;
	}
}

interface Growing {
	/** Children by type and month of age, before the stretch and after it. */
	readonly state: Float64Array;
	readonly next: Float64Array;
	readonly result: Float64Array;
	readonly entering: Float64Array;
	readonly band: number;
}

/** Takes those who grow out of a band from it to the next; of the others only those are moved on who will do so within `months`. */
function growOlder(
	{ state, next, result, entering, band }: Growing,
	{ P, Phi }: MonthOperator,
	months: number
): void {
	const { start, end, profile } = BANDS[band]!;
	const begin = Math.max(start, end - months);
	for (let to = 0; to < TYPES; to++) {
		let arrived = 0;
		for (let from = 0; from < TYPES; from++)
			arrived += entering[band * TYPES + from]! * Phi[from * TYPES + to]!;
		const older = to * AGE_CELLS + 1;
		let grown = arrived * profile[end - 1 - start]!;
		// Nobody grows into the first month of life.
		if (band === 0) next[to * AGE_CELLS] = 0;
		for (let cell = begin; cell < end - 1; cell++)
			next[older + cell] = arrived * profile[cell - start]!;
		for (let from = 0; from < TYPES; from++) {
			const chance = P[from * TYPES + to]!;
			if (chance === 0) continue;
			const own = from * AGE_CELLS;
			for (let cell = begin; cell < end - 1; cell++)
				next[older + cell]! += state[own + cell]! * chance;
			grown += state[own + end - 1]! * chance;
		}
		result[band * TYPES + to]! -= grown;
		if (band + 1 === BANDS.length) continue;
		result[(band + 1) * TYPES + to]! += grown;
		next[to * AGE_CELLS + end] = grown;
	}
}
