import type { Decimal } from 'decimal.js';
import { isKnown, type Value } from './formula/value';
import { KIND_LABELS, type AnyRecord } from './records/kinds';
import { fieldAbout, getField, parseFieldRef, parseRef } from './scenario/recordField';
import type { Fact } from './scenario/fact';
import type { Council } from './scenario/file';
import type { Projection } from './project';
import { refOf } from './scenario/versions';

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
	readonly isIllustrative: boolean;
}

/** What is known of the input that a working names; null where the reference names no field. */
export function inputOf({ council, scenario }: Projection, ref: string): InputOrigin | null {
	const place = parseFieldRef(ref);
	if (place === null) return null;
	const { kind, id } = parseRef(place.ref);
	const record = council.baseline[kind].find((candidate) => candidate.id === id) as
		AnyRecord | undefined;
	const changes = scenario.changes.filter(
		(change) =>
			change.on &&
			change.edits.some(
				(edit) =>
					refOf(edit) === place.ref &&
					(edit.edit !== 'set' ||
						place.field === edit.field ||
						place.field.startsWith(`${edit.field}.`))
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
		record: `${record?.title ?? titleOfAdded(council, scenario.id, place.ref) ?? id} (${KIND_LABELS[kind]})`,
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
		isIllustrative: isFilled && entry.value.source === null
	};
}

function titleOfAdded(council: Council, scenario: string, ref: string): string | null {
	for (const change of council.scenarios.find(({ id }) => id === scenario)?.changes ?? [])
		for (const edit of change.edits)
			if (edit.edit === 'add' && refOf(edit) === ref && typeof edit.record['title'] === 'string')
				return edit.record['title'];
	return null;
}
