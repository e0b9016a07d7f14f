import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readReturn } from '$lib/exchange/ssda903/readReturn';
import { CARE_BANDS, careWindowOf, cleanReturn, parseDay } from '$lib/model';
import { windowCosts } from '$lib/runner/costs/session';
import { choiceAsked, missingPopulation, modelChoice } from './choice';

const folder = 'tests/golden/peer/datasets/tiny/combined';
const clean = cleanReturn(
	readReturn(
		['header', 'episodes', 'uasc'].map((name) => ({
			name: `${name}.csv`,
			bytes: new Uint8Array(readFileSync(`${folder}/${name}.csv`))
		}))
	).rows
);
const kept = careWindowOf(clean, {
	window: { from: parseDay('2021-04-01') ?? 0, to: parseDay('2023-03-31') ?? 0 },
	children: 'all',
	files: 3,
	rows: { headers: 0, episodes: 0, uasc: 0 },
	scores: []
});
const years = (byYear: Readonly<Record<string, number>>) =>
	Object.fromEntries(CARE_BANDS.map((band) => [band, byYear]));
const population = { '2022/23': 1000, '2023/24': 1000, '2024/25': 2000, '2025/26': 2000 };
const keys = (byYear: Readonly<Record<string, number>>) => ({
	prices: {},
	child_population: years(byYear)
});

test('entries follow the child population of a window once it is all there', () => {
	const query = new URLSearchParams({ entries: 'population' });
	expect(choiceAsked(query, kept).entries).toBe('window');
	const short = Object.entries(population).filter(([year]) => year !== '2025/26');
	const partly = { ...kept, parameters: keys(Object.fromEntries(short)) };
	expect(missingPopulation(partly).map(({ year }) => year)).toEqual(
		CARE_BANDS.map(() => '2025/26')
	);
	expect(choiceAsked(query, partly).entries).toBe('window');
	const whole = { ...kept, parameters: keys(population) };
	const choice = choiceAsked(query, whole);
	expect(choice.entries).toBe('population');
	// Twice the children from April 2024 on are twice the entries, each of whom is paid for once, as are moves.
	const once = {
		provision: 'bought' as const,
		price_year: '2022/23',
		uplift: null,
		capacity: null,
		occupancy: null,
		in_house_share: null,
		fixed_weekly: null,
		variable_weekly: null,
		external_weekly: 0,
		external_weekly_by_band: {},
		allowance_weekly: null,
		one_off: 1_000_000,
		high_cost: null
	};
	const costOf = (byYear: Readonly<Record<string, number>>, own: typeof choice) => {
		const { costs } = windowCosts({
			kept,
			keys: { ...keys(byYear), prices: { other: once } },
			choice: modelChoice(own, { ...kept, parameters: keys(byYear) })
		});
		const line = costs.lines.find(({ part }) => part === 'oneOff');
		return (year: number): number =>
			costs.months.reduce(
				(sum, month, at) => sum + (month.year === year ? (line?.pence[at] ?? NaN) : 0),
				0
			);
	};
	const followed = costOf(population, choice);
	expect(followed(2024) / followed(2023)).toBeGreaterThan(1.5);
	// A population that stays the same leaves entries as many as in the window.
	const flat = Object.fromEntries(Object.keys(population).map((year) => [year, 500]));
	const asInWindow = costOf(flat, { ...choice, entries: 'window' });
	for (const year of [2023, 2024, 2025]) expect(costOf(flat, choice)(year)).toBe(asInWindow(year));
});
