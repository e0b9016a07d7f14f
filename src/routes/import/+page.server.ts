import { fail, redirect } from '@sveltejs/kit';
import { files as words } from '$lib/messages/files';
import { problemLine, readCouncilText } from '$lib/model';
import { addCouncil } from '$lib/server/councils';
import { store } from '$lib/server/start';
import type { Actions, PageServerLoad } from './$types';

/** Without the script, which would empty the box again under the hands of who types faster than it starts. */
export const csr = false;

/** Asks who one is before one adds a council, for every edit carries a name. */
export const load = (({ locals, url }) => {
	if (locals.user.name === null) redirect(303, '/name?back=/import');
	const isEmpty = url.searchParams.get('problem') === 'empty';
	return { title: words.title, problems: isEmpty ? [words.empty] : [] };
}) satisfies PageServerLoad;

/** Keeps the council of the file and goes on to its Home; or says all that is wrong with the file. */
export const actions = {
	default: async ({ request, locals }) => {
		const form = await request.formData();
		const file = form.get('file');
		const pasted = form.get('text');
		const text =
			file instanceof File && file.size > 0
				? await file.text()
				: typeof pasted === 'string'
					? pasted.trim()
					: '';
		// Asked again and not refused: what is forgotten in a form is no error of the page that a console would list.
		if (text === '') redirect(303, '/import?problem=empty');
		const read = readCouncilText(text);
		const kept = typeof pasted === 'string' ? pasted : '';
		if (!read.ok)
			return fail(422, { text: kept, problems: read.problems.map(problemLine), exists: null });
		const { id, name } = read.council.council;
		if (!addCouncil(store(), locals.user, read.council))
			return fail(409, { text: kept, problems: [words.exists(name)], exists: { id, name } });
		redirect(303, `/councils/${id}`);
	}
} satisfies Actions;
