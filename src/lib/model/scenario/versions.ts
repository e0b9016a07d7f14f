import type { Decimal } from 'decimal.js';
import { parseMonth, type YearStart } from '../calendar/calendar';
import { Exact } from '../money/money';
import { RECORD_SCHEMAS, type AnyRecord, type Kind } from '../records/kinds';
import { afterAdjustment } from './adjust';
import type { Change, Edit, FieldEdit } from './change';
import { fieldSchema, parseRef, withField } from './recordField';

/** The edits that one change makes to one record. */
export interface Touch {
	readonly change: Change;
	readonly edits: readonly Edit[];
}

/** A record as a set of changes leaves it, with the weight it has in each month of the projection. */
export interface Version<R extends AnyRecord = AnyRecord> {
	/** Ids of the changes that make it, in the order applied. */
	readonly changes: readonly string[];
	/** The record; null where it is absent (not yet added, or removed). */
	readonly content: R | null;
	/** Weight in each month, 0 to 1; the weights of a record's versions sum to 1 in every month. */
	readonly weights: Float64Array;
	/** Months of the version in each year: whole numbers as such, parts of months exactly. */
	readonly months: readonly (number | Decimal)[];
}

/** The edits of switched-on changes, by the record they touch. */
export function touchesByRecord(changes: readonly Change[]): ReadonlyMap<string, readonly Touch[]> {
	const touches = new Map<string, Touch[]>();
	for (const change of changes) {
		if (!change.on) continue;
		const edits = new Map<string, Edit[]>();
		for (const edit of change.edits) {
			const ref = refOf(edit);
			edits.set(ref, [...(edits.get(ref) ?? []), edit]);
		}
		for (const [ref, own] of edits)
			touches.set(ref, [...(touches.get(ref) ?? []), { change, edits: own }]);
	}
	return touches;
}

/** The record that an edit touches: 'posts/outreach'. */
export function refOf(edit: Edit): string {
	if (edit.edit !== 'add') return edit.record;
	const { id } = edit.record;
	return `${edit.kind}/${typeof id === 'string' ? id : ''}`;
}

/**
 * How far a change has taken hold of a record in a month: 0 before its start, rising over its ramp, 1 after it, and 0
 * again from its end. Closures and removals, and buildings that open, do not ramp.
 */
export function activation(touch: Touch, month: number, first: YearStart): number {
	const { numerator, denominator } = activationRatio(touch, month, first);
	return numerator / denominator;
}

function activationRatio(touch: Touch, month: number, first: YearStart) {
	const { change } = touch;
	const start = parseMonth(change.start, first) ?? 0;
	const end = change.end === null ? null : parseMonth(change.end, first);
	if (month < start || (end !== null && month >= end)) return { numerator: 0, denominator: 1 };
	const ramp = isStep(touch) ? 0 : change.rampMonths;
	// (m − s + ½) / r, in halves so that it stays a ratio of whole numbers.
	return ramp === 0
		? { numerator: 1, denominator: 1 }
		: { numerator: Math.min(2 * (month - start) + 1, 2 * ramp), denominator: 2 * ramp };
}

function isStep(touch: Touch): boolean {
	return touch.edits.some(
		(edit) => edit.edit === 'remove' || (edit.edit === 'add' && edit.kind === 'buildings')
	);
}

/** The versions of a record that has no changes: the record itself, all the time or up to its own end. */
export function unchanged<R extends AnyRecord>(
	record: R,
	first: YearStart,
	years: number
): readonly Version<R>[] {
	const ends = endOf(record, first);
	if (ends >= years * 12) return [{ changes: [], content: record, ...always(years) }];
	const weights = new Float64Array(years * 12).fill(1, 0, Math.max(0, ends));
	const months = Array.from({ length: years }, (_, y) => Math.min(Math.max(ends - 12 * y, 0), 12));
	return [
		{ changes: [], content: record, weights, months },
		{
			changes: [],
			content: null,
			weights: weights.map((weight) => 1 - weight),
			months: months.map((held) => 12 - held)
		}
	];
}

/** The month from which a record is over by itself, such as a contract at its natural end; Infinity where it stays. */
export function endOf(record: AnyRecord, first: YearStart): number {
	return 'ends' in record && record.ends !== undefined
		? (parseMonth(record.ends, first) ?? Infinity)
		: Infinity;
}

const alwaysByYears = new Map<number, Pick<Version, 'weights' | 'months'>>();

function always(years: number): Pick<Version, 'weights' | 'months'> {
	let found = alwaysByYears.get(years);
	if (found === undefined) {
		found = {
			weights: new Float64Array(years * 12).fill(1),
			months: Array.from({ length: years }, () => 12)
		};
		alwaysByYears.set(years, found);
	}
	return found;
}

/**
 * The versions of a record under the changes that touch it. Each subset of them that has weight in some month is one
 * version; within it the edits are carried out one after another, by start and then as listed, so that of two that set a
 * field the later wins, and one that multiplies or adds works on what stands then.
 */
