import { parseArgs } from 'node:util';

/** How the commands on children in care are called. */
export const CARE_USAGE = `windscreen care: children in care from the council's own return

  npm run -s cli -- care estimate FILES --from D --to D [--method M] [--parameters F.json] [--json]
  npm run -s cli -- care project FILES --from D --to D [--start D] --until D [--method M] [--exits X] [--entries N] [--parameters F.json] [--json]
  npm run -s cli -- care backtest FILES --from D --to D [--years N] [--parameters F.json] [--json]
  npm run -s cli -- care published --help   from what is published, without a return

FILES is --header F --episodes F [--uasc F]: the files of the SSDA903 return, one year's or several years' in one file.
The method M is continuous, which is meant where it is left out, or daily, the regional placement tool's.
A day D is written 2024-03-31. Rates are taken from --from to --to; children are projected from the end of --start,
which is --to where it is left out, to --until. A parameters file is one of the regional placement tool: its filters
are used, its dates where the call gives none, and by the daily method its adjustments, shares and prices.
By the continuous method children leave at one rate all along (X is one-phase, which is meant where it is left out) or at
another in their first year in care (two-phase); entries N stay at the window's rate (window, the same), grow by their trend
(trend), or follow the child population of the parameters file (population).
A backtest holds back the last N years before --to (1, 2 or 3; 1..3 for each of them; 1 where it is left out), takes
rates from the years before, and scores both methods by what came.
`;

/** How children in care are projected: in continuous time by band and type, or as the regional tool does. */
export type CareMethod = (typeof METHODS)[number];

/** Whether children leave care at one rate all along, or at another in the first year. */
export type CareExits = (typeof EXITS)[number];

/** What the entries of a forecast follow. */
export type CareEntries = (typeof ENTRIES)[number];

/** A call on children in care, understood; days are still texts. */
export interface CareCall {
	readonly command: (typeof COMMANDS)[number];
	readonly method: CareMethod;
	readonly header: string;
	readonly episodes: string;
	readonly uasc: string | undefined;
	readonly parameters: string | undefined;
	readonly from: string | undefined;
	readonly to: string | undefined;
	readonly start: string | undefined;
	readonly until: string | undefined;
	readonly exits: CareExits;
	readonly entries: CareEntries;
	/** How many years a backtest holds back. */
	readonly years: string | undefined;
	readonly json: boolean;
}

const COMMANDS = ['estimate', 'project', 'backtest'] as const;
const METHODS = ['continuous', 'daily'] as const;
const EXITS = ['one-phase', 'two-phase'] as const;
const ENTRIES = ['window', 'trend', 'population'] as const;

/** Understands the words after 'care', or says what is wrong with them. */
export function parseCareArguments(
	words: readonly string[]
): CareCall | { readonly problem: string } | { readonly help: true } {
	let parsed;
	try {
		parsed = parseArgs({
			args: [...words],
			allowPositionals: true,
			options: {
				header: { type: 'string' },
				episodes: { type: 'string' },
				uasc: { type: 'string' },
				parameters: { type: 'string' },
				method: { type: 'string', default: 'continuous' },
				from: { type: 'string' },
				to: { type: 'string' },
				start: { type: 'string' },
				until: { type: 'string' },
				exits: { type: 'string', default: 'one-phase' },
				entries: { type: 'string', default: 'window' },
				years: { type: 'string' },
				json: { type: 'boolean', default: false },
				help: { type: 'boolean', short: 'h', default: false }
			}
		});
	} catch (error) {
		return { problem: error instanceof Error ? error.message : String(error) };
	}
	const { values, positionals } = parsed;
	const [word, ...rest] = positionals;
	if (values.help || word === undefined) return { help: true };
	const command = COMMANDS.find((known) => known === word);
	if (command === undefined) return { problem: `There is no command 'care ${word}'.` };
	if (rest.length > 0)
		return { problem: `care ${command} does not know what '${rest.join(' ')}' is.` };
	const method = METHODS.find((known) => known === values.method);
	if (method === undefined)
		return {
			problem: `There is no method '${values.method}'; the methods are ${METHODS.join(' and ')}.`
		};
	const exits = EXITS.find((known) => known === values.exits);
	if (exits === undefined)
		return { problem: `There is no --exits '${values.exits}'; there are ${EXITS.join(' and ')}.` };
	const entries = ENTRIES.find((known) => known === values.entries);
	if (entries === undefined)
		return {
			problem: `There is no --entries '${values.entries}'; there are ${ENTRIES.join(', ')}.`
		};
	if (method === 'daily' && (exits !== 'one-phase' || entries !== 'window'))
		return { problem: '--exits and --entries are of the continuous method.' };
	const { header, episodes } = values;
	if (header === undefined || episodes === undefined)
		return { problem: `care ${command} needs --header and --episodes.` };
	const { uasc, parameters, from, to, start, until, years, json } = values;
	const files = { header, episodes, uasc, parameters };
	return { command, method, ...files, exits, entries, from, to, start, until, years, json };
}
