import type { FigureDraws } from './simulation';

/** The share of draws in which something holds, 0 to 1, by year; null in years that wait for a blank. */
export type ChanceByYear = readonly (number | null)[];

/** The chance that the savings identified by a year are at least the target by then; null where there is no target either. */
export function chanceOfTarget(figureDraws: FigureDraws): ChanceByYear {
	const identified = figureDraws.get('savings.identified') ?? [];
	const target = figureDraws.get('savings.target') ?? [];
	return identified.map((saved, y) => {
		const asked = target[y] ?? new Float64Array();
		return asked.every((amount) => amount === 0)
			? null
			: shareOf(saved, (own, i) => own >= (asked[i] ?? NaN), asked);
	});
}

/**
 * The chance that a scenario has paid back by the end of a year: the sum of what net cost differs by from "If we change
 * nothing" is at or below 0 then and stays there to the end of the projection. Null where a difference is not known, and
 * where nothing differs in any draw.
 */
export function chanceOfPayback(own: FigureDraws, nothing: FigureDraws): ChanceByYear {
	const [after, before] = [own.get('net.total') ?? [], nothing.get('net.total') ?? []];
	const size = after[0]?.length ?? 0;
	const counts = after.map(() => 0);
	let differs = false;
	for (let i = 0; i < size; i++) {
		let cumulative = 0;
		let paidFrom = 0;
		for (let y = 0; y < after.length; y++) {
			const difference = pence((after[y]?.[i] ?? NaN) - (before[y]?.[i] ?? NaN));
			if (Number.isNaN(difference)) return after.map(() => null);
			differs ||= difference !== 0;
			cumulative += difference;
			if (cumulative > 0) paidFrom = y + 1;
		}
		for (let y = paidFrom; y < counts.length; y++) counts[y]! += 1;
	}
	return differs ? counts.map((count) => count / size) : after.map(() => null);
}

const PENCE = 100;
// Sums of pence are whole, and their differences in pounds are not.
const pence = (pounds: number): number => Math.round(pounds * PENCE);

/** The share of draws in which a number passes; null where one of the numbers is not known. */
export function shareOf(
	draws: Float64Array,
	passes: (value: number, draw: number) => boolean,
	others: Float64Array = draws
): number | null {
	let count = 0;
	for (const [i, value] of draws.entries()) {
		if (Number.isNaN(value) || Number.isNaN(others[i])) return null;
		if (passes(value, i)) count += 1;
	}
	return draws.length === 0 ? null : count / draws.length;
}
