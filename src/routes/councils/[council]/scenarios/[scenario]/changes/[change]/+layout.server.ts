import { error } from '@sveltejs/kit';
import { en as text } from '$lib/messages/en';
import { askedFor, scenarioAskedFor } from '../../../../council.server';
import type { LayoutServerLoad } from './$types';

/** Makes sure that there is the change that an address names. */
export const load = ((event) => {
	const scenario = scenarioAskedFor(askedFor(event).council, event.params.scenario);
	if (!scenario.changes.some(({ id }) => id === event.params.change))
		error(404, text.errors.noChange(event.params.change));
}) satisfies LayoutServerLoad;
