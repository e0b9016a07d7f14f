import type { GridColumn, GridRow } from '$lib/input/table';
import { KINDS, type AnyRecord, type Target } from '$lib/model';
import type { RecordTable, TableRequest } from './request';
import { touchedBy } from './underTarget';

/** True where two tables differ in nothing but the records of their own kind and what a change does to them. */
export function isSameAround(a: TableRequest, b: TableRequest): boolean {
	return (
		a.kind === b.kind &&
		a.packs === b.packs &&
		a.isReadOnly === b.isReadOnly &&
		a.evidenceOf === b.evidenceOf &&
		placeOf(a.target) === placeOf(b.target) &&
		a.council.council === b.council.council &&
		a.council.facts === b.council.facts &&
		a.council.packs === b.council.packs &&
		KINDS.every((kind) => kind === a.kind || a.council.baseline[kind] === b.council.baseline[kind])
	);
}

function placeOf(target: Target): string {
	return target.into === 'baseline' ? '' : `${target.scenario}/${target.change}`;
}

/** The rows of records that are the very same as before and that no change touches, then or now. */
export function keptRows(
	{ request, rows }: RecordTable,
	records: ReadonlyMap<string, AnyRecord>,
	touched: ReadonlySet<string>
): ReadonlyMap<string, GridRow> {
	const before = new Map<string, AnyRecord>(
		request.council.baseline[request.kind].map((own) => [own.id, own])
	);
	const touchedBefore = touchedBy(request.council, request.target, request.kind);
	return new Map(
		rows.flatMap((row) => {
			const record = records.get(row.id);
			const isSame = record !== undefined && record === before.get(row.id);
			return isSame && !touched.has(row.id) && !touchedBefore.has(row.id) ? [[row.id, row]] : [];
		})
	);
}

/** The columns as they were, where they are the same ones. */
export function taken(
	before: readonly GridColumn[] | undefined,
	now: readonly GridColumn[]
): readonly GridColumn[] {
	return before?.length === now.length && before.every(({ id }, at) => id === now[at]?.id)
		? before
		: now;
}
