import { refOf, rowOf, textOf, valueAt, type Council, type Kind, type Target } from '$lib/model';

/** The ids of a kind's records, and of those that the change adds. */
export function idsUnder(council: Council, target: Target, kind: Kind): readonly string[] {
	const ids = council.baseline[kind].map(({ id }) => id);
	if (target.into === 'baseline') return ids;
	const added = (changeUnder(council, target)?.edits ?? []).flatMap((edit) =>
		edit.edit === 'add' && edit.kind === kind ? [textOf(edit.record.id) ?? ''] : []
	);
	return [...ids, ...added];
}

/** The ids of the records that the change under edit touches; none where the baseline itself is edited. */
export function touchedBy(council: Council, target: Target, kind: Kind): ReadonlySet<string> {
	if (target.into === 'baseline') return new Set();
	const edits = changeUnder(council, target)?.edits ?? [];
	return new Set(
		edits.flatMap((edit) => {
			const ref = refOf(edit);
			return ref.startsWith(`${kind}/`) ? [ref.slice(kind.length + 1)] : [];
		})
	);
}

function changeUnder(council: Council, target: Extract<Target, { into: 'change' }>) {
	return council.scenarios
		.find(({ id }) => id === target.scenario)
		?.changes.find(({ id }) => id === target.change);
}

/** True where the change takes the record away. */
export function isTakenAway(council: Council, target: Target, kind: Kind, id: string): boolean {
	if (target.into === 'baseline') return false;
	const change = rowOf(council, `changes/${target.scenario}/${target.change}`);
	return valueAt(change, ['edits', `remove ${kind}/${id}`]).value !== undefined;
}

/** What a record is called, as the baseline or the change that adds it has it. */
export function titleUnder(council: Council, target: Target, kind: Kind, id: string): string {
	const record = rowOf(council, `records/${kind}/${id}`);
	if (record !== null) return textOf(valueAt(record, ['title']).value) ?? id;
	if (target.into === 'baseline') return id;
	const change = rowOf(council, `changes/${target.scenario}/${target.change}`);
	return textOf(valueAt(change, ['edits', `add ${kind}/${id}`, 'record', 'title']).value) ?? id;
}
