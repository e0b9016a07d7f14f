import { Decimal } from 'decimal.js';
import {
	MOST_DRAWS,
	resultOf,
	startSimulation,
	type ChanceByYear,
	type Council,
	type Scenario,
	type SimulatedFigure,
	type SimulationResult,
	type Summary
} from '../lib/model';
import { failed, printed, withCouncil, withScenario, type Outcome } from './outcome';
import { shown, table } from './tables';
import type { Call } from './usage';

const USUAL_DRAWS = 1000;
const USUAL_SEED = 1;
const HIGHEST_SEED = 2 ** 31;
/** A simulation that takes longer than this is given up, so that nobody's machine is held by it. */
const MOST_SECONDS = 300;

/** Simulates a scenario: every input that has a range is drawn, and every figure is worked out in each draw. */
export function simulateScenario(call: Call): Outcome {
	const draws = wholeNumber(call.draws, '--draws', USUAL_DRAWS, 2, MOST_DRAWS);
	const seed = wholeNumber(call.seed, '--seed', USUAL_SEED, 0, HIGHEST_SEED);
	if (typeof draws === 'string') return failed(draws);
	if (typeof seed === 'string') return failed(seed);
	return withCouncil(call, (council) =>
		withScenario(council, call.scenario, (scenario) => {
			const result = within(MOST_SECONDS, council, scenario, { ...call, draws, seed });
			if (result === null)
				return failed(
					`${String(draws)} draws take more than ${String(MOST_SECONDS)} seconds here; ask for fewer`
				);
			return call.json
				? printed([JSON.stringify(simulationJson(result), null, 2)])
				: printed(simulationLines(council, scenario, result));
		})
	);
}

function wholeNumber(
	typed: string | undefined,
	option: string,
	usual: number,
	least: number,
	most: number
): number | string {
	if (typed === undefined) return usual;
	const value = Number(typed);
	return /^\d+$/.test(typed) && value >= least && value <= most
		? value
		: `${option} is '${typed}'; write a whole number from ${String(least)} to ${String(most)}`;
}

function within(
	seconds: number,
	council: Council,
	scenario: Scenario,
	asked: { readonly draws: number; readonly seed: number } & Pick<Call, 'packs' | 'terms'>
): SimulationResult | null {
	const start = performance.now();
	const { draws, seed, packs, terms } = asked;
	const simulation = startSimulation({ council, scenario, draws, seed, packs, terms });
	while (simulation.advance() < draws) if (performance.now() - start > seconds * 1000) return null;
	return resultOf(simulation);
}

/** A simulation as the documented JSON object. */
function simulationJson(result: SimulationResult) {
	const { engine, scenario, draws, seed, years, figures, meetsTarget, paysBack, inputs, held } =
		result;
	return {
		engine,
		scenario,
		draws,
		seed,
		years,
		figures: Object.fromEntries(
			[...figures].map(([id, { label, unit, byYear }]) => [id, { label, unit, byYear }])
		),
		meetsTarget,
		paysBack,
		inputs,
		held
	};
}

function simulationLines(
	council: Council,
	scenario: Scenario,
	{ draws, seed, years, figures, meetsTarget, paysBack, inputs, held, terms }: SimulationResult
): readonly string[] {
	const badge = council.council.invented ? ' (invented data)' : '';
	const money = terms === 'real' ? `real terms, ${years[0] ?? ''} prices` : 'cash terms';
	return [
		`${council.council.name}${badge}: ${scenario.title}, ${money}; ${String(draws)} draws of ${String(inputs.length)} inputs, seed ${String(seed)}`,
		'Mean, and from the 10th to the 90th percentile',
		'',
		...table([['', ...years], ...[...figures.values()].flatMap(rowsOf)]),
		...chanceLines('Chance to meet the savings target', meetsTarget, years),
		...chanceLines('Chance to have paid back by the end of the year', paysBack, years),
		...(held.length === 0
			? []
			: ['', `These have a range and stay at their value: ${held.join(', ')}`])
	];
}

/** A chance by year as a table of its own; none where no year can tell it. */
function chanceLines(
	title: string,
	chances: ChanceByYear,
	years: readonly string[]
): readonly string[] {
	if (chances.every((chance) => chance === null)) return [];
	const cells = chances.map((chance) =>
		chance === null ? 'not known' : `${(chance * 100).toFixed(0)} %`
	);
	return [
		'',
		title,
		...table([
			['', ...years],
			['', ...cells]
		])
	];
}

function rowsOf({ id, unit, byYear }: SimulatedFigure): readonly (readonly string[])[] {
	const cell = (summary: Summary | null, of: (own: Summary) => string): string =>
		summary === null ? 'blocked' : of(summary);
	const number = (value: number): string =>
		shown(new Decimal(value).toDecimalPlaces(SHOWN_PLACES), unit);
	return [
		[`${id} [${unit}]`, ...byYear.map((own) => cell(own, ({ mean }) => number(mean)))],
		...(byYear.every((own) => own === null || own.sd === 0)
			? []
			: [
					['  from 10th', ...byYear.map((own) => cell(own, ({ p10 }) => number(p10)))],
					['  to 90th', ...byYear.map((own) => cell(own, ({ p90 }) => number(p90)))]
				])
	];
}

const SHOWN_PLACES = 6;
