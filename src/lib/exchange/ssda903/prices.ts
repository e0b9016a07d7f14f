import {
	RETURN_TYPE_IDS,
	type CarePriceKeys,
	type LeaverPrices,
	type Outturn,
	type ReturnType,
	type TypePrices
} from '$lib/model';

/** The prices of the continuous method, and what they are brought to. */
export interface PriceParameters {
	readonly types: readonly TypePrices[];
	/** What care leavers cost; null where nothing is said of it. */
	readonly leavers: LeaverPrices | null;
	/** What was spent on placements in a financial year [£]; null where prices stand as they are. */
	readonly outturn: Outturn | null;
}

/** The prices that the keys of a parameters file say. */
export function priceParametersOf(file: CarePriceKeys): PriceParameters {
	return {
		types: RETURN_TYPE_IDS.flatMap((type) => {
			const own = file.prices[type];
			return own === undefined ? [] : [pricesOf(type, own)];
		}),
		leavers: file.care_leavers === undefined ? null : leaversOf(file.care_leavers),
		outturn: file.outturn ?? null
	};
}

function pricesOf(type: ReturnType, own: Filled<CarePriceKeys['prices']>): TypePrices {
	return {
		type,
		provision: own.provision,
		priceYear: own.price_year,
		uplift: upliftOf(own.uplift),
		capacity: own.capacity,
		occupancy: own.occupancy,
		inHouseShare: own.in_house_share,
		fixedWeekly: own.fixed_weekly,
		variableWeekly: own.variable_weekly,
		externalWeekly: own.external_weekly,
		externalWeeklyByBand: own.external_weekly_by_band,
		allowanceWeekly: own.allowance_weekly,
		oneOff: own.one_off,
		highCost:
			own.high_cost === null
				? null
				: {
						share: own.high_cost.share,
						meanWeekly: own.high_cost.mean_weekly,
						deviationWeekly: own.high_cost.deviation_weekly
					}
	};
}

function leaversOf(own: NonNullable<CarePriceKeys['care_leavers']>): LeaverPrices {
	return {
		priceYear: own.price_year,
		uplift: upliftOf(own.uplift),
		shares: sharesOf(own.shares),
		sharesByType: Object.fromEntries(
			RETURN_TYPE_IDS.flatMap((type) => {
				const shares = own.shares_by_type[type];
				return shares === undefined ? [] : [[type, sharesOf(shares)]];
			})
		),
		stayingPut: byAge(own.staying_put_weekly),
		otherSupport: byAge(own.other_support_weekly),
		uasc:
			own.uasc === null
				? null
				: {
						share: own.uasc.share,
						grantWeekly: own.uasc.grant_weekly,
						untilAge: own.uasc.until_age
					}
	};
}

function upliftOf(uplift: Filled<CarePriceKeys['prices']>['uplift']): TypePrices['uplift'] {
	return uplift === null ? null : { rates: uplift.rates, otherYears: uplift.other_years };
}

type Filled<Map> = NonNullable<Map[keyof Map]>;

type Leavers = NonNullable<CarePriceKeys['care_leavers']>;

const sharesOf = (own: Leavers['shares']): LeaverPrices['shares'] => ({
	stayingPut: own.staying_put,
	otherSupport: own.other_support
});

const byAge = (own: Leavers['staying_put_weekly']): LeaverPrices['stayingPut'] => ({
	'18-20': own['18-20'] ?? null,
	'21-24': own['21-24'] ?? null
});
