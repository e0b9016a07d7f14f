import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PublishedMeasure, PublishedRow } from './figures';
import { forecastPublished } from './forecast';
import { growthOf, quantile } from './growth';
import { historyOf } from './changes';
import { publishedCouncils } from './figures';
import { scorePublished } from './score';

const FIRST = 2021;

interface Given {
	readonly area: string;
	readonly region: string;
	/** Children in care on each 31 March from 2021. */
	readonly inCare: readonly (number | null)[];
	readonly starting?: readonly (number | null)[];
	readonly ceasing?: readonly (number | null)[];
	readonly children?: number;
}

function rowsFor(councils: readonly Given[]): readonly PublishedRow[] {
	return councils.flatMap(({ area, region, inCare, starting, ceasing, children = 50_000 }) =>
		inCare.flatMap((level, i) => {
			const row = (measure: PublishedMeasure, value: number | null): PublishedRow => ({
				year: FIRST + i,
				area,
				code: `E${area}`,
				name: `Council ${area}`,
				region,
				measure,
				value
			});
			return [
				row('inCare', level),
				row('starting', starting?.[i] ?? null),
				row('ceasing', ceasing?.[i] ?? null),
				row('children', children)
			];
		})
	);
}

function forecast(rows: readonly PublishedRow[], from: number, until = from) {
	const found = forecastPublished(rows, from, until);
	if ('problem' in found) throw new Error(found.problem);
	return found;
}

