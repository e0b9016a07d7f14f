import { error } from '@sveltejs/kit';
import { newChange as words } from '$lib/messages/newChange';
import { TEMPLATES } from '$lib/model';
import type { PageLoad } from './$types';

const BLANK = 'blank';

/**
 * Which form of a new change an address asks for: a template's, the blank one, or the choice between them; and the answers
 * that it gives already, by their questions.
 */
export const load = (({ url }) => {
	const asked = url.searchParams.get('template');
	if (asked !== null && asked !== BLANK && !TEMPLATES.some(({ id }) => id === asked))
		error(404, words.noTemplate(asked));
	const answers = [...url.searchParams].filter(([question]) => question !== 'template');
	return { title: words.title, form: asked, answers: new Map<string, string | null>(answers) };
}) satisfies PageLoad;
