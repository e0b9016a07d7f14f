import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { NameProblem } from '$lib/exchange/editing';
import { localUser, type User } from './access/policy';
import type { Store } from './db/open';
import { userTable } from './db/activitySchema';

/** The cookie in which a browser holds the id of its person. */
export const USER_COOKIE = 'windscreen-user';

const LONGEST_NAME = 80;

// Control characters, line separators, and those that turn the direction of writing: they can make a name show as another.
const MISLEADING = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]/u;

/** A name as it is kept, without space around it; or what is wrong with it. */
export function readName(
	text: string
): { readonly name: string } | { readonly problem: NameProblem } {
	const name = text.normalize('NFC').trim();
	if (MISLEADING.test(name)) return { problem: 'characters' };
	if (!/[\p{L}\p{N}]/u.test(name)) return { problem: 'empty' };
	return name.length > LONGEST_NAME ? { problem: 'long' } : { name };
}

/**
 * The person of that name at this browser: the one who is there already where the name is theirs, else somebody new, so
 * that two people at one computer are told apart.
 */
export function personNamed(store: Store, { name: before, id }: User, name: string): string {
	if (name === before) return id;
	const person = { id: randomUUID(), name, created: new Date().toISOString() };
	store.insert(userTable).values(person).run();
	return person.id;
}

/** The person whose id a browser holds; somebody without a name where it holds none that is known. */
export function findUser(store: Store, id: string | undefined): User {
	if (id === undefined) return localUser;
	const found = store.select().from(userTable).where(eq(userTable.id, id)).get();
	return found === undefined ? localUser : { ...localUser, id: found.id, name: found.name };
}
