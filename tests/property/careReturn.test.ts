import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readReturn } from '../../src/lib/exchange/ssda903/readReturn';
import {
	careRates,
	cleanReturn,
	countReturn,
	forecastCare,
	parseDay,
	stockOf,
	type ReturnRows
} from '../../src/lib/model';
import { meanModel } from '../../src/lib/model/care/estimate/careModel';
import { meanPath, spreadByMonth, stretchesBetween } from '../../src/lib/model/care/estimate/path';
import { inventedReturn } from '../support/careHistories';

const day = (text: string) => parseDay(text) ?? NaN;
const WINDOW = { from: day('2022-04-01'), to: day('2024-03-31') };
const ROWS = inventedReturn({ seed: 21, from: '2022-04-01', to: '2024-03-31' });

const ratesOf = (rows: ReturnRows) => careRates(countReturn(cleanReturn(rows), WINDOW));

/** The rows in an order that a list of keys decides. */
function ordered<T>(rows: readonly T[], keys: readonly number[]): readonly T[] {
	return rows
		.map((row, i) => ({ row, key: keys[i % keys.length] ?? 0, i }))
		.sort((a, b) => a.key - b.key || b.i - a.i)
		.map(({ row }) => row);
}

const keys = fc.array(fc.integer(), { minLength: 7, maxLength: 31 });

describe('the continuous method’s rates', () => {
	const expected = ratesOf(ROWS);

	test('are the same in whatever order the rows stand', () => {
		fc.assert(
			fc.property(keys, keys, (first, second) => {
				const rows = {
					...ROWS,
					headers: ordered(ROWS.headers, first),
					episodes: ordered(ROWS.episodes, second)
				};
				expect(ratesOf(rows)).toEqual(expected);
			}),
			{ numRuns: 6 }
		);
	});

	test('are the same whatever the children are called', () => {
		fc.assert(
			fc.property(fc.integer({ min: 2, max: 999_983 }), (factor) => {
				// A number without a factor in common with the prime gives every child another name.
				const named = <Row extends { readonly child: string }>(row: Row): Row => ({
					...row,
					child: `x${(Number(row.child) * factor) % 1_000_003}`
				});
				const rows = {
					...ROWS,
					headers: ROWS.headers.map(named),
					episodes: ROWS.episodes.map(named)
				};
				expect(ratesOf(rows)).toEqual(expected);
			}),
			{ numRuns: 6 }
		);
	});

	test('are the same where a file is cut in two anywhere', () => {
		const folder = join('tests', 'golden', 'peer', 'datasets', 'tiny', 'combined');
		const text = (sort: string) => readFileSync(join(folder, `${sort}.csv`), 'utf8');
		const [heading = '', ...lines] = text('episodes').trim().split(/\r?\n/);
		const encoder = new TextEncoder();
		const file = (name: string, content: string) => ({ name, bytes: encoder.encode(content) });
		const window = { from: day('2021-04-01'), to: day('2023-03-31') };
		const ratesFrom = (...episodes: readonly ReturnType<typeof file>[]) => {
			const { rows, problems } = readReturn([file('header.csv', text('header')), ...episodes]);
			expect(problems).toEqual([]);
			return careRates(countReturn(cleanReturn(rows), window));
		};
		const whole = ratesFrom(file('episodes.csv', [heading, ...lines].join('\n')));
		fc.assert(
			fc.property(fc.integer({ min: 1, max: lines.length - 1 }), (at) => {
				const parts = [lines.slice(at), lines.slice(0, at)].map((own, i) =>
					file(`episodes ${i}.csv`, [heading, ...own].join('\n'))
				);
				expect(ratesFrom(...parts)).toEqual(whole);
			})
		);
	});
});

test('no child is lost or found on the way of a forecast, in one phase or two', () => {
	const rates = ratesOf(ROWS);
	const opening = stockOf(cleanReturn(ROWS), WINDOW.to);
	const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
	const children = sum(opening.map((row) => row.children));
	fc.assert(
		fc.property(
			fc.constantFrom('onePhase' as const, 'twoPhase' as const),
			fc.constantFrom('window' as const, 'trend' as const),
			fc.integer({ min: 1, max: 1200 }),
			(exits, entries, days) => {
				const stretches = stretchesBetween(WINDOW.to, WINDOW.to + days);
				const path = meanPath(
					spreadByMonth(opening, exits === 'twoPhase'),
					meanModel(rates, { exits, entries }),
					stretches
				);
				const came = sum(path.map((flows) => sum(flows.entries)));
				const went = sum(path.map((flows) => sum(flows.exits) + sum(flows.turned18)));
				const last = path.at(-1);
				expect(sum(last?.closing ?? [])).toBeCloseTo(children + came - went, 6);
			}
		),
		{ numRuns: 20 }
	);
	const forecast = forecastCare({
		opening,
		rates,
		start: WINDOW.to,
		until: WINDOW.to + 1,
		draws: 2
	});
	const all = forecast.series.find(({ band, type }) => band === null && type === null);
	expect(Math.abs((all?.mean[0] ?? 0) - children)).toBeLessThan(2);
});
