import { parseYear, yearLabel, type YearStart } from '../calendar/calendar';
import {
	difference,
	indexFactor as index,
	input,
	monthsShare,
	named,
	product,
	type Formula
} from '../formula/expression';

import type { Value } from '../formula/value';
import type { Decimal } from 'decimal.js';
import type { FundingStream } from '../records/fundingStream';
import type { Heading } from '../records/heading';
import type { Intervention } from '../records/intervention';
import type { SavingsTarget } from '../records/savingsTarget';
import { pricedTerm, type Context, type TermDraft } from './context';
import { anyContent, FACTOR, fieldInput, heldIn, MONTHS, type LineSpec, type Timed } from './line';

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
						pricedTerm(
							context,
							year,
							{ index: null, priceYear: yearLabel(year) },
							{
								formula: grant,
								record: timed.ref,
								changes,
								weights,
								values: { amount: amount.value, months },
								elsewhere: { amount: `${timed.ref}.amounts.${amount.year}` }
							}
						)
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

const newSaving: Formula = {
	id: 'saving.amount',
	title: 'New saving',
	unit: '£',
	inputs: { amount: { label: 'New saving', unit: '£ a year' }, index: FACTOR },
	expression: product(input('amount'), index)
};

/** The target line of a saving: what its last version adds up to by each year; nothing once withdrawn. */
export function savingLines(target: SavingsTarget, context: Context): readonly LineSpec[] {
	const ref = `savingsTargets/${target.id}`;
	const position = target.versions.length - 1;
	const version = target.versions[position];
	if (version === undefined || version.status === 'withdrawn') return [];
	return [
		{
			id: `${ref}/target`,
			title: target.title,
			figure: 'savings.target',
			part: target.id,
			heading: null,
			terms: (y) =>
				Object.entries(version.amounts).flatMap(([label, amount]) => {
					const starts = parseYear(label) ?? 0;
					// What started before the projection is in the baseline already.
					if (starts < context.first || starts > context.first + y) return [];
					return [
						pricedTerm(
							context,
							context.first + y,
							{ index: null, priceYear: label },
							{
								formula: newSaving,
								record: ref,
								changes: [],
								values: { amount },
								elsewhere: { amount: `${ref}.versions.${String(position)}.amounts.${label}` }
							}
						)
					];
				})
		}
	];
}

const familyCost: Formula = {
	id: 'intervention.families',
	title: 'Cost of the families served',
	unit: '£',
	inputs: {
		served: { label: 'Families served', unit: 'cases a year' },
		costPerFamily: fieldInput('costPerFamily', 'Cost per family', '£ a case'),
		index: FACTOR
	},
	expression: product(input('served'), input('costPerFamily'), index)
};

/** Families that a service serves in a year, in the months that weigh [cases], and what that depends on. */
interface ServedFamilies {
	readonly servedIn: (service: string, y: number, weights: Float64Array) => Value;
	readonly servedBasisIn: (service: string, y: number) => unknown;
}

/** The line of an intervention: what each family served costs beyond the posts and contracts that deliver it. */
export function interventionLines(
	timed: Timed<Intervention>,
	{ servedIn, servedBasisIn }: ServedFamilies,
	context: Context
): readonly LineSpec[] {
	const record = anyContent(timed);
	return [
		{
			id: `${timed.ref}/families`,
			title: record.title,
			figure: 'cost.interventions',
			part: record.id,
			heading: null,
			terms: (y) =>
				timed.versions.flatMap(({ content, weights, months, changes }) =>
					content === null || months[y] === 0
						? []
						: [
								{
									...pricedTerm(context, context.first + y, content, {
										formula: familyCost,
										record: timed.ref,
										changes,
										weights,
										values: {
											served: servedIn(content.service, y, weights),
											costPerFamily: content.costPerFamily
										},
										elsewhere: { served: `capacity.served/${content.service}` }
									}),
									dependsOn: () => ({
										served: [servedBasisIn(content.service, y), weights.slice(12 * y, 12 * y + 12)]
									})
								}
							]
				)
		}
	];
}
