import { csv } from '$lib/exchange/csv';
import { houseOf, type House } from '$lib/format';
import { en as text } from '$lib/messages/en';
import { splitFigureId, type Council, type Projection } from '$lib/model';
import { valuesOf } from '../../../cells';
import { bridgeCsvRows } from '../../../compare/bridgePage';
import { askedFor, comparisonOf, scenarioAskedFor, together } from '../../../council.server';
import { figureName } from '../../../names';
import type { RequestHandler } from './$types';

const HEADINGS = ['Figure', 'Name', 'Scenario', 'Year', 'Unit', 'Value'];

/** A figure and its parts as CSV: for each scenario asked for, or as the steps from one scenario to another. */
export const GET: RequestHandler = (event) => {
	const asked = askedFor(event);
	const query = event.url.searchParams;
	const { figure } = event.params;
	const against = query.get('against');
	const scenarios = query.getAll('scenario').map((id) => scenarioAskedFor(asked.council, id));
	const rows =
		against === null
			? together(asked, scenarios).flatMap((projection) => figureRows(projection, figure))
			: scenarios.flatMap((scenario) =>
					bridgeCsvRows(comparisonOf(asked, scenarioAskedFor(asked.council, against), scenario))
				);
	const { council } = asked.council;
	return new Response(
		`\uFEFF${csv([...aboutRows(asked.council, asked.packs, asked.house), HEADINGS, ...rows])}`,
		{
			headers: {
				'Content-Type': 'text/csv; charset=utf-8',
				'Content-Disposition': `attachment; filename="${council.id}-${figure.replaceAll(/[^a-z0-9]+/gi, '-')}.csv"`
			}
		}
	);
};

/** What the file is, so that it cannot be taken for real or for complete when it lies alone in a folder. */
function aboutRows(
	{ council, packs }: Council,
	on: boolean,
	{ pricesOf }: House
): readonly (readonly string[])[] {
	const titles = packs.map(({ title }) => `‘${title}’`).join(', ');
	return [
		[council.name],
		...(council.invented ? [[text.invented]] : []),
		...(titles === '' ? [] : [[on ? text.packsOn(titles) : text.packsOff(titles)]]),
		[text.terms(pricesOf)]
	];
}

function figureRows(projection: Projection, id: string): readonly (readonly string[])[] {
	const ids = [...projection.figures.keys()].filter(
		(other) => other === id || (splitFigureId(id).part === null && other.startsWith(`${id}/`))
	);
	const house = houseOf(projection.council.council);
	return ids.flatMap((figure) =>
		valuesOf(projection, figure).map((value, y) => [
			figure,
			figureName(projection, figure),
			projection.scenario.title,
			house.year(projection.years[y] ?? ''),
			projection.figures.get(figure)?.unit ?? '',
			value?.toFixed() ?? text.blocked
		])
	);
}
