import { z } from 'zod';
import {
	CARE_BANDS,
	LEAVER_AGES,
	parseYear,
	RETURN_TYPE_IDS,
	type LeaverPrices,
	type ReturnType,
	type TypePrices
} from '$lib/model';

const NUMBER = z.number();

/** A number of pounds, places or a share that may be blank: null, or left out. */
const blankable = (most = Infinity) => NUMBER.min(0).max(most).nullable().default(null);
/** A financial year, such as '2024/25'. */
export const YEAR = z
	.string()
	.refine((text) => parseYear(text) !== null, 'is not a financial year; write it as 2024/25');
const RISE = NUMBER.gt(-1).max(10);
const UPLIFT = z
	.strictObject({
		rates: z.record(YEAR, RISE.nullable()).default({}),
		other_years: RISE.nullable().default(null)
	})
	.nullable()
	.default(null);

/** What the placements of a type cost by the continuous method. */
const TYPE_PRICES = z.strictObject({
	provision: z.enum(['mixed', 'bought', 'allowance']),
	price_year: YEAR,
	uplift: UPLIFT,
	capacity: blankable(),
	occupancy: blankable(2),
	in_house_share: blankable(1),
	fixed_weekly: blankable(),
	variable_weekly: blankable(),
	external_weekly: blankable(),
	external_weekly_by_band: z.partialRecord(z.enum(CARE_BANDS), NUMBER.min(0)).default({}),
	allowance_weekly: blankable(),
	one_off: blankable(),
	high_cost: z
		.strictObject({
			share: NUMBER.min(0).max(1),
			mean_weekly: NUMBER.min(0),
			deviation_weekly: NUMBER.min(0)
		})
		.nullable()
		.default(null)
});

const SHARES = z
	.strictObject({ staying_put: blankable(1), other_support: blankable(1) })
	.refine(
		(shares) => (shares.staying_put ?? 0) + (shares.other_support ?? 0) <= 1,
		'the shares come to more than 1'
	)
	.transform((shares) => ({
		stayingPut: shares.staying_put,
		otherSupport: shares.other_support
	}));
const byAge = z
	.partialRecord(z.enum(LEAVER_AGES), NUMBER.min(0).nullable())
	.default({})
	.transform((own) => ({ '18-20': own['18-20'] ?? null, '21-24': own['21-24'] ?? null }));

/** What those who turn 18 in care cost until they are 25. */
const LEAVERS = z.strictObject({
	price_year: YEAR,
	uplift: UPLIFT,
	shares: SHARES,
	shares_by_type: z.partialRecord(z.enum(RETURN_TYPE_IDS), SHARES).default({}),
	staying_put_weekly: byAge,
	other_support_weekly: byAge,
	uasc: z
		.strictObject({
			share: blankable(1),
			grant_weekly: blankable(),
			until_age: NUMBER.int().min(19).max(25)
		})
		.nullable()
		.default(null)
});

/** The keys of a parameters file that say what the continuous method's forecast costs. */
export const PRICE_KEYS = {
	prices: z.partialRecord(z.enum(RETURN_TYPE_IDS), TYPE_PRICES).default({}),
	outturn: z.strictObject({ year: YEAR, pounds: NUMBER.min(0) }).optional(),
	care_leavers: LEAVERS.optional()
};

/** The prices of the continuous method, and what they are brought to. */
export interface PriceParameters {
	readonly types: readonly TypePrices[];
	/** What care leavers cost; null where nothing is said of it. */
	readonly leavers: LeaverPrices | null;
	/** What was spent on placements in a financial year [£]; null where prices stand as they are. */
	readonly outturn: { readonly year: string; readonly pounds: number } | null;
}

/** The prices that the keys of a parameters file say. */
export function priceParametersOf(file: z.output<z.ZodObject<typeof PRICE_KEYS>>): PriceParameters {
	return {
		types: RETURN_TYPE_IDS.flatMap((type) => {
			const own = file.prices[type];
			return own === undefined ? [] : [pricesOf(type, own)];
		}),
		leavers: file.care_leavers === undefined ? null : leaversOf(file.care_leavers),
		outturn: file.outturn ?? null
	};
}

function pricesOf(type: ReturnType, own: z.output<typeof TYPE_PRICES>): TypePrices {
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

function leaversOf(own: z.output<typeof LEAVERS>): LeaverPrices {
	return {
		priceYear: own.price_year,
		uplift: upliftOf(own.uplift),
		shares: own.shares,
		sharesByType: own.shares_by_type,
		stayingPut: own.staying_put_weekly,
		otherSupport: own.other_support_weekly,
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

function upliftOf(uplift: z.output<typeof UPLIFT>): TypePrices['uplift'] {
	return uplift === null ? null : { rates: uplift.rates, otherYears: uplift.other_years };
}
