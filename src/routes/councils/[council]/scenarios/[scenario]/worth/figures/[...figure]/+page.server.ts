import { error } from '@sveltejs/kit';
import { exactPounds } from '$lib/format';
import { en as text } from '$lib/messages/en';
import { worth } from '$lib/messages/worth';
import { explainAppraisal, type Appraisal, type Figure, type Headline } from '$lib/model';
import { appraisalOf } from '../../../../../appraisal.server';
import { askedFor, scenarioAskedFor } from '../../../../../council.server';
import { blanksIn } from '../../../../../names';
import { untold } from '../../../../../working/rivals';
import { inputsOf, stepOf } from '../../../../../working/steps';
import { headlineCell, houseIn, pricesIn, rowCell } from '../../worthPage';
import type { PageServerLoad } from './$types';

/** How one figure of an appraisal was worked out: an answer for all years, or a row of it in one year. */
export const load = ((event) => {
	const asked = askedFor(event);
	const scenario = scenarioAskedFor(asked.council, event.params.scenario);
	const appraisal = appraisalOf(asked, scenario);
	const { years, headlines, rows, to } = appraisal;
	const { figure } = event.params;
	const headline = headlines.get(figure);
	const row = rows.get(figure);
	const about = headline ?? row;
	if (about === undefined) error(404, text.errors.noFigure(figure));
	const wanted = event.url.searchParams.get('year');
	const year = row !== undefined && wanted !== null && years.includes(wanted) ? wanted : null;
	const isWorked = headline !== undefined || year !== null;
	const working = isWorked
		? explainAppraisal(appraisal, figure, year === null ? 0 : years.indexOf(year))
		: null;
	const names = { council: to.council, figures: new Map<string, { readonly label: string }>([...to.figures, ...rows, ...headlines]) };
	return {
		title: text.figure.heading,
		worthFigure: figure,
		name: about.label,
		scenario: { id: scenario.id, title: scenario.title },
		baseline: scenario.baseline,
		years,
		year,
		prices: pricesIn(appraisal),
		sentence: sentenceOf(appraisal, headline ?? null, row ?? null, year),
		blanks: blanksIn(to, blockedBy(headline ?? null, row ?? null)),
		byYear: row === undefined ? null : years.map((at) => rowCell(appraisal, row, at)),
		working: working === null ? null : stepOf(names, working, figure),
		inputs: working === null ? [] : untold(inputsOf(to, working))
	};
}) satisfies PageServerLoad;

function blockedBy(headline: Headline | null, row: Figure | null): readonly string[] {
	if (headline !== null) return 'blockedBy' in headline.answer ? headline.answer.blockedBy : [];
	return row?.blockedBy ?? [];
}

/** What the figure is, in one sentence. */
function sentenceOf(
	appraisal: Appraisal,
	headline: Headline | null,
	row: Figure | null,
	year: string | null
): string {
	const house = houseIn(appraisal);
	const { title } = appraisal.to.scenario;
	const name = (headline ?? row)?.label ?? '';
	if (headline !== null && 'refused' in headline.answer)
		return worth.figureNone(name, title, headline.answer.refused);
	if (headline === null && year === null) return worth.figureRow(name, title);
	const cell =
		headline === null && row !== null
			? rowCell(appraisal, row, year)
			: headlineCell(appraisal, headline?.id ?? '');
	if (cell.words !== undefined) return worth.figureIs(name, title, cell.words);
	if (cell.value === null) return worth.figureBlocked(name, title);
	const value =
		cell.unit === '£' ? exactPounds(cell.value) : house.quantity(cell.value, cell.unit);
	return year === null
		? worth.figureIs(name, title, value)
		: worth.figureInYear(name, title, house.year(year), value);
}
