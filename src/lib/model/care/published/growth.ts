import { changesOf, type Change, type History } from './changes';

/** What earlier years say about how children in care change in a year. */
export interface Growth {
	/** Growth of all councils a year that goes on, as a difference of logarithms. */
	readonly drift: number;
	/** Share of a council's own growth beyond the others' that comes again the year after. */
	readonly momentum: number;
	/** Share of the way to its region's rate that a council goes in a year. */
	readonly reversion: number;
	/** Half the 80 % band one year ahead, over the children in care to the power of `SPREAD_POWER`. */
	readonly spread: number;
	/** How many changes from one year to the next these rest on. */
	readonly changes: number;
}

/**
 * How the error of a forecast grows with the children in care: between the root, as by chance alone, and in
 * proportion. Measured on the changes into 2022 and 2023, whose size grew with powers of 0.68 and 0.81.
 */
const SPREAD_POWER = 0.75;

/** Years without change that are taken to have gone before: the drift of two years counts half. */
const QUIET_YEARS = 2;
/** What momentum and reversion are thought to be before any year is seen: nought, give or take this. */
const PRIOR_SPREAD = 0.1;
// Below these sizes a council's relative change is mostly chance.
const LEAST_WEIGHT = 20;
const LEAST_SIZE = 5;
const BAND = 0.8;

/** The size by which a forecast's error is measured: children in care, to the power of the spread. */
export const errorSize = (children: number): number =>
	Math.max(children, LEAST_SIZE) ** SPREAD_POWER;

/** Estimates growth from a history; null where no council has a change from one year to the next. */
export function growthOf(history: History): Growth | null {
	const changes = changesOf(history);
	if (changes.length === 0) return null;
	const { national } = history;
	const drift = national.reduce((sum, growth) => sum + growth, 0) / (national.length + QUIET_YEARS);
	const { momentum, reversion } = coefficients(changes);
	const errors = changes.map(
		({ before, after, momentum: last, gap }) =>
			Math.abs(after - before * Math.exp(drift + momentum * last - reversion * gap)) /
			errorSize(before)
	);
	return {
		drift,
		momentum,
		reversion,
		spread: quantile(errors, BAND),
		changes: changes.length
	};
}

/** Least squares of own growth on the growth before and the gap, drawn toward nought as the prior has it. */
function coefficients(changes: readonly Change[]): Pick<Growth, 'momentum' | 'reversion'> {
	let [squares, mm, mg, gg, my, gy] = [0, 0, 0, 0, 0, 0];
	for (const { before, ownGrowth, momentum, gap } of changes) {
		// Relative changes of large councils are steadier, as their variance falls with size.
		const weight = Math.max(before, LEAST_WEIGHT);
		squares += weight * ownGrowth ** 2;
		mm += weight * momentum ** 2;
		mg -= weight * momentum * gap;
		gg += weight * gap ** 2;
		my += weight * momentum * ownGrowth;
		gy -= weight * gap * ownGrowth;
	}
	const prior = squares / changes.length / PRIOR_SPREAD ** 2;
	mm += prior;
	gg += prior;
	const determinant = mm * gg - mg ** 2;
	// Where nobody's growth differs from the others', there is nothing to learn.
	if (determinant === 0) return { momentum: 0, reversion: 0 };
	return {
		momentum: (gg * my - mg * gy) / determinant,
		reversion: (mm * gy - mg * my) / determinant
	};
}

/** The value below which a share of the values lies, on a straight line between the two nearest. */
export function quantile(values: readonly number[], share: number): number {
	const ordered = values.toSorted((a, b) => a - b);
	const place = share * (ordered.length - 1);
	const below = ordered[Math.floor(place)] ?? 0;
	const above = ordered[Math.ceil(place)] ?? below;
	return below + (above - below) * (place - Math.floor(place));
}
