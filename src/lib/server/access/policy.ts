import { error, type RequestEvent } from '@sveltejs/kit';

/** What a person may do with the councils kept here. */
export type Permission = 'read' | 'write';

/** The person who asks; without a name they may look but not edit. */
export interface User {
	readonly id: string;
	readonly name: string | null;
	readonly permissions: readonly Permission[];
}

/** Who made an edit. */
export interface Author {
	readonly id: string;
	readonly name: string;
}

/** For whom a repository reads or writes, and in which council. */
export interface Context {
	readonly user: User;
	readonly council: string;
}

/** Everybody who reaches this server and has not said who they are: it answers its own machine, and has no sign-in. */
export const localUser: User = { id: 'local', name: null, permissions: ['read', 'write'] };

/** Windscreen itself, which loads the examples. */
export const program: User = { ...localUser, id: 'windscreen', name: 'Windscreen' };

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const page = { GET: 'read' } as const;

/**
 * The permission that each method of each route needs; what has no line is refused. A new route gets a line here with
 * its id, its folder under src/routes, and a test fails until it has one. A page or a GET endpoint needs GET, a page
 * with form actions POST as well, and an endpoint each method that it exports; HEAD goes by GET.
 */
export const POLICY: Readonly<Record<string, Readonly<Partial<Record<Method, Permission>>>>> = {
	'/': page,
	'/councils/[council]': page,
	'/councils/[council]/activity': page,
	'/councils/[council]/baseline': page,
	'/councils/[council]/baseline/[kind]': page,
	'/councils/[council]/care/(return)': page,
	'/councils/[council]/care/(return)/import': page,
	'/councils/[council]/care/(return)/rates': page,
	'/councils/[council]/care/(return)/costs': page,
	'/councils/[council]/care/(return)/costs/prices': page,
	'/councils/[council]/care/(return)/use': page,
	'/councils/[council]/care/(return)/data.csv': page,
	'/councils/[council]/care/published': page,
	'/councils/[council]/compare': page,
	'/councils/[council]/compare/steps/[part]/[[change]]': page,
	'/councils/[council]/edits': { GET: 'read', POST: 'write' },
	'/councils/[council]/evidence': page,
	'/councils/[council]/evidence/choose': page,
	'/councils/[council]/evidence/effects': { GET: 'read', POST: 'write' },
	'/councils/[council]/evidence/range': { GET: 'read', POST: 'write' },
	'/councils/[council]/figures/[...figure]': page,
	'/councils/[council]/figures/[...figure]/data.csv': page,
	'/councils/[council]/file.json': page,
	'/councils/[council]/import': page,
	'/councils/[council]/scenarios': page,
	'/councils/[council]/scenarios/[scenario]': { GET: 'read', POST: 'write' },
	'/councils/[council]/scenarios/[scenario]/changes': page,
	'/councils/[council]/scenarios/[scenario]/changes/[change]': page,
	'/councils/[council]/scenarios/[scenario]/changes/[change]/[kind]': page,
	'/councils/[council]/scenarios/[scenario]/changes/new': page,
	'/councils/[council]/scenarios/[scenario]/rebase': page,
	'/councils/[council]/scenarios/[scenario]/sure': page,
	'/councils/[council]/scenarios/[scenario]/what-changed': page,
	'/councils/[council]/scenarios/[scenario]/worth': { GET: 'read', POST: 'write' },
	'/councils/[council]/scenarios/[scenario]/worth/figures/[...figure]': page,
	'/councils/[council]/settings': page,
	'/councils/[council]/state': page,
	'/councils/[council]/undo': { POST: 'write' },
	'/help': page,
	'/help/[method]': page,
	'/import': { GET: 'read', POST: 'write' },
	'/new': { GET: 'read', POST: 'write' },
	// Whoever may look may say who they are.
	'/name': { GET: 'read', POST: 'read' }
};

/** Refuses a request whose route and method have no line in the table, or need what the user may not do. */
export function authorise(event: Pick<RequestEvent, 'locals' | 'request' | 'route'>): void {
	// No route, so nothing to read or write: SvelteKit answers with its page for an address that does not exist.
	if (event.route.id === null) return;
	const { method } = event.request;
	const needed = new Map(Object.entries(POLICY[event.route.id] ?? {})).get(
		method === 'HEAD' ? 'GET' : method
	);
	if (needed === undefined) error(403, 'Nobody may do this here.');
	requirePermission(event.locals.user, needed);
}

/** Refuses a user who lacks a permission; every repository asks, so that no route can forget to. */
export function requirePermission(user: User, needed: Permission): void {
	if (!user.permissions.includes(needed)) error(403, `You may not ${needed} this.`);
}

/** The person as every edit carries them; refuses one who has not given a name. */
export function requireName({ id, name }: User): Author {
	if (name === null) error(428, 'Say who you are before you change anything.');
	return { id, name };
}

/** The context of a request under /councils/[council]. */
export function contextOf(event: {
	readonly locals: App.Locals;
	readonly params: { readonly council: string };
}): Context {
	return { user: event.locals.user, council: event.params.council };
}
