import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { project } from '$lib/model';
import {
	difference,
	input,
	product,
	quotient,
	sum,
	type Formula
} from '$lib/model/formula/expression';
import { exactPounds, floatTerm, linePence, type Term } from '$lib/model/formula/term';
import { isBlocked } from '$lib/model/formula/value';
import { councilFrom, scenarioIn } from '../support/council';
import { councilFiles } from '../support/generated';

// A hundred whole councils take seconds, and a busy machine several times that.
vi.setConfig({ testTimeout: 60_000 });

const RUNS = { numRuns: 100, endOnFailure: true };

/** Whole pence of an exact amount by the rule of the model, written out: halves go away from zero. */
function penceOf(pounds: Decimal): number {
	const pence = pounds.times(100);
	const whole = pence.abs().plus('0.5').floor();
	return (pence.isNegative() ? whole.negated() : whole).toNumber();
}

function formula(expression: Formula['expression']): Formula {
	return { id: 'test', title: 'Test', unit: '£', inputs: {}, expression };
}

function term(expression: Formula['expression'], values: Term['values']): Term {
	return { formula: formula(expression), record: 'posts/x', changes: [], values };
}

test('every line of every council has the pennies of exact arithmetic', () => {
	fc.assert(
		fc.property(councilFiles(), (file) => {
			const council = councilFrom(file);
			const { run } = project(council, scenarioIn(council, 'plan'), { terms: 'real' });
			for (const { id, terms, values } of run.series)
				values.forEach((value, y) => {
					const own = terms?.(y) ?? null;
					if (own === null || Number.isNaN(value)) return;
					expect(value + 0, id).toBe(penceOf(exactPounds(own)) + 0);
				});
		}),
		RUNS
	);
});

/** Amounts in pounds that lie on half a penny, or as near to it as `offset` says, up to £100m, either sign. */
const nearHalves = fc
	.record({
		pence: fc.oneof(
			fc.integer({ min: 0, max: 1000 }),
			fc.integer({ min: 0, max: 10_000_000_000 }),
			fc.integer({ min: 9_999_000_000, max: 10_000_000_000 })
		),
		offset: fc.constantFrom('0', '1e-30', '-1e-30', '1e-12', '-1e-12', '9e-10', '-9e-10', '1e-9'),
		isNegative: fc.boolean()
	})
	.map(({ pence, offset, isNegative }) => {
		const pounds = new Decimal(pence).plus('0.5').plus(offset).div(100);
		return isNegative ? pounds.negated() : pounds;
	});

describe('where an amount lies on half a penny, or within a billionth of one', () => {
	test('a single input is rounded as exact arithmetic rounds it', () => {
		fc.assert(
			fc.property(nearHalves, (amount) => {
				expect(linePence([term(input('amount'), { amount })])).toBe(penceOf(amount));
			}),
			{ numRuns: 2000 }
		);
	});

	test('so is a product of factors whose floats are off', () => {
		fc.assert(
			fc.property(
				nearHalves,
				fc.constantFrom('0.1', '0.3', '3', '7', '1.1', '0.015625'),
				(amount, by) => {
					// Divided by a factor that a float cannot hold, then multiplied by it again.
					const scaled = product(quotient(input('amount'), input('by')), input('by'));
					const own = term(scaled, { amount, by: new Decimal(by) });
					const exact = exactPounds([own]);
					expect(linePence([own])).toBe(penceOf(exact));
					// The working precision of forty digits leaves the amount where it was.
					expect(exact.minus(amount).abs().lt('1e-28')).toBe(true);
				}
			),
			{ numRuns: 2000 }
		);
	});

	test('so is a sum of many terms that cancel', () => {
		fc.assert(
			fc.property(
				nearHalves,
				fc.array(fc.integer({ min: 1, max: 99_999_999 }), { minLength: 1, maxLength: 12 }),
				(amount, others) => {
					const cancelling = others.flatMap((other) => [
						term(input('amount'), { amount: new Decimal(other).div(1000) }),
						term(difference(input('zero'), input('amount')), {
							zero: 0,
							amount: new Decimal(other).div(1000)
						})
					]);
					const terms = [...cancelling, term(sum(input('amount')), { amount })];
					expect(linePence(terms)).toBe(penceOf(amount));
				}
			),
			{ numRuns: 1000 }
		);
	});
});

test('plain rounding of floats would have been wrong on some of these amounts', () => {
	// 1.005 is 1.00499999999999989… as a float: Math.round(100.49999999999999) says 100 pence, exact arithmetic 101.
	const own = term(input('amount'), { amount: new Decimal('1.005') });
	const float = floatTerm(own);
	expect(isBlocked(float) ? null : Math.round(float * 100)).toBe(100);
	expect(linePence([own])).toBe(101);
});
