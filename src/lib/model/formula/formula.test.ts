import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from './compile';
import { evaluate } from './evaluate';
import { explainTerm, formulaText } from './explain';
import {
	above,
	constant,
	difference,
	indexFactor,
	input,
	max,
	min,
	monthsShare,
	named,
	product,
	quotient,
	restOf,
	sum,
	wholeAnd,
	type Expression,
	type Formula
} from './expression';
import { areSameTerms, blanksOf, linePence, type Term } from './term';
import { blocked, isSame } from './value';

const a = input('a');
const b = input('b');
const c = input('c');

function formulaOf(expression: Expression): Formula {
	const about = (label: string) => ({ label, unit: '£' });
	return {
		id: 'test',
		title: 'Test',
		unit: '£',
		inputs: {
			a: about('Alpha'),
			b: about('Beta'),
			c: about('Gamma'),
			index: about('Index'),
			months: about('Months')
		},
		expression
	};
}

const termOf = (expression: Expression, values: Term['values']): Term => ({
	formula: formulaOf(expression),
	record: 'posts/x',
	changes: [],
	values
});

/** Both readings of an expression for whole numbers a, b, c, with an index of 1.5 and 6 months. */
function readings(expression: Expression, values: readonly [number, number, number]) {
	const numbers: Record<string, number> = {
		a: values[0],
		b: values[1],
		c: values[2],
		index: 1.5,
		months: 6
	};
	return [
		compile(expression)(numbers),
		evaluate(expression, (name) => new Decimal(numbers[name] ?? NaN)).toNumber()
	];
}

test.each<readonly [string, Expression, number]>([
	['sum', sum(a, b, c), 9],
	['product', product(a, b, c), 24],
	['min', min(c, a, b), 2],
	['max', max(a, c, b), 4],
	['difference', difference(a, c), -2],
	['quotient', quotient(c, a), 2],
	['index factor', product(a, indexFactor), 3],
	['months share', product(a, monthsShare), 1],
	['rest of the whole', restOf(a), -1],
	['whole and a share', wholeAnd(a), 3],
	['above a threshold', above(c, b), 1],
	['below a threshold', above(a, b), 0],
	['constant', product(constant('12', 12), a), 24],
	['one addend', sum(a), 2]
])('both readings of a %s agree', (_, expression, expected) => {
	expect(readings(expression, [2, 3, 4])).toEqual([expected, expected]);
});

test('nothing over nothing is nothing, so that nobody costs nothing; something over nothing is no number', () => {
	expect(readings(quotient(a, b), [0, 0, 0])).toEqual([0, 0]);
	expect(readings(quotient(a, b), [1, 0, 0])).toEqual([Infinity, Infinity]);
});

const expressions = fc.letrec<{ tree: Expression }>((tie) => ({
	tree: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		fc.constantFrom(a, b, c),
		fc
			.array(tie('tree'), { minLength: 1, maxLength: 4 })
			.chain((of) => fc.constantFrom(sum(...of), product(...of), min(...of), max(...of))),
		fc.tuple(tie('tree'), tie('tree')).map(([x, y]) => difference(x, y))
	)
})).tree;

test('the float reading is the exact one for whole numbers that floats hold', () => {
	const whole = fc.integer({ min: -9, max: 9 });
	fc.assert(
		fc.property(expressions, fc.tuple(whole, whole, whole), (expression, values) => {
			const [float = NaN, exact = NaN] = readings(expression, values);
			fc.pre(Math.abs(exact) < 1e15);
			expect(float + 0).toBe(exact + 0);
		}),
		{ numRuns: 300 }
	);
});

describe('a formula in names', () => {
	test.each<readonly [string, Expression]>([
		['Alpha + Beta × Gamma', sum(a, product(b, c))],
		['(Alpha + Beta) × Gamma', product(sum(a, b), c)],
		['Alpha − (Beta − Gamma)', difference(a, difference(b, c))],
		['Alpha − Beta − Gamma', difference(difference(a, b), c)],
		['Alpha ÷ (Beta × Gamma)', quotient(a, product(b, c))],
		['Alpha × (1 − Beta)', product(a, restOf(b))],
		['largest of (0; Alpha − Beta)', above(a, b)],
		[
			'smallest of (Alpha; Beta) × Index × Months ÷ 12',
			product(min(a, b), indexFactor, monthsShare)
		]
	])('%s', (text, expression) => {
		expect(formulaText(expression, formulaOf(expression))).toBe(text);
	});

	test('names an intermediate result where it is used, and works it out below', () => {
		const working = explainTerm(
			termOf(product(named('Pay', '£', sum(a, b)), c), { a: 2, b: 3, c: 4 })
		);
		expect(working.formula).toBe('Pay × Gamma');
		expect(working.parts.map(({ label, value }) => [label, value?.toNumber()])).toEqual([
			['Pay', 5],
			['Gamma', 4]
		]);
		expect(working.parts[0]?.formula).toBe('Alpha + Beta');
		expect(working.value?.toNumber()).toBe(20);
	});
});

describe('a term with blanks', () => {
	const term = termOf(product(a, b, c), {
		a: null,
		b: blocked(['posts/y.fte', 'posts/x.a'], null),
		c: 1
	});

	test('names them all, and a line each once', () => {
		expect(blanksOf(term)).toEqual(['posts/x.a', 'posts/x.a', 'posts/y.fte']);
		expect(linePence([term, term])).toEqual({
			waitsFor: ['posts/x.a', 'posts/y.fte'],
			basis: null
		});
	});

	test('is the same as another where formula, record and inputs are', () => {
		const other = (values: Term['values']) => [termOf(product(a, b, c), values)];
		expect(areSameTerms([term], other({ ...term.values }))).toBe(true);
		expect(areSameTerms([term], other({ ...term.values, c: 2 }))).toBe(false);
		expect(areSameTerms([term], other({ ...term.values, a: new Decimal(0) }))).toBe(false);
		expect(areSameTerms([term], [])).toBe(false);
		expect(areSameTerms([term], [{ ...term, record: 'posts/y' }])).toBe(false);
	});
});

test('plain data are the same by content, decimals by value', () => {
	expect(isSame(new Decimal('1.0'), new Decimal('1'))).toBe(true);
	expect(isSame(new Decimal('1'), 2)).toBe(false);
	expect(isSame(new Decimal('1'), null)).toBe(false);
	expect(isSame({ x: [1, { y: null }] }, { x: [1, { y: null }] })).toBe(true);
	expect(isSame({ x: 1 }, { x: 1, y: undefined })).toBe(false);
	expect(isSame([], {})).toBe(false);
	expect(isSame(Float64Array.of(1, 2), Float64Array.of(1, 2))).toBe(true);
	expect(isSame(Float64Array.of(1, 2), Float64Array.of(1, 3))).toBe(false);
	expect(isSame(null, {})).toBe(false);
	expect(isSame(NaN, NaN)).toBe(true);
});
