import { blocked, isKnown, type Value } from '../../formula/value';
import { Exact, poundsOf } from '../../money/money';
import { factorBetween } from '../calibrate';
import { careCosts, type CareCosts } from './costs';
import { countedDemand, type CountedYear } from './countedYear';
import type { DemandMonth } from './demand';
import type { CarePrices, TypePrices } from './prices';

/** What was spent on placements in a financial year. */
export interface Outturn {
	/** '2023/24'. */
	readonly year: string;
	/** Of the year [£]. */
	readonly pounds: number;
}

/** How modelled cost is brought to the outturn of a year. */
export interface OutturnCalibration extends Outturn {
	/** What the year's children cost at these prices [£]; null where a price of any of them is not known. */
	readonly modelled: number | null;
	/** The factor on every price, to six places; blocked where the modelled cost is not known. */
	readonly factor: Value;
}

/** What the placements of a forecast cost, and how that was brought to an outturn; null where prices stand as they are. */
export interface PricedForecast {
	readonly costs: CareCosts;
	readonly calibration: OutturnCalibration | null;
}

const FACTOR_PLACES = 6;

/** The factor of a calibration with its six places; null where it is not known. */
export function factorText({ factor }: OutturnCalibration): string | null {
	return isKnown(factor) ? new Exact(factor).toFixed(FACTOR_PLACES) : null;
}

/** Prices the months of a forecast, brought to an outturn where the children of its year are counted. */
export function pricedForecast(
	demand: readonly DemandMonth[],
	prices: CarePrices,
	outturn: Outturn | null,
	counted: CountedYear | null
): PricedForecast {
	const calibration =
		outturn === null || counted === null
			? null
			: calibrateToOutturn(outturn, counted, prices.types);
	return { costs: careCosts(demand, prices, calibration?.factor ?? 1), calibration };
}

/** The factor that brings what a year's children cost at these prices to what was spent on them. */
function calibrateToOutturn(
	outturn: Outturn,
	counted: CountedYear,
	prices: readonly TypePrices[]
): OutturnCalibration {
	const demand = countedDemand(counted);
	const { lines, notPriced } = careCosts(demand, { types: prices, leavers: null }, 1);
	const waitsFor = [
		...notPriced.map((type) => `prices of ${type}`),
		...lines.flatMap((line) => line.waitsFor.map(({ of, what }) => `${of}: ${what}`))
	];
	const pence = lines
		.flatMap((line) => line.pence)
		.reduce<number>((sum, own) => sum + (own ?? 0), 0);
	const modelled = waitsFor.length === 0 ? poundsOf(pence) : blocked(waitsFor, prices);
	return {
		...outturn,
		modelled: isKnown(modelled) ? modelled.toNumber() : null,
		factor: factorBetween(new Exact(outturn.pounds), modelled, 'outturn')
	};
}
