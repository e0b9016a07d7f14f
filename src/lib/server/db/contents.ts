import type Database from 'better-sqlite3';
import { verifyChain } from '../activityChain';
import { rowCounts, versionOf } from './identity';
import type { Manifest } from './manifest';

/** What a database holds, as far as a copy of it is compared with it. */
export type Contents = Pick<Manifest, 'version' | 'rows' | 'activityHead'>;

/** The version, the rows of each table and the end of the activity's chain; in a transaction, those of one moment. */
export function contentsOf(database: Database.Database): Contents {
	const rows = rowCounts(database);
	const head = hasActivity(rows)
		? database.prepare('SELECT hash FROM activity ORDER BY seq DESC LIMIT 1').pluck().get()
		: undefined;
	return {
		version: versionOf(database),
		rows,
		activityHead: typeof head === 'string' ? head : null
	};
}

/** The place in the activity from which on it is not as it was written; null where all of it stands, or there is none. */
export function brokenLinkOf(database: Database.Database): number | null {
	return hasActivity(rowCounts(database)) ? verifyChain(database) : null;
}

// A database of the first release has none.
function hasActivity(rows: Contents['rows']): boolean {
	return Object.hasOwn(rows, 'activity');
}
