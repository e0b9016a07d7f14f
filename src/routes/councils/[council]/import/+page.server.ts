import { files as words } from '$lib/messages/files';
import { openingOf } from '../opening.server';
import type { PageServerLoad } from './$types';

/** The council as an import starts from it. */
export const load = ((event) => ({
	title: words.title,
	opening: openingOf(event, null)
})) satisfies PageServerLoad;
