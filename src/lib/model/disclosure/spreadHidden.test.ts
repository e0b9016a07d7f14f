import { expect, test } from 'vitest';
import { spreadHidden } from './spreadHidden';
import { suppress } from './suppress';

const TOTALS = { rows: true, columns: true };
const LIKELY = [
	[4, 20, 31],
	[9, 6, 25],
	[30, 18, 22]
];
const spreadOf = (counts: readonly (readonly number[])[]) => {
	const [shown] = suppress([{ counts, totals: TOTALS }]);
	if (shown === undefined) throw new Error('One table is shown.');
	const whole = counts.flat().reduce((sum, count) => sum + count, 0);
	return { shown, spread: spreadHidden(shown, whole, LIKELY) };
};

test('two tables that look the same to others give the same numbers', () => {
	// One child more here and one less there, within what is hidden.
	const one = spreadOf([
		[3, 25, 30],
		[12, 5, 28],
		[30, 20, 25]
	]);
	const other = spreadOf([
		[4, 24, 30],
		[11, 6, 28],
		[30, 20, 25]
	]);
	expect(other.shown).toEqual(one.shown);
	expect(other.spread).toEqual(one.spread);
});

test('what is shown stays, and what is hidden adds up to the totals that are shown', () => {
	const { shown, spread } = spreadOf([
		[3, 25, 30],
		[12, 5, 28],
		[30, 20, 25]
	]);
	shown.cells.forEach((row, r) => {
		row.forEach((count, c) => {
			if (count !== 'c') expect(spread[r]?.[c]).toBe(count);
			else expect(Number.isInteger(spread[r]?.[c])).toBe(false);
		});
		expect((spread[r] ?? []).reduce((sum, own) => sum + own, 0)).toBeCloseTo(
			Number(shown.rowTotals?.[r]),
			9
		);
	});
	expect(shown.cells.flat().filter((count) => count === 'c')).toHaveLength(4);
});

test('where nothing is hidden nothing is spread', () => {
	const counts = [
		[10, 20],
		[0, 40]
	];
	expect(spreadOf(counts).spread).toEqual(counts);
});
