import { and, asc, desc, eq, gt, isNotNull, isNull, lt, max, ne, sql, type SQL } from 'drizzle-orm';
import type { Act, SavedEdit } from '../exchange/editing';
import type { Operation } from '../model';
import { requirePermission, type Author, type Context, type User } from './access/policy';
import { CHAIN_START, hashOf, verifyChain } from './activityChain';
import type { Transaction } from './councilRows';
import type { Store } from './db/open';
import { activityTable } from './db/activitySchema';

type Row = typeof activityTable.$inferSelect;

/** Something that was done to a council: an edit, or the coming of the council itself, which has no steps. */
export interface Activity extends Omit<SavedEdit, 'kind'> {
	readonly kind: SavedEdit['kind'] | 'added';
}

/** What is written down of one thing that was done. */
export interface Deed {
	readonly council: string;
	readonly revision: number;
	readonly by: Author;
	readonly scenario: string | null;
	readonly kind: Activity['kind'];
	readonly of: number | null;
	readonly act: Act;
	readonly operations: readonly Operation[];
	readonly inverse: readonly Operation[];
	readonly reason: string | null;
	readonly request: string;
	/** Which of the edits of its request it is, from 0. */
	readonly part: number;
}

// A browser with more than this behind it has to load the page again.
const MOST_MISSED = 500;

// Pasted blocks and imports are long, and an answer is made in memory.
const MOST_MISSED_CHARACTERS = 8_000_000;

/** Writes down what was done, chained to what was done before, and gives it as it will be read. */
export function writeDown(tx: Transaction, deed: Deed): Activity {
	const last = tx
		.select({ seq: activityTable.seq, hash: activityTable.hash })
		.from(activityTable)
		.orderBy(desc(activityTable.seq))
		.limit(1)
		.get();
	const { by, operations, inverse, ...rest } = deed;
	const row = {
		...rest,
		seq: (last?.seq ?? 0) + 1,
		at: new Date().toISOString(),
		user: by.id,
		name: by.name,
		operations: JSON.stringify(operations),
		inverse: JSON.stringify(inverse)
	};
	const prev = last?.hash ?? CHAIN_START;
	const chained = { ...row, prev, hash: hashOf(prev, row) };
	tx.insert(activityTable).values(chained).run();
	return activityOf(chained);
}

/** The newest revision that anything was written down of in a council; 0 where nothing was. */
export function lastRevision(tx: Transaction, council: string): number {
	const last = tx
		.select({ revision: max(activityTable.revision) })
		.from(activityTable)
		.where(inCouncil(council))
		.get();
	return last?.revision ?? 0;
}

/** The edits that a request has made, in their order; none where it has not been carried out. */
export function editsOfRequest(tx: Transaction, council: string, request: string) {
	return editsWhere(tx, and(inCouncil(council), eq(activityTable.request, request)));
}

/** The edits of a council with these revisions, in the order of the revisions. */
export function editsNumbered(tx: Transaction, council: string, revisions: readonly number[]) {
	const list = sql`${activityTable.revision} IN (SELECT value FROM json_each(${JSON.stringify(revisions)}))`;
	return editsWhere(tx, and(inCouncil(council), list));
}

/** Every edit after a revision, oldest first; null where they are too many to be sent. */
export function editsAfter(
	tx: Transaction,
	council: string,
	revision: number
): readonly SavedEdit[] | null {
	const after = and(inCouncil(council), gt(activityTable.revision, revision));
	const size = tx
		.select({
			edits: sql<number>`count(*)`,
			characters: sql<number>`coalesce(sum(length(${activityTable.operations})), 0)`
		})
		.from(activityTable)
		.where(after)
		.get();
	if (size === undefined) return [];
	if (size.edits > MOST_MISSED || size.characters > MOST_MISSED_CHARACTERS) return null;
	return editsWhere(tx, after);
}

/** The steps that take an edit back, as they were written down when it was made. */
export function inverseOf(tx: Transaction, council: string, revision: number) {
	const row = tx
		.select({ inverse: activityTable.inverse })
		.from(activityTable)
		.where(and(inCouncil(council), eq(activityTable.revision, revision)))
		.get();
	if (row === undefined) throw new Error(`'${council}' has no edit ${revision} to take back.`);
	return JSON.parse(row.inverse) as readonly Operation[];
}

/**
 * What was done in a council, newest first; `before` is the revision to go on from, `scenario` narrows it to one history,
 * and `person` to the edits of one, by id.
 */
