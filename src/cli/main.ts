import { check, compareScenarios, explain, projectScenario } from './commands';
import { parseArguments, USAGE } from './usage';

/** Runs one command of the command line and returns its exit code: 0 done, 2 for a bad file or a bad call. */
function main(words: readonly string[]): number {
	const parsed = parseArguments(words);
	if ('problem' in parsed) {
		process.stderr.write(`${parsed.problem}\n\n${USAGE}`);
		return 2;
	}
	if ('help' in parsed) {
		process.stdout.write(USAGE);
		return 0;
	}
	const commands = { check, project: projectScenario, compare: compareScenarios, explain };
	const outcome = commands[parsed.command](parsed);
	process.stdout.write(outcome.output);
	process.stderr.write(outcome.problems.map((line) => `${line}\n`).join(''));
	return outcome.problems.length > 0 ? 2 : 0;
}

// A reader such as `head` may have enough before all is written; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EPIPE') throw error;
});
process.exitCode = main(process.argv.slice(2));
