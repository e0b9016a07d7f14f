import type { DayNumber } from '../../calendar/days';
import { CARE_BANDS } from '../../records/careFlow';
import { countQuantiles } from '../../uncertainty/countQuantiles';
import type { MonthFlows } from '../propagate';
import type { CareBand } from './bands';
import { drawnModels, meanModel, TYPES, type CareModel, type ModelChoice } from './careModel';
import { chanceOfOpening, type StateGroup } from './chance';
import type { EarlierLeavers } from './careLeavers';
import { closings } from './closing';
import type { StockCount } from './counts';
import { meanPath, monthAfter, spreadByMonth, stretchesBetween, type Stretch } from './path';
import type { CareRates } from './rates';
import { RETURN_TYPE_IDS, type ReturnType } from './types';

/** Children in care at each of a forecast's days, and how sure that is. */
export interface CareFigures {
	/** Expected children. */
	readonly mean: readonly number[];
	/** Variance by chance alone, were the rates known. */
	readonly chance: readonly number[];
	/** Variance by how uncertain the rates are. */
	readonly rates: readonly number[];
	/** The number is below it in one of ten cases. */
	readonly p10: readonly number[];
	readonly p50: readonly number[];
	/** The number is above it in one of ten cases. */
	readonly p90: readonly number[];
}

/** The figures of a band and placement type; null stands for all bands, or all types. */
export interface CareSeries extends CareFigures {
	readonly band: CareBand | null;
	readonly type: ReturnType | null;
}

/** Children in care at the end of each month after the start, and of the last day: each band and type, each band, each type, all. */
export interface CareForecast {
	readonly days: readonly DayNumber[];
	readonly series: readonly CareSeries[];
}

/** What a forecast starts from. */
export interface CareForecastRequest {
	/** Children at the end of the start day. */
	readonly opening: readonly StockCount[];
	readonly rates: CareRates;
	readonly start: DayNumber;
	readonly until: DayNumber;
	/** Those who turned 18 in care before; they cost, and are no children. Nobody where it is left out. */
	readonly leavers?: readonly EarlierLeavers[] | undefined;
	/** Which of the possible models; one phase of exits and level entries where it is left out. */
	readonly choice?: ModelChoice;
	/** Decides the draws of the rates; 1 where it is left out. */
	readonly seed?: number;
	/** How often the rates are drawn; 200 times where it is left out, 50 times where there are two phases. */
	readonly draws?: number;
}

// The variance that so many draws make is right to a tenth of itself, its root to a twentieth.
const DRAWS = 200;
// Children of two phases take thirteen times the work: right to a fifth, its root to a tenth.
const TWO_PHASE_DRAWS = 50;
const MONTHS_IN_QUARTER = 3;

/** Children in care by the continuous method, in every band and type, in each of these, and in all. */
export function forecastCare(request: CareForecastRequest): CareForecast {
	const groups = standardGroups();
	const figures = forecastGroups(
		request,
		groups.map(({ states }) => states)
	);
	return {
		days: stretchesBetween(request.start, request.until).map(({ to }) => to),
		series: groups.map(({ band, type }, i) => ({ band, type, ...figures[i]! }))
	};
}

/**
 * Children in each group of states on each month's day after the start, and on the last day. Those there at the start are
 * followed from their own age and type, so that chance is exact: a child is in the group or not, and those who enter are
 * a Poisson number, or vary more by the factor that the entries of the window show. How uncertain the rates are comes
 * from draws of all of them from their distributions.
 */
