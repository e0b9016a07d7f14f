/** A run of rows that are drawn, and the height in pixels of the rows left out before it. */
export interface Stretch {
	readonly first: number;
	/** The row behind the last one. */
	readonly end: number;
	readonly gap: number;
}

/** What is drawn of a long table, and the height in pixels of the rows left out behind it. */
export interface Drawn {
	readonly stretches: readonly Stretch[];
	readonly gap: number;
}

/** Rows drawn above and below what can be seen, so that a short scroll finds them there. */
const OVERSCAN = 8;

/** Where each row begins in pixels from the first one, and where the last one ends; a row not measured yet (0) counts as estimated. */
export function rowTops(
	count: number,
	measured: readonly number[],
	estimate: number
): Float64Array {
	const tops = new Float64Array(count + 1);
	for (let row = 0; row < count; row++) tops[row + 1] = tops[row]! + (measured[row] || estimate);
	return tops;
}

/** The rows to draw for a view from `top` to `bottom`, with those that must stay whatever is seen, such as the focused one. */
export function drawnRows(
	tops: Float64Array,
	view: { readonly top: number; readonly bottom: number },
	always: readonly number[]
): Drawn {
	const count = tops.length - 1;
	const first = Math.max(0, rowAt(tops, view.top) - OVERSCAN);
	const end = Math.min(count, rowAt(tops, view.bottom) + 1 + OVERSCAN);
	const runs = always
		.filter((row) => row >= 0 && row < count && (row < first || row >= end))
		.map((row) => ({ first: row, end: row + 1 }))
		.concat({ first, end })
		.sort((a, b) => a.first - b.first);
	let drawnTo = 0;
	const stretches = runs.map((run) => {
		const gap = tops[run.first]! - tops[drawnTo]!;
		drawnTo = run.end;
		return { ...run, gap };
	});
	return { stretches, gap: tops[count]! - tops[drawnTo]! };
}

/** The row that covers a height, or the nearest. */
function rowAt(tops: Float64Array, height: number): number {
	let low = 0;
	let high = Math.max(0, tops.length - 2);
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if (tops[middle]! <= height) low = middle;
		else high = middle - 1;
	}
	return low;
}
