import { operatorOf, type BandRates, type MonthOperator } from '../../care/generator';
import { ratesWithHelp, type Outflow } from '../../care/outflows';
import { inDraw, type Column } from '../column';
import type { DrawnRates } from './careInputs';

/** One way on which help brings children of a band out in a month [children]; negative where it no longer does. */
export interface DrawnOutflow {
	readonly from: number;
	/** The type that children move to; null where they leave care. */
	readonly to: number | null;
	readonly children: Column;
}

/** What one band of children in care is made from in all draws; its flows by month, and then by placement type. */
export interface BandInputs {
	/** Share of the newcomers of a month in each month of age. */
	readonly profile: readonly number[];
	readonly days: readonly number[];
	/** Children by type on the first day, spread evenly over the months of age. */
	readonly opening: readonly Column[];
	readonly entries: readonly (readonly Column[])[];
	readonly agedIn: readonly (readonly Column[])[] | null;
	readonly rates: readonly DrawnRates[];
	readonly outflows: readonly (readonly DrawnOutflow[])[];
}

/** One band month by month in all draws, by placement type. */
export interface DrawnBand {
	readonly closing: readonly (readonly Column[])[];
	readonly exits: readonly (readonly Column[])[];
	readonly childDays: readonly (readonly Column[])[];
	readonly agedOut: readonly (readonly Column[])[];
}

const isFixed = (column: Column): boolean => typeof column === 'number';
const areFixed = (rows: readonly (readonly Column[])[]): boolean =>
	rows.every((row) => row.every(isFixed));
const haveFixedRates = ({ exits, moves }: DrawnRates): boolean =>
	exits.every(isFixed) && areFixed(moves);

/** True where nothing of a band is random, so that one draw stands for all. */
function isSteady(inputs: BandInputs): boolean {
	return (
		inputs.opening.every(isFixed) &&
		areFixed(inputs.entries) &&
		(inputs.agedIn === null || areFixed(inputs.agedIn)) &&
		[...new Set(inputs.rates)].every(haveFixedRates) &&
		inputs.outflows.every((ways) => ways.every(({ children }) => isFixed(children)))
	);
}

/** A band of children in care through all months, draw by draw, by the continuous method. */
export function drawnBand(inputs: BandInputs, size: number): DrawnBand {
	const steady = isSteady(inputs);
	const draws = steady ? 1 : size;
	const types = inputs.opening.length;
	const table = (): Float64Array[][] =>
		inputs.days.map(() => Array.from({ length: types }, () => new Float64Array(draws)));
	const found = { closing: table(), exits: table(), childDays: table(), agedOut: table() };
	const shared = new Map<DrawnRates, Map<number, MonthOperator>>();
	for (let draw = 0; draw < draws; draw++) runDraw(inputs, draw, shared, found);
	if (!steady) return found;
	const once = (rows: readonly (readonly Float64Array[])[]): readonly (readonly number[])[] =>
		rows.map((row) => row.map((values) => values[0] ?? NaN));
	return {
		closing: once(found.closing),
		exits: once(found.exits),
		childDays: once(found.childDays),
		agedOut: once(found.agedOut)
	};
}

type Found = Record<keyof DrawnBand, readonly (readonly Float64Array[])[]>;
type Operators = Map<DrawnRates, Map<number, MonthOperator>>;

function ratesInDraw({ exits, moves }: DrawnRates, draw: number): BandRates {
	return {
		exits: exits.map((rate) => inDraw(rate, draw)),
		moves: moves.map((row) => row.map((rate) => inDraw(rate, draw)))
	};
}

/** The operator of rates in a draw: kept for all draws where they are the same in all. */
function operatorIn(
	rates: DrawnRates,
	days: number,
	draw: number,
	shared: Operators,
	own: Operators
): MonthOperator {
	const keep = haveFixedRates(rates) ? shared : own;
	let byDays = keep.get(rates);
	if (byDays === undefined) {
		byDays = new Map();
		keep.set(rates, byDays);
	}
	let operator = byDays.get(days);
	if (operator === undefined) {
		operator = operatorOf(ratesInDraw(rates, draw), days);
		byDays.set(days, operator);
	}
	return operator;
}

