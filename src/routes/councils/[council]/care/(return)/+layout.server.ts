import { care as words } from '$lib/messages/care';
import { openingOf } from '../../opening.server';
import type { LayoutServerLoad } from './$types';

/** The council as the pages on its return of children in care start from it. */
export const load = ((event) => ({
	title: words.title,
	opening: openingOf(event, null)
})) satisfies LayoutServerLoad;
