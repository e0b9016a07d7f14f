import { betaChance, betaQuantile, betaTable, normalQuantile } from './special';

/** How the values of a random input are spread. */
export const DISTRIBUTIONS = [
	'pert',
	'triangular',
	'uniform',
	'normal',
	'logNormal',
	'beta',
	'elicited'
] as const;

/** How the values of a random input are spread. */
export type DistributionName = (typeof DISTRIBUTIONS)[number];

/** Why values cannot be spread so over a range, in one sentence; null where they can. */
export function rangeProblem(
	name: DistributionName,
	low: number | undefined,
	mode: number | undefined,
	high: number | undefined
): string | null {
	if (low === undefined || high === undefined)
		return 'a distribution needs low and high; write both, or leave it out';
	if (name === 'logNormal' && low <= 0)
		return `a log-normal number is above 0, and low is ${String(low)}; write a low above 0 or another distribution`;
	if (name === 'beta' && !(low > 0 && high < 1))
		return 'a beta number lies between 0 and 1; write low above 0 and high below 1 or another distribution';
	if (name === 'elicited' && (mode === undefined || !(low < mode && mode < high)))
		return 'elicited percentiles are three rising numbers: low the 10th, mode the 50th and high the 90th; write all three';
	return null;
}

/** What a range says of an input: its ends, its most likely value, and the chance that it lies between the ends. */
export interface Spread {
	readonly name: DistributionName;
	readonly low: number;
	readonly mode: number;
	readonly high: number;
	/** 1 where the ends are the lowest and the highest that can be; 0.8 where they are the 10th and the 90th percentile. */
	readonly interval: number;
}

/** The value that a random input is below with a given chance, from 0 to 1. */
export type Quantile = (chance: number) => number;

/** What the ends hold of distributions that have none: four in five, as people are asked for them. */
const USUAL_INTERVAL = 0.8;
const USUAL_P90 = 0.9;

/** The quantiles of a random input; those that have ends are widened until the stated share lies within the range. */
export function quantileOf(spread: Spread): Quantile {
	const { name, low, mode, high, interval } = spread;
	if (low === high) return () => low;
	switch (name) {
		case 'normal':
			return normal(low, high, endless(interval));
		case 'logNormal': {
			const inLogs = normal(Math.log(low), Math.log(high), endless(interval));
			return (chance) => Math.exp(inLogs(chance));
		}
		case 'beta':
			return betaWithin(low, high, endless(interval));
		case 'elicited':
			return elicited(low, mode, high);
		default: {
			const shape = SHAPES[name];
			const ends = interval >= 1 ? { low, high } : widened(shape, spread);
			return name === 'pert'
				? pert(ends.low, mode, ends.high, betaTable)
				: shape(ends.low, mode, ends.high);
		}
	}
}

const endless = (interval: number): number => (interval >= 1 ? USUAL_INTERVAL : interval);

function normal(low: number, high: number, interval: number): Quantile {
	const deviation = (high - low) / (2 * normalQuantile((1 + interval) / 2));
	const mean = (low + high) / 2;
	return (chance) => mean + deviation * normalQuantile(chance);
}

/**
 * A normal number bent until its 10th, 50th and 90th percentiles are those that were elicited (Johnson's log-normal family):
 * each standard deviation goes as many times further as the upper half is wider than the lower.
 */
function elicited(p10: number, p50: number, p90: number): Quantile {
	const [below, above] = [p50 - p10, p90 - p50];
	const bend = Math.log(above / below);
	const at90 = normalQuantile(USUAL_P90);
	return (chance) => {
		const z = normalQuantile(chance) / at90;
		// expm1(bend z) / (1 − 1 / ratio), and its limit where both halves are alike.
		return p50 + (bend === 0 ? below * z : (below * Math.expm1(bend * z)) / -Math.expm1(-bend));
	};
}

type Shape = (low: number, mode: number, high: number) => Quantile;

// The mean of a PERT number is four parts its most likely value and one part each end.
const PERT_WEIGHT = 4;

/** A PERT number: a beta number between the ends, its shapes by how near the most likely value is to each. */
function pert(
	low: number,
	mode: number,
	high: number,
	beta: (a: number, b: number) => Quantile
): Quantile {
	const width = high - low;
	const share = beta(
		1 + (PERT_WEIGHT * (mode - low)) / width,
		1 + (PERT_WEIGHT * (high - mode)) / width
	);
	return (chance) => low + width * share(chance);
}

const SHAPES: Readonly<Record<'pert' | 'triangular' | 'uniform', Shape>> = {
	pert: (low, mode, high) =>
		pert(low, mode, high, (a, b) => (chance) => betaQuantile(chance, a, b)),
	triangular: (low, mode, high) => {
		const width = high - low;
		const turn = (mode - low) / width;
		return (chance) =>
			chance < turn
				? low + Math.sqrt(chance * width * (mode - low))
				: high - Math.sqrt((1 - chance) * width * (high - mode));
	},
	uniform: (low, _mode, high) => (chance) => low + (high - low) * chance
};

const FITTED = 1e-12;
const MOST_STEPS = 500;

/** The ends at which the stated share of a shape lies within a range: each is moved by what its quantile misses. */
function widened(
	shape: Shape,
	{ low, mode, high, interval }: Spread
): { readonly low: number; readonly high: number } {
	const tail = (1 - interval) / 2;
	let ends = { low, high };
	for (let step = 0; step < MOST_STEPS; step++) {
		const quantile = shape(ends.low, mode, ends.high);
		const [below, above] = [low - quantile(tail), high - quantile(1 - tail)];
		ends = { low: Math.min(ends.low + below, mode), high: Math.max(ends.high + above, mode) };
		if (Math.abs(below) + Math.abs(above) < FITTED * (high - low)) break;
	}
	return ends;
}

/** A beta number from 0 to 1 whose tails beyond the range are alike: found by its mean and how firm it is. */
function betaWithin(low: number, high: number, interval: number): Quantile {
	const tail = (1 - interval) / 2;
	const meanAt = (firm: number): number => {
		let [from, to] = [0, 1];
		for (let step = 0; step < 60; step++) {
			const mean = (from + to) / 2;
			if (betaChance(low, mean * firm, (1 - mean) * firm) > tail) from = mean;
			else to = mean;
		}
		return (from + to) / 2;
	};
	let [loose, firm] = [Math.log(0.1), Math.log(1e7)];
	for (let step = 0; step < 60; step++) {
		const own = Math.exp((loose + firm) / 2);
		const mean = meanAt(own);
		if (1 - betaChance(high, mean * own, (1 - mean) * own) > tail) loose = (loose + firm) / 2;
		else firm = (loose + firm) / 2;
	}
	const firmness = Math.exp((loose + firm) / 2);
	const mean = meanAt(firmness);
	return (chance) => betaQuantile(chance, mean * firmness, (1 - mean) * firmness);
}
