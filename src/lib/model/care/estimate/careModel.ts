import { financialYearOf, type DayNumber } from '../../calendar/days';
import { streamOf, type Stream } from '../../uncertainty/stream';
import { parseYear, yearLabels } from '../../calendar/calendar';
import { CARE_BANDS } from '../../records/careFlow';
import type { BandRates } from '../generator';
import type { CareBand } from './bands';
import type { PhaseFactor } from './phases';
import type { PooledRate } from './pooling';
import type { CareRates } from './rates';
import { RETURN_TYPE_IDS } from './types';

/** Number of placement types of the return. */
export const TYPES = RETURN_TYPE_IDS.length;

/** Number of states, a band and a type each: state `band × TYPES + type`, in the orders of CARE_BANDS and RETURN_TYPE_IDS. */
const STATES = CARE_BANDS.length * TYPES;

/** What makes children come, move and leave: rates and entries as plain numbers. */
export interface CareModel {
	/** By band; after the first year of a time in care where there are two phases. */
	readonly rates: readonly BandRates[];
	/** By band in the first year of a time in care; null where there is one phase. */
	readonly early: readonly BandRates[] | null;
	/** Children a day by state, in a stretch that begins on one day and ends on another. */
	readonly entriesPerDay: (from: DayNumber, to: DayNumber) => Float64Array;
}

/** Children of each band who live in the council, by financial year ('2024/25'). */
export type ChildPopulation = Readonly<Partial<Record<CareBand, Readonly<Record<string, number>>>>>;

/** Which of the possible models a forecast takes. */
export interface ModelChoice {
	/** Whether children leave at one rate all along, which is meant where it is left out, or at another in their first year. */
	readonly exits?: 'onePhase' | 'twoPhase' | undefined;
	/** Whether entries stay at the window's rate, which is meant where it is left out, grow by their trend, or follow a population. */
	readonly entries?: 'window' | 'trend' | { readonly population: ChildPopulation } | undefined;
}

/** The model at the rates' means. */
export function meanModel(rates: CareRates, choice: ModelChoice): CareModel {
	return modelWith(slotsOf(rates), rates, choice, ({ rate }) => rate.perDay, rates.trend.perYear);
}

/**
 * Models drawn one after another, in each of which every rate is drawn from its own gamma distribution, about a rate of
 * its group that is drawn as well: what is borrowed from one group errs together. Every rate and group has a stream of
 * its own, so that one more rate changes none of the others' draws.
 */
export function drawnModels(rates: CareRates, choice: ModelChoice, seed: number): () => CareModel {
	const slots = slotsOf(rates);
	const streams = new Map<string, Stream>();
	const streamAt = (path: string): Stream => {
		let stream = streams.get(path);
		if (stream === undefined) streams.set(path, (stream = streamOf(seed, path)));
		return stream;
	};
	return () => {
		const groups = new Map<string, number>();
		const groupFactor = (path: string, events: number): number => {
			let factor = groups.get(path);
			if (factor === undefined) groups.set(path, (factor = streamAt(path).gamma(events) / events));
			return factor;
		};
		const { perYear, spread } = rates.trend;
		const growth = perYear + spread * streamAt('trend').normal();
		const valueOf: ValueOf = ({ path, groupPath, rate }) => {
			const { perDay, shape, ownShare, groupEvents } = rate;
			if (perDay === 0 || shape === 0) return perDay;
			const drawn = (perDay / shape) * streamAt(path).gamma(shape);
			if (ownShare === 1) return drawn;
			return drawn / (ownShare + (1 - ownShare) / groupFactor(groupPath, groupEvents));
		};
		return modelWith(slots, rates, choice, valueOf, growth);
	};
}

type Uncertain = Pick<PooledRate, 'perDay' | 'shape' | 'ownShare' | 'groupEvents'>;

/** A rate and where it belongs, found once for all draws. */
interface Slot {
	readonly band: number;
	readonly type: number;
	/** The type that children move to, where it is a move. */
	readonly to: number;
	/** The stream of the rate, and that of the rate of its group. */
	readonly path: string;
	readonly groupPath: string;
	readonly rate: Uncertain;
}

interface Slots {
	readonly exits: readonly Slot[];
	readonly moves: readonly Slot[];
	readonly entries: readonly Slot[];
	/** Factors on exits by type, of all bands. */
	readonly phases: Readonly<Record<PhaseFactor['phase'], readonly Slot[]>>;
}

type ValueOf = (slot: Slot) => number;

