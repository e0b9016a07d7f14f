import type { Decimal } from 'decimal.js';
import { Exact } from '../money/money';
import { MONTHS_IN_YEAR, type Expression } from './expression';

/** The exact value of each input of a formula, by name. */
export type ExactInputs = (name: string) => Decimal;

/** The exact reading of an expression: decimal arithmetic with 40 digits. */
export function evaluate(expression: Expression, inputs: ExactInputs): Decimal {
	switch (expression.op) {
		case 'input':
			return inputs(expression.name);
		case 'constant':
			return new Exact(expression.value);
		case 'indexFactor':
			return inputs('index');
		case 'monthsShare':
			return inputs('months').div(MONTHS_IN_YEAR);
		case 'sum':
			return fold(expression.of, inputs, (a, b) => a.plus(b));
		case 'product':
			return fold(expression.of, inputs, (a, b) => a.times(b));
		case 'min':
			return fold(expression.of, inputs, (a, b) => (b.lt(a) ? b : a));
		case 'max':
			return fold(expression.of, inputs, (a, b) => (b.gt(a) ? b : a));
		case 'difference':
			return evaluate(expression.of[0], inputs).minus(evaluate(expression.of[1], inputs));
		case 'quotient': {
			const dividend = evaluate(expression.of[0], inputs);
			const divisor = evaluate(expression.of[1], inputs);
			return dividend.isZero() && divisor.isZero() ? dividend : dividend.div(divisor);
		}
	}
}

function fold(
	of: readonly Expression[],
	inputs: ExactInputs,
	combine: (a: Decimal, b: Decimal) => Decimal
): Decimal {
	const [first, ...rest] = of.map((expression) => evaluate(expression, inputs));
	if (first === undefined) throw new Error('a formula combines nothing');
	return rest.reduce(combine, first);
}
