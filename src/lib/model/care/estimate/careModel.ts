import type { DayNumber } from '../../calendar/days';
import { streamOf, type Stream } from '../../uncertainty/stream';
import { CARE_BANDS } from '../../records/careFlow';
import type { BandRates } from '../generator';
import type { PooledRate } from './pooling';
import type { CareRates } from './rates';
import { RETURN_TYPE_IDS } from './types';

/** Number of placement types of the return. */
export const TYPES = RETURN_TYPE_IDS.length;

/** Number of states, a band and a type each: state `band × TYPES + type`, in the orders of CARE_BANDS and RETURN_TYPE_IDS. */
const STATES = CARE_BANDS.length * TYPES;

/** What makes children come, move and leave: rates and entries as plain numbers. */
export interface CareModel {
	/** By band. */
	readonly rates: readonly BandRates[];
	/** Children a day by state, in a stretch that begins on one day and ends on another. */
	readonly entriesPerDay: (from: DayNumber, to: DayNumber) => Float64Array;
}

/** The model at the rates' means. */
export function meanModel(rates: CareRates): CareModel {
	return modelWith(rates, ({ perDay }) => perDay);
}

/**
 * Models drawn one after another, in each of which every rate is drawn from its own gamma distribution, about a rate of
 * its group that is drawn as well: what is borrowed from one group errs together. Every rate and group has a stream of
 * its own, so that one more rate changes none of the others' draws.
 */
export function drawnModels(rates: CareRates, seed: number): () => CareModel {
	const streams = new Map<string, Stream>();
	const streamAt = (path: string): Stream => {
		const stream = streams.get(path) ?? streamOf(seed, path);
		streams.set(path, stream);
		return stream;
	};
	return () => {
		const groups = new Map<string, number>();
		const groupFactor = (path: string, events: number): number => {
			const factor = groups.get(path) ?? streamAt(path).gamma(events) / events;
			groups.set(path, factor);
			return factor;
		};
		return modelWith(rates, ({ perDay, shape, ownShare, group, groupEvents }, sort, path) => {
			if (perDay === 0 || shape === 0) return perDay;
			const drawn = (perDay / shape) * streamAt(`${sort}/${path}`).gamma(shape);
			if (ownShare === 1) return drawn;
			return drawn / (ownShare + (1 - ownShare) / groupFactor(`${sort}/of ${group}`, groupEvents));
		});
	};
}

type Uncertain = Pick<PooledRate, 'perDay' | 'shape' | 'ownShare' | 'group' | 'groupEvents'>;

function modelWith(
	{ exits, moves, entries }: CareRates,
	valueOf: (rate: Uncertain, sort: 'exits' | 'moves' | 'entries', path: string) => number
): CareModel {
	const bands = CARE_BANDS.map(() => ({
		exits: RETURN_TYPE_IDS.map(() => 0),
		moves: RETURN_TYPE_IDS.map(() => RETURN_TYPE_IDS.map(() => 0))
	}));
	for (const exit of exits) {
		const own = bands[CARE_BANDS.indexOf(exit.band)];
		if (own !== undefined)
			own.exits[typeIndex(exit.type)] = valueOf(exit, 'exits', `${exit.band}/${exit.type}`);
	}
	for (const move of moves) {
		const row = bands[CARE_BANDS.indexOf(move.band)]?.moves[typeIndex(move.from)];
		if (row !== undefined)
			row[typeIndex(move.to)] = valueOf(move, 'moves', `${move.band}/${move.from}/${move.to}`);
	}
	const perDay = new Float64Array(STATES);
	for (const entry of entries)
		perDay[CARE_BANDS.indexOf(entry.band) * TYPES + typeIndex(entry.type)] = valueOf(
			{
				...entry,
				...ALL_ITS_OWN,
				shape: entry.spread === 0 ? 0 : (entry.perDay / entry.spread) ** 2
			},
			'entries',
			`${entry.band}/${entry.type}`
		);
	return { rates: bands, entriesPerDay: () => perDay };
}

const ALL_ITS_OWN = { ownShare: 1, group: '', groupEvents: 0 };

const typeIndex = (type: string): number => RETURN_TYPE_IDS.findIndex((id) => id === type);
