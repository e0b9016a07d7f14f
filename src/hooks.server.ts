import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError } from '@sveltejs/kit';
import { authorise } from '$lib/server/access/policy';
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
	const response = await resolve(event);
	if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store');
	return response;
};

/** Shows a reference for an unexpected error, and logs the error under it: the route and the cause, never what was sent. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
	// A page that does not exist is no fault of the program.
	if (status < 500) return { message };
	const id = randomUUID();
	console.error(
		JSON.stringify({
			time: new Date().toISOString(),
			level: 'error',
			id,
			status,
			method: event.request.method,
			route: event.route.id,
			error: error instanceof Error ? (error.stack ?? error.message) : String(error)
		})
	);
	return { message: 'Something went wrong, and it has been logged.', id };
};

// Browsers send Origin with every writing request; Host is already known to be one of our own names.
function isFromOwnPage(headers: Headers): boolean {
	const origin = headers.get('origin');
	return origin !== null && origin === `http://${headers.get('host') ?? ''}`;
}
