import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCare } from './commands';
import { parseCareArguments } from './usage';

const PEER = 'tests/golden/peer';
const FILES = ['header', 'episodes', 'uasc'].flatMap((sort) => [
	`--${sort}`,
	`${PEER}/datasets/tiny/combined/${sort}.csv`
]);
const WINDOW = ['--from', '2021-04-01', '--to', '2023-03-31'];
const DAILY = ['--method', 'daily'];

let folder: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'windscreen-care-'));
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
	const call = parseCareArguments(words);
	if (!('command' in call)) throw new Error('problem' in call ? call.problem : 'help');
	return runCare(call);
}

function json(...words: readonly string[]): Record<string, unknown> {
	const { output, problems } = run(...words, '--json');
	expect(problems).toEqual([]);
	return JSON.parse(output) as Record<string, unknown>;
}

describe('care estimate by the daily method', () => {
	test('gives the rates, the entrants and the shares of a window', () => {
		const { rates, ...estimate } = json('estimate', ...FILES, ...WINDOW, ...DAILY);
		expect(estimate).toMatchObject({ method: 'daily', from: '2021-04-01', to: '2023-03-31' });
		// One of two children left on one of 589 days.
		expect(rates).toContainEqual({
			from: '1 to 5 - Fostering',
			to: '1 to 5 - Not in care',
			perDay: 0.5 / 589
		});
		// Three children in 730 days.
		expect(estimate['entrants']).toContainEqual({ to: '5 to 10 - Fostering', perDay: 3 / 730 });
		expect(estimate['shares']).toMatchObject({ 'Residential (In-house)': 570 / 1330 });
	});

	test('has a table for people', () => {
		const { output } = run('estimate', ...FILES, ...WINDOW, ...DAILY);
		expect(output).toContain('5 to 10 - Fostering');
		expect(output).toContain('0.004109589');
	});
});

describe('care project by the daily method', () => {
	test('gives children, variance and pounds on each date, from the day after the window', () => {
		const forecast = json('project', ...FILES, ...WINDOW, '--until', '2023-05-30', ...DAILY);
		const dates = forecast['dates'] as readonly string[];
		expect(dates[0]).toBe('2023-04-01');
		expect(dates.at(-1)).toBe('2023-05-30');
		const population = forecast['population'] as Record<string, readonly number[]>;
		expect(population['16 to 18+ - Supported']?.at(-1)).toBeCloseTo(1.72104058575, 9);
		expect(Object.keys(forecast).sort()).toEqual(
			'costs dates entrants method population rates shares variance weeklyCosts'.split(' ')
		);
	});

	test('takes a parameters file of the regional tool, whose dates give way to the call’s', () => {
		const file = `${PEER}/expected/tiny/r2_tiny_window/params.json`;
		const alone = json('project', ...FILES, '--parameters', file, ...DAILY);
		expect((alone['dates'] as readonly string[])[0]).toBe('2022-07-01');
		expect((alone['dates'] as readonly string[]).at(-1)).toBe('2023-09-30');
		expect(alone['weeklyCosts']).toMatchObject({ 'Secure home': 10000 });
		const called = json(
			'project',
			...FILES,
			...WINDOW,
			'--until',
			'2023-04-30',
			'--parameters',
			file,
			...DAILY
		);
		expect(called['dates']).toHaveLength(30);
	});

	test('has a table for people, by quarter', () => {
		const { output } = run('project', ...FILES, ...WINDOW, '--until', '2023-05-30', ...DAILY);
		expect(output).toContain('Q2-2023');
		// The tool's total of the quarter.
		expect(output).toContain('43727.15');
	});
});

