import { parseMonth, yearOfMonth } from '../calendar/calendar';
import { input, product, indexFactor, type Formula } from '../formula/expression';
import type { Change } from '../scenario/change';
import { cashTerm, type Context } from './context';
import { FACTOR, only, type LineSpec } from './line';

const oneOff: Formula = {
	id: 'change.oneOff',
	title: 'One-off amount',
	unit: '£',
	inputs: { amount: { label: 'Amount', unit: '£' }, index: FACTOR },
	expression: product(input('amount'), indexFactor)
};

const FIGURES = {
	revenue: 'cost.oneOff',
	capitalSpend: 'capital.spend',
	capitalReceipt: 'capital.receipts'
} as const;

/** The one-off costs and receipts that a change brings, each in the year of its month and in cash of that year. */
export function changeLines(change: Change, context: Context): readonly LineSpec[] {
	return change.oneOffs.map((item) => ({
		id: `changes/${change.id}/${item.id}`,
		title: item.title,
		figure: FIGURES[item.ledger],
		part: change.id,
		heading: null,
		terms: (y) => {
			const month = parseMonth(item.month, context.first) ?? -1;
			if (yearOfMonth(month) !== y) return [];
			return [
				cashTerm(context, context.first + y, {
					formula: oneOff,
					record: `changes/${change.id}`,
					changes: [change.id],
					weights: only(month),
					values: { amount: item.amount },
					elsewhere: { amount: `changes/${change.id}.oneOffs.${item.id}.amount` }
				})
			];
		}
	}));
}
