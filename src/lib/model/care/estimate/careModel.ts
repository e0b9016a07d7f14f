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
	return modelWith(rates, choice, ({ perDay }) => perDay, rates.trend.perYear);
}

/**
 * Models drawn one after another, in each of which every rate is drawn from its own gamma distribution, about a rate of
 * its group that is drawn as well: what is borrowed from one group errs together. Every rate and group has a stream of
 * its own, so that one more rate changes none of the others' draws.
 */
export function drawnModels(rates: CareRates, choice: ModelChoice, seed: number): () => CareModel {
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
		const { perYear, spread } = rates.trend;
		const growth = perYear + spread * streamAt('trend').normal();
		const valueOf: ValueOf = ({ perDay, shape, ownShare, group, groupEvents }, sort, path) => {
			if (perDay === 0 || shape === 0) return perDay;
			const drawn = (perDay / shape) * streamAt(`${sort}/${path}`).gamma(shape);
			if (ownShare === 1) return drawn;
			return drawn / (ownShare + (1 - ownShare) / groupFactor(`${sort}/of ${group}`, groupEvents));
		};
		return modelWith(rates, choice, valueOf, growth);
	};
}

type Uncertain = Pick<PooledRate, 'perDay' | 'shape' | 'ownShare' | 'group' | 'groupEvents'>;

type ValueOf = (
	rate: Uncertain,
	sort: 'exits' | 'moves' | 'entries' | 'phases',
	path: string
) => number;

function modelWith(
	rates: CareRates,
	choice: ModelChoice,
	valueOf: ValueOf,
	growth: number
): CareModel {
	const { exits, moves, entries, phases } = rates;
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
	const entriesPerDay = entriesOver(rates, choice.entries ?? 'window', perDay, growth);
	if (choice.exits !== 'twoPhase') return { rates: bands, early: null, entriesPerDay };
	const inPhase = (phase: PhaseFactor['phase']): readonly BandRates[] => {
		const factors = new Map(
			phases.factors
				.filter((factor) => factor.phase === phase)
				.map((factor) => [
					typeIndex(factor.type),
					valueOf(factor, 'phases', `${phase}/${factor.type}`)
				])
		);
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

const ALL_ITS_OWN = { ownShare: 1, group: '', groupEvents: 0 };

const typeIndex = (type: string): number => RETURN_TYPE_IDS.findIndex((id) => id === type);
