import type { YearStart } from '../../calendar/calendar';
import { difference, indexFactor, input, product, type Formula } from '../../formula/expression';
import type { Term } from '../../formula/term';
import { floatOf, isKnown, type Value } from '../../formula/value';
import { indexFactorOf, pricedTerm, type Context } from '../../ledger/context';
import { FACTOR } from '../../ledger/line';
import type { PlacementPart } from '../../ledger/placementFormulas';
import { partsOf, placementTerm } from '../../ledger/placements';
import { CARE_BANDS } from '../../records/careFlow';
import type { PlacementType } from '../../records/placementType';
import type { HighCost, TypePrices } from './prices';
import { placementTypeOf } from './records';
import { refOf, type TypeDemand } from './typeDemand';

/**
 * A part of the cost: of a placement type those of the engine, what comes once, and what the few dearest cost on top; of
 * care leavers their arrangements, and the grant that comes in.
 */
export type CostPart =
	PlacementPart | 'oneOff' | 'highCost' | 'stayingPut' | 'otherSupport' | 'uascGrant';

const oneOffCost: Formula = {
	id: 'care.oneOff',
	title: 'One-off costs of children who come into a placement',
	unit: '£',
	inputs: {
		quantity: { label: 'Children who come', unit: 'children' },
		oneOff: { label: 'One-off cost of a child', unit: '£' },
		index: FACTOR,
		calibration: { label: 'Calibration factor', unit: 'factor' }
	},
	expression: product(input('quantity'), input('oneOff'), indexFactor, input('calibration'))
};

const highCost: Formula = {
	id: 'care.highCost',
	title: 'What the dearest external placements cost above the usual price',
	unit: '£',
	inputs: {
		quantity: { label: 'Weeks in external placements', unit: 'child-weeks' },
		share: { label: 'Share of the children', unit: 'share of 1' },
		meanWeekly: { label: 'Mean price of the dearest', unit: '£ a week' },
		externalWeekly: { label: 'External price', unit: '£ a week' },
		index: FACTOR,
		calibration: { label: 'Calibration factor', unit: 'factor' }
	},
	expression: product(
		input('quantity'),
		input('share'),
		difference(input('meanWeekly'), input('externalWeekly')),
		indexFactor,
		input('calibration')
	)
};

/** So much of a part in each month, and the term that prices some of it in a year; null where there is nothing to price. */
export interface PartQuantity {
	readonly part: CostPart;
	readonly byMonth: Float64Array;
	readonly termOf: (quantity: number, year: YearStart) => Term | null;
	/** What each of the dearest few costs by chance, where it is they whom the part is of. */
	readonly tail?: Tail;
	/** The share of its people whom it costs for, where each is one of them or not by chance. */
	readonly share?: number;
}

/** Prices of the dearest few, above the usual price, and how these have moved by a year. */
interface Tail extends HighCost {
	readonly externalWeekly: number;
	readonly factorIn: (year: YearStart) => number;
}

/** The parts of the cost of a type, each at the engine's formula. */
export function partQuantities(
	prices: TypePrices,
	type: TypeDemand,
	context: Context,
	calibration: Value
): readonly PartQuantity[] {
	const ref = refOf(prices);
	const { content, weeks } = type;
	const atPrice = (
		part: PlacementPart,
		byMonth: Float64Array,
		priced: PlacementType
	): PartQuantity => ({
		part,
		byMonth,
		termOf: (quantity, year) =>
			placementTerm(
				{ content: priced, part, quantity, calibration, changes: [], elsewhere: {} },
				context,
				year
			)
	});
	const byBand = bandPrices(prices, type);
	const external = weeks?.external ?? new Float64Array(type.places.length);
	const parts = partsOf(content).flatMap(({ part, weeks: sort }) => {
		const byMonth = sort === 'places' ? type.places : (weeks?.[sort] ?? external);
		const isBought = part === 'external' || part === 'mix';
		return isBought
			? byBand.map(({ share, content: own }) => atPrice(part, times(byMonth, share), own))
			: [atPrice(part, byMonth, content)];
	});
	if (prices.oneOff !== null)
		parts.push({
			part: 'oneOff',
			byMonth: type.arrivals,
			termOf: (quantity, year) =>
				pricedTerm(context, year, content, {
					formula: oneOffCost,
					record: ref,
					changes: [],
					values: { quantity, oneOff: prices.oneOff, calibration }
				})
		});
	const tail = prices.highCost;
	if (tail !== null)
		parts.push(
			...byBand.map(({ share, content: own }): PartQuantity => ({
				part: 'highCost',
				byMonth: times(external, share),
				...(isKnown(own.externalWeekly ?? null)
					? {
							tail: {
								...tail,
								externalWeekly: floatOf(own.externalWeekly ?? 0),
								factorIn: (year) =>
									knownFloat(indexFactorOf(context, content, year)) * knownFloat(calibration)
							}
						}
					: {}),
				termOf: (quantity, year) =>
					pricedTerm(context, year, content, {
						formula: highCost,
						record: ref,
						changes: [],
						values: {
							quantity,
							share: tail.share,
							meanWeekly: tail.meanWeekly,
							externalWeekly: own.externalWeekly ?? null,
							calibration
						}
					})
			}))
		);
	return parts;
}

const knownFloat = (value: Value): number => (isKnown(value) ? floatOf(value) : NaN);

/** The type at the price of each band that has one of its own, and at its own for the others, with their shares of the children. */
function bandPrices(
	prices: TypePrices,
	{ content, bandShares }: TypeDemand
): readonly { readonly share: Float64Array; readonly content: PlacementType }[] {
	const own = CARE_BANDS.filter((band) => prices.externalWeeklyByBand[band] !== undefined);
	const others = CARE_BANDS.filter((band) => !own.includes(band));
	const shareOf = (bands: readonly (typeof CARE_BANDS)[number][]) =>
		(bandShares[0] ?? new Float64Array()).map((_, at) =>
			bands.reduce((sum, band) => sum + (bandShares[CARE_BANDS.indexOf(band)]?.[at] ?? 0), 0)
		);
	return [
		{ share: shareOf(others), content },
		...own.map((band) => ({
			share: shareOf([band]),
			content: placementTypeOf({
				...prices,
				externalWeekly: prices.externalWeeklyByBand[band] ?? null
			})
		}))
	];
}

const times = (a: Float64Array, b: Float64Array): Float64Array =>
	a.map((value, at) => value * (b[at] ?? 0));
