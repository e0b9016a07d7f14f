import { dirname } from 'node:path/posix';
import { describe, expect, test } from 'vitest';
import { authorise, contextOf, localUser, POLICY, requirePermission, type User } from './policy';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

const sources = import.meta.glob<string>('/src/routes/**/+{page.svelte,page.server.ts,server.ts}', {
	query: '?raw',
	import: 'default',
	eager: true
});

/** 'GET /help' for every method of every route: what its files answer to. */
function answered([path, source]: readonly [string, string]): readonly string[] {
	const route = dirname(path).slice('/src/routes'.length) || '/';
	if (path.endsWith('+page.svelte')) return [`GET ${route}`];
	if (path.endsWith('+page.server.ts'))
		return /export const actions\b/.test(source) ? [`POST ${route}`] : [];
	return METHODS.filter((method) =>
		new RegExp(`export (const|(async )?function) ${method}\\b`).test(source)
	).map((method) => `${method} ${route}`);
}

const asked = (method: string, id: string | null, user: User = localUser) =>
	({
		locals: { user },
		request: new Request('http://localhost/', { method }),
		route: { id }
	}) as Parameters<typeof authorise>[0];

const refused = expect.objectContaining({ status: 403 }) as Error;

describe('every route', () => {
	test('the start page is among them, so the folder has been found', () => {
		expect(Object.entries(sources).flatMap(answered)).toContain('GET /');
	});

	test('has a line in the table for each method that it answers; add the missing ones to policy.ts', () => {
		const listed = Object.entries(POLICY).flatMap(([route, methods]) =>
			Object.keys(methods).map((method) => `${method} ${route}`)
		);
		const missing = Object.entries(sources)
			.flatMap(answered)
			.filter((method) => !listed.includes(method));
		expect(missing).toEqual([]);
	});

	test('a route file of each sort is read for its methods, so that none slips by', () => {
		expect(answered(['/src/routes/a/[b]/+page.svelte', ''])).toEqual(['GET /a/[b]']);
		expect(answered(['/src/routes/a/+page.server.ts', 'export const actions = {}'])).toEqual([
			'POST /a'
		]);
		expect(
			answered([
				'/src/routes/a/+server.ts',
				'export const GET = 1;\nexport async function PUT() {}'
			])
		).toEqual(['GET /a', 'PUT /a']);
	});
});

describe('a request', () => {
	test('of a route in the table passes, and HEAD goes by GET', () => {
		expect(() => {
			authorise(asked('GET', '/councils/[council]'));
			authorise(asked('HEAD', '/councils/[council]'));
		}).not.toThrow();
	});

	test('of an address without a route passes, for there is nothing behind it but the page that says so', () => {
		expect(() => {
			authorise(asked('GET', null));
		}).not.toThrow();
	});

	test.each([
		['a route without a line', 'GET', '/secret'],
		['a method without a line', 'POST', '/councils/[council]'],
		['a route named like a property of every object', 'GET', 'constructor'],
		['a method named like a property of every object', 'toString', '/']
	])('of %s is refused', (_, method, route) => {
		const event = asked('GET', route);
		expect(() => {
			authorise({ ...event, request: { method } as Request });
		}).toThrow(refused);
	});

	test('of a user without the permission is refused', () => {
		expect(() => {
			authorise(asked('GET', '/', { id: 'nobody', name: null, permissions: [] }));
		}).toThrow(refused);
	});
});

test('a permission is not another: who may read may not write', () => {
	const reader: User = { id: 'reader', name: null, permissions: ['read'] };
	expect(() => {
		requirePermission(reader, 'read');
	}).not.toThrow();
	expect(() => {
		requirePermission(reader, 'write');
	}).toThrow(refused);
});

test('the context of a request is its user and its council', () => {
	expect(contextOf({ locals: { user: localUser }, params: { council: 'fernshire' } })).toEqual({
		user: localUser,
		council: 'fernshire'
	});
});
