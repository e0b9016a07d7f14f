import { settings as words } from '$lib/messages/settings';
import { openingOf } from '../opening.server';
import type { PageServerLoad } from './$types';

/** The council as the page of its settings starts from it. */
export const load = ((event) => ({
	title: words.title,
	opening: openingOf(event, null)
})) satisfies PageServerLoad;
