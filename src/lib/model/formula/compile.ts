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

const ADD = 0;
const TAKE = 1;
const TIMES = 2;
const OVER = 3;
const SMALLER = 4;
const LARGER = 5;

const OPERATION = {
	sum: ADD,
	product: TIMES,
	min: SMALLER,
	max: LARGER,
	difference: TAKE,
	quotient: OVER
} as const;

/** A step of a formula: what is done to which two registers; its result goes to the next free one. */
interface Step {
	readonly does: number;
	readonly left: number;
	readonly right: number;
}

/**
 * A list of steps over numbered registers, for here a projection spends its time: each input is looked up once, and a
 * part that stands in a formula several times (the pay of one person) is worked out once. Not generated code, which a
 * strict content security policy forbids in the browser.
 */
function build(expression: Expression): Compiled {
	const { inputs, constants, steps } = laidOut(expression);
	const start = inputs.length + constants.length;
	const registers = new Float64Array(start + steps.length);
	registers.set(constants, inputs.length);
	const last = registers.length - 1;
	return (values) => {
		for (let i = 0; i < inputs.length; i++) registers[i] = float(values[inputs[i] as string]);
		for (let s = 0; s < steps.length; s++) {
			const { does, left, right } = steps[s] as Step;
			registers[start + s] = result(does, registers[left] as number, registers[right] as number);
		}
		return registers[last] as number;
	};
}

function result(does: number, a: number, b: number): number {
	switch (does) {
		case ADD:
			return a + b;
		case TAKE:
			return a - b;
		case TIMES:
			return a * b;
		case OVER:
			return a === 0 && b === 0 ? 0 : a / b;
		case SMALLER:
			return Math.min(a, b);
		default:
			return Math.max(a, b);
	}
}

/** Inputs in the first registers, then the constants, then a register for each step; the last one is the result. */
interface Layout {
	readonly inputs: readonly string[];
	readonly constants: readonly number[];
	readonly steps: readonly Step[];
}

function laidOut(expression: Expression): Layout {
	const inputs = [...new Set(leavesOf(expression).flatMap((leaf) => inputOf(leaf) ?? []))];
	const constants = [...new Set(leavesOf(expression).flatMap((leaf) => constantOf(leaf) ?? []))];
	const steps: Step[] = [];
	const known = new Map<Expression, number>();
	const start = inputs.length + constants.length;
	const step = (does: number, left: number, right: number): number =>
		start + steps.push({ does, left, right }) - 1;
	const constantAt = (value: number): number => inputs.length + constants.indexOf(value);
	const placed = (node: Expression): number => {
		const there = known.get(node);
		if (there !== undefined) return there;
		const at = place(node);
		known.set(node, at);
		return at;
	};
	const place = (node: Expression): number => {
		if (node.op === 'monthsShare')
			return step(OVER, inputs.indexOf(MONTHS), constantAt(MONTHS_IN_YEAR));
		if (node.op === 'constant') return constantAt(node.value);
		if (!('of' in node)) return inputs.indexOf(inputOf(node) ?? '');
		const [first, ...others] = node.of.map(placed);
		if (first === undefined) throw new Error('a formula combines nothing');
		return others.reduce((left, right) => step(OPERATION[node.op], left, right), first);
	};
	const at = placed(expression);
	// A formula that is a mere input or constant has no step of its own, and its result must stand last.
	if (at !== start + steps.length - 1 || steps.length === 0) step(SMALLER, at, at);
	return { inputs, constants, steps };
}

const MONTHS = 'months';

function leavesOf(expression: Expression): readonly Expression[] {
	return 'of' in expression ? expression.of.flatMap(leavesOf) : [expression];
}

function inputOf(leaf: Expression): string | null {
	if (leaf.op === 'input') return leaf.name;
	if (leaf.op === 'indexFactor') return 'index';
	return leaf.op === 'monthsShare' ? MONTHS : null;
}

function constantOf(leaf: Expression): number | null {
	if (leaf.op === 'constant') return leaf.value;
	return leaf.op === 'monthsShare' ? MONTHS_IN_YEAR : null;
}
