import type { Decimal } from 'decimal.js';
import { isKnown, type Value } from '../formula/value';
import type { Evidence } from '../records/evidence';
import { KIND_LABELS, type AnyRecord } from '../records/kinds';
import { adjusted } from '../scenario/adjust';
import { fieldAbout, getField, parseFieldRef } from '../scenario/recordField';
import type { Fact } from '../scenario/fact';
import type { Scenario } from '../scenario/file';
import type { Projection } from '../project';
import { decodeAdded, refOf } from '../scenario/versions';
import { inputInTime, type InputSetting } from './settings';

type Rating = NonNullable<Evidence['quality']>;

/** Everything that is known of an input: its value, where that comes from, and what else is said. */
export interface InputOrigin {
	/** 'posts/outreach.salary'. */
	readonly ref: string;
	readonly label: string;
	readonly unit: string;
	readonly meaning: string;
	/** What the record is called: 'Family support workers (post)'. */
	readonly record: string;
	/** The value in this scenario, as the changes in force at its end leave it. */
	readonly value: Decimal | null;
	/** What it was before any change, blank or not; null where no change sets it or a change adds the record. */
	readonly was: { readonly value: Decimal | null } | null;
	/** What each change makes of it and from when, in the order in which they are applied. */
	readonly settings: readonly InputSetting[];
	/** Where the value comes from: typed in the baseline, filled by a pack, set by changes, or still blank. */
	readonly origin: 'baseline' | 'pack' | 'change' | 'blank';
	/** The pack that fills it, or the titles of the changes that set it. */
	readonly by: readonly string[];
	readonly fact: Fact | null;
	readonly rivals: readonly Fact[];
	/** What the fact is multiplied by to give the value. */
	readonly conversion: Decimal | null;
	readonly range: { readonly low: Decimal; readonly high: Decimal } | null;
	/** The source of an assumption; null where it is illustrative or there is a fact instead. */
	readonly source: string | null;
	readonly note: string | null;
	/** How good the evidence is, and how much hangs on it: red, amber or green. */
	readonly quality: Rating | null;
	readonly impact: Rating | null;
	/** The day by which the evidence is to be looked at again. */
	readonly reviewDate: string | null;
	readonly isIllustrative: boolean;
}

/** What is known of the input that a working names; null where the reference names no field. */
export function inputOf(projection: Projection, ref: string): InputOrigin | null {
	const { council, scenario } = projection;
	const place = parseFieldRef(ref);
	if (place === null) return oneOffInput(scenario, ref);
	const { kind, id } = place;
	const own = (council.baseline[kind] as readonly AnyRecord[]).find((record) => record.id === id);
	const record = own ?? addedBy(scenario, place.ref);
	const { value, settings } = inputInTime(projection, place, own ?? null);
	const typed = record === undefined ? null : ((getField(record, place.field) ?? null) as Value);
	const entry = council.packs
		.filter((pack) => pack.on)
		.flatMap((pack) => pack.values.map((value) => ({ pack, value })))
		.find(({ value }) => value.field === ref);
	const about = record === undefined ? null : fieldAbout(kind, record, place.field);
	const evidence = record?.evidence?.[place.field];
	const facts = (ids: readonly string[]): readonly Fact[] =>
		ids.flatMap((factId) => council.facts.find((fact) => fact.id === factId) ?? []);
	const isTyped = isKnown(typed);
	const isFilled = !isTyped && entry !== undefined;
	const range = isFilled ? entry.value : evidence;
	return {
		ref,
		label: about?.label ?? place.field,
		unit: about?.unit ?? '',
		meaning: about?.meaning ?? '',
		record: `${record?.title ?? id} (${KIND_LABELS[kind]})`,
		value,
		was:
			settings.length === 0 || own === undefined
				? null
				: { value: isTyped ? (typed as Decimal) : (entry?.value.value ?? null) },
		settings,
		origin: settings.length > 0 ? 'change' : isTyped ? 'baseline' : isFilled ? 'pack' : 'blank',
		by:
			settings.length > 0 ? settings.map(({ title }) => title) : isFilled ? [entry.pack.title] : [],
		fact: facts(evidence?.fact === undefined ? [] : [evidence.fact])[0] ?? null,
		rivals: facts(evidence?.rivals ?? []),
		conversion: evidence?.conversion ?? null,
		range:
			range?.low === undefined || range.high === undefined
				? null
				: { low: throughSteps(range.low, settings), high: throughSteps(range.high, settings) },
		source: isFilled ? entry.value.source : null,
		note: (isFilled ? entry.value.note : evidence?.note) ?? null,
		quality: evidence?.quality ?? null,
		impact: evidence?.impact ?? null,
		reviewDate: evidence?.reviewDate ?? null,
		isIllustrative: isFilled && entry.value.source === null
	};
}

/** An end of the baseline's range after changes that only multiply it or add to it; as it is where one sets the field. */
function throughSteps(end: Decimal, settings: readonly InputSetting[]): Decimal {
	return settings.every(({ steps }) => steps.length > 0)
		? settings.flatMap(({ steps }) => steps).reduce((value, { edit }) => adjusted(value, edit), end)
		: end;
}

/** The amount of a one-off cost or receipt that a change brings: 'changes/close.oneOffs.moves.amount'. */
function oneOffInput({ changes }: Scenario, ref: string): InputOrigin | null {
	const [, changeId, itemId] = /^changes\/([^.]+)\.oneOffs\.([^.]+)\.amount$/.exec(ref) ?? [];
	const change = changes.find(({ id }) => id === changeId);
	const item = change?.oneOffs.find(({ id }) => id === itemId);
	if (change === undefined || item === undefined) return null;
	const { amount: value, month: from } = item;
	return {
		ref,
		label: item.title,
		unit: '£',
		meaning: 'Paid or received once, in the month that the change says, in cash of that month.',
		record: `${change.title} (change)`,
		value,
		was: null,
		settings: [{ title: change.title, value, steps: [], from, rampMonths: 0, until: null }],
		origin: value === null ? 'blank' : 'change',
		by: [change.title],
		fact: null,
		rivals: [],
		conversion: null,
		range: null,
		source: null,
		note: change.reason === '' ? null : change.reason,
		quality: null,
		impact: null,
		reviewDate: null,
		isIllustrative: false
	};
}

/** The record that a change of the scenario adds; undefined where none does. */
function addedBy({ changes }: Scenario, ref: string): AnyRecord | undefined {
	for (const { edits } of changes)
		for (const edit of edits)
			if (edit.edit === 'add' && refOf(edit) === ref) return decodeAdded(edit.kind, edit.record);
	return undefined;
}
