import type { Decimal } from 'decimal.js';
import { isKnown, type Value } from '../formula/value';
import type { Evidence } from '../records/evidence';
import { KIND_LABELS, type AnyRecord } from '../records/kinds';
import { fieldAbout, getField, parseFieldRef } from '../scenario/recordField';
import type { Fact } from '../scenario/fact';
import type { Scenario } from '../scenario/file';
import type { Projection } from '../project';
import { decodeAdded, refOf } from '../scenario/versions';

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
	readonly value: Decimal | null;
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
export function inputOf({ council, scenario }: Projection, ref: string): InputOrigin | null {
	const place = parseFieldRef(ref);
	if (place === null) return null;
	const { kind, id } = place;
	const record =
		(council.baseline[kind] as readonly AnyRecord[]).find((own) => own.id === id) ??
		addedBy(scenario, place.ref);
	const changes = scenario.changes.filter(
		(change) =>
			change.on &&
			change.edits.some(
				(edit) =>
					refOf(edit) === place.ref &&
					(edit.edit === 'add' || (edit.edit === 'set' && isWithin(place.field, edit.field)))
			)
	);
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
		value: isTyped ? (typed as Decimal) : (entry?.value.value ?? null),
		origin: changes.length > 0 ? 'change' : isTyped ? 'baseline' : isFilled ? 'pack' : 'blank',
		by: changes.length > 0 ? changes.map(({ title }) => title) : isFilled ? [entry.pack.title] : [],
		fact: facts(evidence?.fact === undefined ? [] : [evidence.fact])[0] ?? null,
		rivals: facts(evidence?.rivals ?? []),
		conversion: evidence?.conversion ?? null,
		range:
			range?.low === undefined || range.high === undefined
				? null
				: { low: range.low, high: range.high },
		source: isFilled ? entry.value.source : null,
		note: (isFilled ? entry.value.note : evidence?.note) ?? null,
		quality: evidence?.quality ?? null,
		impact: evidence?.impact ?? null,
		reviewDate: evidence?.reviewDate ?? null,
		isIllustrative: isFilled && entry.value.source === null
	};
}

function isWithin(field: string, outer: string): boolean {
	return field === outer || field.startsWith(`${outer}.`);
}

/** The record that a change of the scenario adds; undefined where none does. */
function addedBy({ changes }: Scenario, ref: string): AnyRecord | undefined {
	for (const { edits } of changes)
		for (const edit of edits)
			if (edit.edit === 'add' && refOf(edit) === ref) return decodeAdded(edit.kind, edit.record);
	return undefined;
}
