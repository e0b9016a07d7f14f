import { MONTHS_IN_YEAR, type Expression } from '../formula/expression';
import { LASTING, type ColumnStore } from './columnStore';

/** A number in every draw: one for all of them where nothing random is behind it; NaN where it is not known. */
export type Column = number | Float64Array;

type Combine = (a: number, b: number) => number;

/** What two numbers come to in every draw. Loops are written out, for an operation that is passed in costs ten times as much. */
function combined(a: Column, b: Column, of: Combine, loop: Loop): Column {
	if (typeof a === 'number' && typeof b === 'number') return of(a, b);
	const size = typeof a === 'number' ? (b as Float64Array).length : a.length;
	const result = memory(size);
	loop(result, a, b);
	return result;
}

const memory = (size: number): Float64Array => LASTING.take(size);

type Loop = (result: Float64Array, a: Column, b: Column) => void;

const sumLoop: Loop = (result, a, b) => {
	if (typeof a === 'number') {
		const own = b as Float64Array;
		for (let i = 0; i < result.length; i++) result[i] = a + own[i]!;
	} else if (typeof b === 'number') for (let i = 0; i < result.length; i++) result[i] = a[i]! + b;
	else for (let i = 0; i < result.length; i++) result[i] = a[i]! + b[i]!;
};

const productLoop: Loop = (result, a, b) => {
	if (typeof a === 'number') {
		const own = b as Float64Array;
		for (let i = 0; i < result.length; i++) result[i] = a * own[i]!;
	} else if (typeof b === 'number') for (let i = 0; i < result.length; i++) result[i] = a[i]! * b;
	else for (let i = 0; i < result.length; i++) result[i] = a[i]! * b[i]!;
};

const differenceLoop: Loop = (result, a, b) => {
	if (typeof a === 'number') {
		const own = b as Float64Array;
		for (let i = 0; i < result.length; i++) result[i] = a - own[i]!;
	} else if (typeof b === 'number') for (let i = 0; i < result.length; i++) result[i] = a[i]! - b;
	else for (let i = 0; i < result.length; i++) result[i] = a[i]! - b[i]!;
};

const at = (column: Column, i: number): number =>
	typeof column === 'number' ? column : column[i]!;

const quotientOf: Combine = (a, b) => (a === 0 && b === 0 ? 0 : a / b);

const quotientLoop: Loop = (result, a, b) => {
	for (let i = 0; i < result.length; i++) result[i] = quotientOf(at(a, i), at(b, i));
};

const minLoop: Loop = (result, a, b) => {
	if (typeof a === 'number') {
		const own = b as Float64Array;
		for (let i = 0; i < result.length; i++) result[i] = Math.min(a, own[i]!);
	} else if (typeof b === 'number')
		for (let i = 0; i < result.length; i++) result[i] = Math.min(a[i]!, b);
	else for (let i = 0; i < result.length; i++) result[i] = Math.min(a[i]!, b[i]!);
};

const maxLoop: Loop = (result, a, b) => {
	if (typeof a === 'number') {
		const own = b as Float64Array;
		for (let i = 0; i < result.length; i++) result[i] = Math.max(a, own[i]!);
	} else if (typeof b === 'number')
		for (let i = 0; i < result.length; i++) result[i] = Math.max(a[i]!, b);
	else for (let i = 0; i < result.length; i++) result[i] = Math.max(a[i]!, b[i]!);
};

/** The sum in every draw. */
export function plus(a: Column, b: Column): Column {
	if (a === 0) return b;
	return b === 0 ? a : combined(a, b, (x, y) => x + y, sumLoop);
}

/** The difference in every draw; exactly nothing where both are the very same. */
export function minus(a: Column, b: Column): Column {
	return b === 0 ? a : combined(a, b, (x, y) => x - y, differenceLoop);
}

/** The product in every draw. */
export function times(a: Column, b: Column): Column {
	if (a === 1) return b;
	if (b === 1) return a;
	// What varies is known, and nothing of it stays nothing.
	if (a === 0 && typeof b !== 'number') return 0;
	if (b === 0 && typeof a !== 'number') return 0;
	return combined(a, b, (x, y) => x * y, productLoop);
}

