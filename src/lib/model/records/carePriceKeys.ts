import { z } from 'zod';
import { parseYear } from '../calendar/calendar';
import { LEAVER_AGES } from '../care/pricing/leavers';
import { RETURN_TYPE_IDS } from '../care/estimate/types';
import { CARE_BANDS } from './careFlow';

const NUMBER = z.number();

/** A number of pounds, places or a share that may be blank: null, or left out. */
const blankable = (most = Infinity) => NUMBER.min(0).max(most).nullable().default(null);
/** A financial year as a file has it, '2024/25'. */
export const FINANCIAL_YEAR = z
	.string()
	.refine((text) => parseYear(text) !== null, 'is not a financial year; write it as 2024/25');
const RISE = NUMBER.gt(-1).max(10);
const UPLIFT = z
	.strictObject({
		rates: z.record(FINANCIAL_YEAR, RISE.nullable()).default({}),
		other_years: RISE.nullable().default(null)
	})
	.nullable()
	.default(null);

/** What the placements of a type cost by the continuous method. */
const TYPE_PRICES = z.strictObject({
	provision: z.enum(['mixed', 'bought', 'allowance']),
	price_year: FINANCIAL_YEAR,
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
	);
const byAge = z.partialRecord(z.enum(LEAVER_AGES), NUMBER.min(0).nullable()).default({});

/** What those who turn 18 in care cost until they are 25. */
const LEAVERS = z.strictObject({
	price_year: FINANCIAL_YEAR,
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

/** The keys of a parameters file that say what the forecast of a return costs, and what its entries may follow. */
export const carePriceKeys = {
	prices: z.partialRecord(z.enum(RETURN_TYPE_IDS), TYPE_PRICES).default({}),
	outturn: z.strictObject({ year: FINANCIAL_YEAR, pounds: NUMBER.min(0) }).optional(),
	care_leavers: LEAVERS.optional(),
	child_population: z
		.partialRecord(z.enum(CARE_BANDS), z.record(FINANCIAL_YEAR, NUMBER.gt(0)))
		.default({})
};

/** The keys of a parameters file on prices, each left out or filled in. */
export type CarePriceKeys = z.output<z.ZodObject<typeof carePriceKeys>>;
