import { redirect } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import { newCouncil } from '$lib/exchange/newCouncil';
import { home } from '$lib/messages/home';
import { freshId, problemLine, readCouncil } from '$lib/model';
import { addCouncil, listCouncils } from '$lib/server/councils';
import { store } from '$lib/server/start';
import { filledOf, readNew, type Filled } from './filled';
import type { Actions, PageServerLoad } from './$types';

/** Without the script, which would empty the boxes again under the hands of who types faster than it starts. */
export const csr = false;

const words = home.create;
const MOST_REMEMBERED = 100;
const BLANK: Filled = { name: '', firstYear: '', years: '5', invented: false };

/** The councils that forms have made, by the form and the name in it: a button pressed twice makes one council. */
const madeBy = new Map<string, string>();

/** Asks who one is before one starts a council, for every edit carries a name. */
export const load = (({ locals, url }) => {
	if (locals.user.name === null) redirect(303, '/name?back=/new');
	const isSent = url.searchParams.has('years');
	const filled = isSent ? filledOf(url.searchParams) : BLANK;
	return {
		title: words.title,
		request: randomUUID(),
		filled,
		problems: isSent ? readNew(filled).problems : {}
	};
}) satisfies PageServerLoad;

/** Keeps the council, and goes on to its Home. */
export const actions = {
	default: async ({ request, locals }) => {
		const form = await request.formData();
		const filled = filledOf(form);
		const { details } = readNew(filled);
		// Read again and not refused: what is forgotten in a form is no error of the page that a console would list.
		if (details === null) {
			const { name, firstYear, years, invented } = filled;
			const asked = new URLSearchParams({ name, firstYear, years });
			if (invented) asked.set('invented', 'on');
			redirect(303, `/new?${asked.toString()}`);
		}
		const sent = form.get('request');
		const made = `${typeof sent === 'string' ? sent : randomUUID()} ${details.name}`;
		const before = madeBy.get(made);
		if (before !== undefined) redirect(303, `/councils/${before}`);
		const taken = new Set(listCouncils(store(), locals.user).map(({ id }) => id));
		const read = readCouncil(newCouncil({ id: freshId(details.name, taken), ...details }));
		if (!read.ok) throw new Error(read.problems.map(problemLine).join('; '));
		const { id } = read.council.council;
		if (!addCouncil(store(), locals.user, read.council))
			throw new Error(`The id '${id}' was taken meanwhile.`);
		remember(made, id);
		redirect(303, `/councils/${id}`);
	}
} satisfies Actions;

function remember(made: string, id: string): void {
	madeBy.set(made, id);
	const [oldest] = madeBy.keys();
	if (madeBy.size > MOST_REMEMBERED && oldest !== undefined) madeBy.delete(oldest);
}
