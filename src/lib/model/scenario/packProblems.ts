import type { AnyRecord, Kind } from '../records/kinds';
import type { Council } from './file';
import type { Known } from './known';
import type { PackValue } from './pack';
import { placeOf, type Problem } from './problem';
import { fieldSchema, parseFieldRef, parseRef, type FieldRef } from './recordField';
import { contradictions, isNumeric } from './recordProblems';
import { filled, type Fills } from './resolve';

/** What packs fill that is no blank number, or fill twice, or fill so that a record contradicts itself. */
export function packProblems({ packs }: Council, fills: Fills, known: Known): readonly Problem[] {
	const found = entryProblems(packs, known);
	// A record is judged as a whole once every number in it stands for itself.
	return found.length > 0 ? found : filledProblems(packs, fills, known);
}

/** What the packs that are on make of records that their files could not judge while fields were blank. */
function filledProblems(packs: Council['packs'], fills: Fills, known: Known): readonly Problem[] {
	return [...fills].flatMap(([ref, entries]) => {
		const { kind, id } = parseRef(ref);
		const record = known.find(kind, id);
		return record === undefined
			? []
			: contradictionsFilled(kind, record, entries).map(({ place, message }) => {
					const field = `${ref}.${place}`;
					const entry = entries.find((own) => own.field === field) ?? entries.at(-1);
					const p = packs.findIndex(({ values }) => values.some((own) => own === entry));
					const i = packs[p]?.values.findIndex((own) => own === entry) ?? 0;
					return {
						place: placeOf(['packs', p, 'values', i, 'value']),
						message: `${field}: ${message}`
					};
				});
	});
}

interface Judged {
	readonly entries: readonly PackValue[];
	readonly problems: readonly Problem[];
}

// An edit leaves most records as they were, and what fills them.
const judged = new WeakMap<AnyRecord, Judged>();

function contradictionsFilled(
	kind: Kind,
	record: AnyRecord,
	entries: readonly PackValue[]
): readonly Problem[] {
	let own = judged.get(record);
	if (own?.entries !== entries) {
		own = { entries, problems: contradictions(kind, filled(record, entries)) };
		judged.set(record, own);
	}
	return own.problems;
}

function entryProblems(packs: Council['packs'], known: Known): readonly Problem[] {
	return packs.flatMap((pack, p) => {
		const seen = new Set<string>();
		return pack.values.flatMap((entry, i): readonly Problem[] => {
			const { ref, wrongFor } = readEntry(entry);
			const target = ref === null ? undefined : known.find(ref.kind, ref.id);
			const message =
				target === undefined
					? `'${entry.field}' names no record of the baseline or of a scenario`
					: seen.has(entry.field)
						? `'${entry.field}' is filled twice; keep one`
						: wrongFor(target);
			seen.add(entry.field);
			return message === null
				? []
				: [{ place: placeOf(['packs', p, 'values', i, 'field']), message }];
		});
	});
}

interface ReadEntry {
	readonly ref: FieldRef | null;
	/** What is wrong with filling the entry into a record; null where nothing is. */
	readonly wrongFor: (target: AnyRecord) => string | null;
}

// A pack has hundreds of entries, and an edit changes at most one of them.
const readEntries = new WeakMap<PackValue, ReadEntry>();

function readEntry(entry: PackValue): ReadEntry {
	let read = readEntries.get(entry);
	if (read === undefined) {
		const ref = parseFieldRef(entry.field);
		const said = new WeakMap<AnyRecord, string | null>();
		read = {
			ref,
			wrongFor: (target) => {
				let message = said.get(target);
				if (message === undefined) {
					message = ref === null ? null : entryProblem(entry, ref, target);
					said.set(target, message);
				}
				return message;
			}
		};
		readEntries.set(entry, read);
	}
	return read;
}

function entryProblem(entry: PackValue, ref: FieldRef, target: AnyRecord): string | null {
	const decoded = fieldSchema(ref.kind, target, ref.field)?.safeParse(entry.value.toFixed());
	if (decoded === undefined || !isNumeric(decoded.data ?? null))
		return `'${entry.field}' is not a numeric field; mend its path`;
	return decoded.success ? null : (decoded.error.issues[0]?.message ?? '');
}
