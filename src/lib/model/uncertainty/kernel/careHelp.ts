import { possibleShare, rateWithHelp } from '../../care/outflows';
import { inDraw, type Column } from '../column';
import type { DrawnRates } from './careInputs';
import type { Row } from './careMatrix';

/** One way on which help brings children of a band out in a month [children]; negative where it no longer does. */
export interface DrawnOutflow {
	readonly from: number;
	/** The type that children move to; null where they leave care. */
	readonly to: number | null;
	readonly children: Column;
}

/** The children of a band in a month in all draws, by type, as they would be without help. */
export interface DrawnStock {
	readonly opening: Row;
	/** [children a day] */
	readonly arriving: Row;
	readonly childDays: Row;
	readonly days: number;
}

/** The rates of a band in a month with its outflows in all draws; see `ratesWithHelp`. */
export function drawnRatesWithHelp(
	rates: DrawnRates,
	{ opening, arriving, childDays, days }: DrawnStock,
	outflows: readonly DrawnOutflow[]
): DrawnRates {
	const exits = [...rates.exits];
	const moves = rates.moves.map((row) => [...row]);
	for (const from of new Set(outflows.map((outflow) => outflow.from))) {
		const ways = waysFrom(outflows.filter((outflow) => outflow.from === from));
		const [there, come, stay] = [opening[from] ?? 0, arriving[from] ?? 0, childDays[from] ?? 0];
		const usual = ways.map(({ to }) => (to === null ? exits[from] : moves[from]?.[to]) ?? 0);
		const columns = [there, come, stay, ...usual, ...ways.flatMap(({ children }) => children)];
		const varying = columns.find((own) => typeof own !== 'number');
		const size = varying?.length ?? 1;
		const wanted = new Float64Array(size);
		const flows = ways.map(({ children }) => flowsOf(children, wanted));
		for (const [i, { to }] of ways.entries()) {
			const [{ up, down }, own] = [flows[i]!, usual[i]!];
			const found = new Float64Array(size);
			for (let draw = 0; draw < size; draw++) {
				const children = inDraw(there, draw) + inDraw(come, draw) * days;
				const possible = up[draw]! * possibleShare(wanted[draw]!, children);
				found[draw] = rateWithHelp(inDraw(own, draw), possible, down[draw]!, inDraw(stay, draw));
			}
			const rate = varying === undefined ? found[0]! : found;
			if (to === null) exits[from] = rate;
			else (moves[from] ?? [])[to] = rate;
		}
	}
	return { exits, moves };
}

/** What goes along a way more and less than usual; the more is added to what is wanted on all ways together. */
function flowsOf(children: readonly Column[], wanted: Float64Array) {
	const [up, down] = [new Float64Array(wanted.length), new Float64Array(wanted.length)];
	for (const column of children)
		for (let draw = 0; draw < wanted.length; draw++) {
			const own = inDraw(column, draw);
			if (own > 0) {
				up[draw]! += own;
				wanted[draw]! += own;
			} else down[draw]! -= own;
		}
	return { up, down };
}

/** The ways out of a type, each once, with all that goes along it. */
function waysFrom(outflows: readonly DrawnOutflow[]) {
	const byTarget = new Map<number | null, Column[]>();
	for (const { to, children } of outflows)
		byTarget.set(to, [...(byTarget.get(to) ?? []), children]);
	return [...byTarget].map(([to, children]) => ({ to, children }));
}
