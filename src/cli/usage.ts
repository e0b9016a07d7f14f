import { parseArgs } from 'node:util';

/** How the command line is called. */
export const USAGE = `windscreen: the engine on the command line

  npm run -s cli -- check FILE
  npm run -s cli -- project FILE [--scenario ID] [--without-pack] [--real] [--json]
  npm run -s cli -- compare FILE A B [--without-pack] [--real] [--json]
  npm run -s cli -- explain FILE FIGURE [--scenario ID] [--year 2011/12] [--months] [--against ID] [--without-pack] [--real]
  npm run -s cli -- appraise FILE [--scenario ID] [--against ID] [--without-pack] [--json]
  npm run -s cli -- switch FILE FIGURE [--scenario ID] [--against ID] [--year 2011/12] [--without-pack] [--real] [--json]
  npm run -s cli -- solve FILE INPUT FIGURE=VALUE [--low N] [--high N] [as for switch]
  npm run -s cli -- simulate FILE [--scenario ID] [--draws N] [--seed S] [--without-pack] [--real] [--json]
  npm run -s cli -- care --help

FILE is a council file, such as scenarios/cheshire-east-2010.json. A, B and ID are scenario ids in it.
Without --scenario the first scenario is meant, "If we change nothing"; without --year, the first year.
appraise without --scenario appraises all; without --against, each against the first. A figure of an appraisal, such as
appraisal.npsv/council, can be explained like any other. switch finds for each input with a range the value at which the
figure is nothing; solve finds the value of one input, such as posts/outreach.fte, at which the figure is VALUE. simulate
draws every input that has a range, 1,000 times by seed 1 where nothing else is asked.
Exit code: 0 when done, 2 when the file or the call is wrong; what is wrong stands on standard error.
`;

/** A call of the command line, understood. */
export interface Call {
	readonly command:
		'check' | 'project' | 'compare' | 'explain' | 'appraise' | 'switch' | 'solve' | 'simulate';
	readonly file: string;
	/** What follows the file: two scenarios, or a figure. */
	readonly rest: readonly string[];
	readonly scenario: string | undefined;
	/** The scenario that an appraisal is against. */
	readonly against: string | undefined;
	readonly year: string | undefined;
	/** The range in which an input is solved for, where it is not the input's own. */
	readonly low: string | undefined;
	readonly high: string | undefined;
	/** How many draws are wanted, and the number that decides them; as they were written. */
	readonly draws: string | undefined;
	readonly seed: string | undefined;
	readonly packs: boolean;
	readonly terms: 'cash' | 'real';
	readonly json: boolean;
	/** Whether a figure is shown by month and quarter as well. */
	readonly months: boolean;
}

const COUNTS = {
	check: 0,
	project: 0,
	compare: 2,
	explain: 1,
	appraise: 0,
	switch: 1,
	solve: 2,
	simulate: 0
} as const;

/** Understands the words of a call, or says what is wrong with them. */
export function parseArguments(
	words: readonly string[]
): Call | { readonly problem: string } | { readonly help: true } {
	let parsed;
	try {
		parsed = parseArgs({
			args: [...words],
			allowPositionals: true,
			options: {
				scenario: { type: 'string' },
				against: { type: 'string' },
				low: { type: 'string' },
				high: { type: 'string' },
				draws: { type: 'string' },
				seed: { type: 'string' },
				year: { type: 'string' },
				'without-pack': { type: 'boolean', default: false },
				real: { type: 'boolean', default: false },
				months: { type: 'boolean', default: false },
				json: { type: 'boolean', default: false },
				help: { type: 'boolean', short: 'h', default: false }
			}
		});
	} catch (error) {
		return { problem: error instanceof Error ? error.message : String(error) };
	}
	const { values, positionals } = parsed;
	const [command, file, ...rest] = positionals;
	if (values.help || command === undefined) return { help: true };
	if (!isCommand(command)) return { problem: `There is no command '${command}'.` };
	if (file === undefined) return { problem: `${command} needs a council file.` };
	if (rest.length !== COUNTS[command])
		return { problem: `${command} needs ${NEEDS[command]} after the file, not ${rest.length}.` };
	return {
		command,
		file,
		rest,
		scenario: values.scenario,
		against: values.against,
		low: values.low,
		high: values.high,
		draws: values.draws,
		seed: values.seed,
		year: values.year,
		packs: !values['without-pack'],
		terms: values.real ? 'real' : 'cash',
		json: values.json,
		months: values.months
	};
}

const NEEDS = {
	check: 'nothing',
	project: 'nothing',
	compare: 'two scenarios',
	explain: 'one figure',
	appraise: 'nothing',
	switch: 'one figure',
	solve: 'an input and FIGURE=VALUE',
	simulate: 'nothing'
} as const;

function isCommand(word: string): word is Call['command'] {
	return Object.hasOwn(COUNTS, word);
}
