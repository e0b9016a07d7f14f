import { parseMonth, type YearStart } from '../calendar/calendar';
import type { Removal, Timed } from '../ledger/line';
import type { AnyRecord, Kind, RecordOf } from '../records/kinds';
import type { Council } from './file';
import type { Known } from './known';
import type { PackValue } from './pack';
import { getField, withField } from './recordField';
import {
	activation,
	contentUnder,
	inOrder,
	unchanged,
	versionsOf,
	type Touch,
	type Version
} from './versions';

/** What the switched-on packs offer for each record: 'posts/outreach' to its entries. */
export type Fills = ReadonlyMap<string, readonly PackValue[]>;

const fillsByPacks = new WeakMap<Council['packs'], Fills>();

/** The entries of the packs that are on, by record. */
export function fillsOf(packs: Council['packs']): Fills {
	let fills = fillsByPacks.get(packs);
	if (fills === undefined) {
		const found = new Map<string, PackValue[]>();
		for (const pack of packs)
			if (pack.on)
				for (const entry of pack.values) {
					const ref = entry.field.slice(0, entry.field.indexOf('.'));
					const entries = found.get(ref);
					if (entries === undefined) found.set(ref, [entry]);
					else entries.push(entry);
				}
		fills = found;
		fillsByPacks.set(packs, fills);
	}
	return fills;
}

/** A record with its blank fields filled by packs; a field that holds a value is left alone. */
export function filled<R extends AnyRecord>(
	record: R,
	entries: readonly PackValue[] | undefined
): R {
	let result = record;
	for (const entry of entries ?? []) {
		const field = entry.field.slice(entry.field.indexOf('.') + 1);
		if (getField(result, field) === null) result = withField(result, field, entry.value);
	}
	return result;
}

/** What is known, each record with its blank fields filled. */
export function filledKnown(known: Known, fills: Fills): Known {
	return {
		facts: known.facts,
		find: (kind, id) => {
			const record = known.find(kind, id);
			return record === undefined ? undefined : filled(record, fills.get(`${kind}/${id}`));
		}
	};
}

/** A record of a kind without versions, after the edits that changes make to it outright. */
export function outright<R extends AnyRecord>(
	record: R,
	entries: readonly PackValue[] | undefined,
	touches: readonly Touch[] | undefined
): R {
	const base = filled(record, entries);
	return touches === undefined
		? base
		: (contentUnder(base, inOrder(touches), (added) => added) as R);
}

/** A record with its versions in time and its removals, where changes remove it. */
export function timedRecord<K extends Kind>(
	ref: string,
	record: RecordOf<K> | null,
	entries: readonly PackValue[] | undefined,
	touches: readonly Touch[],
	first: YearStart,
	years: number
): Timed<RecordOf<K>> {
	const base = record === null ? null : filled(record, entries);
	const fill = (added: AnyRecord): AnyRecord => filled(added, entries);
	return {
		ref,
		base,
		versions:
			touches.length === 0 && base !== null
				? unchanged(base, first, years)
				: (versionsOf(base, touches, first, years, fill) as readonly Version<RecordOf<K>>[]),
		removals: removalsOf(base, touches, first, fill) as readonly Removal<RecordOf<K>>[]
	};
}

/** The stretches for which changes take a record away, in order; those that meet or overlap are one. */
function removalsOf(
	base: AnyRecord | null,
	touches: readonly Touch[],
	first: YearStart,
	fill: (added: AnyRecord) => AnyRecord
): readonly Removal<AnyRecord>[] {
	const ordered = inOrder(touches);
	const removals: Removal<AnyRecord>[] = [];
	for (const { change, edits } of ordered) {
		const edit = edits.find((own) => own.edit === 'remove');
		if (edit === undefined) continue;
		const month = parseMonth(change.start, first) ?? 0;
		const until = change.end === null ? null : parseMonth(change.end, first);
		const last = removals.at(-1);
		if (last !== undefined && (last.until === null || month <= last.until)) {
			const later = last.until === null || until === null ? null : Math.max(last.until, until);
			removals[removals.length - 1] = { ...last, until: later };
			continue;
		}
		const content = contentUnder(base, standingIn(month, ordered, first), fill);
		if (content === null) continue;
		removals.push({
			month,
			until,
			content,
			change: change.id,
			destination: edit.destination ?? 'redundant',
			noticeGiven:
				edit.noticeGiven === undefined ? month : (parseMonth(edit.noticeGiven, first) ?? month)
		});
	}
	return removals;
}

/** The changes in force in a month, without what they remove. */
export function standingIn(
	month: number,
	touches: readonly Touch[],
	first: YearStart
): readonly Touch[] {
	return withoutRemovals(touches.filter((touch) => activation(touch, month, first) > 0));
}

/** Changes without what they remove. */
export function withoutRemovals(touches: readonly Touch[]): readonly Touch[] {
	return touches.map((touch) => ({
		...touch,
		edits: touch.edits.filter(({ edit }) => edit !== 'remove')
	}));
}
