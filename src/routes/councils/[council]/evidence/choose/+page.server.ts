import { error } from '@sveltejs/kit';
import { choosing as words } from '$lib/messages/choosing';
import {
	choosingSteps,
	FIGURES,
	inputOf,
	projectionIfChosen,
	splitFigureId,
	type Projection
} from '$lib/model';
import { cellOf } from '../../cells';
import { askedFor, projectionOf, scenarioAskedFor } from '../../council.server';
import { figureName } from '../../names';
import { openingOf } from '../../opening.server';
import type { PageServerLoad } from './$types';

/** A field of the baseline, the fact that it rests on and another that could be chosen, and what would come of that. */
export const load = ((event) => {
	const asked = askedFor(event);
	const { council } = asked;
	const query = event.url.searchParams;
	const ref = query.get('field') ?? '';
	const fact = council.facts.find(({ id }) => id === query.get('fact'));
	if (fact === undefined || choosingSteps(council, ref, fact) === null) error(404, words.noChoice);
	const first = council.scenarios[0]?.id ?? '';
	const wanted = scenarioAskedFor(council, query.get('scenario') ?? first);
	// An agreed baseline stays as it is, and so does a scenario that stands on one.
	const scenario = wanted.baseline === null ? wanted : scenarioAskedFor(council, first);
	const now = projectionOf(asked, scenario);
	const then = projectionIfChosen(now, ref, fact);
	const input = inputOf(now, ref);
	if (then === null || input === null) error(404, words.noChoice);
	return {
		title: words.title,
		opening: openingOf(event, null),
		ref,
		fact,
		used: input.fact,
		record: input.record,
		label: input.label,
		scenario: scenario.title,
		elsewhere: wanted === scenario ? null : wanted.title,
		years: now.years,
		effects: [
			effectOf(now, then, 'net.total', null),
			...figureIn(now, query.get('figure'), query.get('year')).map(([figure, year]) =>
				effectOf(now, then, figure, year)
			)
		]
	};
}) satisfies PageServerLoad;

/** The figure that the reader came from; none where there is no such figure, or it is the net cost over the period. */
function figureIn(
	{ figures, years }: Projection,
	figure: string | null,
	year: string | null
): readonly (readonly [string, string])[] {
	return figure !== null && year !== null && figures.has(figure) && years.includes(year)
		? [[figure, year]]
		: [];
}

/** A figure as it is and as it would be. */
function effectOf(now: Projection, then: Projection, figure: string, year: string | null) {
	const [before, after] = [cellOf(now, figure, year), cellOf(then, figure, year)];
	return {
		name: figureName(now, figure),
		unit: FIGURES[splitFigureId(figure).figure]?.unit ?? '',
		year,
		before: before.value,
		after: after.value,
		more: before.value === null ? null : (after.value?.minus(before.value) ?? null)
	};
}