export function listActivity(
	store: Store,
	{ user, council }: Context,
	asked: {
		readonly before?: number;
		readonly limit: number;
		readonly scenario?: string | null;
		readonly person?: string;
	}
): readonly Activity[] {
	requirePermission(user, 'read');
	const { before, limit, scenario, person } = asked;
	return store
		.select()
		.from(activityTable)
		.where(
			and(
				inCouncil(council),
				before === undefined ? undefined : lt(activityTable.revision, before),
				scenario === undefined ? undefined : inHistory(scenario),
				person === undefined ? undefined : eq(activityTable.user, person)
			)
		)
		.orderBy(desc(activityTable.revision))
		.limit(limit)
		.all()
		.map(activityOf);
}

/** Who did something to a scenario last, by its id: edited, added, renamed, archived or brought it back. */
export function lastDeeds(
	store: Store,
	{ user, council }: Context
): ReadonlyMap<string, { readonly name: string; readonly at: string }> {
	requirePermission(user, 'read');
	const { revision, scenario, operations, name, at } = activityTable;
	const within = store
		.select({ scenario, last: max(revision) })
		.from(activityTable)
		.where(and(inCouncil(council), isNotNull(scenario)))
		.groupBy(scenario)
		.all();
	// The list of scenarios belongs to the baseline's history; only what names a scenario's row is taken apart.
	const outside = store.all<{ scenario: string; last: number }>(sql`
		SELECT substr(json_extract(step.value, '$.row'), 11) AS scenario, max(${revision}) AS last
		FROM ${activityTable}, json_each(${operations}) AS step
		WHERE ${inCouncil(council)} AND ${scenario} IS NULL AND ${operations} LIKE '%"row":"scenarios/%'
			AND json_extract(step.value, '$.row') LIKE 'scenarios/%'
		GROUP BY 1`);
	const newest = new Map<string, number>();
	for (const { scenario: id, last } of [...within, ...outside])
		if (id !== null) newest.set(id, Math.max(newest.get(id) ?? 0, last ?? 0));
	const list = sql`${revision} IN (SELECT value FROM json_each(${JSON.stringify([...newest.values()])}))`;
	const deeds = store
		.select({ revision, name, at })
		.from(activityTable)
		.where(and(inCouncil(council), list))
		.all();
	const byRevision = new Map(deeds.map((deed) => [deed.revision, deed]));
	return new Map(
		[...newest].flatMap(([id, last]) => {
			const deed = byRevision.get(last);
			return deed === undefined ? [] : [[id, { name: deed.name, at: deed.at }] as const];
		})
	);
}

/** Everybody who has done something in a council, by name. */
export function listAuthors(store: Store, { user, council }: Context): readonly Author[] {
	requirePermission(user, 'read');
	return store
		.selectDistinct({ id: activityTable.user, name: activityTable.name })
		.from(activityTable)
		.where(inCouncil(council))
		.orderBy(asc(activityTable.name), asc(activityTable.user))
		.all();
}

/** Who brought the council here the last time that it came; null where nothing was written down of it. */
export function whoAdded(store: Store, { user, council }: Context): Author | null {
	requirePermission(user, 'read');
	const row = store
		.select({ id: activityTable.user, name: activityTable.name })
		.from(activityTable)
		.where(and(inCouncil(council), eq(activityTable.kind, 'added')))
		.orderBy(desc(activityTable.revision))
		.limit(1)
		.get();
	return row ?? null;
}

/** The place of the first entry of the whole activity that is not as it was written; null where all of it stands. */
export function brokenEntry(store: Store, user: User): number | null {
	requirePermission(user, 'read');
	return verifyChain(store.$client);
}

/** Which rows of the activity belong to the history of a scenario, or of the baseline. */
export function inHistory(scenario: string | null): SQL {
	return scenario === null ? isNull(activityTable.scenario) : eq(activityTable.scenario, scenario);
}

function inCouncil(council: string): SQL {
	return eq(activityTable.council, council);
}

function editsWhere(tx: Transaction, where: SQL | undefined): readonly SavedEdit[] {
	return tx
		.select()
		.from(activityTable)
		.where(and(where, ne(activityTable.kind, 'added')))
		.orderBy(asc(activityTable.revision))
		.all()
		.map((row) => activityOf(row) as SavedEdit);
}

function activityOf(row: Row): Activity {
	const { revision, at, user, name, scenario, kind, of, act, operations, reason } = row;
	return {
		revision,
		at,
		by: { id: user, name },
		scenario,
		kind,
		of,
		act,
		operations: JSON.parse(operations) as SavedEdit['operations'],
		reason
	};
}
