import { priceParametersOf } from '$lib/exchange/ssda903/prices';
import {
	careRates,
	costSpreads,
	countsOfWindow,
	daysOfWindow,
	expectedDemand,
	nextEndOfMarch,
	pricedForecast,
	type CareForecastRequest,
	type CarePriceKeys,
	type CareRates,
	type CareWindow,
	type CostSpread,
	type DayNumber,
	type ModelChoice,
	type Outturn,
	type PricedForecast
} from '$lib/model';

/** What is to be priced: the forecast of a window by a model, at the prices of a parameters file's keys. */
export interface WantedCosts {
	readonly kept: CareWindow;
	readonly keys: CarePriceKeys;
	readonly choice: ModelChoice;
}

/** What the placements of a window's forecast cost. */
export interface WindowCosts extends PricedForecast {
	readonly rates: CareRates;
	/** An outturn that nothing can be brought to, because the window does not count its year; null where there is none. */
	readonly outturnUnused: Outturn | null;
}

const YEARS_AHEAD = 3;

/** What the placements of a window's forecast cost, up to the third 31 March after it: the same sums as the command line's. */
export function windowCosts(wanted: WantedCosts): WindowCosts {
	const { types, leavers, outturn } = priceParametersOf(wanted.keys);
	const counted = wanted.kept.counted?.find(({ year }) => year === outturn?.year) ?? null;
	const request = requestOf(wanted);
	return {
		...pricedForecast(expectedDemand(request), { types, leavers }, outturn, counted),
		rates: request.rates,
		outturnUnused: counted === null ? outturn : null
	};
}

/** How sure the costs of a window's forecast are; `tell` hears how far the draws are, 0 to 1. */
export function windowSpreads(
	wanted: WantedCosts,
	tell: (share: number) => void
): readonly CostSpread[] {
	const { types, leavers } = priceParametersOf(wanted.keys);
	const { calibration } = windowCosts(wanted);
	return costSpreads(requestOf(wanted), { types, leavers }, calibration?.factor ?? 1, tell);
}

/** The 31 March of each year that the forecast of a window goes on to. */
export function yearEndsAhead(kept: CareWindow): readonly DayNumber[] {
	const ends: DayNumber[] = [];
	for (let day = daysOfWindow(kept).to; ends.length < YEARS_AHEAD;) {
		day = nextEndOfMarch(day + 1);
		ends.push(day);
	}
	return ends;
}

function requestOf({ kept, choice }: WantedCosts): CareForecastRequest {
	const counts = countsOfWindow(kept);
	const { to } = daysOfWindow(kept);
	const until = yearEndsAhead(kept).at(-1) ?? to;
	return {
		opening: counts.closing,
		rates: careRates(counts),
		start: to,
		until,
		leavers: kept.leavers,
		choice
	};
}
