import { askedFor, projectionOf, scenarioAskedFor } from '../../../council.server';
import { openingOf } from '../../../opening.server';
import type { LayoutServerLoad } from './$types';

/** The scenario as the pages of its changes start from it. */
export const load = ((event) => {
	const asked = askedFor(event);
	const scenario = scenarioAskedFor(asked.council, event.params.scenario);
	return {
		opening: openingOf(event, scenario.id),
		years: projectionOf(asked, scenario).years
	};
}) satisfies LayoutServerLoad;
