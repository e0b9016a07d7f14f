import { scenario as words } from '$lib/messages/scenario';
import { contextOf } from '$lib/server/access/policy';
import { lastDeeds } from '$lib/server/activity';
import { store } from '$lib/server/start';
import { askedFor, scenarioAskedFor } from '../../../council.server';
import { standingView } from '../../../standing';
import { differencesIn } from './differences';
import type { PageServerLoad } from './$types';

/** Every difference of a scenario from its baseline, and who edited it last. */
export const load = ((event) => {
	const { council } = askedFor(event);
	const scenario = scenarioAskedFor(council, event.params.scenario);
	const { id, title, description } = scenario;
	return {
		title: words.pageTitle(words.whatChanged, title),
		scenario: { id, title, description },
		standing: standingView(council, scenario),
		last: lastDeeds(store(), contextOf(event)).get(scenario.id) ?? null,
		differences: differencesIn(council, scenario)
	};
}) satisfies PageServerLoad;