export function forecastGroups(
	{ opening, rates, start, until, choice = {}, seed = 1, draws }: CareForecastRequest,
	groups: readonly StateGroup[]
): readonly CareFigures[] {
	const stretches = stretchesBetween(start, until);
	const model = meanModel(rates, choice);
	const isTwoPhase = model.early !== null;
	const stock = spreadByMonth(opening, isTwoPhase);
	const none = spreadByMonth([], isTwoPhase);
	const sums = (path: readonly MonthFlows[]) => path.map(({ closing }) => sumsOf(closing, groups));
	const mean = sums(meanPath(stock, model, stretches));
	const newcomers = sums(meanPath(none, model, stretches));
	const chance = chanceOfOpening(stock, model, stretches, groups);
	const bursts = burstsOf(model, stretches, groups, rates.dispersion.used - 1);
	const drawn = drawnVariance(
		drawnModels(rates, choice, seed),
		draws ?? (isTwoPhase ? TWO_PHASE_DRAWS : DRAWS),
		stock,
		stretches,
		groups
	);
	return groups.map((_, group) => {
		const at = (values: readonly Float64Array[]) => values.map((day) => day[group] ?? 0);
		const own = { mean: at(mean), rates: at(drawn) };
		const byChance = stretches.map(
			(_, day) =>
				(chance[day]?.[group] ?? 0) + (newcomers[day]?.[group] ?? 0) + (bursts[day]?.[group] ?? 0)
		);
		const quantiles = own.mean.map((children, day) =>
			countQuantiles(children, (byChance[day] ?? 0) + (own.rates[day] ?? 0))
		);
		return {
			...own,
			chance: byChance,
			p10: quantiles.map(({ p10 }) => p10),
			p50: quantiles.map(({ p50 }) => p50),
			p90: quantiles.map(({ p90 }) => p90)
		};
	});
}

function sumsOf(closing: Float64Array, groups: readonly StateGroup[]): Float64Array {
	return Float64Array.from(groups, (states) =>
		states.reduce((sum, state) => sum + (closing[state] ?? 0), 0)
	);
}

/**
 * The variance that quarters with more or fewer entries than chance would make add: the entries of a quarter share a
 * factor of mean 1, whose variance is the excess over the quarter's entries.
 */
function burstsOf(
	model: CareModel,
	stretches: readonly Stretch[],
	groups: readonly StateGroup[],
	excess: number
): readonly Float64Array[] {
	const variance = stretches.map(() => new Float64Array(groups.length));
	const start = stretches[0]?.from ?? 0;
	const until = stretches.at(-1)?.to ?? 0;
	if (excess === 0) return variance;
	const nobody = spreadByMonth([], model.early !== null);
	for (let quarter = 0, from = start; from < until; quarter++) {
		const begin = from;
		const end = monthAfter(start, (quarter + 1) * MONTHS_IN_QUARTER);
		const path = meanPath(
			nobody,
			{
				...model,
				entriesPerDay: (first, last) =>
					model
						.entriesPerDay(first, last)
						.map((children) => (begin <= first && first < end ? children : 0))
			},
			stretches
		);
		const entered = path.reduce(
			(sum, { entries }) => sum + entries.reduce((total, children) => total + children, 0),
			0
		);
		if (entered > 0)
			path.forEach(({ closing }, day) => {
				sumsOf(closing, groups).forEach((children, group) => {
					const own = variance[day]!;
					own[group]! += (excess / entered) * children ** 2;
				});
			});
		from = end;
	}
	return variance;
}

/** The variance of the expected children over draws of the rates. */
function drawnVariance(
	draw: () => CareModel,
	draws: number,
	stock: readonly Float64Array[],
	stretches: readonly Stretch[],
	groups: readonly StateGroup[]
): readonly Float64Array[] {
	const means = stretches.map(() => new Float64Array(groups.length));
	const squares = stretches.map(() => new Float64Array(groups.length));
	const [opening = new Float64Array()] = stock;
	const ofOnePhase = closings(opening, stretches);
	for (let count = 1; count <= draws; count++) {
		const model = draw();
		const path =
			model.early === null
				? ofOnePhase(model)
				: meanPath(stock, model, stretches).map(({ closing }) => closing);
		for (const [day, closing] of path.entries()) {
			const [mean, square] = [means[day]!, squares[day]!];
			for (const [group, states] of groups.entries()) {
				let children = 0;
				for (const state of states) children += closing[state]!;
				// Welford's running sums: nothing large is taken from something nearly as large.
				const before = children - mean[group]!;
				mean[group]! += before / count;
				square[group]! += before * (children - mean[group]!);
			}
		}
	}
	return squares.map((square) => square.map((sum) => sum / (draws - 1)));
}

/** Each band and type, each band, each type, and all, with the states of each. */
function standardGroups() {
	const bands = [...CARE_BANDS, null];
	const types = [...RETURN_TYPE_IDS, null];
	return bands.flatMap((band, b) =>
		types.map((type, t) => ({
			band,
			type,
			states: CARE_BANDS.flatMap((_, ownBand) =>
				RETURN_TYPE_IDS.flatMap((_, ownType) =>
					(band === null || b === ownBand) && (type === null || t === ownType)
						? [ownBand * TYPES + ownType]
						: []
				)
			)
		}))
	);
}
