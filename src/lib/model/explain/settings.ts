import type { Decimal } from 'decimal.js';
import { parseYear } from '../calendar/calendar';
import type { Projection } from '../project';
import { TIMED_KINDS, type AnyRecord } from '../records/kinds';
import { getField, type FieldRef } from '../scenario/recordField';
import { filled, fillsOf, standingIn, withoutRemovals } from '../scenario/resolve';
import {
	addedFirst,
	contentUnder,
	inOrder,
	isAddition,
	touchesByRecord,
	type Touch
} from '../scenario/versions';
import { isAdjustment } from '../scenario/adjust';
import type { Adjustment, Edit } from '../scenario/change';

/** A value as a change finds it, and what it is multiplied by or what is added to it. */
export interface InputStep {
	/** Null where what it finds is blank. */
	readonly from: Decimal | null;
	readonly edit: Adjustment;
}

/** What a change of a scenario makes of an input. */
export interface InputSetting {
	/** The change's title. */
	readonly title: string;
	readonly value: Decimal | null;
	/** What it does to the value that it finds, step by step; none where it only sets the field or adds the record. */
	readonly steps: readonly InputStep[];
	/** The first month in which it holds, such as 2011-10; null where the edit holds throughout. */
	readonly from: string | null;
	readonly rampMonths: number;
	/** The first month in which it no longer holds; null where it stays. */
	readonly until: string | null;
}

/** An input under the changes of a scenario. */
export interface InputInTime {
	/** The value that the changes in force at the end of the projection leave. */
	readonly value: Decimal | null;
	/** The changes that set the field or add its record, in the order in which they are applied. */
	readonly settings: readonly InputSetting[];
}

/** What the changes of a scenario make of a field; `record` is the baseline's, null where a change adds it. */
export function inputInTime(
	{ council, scenario }: Projection,
	{ ref, kind, field }: FieldRef,
	record: AnyRecord | null
): InputInTime {
	const entries = fillsOf(council.packs).get(ref);
	const base = record === null ? null : filled(record, entries);
	const touches = addedFirst(
		withoutRemovals(inOrder(touchesByRecord(scenario.changes).get(ref) ?? []))
	);
	const isThereFrom = touches.find(isAddition)?.change.start ?? '';
	const under = (some: readonly Touch[]): AnyRecord | null =>
		contentUnder(base, some, (added) => filled(added, entries));
	const valueIn = (content: AnyRecord | null): Decimal | null =>
		content === null ? null : ((getField(content, field) ?? null) as Decimal | null);
	const isTimed = TIMED_KINDS.some((timed) => timed === kind);
	const last = 12 * council.council.horizonYears - 1;
	const first = parseYear(council.council.firstYear) ?? 0;
	const atTheEnd = isTimed ? under(standingIn(last, touches, first)) : under(touches);
	return {
		value: valueIn(atTheEnd ?? under(touches)),
		settings: touches.flatMap(({ change, edits }, i): readonly InputSetting[] =>
			edits.some((edit) => isAbout(field, edit))
				? [
						{
							title: change.title,
							value: valueIn(under(touches.slice(0, i + 1))),
							steps: stepsIn(edits, field, (some) =>
								valueIn(under([...touches.slice(0, i), { change, edits: some }]))
							),
							from: isTimed ? laterOf(change.start, isThereFrom) : null,
							rampMonths: isTimed ? change.rampMonths : 0,
							until: isTimed ? change.end : null
						}
					]
				: []
		)
	};
}

/** What the edits of one change do to a field one after another, besides setting it. */
function stepsIn(
	edits: readonly Edit[],
	field: string,
	valueAfter: (some: readonly Edit[]) => Decimal | null
): readonly InputStep[] {
	return edits.flatMap((edit, e) =>
		isAdjustment(edit) && edit.field === field
			? [{ from: valueAfter(edits.slice(0, e)), edit }]
			: []
	);
}

/** True for an edit that says something of a field: sets or adjusts it, or adds its record. */
function isAbout(field: string, edit: Edit): boolean {
	if (isAdjustment(edit)) return edit.field === field;
	return edit.edit === 'add' || (edit.edit === 'set' && isWithin(field, edit.field));
}

const laterOf = (a: string, b: string): string => (a > b ? a : b);

function isWithin(field: string, outer: string): boolean {
	return field === outer || field.startsWith(`${outer}.`);
}
