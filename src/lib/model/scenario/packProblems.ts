import type { AnyRecord } from '../records/kinds';
import type { Council } from './file';
import type { Known } from './known';
import type { PackValue } from './pack';
import { placeOf, type Problem } from './problem';
import { fieldSchema, parseFieldRef, type FieldRef } from './recordField';
import { isNumeric } from './recordProblems';

/** What packs fill that is no blank number, or fill twice. */
export function packProblems({ packs }: Council, known: Known): readonly Problem[] {
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
