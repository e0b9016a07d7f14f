import type { CellRow } from '$lib/components/table/cell';
import { scenario as scenarioWords } from '$lib/messages/scenario';
import { sure } from '$lib/messages/sure';
import { FIGURES, KINDS, typedInput, type AnyRecord, type Council } from '$lib/model';
import { cellOf, differenceCell } from '../../../cells';
import { askedFor, comparisonOf, projectionOf, scenarioAskedFor } from '../../../council.server';
import { blanksIn } from '../../../names';
import { standingView } from '../../../standing';
import type { PageServerLoad } from './$types';
import type { FanChoice } from './fanTable';

const FIGURES_SHOWN = [
	'net.total',
	'cost.placements',
	'care.children',
	'capacity.unmet',
	'savings.identified',
	'avoidance.net'
];

/** What the page of a scenario's draws stands on: the figures that can be shown, each with its input at its value. */
export const load = ((event) => {
	const asked = askedFor(event);
	const scenario = scenarioAskedFor(asked.council, event.params.scenario);
	const [nothing] = asked.council.scenarios;
	const projection = projectionOf(asked, scenario);
	const isCounterfactual = nothing === undefined || nothing === scenario;
	const row = (cells: CellRow['cells']): CellRow => ({ label: sure.fan.plain, cells });
	const plain = FIGURES_SHOWN.filter(
		(figure) => !isCounterfactual || FIGURES[figure]?.againstNothing !== true
	).map((figure): FanChoice => ({
		figure,
		difference: false,
		row: row(projection.years.map((year) => cellOf(projection, figure, year)))
	}));
	const against = isCounterfactual ? null : comparisonOf(asked, nothing, scenario);
	const { id, title, description } = scenario;
	return {
		title: scenarioWords.pageTitle(sure.tab, title),
		scenario: { id, title, description },
		baseline: scenario.baseline,
		standing: standingView(asked.council, scenario),
		nothing: isCounterfactual ? null : { id: nothing.id, title: nothing.title },
		terms: asked.council.council.style.terms,
		years: projection.years,
		central: (against === null
			? cellOf(projection, 'net.total', null)
			: differenceCell(against, 'net.total', null)
		).value,
		choices: [
			...(against === null
				? []
				: [
						{
							figure: 'net.total',
							difference: true,
							row: row(projection.years.map((year) => differenceCell(against, 'net.total', year)))
						}
					]),
			...plain
		] satisfies readonly FanChoice[],
		typed: scenario.baseline === null ? typedRanges(asked.council) : [],
		blanks: blanksIn(projection, projection.figures.get('net.total')?.blockedBy ?? [])
	};
}) satisfies PageServerLoad;

/** The numbers of the baseline that have a range of their own there. */
function typedRanges(council: Council): readonly string[] {
	return KINDS.flatMap((kind) =>
		(council.baseline[kind] as readonly AnyRecord[]).flatMap(({ id, evidence = {} }) =>
			Object.keys(evidence).map((field) => `${kind}/${id}.${field}`)
		)
	).filter((ref) => typedInput(council, ref) !== null);
}
