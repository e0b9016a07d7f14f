import { parseYear } from '../calendar/calendar';
import { isSame } from '../formula/value';
import type { Context, Terms } from '../ledger/context';
import type { Timed } from '../ledger/line';
import {
	KINDS,
	TIMED_KINDS,
	type AnyRecord,
	type Kind,
	type RecordOf,
	type TimedKind
} from '../records/kinds';
import type { Council } from '../scenario/file';
import { fillsOf, outright } from '../scenario/resolve';
import { refOf, type Touch } from '../scenario/versions';

/** All records of a run: those with versions in time, and the others as the changes leave them. */
export type RunRecords = {
	readonly [K in Kind]: K extends TimedKind
		? readonly Timed<RecordOf<K>>[]
		: readonly RecordOf<K>[];
};

/** The records of the kinds that have no versions in time. */
export function settledRecords(council: Council, touches: ReadonlyMap<string, readonly Touch[]>) {
	const fills = fillsOf(council.packs);
	return Object.fromEntries(
		KINDS.filter((kind) => !isTimed(kind)).map((kind) => [
			kind,
			council.baseline[kind].map((record) => {
				const ref = `${kind}/${record.id}`;
				return outright<AnyRecord>(record, fills.get(ref), touches.get(ref));
			})
		])
	) as unknown as { readonly [K in Exclude<Kind, TimedKind>]: readonly RecordOf<K>[] };
}

function isTimed(kind: Kind): kind is TimedKind {
	return TIMED_KINDS.some((timed) => timed === kind);
}

/** The context of a run: an earlier one where nothing in it differs, so that reuse can go by identity. */
export function contextOf(
	council: Council,
	terms: Terms,
	settled: Pick<RunRecords, 'indices' | 'rules'>,
	known: readonly Context[]
): Context {
	const { firstYear, horizonYears, deflator } = council.council;
	const fresh: Context = {
		first: parseYear(firstYear) ?? 0,
		years: horizonYears,
		indices: new Map(settled.indices.map((index) => [index.id, index])),
		rules: new Map(settled.rules.map((rule) => [rule.id, rule])),
		terms,
		deflator,
		factors: new Map(),
		ni: new Map()
	};
	const same = (other: Context): boolean =>
		other.first === fresh.first &&
		other.years === fresh.years &&
		other.terms === fresh.terms &&
		other.deflator === fresh.deflator &&
		isSameMap(other.indices, fresh.indices) &&
		isSameMap(other.rules, fresh.rules);
	return known.find(same) ?? fresh;
}

function isSameMap<V>(a: ReadonlyMap<string, V>, b: ReadonlyMap<string, V>): boolean {
	return a.size === b.size && [...a].every(([key, value]) => isSame(value, b.get(key)));
}

/** The records of a kind by reference: the baseline's, then those that changes add. */
export function refsOf(
	council: Council,
	kind: TimedKind,
	touches: ReadonlyMap<string, readonly Touch[]>
): readonly (readonly [string, AnyRecord | null])[] {
	const own = council.baseline[kind].map((record) => [`${kind}/${record.id}`, record] as const);
	const known = new Set<string>(own.map(([ref]) => ref));
	const added = [...touches].filter(
		([ref, list]) =>
			ref.startsWith(`${kind}/`) &&
			!known.has(ref) &&
			list.some(({ edits }) => edits.some((edit) => edit.edit === 'add' && refOf(edit) === ref))
	);
	return [...own, ...added.map(([ref]) => [ref, null] as const)];
}
