import type { Decimal } from 'decimal.js';
import type { Words } from '../calendar/words';
import { evaluate } from './evaluate';
import type { Expression, Formula } from './expression';
import { blanksOf, exactInput, inputRef, type Term } from './term';
import { isBlocked, isKnown } from './value';

/** One step of how a figure was worked out: a value made from parts, or an input with its reference. */
export interface Working {
	readonly label: string;
	/** The financial year that one of several like steps is about: '2026/27'. */
	readonly year?: string;
	readonly unit: string;
	/** The exact value; null where it is blocked. */
	readonly value: Decimal | null;
	/** How the parts make the value, in names: 'Heads × Employer cost × (1 − Vacancy)'. */
	readonly formula?: string;
	/** The field that an input is: 'posts/outreach.salary'. */
	readonly ref?: string;
	/** Blank inputs that the value waits for. */
	readonly waitsFor?: readonly string[];
	/** A sentence that the reader needs: which changes make this version, what a number stands for. */
	readonly note?: Words;
	readonly parts: readonly Working[];
}

/** The working of a term: its formula in names, its intermediate results and its inputs. */
export function explainTerm(term: Term): Working {
	const { formula } = term;
	return { ...step(term, formula.expression, new Set()), label: formula.title };
}

function step(term: Term, expression: Expression, shown: Set<Expression>): Working {
	const { formula } = term;
	const label = 'label' in expression ? expression.label : undefined;
	const value = valueOf(term, expression);
	const blanks = value === null ? blanksOf(term) : [];
	const head = {
		label: label?.label ?? formula.title,
		unit: label?.unit ?? formula.unit,
		value,
		...(value === null ? { waitsFor: blanks } : {})
	};
	// A result that several others use is worked out where it comes first.
	if (shown.has(expression)) return { ...head, note: 'As worked out above', parts: [] };
	shown.add(expression);
	const parts = namedParts(expression).map((part) => {
		const name = inputName(part);
		return name === null ? step(term, part, shown) : inputStep(term, name, formula);
	});
	return { ...head, formula: formulaText(expression, formula), parts };
}

function valueOf(term: Term, expression: Expression): Decimal | null {
	const known = Object.keys(term.formula.inputs).every(
		(name) => !uses(expression, name) || isKnown(term.values[name] ?? null)
	);
	return known ? evaluate(expression, (name) => exactInput(term, name)) : null;
}

function uses(expression: Expression, name: string): boolean {
	return 'of' in expression
		? expression.of.some((part) => uses(part, name))
		: inputName(expression) === name;
}

function inputStep(term: Term, name: string, formula: Formula): Working {
	const about = formula.inputs[name];
	const value = term.values[name] ?? null;
	// The months of a version are nobody's field: its changes have made them.
	const isPlaced =
		about?.field !== undefined || name === 'index' || term.elsewhere?.[name] !== undefined;
	return {
		label: about?.label ?? name,
		unit: about?.unit ?? '',
		value: isKnown(value) ? exactInput(term, name) : null,
		...(isPlaced ? { ref: inputRef(term, name) } : {}),
		...(isKnown(value)
			? {}
			: { waitsFor: isBlocked(value) ? value.waitsFor : [inputRef(term, name)] }),
		parts: []
	};
}

/** The blank inputs of a whole line. */
export function blanksOfLine(terms: readonly Term[]): readonly string[] {
	return [...new Set(terms.flatMap(blanksOf))].sort();
}

const isLabelled = (expression: Expression): boolean => 'label' in expression;

function inputName(expression: Expression): string | null {
	if (expression.op === 'input') return expression.name;
	if (expression.op === 'indexFactor') return 'index';
	if (expression.op === 'monthsShare') return 'months';
	return null;
}

/** The inputs and labelled results that an expression is directly made of, each once. */
function namedParts(expression: Expression): readonly Expression[] {
	if (!('of' in expression)) return inputName(expression) === null ? [] : [expression];
	const found: Expression[] = [];
	const visit = (node: Expression): void => {
		if (inputName(node) !== null || isLabelled(node)) {
			const text = inputName(node);
			if (!found.some((other) => other === node || (text !== null && inputName(other) === text)))
				found.push(node);
		} else if ('of' in node) node.of.forEach(visit);
	};
	expression.of.forEach(visit);
	return found;
}

const SIGNS = { sum: ' + ', product: ' × ', difference: ' − ', quotient: ' ÷ ' } as const;
const TIGHTNESS = { sum: 1, difference: 1, product: 2, quotient: 2 } as const;

/** A formula in the names of its inputs and intermediate results. */
export function formulaText(expression: Expression, formula: Formula): string {
	return write(expression, formula, 0, true);
}

function write(node: Expression, formula: Formula, outer: number, top: boolean): string {
	if (!top && 'label' in node) return node.label.label;
	if (node.op === 'constant') return node.name;
	if (node.op === 'monthsShare') return 'Months ÷ 12';
	if (!('of' in node)) {
		const name = inputName(node) ?? '';
		return formula.inputs[name]?.label ?? name;
	}
	if (node.op === 'min' || node.op === 'max')
		return `${node.op === 'min' ? 'smallest' : 'largest'} of (${node.of.map((part) => write(part, formula, 0, false)).join('; ')})`;
	const tightness = TIGHTNESS[node.op];
	const text = node.of
		.map((part, i) =>
			// The right side of − and ÷ needs brackets round its like, the left does not.
			write(
				part,
				formula,
				i > 0 && (node.op === 'difference' || node.op === 'quotient') ? tightness + 1 : tightness,
				false
			)
		)
		.join(SIGNS[node.op]);
	return tightness < outer ? `(${text})` : text;
}
