/** A square matrix as rows. */
export type Matrix = readonly (readonly number[])[];

const TERMS = 18;

function product(a: Matrix, b: Matrix): Matrix {
	const size = a.length;
	return a.map((row) => {
		const result = new Array<number>(size).fill(0);
		row.forEach((value, k) => {
			if (value !== 0)
				(b[k] ?? []).forEach((other, j) => (result[j] = (result[j] ?? 0) + value * other));
		});
		return result;
	});
}

/** The exponential of a matrix: halved until it is small, summed as a power series, squared back up. */
export function exponential(matrix: Matrix): Matrix {
	const norm = Math.max(...matrix.map((row) => row.reduce((total, x) => total + Math.abs(x), 0)));
	let halvings = 0;
	while (norm / 2 ** halvings > 0.25) halvings++;
	const small = matrix.map((row) => row.map((x) => x / 2 ** halvings));
	let result: Matrix = matrix.map((_, i) => matrix.map((__, j) => (i === j ? 1 : 0)));
	const identity = result;
	// Horner's rule: 1 + A(1 + A/2(1 + A/3(...))).
	for (let k = TERMS; k >= 1; k--) {
		const next = product(small, result);
		result = next.map((row, i) => row.map((x, j) => x / k + (identity[i]?.[j] ?? 0)));
	}
	for (let k = 0; k < halvings; k++) result = product(result, result);
	return result;
}