describe('a forecast from published figures', () => {
	test('of councils that all grow alike carries on a share of that growth', () => {
		// Two years of 10 % growth, and two quiet years thought to have gone before: a growth of 10 % ^ (2 / 4).
		const { rows, growth } = forecast(
			rowsFor([
				{ area: '901', region: 'North', inCare: [100, 110, 121] },
				{ area: '902', region: 'South', inCare: [1000, 1100, 1210] }
			]),
			2024
		);
		expect(growth.drift).toBeCloseTo(Math.log(1.1) / 2, 12);
		expect(rows.map(({ mean }) => mean)).toEqual([
			expect.closeTo(121 * Math.sqrt(1.1), 9),
			expect.closeTo(1210 * Math.sqrt(1.1), 9)
		]);
	});

	test('takes the stock before the first year from starts and ceasing', () => {
		// 90 + 30 − 20 = 100, so that one year's change is known from one year's figures.
		const { growth } = forecast(
			rowsFor([{ area: '901', region: 'North', inCare: [100], starting: [30], ceasing: [20] }]),
			2022
		);
		expect(growth.drift).toBeCloseTo(Math.log(100 / 90) / 3, 12);
		expect(growth.changes).toBe(1);
	});

	test('draws a council toward the rate of its region where the years before did so', () => {
		// In each of two years the two councils of a region come a tenth of the way nearer to each other.
		const near = (start: number, mean: number) =>
			[0, 1, 2].map((year) => Math.round(1e6 * mean * (start / mean) ** (0.9 ** year)));
		const { growth, rows } = forecast(
			rowsFor([
				{ area: '901', region: 'North', inCare: near(400, 200), children: 1e9 },
				{ area: '902', region: 'North', inCare: near(100, 200), children: 1e9 }
			]),
			2024
		);
		expect(growth.reversion).toBeGreaterThan(0.01);
		const [high, low] = rows.map(({ mean }) => mean / 1e6);
		expect(high).toBeLessThan(near(400, 200)[2]! / 1e6 + 1e-9);
		expect(low).toBeGreaterThan(near(100, 200)[2]! / 1e6);
	});

	test('looks at nothing of the year that it is for, nor of later ones', () => {
		const level = fc.option(fc.integer({ min: 0, max: 3000 }), { nil: null });
		const council = fc.record({
			inCare: fc.tuple(level, fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 3000 })),
			later: fc.array(level, { minLength: 2, maxLength: 2 }),
			other: fc.array(level, { minLength: 2, maxLength: 2 })
		});
		fc.assert(
			fc.property(fc.array(council, { minLength: 2, maxLength: 6 }), (councils) => {
				const rows = (which: 'later' | 'other') =>
					rowsFor(
						councils.map(({ inCare, ...after }, i) => ({
							area: String(900 + i),
							region: i % 2 === 0 ? 'North' : 'South',
							inCare: [...inCare, ...after[which]],
							starting: [20, 20, 20, ...after[which]],
							ceasing: [10, 10, 10, ...after[which]]
						}))
					);
				const moved = rows('other').map((row) =>
					row.year < 2024 ? row : { ...row, name: 'Renamed', code: 'E1', region: 'West' }
				);
				const cut = rows('later').filter(({ year }) => year < 2024);
				const wanted = forecastPublished(cut, 2024, 2025);
				expect(forecastPublished(rows('later'), 2024, 2025)).toEqual(wanted);
				expect(forecastPublished(moved, 2024, 2025)).toEqual(wanted);
			})
		);
	});

	test('does not depend on the order of the rows', () => {
		const rows = rowsFor([
			{ area: '901', region: 'North', inCare: [310, 300, 333] },
			{ area: '902', region: 'North', inCare: [120, 140, 131] },
			{ area: '903', region: 'South', inCare: [820, 870, 790] }
		]);
		const sorted = (given: readonly PublishedRow[]) =>
			forecast(given, 2024).rows.map(({ area, mean, p90 }) => [area, mean, p90]);
		for (const [i, [area, mean, p90]] of sorted(rows.toReversed()).entries())
			expect([area, mean, p90]).toEqual([
				sorted(rows)[i]?.[0],
				expect.closeTo(Number(sorted(rows)[i]?.[1]), 9),
				expect.closeTo(Number(sorted(rows)[i]?.[2]), 9)
			]);
	});

	test('has a band that widens with the root of the years ahead, and never falls below no child', () => {
		const { rows } = forecast(
			rowsFor([
				{ area: '901', region: 'North', inCare: [500, 620, 480] },
				{ area: '902', region: 'North', inCare: [4, 9, 2] }
			]),
			2024,
			2028
		);
		const own = rows.filter(({ area }) => area === '901');
		expect(own.map(({ year }) => year)).toEqual([2024, 2025, 2026, 2027, 2028]);
		const [one, , , four] = own.map(({ mean, p90 }) => p90 - mean);
		expect(Number(four) / Number(one)).toBeCloseTo(2, 9);
		for (const { p10, p50, mean, p90 } of rows) {
			expect(p10).toBeGreaterThanOrEqual(0);
			expect(p10).toBeLessThanOrEqual(p50);
			expect(p50).toBe(mean);
			expect(p90).toBeGreaterThan(p50);
		}
	});

	test('starts from the last year with figures where the files end sooner', () => {
		const rows = rowsFor([{ area: '901', region: 'North', inCare: [100, 110, 121] }]);
		expect(forecast(rows, 2025, 2026)).toMatchObject({ origin: 2023 });
		expect(forecast(rows, 2025, 2026).rows.map(({ year }) => year)).toEqual([2025, 2026]);
	});

	test('leaves out a council without a figure on the last day, and says which', () => {
		const { rows, leftOut } = forecast(
			rowsFor([
				{ area: '901', region: 'North', inCare: [100, 110, 121] },
				{ area: '902', region: 'North', inCare: [100, 110, null] }
			]),
			2024
		);
		expect(rows.map(({ area }) => area)).toEqual(['901']);
		expect(leftOut.map(({ name }) => name)).toEqual(['Council 902']);
	});

	test.each([
		[[[null, null]], 'no children in care before 2024'],
		[[[100]], 'of one day only']
	])('says why there is none', (stocks, words) => {
		const rows = rowsFor(stocks.map((inCare) => ({ area: '901', region: 'North', inCare })));
		expect(forecastPublished(rows, 2024, 2024)).toEqual({
			problem: expect.stringContaining(words) as string
		});
	});

	test('goes ten years ahead and no further', () => {
		const rows = rowsFor([{ area: '901', region: 'North', inCare: [100, 110, 121] }]);
		expect(forecast(rows, 2024, 2033).rows).toHaveLength(10);
		expect(forecastPublished(rows, 2024, 2034)).toHaveProperty('problem');
	});
});

