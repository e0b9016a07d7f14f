import { CARE_BANDS } from '../records/careFlow';
import { AGE_CELLS, bandRange, isWholeSplit } from './propagate';

/** Children in care as some document states them, dated in days from 1 April of the first year. */
export interface DatedStock {
	readonly day: number;
	readonly children: number;
}

/** Children in care at a date, and how the figure came about. */
export interface StockReading {
	readonly children: number;
	/** `stated` at this very date; `interpolated` between two dates; `projected`: the nearest one, carried unchanged. */
	readonly how: 'stated' | 'interpolated' | 'projected';
	/** Dates of the stated stocks that it rests on [days from 1 April of the first year], one or two. */
	readonly between: readonly number[];
}

/** Why no stock can be read, in a sentence. */
export interface StockProblem {
	readonly problem: string;
}

/**
 * Children in care at a day: on a straight line between the two dated stocks around it. Before the first and after
 * the last, the nearest stated stock is carried unchanged, without a trend, and the reading says `projected`.
 */
export function stockAt(points: readonly DatedStock[], day: number): StockReading | StockProblem {
	const unusable = points.find(
		(point) =>
			!Number.isFinite(point.day) || !(point.children >= 0 && Number.isFinite(point.children))
	);
	if (unusable !== undefined) {
		return {
			problem: `A stock of ${unusable.children} children at day ${unusable.day} cannot be used.`
		};
	}
	const ordered = points.toSorted((a, b) => a.day - b.day);
	const disputed = ordered.find(
		(point, i) => point.day === ordered[i - 1]?.day && point.children !== ordered[i - 1]?.children
	);
	if (disputed !== undefined) {
		return {
			problem: `Two different stocks are stated at day ${disputed.day}; one has to be chosen.`
		};
	}

	const before = ordered.findLast((point) => point.day <= day);
	const after = ordered.find((point) => point.day >= day);
	const nearest = before ?? after;
	if (nearest === undefined)
		return { problem: 'No stock of children in care is stated at any date.' };
	if (before === undefined || after === undefined) {
		return { children: nearest.children, how: 'projected', between: [nearest.day] };
	}
	if (before.day === after.day) {
		return { children: before.children, how: 'stated', between: [before.day] };
	}
	const passed = (day - before.day) / (after.day - before.day);
	return {
		children: before.children * (1 - passed) + after.children * passed,
		how: 'interpolated',
		between: [before.day, after.day]
	};
}

/**
 * A stock known only in total [children], by age cell and placement type, index `cell × types + type`: split by
 * `shares` (index `band × types + type`, adding to 1), then evenly over the cells of each band.
 */
export function spreadStock(children: number, shares: Float64Array): Float64Array {
	const types = shares.length / CARE_BANDS.length;
	if (!Number.isInteger(types) || !isWholeSplit(shares)) {
		throw new RangeError('Shares of the stock must cover every age band and add to 1.');
	}
	if (!(children >= 0 && Number.isFinite(children))) {
		throw new RangeError(`A stock of ${children} children cannot be spread.`);
	}
	const cells = new Float64Array(AGE_CELLS * types);
	for (const band of CARE_BANDS.keys()) {
		const [start, end] = bandRange(band);
		const perCell = shares
			.subarray(band * types, (band + 1) * types)
			.map((share) => (children * share) / (end - start));
		for (let cell = start; cell < end; cell++) cells.set(perCell, cell * types);
	}
	return cells;
}
