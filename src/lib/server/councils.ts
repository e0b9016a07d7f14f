import { asc } from 'drizzle-orm';
import type { z } from 'zod';
import { councilDetails, type Council } from '../model/scenario/file';
import { problemLine, type Problem } from '../model/scenario/problem';
import { readCouncil, writeCouncil } from '../model/scenario/read';
import { referenceProblems } from '../model/scenario/references';
import { requirePermission, type Context, type User } from './access/policy';
import { readRows, revisionOf, writeRows } from './councilRows';
import type { Store } from './db/open';
import { councilTable } from './db/schema';

/** Who a council is, when its projection starts and how far it goes. */
export type CouncilDetails = z.output<typeof councilDetails>;

interface Decoded {
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
export function loadCouncil(store: Store, { user, council: id }: Context): Council | null {
	requirePermission(user, 'read');
	const decoded = decodedIn(store);
	const kept = decoded.get(id);
	// In one transaction, so that revision and rows belong together even while another program writes.
	const found = store.transaction((tx) => {
		const revision = revisionOf(tx, id);
		if (revision === null) return null;
		return revision === kept?.revision ? kept : { revision, council: decode(id, readRows(tx, id)) };
	});
	if (found !== null) decoded.set(id, found);
	return found?.council ?? null;
}

/** Keeps a council in place of what was kept under its id, in one transaction: all of it or nothing. */
export function saveCouncil(store: Store, user: User, council: Council): void {
	requirePermission(user, 'write');
	// Encoding checks every field; what records say of each other it cannot, and what is kept must be readable.
	const file = writeCouncil(council);
	const problems = referenceProblems(council);
	if (problems.length > 0)
		throw new Error(`The council '${file.council.id}' cannot be kept: ${inBrief(problems)}`);
	store.transaction((tx) => writeRows(tx, file), { behavior: 'immediate' });
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
