import { indexFactor as index, input, product, type Formula } from '../formula/expression';
import type { Value } from '../formula/value';
import type { Intervention } from '../records/intervention';
import { pricedTerm, type Context } from './context';
import { anyContent, FACTOR, fieldInput, type LineSpec, type Timed } from './line';

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
