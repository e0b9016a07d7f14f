import { and, desc, eq, lt } from 'drizzle-orm';
import type { Clash } from '../exchange/editing';
import { listOf, type Conflict, type Operation } from '../model';
import type { Transaction } from './councilRows';
import { activityTable } from './db/activitySchema';

interface Writer {
	readonly by: string;
	readonly at: string;
}

const ROWS_AT_ONCE = 100;

/** Conflicts with who last wrote what is there now, and when; the newest edit is the likeliest, so the search goes back from it. */
export function clashesOf(
	tx: Transaction,
	council: string,
	conflicts: readonly Conflict[]
): readonly Clash[] {
	const open = new Map<string, readonly Conflict[]>();
	for (const conflict of conflicts) {
		const place = placeOf(conflict);
		open.set(place, [...(open.get(place) ?? []), conflict]);
	}
	const found = new Map<Conflict, Writer>();
	let before = Infinity;
	while (open.size > 0) {
		const rows = newestBefore(tx, council, before);
		if (rows.length === 0) break;
		for (const { revision, operations, by, at } of rows) {
			before = revision;
			for (const step of JSON.parse(operations) as readonly Operation[])
				for (const place of [step.row, listOf(step.row).list]) {
					const touched = open.get(place)?.filter((conflict) => touches(step, conflict)) ?? [];
					for (const conflict of touched) found.set(conflict, { by, at });
					if (touched.length > 0) close(open, place, touched);
				}
		}
	}
	return conflicts.map((conflict) => ({
		...conflict,
		...(found.get(conflict) ?? { by: null, at: null })
	}));
}

// A row that was to be moved stands elsewhere because of another row of its list.
const isMove = ({ path, wanted }: Conflict) => path.length === 0 && typeof wanted === 'number';

/** The row of a conflict, or the list where its place in it is what changed. */
function placeOf(conflict: Conflict): string {
	return isMove(conflict) ? listOf(conflict.row).list : conflict.row;
}

/** Whether a step wrote the place of a conflict: the field or what holds it or is in it; for a move, the list. */
function touches(step: Operation, conflict: Conflict): boolean {
	if (isMove(conflict))
		return step.op !== 'set' && listOf(step.row).list === listOf(conflict.row).list;
	if (step.row !== conflict.row || step.op === 'move') return false;
	const written = step.op === 'set' ? step.path : [];
	return written.every((own, i) => i >= conflict.path.length || own === conflict.path[i]);
}

function close(
	open: Map<string, readonly Conflict[]>,
	place: string,
	done: readonly Conflict[]
): void {
	const rest = open.get(place)?.filter((conflict) => !done.includes(conflict)) ?? [];
	if (rest.length === 0) open.delete(place);
	else open.set(place, rest);
}

function newestBefore(tx: Transaction, council: string, revision: number) {
	return tx
		.select({
			revision: activityTable.revision,
			operations: activityTable.operations,
			by: activityTable.name,
			at: activityTable.at
		})
		.from(activityTable)
		.where(
			and(
				eq(activityTable.council, council),
				Number.isFinite(revision) ? lt(activityTable.revision, revision) : undefined
			)
		)
		.orderBy(desc(activityTable.revision))
		.limit(ROWS_AT_ONCE)
		.all();
}
