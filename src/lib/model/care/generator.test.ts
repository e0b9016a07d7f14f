import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthOperator, rateProblems, type BandRates, type MonthOperator } from './generator';

const realistic: BandRates = {
	exits: [0.0008, 0.0011, 0.0005, 0.002, 0.0001],
	moves: [
		[0, 0.0012, 0.0004, 0.0001, 0],
		[0.0007, 0, 0.0009, 0.0002, 0.0001],
		[0.0003, 0.0005, 0, 0.0006, 0.0004],
		[0, 0.0001, 0.0002, 0, 0.0003],
		[0.0001, 0, 0.0002, 0.0009, 0]
	]
};

/** Three types in a row, everyone moving on fast enough for the interval to be halved several times. */
const fast: BandRates = {
	exits: [0, 0.4, 0.9],
	moves: [
		[0, 1, 0.7],
		[0.6, 0, 1],
		[1, 0.2, 0]
	]
};

const anyRates = fc.integer({ min: 1, max: 6 }).chain((size) => {
	const rate = fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 0.2, noNaN: true }));
	const row = fc.array(rate, { minLength: size, maxLength: size });
	return fc.record({
		exits: row,
		moves: fc.array(row, { minLength: size, maxLength: size })
	});
});

/**
 * Van Loan's block matrix [[Q, I, 0], [0, 0, I], [0, 0, 0]]: the first row of its exponential holds exp(Qd) and its two
 * integrals. Taken by scaling and squaring of a Taylor series, which shares nothing with uniformisation.
 */
function byBlockExponential({ exits, moves }: BandRates, days: number): MonthOperator {
	const size = exits.length;
	const width = 3 * size;
	const block = Array.from({ length: width }, () => new Array<number>(width).fill(0));
	for (let p = 0; p < size; p++) {
		let out = exits[p]!;
		for (let q = 0; q < size; q++) {
			if (q === p) continue;
			block[p]![q] = moves[p]![q]! * days;
			out += moves[p]![q]!;
		}
		block[p]![p] = -out * days;
		block[p]![size + p] = days;
		block[size + p]![2 * size + p] = days;
	}
	const times = (a: number[][], b: number[][]): number[][] =>
		a.map((row) => b[0]!.map((_, j) => row.reduce((sum, value, k) => sum + value * b[k]![j]!, 0)));
	const squarings = 12;
	const small = block.map((row) => row.map((value) => value / 2 ** squarings));
	let term: number[][] = block.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
	let sum = term;
	for (let k = 1; k <= 20; k++) {
		term = times(term, small).map((row) => row.map((value) => value / k));
		sum = sum.map((row, i) => row.map((value, j) => value + term[i]![j]!));
	}
	for (let i = 0; i < squarings; i++) sum = times(sum, sum);
	const part = (column: number): Float64Array =>
		Float64Array.from(
			sum.slice(0, size).flatMap((row) => row.slice(column * size, (column + 1) * size))
		);
	return { P: part(0), Phi: part(1), Psi: part(2), size, days };
}

function largestGap(actual: Float64Array, expected: Float64Array): number {
	return actual.reduce((gap, value, i) => Math.max(gap, Math.abs(value - expected[i]!)), 0);
}

/** Row vector times matrix. */
function apply(vector: readonly number[], matrix: Float64Array, size: number): number[] {
	return vector.map((_, q) =>
		vector.reduce((sum, value, p) => sum + value * matrix[p * size + q]!, 0)
	);
}

function add(a: readonly number[], b: readonly number[]): number[] {
	return a.map((value, i) => value + b[i]!);
}

