import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	childrenInCareFile,
	INVENTED,
	neighboursFile,
	populationFile
} from '../../../tests/support/published';
import { runPublished } from './published';
import { parsePublishedArguments } from './publishedUsage';

let folder: string;
let inCare: string;
let population: string;
let neighbours: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'windscreen-published-'));
	inCare = saved('cla.csv', childrenInCareFile());
	population = saved('population.csv', populationFile());
	neighbours = saved('neighbours.csv', neighboursFile());
});

afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

function saved(name: string, text: string): string {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
}

function run(...words: readonly string[]) {
	const call = parsePublishedArguments(words);
	if (!('file' in call)) throw new Error('problem' in call ? call.problem : 'help');
	return runPublished(call);
}

interface Row {
	readonly council: string;
	readonly code: string;
	readonly year: number;
	readonly mean: number;
	readonly p10: number;
	readonly p50: number;
	readonly p90: number;
}

function rows(...words: readonly string[]): readonly Row[] {
	const { output, problems } = run(...words, '--json');
	expect(problems).toEqual([]);
	return JSON.parse(output) as readonly Row[];
}

const year = (from: number, until = from) => ['--from', String(from), '--until', String(until)];

describe('care published', () => {
	test('gives a row for every council and year', () => {
		const found = rows('--file', inCare, ...year(2025, 2026));
		expect(found).toHaveLength(2 * INVENTED.length);
		expect(Object.keys(found[0] ?? {})).toEqual([
			'council',
			'code',
			'year',
			'mean',
			'p10',
			'p50',
			'p90'
		]);
		expect(found.map(({ code }) => code)).toEqual(INVENTED.flatMap(({ code }) => [code, code]));
	});

	test('sees nothing of the year that it forecasts', () => {
		const wanted = rows('--file', inCare, ...year(2024));
		const without = saved(
			'until-2023.csv',
			childrenInCareFile()
				.split('\n')
				.filter((line) => !line.startsWith('2024'))
				.join('\n')
		);
		const other = saved(
			'other-2024.csv',
			childrenInCareFile().replace(/^(2024.*),\d+,\d+,99$/gm, '$1,7,7,99')
		);
		expect(rows('--file', without, ...year(2024))).toEqual(wanted);
		expect(rows('--file', other, ...year(2024))).toEqual(wanted);
		expect(rows('--file', inCare, '--population', population, ...year(2024))).toEqual(wanted);
	});

	test.each([['Birchester'], ['city of birchester'], ['952'], ['E06900011']])(
		'finds the council %s',
		(name) => {
			const all = rows('--file', inCare, ...year(2024));
			expect(rows('--file', inCare, '--council', name, ...year(2024))).toEqual(
				all.filter(({ code }) => code === 'E06900011')
			);
		}
	);

	test('shows people the last years beside the neighbours', () => {
		const { output } = run(
			...['--file', inCare, '--neighbours', neighbours, '--council', 'Alderbrook'],
			...year(2024)
		);
		expect(output).toContain('2021  2022  2023\n');
		expect(output).toContain('in care per 10,000, Larkhill');
		expect(output).not.toContain('Mossley Cross');
		expect(output).toContain('From the figures up to 31 March 2023');
	});

	test('scores itself beside the simple forecasts', () => {
		const { output, problems } = run('--file', inCare, '--score');
		expect(problems).toEqual([]);
		// What last year's figure would have been wrong by, straight from the invented councils.
		const wrong =
			INVENTED.reduce(
				(sum, own) => sum + Math.abs(Number(own.inCare[3]) - Number(own.inCare[2])),
				0
			) / INVENTED.length;
		expect(output).toMatch(new RegExp(`2024 +2023 +12 +[\\d.]+ +${wrong.toFixed(1)} `));
	});

	test.each([
		[['--council', 'Fernshyre'], /no council 'Fernshyre' in the files; the nearest are Fernshire,/],
		[['--population', 'nowhere.csv'], /nowhere\.csv: there is no such file/]
	])('says what is wrong with %j', (words, message) => {
		expect(run('--file', inCare, ...words, ...year(2024)).problems).toEqual([
			expect.stringMatching(message)
		]);
	});

	test('says that a file is of another kind, or that years are missing', () => {
		expect(run('--file', population, ...year(2024)).problems).toEqual([
			`${population}: --file needs a file of children in care, and this is one of population`
		]);
		expect(run('--file', inCare, ...year(2021)).problems).toEqual([
			'the files have no children in care before 2021'
		]);
	});

	test.each([
		[['--from', '2024', '--until', '2024'], 'needs --file'],
		[['--file', 'f', '--from', '2024'], 'needs --from and --until, or --score'],
		[['--file', 'f', '--from', '24', '--until', '2024'], "'24' is not a year"],
		[['--file', 'f', '--from', '2025', '--until', '2024'], 'is before']
	])('does not understand %j', (words, message) => {
		expect(parsePublishedArguments(words)).toEqual({
			problem: expect.stringContaining(message) as string
		});
	});
});
