import {
	halvingsOf,
	operatorOf,
	seriesWeights,
	type BandRates,
	type SeriesWeights
} from '../../care/generator';
import { minus, plus, times, type Column } from '../column';
import { columnStore, LASTING, type ColumnStore } from '../columnStore';
import type { DrawnRates } from './careInputs';
import { matrixProduct, rowOf, scaledRow, type Matrix, type Row } from './careMatrix';

/** What a stretch of days does to the children of a band in all draws; see `MonthOperator`. */
export interface DrawnOperator {
	readonly P: Matrix;
	/** [days] */
	readonly Phi: Matrix;
	/** [days²] */
	readonly Psi: Matrix;
}

type Store = Pick<ColumnStore, 'take'>;

const areFixed = (row: readonly Column[]): boolean => row.every((own) => typeof own === 'number');

const haveFixed = (rates: DrawnRates): rates is BandRates =>
	areFixed(rates.exits) && rates.moves.every(areFixed);

/** The operator of rates in all draws, of numbers where they are the same in all. `P` lasts, the rest as long as the store has it. */
export function drawnOperator(rates: DrawnRates, days: number, store: Store): DrawnOperator {
	if (haveFixed(rates)) {
		const { P, Phi, Psi } = operatorOf(rates, days);
		return { P: [...P], Phi: [...Phi], Psi: [...Psi] };
	}
	const { exits, moves } = rates;
	const size = exits.length;
	const leaving = exits.map((exit, from) =>
		(moves[from] ?? []).reduce<Column>(
			(sum, rate, to) => (to === from ? sum : plus(sum, rate)),
			exit
		)
	);
	// One pace for all draws, so that the weights of the series are the same in all.
	const eventsPerDay = Math.max(...leaving.map(highest)) || 1 / days;
	const jump = exits.flatMap((_, from) =>
		exits.map((_own, to) =>
			to === from
				? minus(1, times(leaving[from] ?? 0, 1 / eventsPerDay))
				: times(moves[from]?.[to] ?? 0, 1 / eventsPerDay)
		)
	);
	let length = days / 2 ** halvingsOf(eventsPerDay * days);
	let operator = seriesOf(jump, seriesWeights(eventsPerDay * length), length, size, store);
	for (; length < days; length *= 2) operator = twice(operator, length, size, store);
	return operator;
}

/** The highest of the numbers that there are. */
function highest(column: Column): number {
	let top = 0;
	for (const own of typeof column === 'number' ? [column] : column)
		if (own > top && own < Infinity) top = own;
	return top;
}

// One power and the next take turns.
const POWERS = [columnStore(), columnStore()] as const;

/** The series of uniformisation, row by row: each row of a power is that of the one before, after one more jump. */
function seriesOf(
	jump: Matrix,
	{ atEnd, integrated, twiceIntegrated }: SeriesWeights,
	days: number,
	size: number,
	store: Store
): DrawnOperator {
	const found = { P: new Array<Column>(), Phi: new Array<Column>(), Psi: new Array<Column>() };
	for (let from = 0; from < size; from++) {
		let power: Row = Array.from({ length: size }, (_, to) => (to === from ? 1 : 0));
		const sums = power.map((): Sums => ({ fixed: [0, 0, 0], varying: null }));
		for (let k = 0; k < atEnd.length; k++) {
			if (k > 0) {
				const own = POWERS[k % 2 === 0 ? 0 : 1];
				own.rewind();
				power = rowOf([[power, jump]], own);
			}
			const weights = [
				atEnd[k]!,
				integrated[k]! * days,
				twiceIntegrated[k]! * days * days
			] as const;
			for (let to = 0; to < size; to++) addPower(sums[to]!, power[to]!, weights, store);
		}
		for (const { fixed, varying } of sums) {
			varying?.forEach((own, i) => {
				if (fixed[i] !== 0) for (let d = 0; d < own.length; d++) own[d]! += fixed[i]!;
			});
			found.P.push(varying?.[0] ?? fixed[0]);
			found.Phi.push(varying?.[1] ?? fixed[1]);
			found.Psi.push(varying?.[2] ?? fixed[2]);
		}
	}
	return found;
}

type Three<T> = readonly [T, T, T];

/** Three sums of one entry of all powers, each with weights of its own. */
interface Sums {
	readonly fixed: [number, number, number];
	varying: Three<Float64Array> | null;
}

function addPower(sums: Sums, power: Column, weights: Three<number>, store: Store): void {
	const [end, once, again] = weights;
	const { fixed } = sums;
	if (typeof power === 'number') {
		fixed[0] += power * end;
		fixed[1] += power * once;
		fixed[2] += power * again;
		return;
	}
	const size = power.length;
	if (sums.varying === null) {
		sums.varying = [LASTING.take(size), store.take(size), store.take(size)];
		for (const own of sums.varying) own.fill(0);
	}
	const [P, Phi, Psi] = sums.varying;
	for (let d = 0; d < size; d++) {
		const reached = power[d]!;
		P[d]! += reached * end;
		Phi[d]! += reached * once;
		Psi[d]! += reached * again;
	}
}

/** The second half starts from where the first ended. */
function twice({ P, Phi, Psi }: DrawnOperator, days: number, size: number, store: Store) {
	const rows = P.flatMap((_, at) => (at % size === 0 ? [at] : []));
	const own = (matrix: Matrix, at: number): Row => matrix.slice(at, at + size);
	return {
		P: matrixProduct(P, P, size, LASTING),
		Phi: rows.flatMap((at) => rowOf([[own(P, at), Phi]], store, own(Phi, at))),
		Psi: rows.flatMap((at) =>
			rowOf([[own(P, at), Psi]], store, own(Psi, at), scaledRow(own(Phi, at), days, store))
		)
	};
}
