import type { CellRow } from '$lib/components/table/cell';
import type { Projection } from '$lib/model';
import { cellOf } from '../../cells';
import { askedFor, projectionOf, scenarioAskedFor } from '../../council.server';
import { inputNames, wholeName } from '../../names';
import type { PageServerLoad } from './$types';
import { editSentences } from './changeWords';
import { MEASURE_ROWS, MONEY_ROWS } from '../../figureRows';

const APART = [
	'savings.target',
	'savings.identified',
	'capital.spend',
	'capital.receipts'
];
/** One scenario: what each of its changes does, in words, and what comes of it by year. */
export const load = ((event) => {
	const asked = askedFor(event);
	const scenario = scenarioAskedFor(asked.council, event.params.scenario);
	const projection = projectionOf(asked, scenario);
	const [nothing] = asked.council.scenarios;
	return {
		title: scenario.title,
		description: scenario.description,
		first: nothing === undefined || nothing === scenario
				? null
				: { id: nothing.id, title: nothing.title },
		changes: scenario.changes.map(({ edits, ...change }) => ({
			...change,
			edits: editSentences(asked.council, scenario, edits)
		})),
		years: projection.years,
		money: rowsOf(projection, MONEY_ROWS),
		apart: rowsOf(projection, APART),
		measures: rowsOf(projection, MEASURE_ROWS),
		blanks: inputNames(
			projection,
			[...MONEY_ROWS, ...APART, ...MEASURE_ROWS].flatMap((id) => projection.figures.get(id)?.blockedBy ?? [])
		)
	};
}) satisfies PageServerLoad;

function rowsOf(projection: Projection, figures: readonly string[]): readonly CellRow[] {
	return figures.map((figure) => ({
		label: wholeName(figure),
		kind: figure === 'cost.total' || figure === 'net.total' ? 'total' : 'plain',
		cells: projection.years.map((year) => cellOf(projection, figure, year))
	}));
}
