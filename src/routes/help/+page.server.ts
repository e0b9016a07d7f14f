import { help } from '$lib/messages/help';
import { listCouncils } from '$lib/server/councils';
import { store } from '$lib/server/start';
import type { PageServerLoad } from './$types';

const EXAMPLE = 'cheshire-east';

/** The title of the page, and the example whose first steps can be shown again. */
export const load = (({ locals }) => ({
	title: help.title,
	example: listCouncils(store(), locals.user).some(({ id }) => id === EXAMPLE) ? EXAMPLE : null
})) satisfies PageServerLoad;