describe('the continuous method, which is meant where none is named', () => {
	test('counts events and child-days, and gives rates with their uncertainty', () => {
		const estimate = json('estimate', ...FILES, ...WINDOW);
		expect(estimate).toMatchObject({ method: 'continuous', from: '2021-04-01', days: 730 });
		// Child 12, placed for adoption from 20 April 2021 to 9 January 2023.
		expect(estimate['exposures']).toContainEqual({ band: '1-4', type: 'adoption', childDays: 629 });
		expect(estimate['exits']).toContainEqual({
			band: '1-4',
			type: 'adoption',
			reason: 'E11',
			children: 1
		});
		// Children 4 and 5 left on their 18th birthdays.
		expect(estimate['turned18']).toBe(2);
		expect(run('estimate', ...FILES, ...WINDOW).output).toContain('Leaving care, drawn toward');
	});

	test('starts from the children of the day, and says what chance does', () => {
		const forecast = json('project', ...FILES, ...WINDOW, '--until', '2023-05-15');
		expect(forecast['dates']).toEqual(['2023-04-30', '2023-05-15']);
		const figures = forecast['figures'] as Record<string, Record<string, readonly number[]>>;
		const { mean, p10, p90 } = figures['all'] ?? {};
		// Eleven of the sixteen were in care at the end of March 2023.
		expect(Math.abs((mean?.[0] ?? 0) - 11)).toBeLessThan(1);
		expect(p10?.[0]).toBeLessThan(mean?.[0] ?? 0);
		expect(p90?.[0]).toBeGreaterThan(mean?.[0] ?? Infinity);
		expect(Object.keys(figures)).toEqual(
			expect.arrayContaining(['10-15 foster', '10-15', 'foster'])
		);
		expect(run('project', ...FILES, ...WINDOW, '--until', '2023-05-15').output).toContain(
			'in eight of ten cases from'
		);
	});

	test('refuses adjustments of the daily method’s states', () => {
		const rate = '{"from":"1 to 5 - Fostering","to":"1 to 5 - Not in care","multiply":2}';
		const file = saved('daily.json', `{"rate_adjustments":[${rate}]}`);
		const words = ['--until', '2023-05-15', '--parameters', file];
		expect(run('project', ...FILES, ...WINDOW, ...words).problems).toEqual([
			'rate_adjustments and entry_adjustments are of the states of the daily method; add --method daily'
		]);
	});
});

describe('what a forecast may follow', () => {
	const all = (...words: readonly string[]): number => {
		const forecast = json('project', ...FILES, ...WINDOW, '--until', '2024-03-31', ...words);
		return (
			(forecast['figures'] as Record<string, Record<string, number[]>>)['all']?.['mean']?.at(-1) ??
			0
		);
	};

	test('entries of a population, exits of two phases', () => {
		const bands = ['under-1', '1-4', '5-9', '10-15', '16-17'];
		const byYear = (now: number) =>
			JSON.stringify({
				child_population: Object.fromEntries(
					bands.map((band) => [band, { '2021/22': 100, '2022/23': 100, '2023/24': now }])
				)
			});
		const follow = (now: number) =>
			all('--entries', 'population', '--parameters', saved(`p${now}.json`, byYear(now)));
		expect(follow(100)).toBeCloseTo(all(), 9);
		expect(follow(150)).toBeGreaterThan(all() + 1);
		expect(all('--exits', 'two-phase')).not.toBe(all());
		expect(
			run('project', ...FILES, ...WINDOW, '--until', '2024-03-31', '--entries', 'population')
				.problems
		).toEqual([expect.stringContaining('lacks under-1 in 2022/23, under-1 in 2023/24')]);
	}, 30_000);

	test.each([
		[
			['--exits', 'three-phase'],
			"There is no --exits 'three-phase'; there are one-phase and two-phase."
		],
		[['--entries', 'guess'], "There is no --entries 'guess'; there are window, trend, population."],
		[
			['--method', 'daily', '--entries', 'trend'],
			'--exits and --entries are of the continuous method.'
		]
	])('%j is not understood', (words, problem) => {
		expect(parseCareArguments(['project', '--header', 'h', '--episodes', 'e', ...words])).toEqual({
			problem
		});
	});
});

