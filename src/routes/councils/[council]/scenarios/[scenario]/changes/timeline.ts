/** When a change holds: from the start, in full after its ramp, until the end. */
export interface Span {
	/** '2026-04'. */
	readonly start: string;
	readonly rampMonths: number;
	/** The first month in which it no longer holds; null where it stays. */
	readonly end: string | null;
}

/** Months in a year, and how high a change in full stands: what the shapes are drawn in. */
export const BOX = { months: 12, height: 10 } as const;

// A ramp would else begin with nothing to be seen.
const LEAST = 1.5;

/** How far a change holds in a financial year, as the corners of a shape in its box; null where it does not hold in it. */
export function shapeIn({ start, rampMonths, end }: Span, year: string): string | null {
	const april = Number(year.slice(0, 4)) * BOX.months + 3;
	const from = monthNumber(start) - april;
	const full = from + rampMonths;
	const left = Math.max(0, from);
	const right = Math.min(BOX.months, end === null ? BOX.months : monthNumber(end) - april);
	if (left >= right) return null;
	const topAt = (month: number): number => {
		const share = month >= full ? 1 : (month - from) / rampMonths;
		return BOX.height - (LEAST + share * (BOX.height - LEAST));
	};
	const corners = [
		[left, BOX.height],
		[left, topAt(left)],
		...(full > left && full < right ? [[full, topAt(full)]] : []),
		[right, topAt(right)],
		[right, BOX.height]
	];
	return corners.map((corner) => corner.map((at) => Number(at.toFixed(2))).join(',')).join(' ');
}

function monthNumber(month: string): number {
	return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}
