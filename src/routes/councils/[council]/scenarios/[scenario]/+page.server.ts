import { redirect } from '@sveltejs/kit';
import type { CellRow } from '$lib/components/table/cell';
import { houseOf } from '$lib/format';
import { en as text } from '$lib/messages/en';
import { scenario as words, whyNothing } from '$lib/messages/scenario';
import { inPrices, waiting } from '$lib/messages/sentences';
import type { Comparison, Projection } from '$lib/model';
import { movedTotals, takeNote } from '$lib/server/scenarioFigures';
import { store } from '$lib/server/start';
import { cellOf } from '../../cells';
import { headlines, keyFigures, yearsWithoutEffect } from '../../compare/comparePage';
import { askedFor, comparisonOf, projectionOf, scenarioAskedFor } from '../../council.server';
import { MEASURE_ROWS, MONEY_ROWS } from '../../figureRows';
import { blanksIn, inputNames, wholeName } from '../../names';
import { standingView } from '../../standing';
import type { Actions, PageServerLoad } from './$types';

const APART = ['savings.target', 'savings.identified', 'capital.spend', 'capital.receipts'];

/** What comes of one scenario: in a sentence, in four figures, and by year. */
export const load = ((event) => {
	const asked = askedFor(event);
	const scenario = scenarioAskedFor(asked.council, event.params.scenario);
	const projection = projectionOf(asked, scenario);
	const [nothing] = asked.council.scenarios;
	const { id, title, description } = scenario;
	return {
		title,
		scenario: { id, title, description },
		first:
			nothing === undefined || nothing === scenario
				? null
				: { id: nothing.id, title: nothing.title },
		baseline: scenario.baseline,
		engineNote: asked.packs
			? movedTotals(store(), asked.context, asked.revision, projection)
			: null,
		engine: projection.engine,
		standing: standingView(asked.council, scenario),
		isEmpty: scenario.changes.length === 0,
		// Money that comes from a record: without any, a net cost of £0 would say nothing.
		isBaselineEmpty: projection.run.series.every(({ terms }) => terms === null),
		answer:
			nothing === undefined || nothing === scenario
				? answerAlone(projection)
				: answerAgainst(comparisonOf(asked, nothing, scenario)),
		years: projection.years,
		money: rowsOf(projection, MONEY_ROWS),
		apart: rowsOf(projection, APART),
		measures: rowsOf(projection, MEASURE_ROWS),
		blanks: blanksIn(
			projection,
			[...MONEY_ROWS, ...APART, ...MEASURE_ROWS].flatMap(
				(figure) => projection.figures.get(figure)?.blockedBy ?? []
			)
		)
	};
}) satisfies PageServerLoad;

/** Takes the figures of this version of the engine for those that a later one is compared with. */
export const actions = {
	note: (event) => {
		const asked = askedFor(event);
		const scenario = scenarioAskedFor(asked.council, event.params.scenario);
		takeNote(store(), asked.context, asked.revision, projectionOf(asked, scenario));
		redirect(303, event.url.pathname);
	}
} satisfies Actions;

/** What a scenario does against the first: the sentence, why there is no effect, and the figures. */
function answerAgainst(comparison: Comparison) {
	const { a, b, figures, years } = comparison;
	const sides = { base: a, others: [comparison] };
	const isNothing = [...figures.values()].every(({ difference }) =>
		difference.every((value) => value?.isZero() === true)
	);
	return {
		sentences: isNothing
			? [whyNothing(b.scenario, a.scenario.title, years, houseOf(a.council.council))]
			: [...headlines(sides), ...yearsWithoutEffect(sides)],
		columns: [a.scenario.title, b.scenario.title],
		figures: keyFigures(sides)
	};
}

/** What the first scenario comes to, which is measured against nothing. */
function answerAlone(projection: Projection) {
	const { scenario, years } = projection;
	const house = houseOf(projection.council.council);
	const last = years.at(-1) ?? '';
	const net = cellOf(projection, 'net.total', null);
	const blanks = inputNames(projection, projection.figures.get('net.total')?.blockedBy ?? []);
	return {
		sentences: [
			net.value === null
				? words.firstBlocked(scenario.title, waiting(blanks))
				: words.first(
						scenario.title,
						house.pounds(net.value),
						house.period(years),
						inPrices(house)
					)
		],
		columns: [scenario.title],
		figures: [
			{ label: words.firstNet(house.period(years)), entries: [{ cell: net }] },
			{
				label: words.firstFte(house.year(last)),
				entries: [{ cell: cellOf(projection, 'staffing.fte', last) }]
			},
			{
				label: text.compare.keyChildren(last),
				entries: [{ cell: cellOf(projection, 'care.children', last) }]
			},
			{
				label: text.compare.keyUnmet(house.year(last)),
				entries: [{ cell: cellOf(projection, 'capacity.unmet', last) }]
			}
		]
	};
}

function rowsOf(projection: Projection, figures: readonly string[]): readonly CellRow[] {
	return figures.map((figure) => ({
		label: wholeName(figure),
		kind: figure === 'cost.total' || figure === 'net.total' ? 'total' : 'plain',
		cells: projection.years.map((year) => cellOf(projection, figure, year))
	}));
}
