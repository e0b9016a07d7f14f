import { indexFactor, input, product, restOf, wholeAnd, type Formula } from '../formula/expression';
import { FACTOR, fieldInput } from '../ledger/line';

const share = 'share of 1';

/** A cost raised by the optimism correction of its type of work, as far as that is not mitigated. */
export const CORRECTED_COST: Formula = {
	id: 'appraisal.correctedCost',
	title: 'Cost, corrected for optimism',
	unit: '£',
	inputs: {
		cost: { label: 'Cost', unit: '£' },
		uplift: { label: 'Optimism correction of costs', unit: share },
		mitigation: { label: 'Mitigation', unit: share }
	},
	expression: product(
		input('cost'),
		wholeAnd(product(input('uplift'), restOf(input('mitigation'))))
	)
};

/** The part of a benefit that its agency can take out of its budget. */
export const CASHABLE_VALUE: Formula = {
	id: 'appraisal.cashable',
	title: 'Cashable part',
	unit: '£',
	inputs: {
		benefit: { label: 'Benefit', unit: '£' },
		cashable: fieldInput('cashable', 'Cashable', share)
	},
	expression: product(input('benefit'), input('cashable'))
};

/** A benefit at the distributional weight of those who have it. */
export const WEIGHTED_VALUE: Formula = {
	id: 'appraisal.weighted',
	title: 'Benefit with its distributional weight',
	unit: '£',
	inputs: {
		benefit: { label: 'Benefit', unit: '£' },
		weight: { label: 'Distributional weight', unit: 'factor' }
	},
	expression: product(input('benefit'), input('weight'))
};

const valueByAge: Formula[] = [];

/**
 * What the outcomes of one year are worth some years later:
 * `units · value · index · attribution · (1 − dropOff)^yearsSince`.
 */
export function outcomeValueFormula(yearsSince: number): Formula {
	for (let age = valueByAge.length; age <= yearsSince; age++)
		valueByAge.push({
			id: `appraisal.outcomeValue.${String(age)}`,
			title:
				age === 0
					? 'Value of the outcomes of the year'
					: `Value of the outcomes of ${String(age)} years before`,
			unit: '£',
			inputs: {
				units: { label: 'Outcomes', unit: 'outcomes' },
				valuePerUnit: fieldInput('valuePerUnit', 'Value of one outcome', '£'),
				index: FACTOR,
				attribution: fieldInput('attribution', 'Attribution', share),
				...(age === 0 ? {} : { dropOff: fieldInput('dropOff', 'Drop-off', share) })
			},
			expression: product(
				input('units'),
				input('valuePerUnit'),
				indexFactor,
				input('attribution'),
				...Array.from({ length: age }, () => restOf(input('dropOff')))
			)
		});
	return valueByAge[yearsSince] ?? outcomeValueFormula(yearsSince);
}
