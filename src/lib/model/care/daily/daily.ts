import type { DayNumber } from '../../calendar/days';
import type { CleanReturn } from '../return/clean';
import { filtered, type ReturnFilters } from '../return/filters';
import { adjustedEntrants, adjustedRates, adjustedShares } from './adjust';
import type { EntryAdjustment, RateAdjustment } from './adjust';
import type { CostLine } from './costLines';
import { estimateDaily, historyOf, type DailyEstimate, type Window } from './estimate';
import { dailyCosts, forecastDaily, type DailyPopulation, type DailyPrices } from './forecast';
import { spellsOf, type Spell } from './spells';
import type { State } from './states';

/** What a person sets for the daily method. */
export interface DailyParameters {
	readonly filters: ReturnFilters;
	readonly rateAdjustments: readonly RateAdjustment[];
	readonly entryAdjustments: readonly EntryAdjustment[];
	/** Shares of lines in their category, where they are set. */
	readonly shares: Partial<Readonly<Record<CostLine, number>>>;
	readonly prices: DailyPrices;
}

/** The daily method on a return: what it estimates, with adjustments, and its forecast. */
export interface DailyForecast {
	readonly estimate: DailyEstimate;
	readonly used: DailyEstimate;
	readonly population: DailyPopulation;
	/** Pounds a day by line. */
	readonly costs: ReadonlyMap<CostLine, Float64Array>;
}

/** When rates are taken from, from when children are projected, and up to which day. */
export interface DailyDates {
	readonly window: Window;
	readonly start: DayNumber;
	readonly until: DayNumber;
}

/** The daily method's estimate from a window of a return, for the children that the filters let through. */
export function dailyEstimateOf(
	clean: CleanReturn,
	filters: ReturnFilters,
	window: Window
): DailyEstimate {
	return estimateDaily(spellsOf(filtered(clean, filters)), clean, window);
}

/** The daily method from a return to costs, as the regional placement tool works it out. */
export function dailyForecastOf(
	clean: CleanReturn,
	parameters: DailyParameters,
	dates: DailyDates
): DailyForecast {
	const spells = spellsOf(filtered(clean, parameters.filters));
	const estimate = estimateDaily(spells, clean, dates.window);
	const used: DailyEstimate = {
		rates: adjustedRates(estimate.rates, parameters.rateAdjustments),
		entrants: adjustedEntrants(estimate.entrants, parameters.entryAdjustments),
		shares: adjustedShares(estimate.shares, parameters.shares)
	};
	const population = populationOf(spells, clean, used, dates);
	return {
		estimate,
		used,
		population,
		costs: dailyCosts(population, used.shares, parameters.prices)
	};
}

/** The daily method's children in care as its estimate has them, with nothing adjusted. */
export function dailyPopulationOf(clean: CleanReturn, dates: DailyDates): DailyPopulation {
	const spells = spellsOf(clean);
	const estimate = estimateDaily(spells, clean, dates.window);
	const used = { ...estimate, rates: adjustedRates(estimate.rates, []) };
	return populationOf(spells, clean, used, dates);
}

function populationOf(
	spells: readonly Spell[],
	clean: CleanReturn,
	{ rates, entrants }: DailyEstimate,
	{ start, until }: DailyDates
): DailyPopulation {
	const opening = new Map<State, number>(
		[...historyOf(spells, clean)].map(([state, counts]) => [state, counts[start - clean.from] ?? 0])
	);
	return forecastDaily({ opening, rates, entrants, start, until });
}