describe('prices of the continuous method', () => {
	const types = ['foster', 'kinship', 'residential', 'secure', 'supported', 'parents', 'adoption'];
	const bought = { provision: 'bought', price_year: '2023/24', external_weekly: 700 };
	const file = (own: object) =>
		saved(
			'prices.json',
			JSON.stringify({ prices: own, outturn: { year: '2022/23', pounds: 1e6 } })
		);
	const all = Object.fromEntries([...types, 'other'].map((type) => [type, bought]));
	const until = (day: string, own: object) => ['--until', day, '--parameters', file(own)];

	test('cost the forecast’s children by month, quarter and year, brought to the outturn', () => {
		const { costs } = json('project', ...FILES, ...WINDOW, ...until('2023-06-30', all));
		const { total, quarters, calibration } = costs as Record<string, Record<string, unknown>>;
		expect(quarters).toEqual(['2023/24 Q1']);
		// As many children as in the year whose outturn was £1m, some eleven all the time: a quarter of that.
		const [quarter = 0] = total?.['quarters'] as readonly number[];
		expect(quarter).toBeGreaterThan(200_000);
		expect(quarter).toBeLessThan(300_000);
		expect((total?.['months'] as readonly number[]).reduce((a, b) => a + b, 0)).toBeCloseTo(
			quarter,
			6
		);
		expect(calibration).toMatchObject({ year: '2022/23', outturn: 1e6 });
		// Eleven children are few, so the quarter's cost is far from sure.
		const { known } =
			(costs as Record<string, Record<string, Record<string, object[]>>>)['figures'] ?? {};
		const { p10, mean, p90 } = known?.['quarters']?.[0] as Record<string, number>;
		expect((mean ?? 0) / quarter).toBeCloseTo(1, 1);
		expect(p10).toBeLessThan(0.95 * quarter);
		expect(p90).toBeGreaterThan(1.05 * quarter);
		expect(run('project', ...FILES, ...WINDOW, ...until('2023-06-30', all)).output).toContain(
			'Brought to the outturn of 2022/23'
		);
	});

	test('say what they lack, and which words they do not know', () => {
		const problemsOf = (words: readonly string[]) =>
			run('project', ...FILES, ...WINDOW, ...words).problems.join();
		const { output } = run(
			'project',
			...FILES,
			...WINDOW,
			...until('2023-06-30', { foster: bought })
		);
		expect(output).toContain('Without prices: kinship');
		expect(problemsOf(until('2023-06-30', { foster: { ...bought, weekly: 1 } }))).toContain(
			'weekly'
		);
		expect(problemsOf(until('2023-06-30', { fostering: bought }))).toContain('fostering');
	});
});

describe('prices of any days, and of care leavers', () => {
	const bought = { provision: 'bought', price_year: '2023/24', external_weekly: 700 };
	const leavers = {
		price_year: '2023/24',
		shares: { staying_put: 0.25, other_support: 0.5 },
		staying_put_weekly: { '18-20': 600 },
		other_support_weekly: { '18-20': 300 },
		uasc: { share: 0.2, grant_weekly: 270, until_age: 21 }
	};
	const costsOf = (parameters: object, ...days: readonly string[]) =>
		json(
			'project',
			...FILES,
			...WINDOW,
			...days,
			'--parameters',
			saved('leavers.json', JSON.stringify(parameters))
		)['costs'] as Record<string, readonly Record<string, unknown>[]> & {
			readonly months: readonly string[];
		};

	test('start and end on any day', () => {
		const days = ['--start', '2023-03-10', '--until', '2023-06-15'];
		const { months, lines } = costsOf({ prices: { foster: bought } }, ...days);
		expect(months).toEqual(['2023-03', '2023-04', '2023-05', '2023-06']);
		expect(lines?.[0]).toMatchObject({ type: 'foster', part: 'external', waitsFor: [] });
	});

	test('tell what those who turn 18 cost, and the grant, or that they are not priced', () => {
		const days = ['--until', '2023-12-31'];
		const { lines, leavers: people } = costsOf({ care_leavers: leavers }, ...days);
		const yearsOf = (part: string) =>
			lines?.find((line) => line['type'] === 'leavers' && line['part'] === part)?.['years'];
		const [year = 0] = yearsOf('stayingPut') as readonly number[];
		expect(year).toBeGreaterThan(0);
		// A quarter at £600 cost as much as a half at £300, and the grant is 54 of 150.
		expect(yearsOf('otherSupport')).toEqual(yearsOf('stayingPut'));
		expect((yearsOf('uascGrant') as readonly number[])[0]).toBeCloseTo((-year * 54) / 150, 1);
		const young = people?.find(({ age }) => age === '18-20')?.['people'] as readonly number[];
		expect(year / (275 / 7) / 150).toBeCloseTo(young[0] ?? 0, 4);
		const words = [
			'--parameters',
			saved('foster.json', JSON.stringify({ prices: { foster: bought } }))
		];
		expect(run('project', ...FILES, ...WINDOW, ...days, ...words).output).toContain(
			'Those who turn 18 are not priced'
		);
	});

	test('say what is blank in words, and refuse shares above 1', () => {
		const blank = { ...leavers, staying_put_weekly: {} };
		const file = (own: object) => ['--parameters', saved('l.json', JSON.stringify(own))];
		const project = (own: object) =>
			run('project', ...FILES, ...WINDOW, '--until', '2023-09-30', ...file(own));
		expect(project({ care_leavers: blank }).output).toContain(
			'Not known: leavers: weekly cost of staying put from 18 to 20'
		);
		const shares = { staying_put: 0.7, other_support: 0.5 };
		expect(project({ care_leavers: { ...leavers, shares } }).problems.join()).toContain(
			'care_leavers.shares: the shares come to more than 1'
		);
	});
});

