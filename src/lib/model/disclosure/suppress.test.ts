import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	suppress,
	type CountLink,
	type CountsToShow,
	type PublicCount,
	type PublicCounts
} from './suppress';

const both = { rows: true, columns: true };
const alone = (counts: readonly (readonly number[])[], totals: CountsToShow['totals']) =>
	suppress([{ counts, totals }])[0]!;

describe('hiding small counts', () => {
	test('counts of 1 to 5 are hidden, 0 and 6 are shown', () => {
		expect(alone([[0, 1, 5, 6, 17]], { rows: false, columns: false }).cells).toEqual([
			[0, 'c', 'c', 6, 17]
		]);
	});

	test('one small count beside a total takes the smallest other with it', () => {
		const shown = alone([[3, 0, 8, 20]], { rows: true, columns: false });
		expect(shown.cells).toEqual([['c', 0, 'c', 20]]);
		expect(shown.rowTotals).toEqual([31]);
		expect(shown.total).toBeNull();
	});

	test('a small total is hidden as well', () => {
		expect(alone([[1, 1, 0]], { rows: true, columns: false })).toMatchObject({
			cells: [['c', 'c', 0]],
			rowTotals: ['c']
		});
	});

	test('two counts that their total makes certain take a third with them', () => {
		// 1 and 1 are the only counts of 1 or more that leave 9 − 7: without the 7, it could be 2, 1 and 6.
		expect(alone([[1, 1, 7, 30]], { rows: true, columns: false }).cells).toEqual([
			['c', 'c', 'c', 30]
		]);
	});

	test('in a table with both totals the others make a rectangle, not a pair', () => {
		const shown = alone(
			[
				[3, 40, 50],
				[60, 9, 80],
				[90, 70, 20]
			],
			both
		);
		// Worked by hand: rows 1 and 2 with columns 1 and 2 cost 40 + 60 + 9 = 109; with the last row and column 50 + 90 + 20 = 160.
		expect(shown.cells).toEqual([
			['c', 'c', 50],
			['c', 'c', 80],
			[90, 70, 20]
		]);
		expect(shown.total).toBe(422);
	});

	test('what is no table of counts is refused', () => {
		expect(() => alone([[1.5]], both)).toThrow('1.5 is not a count of children.');
		expect(() => alone([[1, 2], [3]], both)).toThrow('Every row');
	});
});

/** Every table that would look as this one does, hidden counts being between 1 and `most`; another way to the same end. */
function tablesLike(shown: PublicCounts, most: number): number[][] {
	const width = shown.cells[0]?.length ?? 0;
	const flat = shown.cells.flat();
	const hidden = flat.flatMap((count, at) => (count === 'c' ? [at] : []));
	const found: number[][] = [];
	const fits = (said: PublicCount, count: number) => (said === 'c' ? count >= 1 : said === count);
	const tried = flat.map((count) => (count === 'c' ? 0 : count));
	const all = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
	const walk = (index: number): void => {
		const at = hidden[index];
		if (at !== undefined) {
			for (let count = 1; count <= most; count += 1) {
				tried[at] = count;
				walk(index + 1);
			}
			return;
		}
		const rows = shown.cells.map((row, r) => all(tried.slice(r * width, r * width + row.length)));
		const columns = Array.from({ length: width }, (_, c) =>
			all(tried.filter((_count, cell) => cell % width === c))
		);
		if (
			(shown.rowTotals ?? []).every((said, r) => fits(said, rows[r] ?? 0)) &&
			(shown.columnTotals ?? []).every((said, c) => fits(said, columns[c] ?? 0)) &&
			(shown.total === null || fits(shown.total, all(tried)))
		)
			found.push([...tried]);
	};
	walk(0);
	return found;
}

test('no small count follows from what is shown: by trying every table that looks the same', () => {
	const table = fc
		.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
		.filter(([height, width]) => height * width <= 6)
		.chain(([height, width]) =>
			fc.array(
				fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 7 })), {
					minLength: width,
					maxLength: width
				}),
				{ minLength: height, maxLength: height }
			)
		);
	fc.assert(
		fc.property(table, fc.boolean(), fc.boolean(), (counts, rows, columns) => {
			const like = tablesLike(alone(counts, { rows, columns }), 8);
			expect(like).toContainEqual(counts.flat());
			for (const [cell, count] of counts.flat().entries())
				if (count >= 1 && count <= 5)
					expect(new Set(like.map((other) => other[cell])).size).toBeGreaterThan(1);
		}),
		{ numRuns: 150 }
	);
});

