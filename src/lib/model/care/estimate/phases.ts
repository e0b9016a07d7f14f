import { chiSquaredTail } from '../../uncertainty/chiSquared';
import type { ReturnCounts } from './counts';
import { pooled, type PooledRate } from './pooling';
import type { ReturnType } from './types';

/** How much more or less often children leave a type in a phase of their time in care than at its rates by band; its `perDay` is that factor. */
export interface PhaseFactor extends PooledRate {
	readonly type: ReturnType;
	readonly phase: 'firstYear' | 'later';
	readonly exits: number;
	/** Exits that the rates by band, the same all along, would have led to expect. */
	readonly expected: number;
}

/** Whether children leave care at another rate in the first year of a time in care than later. */
export interface Phases {
	/** Twice the logarithm of how much likelier the counts are with two rates a type (likelihood ratio). */
	readonly statistic: number;
	/** How many rates more there are. */
	readonly degrees: number;
	/** The chance of so large a statistic were the rates the same all along (chi-squared). */
	readonly pValue: number;
	/** Whether two phases fit better: the statistic is above twice the rates more (Akaike), and the p-value below 0.05. */
	readonly fitsBetter: boolean;
	readonly factors: readonly PhaseFactor[];
}

const SIGNIFICANT = 0.05;

/** An exit rate of a band and type, by which exits are expected. */
interface ExpectedExit {
	readonly band: string;
	readonly type: ReturnType;
	readonly events: number;
	readonly childDays: number;
	readonly perDay: number;
}

/**
 * Compares the exits of each phase with those that the rates by band lead to expect, so that young children who both come
 * late and leave early are not taken for a phase. The factors are drawn toward that of their phase over all types.
 */
export function phasesOf(
	{ durations }: Pick<ReturnCounts, 'durations'>,
	exits: readonly ExpectedExit[]
): Phases {
	const types = [...new Set(exits.map(({ type }) => type))];
	const cells = types.flatMap((type) =>
		(['firstYear', 'later'] as const).map((phase) => {
			const own = durations.filter((one) => one.type === type && one.phase === phase);
			const sumBy = (rateOf: (exit: ExpectedExit) => number): number =>
				own.reduce((sum, { band, childDays }) => {
					const exit = exits.find((one) => one.band === band && one.type === type);
					return exit === undefined ? sum : sum + rateOf(exit) * childDays;
				}, 0);
			return {
				type,
				phase,
				exits: own.reduce((sum, one) => sum + one.exits, 0),
				// The test is of the bands' own rates, which have just the exits that there were.
				unpooled: sumBy(({ events, childDays }) => (childDays === 0 ? 0 : events / childDays)),
				expected: sumBy(({ perDay }) => perDay)
			};
		})
	);
	const tested = types.filter((type) =>
		cells.filter((cell) => cell.type === type).every(({ unpooled }) => unpooled > 0)
	);
	const statistic = cells
		.filter(({ type }) => tested.includes(type))
		.reduce(
			(sum, cell) =>
				sum + (cell.exits === 0 ? 0 : 2 * cell.exits * Math.log(cell.exits / cell.unpooled)),
			0
		);
	const pValue = tested.length === 0 ? 1 : chiSquaredTail(statistic, tested.length);
	const { rates } = pooled(
		cells.map(({ phase, exits: events, expected }) => ({
			groups: [phase],
			events,
			exposure: expected
		}))
	);
	return {
		statistic,
		degrees: tested.length,
		pValue,
		fitsBetter: pValue < SIGNIFICANT && statistic > 2 * tested.length,
		factors: cells.map(({ type, phase, exits: events, expected }, i) => ({
			...(rates[i] ?? ONE),
			type,
			phase,
			exits: events,
			expected
		}))
	};
}

const ONE: PooledRate = { perDay: 1, spread: 0, ownShare: 1, shape: 0, group: '', groupEvents: 0 };
