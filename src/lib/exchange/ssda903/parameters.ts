import { z } from 'zod';
import {
	carePriceKeys,
	COST_LINES,
	parseDay,
	PLACEHOLDER_WEEKLY_COSTS,
	plainWords,
	problemsOf,
	type CarePriceKeys,
	type ChildPopulation,
	type CostLine,
	type DailyParameters,
	type DayNumber,
	type Problem
} from '$lib/model';
import { priceParametersOf, type PriceParameters } from './prices';

const COST_LINE = z.enum(COST_LINES.map(({ line }) => line) as [CostLine, ...CostLine[]]);
const NUMBER = z.number();
const ADJUSTMENT = { multiply: NUMBER.min(0).optional(), add: NUMBER.optional() };
// The tool writes 'None' for a date that nobody set.
const DAY = z
	.string()
	.refine(
		(text) => text === 'None' || parseDay(text) !== null,
		'is not a date; write it as 2024-03-31'
	)
	.transform(parseDay);

const FILTERS = z.strictObject({
	la: z.array(z.string()).default([]),
	ethnicity: z.array(z.string()).default([]),
	sex: z.enum(['all', '1', '2']).default('all'),
	uasc: z.enum(['all', 'True', 'False']).default('all')
});

/** A parameters file of the regional tool: every key that it writes, all of them optional, and those of the continuous method. */
const PARAMETERS = z.strictObject({
	engine: z.string().optional(),
	case: z.string().optional(),
	resolved_dates: z
		.strictObject({
			reference_start_date: DAY.optional(),
			reference_end_date: DAY.optional(),
			prediction_start_date: DAY.optional(),
			prediction_end_date: DAY.optional()
		})
		.default({}),
	filters: FILTERS.default({ la: [], ethnicity: [], sex: 'all', uasc: 'all' }),
	reference_start: DAY.optional(),
	reference_end: DAY.optional(),
	prediction_start: DAY.optional(),
	prediction_end: DAY.optional(),
	rate_adjustments: z
		.array(z.strictObject({ from: z.string(), to: z.string(), ...ADJUSTMENT }))
		.default([]),
	entry_adjustments: z.array(z.strictObject({ to: z.string(), ...ADJUSTMENT })).default([]),
	proportions: z.partialRecord(COST_LINE, NUMBER.min(0)).default({}),
	weekly_costs: z.partialRecord(COST_LINE, NUMBER.min(0)).default({}),
	inflation_rate: NUMBER.gt(-1).default(0),
	...carePriceKeys
});

/** What a parameters file says: the daily method's parameters, prices of the continuous method, and dates for what the call leaves open. */
export interface ParametersFile {
	readonly parameters: DailyParameters;
	readonly prices: PriceParameters;
	/** The keys on prices as the file has them. */
	readonly priceKeys: CarePriceKeys;
	/** Children of each band who live in the council, by financial year. */
	readonly population: ChildPopulation;
	readonly from: DayNumber | null;
	readonly to: DayNumber | null;
	readonly start: DayNumber | null;
	readonly until: DayNumber | null;
}

/** The parameters where no file says any: nothing adjusted, everybody counted, the tool's placeholder prices. */
export const NO_PARAMETERS: ParametersFile = fileOf(PARAMETERS.parse({}));

/** Reads a parameters file, or says all that is wrong with it. */
export function readParameters(
	text: string
):
	| { readonly ok: true; readonly file: ParametersFile }
	| { readonly ok: false; readonly problems: readonly Problem[] } {
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return { ok: false, problems: [{ place: '', message: `this is not JSON: ${reason}` }] };
	}
	const read = PARAMETERS.safeParse(data, { error: plainWords });
	return read.success
		? { ok: true, file: fileOf(read.data) }
		: { ok: false, problems: problemsOf(read.error) };
}

function fileOf(file: z.output<typeof PARAMETERS>): ParametersFile {
	const { filters, resolved_dates: resolved } = file;
	return {
		parameters: {
			filters: {
				councils: filters.la,
				ethnicities: filters.ethnicity,
				sex: filters.sex,
				uasc: filters.uasc === 'all' ? 'all' : filters.uasc === 'True'
			},
			rateAdjustments: file.rate_adjustments.map(({ from, to, ...by }) => ({
				from,
				to,
				...set(by)
			})),
			entryAdjustments: file.entry_adjustments.map(({ to, ...by }) => ({ to, ...set(by) })),
			shares: file.proportions,
			prices: {
				weeklyCosts: { ...PLACEHOLDER_WEEKLY_COSTS, ...file.weekly_costs },
				inflationRate: file.inflation_rate
			}
		},
		prices: priceParametersOf(file),
		priceKeys: {
			prices: file.prices,
			...(file.outturn === undefined ? {} : { outturn: file.outturn }),
			...(file.care_leavers === undefined ? {} : { care_leavers: file.care_leavers }),
			child_population: file.child_population
		},
		population: file.child_population,
		from: file.reference_start ?? resolved.reference_start_date ?? null,
		to: file.reference_end ?? resolved.reference_end_date ?? null,
		start: file.prediction_start ?? resolved.prediction_start_date ?? null,
		until: file.prediction_end ?? resolved.prediction_end_date ?? null
	};
}

function set({ multiply, add }: { multiply?: number | undefined; add?: number | undefined }) {
	return {
		...(multiply === undefined ? {} : { multiply }),
		...(add === undefined ? {} : { add })
	};
}
