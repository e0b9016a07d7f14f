import {
	constant,
	difference,
	indexFactor,
	input,
	product,
	type Formula
} from '../../formula/expression';
import { cashTerm, pricedTerm, type Context } from '../../ledger/context';
import { FACTOR } from '../../ledger/line';
import { DAYS_IN_WEEK } from '../../ledger/placementWeeks';
import { RETURN_TYPE_IDS, type ReturnType } from '../estimate/types';
import type { DemandMonth } from './demand';
import { LEAVER_AGES, leaverAgeOf, leaverState, LEAVER_YEARS, type LeaverAge } from './leavers';
import type { PartQuantity } from './parts';
import type { LeaverPrices, LeaverShares } from './prices';

/** The record that the prices of care leavers stand in for. */
const RECORD = 'careLeavers/leavers';

const WEEKS = { label: 'Weeks of care leavers', unit: 'weeks' };

const support: Formula = {
	id: 'care.leaverSupport',
	title: 'Support of care leavers',
	unit: '£',
	inputs: {
		quantity: WEEKS,
		share: { label: 'Share of them', unit: 'share of 1' },
		weekly: { label: 'Cost a week', unit: '£ a week' },
		index: FACTOR
	},
	expression: product(input('quantity'), input('share'), input('weekly'), indexFactor)
};

const grant: Formula = {
	id: 'care.leaverGrant',
	title: 'Grant for care leavers who came as unaccompanied asylum-seeking children',
	unit: '£',
	inputs: {
		quantity: WEEKS,
		share: { label: 'Share of them', unit: 'share of 1' },
		weekly: { label: 'Grant a week', unit: '£ a week' }
	},
	expression: difference(
		constant('nothing', 0),
		product(input('quantity'), input('share'), input('weekly'))
	)
};

const ARRANGEMENTS = ['stayingPut', 'otherSupport'] as const;

/** Care leavers of an age, those who turned 18 before the start as far as they are known, on average over the priced days of each financial year. */
export interface LeaverNumbers {
	readonly age: LeaverAge;
	readonly people: readonly number[];
}

/** How many care leavers there are by age and financial year. */
export function leaverNumbers(demand: readonly DemandMonth[]): readonly LeaverNumbers[] {
	const years = [...new Set(demand.map(({ year }) => year))];
	return LEAVER_AGES.map((age) => ({
		age,
		people: years.map((year) => {
			const own = demand.filter((month) => month.year === year);
			const days = own.reduce((sum, month) => sum + month.days, 0);
			const isOf = (one: number): boolean => leaverAgeOf(one) === age;
			return own.reduce((sum, month) => sum + daysOf(month, RETURN_TYPE_IDS, isOf), 0) / days;
		})
	}));
}

/** Days of the care leavers of a month who left one of the types and are of a year of age. */
function daysOf(
	{ leaverDays }: DemandMonth,
	types: readonly ReturnType[],
	isOf: (year: number) => boolean
): number {
	return LEAVER_YEARS.filter(isOf).reduce(
		(sum, year) =>
			types.reduce(
				(all, type) => all + (leaverDays[leaverState(year, RETURN_TYPE_IDS.indexOf(type))] ?? 0),
				sum
			),
		0
	);
}

/** The support of care leavers by arrangement and age, and the grant, each with its weeks by month of the series. */
export function leaverQuantities(
	prices: LeaverPrices,
	demand: readonly DemandMonth[],
	context: Context
): readonly PartQuantity[] {
	const priced = { index: prices.uplift === null ? null : 'leavers', priceYear: prices.priceYear };
	const weeks = (types: readonly ReturnType[], isOf: (year: number) => boolean): Float64Array => {
		const series = new Float64Array(context.years * 12);
		for (const month of demand)
			series[(month.year - context.first) * 12 + month.month] =
				daysOf(month, types, isOf) / DAYS_IN_WEEK;
		return series;
	};
	const quantities = ARRANGEMENTS.flatMap((part) =>
		LEAVER_AGES.flatMap((age) =>
			byShares(prices).map(({ types, shares }): PartQuantity => ({
				part,
				byMonth: weeks(types, (year) => leaverAgeOf(year) === age),
				share: shares[part] ?? 0,
				termOf: (quantity, year) =>
					// Nobody needs no price, so that one that comes up later alone does not hide the years before.
					quantity === 0
						? null
						: pricedTerm(context, year, priced, {
								formula: support,
								record: RECORD,
								changes: [],
								values: { quantity, share: shares[part], weekly: prices[part][age] },
								elsewhere: {
									share: `${RECORD}.${part}Share`,
									weekly: `${RECORD}.${part}${age.slice(0, 2)}`
								}
							})
			}))
		)
	);
	const { uasc } = prices;
	if (uasc === null) return quantities;
	return [
		...quantities,
		{
			part: 'uascGrant',
			byMonth: weeks(RETURN_TYPE_IDS, (year) => year < uasc.untilAge),
			share: uasc.share ?? 0,
			termOf: (quantity, year) =>
				quantity === 0
					? null
					: cashTerm(context, year, {
							formula: grant,
							record: RECORD,
							changes: [],
							values: { quantity, share: uasc.share, weekly: uasc.grantWeekly },
							elsewhere: { share: `${RECORD}.uascShare`, weekly: `${RECORD}.grantWeekly` }
						})
		}
	];
}

/** The types with the same shares: those without their own, and each that has. */
function byShares({ shares, sharesByType }: LeaverPrices): readonly {
	readonly types: readonly ReturnType[];
	readonly shares: LeaverShares;
}[] {
	return [
		{ types: RETURN_TYPE_IDS.filter((type) => sharesByType[type] === undefined), shares },
		...RETURN_TYPE_IDS.flatMap((type) => {
			const own = sharesByType[type];
			return own === undefined ? [] : [{ types: [type], shares: own }];
		})
	];
}
