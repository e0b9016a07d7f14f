import { error } from '@sveltejs/kit';
import { en as text } from '$lib/messages/en';
import { explainFigure, knownPartOf, splitFigureId, usersOf } from '$lib/model';
import { cellOf, differenceCell } from '../../cells';
import {
	askedFor,
	comparisonOf,
	projectionOf,
	scenarioAskedFor,
	standingAskedFor
} from '../../council.server';
import { figureName, blanksIn, wholeName } from '../../names';
import { loweredOf } from '../../working/lowered';
import { withEffects } from '../../working/rivals';
import { inputsOf, stepOf } from '../../working/steps';
import type { PageServerLoad } from './$types';
import { differingParts } from './figurePage';

/** How one figure of a scenario was worked out: in a year, over all, or against another scenario. */
export const load = ((event) => {
	const asked = askedFor(event);
	const { council } = asked;
	const query = event.url.searchParams;
	const { figure } = event.params;
	const scenario = standingAskedFor(
		council,
		scenarioAskedFor(council, query.get('scenario') ?? council.scenarios[0]?.id ?? ''),
		query.get('baseline')
	);
	const against = query.get('against');
	const projection = projectionOf(asked, scenario);
	const { years } = projection;
	const wanted = query.get('year');
	const year = wanted !== null && years.includes(wanted) ? wanted : null;
	const y = year === null ? -1 : years.indexOf(year);
	const own = projection.figures.get(figure);
	const comparison =
		against === null ? null : comparisonOf(asked, scenarioAskedFor(council, against), scenario);
	const difference = comparison?.figures.get(figure) ?? null;
	if (own === undefined && difference === null) error(404, text.errors.noFigure(figure));
	const blockedBy = comparison === null ? (own?.blockedBy ?? []) : (difference?.blockedBy ?? []);
	const cellIn = (at: string | null) =>
		comparison === null ? cellOf(projection, figure, at) : differenceCell(comparison, figure, at);
	const cell = cellIn(year);
	const explained = own !== undefined && comparison === null && year !== null;
	const working = explained ? explainFigure(projection, figure, y) : null;
	const inputs = working === null ? [] : inputsOf(projection, working);
	return {
		title: text.figure.heading,
		figure,
		name: figureName(comparison ?? projection, figure),
		whole: figure.includes('/')
			? { figure: splitFigureId(figure).figure, name: wholeName(figure) }
			: null,
		scenario: { id: scenario.id, title: scenario.title },
		baseline: (comparison?.b ?? projection).scenario.baseline,
		against:
			comparison === null
				? null
				: { id: comparison.a.scenario.id, title: comparison.a.scenario.title },
		years,
		year,
		cell,
		// A stock at the end of a year cannot be added up over years.
		byYear: years.map((at) => cellIn(at)),
		known: explained && cell.value === null ? knownPartOf(own, y) : null,
		blanks: blanksIn(projection, cell.value === null ? blockedBy : []),
		working: working === null ? null : stepOf(projection, working, figure),
		inputs: withEffects(projection, figure, y, cell.value, inputs),
		lowered: loweredOf(projection, inputs, query.get('lower')),
		usedIn:
			comparison !== null
				? []
				: usersOf(projection, figure).map((id) => ({
						figure: id,
						name: figureName(projection, id)
					})),
		differing: comparison === null ? null : differingParts(comparison, figure, year),
		others: council.scenarios.map(({ id, title }) => ({ id, title }))
	};
}) satisfies PageServerLoad;
