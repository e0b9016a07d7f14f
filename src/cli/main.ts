import { runCare } from './care/commands';
import { runPublished } from './care/published';
import { parsePublishedArguments, PUBLISHED_USAGE } from './care/publishedUsage';
import { CARE_USAGE, parseCareArguments } from './care/usage';
import { appraiseScenarios } from './appraise';
import { solveInput, switchFigure } from './solving';
import { check, compareScenarios, explain, projectScenario } from './commands';
import { simulateScenario } from './simulate';
import type { Outcome } from './outcome';
import { parseArguments, USAGE } from './usage';

/** Runs one command of the command line and returns its exit code: 0 done, 2 for a bad file or a bad call. */
function main([first, ...rest]: readonly string[]): number {
	if (first === 'care' && rest[0] === 'published') {
		const parsed = parsePublishedArguments(rest.slice(1));
		if ('problem' in parsed) return misunderstood(parsed.problem, PUBLISHED_USAGE);
		return 'help' in parsed ? explained(PUBLISHED_USAGE) : told(runPublished(parsed));
	}
	if (first === 'care') {
		const parsed = parseCareArguments(rest);
		if ('problem' in parsed) return misunderstood(parsed.problem, CARE_USAGE);
		return 'help' in parsed ? explained(CARE_USAGE) : told(runCare(parsed));
	}
	const parsed = parseArguments(first === undefined ? [] : [first, ...rest]);
	if ('problem' in parsed) return misunderstood(parsed.problem, USAGE);
	if ('help' in parsed) return explained(USAGE);
	const commands = {
		check,
		project: projectScenario,
		compare: compareScenarios,
		explain,
		appraise: appraiseScenarios,
		switch: switchFigure,
		solve: solveInput,
		simulate: simulateScenario
	};
	return told(commands[parsed.command](parsed));
}

function misunderstood(problem: string, usage: string): number {
	process.stderr.write(`${problem}\n\n${usage}`);
	return 2;
}

function explained(usage: string): number {
	process.stdout.write(usage);
	return 0;
}

function told({ output, problems }: Outcome): number {
	process.stdout.write(output);
	process.stderr.write(problems.map((line) => `${line}\n`).join(''));
	return problems.length > 0 ? 2 : 0;
}

// A reader such as `head` may have enough before all is written; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EPIPE') throw error;
});
process.exitCode = main(process.argv.slice(2));