function outflowsInDraw(ways: readonly DrawnOutflow[], draw: number): readonly Outflow[] {
	const byWay = new Map<string, Outflow>();
	for (const { from, to, children } of ways) {
		const own = inDraw(children, draw);
		if (own === 0) continue;
		const key = `${String(from)} ${String(to)}`;
		const { up, down } = byWay.get(key) ?? { up: 0, down: 0 };
		byWay.set(key, {
			band: 0,
			from,
			to,
			up: up + Math.max(0, own),
			down: down + Math.max(0, -own)
		});
	}
	return [...byWay.values()];
}

function runDraw(inputs: BandInputs, draw: number, shared: Operators, found: Found): void {
	const { profile, days, agedIn } = inputs;
	const types = inputs.opening.length;
	const cells = profile.length;
	const own: Operators = new Map();
	const total = Float64Array.from(inputs.opening, (children) => inDraw(children, draw));
	let state = new Float64Array(types * cells);
	let next = new Float64Array(types * cells);
	for (let type = 0; type < types; type++)
		state.fill(total[type]! / cells, type * cells, (type + 1) * cells);
	const arriving = new Float64Array(types);
	const closing = new Float64Array(types);
	const leaving = new Float64Array(types);
	for (let month = 0; month < days.length; month++) {
		const length = days[month]!;
		const entries = inputs.entries[month]!;
		const drawn = inputs.rates[month]!;
		for (let type = 0; type < types; type++) arriving[type] = inDraw(entries[type]!, draw) / length;
		let operator = operatorIn(drawn, length, draw, shared, own);
		const ways = inputs.outflows[month]!;
		let helped: BandRates | null = null;
		if (ways.length > 0) {
			const flows = outflowsInDraw(ways, draw);
			if (flows.length > 0) {
				const usual = ratesInDraw(drawn, draw);
				helped = ratesWithHelp(usual, operator, { opening: total, arriving }, flows).rates;
				operator = operatorOf(helped, length);
			}
		}
		advance(state, next, operator, arriving, profile, leaving);
		for (let to = 0; to < types; to++) {
			let childDays = 0;
			let stays = 0;
			for (let from = 0; from < types; from++) {
				const at = from * types + to;
				childDays += total[from]! * operator.Phi[at]! + arriving[from]! * operator.Psi[at]!;
				stays += total[from]! * operator.P[at]! + arriving[from]! * operator.Phi[at]!;
			}
			const aged = leaving[to]!;
			const come = agedIn === null ? 0 : inDraw(agedIn[month]![to]!, draw);
			next[to * cells] = come;
			closing[to] = stays - aged + come;
			found.agedOut[month]![to]![draw] = aged;
			found.childDays[month]![to]![draw] = childDays;
			found.exits[month]![to]![draw] =
				childDays * (helped === null ? inDraw(drawn.exits[to]!, draw) : helped.exits[to]!);
			found.closing[month]![to]![draw] = closing[to]!;
		}
		total.set(closing);
		[state, next] = [next, state];
	}
}

/**
 * One month of each month of age: by the operator, with newcomers; everybody is a month older after it. Who grows out of
 * the band goes to `leaving`, by type.
 */
function advance(
	state: Float64Array,
	next: Float64Array,
	{ P, Phi, size: types }: MonthOperator,
	arriving: Float64Array,
	profile: readonly number[],
	leaving: Float64Array
): void {
	const cells = profile.length;
	for (let to = 0; to < types; to++) {
		let arrived = 0;
		for (let from = 0; from < types; from++) arrived += arriving[from]! * Phi[from * types + to]!;
		const start = to * cells + 1;
		let oldest = arrived * profile[cells - 1]!;
		if (arrived === 0) next.fill(0, start, start + cells - 1);
		else for (let cell = 0; cell < cells - 1; cell++) next[start + cell] = arrived * profile[cell]!;
		for (let from = 0; from < types; from++) {
			const chance = P[from * types + to]!;
			if (chance === 0) continue;
			const first = from * cells;
			for (let cell = 0; cell < cells - 1; cell++)
				next[start + cell]! += state[first + cell]! * chance;
			oldest += state[first + cells - 1]! * chance;
		}
		leaving[to] = oldest;
	}
}
