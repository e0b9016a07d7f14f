import { fail, redirect } from '@sveltejs/kit';
import { newCouncil } from '$lib/exchange/newCouncil';
import { readYear } from '$lib/input/calendar';
import { home } from '$lib/messages/home';
import { freshId, problemLine, readCouncil } from '$lib/model';
import { addCouncil, listCouncils } from '$lib/server/councils';
import { store } from '$lib/server/start';
import type { Actions, PageServerLoad } from './$types';

/** Without the script, which would empty the boxes again under the hands of who types faster than it starts. */
export const csr = false;

const words = home.create;
const LONGEST_NAME = 120;
const MOST_YEARS = 30;

/** Asks who one is before one starts a council, for every edit carries a name. */
export const load = (({ locals }) => {
	if (locals.user.name === null) redirect(303, '/name?back=/new');
	return { title: words.title };
}) satisfies PageServerLoad;

/** Keeps the council, and goes on to its Home. */
export const actions = {
	default: async ({ request, locals }) => {
		const form = await request.formData();
		const typed = (name: string): string => {
			const value = form.get(name);
			return typeof value === 'string' ? value.trim() : '';
		};
		const filled = {
			name: typed('name'),
			firstYear: typed('firstYear'),
			years: typed('years'),
			invented: form.has('invented')
		};
		const firstYear = readYear(filled.firstYear);
		const years = /^\d{1,2}$/.test(filled.years) ? Number(filled.years) : 0;
		const problems = {
			...(filled.name === ''
				? { name: words.noName }
				: filled.name.length > LONGEST_NAME
					? { name: words.longName }
					: {}),
			...(firstYear.ok
				? {}
				: { firstYear: filled.firstYear === '' ? words.noYear : firstYear.message }),
			...(years < 1 || years > MOST_YEARS ? { years: words.badYears } : {})
		};
		if (!firstYear.ok || Object.keys(problems).length > 0) return fail(422, { filled, problems });
		const taken = new Set(listCouncils(store(), locals.user).map(({ id }) => id));
		const read = readCouncil(
			newCouncil({
				id: freshId(filled.name, taken),
				name: filled.name,
				invented: filled.invented,
				firstYear: firstYear.value ?? '',
				horizonYears: years
			})
		);
		if (!read.ok) {
			const problem = words.badFile(read.problems.map(problemLine).join('; '));
			return fail(422, { filled, problems: { name: problem } });
		}
		if (!addCouncil(store(), locals.user, read.council))
			throw new Error(`The id '${read.council.council.id}' was taken meanwhile.`);
		redirect(303, `/councils/${read.council.council.id}`);
	}
} satisfies Actions;
