import type { Decimal } from 'decimal.js';
import { parseYear, yearLabel, type YearStart } from '../calendar/calendar';
import {
	indexFactor as index,
	input,
	monthsShare,
	product,
	type Formula
} from '../formula/expression';
import type { FundingStream } from '../records/fundingStream';
import { cashTerm, type Context } from './context';
import { anyContent, FACTOR, heldIn, MONTHS, type LineSpec, type Timed } from './line';

const grant: Formula = {
	id: 'funding.amount',
	title: 'Funding',
	unit: '£',
	inputs: {
		amount: { label: 'Amount for the year', unit: '£ a year' },
		index: FACTOR,
		months: MONTHS
	},
	expression: product(input('amount'), index, monthsShare)
};

/** The line of a funding stream: its amount of the year, for the months before it ends. */
export function fundingLines(timed: Timed<FundingStream>, context: Context): readonly LineSpec[] {
	const record = anyContent(timed);
	return [
		{
			id: `${timed.ref}/amount`,
			title: record.title,
			figure: 'funding.total',
			part: record.id,
			heading: null,
			terms: (y) =>
				heldIn(timed, y).flatMap(({ content, months, changes, weights }) => {
					const year = context.first + y;
					const amount = amountIn(content, year);
					if (amount === null) return [];
					return [
						cashTerm(context, year, {
							formula: grant,
							record: timed.ref,
							changes,
							weights,
							values: { amount: amount.value, months },
							elsewhere: { amount: `${timed.ref}.amounts.${amount.year}` }
						})
					];
				})
		}
	];
}

/** The amount that a stream pays in a year: its own, or the last one where it continues; null where it pays nothing. */
export function amountIn(
	stream: FundingStream,
	year: YearStart
): { readonly value: Decimal | null; readonly year: string } | null {
	const own = yearLabel(year);
	if (own in stream.amounts) return { value: stream.amounts[own] ?? null, year: own };
	const last = Object.keys(stream.amounts).sort().at(-1);
	if (last === undefined) return { value: null, year: own };
	if ((parseYear(last) ?? year) > year) return { value: null, year: own };
	return stream.afterLast === 'continues'
		? { value: stream.amounts[last] ?? null, year: last }
		: null;
}