describe('growth', () => {
	test('has the coefficients that make prior and errors least', () => {
		const rows = rowsFor([
			{ area: '901', region: 'North', inCare: [300, 330, 340, 390] },
			{ area: '902', region: 'North', inCare: [500, 480, 470, 430] },
			{ area: '903', region: 'South', inCare: [800, 790, 850, 840] },
			{ area: '904', region: 'South', inCare: [200, 220, 205, 240] }
		]);
		const history = historyOf(publishedCouncils(rows), 2024);
		const growth = history === null ? null : growthOf(history);
		if (growth === null) throw new Error('no growth');
		// The same sum, written out anew from the stocks.
		const stocks = [
			[300, 330, 340, 390],
			[500, 480, 470, 430],
			[800, 790, 850, 840],
			[200, 220, 205, 240]
		];
		const total = (year: number) => stocks.reduce((sum, own) => sum + Number(own[year]), 0);
		const own = (i: number, year: number) =>
			Math.log(Number(stocks[i]?.[year]) / Number(stocks[i]?.[year - 1])) -
			Math.log(total(year) / total(year - 1));
		const other = [1, 0, 3, 2];
		const seen = stocks.flatMap((levels, i) =>
			[1, 2, 3].map((year) => ({
				weight: Number(levels[year - 1]),
				grew: own(i, year),
				last: year > 1 ? own(i, year - 1) : 0,
				gap: Math.log(Number(levels[year - 1]) / Number(stocks[Number(other[i])]?.[year - 1])) / 2
			}))
		);
		const prior =
			seen.reduce((sum, { weight, grew }) => sum + weight * grew ** 2, 0) / seen.length / 0.01;
		const loss = (momentum: number, reversion: number) =>
			seen.reduce(
				(sum, { weight, grew, last, gap }) =>
					sum + weight * (grew - momentum * last + reversion * gap) ** 2,
				prior * (momentum ** 2 + reversion ** 2)
			);
		const least = loss(growth.momentum, growth.reversion);
		for (const [a, b] of [
			[1e-3, 0],
			[-1e-3, 0],
			[0, 1e-3],
			[0, -1e-3]
		] as const)
			expect(loss(growth.momentum + a, growth.reversion + b)).toBeGreaterThan(least);
	});

	test('reads quantiles between values', () => {
		expect(quantile([4, 1, 3, 2], 0.8)).toBeCloseTo(3.4, 12);
		expect(quantile([7], 0.8)).toBe(7);
	});
});

describe('a score of published forecasts', () => {
	test('compares with what came, and with the simple forecasts, over councils with every figure', () => {
		const flows = { starting: [40, 40, 40, 40], ceasing: [40, 40, 40, 40] };
		const scores = scorePublished(
			rowsFor([
				{ area: '901', region: 'North', inCare: [100, 110, 120, 150], ...flows },
				{ area: '902', region: 'North', inCare: [200, 200, 200, 190], ...flows },
				{ area: '903', region: 'North', inCare: [200, null, 200, 190], ...flows }
			])
		);
		const last = scores.find(({ year, origin }) => year === 2024 && origin === 2023);
		expect(last?.councils).toBe(2);
		// |120 − 150| and |200 − 190|; the lines through 100, 110, 120 and 200, 200, 200 lead to 130 and 200.
		expect(last?.references.lastYear).toBeCloseTo((30 + 10) / 2, 9);
		expect(last?.references.trend).toBeCloseTo((20 + 10) / 2, 9);
		// Ceasing 80 over 220 and 400 child-years, starts 40 a year.
		const flow = (now: number, childYears: number) => {
			const rate = 80 / childYears;
			return now * Math.exp(-rate) + (40 / rate) * (1 - Math.exp(-rate));
		};
		expect(last?.references.stockAndFlow).toBeCloseTo(
			(Math.abs(flow(120, 220) - 150) + Math.abs(flow(200, 400) - 190)) / 2,
			9
		);
		expect(scores.map(({ origin, year }) => [origin, year])).toEqual([
			[2021, 2022],
			[2021, 2023],
			[2021, 2024],
			[2022, 2023],
			[2022, 2024],
			[2023, 2024]
		]);
	});

	test('counts the councils within their band', () => {
		// The seventh council's fall is far beyond what the others' changes make likely; the others do not move.
		const rows = rowsFor(
			[0, 1, 2, 3, 4, 5, 6].map((i) => ({
				area: String(900 + i),
				region: 'North',
				inCare: [100 + i, 104 + i, 100 + i, i === 6 ? 5 : 100 + i],
				starting: [50, 50, 50, 50],
				ceasing: [50, 46, 54, 50]
			}))
		);
		const last = scorePublished(rows).find(({ origin }) => origin === 2023);
		expect(last?.coverage).toBeCloseTo(6 / 7, 9);
	});
});
