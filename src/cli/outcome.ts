import { readFileSync } from 'node:fs';
import {
	problemLine,
	readCouncilText,
	scenarioOf,
	type Council,
	type Scenario
} from '../lib/model';
import { whyNot } from './files';
import type { Call } from './usage';

/** What a command prints on standard output, and what was wrong. */
export interface Outcome {
	readonly output: string;
	readonly problems: readonly string[];
}

/** What was wrong, and nothing printed. */
export const failed = (...problems: readonly string[]): Outcome => ({ output: '', problems });
/** Lines on standard output. */
export const printed = (lines: readonly string[]): Outcome => ({
	output: `${lines.join('\n')}\n`,
	problems: []
});

/** Reads the file of a call and goes on with its council. */
export function withCouncil(call: Call, command: (council: Council) => Outcome): Outcome {
	let text;
	try {
		text = readFileSync(call.file, 'utf8');
	} catch (error) {
		return failed(`${call.file}: ${whyNot(error)}`);
	}
	const read = readCouncilText(text);
	return read.ok ? command(read.council) : failed(...read.problems.map(problemLine));
}

/** Finds a scenario, the first where none is named, and goes on with it. */
export function withScenario(
	council: Council,
	id: string | undefined,
	command: (scenario: Scenario) => Outcome
): Outcome {
	const scenario = id === undefined ? council.scenarios[0] : scenarioOf(council, id);
	if (scenario !== undefined) return command(scenario);
	return failed(
		`there is no scenario '${id ?? ''}'; the file has ${council.scenarios.map((own) => own.id).join(', ')}`
	);
}