test('what is shown is true', () => {
	const table = fc.integer({ min: 1, max: 6 }).chain((width) =>
		fc.array(fc.array(fc.nat({ max: 60 }), { minLength: width, maxLength: width }), {
			minLength: 1,
			maxLength: 6
		})
	);
	fc.assert(
		fc.property(table, (counts) => {
			const shown = alone(counts, both);
			for (const [r, row] of counts.entries())
				for (const [c, count] of row.entries()) expect(['c', count]).toContain(shown.cells[r]?.[c]);
			const total = counts.flat().reduce((a, b) => a + b, 0);
			expect(['c', total]).toContain(shown.total);
		})
	);
});

describe('tables that are seen together', () => {
	const rows = { rows: true, columns: false };

	test('a count that another table shows as a total of its own is hidden in both', () => {
		const tables = [
			{ counts: [[3, 8, 60]], totals: rows },
			{ counts: [[2, 6]], totals: rows }
		];
		const links: CountLink[] = [
			{ these: [{ table: 0, row: 0, column: 1 }], those: [{ table: 1, row: 0, column: null }] }
		];
		const [, second] = suppress(tables);
		expect(second).toMatchObject({ cells: [['c', 'c']], rowTotals: [8] });
		// Worked by hand: the 3 may be 4 where the 8 is 7 in both tables and the 2 is 1, which hides 8 + 8; the 60 would
		// cost 60, and the total 71.
		const [first, together] = suppress(tables, links);
		expect(first).toMatchObject({ cells: [['c', 'c', 60]], rowTotals: [71] });
		expect(together).toMatchObject({ cells: [['c', 6]], rowTotals: ['c'] });
	});

	test('a link to a count that no table shows is refused', () => {
		const links = [{ these: [{ table: 0, row: 0, column: null }], those: [] }];
		expect(() =>
			suppress([{ counts: [[1]], totals: { rows: false, columns: true } }], links)
		).toThrow('Table 0 shows no count at row 0 and column null.');
	});
});

test('no small count follows from two tables with a margin in common: by trying every pair that looks the same', () => {
	const MOST = 9;
	const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 6 }));
	const pair = fc.tuple(count, count);
	const columnsOf = (cells: readonly number[]) =>
		[0, 1].map((c) => cells.filter((_, at) => at % 2 === c).reduce((a, b) => a + b, 0));
	const likeBoth = (own: readonly number[][], others: readonly number[][]) => {
		const margins = new Set(others.map((other) => columnsOf(other).join()));
		return own.filter((one) => margins.has(columnsOf(one).join()));
	};
	fc.assert(
		fc.property(pair, pair, pair, fc.boolean(), (upper, lower, part, hasTotals) => {
			// Two views of the same children: what the second's first row leaves of the columns is its second row.
			const rest = columnsOf([...upper, ...lower]).map((all, c) => all - (part[c] ?? 0));
			const first = [upper, lower];
			const second = [part, rest];
			fc.pre([...first, ...second].flat().every((own) => own >= 0 && own < MOST));
			const tables = [
				{ counts: first, totals: both },
				{ counts: second, totals: { rows: hasTotals, columns: hasTotals } }
			];
			const links = [0, 1].map((column): CountLink => ({
				these: hasTotals
					? [{ table: 1, row: null, column }]
					: [0, 1].map((row) => ({ table: 1, row, column })),
				those: [{ table: 0, row: null, column }]
			}));
			const [likeFirst = [], likeSecond = []] = suppress(tables, links).map((own) =>
				tablesLike(own, MOST)
			);
			for (const [counts, like] of [
				[first, likeBoth(likeFirst, likeSecond)],
				[second, likeBoth(likeSecond, likeFirst)]
			] as const) {
				expect(like).toContainEqual(counts.flat());
				for (const [cell, own] of counts.flat().entries())
					if (own >= 1 && own <= 5)
						expect(new Set(like.map((other) => other[cell])).size).toBeGreaterThan(1);
			}
		}),
		{ numRuns: 200 }
	);
});