describe('the month operator', () => {
	test.each([
		['five types at everyday rates', realistic, 31],
		['five types over a day', realistic, 1],
		['three types at the fastest rates', fast, 31],
		['three types over ten years of fast rates', fast, 3652]
	])('agrees with a block matrix exponential for %s', (_, rates, days) => {
		const actual = monthOperator(rates, days);
		const expected = byBlockExponential(rates, days);
		expect(largestGap(actual.P, expected.P)).toBeLessThan(2e-12);
		expect(largestGap(actual.Phi, expected.Phi)).toBeLessThan(2e-12 * days);
		expect(largestGap(actual.Psi, expected.Psi)).toBeLessThan(2e-12 * days * days);
	});

	test('agrees with a block matrix exponential for any rates', () => {
		fc.assert(
			fc.property(anyRates, fc.integer({ min: 1, max: 31 }), (rates, days) => {
				const actual = monthOperator(rates, days);
				const expected = byBlockExponential(rates, days);
				expect(largestGap(actual.P, expected.P)).toBeLessThan(1e-11);
				expect(largestGap(actual.Phi, expected.Phi)).toBeLessThan(1e-11 * days);
				expect(largestGap(actual.Psi, expected.Psi)).toBeLessThan(1e-11 * days * days);
			}),
			{ numRuns: 60 }
		);
	});

	test.each([1e-200, 1e-9, 0.001, 0.05, 0.6, 1, 4])(
		'is the closed form for one type leaving at %d a day, to within a few roundings',
		(exit) => {
			const days = 31;
			const { P, Phi, Psi } = monthOperator({ exits: [exit], moves: [[0]] }, days);
			const events = exit * days;
			expect(Math.abs(P[0]! / Math.exp(-events) - 1)).toBeLessThan(2e-14 * Math.max(1, events));
			expect(Phi[0]! / (-Math.expm1(-events) / exit)).toBeCloseTo(1, 13);
			// The closed form of Psi cancels for few events; there its power series is the sharper yardstick.
			let series = 0;
			for (let k = 40; k >= 0; k--) {
				let term = (-events) ** k;
				for (let factor = 2; factor <= k + 2; factor++) term /= factor;
				series += term;
			}
			const psi = events < 2 ? days ** 2 * series : (days + Math.expm1(-events) / exit) / exit;
			expect(Psi[0]! / psi).toBeCloseTo(1, 13);
		}
	);

	test('without any event leaves everyone in place', () => {
		const { P, Phi, Psi, size } = monthOperator(
			{
				exits: [0, 0],
				moves: [
					[0, 0],
					[0, 0]
				]
			},
			30
		);
		expect(size).toBe(2);
		expect([...P]).toEqual([1, 0, 0, 1]);
		expect([...Phi]).toEqual([30, 0, 0, 30]);
		expect([...Psi]).toEqual([450, 0, 0, 450]);
	});

	test('over no days does nothing', () => {
		const { P, Phi, Psi } = monthOperator(fast, 0);
		expect([...P]).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1]);
		expect(Math.max(...Phi, ...Psi)).toBe(0);
	});

	test('has chances that add to 1 without exits and to no more with them', () => {
		fc.assert(
			fc.property(anyRates, fc.double({ min: 0.1, max: 400, noNaN: true }), (rates, days) => {
				const stay = monthOperator({ ...rates, exits: rates.exits.map(() => 0) }, days);
				const leave = monthOperator(rates, days);
				for (let p = 0; p < stay.size; p++) {
					const row = (matrix: Float64Array): number =>
						matrix.subarray(p * stay.size, (p + 1) * stay.size).reduce((a, b) => a + b, 0);
					expect(Math.abs(row(stay.P) - 1)).toBeLessThan(2e-13);
					expect(Math.abs(row(stay.Phi) / days - 1)).toBeLessThan(2e-13);
					expect(Math.abs(row(stay.Psi) / (days * days) - 0.5)).toBeLessThan(2e-13);
					expect(row(leave.P)).toBeLessThanOrEqual(1 + 2e-13);
				}
				expect(Math.min(...leave.P, ...leave.Phi, ...leave.Psi)).toBeGreaterThanOrEqual(0);
			})
		);
	});

	test('gives the same stock and child-days in two unequal steps as in one', () => {
		fc.assert(
			fc.property(anyRates, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (rates, cut) => {
				const whole = monthOperator(rates, 30);
				const early = monthOperator(rates, 30 * cut);
				const late = monthOperator(rates, 30 * (1 - cut));
				const size = whole.size;
				const stock = rates.exits.map((_, p) => 10 + 7 * p);
				const entries = rates.exits.map((_, p) => 0.3 + 0.1 * p);
				const closing = (start: readonly number[], by: MonthOperator): number[] =>
					add(apply(start, by.P, size), apply(entries, by.Phi, size));
				const childDays = (start: readonly number[], by: MonthOperator): number[] =>
					add(apply(start, by.Phi, size), apply(entries, by.Psi, size));

				const middle = closing(stock, early);
				const inTwo = closing(middle, late);
				const daysInTwo = add(childDays(stock, early), childDays(middle, late));
				closing(stock, whole).forEach((value, p) => expect(inTwo[p]! / value).toBeCloseTo(1, 12));
				childDays(stock, whole).forEach((value, p) =>
					expect(daysInTwo[p]! / value).toBeCloseTo(1, 12)
				);
			})
		);
	});

	test('takes no notice of a move from a type to itself', () => {
		const odd = {
			...realistic,
			moves: realistic.moves.map((row, p) => row.map((r, q) => (p === q ? 0.5 : r)))
		};
		expect(monthOperator(odd, 31)).toEqual(monthOperator(realistic, 31));
	});

	test.each([
		['a negative rate', { exits: [-0.1], moves: [[0]] }, 30],
		['a missing number', { exits: [NaN], moves: [[0]] }, 30],
		['a table that is not square', { exits: [0.1, 0.1], moves: [[0, 0.1]] }, 30],
		['a negative length', { exits: [0.1], moves: [[0]] }, -1],
		['an unknown length', { exits: [0.1], moves: [[0]] }, NaN]
	])('refuses %s', (_, rates, days) => {
		expect(() => monthOperator(rates, days)).toThrow(RangeError);
	});
});

describe('rate problems', () => {
	test('are none for rates that can be', () => {
		expect(rateProblems(realistic, [])).toEqual([]);
	});

	test('name each rate that cannot be and say why', () => {
		const rates = {
			exits: [-0.01, 0.001],
			moves: [
				[NaN, Infinity],
				[12, -5]
			]
		};
		expect(rateProblems(rates, ['foster care', 'homes'])).toEqual([
			'The rate of leaving care from foster care is negative (-0.01 per child-day).',
			'The rate of moving from foster care to homes is not a number (Infinity).',
			'The rate of moving from homes to foster care is more than 1 a child-day (12); check its unit.'
		]);
		expect(rateProblems(rates, [])[0]).toContain('from placement type 1 is negative');
	});

	test('add up what leaves one type, which no more than every child can do in a day', () => {
		const rates = (toHomes: number): BandRates => ({
			exits: [0.75, 0],
			moves: [
				[9, toHomes],
				[0, 0]
			]
		});
		expect(rateProblems(rates(0.25), ['foster care', 'homes'])).toEqual([]);
		expect(rateProblems(rates(0.5), ['foster care', 'homes'])).toEqual([
			'The rate of leaving care and moving, together, from foster care is more than 1 a child-day (1.25); check its unit.'
		]);
	});

	test('name a table of the wrong shape', () => {
		expect(rateProblems({ exits: [0.1, 0.1], moves: [[0, 0.1], [0.1]] }, [])).toHaveLength(1);
	});
});
