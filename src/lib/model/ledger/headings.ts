import type { Decimal } from 'decimal.js';
import {
	difference,
	indexFactor as index,
	input,
	named,
	product,
	type Formula
} from '../formula/expression';
import type { Value } from '../formula/value';
import type { Heading } from '../records/heading';
import { pricedTerm, type Context, type TermDraft } from './context';
import { FACTOR, fieldInput, type LineSpec } from './line';

const ITEMISED = { label: 'Itemised lines in the base year', unit: '£' };

/** What a published heading holds beyond the lines that the model itemises, moved from its base year by its index. */
const remainder: Formula = {
	id: 'heading.remainder',
	title: 'Remainder of the heading',
	unit: '£',
	inputs: {
		published: { label: 'Published figure', unit: '£' },
		itemised: ITEMISED,
		index: FACTOR
	},
	expression: product(
		named('Remainder in the base year', '£', difference(input('published'), input('itemised'))),
		index
	)
};

/** What was spent above the budget in the base year, moved by the heading's index. */
const overspend: Formula = {
	id: 'heading.overspend',
	title: 'Overspend of the heading',
	unit: '£',
	inputs: {
		outturn: fieldInput('outturn', 'Outturn', '£'),
		budget: fieldInput('budget', 'Budget', '£'),
		index: FACTOR
	},
	expression: product(difference(input('outturn'), input('budget')), index)
};

const incomeOfHeading: Formula = {
	id: 'heading.income',
	title: 'Income of the heading',
	unit: '£',
	inputs: { published: { label: 'Published figure', unit: '£' }, index: FACTOR },
	expression: product(input('published'), index)
};

/** The figure of a heading on its own basis, and the field that holds it. */
export function publishedFigure(heading: Heading): {
	readonly value: Decimal | null;
	readonly field: 'budget' | 'outturn';
} {
	return heading.basis === 'budget'
		? { value: heading.budget, field: 'budget' }
		: { value: heading.outturn, field: 'outturn' };
}

/** Whether a heading on outturn overspent a known budget, so that the overspend is a line of its own. */
function hasOverspend(heading: Heading): boolean {
	return (
		heading.basis === 'outturn' &&
		heading.outturn !== null &&
		heading.budget !== null &&
		heading.outturn.gt(heading.budget)
	);
}

/** The lines of a published heading: its remainder and its overspend, or its income. */
export function headingLines(
	heading: Heading,
	itemised: Value,
	context: Context
): readonly LineSpec[] {
	if (heading.scope === 'excluded') return [];
	const priced = { index: heading.index, priceYear: heading.baseYear };
	const ref = `headings/${heading.id}`;
	const line = (name: string, title: string, figure: string, draft: () => TermDraft): LineSpec => ({
		id: `${ref}/${name}`,
		title,
		figure,
		part: heading.id,
		heading: figure === 'cost.headings' ? heading.id : null,
		terms: (y) => [pricedTerm(context, context.first + y, priced, draft())]
	});
	const { value, field } = publishedFigure(heading);
	if (heading.use === 'income')
		return [
			line('income', heading.title, 'income.total', () => ({
				formula: incomeOfHeading,
				record: ref,
				changes: [],
				values: { published: value },
				elsewhere: { published: `${ref}.${field}` }
			}))
		];
	if (heading.use !== 'remainder') return [];
	const over = hasOverspend(heading);
	return [
		line('remainder', `${heading.title}: not itemised`, 'cost.headings', () => ({
			formula: remainder,
			record: ref,
			changes: [],
			values: { published: over ? heading.budget : value, itemised },
			elsewhere: {
				published: `${ref}.${over ? 'budget' : field}`,
				itemised: `heading.itemised/${heading.id}`
			}
		})),
		...(over
			? [
					line(
						'overspend',
						`${heading.title}: overspend of the base year`,
						'cost.headings',
						() => ({
							formula: overspend,
							record: ref,
							changes: [],
							values: { outturn: heading.outturn, budget: heading.budget }
						})
					)
				]
			: [])
	];
}
