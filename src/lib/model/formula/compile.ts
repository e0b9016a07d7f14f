import { Decimal } from 'decimal.js';
import { MONTHS_IN_YEAR, type Expression } from './expression';
import { floatOf, type Value } from './value';

/** The fast reading of a formula: the values of its inputs by name in, a float out; NaN where one is not known. */
export type Compiled = (inputs: Readonly<Record<string, Value>>) => number;

const float = (value: Value | undefined): number =>
	typeof value === 'number' ? value : value instanceof Decimal ? floatOf(value) : NaN;

const compiled = new WeakMap<Expression, Compiled>();

/** The float reading of an expression, built once and kept with it. */
export function compile(expression: Expression): Compiled {
	let run = compiled.get(expression);
	if (run === undefined) {
		run = build(expression);
		compiled.set(expression, run);
	}
	return run;
}

// Closures rather than generated code: a strict content security policy forbids the latter in the browser.
function build(expression: Expression): Compiled {
	switch (expression.op) {
		case 'input': {
			const { name } = expression;
			return (inputs) => float(inputs[name]);
		}
		case 'constant': {
			const { value } = expression;
			return () => value;
		}
		case 'indexFactor':
			return (inputs) => float(inputs['index']);
		case 'monthsShare':
			return (inputs) => float(inputs['months']) / MONTHS_IN_YEAR;
		case 'sum':
			return combined(expression.of, (a, b) => a + b);
		case 'product':
			return combined(expression.of, (a, b) => a * b);
		case 'min':
			return combined(expression.of, Math.min);
		case 'max':
			return combined(expression.of, Math.max);
		case 'difference': {
			const [a, b] = [build(expression.of[0]), build(expression.of[1])];
			return (inputs) => a(inputs) - b(inputs);
		}
		case 'quotient': {
			const [a, b] = [build(expression.of[0]), build(expression.of[1])];
			return (inputs) => {
				const [dividend, divisor] = [a(inputs), b(inputs)];
				return dividend === 0 && divisor === 0 ? 0 : dividend / divisor;
			};
		}
	}
}

function combined(of: readonly Expression[], combine: (a: number, b: number) => number): Compiled {
	const parts = of.map(build);
	const [first, second, third] = parts;
	if (first === undefined) throw new Error('a formula combines nothing');
	// The common short lists without a loop: this is where a projection spends its time.
	if (second === undefined) return first;
	if (third === undefined) return (inputs) => combine(first(inputs), second(inputs));
	return (inputs) => {
		let value = first(inputs);
		for (let i = 1; i < parts.length; i++) value = combine(value, (parts[i] as Compiled)(inputs));
		return value;
	};
}
