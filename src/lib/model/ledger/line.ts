import type { Term } from '../formula/term';
import type { Value } from '../formula/value';
import type { Version } from '../scenario/versions';
import type { AnyRecord } from '../records/kinds';

/** One line of the ledger before it is evaluated: where it belongs and the terms that make it in each year. */
export interface LineSpec {
	/** Stable id: 'posts/outreach/pay'. */
	readonly id: string;
	readonly title: string;
	/** The figure whose part it is: 'cost.staffing'. */
	readonly figure: string;
	/** The part of that figure: a team, a building, a placement type. */
	readonly part: string;
	/** The heading that its record stands under, whether or not the base year's published figure contains it. */
	readonly heading: string | null;
	/** Its terms in a financial year of the projection, one a version; none where nothing is due. */
	readonly terms: (y: number) => readonly Term[];
}

/** A record with its versions, ready to be turned into lines. */
export interface Timed<R extends AnyRecord> {
	/** The record's reference: 'posts/outreach'. */
	readonly ref: string;
	/** The record as it stands before any change; null where a change adds it. */
	readonly base: R | null;
	readonly versions: readonly Version<R>[];
	/** When changes remove it, and how, in order of time; none where none does. */
	readonly removals: readonly Removal<R>[];
}

/** The removal of a record by a change: a building closes, a contract ends, posts go. */
export interface Removal<R extends AnyRecord> {
	/** Month of the projection in which it goes. */
	readonly month: number;
	/** First month in which it is there again; null where it stays away. */
	readonly until: number | null;
	/** The record as it stood when it went. */
	readonly content: R;
	readonly change: string;
	readonly destination: 'redundant' | 'redeployed' | 'vacant';
	/** Month in which notice was given, for a contract. */
	readonly noticeGiven: number;
}

/** A version that holds in a year, its content, and for how many months. */
export interface Held<R extends AnyRecord> {
	readonly content: R;
	readonly months: Value;
	/** Weight of the version in each month of the projection. */
	readonly weights?: Float64Array;
	readonly changes: readonly string[];
}

/** A version that holds for a known part of a year. */
export interface HeldVersion<R extends AnyRecord> extends Held<R> {
	readonly months: Version<R>['months'][number];
}

/** The versions that are present with some weight in a year. */
export function heldIn<R extends AnyRecord>(timed: Timed<R>, y: number): readonly HeldVersion<R>[] {
	const held: HeldVersion<R>[] = [];
	for (const version of timed.versions) {
		const months = version.months[y] ?? 0;
		if (version.content !== null && months !== 0)
			held.push({
				content: version.content,
				months,
				weights: version.weights,
				changes: version.changes
			});
	}
	return held;
}

/** False for a record that a change adds only after the projection ends, or had taken away before it began. */
export function isEverThere(timed: Timed<AnyRecord>): boolean {
	return timed.base !== null || timed.versions.some(({ content }) => content !== null);
}

/** The one record that stands for all versions: as it is before changes, or as the first change adds it. */
export function anyContent<R extends AnyRecord>(timed: Timed<R>): R {
	const content = timed.base ?? timed.versions.find((version) => version.content !== null)?.content;
	if (content === null || content === undefined) throw new Error(`${timed.ref} is never there`);
	return content;
}

/** What a formula says about an input that is a field of the line's record. */
export const fieldInput = (name: string, label: string, unit: string) => ({
	field: name,
	label,
	unit
});

/** What a formula says about its index factor. */
export const FACTOR = { label: 'Index factor', unit: 'factor' } as const;

/** What a formula says about the months in which a version holds. */
export const MONTHS = { label: 'Months', unit: 'months' } as const;

/** Weights of what falls in one month alone. */
export function only(month: number): Float64Array {
	return over(month, month + 1, month + 1);
}

/** Weights of what falls evenly on the months from one up to, and not with, another. */
export function over(from: number, to: number, months: number): Float64Array {
	return new Float64Array(Math.max(months, 0)).fill(
		1,
		Math.max(from, 0),
		Math.max(Math.min(to, months), 0)
	);
}
