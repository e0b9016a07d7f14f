import { FIGURES } from '../figures/figureList';
import { splitFigureId } from '../figures/figure';
import { ENGINE_VERSION } from '../version';
import { chanceOfPayback, chanceOfTarget, type ChanceByYear } from './chances';
import type { DistributionName } from './distribution';
import { meanOf, summaryOf, type Summary } from './summary';
import {
	startSimulation,
	type FigureDraws,
	type SimulateRequest,
	type Simulation
} from './simulation';

/** A figure by year over all draws. */
export interface SimulatedFigure {
	readonly id: string;
	readonly label: string;
	readonly unit: string;
	/** Null in years in which it waits for a blank input. */
	readonly byYear: readonly (Summary | null)[];
	/** The same of "If we change nothing", in the same draws. */
	readonly nothing: readonly (Summary | null)[];
}

/** A random input: what it may be, and what its draws have to do with each figure. */
export interface SimulatedInput {
	readonly ref: string;
	readonly label: string;
	readonly unit: string;
	readonly distribution: DistributionName;
	readonly low: number;
	readonly mode: number;
	readonly high: number;
	readonly mean: number;
}

/** What a simulation found. It is plain data, and the same for the same seed, draws and engine. */
export interface SimulationResult {
	readonly engine: string;
	readonly scenario: string;
	readonly draws: number;
	readonly seed: number;
	readonly terms: 'cash' | 'real';
	readonly years: readonly string[];
	readonly figures: ReadonlyMap<string, SimulatedFigure>;
	readonly inputs: readonly SimulatedInput[];
	/** The chance that savings identified reach the target by year, 0 to 1. */
	readonly meetsTarget: ChanceByYear;
	/** The chance that it has paid back by the end of each year, 0 to 1. */
	readonly paysBack: ChanceByYear;
	/** Inputs with a range that stay at their value, because it says when something happens and not how much. */
	readonly held: readonly string[];
}

/** What a simulation found, with the draws themselves: of figures [pounds, or the unit] and of inputs. */
interface DrawnResult extends SimulationResult {
	readonly figureDraws: FigureDraws;
	readonly nothingDraws: FigureDraws;
	readonly inputDraws: ReadonlyMap<string, Float64Array>;
}

/** Draws the random inputs of a scenario, and works out every figure in each draw. */
export function simulate(request: SimulateRequest): DrawnResult {
	const simulation = startSimulation(request);
	while (simulation.advance() < request.draws);
	const { figureDraws, nothingDraws, inputDraws } = simulation;
	return { ...resultOf(simulation), figureDraws, nothingDraws, inputDraws };
}

/** The result of a simulation that is done. */
export function resultOf({
	request,
	projection,
	drawables,
	inputDraws,
	figureDraws,
	nothingDraws
}: Simulation): SimulationResult {
	return {
		engine: ENGINE_VERSION,
		scenario: request.scenario.id,
		draws: request.draws,
		seed: request.seed,
		terms: request.terms ?? 'cash',
		years: projection.years,
		figures: new Map(
			[...figureDraws].map(([id, byYear]) => {
				const about = FIGURES[splitFigureId(id).figure];
				return [
					id,
					{
						id,
						label: projection.figures.get(id)?.label ?? about?.label ?? id,
						unit: about?.unit ?? '',
						byYear: byYear.map(summaryOf),
						nothing: (nothingDraws.get(id) ?? []).map(summaryOf)
					}
				];
			})
		),
		inputs: drawables.drawn.map(({ input, spread }) => ({
			ref: input.ref,
			label: input.label,
			unit: input.unit,
			distribution: spread.name,
			low: spread.low,
			mode: spread.mode,
			high: spread.high,
			mean: meanOf(inputDraws.get(input.ref) ?? new Float64Array())
		})),
		meetsTarget: chanceOfTarget(figureDraws),
		paysBack: chanceOfPayback(figureDraws, nothingDraws),
		held: drawables.held
	};
}