describe('care backtest', () => {
	const backtest = (...words: readonly string[]) => run('backtest', ...FILES, ...WINDOW, ...words);

	test('scores both methods on the years that it holds back', () => {
		const { cuts, scores, ...whole } = json('backtest', ...FILES, ...WINDOW, '--years', '1');
		expect(whole).toEqual({ from: '2021-04-01', to: '2023-03-31' });
		expect(cuts).toMatchObject([{ years: 1, known: '2022-03-31' }]);
		const points = (cuts as readonly { points: readonly unknown[] }[])[0]?.points;
		expect(points).toContainEqual(
			expect.objectContaining({ method: 'daily', group: 'all', day: '2022-06-30' })
		);
		expect(scores).toContainEqual(
			expect.objectContaining({
				method: 'continuous',
				dates: 'yearEnds',
				group: 'foster',
				figures: 1
			})
		);
		expect(backtest().output).toContain('Years held back: 1 (known up to 2022-03-31)');
	});

	test.each([
		['2', 'there is no year left to take rates from once 2 are held back'],
		['1..2', 'there is no year left'],
		['4', "--years: '4' is not 1, 2 or 3 years; for each of them write 1..3"],
		['2..1', '--years'],
		['many', '--years']
	])('with --years %s is refused', (years, sentence) => {
		expect(backtest('--years', years).problems.join()).toContain(sentence);
	});
});

describe('a call or a file with a mistake', () => {
	const parametersWith = (text: string) => ['--parameters', saved('parameters.json', text)];
	const project = (...words: readonly string[]) =>
		run('project', ...FILES, ...WINDOW, '--until', '2023-05-30', ...DAILY, ...words).problems;

	test.each<[readonly string[], string]>([
		[['forget'], "There is no command 'care forget'."],
		[['project', '--header', 'h.csv'], 'care project needs --header and --episodes.'],
		[
			['estimate', '--header', 'h', '--episodes', 'e', '--method', 'guess'],
			"There is no method 'guess'; the methods are continuous and daily."
		]
	])('%j is not understood', (words, problem) => {
		expect(parseCareArguments(words)).toEqual({ problem });
	});

	test('names the file, the row, the column and the mend', () => {
		const text = readFileSync(`${PEER}/datasets/tiny/combined/episodes.csv`, 'utf8')
			.replace('2021-05-01', '31/04/2021')
			.replace(',U4,', ',U9,');
		const episodes = saved('episodes.csv', text);
		const words = ['--header', FILES[1] ?? '', '--episodes', episodes];
		expect(run('estimate', ...words, ...WINDOW).problems).toEqual([
			`${episodes} row 2, DECOM: '31/04/2021' is not a date; write it as 31/03/2024 or 2024-03-31`,
			`${episodes} row 4, PLACE: 'U9' is not in the list of placement codes of any year`
		]);
	});

	test('names an unknown state, key and date of a parameters file', () => {
		const rate = '{"from":"1 to 5 - Fostering","to":"Nowhere","multiply":2}';
		expect(project(...parametersWith(`{"rate_adjustments":[${rate}]}`))).toEqual([
			"rate_adjustments[0]: the return has no rate from '1 to 5 - Fostering' to 'Nowhere'"
		]);
		expect(project(...parametersWith('{"weekly_cost":{}}'))[0]).toContain(
			'weekly_cost: is not a field here'
		);
		expect(project(...parametersWith('{"reference_start":"1.4.2021"}'))[0]).toContain(
			'reference_start: is not a date'
		);
	});

	test.each<[readonly string[], string]>([
		[['--from', '2019-01-01'], 'the return goes from 2021-04-01 to 2023-03-31'],
		[['--until', '2023-01-01'], '--until 2023-01-01 is not after 2023-03-31'],
		[
			['--start', '2030-01-01'],
			'--start 2030-01-01: the children of that day are not in the return'
		],
		[['--until', 'soon'], "--until: 'soon' is not a day"]
	])('%j cannot be done, and is told why', (words, sentence) => {
		expect(project(...words).join()).toContain(sentence);
	});

	test('a file that is not there', () => {
		const words = ['--header', 'none.csv', '--episodes', 'none.csv'];
		expect(run('estimate', ...words, ...WINDOW).problems).toEqual([
			'none.csv: there is no such file; check the name'
		]);
	});
});