function slotsOf({ exits, moves, entries, phases }: CareRates): Slots {
	const bandIndex = (band: CareBand): number => CARE_BANDS.indexOf(band);
	const inPhase = (phase: PhaseFactor['phase']): readonly Slot[] =>
		phases.factors
			.filter((factor) => factor.phase === phase)
			.map((rate) => ({
				band: 0,
				type: typeIndex(rate.type),
				to: 0,
				path: `phases/${phase}/${rate.type}`,
				groupPath: `phases/of ${rate.group}`,
				rate
			}));
	return {
		exits: exits.map((rate) => ({
			band: bandIndex(rate.band),
			type: typeIndex(rate.type),
			to: 0,
			path: `exits/${rate.band}/${rate.type}`,
			groupPath: `exits/of ${rate.group}`,
			rate
		})),
		moves: moves.map((rate) => ({
			band: bandIndex(rate.band),
			type: typeIndex(rate.from),
			to: typeIndex(rate.to),
			path: `moves/${rate.band}/${rate.from}/${rate.to}`,
			groupPath: `moves/of ${rate.group}`,
			rate
		})),
		entries: entries.map(({ band, type, perDay, spread }) => ({
			band: bandIndex(band),
			type: typeIndex(type),
			to: 0,
			path: `entries/${band}/${type}`,
			groupPath: '',
			rate: {
				perDay,
				shape: spread === 0 ? 0 : (perDay / spread) ** 2,
				ownShare: 1,
				groupEvents: 0
			}
		})),
		phases: { firstYear: inPhase('firstYear'), later: inPhase('later') }
	};
}

function modelWith(
	{ exits, moves, entries, phases }: Slots,
	rates: CareRates,
	choice: ModelChoice,
	valueOf: ValueOf,
	growth: number
): CareModel {
	const bands = CARE_BANDS.map(() => ({
		exits: RETURN_TYPE_IDS.map(() => 0),
		moves: RETURN_TYPE_IDS.map(() => RETURN_TYPE_IDS.map(() => 0))
	}));
	for (const exit of exits) {
		const own = bands[exit.band];
		if (own !== undefined) own.exits[exit.type] = valueOf(exit);
	}
	for (const move of moves) {
		const row = bands[move.band]?.moves[move.type];
		if (row !== undefined) row[move.to] = valueOf(move);
	}
	const perDay = new Float64Array(STATES);
	for (const entry of entries) perDay[entry.band * TYPES + entry.type] = valueOf(entry);
	const entriesPerDay = entriesOver(rates, choice.entries ?? 'window', perDay, growth);
	if (choice.exits !== 'twoPhase') return { rates: bands, early: null, entriesPerDay };
	const inPhase = (phase: PhaseFactor['phase']): readonly BandRates[] => {
		const factors = new Map(phases[phase].map((slot) => [slot.type, valueOf(slot)]));
		return bands.map((band) => ({
			...band,
			exits: band.exits.map((perChildDay, type) => perChildDay * (factors.get(type) ?? 1))
		}));
	};
	return { rates: inPhase('later'), early: inPhase('firstYear'), entriesPerDay };
}

/** Entries of each stretch of a forecast: at the window's rate, or as that grows from the window's middle on, or with the children of the band. */
function entriesOver(
	{ trend, window }: CareRates,
	choice: Exclude<ModelChoice['entries'], undefined>,
	perDay: Float64Array,
	growth: number
): CareModel['entriesPerDay'] {
	if (choice === 'window') return () => perDay;
	if (choice === 'trend') {
		const middle = (window.from + window.to) / 2;
		// Past what the years behind it bear out, a trend is no longer believed.
		const furthest = trend.years * DAYS_IN_YEAR;
		return (from, to) => {
			const years = Math.min((from + to) / 2 - middle, furthest) / DAYS_IN_YEAR;
			return perDay.map((children) => children * Math.exp(growth * years));
		};
	}
	const { population } = choice;
	const factors = new Map<string, readonly number[]>();
	return (from) => {
		const year = financialYearOf(from + 1);
		const known =
			factors.get(year) ??
			CARE_BANDS.map((band) => populationFactor(population[band] ?? {}, year, window));
		factors.set(year, known);
		return perDay.map((children, state) => children * (known[Math.floor(state / TYPES)] ?? 1));
	};
}

/** The band's children in a year against those of the window's years; the population of a year that is not given is unknown. */
function populationFactor(
	byYear: Readonly<Record<string, number>>,
	year: string,
	{ from, to }: CareRates['window']
): number {
	const first = parseYear(financialYearOf(from)) ?? 0;
	const last = parseYear(financialYearOf(to)) ?? 0;
	const before = yearLabels(first, last - first + 1).flatMap((label) => byYear[label] ?? []);
	const now = byYear[year];
	if (now === undefined || before.length === 0)
		throw new RangeError(`The child population does not tell of ${year} and of the window.`);
	return (now * before.length) / before.reduce((sum, children) => sum + children, 0);
}

const DAYS_IN_YEAR = 365.25;

const typeIndex = (type: string): number => RETURN_TYPE_IDS.findIndex((id) => id === type);
