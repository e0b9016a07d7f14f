import { CARE_BANDS } from '../../records/careFlow';
import type { CareBand } from './bands';
import type { ReturnCounts } from './counts';
import { dispersionOf, type Dispersion } from './dispersion';
import type { Window } from '../daily/estimate';
import { entryTrendOf, type EntryTrend } from './entryTrend';
import { phasesOf, type Phases } from './phases';
import { pooled, type Cell, type PooledRate } from './pooling';
import type { ReturnType } from './types';

/** What makes children of a band and type leave care before 18. */
export interface ExitRate extends PooledRate {
	readonly band: CareBand;
	readonly type: ReturnType;
	readonly events: number;
	/** Child-days at risk. */
	readonly childDays: number;
}

/** What makes children of a band move from one type to another. */
export interface MoveRate extends PooledRate {
	readonly band: CareBand;
	readonly from: ReturnType;
	readonly to: ReturnType;
	readonly events: number;
	readonly childDays: number;
}

/** How many children come into care in a band and type. */
export interface EntryRate {
	readonly band: CareBand;
	readonly type: ReturnType;
	readonly events: number;
	/** Children a day. */
	readonly perDay: number;
	/** Its standard deviation. */
	readonly spread: number;
}

/** How far rates were drawn toward others, and toward which. */
export interface PoolingShown {
	readonly toward: 'type' | 'band';
	/** How many events of the other's rate each rate borrows. */
	readonly strength: number;
}

/** The rates of the continuous method, from the counts of one window. */
export interface CareRates {
	readonly exits: readonly ExitRate[];
	readonly moves: readonly MoveRate[];
	readonly entries: readonly EntryRate[];
	readonly pooling: { readonly exits: PoolingShown; readonly moves: PoolingShown };
	/** How much more entries vary than by chance. */
	readonly dispersion: Dispersion;
	/** Whether children leave at another rate in the first year of a time in care. */
	readonly phases: Phases;
	/** How entries grow. */
	readonly trend: EntryTrend;
	/** The window that all is taken from. */
	readonly window: Window;
}

const TOWARD = ['type', 'band'] as const;

/**
 * The rates of the continuous method: events over child-days at risk, drawn toward the rate of the placement type over
 * all bands or of the band over all types, whichever tells more. Moves that no band ever saw have no rate.
 */
export function careRates(counts: ReturnCounts): CareRates {
	const exits = counts.exposures.map(({ band, type, childDays }) => ({
		band,
		type,
		childDays,
		events: sum(counts.exits.filter((exit) => exit.band === band && exit.type === type))
	}));
	const seen = new Map(counts.moves.map(({ from, to }) => [`${from} ${to}`, { from, to }]));
	const moves = [...seen.values()].flatMap(({ from, to }) =>
		counts.exposures
			.filter(({ type }) => type === from)
			.map(({ band, childDays }) => ({
				band,
				from,
				to,
				childDays,
				events: sum(
					counts.moves.filter((move) => move.band === band && move.from === from && move.to === to)
				)
			}))
	);
	const ofExits = pooled(
		exits.map(({ type, band, events, childDays }): Cell => ({
			groups: [type, band],
			events,
			exposure: childDays
		}))
	);
	const ofMoves = pooled(
		moves.map(({ from, to, band, events, childDays }): Cell => ({
			groups: [`${from} ${to}`, band],
			events,
			exposure: childDays
		}))
	);
	const dispersion = dispersionOf(counts.quarterlyEntries);
	const pooledExits = exits
		.map((exit, i) => ({ ...exit, ...(ofExits.rates[i] ?? NO_RATE) }))
		.sort(byBand);
	return {
		exits: pooledExits,
		moves: moves.map((move, i) => ({ ...move, ...(ofMoves.rates[i] ?? NO_RATE) })).sort(byBand),
		entries: counts.entries
			.map(({ band, type, first, again }) => {
				const events = first + again;
				return {
					band,
					type,
					events,
					perDay: events / counts.days,
					spread: Math.sqrt(events * dispersion.used) / counts.days
				};
			})
			.sort(byBand),
		pooling: {
			exits: { toward: TOWARD[ofExits.grouping] ?? 'type', strength: ofExits.strength },
			moves: { toward: TOWARD[ofMoves.grouping] ?? 'type', strength: ofMoves.strength }
		},
		dispersion,
		phases: phasesOf(counts, pooledExits),
		trend: entryTrendOf(counts.yearlyEntries),
		window: counts.window
	};
}

const NO_RATE: PooledRate = {
	perDay: 0,
	spread: 0,
	ownShare: 1,
	shape: 0,
	group: '',
	groupEvents: 0
};

const sum = (rows: readonly { readonly children: number }[]): number =>
	rows.reduce((total, { children }) => total + children, 0);

function byBand(a: { readonly band: CareBand }, b: { readonly band: CareBand }): number {
	return CARE_BANDS.indexOf(a.band) - CARE_BANDS.indexOf(b.band);
}
