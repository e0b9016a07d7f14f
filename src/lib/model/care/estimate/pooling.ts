import { lnGamma } from '../../uncertainty/special';

/** Events of one cell over the time in which they could happen. */
export interface Cell {
	/** The groups that it may be pooled within, one for each way of grouping, in one order for all cells. */
	readonly groups: readonly string[];
	readonly events: number;
	/** Child-days, or days. */
	readonly exposure: number;
}

/** A rate with its uncertainty: a gamma distribution around what its group's rate makes of it, which is uncertain itself. */
export interface PooledRate {
	/** Events a day, the mean of the distribution. */
	readonly perDay: number;
	/** Its standard deviation, with what the group's uncertain rate adds. */
	readonly spread: number;
	/** How much of the rate is the cell's own: 1 where nothing is borrowed, 0 where all is. */
	readonly ownShare: number;
	/** Shape of the gamma distribution, were the group's rate known: own events and borrowed ones. */
	readonly shape: number;
	/** The group toward which it is drawn. */
	readonly group: string;
	/** Events of the group, from which its rate is known. */
	readonly groupEvents: number;
}

/** Rates of cells, each drawn toward the rate of its group. */
export interface Pooling {
	/** Which way of grouping fits better, by its place in `Cell.groups`. */
	readonly grouping: number;
	/** How many events of its group's rate each cell borrows: small where the cells differ, large where they are alike. */
	readonly strength: number;
	readonly rates: readonly PooledRate[];
}

const WEAKEST = 0.05;
const STRONGEST = 10_000;
const STEPS = 200;

/**
 * Draws each cell's rate toward its group's: the rates of a group are taken for draws from one gamma distribution with
 * the group's rate as its mean; how alike they are, the strength, is that which makes the counts most likely
 * (negative binomial). The way of grouping is chosen likewise, less one for each group (Akaike): many small groups always fit.
 */
export function pooled(cells: readonly Cell[]): Pooling {
	const ways = Array.from({ length: cells[0]?.groups.length ?? 0 }, (_, grouping) =>
		bestStrength(cells, groupRates(cells, grouping), grouping)
	);
	const best = ways.reduce<Way | null>(
		(found, way) => (found === null || way.likelihood > found.likelihood ? way : found),
		null
	);
	if (best === null) return { grouping: 0, strength: 0, rates: [] };
	const { grouping, strength, means } = best;
	return {
		grouping,
		strength,
		rates: cells.map(({ groups, events, exposure }) => {
			const group = groups[grouping] ?? '';
			const mean = means.get(group)?.rate ?? 0;
			const groupEvents = means.get(group)?.events ?? 0;
			// A group in which nothing ever happened says nothing about how rare it is.
			if (mean === 0) return { perDay: 0, spread: 0, ownShare: 1, shape: 0, group, groupEvents };
			const borrowed = strength / mean;
			const shape = events + strength;
			const perDay = shape / (exposure + borrowed);
			const ownShare = exposure / (exposure + borrowed);
			// How the rate moves with its group's, which as many events as the group has tell.
			const spread = perDay * Math.sqrt(1 / shape + (1 - ownShare) ** 2 / groupEvents);
			return { perDay, spread, ownShare, shape, group, groupEvents };
		})
	};
}

interface Way {
	readonly grouping: number;
	readonly strength: number;
	readonly means: ReadonlyMap<string, GroupRate>;
	readonly likelihood: number;
}

interface GroupRate {
	readonly rate: number;
	readonly events: number;
}

function groupRates(cells: readonly Cell[], grouping: number): ReadonlyMap<string, GroupRate> {
	const sums = new Map<string, { events: number; exposure: number }>();
	for (const { groups, events, exposure } of cells) {
		const group = groups[grouping] ?? '';
		const sum = sums.get(group) ?? { events: 0, exposure: 0 };
		sums.set(group, { events: sum.events + events, exposure: sum.exposure + exposure });
	}
	return new Map(
		[...sums].map(([group, { events, exposure }]) => [
			group,
			{ rate: exposure === 0 ? 0 : events / exposure, events }
		])
	);
}

function bestStrength(
	cells: readonly Cell[],
	means: ReadonlyMap<string, GroupRate>,
	grouping: number
): Way {
	const told = cells.flatMap(({ groups, events, exposure }) => {
		const expected = (means.get(groups[grouping] ?? '')?.rate ?? 0) * exposure;
		return expected === 0 ? [] : [{ events, expected }];
	});
	let best = { strength: STRONGEST, likelihood: -Infinity };
	for (let step = 0; step <= STEPS; step++) {
		const strength = WEAKEST * (STRONGEST / WEAKEST) ** (step / STEPS);
		const likelihood = logLikelihood(told, strength);
		if (likelihood > best.likelihood) best = { strength, likelihood };
	}
	return { grouping, means, strength: best.strength, likelihood: best.likelihood - means.size };
}

/**
 * The logarithm of the negative binomial chance of all cells, without the factorial, which is the same for every strength
 * and grouping.
 */
function logLikelihood(
	cells: readonly { readonly events: number; readonly expected: number }[],
	strength: number
): number {
	const ofNone = lnGamma(strength);
	let log = 0;
	for (const { events, expected } of cells) {
		const both = Math.log(strength + expected);
		log += lnGamma(strength + events) - ofNone;
		log += strength * (Math.log(strength) - both) + events * (Math.log(expected) - both);
	}
	return log;
}
