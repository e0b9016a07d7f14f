import { error } from '@sveltejs/kit';
import { en as text } from '$lib/messages/en';
import { askedFor, comparisonOf, scenarioAskedFor } from '../../../../council.server';
import { blanksIn } from '../../../../names';
import { loweredOf } from '../../../../working/lowered';
import { untold } from '../../../../working/rivals';
import { blanksOf, inputsOf, stepOf } from '../../../../working/steps';
import { stepCell, stepTitle } from '../../../bridgePage';
import { chosenScenarios } from '../../../choice';
import type { PageServerLoad } from './$types';
import {
	firstYearOf,
	partAskedFor,
	stepAskedFor,
	workingOf,
	yearRows,
	type AskedStep
} from './stepPage';

/** How one part of a step of the bridge, or of all its steps, was worked out. */
export const load = ((event) => {
	const asked = askedFor(event);
	const query = event.url.searchParams;
	const { change } = event.params;
	const ids = query.getAll('with');
	for (const id of ids) scenarioAskedFor(asked.council, id);
	const [base, other] = chosenScenarios(asked.council, ids);
	const part = partAskedFor(event.params.part);
	if (base === undefined || other === undefined || part === undefined)
		error(404, text.errors.noStep);
	const comparison = comparisonOf(asked, base, other);
	const step = change === undefined ? null : stepAskedFor(comparison, change, query.get('turn'));
	if (step === undefined || comparison.bridge.length === 0) error(404, text.errors.noStep);
	const request: AskedStep = { comparison, step, part };
	const { a, b, years } = comparison;
	const wanted = query.get('year');
	const year = wanted !== null && years.includes(wanted) ? wanted : null;
	const shownYear = year ?? firstYearOf(request);
	const cell = stepCell(comparison, step, part, year);
	const working = workingOf(request, years.indexOf(shownYear));
	// A change that is left out is known to the scenario that has it.
	const projection = step?.turn === 'off' ? a : b;
	const inputs = inputsOf(projection, working);
	const asWorked = year === null ? years.map((_, y) => workingOf(request, y)) : [working];
	return {
		title: text.figure.heading,
		part,
		step: step === null ? null : { change: step.change, title: step.title, turn: step.turn },
		name: step === null ? text.bridge.total : stepTitle(comparison, step),
		scenarios: [a, b].map(({ scenario: { id, title } }) => ({ id, title })),
		home: projection.scenario.id,
		years,
		year,
		shownYear,
		cell,
		byYear: yearRows(request),
		blanks: blanksIn(projection, cell.value === null ? asWorked.flatMap(blanksOf) : []),
		working: stepOf(projection, working, null),
		inputs: untold(inputs),
		lowered: loweredOf(projection, inputs, query.get('lower'))
	};
}) satisfies PageServerLoad;