/** The quotient in every draw; 0 where both are 0, as formulas have it. */
export const over = (a: Column, b: Column): Column => combined(a, b, quotientOf, quotientLoop);

/** The smaller in every draw. */
export const least = (a: Column, b: Column): Column => combined(a, b, Math.min, minLoop);

/** The larger in every draw. */
export const most = (a: Column, b: Column): Column => combined(a, b, Math.max, maxLoop);

/** Adds a product to a sum that varies; nothing of what varies is nothing, as in a product. */
export function addProduct(sum: Float64Array, a: Column, b: Column): void {
	if (typeof a === 'number') {
		if (typeof b === 'number') for (let i = 0; i < sum.length; i++) sum[i]! += a * b;
		else if (a !== 0) for (let i = 0; i < sum.length; i++) sum[i]! += a * b[i]!;
	} else if (typeof b === 'number') {
		if (b !== 0) for (let i = 0; i < sum.length; i++) sum[i]! += a[i]! * b;
	} else for (let i = 0; i < sum.length; i++) sum[i]! += a[i]! * b[i]!;
}

/** A sum with one more product in it; null where nothing has been added yet. */
export function withProduct(
	sum: Float64Array | null,
	a: Column,
	b: Column,
	store: Pick<ColumnStore, 'take'>
): Float64Array {
	if (sum !== null) {
		addProduct(sum, a, b);
		return sum;
	}
	const size = typeof a === 'number' ? (b as Float64Array).length : a.length;
	const fresh = store.take(size);
	productLoop(fresh, a, b);
	return fresh;
}

/** The sum of products in every draw, in one column. */
export function sumOfProducts(products: readonly (readonly [Column, Column])[]): Column {
	let fixed = 0;
	let varying: Float64Array | null = null;
	for (const [a, b] of products)
		if (typeof a === 'number' && typeof b === 'number') fixed += a * b;
		else if (a !== 0 && b !== 0) varying = withProduct(varying, a, b, LASTING);
	if (varying !== null && fixed !== 0) addProduct(varying, fixed, 1);
	return varying ?? fixed;
}

/** The sum of some columns in every draw. */
export const sumOf = (columns: readonly Column[]): Column =>
	sumOfProducts(columns.map((own) => [own, 1]));

/** Any function of a number, in every draw. */
export function mapped(column: Column, of: (value: number) => number): Column {
	if (typeof column === 'number') return of(column);
	const result = memory(column.length);
	for (let i = 0; i < result.length; i++) result[i] = of(column[i]!);
	return result;
}

/** The number in one draw. */
export const inDraw = at;

/** True where a number is 0 in all draws. */
export const isNothing = (column: Column): boolean =>
	typeof column === 'number' ? column === 0 : column.every((value) => value === 0);

const PENCE = 100;

/** Whole pence of pounds, halves away from zero, in every draw. */
export function penceOf(pounds: Column): Column {
	return mapped(pounds, roundedPence);
}

// Half a penny that is exact in decimals may lie just below it in floats.
const TO_HALF = 1 + 2 ** -49;

const roundedPence = (value: number): number =>
	value < 0
		? 0 - Math.floor(0.5 - value * PENCE * TO_HALF)
		: Math.floor(value * PENCE * TO_HALF + 0.5);

/** The reading of a formula in all draws at once, in the order of the float reading; inputs by name. */
export function columnOf(expression: Expression, inputs: (name: string) => Column): Column {
	const known = new Map<Expression, Column>();
	const read = (node: Expression): Column => {
		const there = known.get(node);
		if (there !== undefined) return there;
		const column = readNode(node, inputs, read);
		known.set(node, column);
		return column;
	};
	return read(expression);
}

const OPERATIONS = {
	sum: plus,
	product: times,
	difference: minus,
	quotient: over,
	min: least,
	max: most
} as const;

function readNode(
	node: Expression,
	inputs: (name: string) => Column,
	read: (node: Expression) => Column
): Column {
	if (node.op === 'input') return inputs(node.name);
	if (node.op === 'constant') return node.value;
	if (node.op === 'indexFactor') return inputs('index');
	if (node.op === 'monthsShare') return over(inputs('months'), MONTHS_IN_YEAR);
	return node.of.map(read).reduce(OPERATIONS[node.op]);
}
