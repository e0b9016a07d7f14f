import type Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import type { activityTable } from './db/activitySchema';

/** A row of the activity before it is chained to the one before it. */
export type Unchained = Omit<typeof activityTable.$inferSelect, 'prev' | 'hash'>;

interface Chained extends Unchained {
	readonly prev: string;
	readonly hash: string;
}

/** What the first row has for the hash of the row before it. */
export const CHAIN_START = '0'.repeat(64);

/** The hash of a row: SHA-256 over the hash of the row before it and every column, in a fixed order. */
export function hashOf(prev: string, row: Unchained): string {
	const { seq, council, revision, at, user, name, scenario, kind } = row;
	const { of, act, operations, inverse, reason, request, part } = row;
	const columns = [seq, council, revision, at, user, name, scenario, kind];
	columns.push(of, act, operations, inverse, reason, request, part);
	return createHash('sha256').update(prev).update(JSON.stringify(columns)).digest('hex');
}

/**
 * The place of the first row of the activity that is not as it was written, or is missing; null where all of it stands.
 * It cannot see that somebody has written the whole chain anew.
 */
export function verifyChain(database: Database.Database): number | null {
	const rows = database
		.prepare('SELECT * FROM activity ORDER BY seq')
		.iterate() as IterableIterator<Chained>;
	let prev = CHAIN_START;
	let seq = 0;
	for (const row of rows) {
		seq += 1;
		if (row.seq !== seq || row.prev !== prev || row.hash !== hashOf(prev, row)) return seq;
		prev = row.hash;
	}
	// A row that was cut off the end leaves a council with a revision that nobody made.
	const cutOff = database
		.prepare(
			`SELECT 1 FROM activity LEFT JOIN council ON council.id = activity.council
			GROUP BY activity.council HAVING max(activity.revision) IS NOT max(council.revision)`
		)
		.get();
	return cutOff === undefined ? null : seq + 1;
}
