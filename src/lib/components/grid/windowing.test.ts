import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawnRows, rowTops } from './windowing';

test('rows begin where the ones before them end', () => {
	expect([...rowTops(3, [0, 50], 30)]).toEqual([0, 30, 80, 110]);
	expect([...rowTops(0, [], 30)]).toEqual([0]);
});

test('a view in the middle draws what is seen, eight more on either side, and the focused row', () => {
	const tops = rowTops(1000, [], 10);
	expect(drawnRows(tops, { top: 5000, bottom: 5100 }, [2])).toEqual({
		stretches: [
			{ first: 2, end: 3, gap: 20 },
			{ first: 492, end: 519, gap: 4890 }
		],
		gap: 4810
	});
});

test('whatever is scrolled to, the heights add up, no row is drawn twice, and what is seen is drawn', () => {
	const heights = fc.array(fc.integer({ min: 20, max: 90 }), { minLength: 1, maxLength: 300 });
	fc.assert(
		fc.property(
			heights,
			fc.double({ min: 0, max: 1, noNaN: true }),
			fc.nat(400),
			(all, at, stays) => {
				const tops = rowTops(all.length, all, 1);
				const total = all.reduce((sum, height) => sum + height, 0);
				const view = { top: at * total, bottom: at * total + 200 };
				const { stretches, gap } = drawnRows(tops, view, [stays]);
				const drawn = stretches.flatMap(({ first, end }) =>
					Array.from({ length: end - first }, (_, n) => first + n)
				);
				expect(new Set(drawn).size).toBe(drawn.length);
				expect([...drawn].sort((a, b) => a - b)).toEqual(drawn);
				const height = drawn.reduce((sum, row) => sum + all[row]!, 0);
				expect(height + gap + stretches.reduce((sum, run) => sum + run.gap, 0)).toBe(total);
				if (stays < all.length) expect(drawn).toContain(stays);
				all.forEach((_, row) => {
					if (tops[row]! < view.bottom && tops[row + 1]! > view.top) expect(drawn).toContain(row);
				});
			}
		)
	);
});
