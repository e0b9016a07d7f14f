import { splitFigureId } from '../figures/figure';
import { FIGURES } from '../figures/figureList';
import type { Series } from '../ledger/series';
import { project, type Projection } from '../project';
import type { Council, Scenario } from '../scenario/file';
import { inDraw, type Column } from './column';
import { columnStore, inStore } from './columnStore';
import { drawnRun } from './kernel/drawnRun';
import { drawnFigure, figurePlan, type FigurePlan } from './kernel/figures';
import { emptyPlan, lineReader } from './kernel/lines';
import { readerOf } from './kernel/reader';
import { simulatedPlace } from './place';
import { drawablesOf, drawsOf, type Drawables } from './randomInputs';

/** What is to be drawn. */
export interface SimulateRequest {
	readonly council: Council;
	readonly scenario: Scenario;
	/** How many draws, and the whole number that decides them. */
	readonly draws: number;
	readonly seed: number;
	readonly packs?: boolean;
	readonly terms?: 'cash' | 'real';
	/** Parts of figures that are wanted besides all figures: 'cost.placements/foster'. */
	readonly parts?: readonly string[];
}

/** The draws of figures by their id, and then by year [pounds, or the figure's unit]; NaN where they are not known. */
export type FigureDraws = ReadonlyMap<string, readonly Float64Array[]>;

/** A simulation on its way: what it is of, its draws so far, and how to go on. */
export interface Simulation {
	readonly request: SimulateRequest;
	/** The scenario at the value of each input. */
	readonly projection: Projection;
	readonly drawables: Drawables;
	/** The draws of each random input, by its place. */
	readonly inputDraws: ReadonlyMap<string, Float64Array>;
	/** Of the scenario, and of "If we change nothing" in the same draws. */
	readonly figureDraws: FigureDraws;
	readonly nothingDraws: FigureDraws;
	/** Takes one more step, some of which end with more draws done, and says how many are done in all. */
	readonly advance: () => number;
}

/** The most draws that a simulation may have: beyond them their figures would not fit in 300 MB. */
export const MOST_DRAWS = 20_000;

/** Draws that are worked out at a time: enough to be quick, few enough to stay in the nearest memory. */
const SLICE = 128;
const PENCE = 100;

/** Starts a simulation: everything but the draws of its figures, which `advance` works out step by step. */
export function startSimulation(request: SimulateRequest): Simulation {
	const { draws, seed } = request;
	const { council, scenario, packs } = request;
	const drawables = drawablesOf(simulatedPlace(council, scenario, packs !== false));
	const { place, drawn } = drawables;
	const projection = project(place.council, place.scenario, { terms: request.terms ?? 'cash' });
	const inputDraws = new Map(drawn.map((own) => [own.input.ref, drawsOf(own, seed, draws)]));
	const ids = [...Object.keys(FIGURES), ...(request.parts ?? [])];
	const blank = (): FigureDraws =>
		new Map(ids.map((id) => [id, projection.years.map(() => new Float64Array(draws).fill(NaN))]));
	const [figureDraws, nothingDraws] = [blank(), blank()];
	const evaluate = evaluator(projection, drawables, ids);
	let done = 0;
	let store = columnStore();
	function* slices(): Generator<void, void, void> {
		while (done < draws) {
			const size = Math.min(SLICE, draws - done);
			const slice = new Map(
				[...inputDraws].map(([ref, all]) => [ref, all.subarray(done, done + size)])
			);
			store.rewind();
			const { own, nothing } = yield* evaluate(slice, size);
			keep(own, figureDraws, done, size);
			keep(nothing, nothingDraws, done, size);
			done += size;
			if (done < draws) yield;
		}
		// Nobody takes another step after the last: its memory must not wait for one.
		store = columnStore();
	}
	const steps = slices();
	return {
		request,
		projection,
		drawables,
		inputDraws,
		figureDraws,
		nothingDraws,
		advance: () => {
			inStore(store, () => steps.next());
			return done;
		}
	};
}

function keep(figures: DrawnFigures, all: FigureDraws, done: number, size: number): void {
	for (const [id, columns] of figures) {
		const isMoney = FIGURES[splitFigureId(id).figure]?.unit === '£';
		columns.forEach((column, y) => {
			const draws = all.get(id)?.[y];
			for (let i = 0; draws !== undefined && i < size; i++)
				draws[done + i] = inDraw(column, i) / (isMoney ? PENCE : 1);
		});
	}
}

type DrawnFigures = ReadonlyMap<string, readonly Column[]>;

/** Figures in some draws [pence, or their unit], of the scenario and of "If we change nothing". */
interface DrawnSides {
	readonly own: DrawnFigures;
	readonly nothing: DrawnFigures;
}

/** Works out figures of a projection in draws of its random inputs, given by their places; gives way after each step. */
function evaluator(
	{ run, nothing, years }: Projection,
	{ inputs }: Drawables,
	ids: readonly string[]
): (drawn: ReadonlyMap<string, Float64Array>, size: number) => Generator<void, DrawnSides, void> {
	const lines = emptyPlan();
	const plansOf = (own: typeof run): readonly FigurePlan[] =>
		ids.flatMap((id) => figurePlan(id, own, nothing) ?? []);
	const [plans, plansWithout] = [plansOf(run), plansOf(nothing)];
	return function* (drawn, size) {
		const known = new Map<Series, readonly Column[]>();
		const without = drawnRun(nothing, readerOf(inputs, nothing.changes, drawn, size), null);
		yield;
		const there = lineReader(without, nothing, lines, known);
		const figures = (all: readonly FigurePlan[], here: typeof there): DrawnFigures =>
			new Map(all.map((plan) => [plan.id, drawnFigure(plan, years.length, here, there)]));
		const before = figures(plansWithout, there);
		if (run === nothing) return { own: before, nothing: before };
		yield;
		const changed = drawnRun(run, readerOf(inputs, run.changes, drawn, size), without);
		yield;
		return { own: figures(plans, lineReader(changed, run, lines, known)), nothing: before };
	};
}
