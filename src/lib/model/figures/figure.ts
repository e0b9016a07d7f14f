import type { Decimal } from 'decimal.js';
import { Exact, poundsOf } from '../money/money';

/** One figure of a projection by financial year. */
export interface Figure {
	/** 'cost.staffing', or with a part 'cost.staffing/family-centres'. */
	readonly id: string;
	readonly label: string;
	readonly unit: string;
	/** Value in each year; NaN where it is blocked. Money is in pence. */
	readonly values: Float64Array;
	/** The part of each value that is known; the value itself where nothing is blocked. */
	readonly known: Float64Array;
	/** Blank inputs that the figure waits for, in any year. */
	readonly blockedBy: readonly string[];
}

/** Digits that a measure is shown to at most: beyond them lies only the noise of floats. */
const MEASURE_PLACES = 9;

/** A figure's value in a year, in pounds or its unit; null where it is blocked. */
export function valueOf(figure: Figure, y: number): Decimal | null {
	return exact(figure.values[y] ?? NaN, figure.unit);
}

/** The known part of a figure's value in a year. */
export function knownPartOf(figure: Figure, y: number): Decimal | null {
	return exact(figure.known[y] ?? NaN, figure.unit);
}

/** A value of a figure as an exact number; null for NaN. */
export function exact(value: number, unit: string): Decimal | null {
	if (Number.isNaN(value)) return null;
	return unit === '£' ? poundsOf(value) : new Exact(value).toDecimalPlaces(MEASURE_PLACES);
}

/** The figure and the part that an id names: 'cost.staffing/outreach' to its two halves. */
export function splitFigureId(id: string): {
	readonly figure: string;
	readonly part: string | null;
} {
	const slash = id.indexOf('/');
	return slash < 0
		? { figure: id, part: null }
		: { figure: id.slice(0, slash), part: id.slice(slash + 1) };
}
