import { times } from '../column';
import { columnStore, LASTING } from '../columnStore';
import { ageingOf } from './careAgeing';
import { drawnRatesWithHelp, type DrawnOutflow } from './careHelp';
import type { DrawnRates } from './careInputs';
import { rowOf, scaledRow, type Row } from './careMatrix';
import { drawnOperator, type DrawnOperator } from './careOperator';

/** What one band of children in care is made from in all draws; its flows by month, and then by placement type. */
export interface BandInputs {
	/** Share of the newcomers of a month in each month of age; alike in all but the first. */
	readonly profile: readonly number[];
	readonly days: readonly number[];
	/** Children by type on the first day, spread evenly over the months of age. */
	readonly opening: Row;
	readonly entries: readonly Row[];
	readonly agedIn: readonly Row[] | null;
	readonly rates: readonly DrawnRates[];
	readonly outflows: readonly (readonly DrawnOutflow[])[];
}

/** One band month by month in all draws, by placement type; numbers wherever nothing random is behind them. */
export interface DrawnBand {
	readonly closing: readonly Row[];
	readonly exits: readonly Row[];
	readonly childDays: readonly Row[];
	readonly agedOut: readonly Row[];
}

/** A band of children in care through all months, in all draws at once, by the continuous method. */
export function drawnBand(inputs: BandInputs): DrawnBand {
	const { days, agedIn } = inputs;
	const usualOperator = operators();
	const ageing = ageingOf(inputs.profile, inputs.opening, days.length);
	const store = columnStore();
	const found = { closing: [], exits: [], childDays: [], agedOut: [] } as Record<
		keyof DrawnBand,
		Row[]
	>;
	let opening = inputs.opening;
	for (const [month, length] of days.entries()) {
		store.rewind();
		const arriving = scaledRow(inputs.entries[month] ?? [], 1 / length, store);
		const usual = inputs.rates[month]!;
		const daysUnder = ({ Phi, Psi }: DrawnOperator, own: typeof LASTING): Row =>
			rowOf(
				[
					[opening, Phi],
					[arriving, Psi]
				],
				own
			);
		let operator = usualOperator(usual, length);
		let rates = usual;
		const outflows = inputs.outflows[month] ?? [];
		if (outflows.length > 0) {
			const stock = { opening, arriving, days: length, childDays: daysUnder(operator, store) };
			rates = drawnRatesWithHelp(usual, stock, outflows);
			operator = drawnOperator(rates, length, store);
		}
		const childDays = daysUnder(operator, LASTING);
		const newcomers = rowOf([[arriving, operator.Phi]], LASTING);
		const staying = rowOf([[opening, operator.P]], store, newcomers);
		const agedOut = ageing({
			P: operator.P,
			newcomers,
			youngest: month === 0 ? null : (agedIn?.[month - 1] ?? null)
		});
		const come = agedIn?.[month];
		opening = rowOf([], LASTING, staying, scaledRow(agedOut, -1, store), ...(come ? [come] : []));
		found.closing.push(opening);
		found.agedOut.push(agedOut);
		found.childDays.push(childDays);
		found.exits.push(childDays.map((own, type) => times(own, rates.exits[type] ?? 0)));
	}
	return found;
}

/** Operators of the usual rates, each worked out once for all months of its length. */
function operators(): (rates: DrawnRates, days: number) => DrawnOperator {
	const known = new Map<DrawnRates, Map<number, DrawnOperator>>();
	return (rates, days) => {
		const byDays = known.get(rates) ?? new Map<number, DrawnOperator>();
		known.set(rates, byDays);
		const operator = byDays.get(days) ?? drawnOperator(rates, days, LASTING);
		byDays.set(days, operator);
		return operator;
	};
}
