import type { BandRates, MonthOperator } from './generator';

/** One way out of a placement type of a band, and how many children help is to bring along it in a month. */
export interface Outflow {
	readonly band: number;
	readonly from: number;
	/** The type that children move to; null where they leave care. */
	readonly to: number | null;
	/** Children who are to go this way because of help. */
	readonly up: number;
	/** Children who are no longer to go this way, because help has gone. */
	readonly down: number;
}

/** Rates of a band in a month with its outflows, and by how many children these exceeded what can be. */
export interface RatesWithHelp {
	readonly rates: BandRates;
	readonly capped: number;
}

/** The children of a band in a month: who is there on the first day, and who comes each day, by type. */
export interface BandStock {
	readonly opening: Float64Array;
	readonly arriving: Float64Array;
}

/**
 * The rates of a band in a month in which help brings children out, as events over child-days at risk: each way's
 * children over the child-days that there would be without help. Those brought out of a type are at most those who are
 * there or come, each way in proportion; those no longer going are at most those who would have gone.
 */
export function ratesWithHelp(
	rates: BandRates,
	operator: MonthOperator,
	{ opening, arriving }: BandStock,
	outflows: readonly Outflow[]
): RatesWithHelp {
	const exits = [...rates.exits];
	const moves = rates.moves.map((row) => [...row]);
	let capped = 0;
	for (const from of new Set(outflows.map((outflow) => outflow.from))) {
		const own = outflows.filter((outflow) => outflow.from === from);
		const childDays = childDaysIn(operator, opening, arriving, from);
		const children = (opening[from] ?? 0) + (arriving[from] ?? 0) * operator.days;
		const wanted = own.reduce((sum, { up }) => sum + up, 0);
		capped += Math.max(0, wanted - children);
		const part = possibleShare(wanted, children);
		for (const { to, up, down } of own) {
			const usual = (to === null ? exits[from] : moves[from]?.[to]) ?? 0;
			capped += Math.max(0, down - usual * childDays);
			const rate = rateWithHelp(usual, up * part, down, childDays);
			if (to === null) exits[from] = rate;
			else (moves[from] ?? [])[to] = rate;
		}
	}
	return { rates: { exits, moves }, capped };
}

/** The share of the children who are to be brought out of a type that can be: no more than are there. */
export const possibleShare = (wanted: number, children: number): number =>
	wanted > children ? children / wanted : 1;

/** The rate of one way out of a type with help [per child-day]; its usual one where nobody is there. */
export function rateWithHelp(usual: number, up: number, down: number, childDays: number): number {
	if (childDays === 0) return usual;
	// The difference of two nearly equal rates must not fall below 0 by the noise of floats.
	return Math.max(0, usual - down / childDays) + up / childDays;
}

/** Child-days in a type over a month: from those who are there on the first day, and those who come. */
function childDaysIn(
	{ Phi, Psi, size }: MonthOperator,
	opening: Float64Array,
	arriving: Float64Array,
	type: number
): number {
	let days = 0;
	for (let from = 0; from < size; from++)
		days +=
			(opening[from] ?? 0) * (Phi[from * size + type] ?? 0) +
			(arriving[from] ?? 0) * (Psi[from * size + type] ?? 0);
	return days;
}
