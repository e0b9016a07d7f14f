import { parseArgs } from 'node:util';

/** How the forecast from published figures is called. */
export const PUBLISHED_USAGE = `windscreen care published: children in care from what is published for every council

  npm run -s cli -- care published --file F [--population F] [--neighbours F] [--council NAME|CODE|all] --from YEAR --until YEAR [--json]
  npm run -s cli -- care published --file F [--population F] --score [--json]

The files are the Department for Education's and the Office for National Statistics' as downloaded, zipped or not:
children in care on 31 March, starting and ceasing; children who live in each council; statistical neighbours.
Children in care are forecast on each 31 March from --from to --until. Only figures of years before --from are used,
whatever the files hold. Without --council, all councils are meant.
--score forecasts every 31 March in the files from those before it, and says how near that came.
`;

/** A call of the forecast from published figures, understood. */
export interface PublishedCall {
	readonly file: string;
	readonly population: string | undefined;
	readonly neighbours: string | undefined;
	readonly council: string;
	/** The years to forecast; null where forecasts are to be scored. */
	readonly years: Years | null;
	readonly json: boolean;
}

/** The first and the last year of a forecast. */
export interface Years {
	readonly from: number;
	readonly until: number;
}

/** Stands for every council in the files. */
export const ALL = 'all';

/** Understands the words after 'care published', or says what is wrong with them. */
export function parsePublishedArguments(
	words: readonly string[]
): PublishedCall | { readonly problem: string } | { readonly help: true } {
	let parsed;
	try {
		parsed = parseArgs({
			args: [...words],
			options: {
				file: { type: 'string' },
				population: { type: 'string' },
				neighbours: { type: 'string' },
				council: { type: 'string', default: ALL },
				from: { type: 'string' },
				until: { type: 'string' },
				score: { type: 'boolean', default: false },
				json: { type: 'boolean', default: false },
				help: { type: 'boolean', short: 'h', default: false }
			}
		});
	} catch (error) {
		return { problem: error instanceof Error ? error.message : String(error) };
	}
	const { file, from, until, score, help, ...others } = parsed.values;
	if (help) return { help: true };
	if (file === undefined) return { problem: 'care published needs --file.' };
	const call = { file, population: others.population, neighbours: others.neighbours, ...others };
	if (score) return { ...call, years: null };
	if (from === undefined || until === undefined)
		return { problem: 'care published needs --from and --until, or --score.' };
	const wrong = [from, until].find((year) => !/^20\d\d$/.test(year));
	if (wrong !== undefined)
		return { problem: `'${wrong}' is not a year; write 2024 for 31 March 2024.` };
	if (Number(until) < Number(from))
		return { problem: `--until ${until} is before --from ${from}.` };
	return { ...call, years: { from: Number(from), until: Number(until) } };
}