export function versionsOf(
	record: AnyRecord | null,
	touches: readonly Touch[],
	first: YearStart,
	years: number,
	fill: (added: AnyRecord) => AnyRecord
): readonly Version[] {
	const ordered = inOrder(touches);
	const subsets = new Map<
		string,
		{ readonly touches: readonly Touch[]; readonly weights: Decimal[] }
	>();
	for (let month = 0; month < years * 12; month++)
		for (const { chosen, weight } of subsetsAt(ordered, month, first)) {
			const key = chosen.map((touch) => touch.change.id).join(' ');
			let subset = subsets.get(key);
			if (subset === undefined) {
				subset = { touches: chosen, weights: Array.from({ length: years * 12 }, () => NONE) };
				subsets.set(key, subset);
			}
			subset.weights[month] = weight;
		}
	return [...subsets.values()].flatMap((subset) => {
		const content = contentUnder(record, subset.touches, fill);
		const changes = subset.touches.map((touch) => touch.change.id);
		const ends = content === null ? Infinity : endOf(content, first);
		const version = (own: AnyRecord | null, holds: (month: number) => boolean): Version => {
			const weights = subset.weights.map((weight, month) => (holds(month) ? weight : NONE));
			return {
				changes,
				content: own,
				weights: Float64Array.from(weights, (weight) => weight.toNumber()),
				months: Array.from({ length: years }, (_, y) =>
					monthsOf(weights.slice(y * 12, y * 12 + 12))
				)
			};
		};
		return ends >= years * 12
			? [version(content, () => true)]
			: [version(content, (month) => month < ends), version(null, (month) => month >= ends)];
	});
}

const NONE = new Exact(0);
const ALL = new Exact(1);

/** Changes in the order in which they are applied: by start, then as listed. */
export function inOrder(touches: readonly Touch[]): readonly Touch[] {
	return touches
		.map((touch, position) => ({ touch, position }))
		.sort((a, b) =>
			a.touch.change.start < b.touch.change.start
				? -1
				: a.touch.change.start > b.touch.change.start
					? 1
					: a.position - b.position
		)
		.map(({ touch }) => touch);
}

/** Changes of a record with those that add it first: an edit of a record holds at the earliest from its addition. */
export function addedFirst(touches: readonly Touch[]): readonly Touch[] {
	return [...touches.filter(isAddition), ...touches.filter((touch) => !isAddition(touch))];
}

/** True for the edits of a change that add the record. */
export const isAddition = ({ edits }: Touch): boolean => edits.some(({ edit }) => edit === 'add');

/** Changes that hold together for a part of a month, and how much of it that is. */
interface Subset {
	readonly chosen: readonly Touch[];
	readonly weight: Decimal;
}

/** The subsets of changes that have weight in a month: Π of those in, times Π of (1 − those out). */
export function subsetsAt(
	touches: readonly Touch[],
	month: number,
	first: YearStart
): readonly Subset[] {
	let subsets: Subset[] = [{ chosen: [], weight: ALL }];
	for (const touch of touches) {
		const { numerator, denominator } = activationRatio(touch, month, first);
		if (numerator === 0) continue;
		if (numerator === denominator) {
			subsets = subsets.map((subset) => ({ ...subset, chosen: [...subset.chosen, touch] }));
			continue;
		}
		const active = new Exact(numerator).div(denominator);
		subsets = subsets.flatMap(({ chosen, weight }) => [
			{ chosen, weight: weight.times(ALL.minus(active)) },
			{ chosen: [...chosen, touch], weight: weight.times(active) }
		]);
	}
	return subsets;
}

function monthsOf(weights: readonly Decimal[]): number | Decimal {
	// Thirds and sixths of a month sum to whole numbers again once the last of their 40 digits are let go.
	const total = weights.reduce((sum, weight) => sum.plus(weight), NONE).toDecimalPlaces(30);
	return total.isInteger() ? total.toNumber() : total;
}

/**
 * A record after the edits of some changes, in the order given; null where it is absent. An edit of a record that a later
 * change adds waits for it and holds from then on.
 */
export function contentUnder(
	record: AnyRecord | null,
	touches: readonly Touch[],
	fill: (added: AnyRecord) => AnyRecord
): AnyRecord | null {
	let content = record;
	const waiting: FieldEdit[] = [];
	for (const { edits } of touches)
		for (const edit of edits)
			if (edit.edit === 'remove') content = null;
			else if (edit.edit === 'add')
				content = waiting.reduce(afterEdit, fill(decodeAdded(edit.kind, edit.record)));
			else if (content === null) waiting.push(edit);
			else content = afterEdit(content, edit);
	return content;
}

/** The record that an edit adds, decoded; its file has been checked. */
export function decodeAdded(kind: Kind, record: object): AnyRecord {
	return RECORD_SCHEMAS[kind].parse(record);
}

function afterEdit(content: AnyRecord, edit: FieldEdit): AnyRecord {
	if (edit.edit !== 'set') return afterAdjustment(content, edit);
	const schema = fieldSchema(parseRef(edit.record).kind, content, edit.field);
	if (schema === null) throw new Error(`${edit.record} has no field ${edit.field}`);
	return withField(content, edit.field, schema.parse(edit.value));
}
