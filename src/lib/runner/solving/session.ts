import { Decimal } from 'decimal.js';
import {
	councilWritten,
	inputAt,
	scenarioOf,
	solveFor,
	switchGoal,
	switchingValues,
	targetGoal,
	type FigureQuestion,
	type Solution
} from '$lib/model';
import type { SolvedInput, ToSolvingWorker } from './protocol';

/** Finds what is asked, against the first scenario, and tells after each input how many of how many are done. */
export function solvingOf(
	{ file, scenario, packs, task }: ToSolvingWorker,
	tell: (done: number, of: number) => void
): readonly SolvedInput[] {
	const council = councilWritten(file);
	const own = scenarioOf(council, scenario);
	const [against] = council.scenarios;
	if (own === undefined || against === undefined)
		throw new Error(`There is no scenario '${scenario}'.`);
	const question: FigureQuestion = {
		council,
		scenario: own,
		against,
		figure: task.figure,
		y: task.task === 'solve' ? task.y : 0,
		packs,
		terms: council.council.style.terms
	};
	if (task.task === 'switch')
		return switchingValues(switchGoal(question), (_, done, of) => {
			tell(done, of);
		}).map(asText);
	const goal = targetGoal(
		question,
		'value' in task.target ? new Decimal(task.target.value) : task.target
	);
	const input = inputAt(goal.place, task.input);
	if (input === null) throw new Error(`'${task.input}' is no input.`);
	return [
		asText(solveFor(goal, input, { low: new Decimal(task.low), high: new Decimal(task.high) }))
	];
}

/** A solution without exact numbers, which do not cross from a worker. */
function asText({ input, low, high, found }: Solution): SolvedInput {
	const { ref, label, unit, value } = input;
	return {
		ref,
		label,
		unit,
		now: value?.toFixed() ?? null,
		low: low.toFixed(),
		high: high.toFixed(),
		found: 'at' in found ? { at: found.at.toFixed() } : found
	};
}
