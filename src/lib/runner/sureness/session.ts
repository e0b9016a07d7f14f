import {
	areOnOne,
	councilWritten,
	influencesOn,
	outcomeDraws,
	pairedDifferences,
	alongside,
	resultOf,
	scenarioOf,
	startSimulation,
	tornadoBars,
	twoWayRows,
	widestFirst,
	type Council,
	type PairedFigure,
	type Simulation,
	type SureOutcome,
	type TornadoBar
} from '$lib/model';
import type { Sureness, SurenessAnswer, ToSurenessWorker, WantedSureness } from './protocol';

/** The draws of a scenario, held where they were made so that more can be asked of them. */
export interface SurenessSession {
	/** Does what a page asks, and gives way after each step; what is not gone on with is given up. */
	readonly answers: (asked: ToSurenessWorker) => Generator<SurenessAnswer, void, void>;
}

/** Opens a session in which nothing is drawn yet; misuse throws, for the page knows the same file. */
export function openSureness(): SurenessSession {
	let drawn: Simulation | null = null;
	const held = (): Simulation => {
		if (drawn === null) throw new Error('The draws were asked before there were any.');
		return drawn;
	};
	function* run(wanted: WantedSureness): Generator<SurenessAnswer, void, void> {
		const start = performance.now();
		const council = councilWritten(wanted.file);
		const requests = requestsOf(council, wanted);
		const runs: Simulation[] = [];
		const total = wanted.draws * requests.length;
		for (const [i, request] of requests.entries()) {
			const shareAt = (done: number): number => (i * wanted.draws + done) / total;
			yield { say: 'progress', step: 'draws', share: shareAt(0) };
			const simulation = startSimulation(request);
			runs.push(simulation);
			for (let done = 0; done < wanted.draws;) {
				yield { say: 'progress', step: 'draws', share: shareAt(done) };
				done = simulation.advance();
			}
		}
		const [simulation, ...others] = runs;
		if (simulation === undefined) throw new Error('Nothing was drawn.');
		drawn = simulation;
		yield {
			say: 'sureness',
			sureness: surenessOf(simulation, others, performance.now() - start)
		};
		yield* outcomeAnswers(simulation, wanted.outcome);
	}
	return {
		*answers(asked) {
			if (asked.say === 'run') yield* run(asked.wanted);
			else if (asked.say === 'outcome') yield* outcomeAnswers(held(), asked.outcome);
			else if (asked.say === 'table') yield* tableAnswers(held(), asked.outcome, asked.inputs);
		}
	};
}

/** What is to be drawn of the scenario, and of each other in the same draws. */
function requestsOf(council: Council, wanted: WantedSureness): readonly Simulation['request'][] {
	const { draws, seed, packs, terms } = wanted;
	const own = scenarioOf(council, wanted.scenario);
	if (own === undefined) throw new Error(`There is no scenario '${wanted.scenario}'.`);
	const others = wanted.against.map((id) => {
		const other = scenarioOf(council, id);
		if (other === undefined) throw new Error(`There is no scenario '${id}'.`);
		if (!areOnOne(council, own, other))
			throw new Error(`'${own.id}' and '${id}' stand on different baselines.`);
		return other;
	});
	const [beside = own] = others;
	return [
		alongside(council, own, beside),
		...others.map((other) => alongside(council, other, own))
	].map((scenario) => ({ council, scenario, draws, seed, packs, terms }));
}

function surenessOf(
	simulation: Simulation,
	others: readonly Simulation[],
	milliseconds: number
): Sureness {
	const { figureDraws } = simulation;
	return {
		...resultOf(simulation),
		differences: new Map(
			others.map((other): [string, ReadonlyMap<string, PairedFigure>] => [
				other.request.scenario.id,
				pairedDifferences(figureDraws, other.figureDraws)
			])
		),
		milliseconds
	};
}

function* outcomeAnswers(
	simulation: Simulation,
	outcome: SureOutcome
): Generator<SurenessAnswer, void, void> {
	const draws = outcomeDraws(simulation, outcome);
	const influences = draws === null ? null : influencesOn(draws, simulation.inputDraws);
	yield { say: 'influences', influences: { outcome, influences } };
	const bars: TornadoBar[] = [];
	for (const { bar, share } of tornadoBars(simulation.request, outcome)) {
		bars.push(bar);
		yield { say: 'progress', step: 'tornado', share };
	}
	yield { say: 'tornado', outcome, bars: widestFirst(bars) };
}

function* tableAnswers(
	simulation: Simulation,
	outcome: SureOutcome,
	inputs: readonly [string, string]
): Generator<SurenessAnswer, void, void> {
	for (const table of twoWayRows(simulation.request, outcome, inputs))
		yield { say: 'table', outcome, table };
}
