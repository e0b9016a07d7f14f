import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import type { CellRow } from '$lib/components/table/cell';
import { scenario as scenarioWords } from '$lib/messages/scenario';
import { saving } from '$lib/messages/saving';
import { worth } from '$lib/messages/worth';
import {
	areOnOne,
	PERSPECTIVES,
	solvableInputs,
	stepsFor,
	switchGoal,
	columnsOf,
	type Appraisal,
	type Council,
	type Scenario
} from '$lib/model';
import { contextOf } from '$lib/server/access/policy';
import { saveEdit } from '$lib/server/edits';
import { store } from '$lib/server/start';
import { appraisalOf } from '../../../appraisal.server';
import { askedFor, scenarioAskedFor, type Asked } from '../../../council.server';
import { blanksIn } from '../../../names';
import { standingView } from '../../../standing';
import type { Actions, PageServerLoad } from './$types';
import {
	agencyRows,
	answerRows,
	answersOf,
	blanksBehind,
	cumulativeOf,
	flowRows,
	isCut,
	optionCells,
	pricesIn,
	stageRows,
	weightedRows
} from './worthPage';
import { givenTables } from './worthTables';

/** Whether one scenario is worth what it costs: in a sentence, in figures, by year, and what that goes by. */
export const load = ((event) => {
	const asked = askedFor(event);
	const { council } = asked;
	const scenario = scenarioAskedFor(council, event.params.scenario);
	const [nothing] = council.scenarios;
	const appraisal = appraisalOf(asked, scenario);
	const wanted = event.url.searchParams.get('for');
	const perspective = PERSPECTIVES.find((own) => own === wanted) ?? 'council';
	const { id, title, description } = scenario;
	const flows = flowRows(appraisal, perspective);
	return {
		title: scenarioWords.pageTitle(worth.tab, title),
		scenario: { id, title, description },
		baseline: scenario.baseline,
		standing: standingView(council, scenario),
		against: nothing?.title ?? '',
		isCounterfactual: scenario === nothing,
		prices: pricesIn(appraisal),
		engine: appraisal.to.engine,
		years: appraisal.years,
		perspective,
		sentences: scenario === nothing ? [worth.isCounterfactual(title)] : answersOf(appraisal),
		isCut: isCut(appraisal),
		mends: mendsOf(appraisal, scenario === nothing),
		blanks: blanksIn(appraisal.to, [...new Set(blanksBehind(appraisal))]),
		answers: answerRows(appraisal),
		options: optionRows(asked, appraisal),
		minimum: minimumOf(council, scenario, appraisal),
		inputs: inputsOf(asked, scenario, nothing),
		flows,
		cumulative: cumulativeOf(appraisal),
		stages: stageRows(appraisal),
		agencies: agencyRows(appraisal),
		weighted: weightedRows(appraisal),
		elasticity: appraisal.settings?.appraisal.elasticity?.toFixed() ?? null,
		tables: givenTables(appraisal),
		notes: appraisal.notes
	};
}) satisfies PageServerLoad;

/** Marks the scenario that does the least that must be done, or none: an ordinary edit of the baseline. */
export const actions = {
	minimum: async (event) => {
		const asked = askedFor(event);
		const form = await event.request.formData();
		const chosen = form.get('scenario');
		if (event.locals.user.name === null)
			redirect(303, `/name?back=${encodeURIComponent(`${event.url.pathname}#minimum`)}`);
		const id = typeof chosen === 'string' && chosen !== '' ? chosen : undefined;
		const operations = markingSteps(asked.council, id);
		if (operations === null) return { message: worth.why.settings };
		const own = asked.council.scenarios.find((scenario) => scenario.id === id);
		const done = own === undefined ? worth.chosenNone : worth.chosen(own.title);
		if (operations.length === 0) return { message: done };
		const result = saveEdit(store(), contextOf(event), {
			request: randomUUID(),
			seen: asked.revision,
			scenario: null,
			act: 'chosen',
			operations: [...operations]
		});
		if (result?.answer === 'done') return { message: done };
		if (result?.answer === 'refused') return { message: saving.refused[result.why] };
		return {
			message: result?.answer === 'problem' ? worth.noSuch : worth.moved
		};
	}
} satisfies Actions;

function markingSteps(council: Council, id: string | undefined) {
	const settings = council.baseline.assumptions.find(({ use }) => use === 'appraisal');
	const column = columnsOf(council, 'assumptions').find(({ field }) => field === 'doMinimum');
	return settings === undefined || column === undefined
		? null
		: stepsFor(council, { into: 'baseline' }, 'assumptions', settings.id, column, id);
}

/** The inputs that may move where it is asked what would have to be true. */
function inputsOf({ council, packs }: Asked, scenario: Scenario, against: Scenario | undefined) {
	if (against === undefined || against === scenario) return [];
	const figure = `appraisal.npsv/${PERSPECTIVES[0]}`;
	const asked = { council, scenario, against, figure, y: 0, packs, terms: 'real' } as const;
	return solvableInputs(switchGoal(asked).place).map(({ ref, label, unit, value, range }) => ({
		ref,
		label,
		unit,
		now: value,
		low: range?.low ?? null,
		high: range?.high ?? null
	}));
}

/** What has to be mended before there can be an answer, each once. */
function mendsOf({ refusals }: Appraisal, isCounterfactual: boolean) {
	if (isCounterfactual) return [];
	const whys = new Set([...refusals.values()].map(({ why }) => why));
	return (['settings', 'deflator', 'cost', 'shares'] as const).filter((why) => whys.has(why));
}

/** Doing nothing, doing the least where a scenario is marked so, and this scenario. */
function optionRows(asked: Asked, appraisal: Appraisal): readonly CellRow[] {
	const { council } = asked;
	const { scenario } = appraisal.to;
	const [nothing] = council.scenarios;
	const least = leastIn(council, appraisal);
	return [
		...(nothing === undefined
			? []
			: [
					{
						label: worth.doNothing(nothing.title),
						cells: optionCells(appraisal).map((cell) => ({
							...cell,
							scenario: nothing.id,
							value: null,
							words: worth.comparator
						}))
					}
				]),
		...(least === undefined || !areOnOne(council, least, scenario) || least.id === scenario.id
			? []
			: [
					{
						label: worth.doMinimum(least.title),
						cells: optionCells(appraisalOf(asked, least))
					}
				]),
		...(scenario.id === nothing?.id
			? []
			: [
					{
						label: least?.id === scenario.id ? worth.doMinimum(scenario.title) : scenario.title,
						kind: 'total' as const,
						cells: optionCells(appraisal)
					}
				])
	];
}

function leastIn({ scenarios }: Council, { settings }: Appraisal): Scenario | undefined {
	return scenarios.find(({ id }) => id === settings?.appraisal.doMinimum);
}

/** What may be marked as doing the least, what is, and what is to be said of it. */
function minimumOf(council: Council, scenario: Scenario, appraisal: Appraisal) {
	const least = leastIn(council, appraisal);
	return {
		chosen: least?.id ?? null,
		note:
			least === undefined
				? worth.noMinimum
				: areOnOne(council, least, scenario)
					? null
					: worth.apartMinimum(least.title),
		isAgreed: scenario.baseline !== null,
		canChoose: appraisal.settings !== null,
		options: council.scenarios
			.slice(1)
			.filter(({ archived }) => !archived)
			.map(({ id, title }) => ({ id, title }))
	};
}
