import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReturn } from '../../src/lib/exchange/ssda903/readReturn';
import {
	careRates,
	cleanReturn,
	countReturn,
	dailyForecastOf,
	forecastCare,
	PLACEHOLDER_WEEKLY_COSTS,
	stockOf,
	type DailyParameters
} from '../../src/lib/model';

const RUNS = 5;
const DAYS = 730;
const FOLDER = join('tests', 'golden', 'peer', 'datasets', 'syn_a', 'combined');
const SORTS = ['header', 'episodes', 'uasc'] as const;
const encoder = new TextEncoder();

type Files = Readonly<Record<(typeof SORTS)[number], Uint8Array>>;

/** The invented return with so many rows of episodes: its children again and again, under other names. */
function returnOf(rows: number): Files {
	const files = SORTS.map((sort) => {
		const [heading = '', ...lines] = readFileSync(join(FOLDER, `${sort}.csv`), 'utf8')
			.trim()
			.split('\n');
		return { sort, heading, lines };
	});
	const once = files.find(({ sort }) => sort === 'episodes')?.lines.length ?? 1;
	const copies = Math.max(Math.floor(rows / once), 1);
	// Fewer rows than the data set has: the children of some of its names.
	const isIn = (line: string): boolean =>
		rows >= once || Number(line.slice(0, line.indexOf(',')).slice(-2)) < (100 * rows) / once;
	return Object.fromEntries(
		files.map(({ sort, heading, lines }) => [
			sort,
			encoder.encode(
				[
					heading,
					...Array.from({ length: copies }, (_, copy) =>
						lines.filter(isIn).map((line) => `${copy}${line}`)
					).flat()
				].join('\n')
			)
		])
	) as unknown as Files;
}

const PARAMETERS: DailyParameters = {
	filters: { councils: [], ethnicities: [], sex: 'all', uasc: 'all' },
	rateAdjustments: [],
	entryAdjustments: [],
	shares: {},
	prices: { weeklyCosts: PLACEHOLDER_WEEKLY_COSTS, inflationRate: 0 }
};

const median = (times: readonly number[]): number =>
	times.toSorted((a, b) => a - b)[RUNS >> 1] ?? NaN;

/** The least that any program does with the files: decode them, and cut them into lines and cells. */
function bare(files: Files): number {
	const decoder = new TextDecoder();
	return Object.values(files).reduce(
		(cells, bytes) =>
			cells +
			decoder
				.decode(bytes)
				.split('\n')
				.reduce((sum, line) => sum + line.split(',').length, 0),
		0
	);
}

process.stdout.write(
	`two years by day and by month from a return; milliseconds, medians of ${RUNS}\n\n` +
		'rows      read  clean  daily: all  continuous: all    whole  × cutting the files into cells\n'
);
for (const rows of [2_000, 20_000, 100_000]) {
	const files = returnOf(rows);
	const times = { bare: [], read: [], clean: [], daily: [], continuous: [] } as Record<
		string,
		number[]
	>;
	let count = 0;
	for (let run = 0; run < RUNS; run++) {
		const timed = <T>(name: string, work: () => T): T => {
			const start = performance.now();
			const result = work();
			times[name]?.push(performance.now() - start);
			return result;
		};
		timed('bare', () => bare(files));
		const read = timed('read', () =>
			readReturn(SORTS.map((sort) => ({ name: `${sort}.csv`, bytes: files[sort] })))
		);
		if (read.problems.length > 0)
			throw new Error(read.problems.map(({ place, message }) => `${place}: ${message}`).join('\n'));
		count = read.rows.episodes.length;
		const clean = timed('clean', () => cleanReturn(read.rows));
		const window = { from: clean.to - 3 * 365, to: clean.to };
		const dates = { window, start: clean.to, until: clean.to + DAYS };
		timed('daily', () => dailyForecastOf(clean, PARAMETERS, dates));
		timed('continuous', () => {
			const rates = careRates(countReturn(clean, window));
			const opening = stockOf(clean, clean.to);
			return forecastCare({ opening, rates, start: clean.to, until: clean.to + DAYS });
		});
	}
	const [own, read, clean, daily, continuous] = [
		'bare',
		'read',
		'clean',
		'daily',
		'continuous'
	].map((name) => median(times[name] ?? [])) as [number, number, number, number, number];
	const whole = read + clean + daily + continuous;
	const ms = (value: number, width: number) => value.toFixed(0).padStart(width);
	process.stdout.write(
		`${String(count).padEnd(8)}${ms(read, 6)} ${ms(clean, 6)} ${ms(daily, 11)} ${ms(continuous, 16)} ${ms(whole, 8)}  ${(whole / own).toFixed(1)}\n`
	);
}
