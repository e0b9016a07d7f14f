import { describe, expect, test } from 'vitest';
import { chanceOfPayback, chanceOfTarget } from './chances';
import { pairedDifferences } from './paired';

/** Draws of one figure: a row for each year, a number for each draw. */
const figure = (id: string, ...years: readonly (readonly number[])[]) =>
	new Map([[id, years.map((draws) => Float64Array.from(draws))]]);

describe('the chance of payback', () => {
	const nothing = figure('net.total', [100, 100, 100], [100, 100, 100], [100, 100, 100]);

	test('counts a draw from the year after the last in which it was dearer all in all', () => {
		// Paid in the second year; dearer again in the third; cheaper from the start.
		const own = figure('net.total', [110, 110, 90], [90, 85, 100], [100, 120, 100]);
		expect(chanceOfPayback(own, nothing)).toEqual([1 / 3, 2 / 3, 2 / 3]);
	});

	test('takes pence that come to nothing for nothing', () => {
		const own = figure('net.total', [100.1, 100.1, 100], [100.2, 100.2, 100], [99.7, 99.7, 100]);
		expect(chanceOfPayback(own, nothing)).toEqual([1 / 3, 1 / 3, 1]);
	});

	test('is not told where nothing differs, or where a year is not known', () => {
		expect(chanceOfPayback(nothing, nothing)).toEqual([null, null, null]);
		const blank = figure('net.total', [90, 90, 90], [NaN, NaN, NaN], [90, 90, 90]);
		expect(chanceOfPayback(blank, nothing)).toEqual([null, null, null]);
	});
});

test('the chance to meet the target is not told where there is none', () => {
	const draws = new Map([
		...figure('savings.identified', [5, 7, 9, 11], [0, 0, 0, 0], [1, 2, NaN, 3]),
		...figure('savings.target', [9, 9, 9, 9], [0, 0, 0, 0], [2, 2, 2, 2])
	]);
	expect(chanceOfTarget(draws)).toEqual([0.5, null, null]);
});

describe('scenarios in the same draws', () => {
	const a = figure('net.total', [1, 2, 3, 4], [10, 20, 30, 40]);

	test('differ by nothing from themselves in every draw', () => {
		expect(pairedDifferences(a, a).get('net.total')).toMatchObject({
			total: { mean: 0, sd: 0, p10: 0, p90: 0 },
			chanceLower: 0,
			chanceHigher: 0
		});
	});

	test('are compared draw by draw and not band by band', () => {
		// The bands overlap almost wholly, and yet the one is always dearer by one.
		const b = figure('net.total', [0, 1, 2, 3], [10, 20, 30, 40]);
		const found = pairedDifferences(a, b).get('net.total');
		expect(found?.total).toMatchObject({ mean: 1, sd: 0 });
		expect(found?.byYear[1]).toMatchObject({ mean: 0, sd: 0 });
		expect([found?.chanceLower, found?.chanceHigher]).toEqual([0, 1]);
	});
});
