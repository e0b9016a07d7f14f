import { error } from '@sveltejs/kit';
import { careMethods } from '$lib/messages/careMethods';
import { en as text } from '$lib/messages/en';
import type { PageServerLoad } from './$types';

/** How one kind of figures is worked out. */
export const load = (({ params }) => {
	const method = (['returns', 'published'] as const).find((known) => known === params.method);
	if (method === undefined) error(404, text.errors.notFound);
	return { title: careMethods[method].title, method };
}) satisfies PageServerLoad;
