import { readFileSync } from 'node:fs';
import {
	NO_PARAMETERS,
	readParameters,
	type ParametersFile
} from '../../lib/exchange/ssda903/parameters';
import { readReturn } from '../../lib/exchange/ssda903/readReturn';
import {
	cleanReturn,
	dayText,
	parseDay,
	populationLacks,
	problemLine,
	type ChildPopulation,
	type CleanReturn,
	type DailyDates,
	type DayNumber,
	type ModelChoice,
	type ReturnRows
} from '../../lib/model';
import { whyNot } from '../files';
import type { Outcome } from '../outcome';
import { backtest } from './backtest';
import { continuous } from './continuous';
import { daily } from './daily';
import { Refusal } from './refusal';
import type { CareCall } from './usage';

/** Estimates the rates of children in care from a return, projects with them by the method that the call names, or scores both. */
export function runCare(call: CareCall): Outcome {
	try {
		const { parameters, prices, population, ...file } = parametersOf(call);
		const { rows, clean } = returnOf(call);
		const dates = datesOf(call, file, clean);
		const method = { continuous, daily }[call.method];
		const lines =
			call.command === 'backtest'
				? backtest(rows, clean, parameters.filters, dates.window, call.years, call.json)
				: method[call.command](clean, parameters, dates, call.json, {
						prices,
						choice: choiceOf(call, population, dates)
					});
		return { output: `${lines.join('\n')}\n`, problems: [] };
	} catch (error) {
		if (error instanceof Refusal) return { output: '', problems: error.problems };
		throw error;
	}
}

/** The model that the call asks for; refused where the population that it is to follow is not all there. */
function choiceOf(
	{ exits, entries }: CareCall,
	population: ChildPopulation,
	{ window, start, until }: DailyDates
): ModelChoice {
	const own = { exits: exits === 'two-phase' ? 'twoPhase' : 'onePhase' } as const;
	if (entries !== 'population') return { ...own, entries };
	const lacks = populationLacks(population, window.to, start, until);
	if (lacks.length > 0)
		throw new Refusal(
			`--entries population: child_population of the parameters file lacks ${lacks.map(({ band, year }) => `${band} in ${year}`).join(', ')}`
		);
	return { ...own, entries: { population } };
}

function parametersOf({ parameters: path }: CareCall): ParametersFile {
	if (path === undefined) return NO_PARAMETERS;
	const read = readParameters(bytesOf(path).toString('utf8'));
	if (read.ok) return read.file;
	throw new Refusal(...read.problems.map((problem) => `${path}: ${problemLine(problem)}`));
}

function returnOf({ header, episodes, uasc }: CareCall): {
	readonly rows: ReturnRows;
	readonly clean: CleanReturn;
} {
	const paths = [header, episodes, ...(uasc === undefined ? [] : [uasc])];
	const { rows, problems, passedOver } = readReturn(
		paths.map((name) => ({ name, bytes: bytesOf(name) }))
	);
	if (problems.length > 0) throw new Refusal(...problems.map(problemLine));
	if (passedOver.length > 0)
		throw new Refusal(
			...passedOver.map((name) => `${name}: this is no header, episodes or UASC file of the return`)
		);
	const clean = rows.episodes.length === 0 ? null : cleanReturn(rows);
	if (clean === null || clean.stays.length === 0)
		throw new Refusal(`${episodes}: no episode of a child with a date of birth is in it`);
	return { rows, clean };
}

function bytesOf(path: string): Buffer {
	try {
		return readFileSync(path);
	} catch (error) {
		throw new Refusal(`${path}: ${whyNot(error)}`);
	}
}

function datesOf(
	call: CareCall,
	file: Pick<ParametersFile, 'from' | 'to' | 'start' | 'until'>,
	clean: CleanReturn
): DailyDates {
	const from = dayFor('--from', call.from, file.from);
	const to = dayFor('--to', call.to, file.to);
	// Where the call names the window, the file's start belongs to another one.
	const start = dayFor('--start', call.start, call.to === undefined ? (file.start ?? to) : to);
	const until = call.command !== 'project' ? start : dayFor('--until', call.until, file.until);
	if (from < clean.from || to > clean.to || from > to)
		throw new Refusal(
			`the return goes from ${dayText(clean.from)} to ${dayText(clean.to)}; choose --from and --to within it`
		);
	if (start < clean.from || start > clean.to)
		throw new Refusal(
			`--start ${dayText(start)}: the children of that day are not in the return, which goes from ${dayText(clean.from)} to ${dayText(clean.to)}`
		);
	if (call.command === 'project' && until <= start)
		throw new Refusal(`--until ${dayText(until)} is not after ${dayText(start)}`);
	return { window: { from, to }, start, until };
}

function dayFor(option: string, text: string | undefined, otherwise: DayNumber | null): DayNumber {
	const day = text === undefined ? otherwise : parseDay(text);
	if (day !== null) return day;
	throw new Refusal(
		text === undefined
			? `${option} is missing; give a day such as ${option} 2024-03-31`
			: `${option}: '${text}' is not a day; write it as 2024-03-31`
	);
}
