import { comparisonSentence } from '$lib/messages/sentences';
import { simplePayback } from '$lib/model';
import { contextOf } from '$lib/server/access/policy';
import { listActivity } from '$lib/server/activity';
import { store } from '$lib/server/start';
import { activityRows } from './activityRows';
import { blanksOf, failedChecks, reviewsDue } from './attention';
import { cardsFor, isExample } from './cards.server';
import { askedFor, comparisonOf, projectionOf } from './council.server';
import { inputNames } from './names';
import { tasksOf } from './tasks';
import type { PageServerLoad } from './$types';

// The last things that were done are enough to go on from; the activity has them all.
const NEWEST = 5;

/** What needs attention in a council, what is still to be set up, and where somebody left off. */
export const load = ((event) => {
	const asked = askedFor(event);
	const { council, house } = asked;
	const context = contextOf(event);
	const [nothing, ...others] = council.scenarios;
	if (nothing === undefined) throw new Error(`'${council.council.id}' has no scenario.`);
	return {
		title: council.council.name,
		description: council.council.description,
		scenarios: others
			.filter(({ archived }) => !archived)
			.map((scenario) => {
				const comparison = comparisonOf(asked, nothing, scenario);
				const net = comparison.figures.get('net.total');
				return {
					id: scenario.id,
					title: scenario.title,
					sentence: comparisonSentence({
						a: nothing.title,
						b: scenario.title,
						years: comparison.years,
						difference: net?.difference ?? [],
						payback: simplePayback(comparison),
						waitsFor: inputNames(comparison.b, net?.blockedBy ?? []),
						house
					})
				};
			}),
		nothing: nothing.id,
		checks: failedChecks(projectionOf(asked, nothing)),
		blanks: blanksOf(council),
		hasPacks: council.packs.some(({ on }) => on),
		reviews: reviewsDue(council, new Date().toISOString().slice(0, 10)),
		tasks: isExample(context) ? null : tasksOf(council),
		cards: cardsFor(event, context, asked),
		done: activityRows(council, listActivity(store(), context, { limit: NEWEST }), 0).map(
			({ revision, at, name, title, where, scenario, kind }) => ({
				revision,
				at,
				name,
				title,
				where,
				scenario,
				kind
			})
		)
	};
}) satisfies PageServerLoad;
