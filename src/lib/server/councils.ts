import { asc } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { councilDetails, type Council } from '../model/scenario/file';
import { problemLine, type Problem } from '../model/scenario/problem';
import { readCouncil } from '../model/scenario/read';
import { referenceProblems } from '../model/scenario/references';
import { requireName, requirePermission, type Context, type User } from './access/policy';
import { lastRevision, writeDown } from './activity';
import { readRows, revisionOf, type Transaction } from './councilRows';
import type { Store } from './db/open';
import { councilTable } from './db/schema';
import { insertCouncil } from './rowWriting';

/** Who a council is, when its projection starts and how far it goes. */
export type CouncilDetails = z.output<typeof councilDetails>;

/** A council as it is at one of its revisions. */
export interface Decoded {
	readonly revision: number;
	readonly council: Council;
}

const decodedByStore = new WeakMap<Store, Map<string, Decoded>>();

/** Every council kept here, in the order of the list. */
export function listCouncils(store: Store, user: User): readonly CouncilDetails[] {
	requirePermission(user, 'read');
	return store
		.select({ details: councilTable.details })
		.from(councilTable)
		.orderBy(asc(councilTable.position))
		.all()
		.map(({ details }) => councilDetails.parse(details));
}

/** The whole council, decoded; null where none has that id. The same object comes back until somebody writes to it. */
export function loadCouncil(store: Store, context: Context): Council | null {
	return loadState(store, context)?.council ?? null;
}

/** The whole council and the revision that it is at; null where none has that id. */
export function loadState(store: Store, { user, council: id }: Context): Decoded | null {
	requirePermission(user, 'read');
	// In one transaction, so that revision and rows belong together even while another program writes.
	return store.transaction((tx) => stateIn(store, tx, id));
}

/** The council as the transaction finds it, out of memory where that is as new as the database. */
export function stateIn(store: Store, tx: Transaction, id: string): Decoded | null {
	const revision = revisionOf(tx, id);
	if (revision === null) return null;
	const kept = decodedIn(store).get(id);
	if (kept?.revision === revision) return kept;
	const found = { revision, council: decode(id, readRows(tx, id)) };
	remember(store, found);
	return found;
}

/** Keeps a council that has just been written in memory, so that nobody has to decode it again. */
export function remember(store: Store, decoded: Decoded): void {
	decodedIn(store).set(decoded.council.council.id, decoded);
}

/** Keeps a new council; false, and nothing done, where one of its id is there already. */
export function addCouncil(store: Store, user: User, council: Council): boolean {
	requirePermission(user, 'write');
	const by = requireName(user);
	const { id } = council.council;
	const problems = referenceProblems(council);
	if (problems.length > 0)
		throw new Error(`The council '${id}' cannot be kept: ${inBrief(problems)}`);
	return store.transaction(
		(tx) => {
			if (revisionOf(tx, id) !== null) return false;
			const revision = lastRevision(tx, id) + 1;
			insertCouncil(tx, council, revision);
			writeDown(tx, {
				council: id,
				revision,
				by,
				scenario: null,
				kind: 'added',
				of: null,
				act: 'imported',
				operations: [],
				inverse: [],
				reason: null,
				request: randomUUID(),
				part: 0
			});
			return true;
		},
		{ behavior: 'immediate' }
	);
}

function decodedIn(store: Store): Map<string, Decoded> {
	let decoded = decodedByStore.get(store);
	if (decoded === undefined) {
		decoded = new Map();
		decodedByStore.set(store, decoded);
	}
	return decoded;
}

function decode(id: string, file: unknown): Council {
	const read = readCouncil(file);
	if (read.ok) return read.council;
	throw new Error(
		`The database holds a council '${id}' that cannot be read: ${inBrief(read.problems)}`
	);
}

function inBrief(problems: readonly Problem[]): string {
	const shown = problems.slice(0, 3).map(problemLine).join('; ');
	return problems.length > 3 ? `${shown}; and ${problems.length - 3} more` : shown;
}
