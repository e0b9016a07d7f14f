import { CARE_BANDS } from '../records/careFlow';
import { monthOperator, type BandRates, type MonthOperator } from './generator';
import type { CareInputs } from './inputs';
import { ratesWithHelp, type Outflow } from './outflows';
import { evenProfile, newbornProfile, stepMonth, stockByState, type MonthFlows } from './propagate';
import { spreadStock } from './stock';

/** How newcomers spread over the months of age of their band: under-1s are mostly newborn, the others even. */
const PROFILES = CARE_BANDS.map((_, band) => (band === 0 ? newbornProfile() : evenProfile(band)));

/** What early help makes of the flows of children. */
export interface HelpedFlows {
	/** Children who enter each state in each month, after early help. */
	readonly entries: readonly Float64Array[];
	/** The ways on which help brings children out in a month, each once; none where nothing does. */
	readonly outflowsIn: (month: number) => readonly Outflow[];
}

/** Children in care month by month, and by how many children outflows exceeded what can be. */
export interface CareRun {
	readonly months: readonly MonthFlows[];
	readonly capped: number;
}

/** Children in care month by month by the continuous method. */
export function runCare(inputs: CareInputs, { entries, outflowsIn }: HelpedFlows): CareRun {
	const operators = new Map<BandRates, Map<number, MonthOperator>>();
	const types = inputs.types.length;
	let state = spreadStock(inputs.opening, inputs.shares);
	let capped = 0;
	const months = inputs.days.map((days, month) => {
		const usual = inputs.rates[month] ?? [];
		const usualOperators = usual.map((band) => operatorOf(operators, band, days));
		const perDay = (entries[month] ?? new Float64Array()).map((children) => children / days);
		const outflows = outflowsIn(month);
		const helped = new Map<number, BandRates>();
		if (outflows.length > 0) {
			const opening = stockByState(state, types);
			for (const [band, operator] of usualOperators.entries()) {
				const own = outflows.filter((outflow) => outflow.band === band);
				const rates = usual[band];
				if (own.length === 0 || rates === undefined) continue;
				const ofBand = (values: Float64Array) => values.subarray(band * types, (band + 1) * types);
				const stock = { opening: ofBand(opening), arriving: ofBand(perDay) };
				const found = ratesWithHelp(rates, operator, stock, own);
				capped += found.capped;
				helped.set(band, found.rates);
			}
		}
		const rates = usual.map((own, band) => helped.get(band) ?? own);
		const step = stepMonth(
			state,
			rates.map((own, band) =>
				// Rates with help are those of one month alone, so that keeping their operators would serve nobody.
				helped.has(band) ? monthOperator(own, days) : operatorOf(operators, own, days)
			),
			rates,
			perDay,
			PROFILES
		);
		state = step.state;
		return step.flows;
	});
	return { months, capped };
}

function operatorOf(
	known: Map<BandRates, Map<number, MonthOperator>>,
	rates: BandRates,
	days: number
): MonthOperator {
	const byDays = known.get(rates) ?? new Map<number, MonthOperator>();
	known.set(rates, byDays);
	const operator = byDays.get(days) ?? monthOperator(rates, days);
	byDays.set(days, operator);
	return operator;
}
