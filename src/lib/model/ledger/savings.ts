import { parseYear } from '../calendar/calendar';
import { indexFactor as index, input, product, type Formula } from '../formula/expression';
import type { SavingsTarget } from '../records/savingsTarget';
import { cashTerm, type Context } from './context';
import { FACTOR, type LineSpec } from './line';

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
						cashTerm(context, context.first + y, {
							formula: newSaving,
							record: ref,
							changes: [],
							values: { amount },
							elsewhere: { amount: `${ref}.versions.${String(position)}.amounts.${label}` }
						})
					];
				})
		}
	];
}
