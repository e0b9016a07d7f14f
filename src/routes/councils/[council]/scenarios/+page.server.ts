import { scenarios as words } from '$lib/messages/scenarios';
import { sideBySide, type Scenario } from '$lib/model';
import { contextOf } from '$lib/server/access/policy';
import { lastDeeds } from '$lib/server/activity';
import { store } from '$lib/server/start';
import { differenceCell } from '../cells';
import { askedFor, projectionOf } from '../council.server';
import { openingOf } from '../opening.server';
import type { PageServerLoad } from './$types';

/** A council's scenarios as its list starts from them, with what each comes to and who last did something to it. */
export const load = ((event) => {
	const asked = askedFor(event);
	const [nothing] = asked.council.scenarios;
	const deeds = lastDeeds(store(), contextOf(event));
	const netOf = (scenario: Scenario) => {
		if (nothing === undefined || scenario === nothing) return null;
		const sides = sideBySide(asked.council, nothing, scenario, {
			packs: asked.packs,
			terms: asked.council.council.style.terms,
			previous: projectionOf(asked, nothing),
			figures: ['net.total']
		});
		return differenceCell(sides, 'net.total', null);
	};
	return {
		title: words.title,
		opening: openingOf(event, null),
		years: nothing === undefined ? [] : projectionOf(asked, nothing).years,
		known: asked.council.scenarios.map((scenario) => ({
			id: scenario.id,
			net: netOf(scenario),
			last: deeds.get(scenario.id) ?? null
		}))
	};
}) satisfies PageServerLoad;
