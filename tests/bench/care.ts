import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readReturn } from '../../src/lib/exchange/ssda903/readReturn';
import {
	careRates,
	cleanReturn,
	countReturn,
	dailyForecastOf,
	dayText,
	forecastCare,
	PLACEHOLDER_WEEKLY_COSTS,
	stockOf,
	type DailyParameters
} from '../../src/lib/model';
import { returnOf, SORTS, type ReturnFiles } from './returnFiles';

const RUNS = 5;
const DAYS = 730;
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
function bare(files: ReturnFiles): number {
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

/** What the command line takes from its start to its end for a forecast of two years by one method [ms]. */
function wholeProcess(folder: string, method: 'daily' | 'continuous', to: string): number {
	const given = SORTS.flatMap((sort) => [`--${sort}`, join(folder, `${sort}.csv`)]);
	const year = Number(to.slice(0, 4));
	const dates = ['--from', `${year - 3}-04-01`, '--to', to, '--until', `${year + 2}-03-31`];
	const start = performance.now();
	const { status, stderr } = spawnSync(
		process.execPath,
		[
			join('src', 'cli', 'windscreen.js'),
			'care',
			'project',
			...given,
			...dates,
			'--method',
			method
		],
		{ encoding: 'utf8', maxBuffer: Infinity }
	);
	if (status !== 0) throw new Error(stderr);
	return performance.now() - start;
}

process.stdout.write(
	`two years by day and by month from a return; milliseconds, medians of ${RUNS}\n\n` +
		'rows      read  clean  daily: all  continuous: all    whole  × cutting the files into cells  command line: daily  continuous\n'
);
const folder = mkdtempSync(join(tmpdir(), 'windscreen-bench-'));
for (const rows of [2_000, 20_000, 100_000]) {
	const files = returnOf(rows);
	for (const sort of SORTS) writeFileSync(join(folder, `${sort}.csv`), files[sort]);
	const times = { bare: [], read: [], clean: [], daily: [], continuous: [] } as Record<
		string,
		number[]
	>;
	let to = '';
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
		to = dayText(clean.to);
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
	const byCommand = (method: 'daily' | 'continuous') =>
		median(Array.from({ length: RUNS }, () => wholeProcess(folder, method, to)));
	process.stdout.write(
		`${String(count).padEnd(8)}${ms(read, 6)} ${ms(clean, 6)} ${ms(daily, 11)} ${ms(continuous, 16)} ${ms(whole, 8)}  ${(whole / own).toFixed(1).padEnd(32)} ${ms(byCommand('daily'), 19)} ${ms(byCommand('continuous'), 11)}\n`
	);
}
rmSync(folder, { recursive: true, force: true });
