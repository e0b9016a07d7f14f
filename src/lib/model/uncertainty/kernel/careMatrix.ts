import { addProduct, withProduct, type Column } from '../column';
import type { ColumnStore } from '../columnStore';

/** Children by placement type, in all draws. */
export type Row = readonly Column[];

/** A square matrix of chances, days or days² between placement types in all draws, row-major. */
export type Matrix = readonly Column[];

type Store = Pick<ColumnStore, 'take'>;

/** The sum of some rows and of products of a row and a matrix; a number wherever nothing of it varies. */
export function rowOf(
	products: readonly (readonly [row: Row, matrix: Matrix])[],
	store: Store,
	...rows: readonly Row[]
): Row {
	const size = (rows[0] ?? products[0]?.[0] ?? []).length;
	const result = new Array<Column>(size);
	for (let to = 0; to < size; to++) {
		let fixed = 0;
		let varying: Float64Array | null = null;
		for (const row of rows) {
			const own = row[to]!;
			if (typeof own === 'number') fixed += own;
			else varying = withProduct(varying, own, 1, store);
		}
		for (const [row, matrix] of products)
			for (let from = 0; from < size; from++) {
				const [a, b] = [row[from]!, matrix[from * size + to]!];
				if (typeof a === 'number' && typeof b === 'number') fixed += a * b;
				else if (a !== 0 && b !== 0) varying = withProduct(varying, a, b, store);
			}
		if (varying !== null && fixed !== 0) addProduct(varying, fixed, 1);
		result[to] = varying ?? fixed;
	}
	return result;
}

/** A row times a number that is the same in all draws, in columns of its own. */
export const scaledRow = (row: Row, factor: number, store: Store): Row =>
	row.map((own) =>
		typeof own === 'number' ? own * factor : withProduct(null, own, factor, store)
	);

/** The product of two matrices. */
export function matrixProduct(left: Matrix, right: Matrix, size: number, store: Store): Matrix {
	return Array.from({ length: size }, (_, from) =>
		rowOf([[left.slice(from * size, (from + 1) * size), right]], store)
	).flat();
}

/** The matrix that changes nothing. */
export const identityMatrix = (size: number): Matrix =>
	Array.from({ length: size * size }, (_, i) => (i % (size + 1) === 0 ? 1 : 0));
