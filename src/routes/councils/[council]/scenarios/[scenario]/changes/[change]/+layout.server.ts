import { error } from '@sveltejs/kit';
import { en as text } from '$lib/messages/en';
import { askedFor, scenarioAskedFor } from '../../../../council.server';
import { openingOf } from '../../../../opening.server';
import type { LayoutServerLoad } from './$types';

/** The scenario as the pages of one of its changes start from it. */
export const load = ((event) => {
	const { council } = askedFor(event);
	const scenario = scenarioAskedFor(council, event.params.scenario);
	if (!scenario.changes.some(({ id }) => id === event.params.change))
		error(404, text.errors.noChange(event.params.change));
	return { opening: openingOf(event, scenario.id) };
}) satisfies LayoutServerLoad;
