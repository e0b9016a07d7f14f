import { blocked, isKnown, type Value } from '../../formula/value';
import { Exact, poundsOf } from '../../money/money';
import { factorBetween } from '../calibrate';
import { careCosts } from './costs';
import type { DemandMonth } from './demand';
import type { TypePrices } from './prices';

/** How modelled cost is brought to the outturn of a year. */
export interface OutturnCalibration {
	/** What the year's children cost at these prices [£]; null where a price of any of them is not known. */
	readonly modelled: number | null;
	/** The factor on every price, to six places; blocked where the modelled cost is not known. */
	readonly factor: Value;
}

/** The factor that brings what a year's children cost at these prices to what was spent on them [£]. */
export function calibrateToOutturn(
	outturn: number,
	counted: readonly DemandMonth[],
	prices: readonly TypePrices[]
): OutturnCalibration {
	const { lines, notPriced } = careCosts(counted, { types: prices, leavers: null }, 1);
	const waitsFor = [
		...notPriced.map((type) => `prices of ${type}`),
		...lines.flatMap((line) => line.waitsFor.map(({ of, what }) => `${of}: ${what}`))
	];
	const pence = lines
		.flatMap((line) => line.pence)
		.reduce<number>((sum, own) => sum + (own ?? 0), 0);
	const modelled = waitsFor.length === 0 ? poundsOf(pence) : blocked(waitsFor, prices);
	return {
		modelled: isKnown(modelled) ? modelled.toNumber() : null,
		factor: factorBetween(new Exact(outturn), modelled, 'outturn')
	};
}
