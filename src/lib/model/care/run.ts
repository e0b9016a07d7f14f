import { CARE_BANDS } from '../records/careFlow';
import { monthOperator, type BandRates, type MonthOperator } from './generator';
import type { CareInputs } from './inputs';
import { evenProfile, newbornProfile, stepMonth, type MonthFlows } from './propagate';
import { spreadStock } from './stock';

/** How newcomers spread over the months of age of their band: under-1s are mostly newborn, the others even. */
const PROFILES = CARE_BANDS.map((_, band) => (band === 0 ? newbornProfile() : evenProfile(band)));

/**
 * Children in care month by month by the continuous method. `entries` are the children who enter each state in each
 * month, after early help.
 */
export function runCare(
	inputs: CareInputs,
	entries: readonly Float64Array[]
): readonly MonthFlows[] {
	const operators = new Map<BandRates, Map<number, MonthOperator>>();
	let state = spreadStock(inputs.opening, inputs.shares);
	return inputs.days.map((days, month) => {
		const rates = inputs.rates[month] ?? [];
		const perDay = (entries[month] ?? new Float64Array()).map((children) => children / days);
		const step = stepMonth(
			state,
			rates.map((band) => operatorOf(operators, band, days)),
			rates,
			perDay,
			PROFILES
		);
		state = step.state;
		return step.flows;
	});
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
