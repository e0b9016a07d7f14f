import { fail, redirect } from '@sveltejs/kit';
import type { NameProblem } from '$lib/exchange/editing';
import { saving } from '$lib/messages/saving';
import { store } from '$lib/server/start';
import { personNamed, readName, USER_COOKIE } from '$lib/server/users';
import type { Actions, PageServerLoad } from './$types';

/** Without the script, which would empty the box again under the hands of who types faster than it starts. */
export const csr = false;

const SECONDS_OF_A_YEAR = 365 * 24 * 60 * 60;

/** The name that the person has given, and the page to go back to. */
export const load = (({ locals, url }) => ({
	title: saving.name.title,
	name: locals.user.name,
	problem: problemIn(url.searchParams.get('problem')),
	text: url.searchParams.get('text'),
	back: ownPath(url.searchParams.get('back'))
})) satisfies PageServerLoad;

/** Takes the name, and lets the browser remember who it is. */
export const actions = {
	default: async ({ request, cookies, locals }) => {
		const form = await request.formData();
		const typed = form.get('name');
		const back = form.get('back');
		const text = typeof typed === 'string' ? typed : '';
		const read = readName(text);
		if ('problem' in read) {
			if (request.headers.has('x-sveltekit-action'))
				return fail(422, { text, problem: read.problem });
			// Read again and not refused: what is forgotten in a form is no error of the page that a console would list.
			const asked = new URLSearchParams({
				problem: read.problem,
				text,
				back: ownPath(typeof back === 'string' ? back : null)
			});
			redirect(303, `/name?${asked.toString()}`);
		}
		cookies.set(USER_COOKIE, personNamed(store(), locals.user, read.name), {
			path: '/',
			httpOnly: true,
			sameSite: 'lax',
			// The server answers its own machine only, and not by https.
			secure: false,
			maxAge: SECONDS_OF_A_YEAR
		});
		redirect(303, ownPath(typeof back === 'string' ? back : null));
	}
} satisfies Actions;

/** What was wrong with the name that was sent before; null for anything else that an address says. */
function problemIn(text: string | null): NameProblem | null {
	return text === 'empty' || text === 'long' || text === 'characters' ? text : null;
}

/** A path of this site; the start page for anything that would lead away from it. */
function ownPath(text: string | null): string {
	const here = 'http://own.invalid';
	if (text === null || !URL.canParse(text, here)) return '/';
	const { origin, pathname, search, hash } = new URL(text, here);
	// A path of two slashes names another host.
	return origin === here && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/';
}
