import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { EditRequest, UndoRequest } from '$lib/exchange/editing';
import type { Council, Operation } from '$lib/model';
import { localUser, program, type Context, type User } from '$lib/server/access/policy';
import { addCouncil, loadState, type Decoded } from '$lib/server/councils';
import { openStore, type Store } from '$lib/server/db/open';

/** A data folder of its own for each test of a file, with the database in it open. */
export interface Kept {
	readonly folder: string;
	readonly store: Store;
}

/** Gives each test of a file an empty database, which is gone after it. */
export function keptForEachTest(): Kept {
	const kept = { folder: '', store: undefined as unknown as Store };
	beforeEach(() => {
		kept.folder = mkdtempSync(join(tmpdir(), 'windscreen-kept-'));
		kept.store = openStore(kept.folder);
	});
	afterEach(() => {
		kept.store.$client.close();
		rmSync(kept.folder, { recursive: true, force: true });
	});
	return kept;
}

/** A person with a name. */
export function person(name: string): User {
	return { ...localUser, id: `id-of-${name.toLowerCase()}`, name };
}

/** A person at work on the council of the tests. */
export function at(user: User, council = 'testshire'): Context {
	return { user, council };
}

/** Keeps a council that is not there yet. */
export function keep({ store }: Kept, council: Council): void {
	if (!addCouncil(store, program, council)) throw new Error('There is such a council already.');
}

/** What the database says now, read over a connection of its own: nothing comes out of the memory of the one that wrote. */
export function readAfresh({ folder }: Kept, context: Context = at(localUser)): Decoded {
	const store = openStore(folder);
	try {
		const found = loadState(store, context);
		if (found === null) throw new Error(`There is no council ${context.council}.`);
		return found;
	} finally {
		store.$client.close();
	}
}

/** An edit of the baseline as a browser sends it that has seen the first revision. */
export function edit(operations: readonly Operation[], fields: Partial<EditRequest> = {}) {
	const request = {
		request: randomUUID(),
		seen: 1,
		scenario: null,
		act: 'typed' as const,
		operations: [...operations]
	};
	return { ...request, ...fields } satisfies EditRequest;
}

/** A wish to take back edits of the baseline down to one of them, as a browser sends it that has seen the first revision. */
export function undo(to: number, fields: Partial<UndoRequest> = {}): UndoRequest {
	const request = { request: randomUUID(), seen: 1, scenario: null, others: false };
	return { ...request, direction: 'undo', to, ...fields };
}
