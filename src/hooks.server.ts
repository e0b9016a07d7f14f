import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError } from '@sveltejs/kit';
import { en as text } from '$lib/messages/en';
import { authorise } from '$lib/server/access/policy';
import { statusOf, troubleBehind } from '$lib/server/db/trouble';
import { store } from '$lib/server/start';
import { findUser, USER_COOKIE } from '$lib/server/users';

export { prepareStore as init } from '$lib/server/start';

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/** Lets a request in by the policy, and write only from a page of this very address; keeps pages out of shared caches. */
export const handle: Handle = async ({ event, resolve }) => {
	if (!safeMethods.includes(event.request.method) && !isFromOwnPage(event.request.headers)) {
		return new Response('Only a page of Windscreen itself may change anything here.\n', {
			status: 403,
			headers: { 'Content-Type': 'text/plain; charset=utf-8' }
		});
	}
	event.locals.user = findUser(store(), event.cookies.get(USER_COOKIE));
	authorise(event);
	const resolved = await resolve(event);
	const { trouble } = event.locals;
	const response =
		trouble === undefined || resolved.status !== 500
			? resolved
			: new Response(resolved.body, { status: statusOf(trouble), headers: resolved.headers });
	if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store');
	return response;
};

/**
 * Shows a reference for an unexpected error, and what is wrong with the disk if that is behind it; logs the error under
 * the reference: the route and the cause, never what was sent.
 */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
	// A page that does not exist is no fault of the program.
	if (status < 500) return { message };
	const id = randomUUID();
	const trouble = troubleBehind(error);
	console.error(
		JSON.stringify({
			time: new Date().toISOString(),
			level: 'error',
			id,
			status: trouble === null ? status : statusOf(trouble),
			method: event.request.method,
			route: event.route.id,
			error: error instanceof Error ? (error.stack ?? error.message) : String(error)
		})
	);
	if (trouble === null) return { message: 'Something went wrong, and it has been logged.', id };
	// Kit answers whatever is unexpected with 500; handle, which comes after, puts the right status.
	event.locals.trouble = trouble;
	return { message: text.errors.trouble[trouble], id };
};

// Browsers send Origin with every writing request; Host is already known to be one of our own names.
function isFromOwnPage(headers: Headers): boolean {
	const origin = headers.get('origin');
	return origin !== null && origin === `http://${headers.get('host') ?? ''}`;
}
