import { standing as words } from '$lib/messages/standing';
import { askedFor, scenarioAskedFor } from '../../../council.server';
import { openingOf } from '../../../opening.server';
import type { PageServerLoad } from './$types';

/** The scenario that is to be put on the newest baseline. */
export const load = ((event) => {
	const scenario = scenarioAskedFor(askedFor(event).council, event.params.scenario);
	return { title: words.page.title(scenario.title), opening: openingOf(event, scenario.id) };
}) satisfies PageServerLoad;
