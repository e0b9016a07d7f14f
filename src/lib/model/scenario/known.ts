import { KINDS, type AnyRecord, type Kind } from '../records/kinds';
import type { Council } from './file';

/** What a name may lead to: records by kind and id, and facts by id. */
export interface Known {
	readonly find: (kind: Kind, id: string) => AnyRecord | undefined;
	readonly facts: ReadonlySet<string>;
}

/** What is known with some records put over it, one after another. */
export interface KnownSoFar extends Known {
	readonly put: (kind: Kind, record: AnyRecord) => void;
}

/** The records and facts of a council before any change. */
export function knownIn({ baseline, facts }: Council): Known {
	const byKind = new Map(
		KINDS.map((kind) => {
			const records: readonly AnyRecord[] = baseline[kind];
			return [kind, new Map(records.map((record) => [record.id, record]))];
		})
	);
	return {
		find: (kind, id) => byKind.get(kind)?.get(id),
		facts: new Set(facts.map((fact) => fact.id))
	};
}

/** The same, to be added to; what is underneath stays as it is. */
export function overKnown(known: Known): KnownSoFar {
	const own = new Map<string, AnyRecord>();
	return {
		find: (kind, id) => own.get(`${kind}/${id}`) ?? known.find(kind, id),
		facts: known.facts,
		put: (kind, record) => {
			own.set(`${kind}/${record.id}`, record);
		}
	};
}
