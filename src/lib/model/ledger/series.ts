import { areSameTerms, linePence, type Term } from '../formula/term';
import { isBlocked, isSame } from '../formula/value';
import type { BasisIn } from './basis';
import type { LineSpec } from './line';

/** A line or a measure by financial year: pence for money, its own unit otherwise; NaN where it is blocked. */
export interface Series {
	readonly id: string;
	readonly title: string;
	readonly figure: string;
	readonly part: string;
	readonly heading: string | null;
	readonly values: Float64Array;
	/** Blank inputs it waits for in any year. */
	readonly blockedBy: readonly string[];
	/** The terms of a money line; none for measures. */
	readonly terms: ((y: number) => readonly Term[]) | null;
	/** What a measure is computed from in a year; none for money lines, whose terms say it. */
	readonly basis: BasisIn | null;
}

/** A line evaluated in every year of the projection. */
export function evaluated(spec: LineSpec, years: number): Series {
	const values = new Float64Array(years);
	let blockedBy: readonly string[] = NO_BLANKS;
	for (let y = 0; y < years; y++) {
		const pence = linePence(spec.terms(y));
		if (isBlocked(pence)) {
			values[y] = NaN;
			blockedBy = [...blockedBy, ...pence.waitsFor];
		} else values[y] = pence;
	}
	return {
		id: spec.id,
		title: spec.title,
		figure: spec.figure,
		part: spec.part,
		heading: spec.heading,
		values,
		blockedBy: blockedBy.length === 0 ? NO_BLANKS : [...new Set(blockedBy)],
		terms: spec.terms,
		basis: null
	};
}

const NO_BLANKS: readonly string[] = [];

/** A measure that is no money line: heads, children, cases. */
export function measure(
	id: string,
	title: string,
	figure: string,
	part: string,
	values: Float64Array,
	blockedBy: readonly string[],
	basis: BasisIn | null
): Series {
	return { id, title, figure, part, heading: null, values, blockedBy, terms: null, basis };
}

/** A difference in one year, with the blanks it waits for where it is blocked (NaN). */
export interface Difference {
	readonly value: number;
	readonly blockedBy: readonly string[];
}

/**
 * What a series differs by from A to B in a year. A series that is missing on one side is nothing there. One with
 * identical terms and inputs on both sides differs by exactly nothing even when it is blocked.
 */
export function differenceOf(a: Series | undefined, b: Series | undefined, y: number): Difference {
	if (a === b) return NOTHING;
	const [from, to] = [a?.values[y] ?? 0, b?.values[y] ?? 0];
	if (!Number.isNaN(from) && !Number.isNaN(to)) return { value: to - from, blockedBy: NO_BLANKS };
	if (a !== undefined && b !== undefined && isSameIn(a, b, y)) return NOTHING;
	return {
		value: NaN,
		blockedBy: [
			...new Set([
				...(Number.isNaN(from) ? (a?.blockedBy ?? []) : []),
				...(Number.isNaN(to) ? (b?.blockedBy ?? []) : [])
			])
		]
	};
}

const NOTHING: Difference = { value: 0, blockedBy: NO_BLANKS };

function isSameIn(a: Series, b: Series, y: number): boolean {
	if (a.terms !== null && b.terms !== null) return areSameTerms(a.terms(y), b.terms(y));
	if (a.basis === null || b.basis === null) return false;
	return a.basis === b.basis || isSame(a.basis(y), b.basis(y));
}
