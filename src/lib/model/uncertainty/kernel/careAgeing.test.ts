import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inDraw, type Column } from '../column';
import { ageingOf, type AgeingMonth } from './careAgeing';

const TYPES = 2;
const DRAWS = 3;

/** Who grows out of a band in one draw, each month of age followed for itself. */
function followed(
	profile: readonly number[],
	opening: readonly Column[],
	months: readonly AgeingMonth[],
	draw: number
): number[][] {
	let cells = profile.map(() => opening.map((own) => inDraw(own, draw) / profile.length));
	return months.map(({ P, newcomers, youngest }, month) => {
		if (month > 0) cells[0] = (youngest ?? [0, 0]).map((own) => inDraw(own, draw));
		const atEnd = cells.map((there, cell) =>
			there.map(
				(_, to) =>
					profile[cell]! * inDraw(newcomers[to]!, draw) +
					there.reduce((sum, own, from) => sum + own * inDraw(P[from * TYPES + to]!, draw), 0)
			)
		);
		cells = [[0, 0], ...atEnd.slice(0, -1)];
		return atEnd.at(-1) ?? [];
	});
}

const column = (highest: number): fc.Arbitrary<Column> => {
	const number = fc.double({ min: 0, max: highest, noNaN: true });
	return fc.oneof(
		number,
		fc.array(number, { minLength: DRAWS, maxLength: DRAWS }).map((own) => Float64Array.from(own))
	);
};
const row = (size: number, highest: number) =>
	fc.array(column(highest), { minLength: size, maxLength: size });
const month = fc.record({
	P: row(TYPES * TYPES, 0.5),
	newcomers: row(TYPES, 10),
	youngest: fc.option(row(TYPES, 10))
});
const profile = fc
	.tuple(fc.integer({ min: 2, max: 6 }), fc.double({ min: 0, max: 0.9, noNaN: true }))
	.map(([cells, first]) =>
		Array.from({ length: cells }, (_, cell) => (cell === 0 ? first : (1 - first) / (cells - 1)))
	);

test('those who grow out of a band are those whom following each month of age finds', () => {
	fc.assert(
		fc.property(
			profile,
			row(TYPES, 100),
			fc.array(month, { minLength: 1, maxLength: 20 }),
			(shares, opening, months) => {
				const ageing = ageingOf(shares, opening, months.length);
				const found = months.map((own, m) => ageing(m === 0 ? { ...own, youngest: null } : own));
				for (let draw = 0; draw < DRAWS; draw++)
					for (const [m, expected] of followed(shares, opening, months, draw).entries())
						for (const [type, children] of expected.entries())
							expect(inDraw(found[m]![type]!, draw)).toBeCloseTo(children, 9);
			}
		),
		{ numRuns: 100 }
	);
});
