import { published as words } from '$lib/messages/published';
import { openingOf } from '../../opening.server';
import type { PageServerLoad } from './$types';

/** The council as published figures start from it. */
export const load = ((event) => ({
	title: words.title,
	opening: openingOf(event, null)
})) satisfies PageServerLoad;
