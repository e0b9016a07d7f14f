import { scenarios as words } from '$lib/messages/scenarios';
import { contextOf } from '$lib/server/access/policy';
import { listActivity } from '$lib/server/activity';
import { store } from '$lib/server/start';
import { differenceCell } from '../cells';
import { askedFor, comparisonOf, projectionOf } from '../council.server';
import { openingOf } from '../opening.server';
import type { PageServerLoad } from './$types';

/** A council's scenarios as its list starts from them, with what each comes to and who edited it last. */
export const load = ((event) => {
	const asked = askedFor(event);
	const [nothing] = asked.council.scenarios;
	const context = contextOf(event);
	return {
		title: words.title,
		opening: openingOf(event, null),
		years: nothing === undefined ? [] : projectionOf(asked, nothing).years,
		known: asked.council.scenarios.map((scenario) => {
			const [last] = listActivity(store(), context, { limit: 1, scenario: scenario.id });
			return {
				id: scenario.id,
				net:
					nothing === undefined || scenario === nothing
						? null
						: differenceCell(comparisonOf(asked, nothing, scenario), 'net.total', null),
				last: last === undefined ? null : { name: last.by.name, at: last.at }
			};
		})
	};
}) satisfies PageServerLoad;
