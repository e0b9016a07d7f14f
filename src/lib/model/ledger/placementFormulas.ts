import {
	indexFactor as index,
	input,
	named,
	product,
	restOf,
	sum,
	type Expression,
	type Formula
} from '../formula/expression';
import type { PlacementType } from '../records/placementType';
import { FACTOR, fieldInput } from './line';

/** The parts that a placement type's cost is made of. */
export type PlacementPart = 'fixed' | 'inHouse' | 'external' | 'mix' | 'allowance';

type Price =
	'fixedWeekly' | 'variableWeekly' | 'externalWeekly' | 'allowanceWeekly' | 'inHouseShare';

/** One part of the cost of placements: what it is called, its weeks, and the fields that price them. */
interface PartAbout {
	readonly title: string;
	readonly formula: Formula;
	/** The figure that its weeks are part of. */
	readonly quantity: string;
	readonly prices: readonly (Price & keyof PlacementType)[];
}

const PRICES: Readonly<Record<Price, Formula['inputs'][string]>> = {
	fixedWeekly: fieldInput('fixedWeekly', 'Fixed cost of a council place', '£ a week'),
	variableWeekly: fieldInput('variableWeekly', 'Variable cost in a council place', '£ a week'),
	externalWeekly: fieldInput('externalWeekly', 'External price', '£ a week'),
	allowanceWeekly: fieldInput('allowanceWeekly', 'Weekly allowance', '£ a week'),
	inHouseShare: fieldInput('inHouseShare', 'Observed in-house share', 'share of 1')
};

const childWeeks = (label: string) => ({ label, unit: 'child-weeks' });

/** The formula of a part: weeks at a weekly price, moved by its index and brought to the published cost. */
function formulaOf(
	part: PlacementPart,
	title: string,
	quantity: Formula['inputs'][string],
	prices: readonly Price[],
	price: Expression
): Formula {
	return {
		id: `placement.${part}`,
		title,
		unit: '£',
		inputs: {
			quantity,
			...Object.fromEntries(prices.map((name) => [name, PRICES[name]])),
			index: FACTOR,
			calibration: { label: 'Calibration factor', unit: 'factor' }
		},
		expression: product(input('quantity'), price, index, input('calibration'))
	};
}

/** A part whose weeks have one price. */
function atOnePrice(
	part: PlacementPart,
	title: string,
	[weeks, figure]: readonly [Formula['inputs'][string], string],
	price: Price,
	formulaTitle: string
): PartAbout {
	return {
		title,
		quantity: figure,
		prices: [price],
		formula: formulaOf(part, formulaTitle, weeks, [price], input(price))
	};
}

const MIX: readonly Price[] = ['inHouseShare', 'fixedWeekly', 'variableWeekly', 'externalWeekly'];

/** What is said of each part of the cost of placements. */
export const PLACEMENT_PARTS: Readonly<Record<PlacementPart, PartAbout>> = {
	fixed: atOnePrice(
		'fixed',
		'council places',
		[{ label: 'Weeks of council places', unit: 'place-weeks' }, 'care.placeWeeks'],
		'fixedWeekly',
		'Council places, filled or not'
	),
	inHouse: atOnePrice(
		'inHouse',
		'children in council places',
		[childWeeks('Weeks in council places'), 'care.inHouse'],
		'variableWeekly',
		'Children in council places'
	),
	// What the margin costs while council places are full.
	external: atOnePrice(
		'external',
		'external placements',
		[childWeeks('Weeks in external placements'), 'care.external'],
		'externalWeekly',
		'External placements'
	),
	// What children cost where the number of council places is blank.
	mix: {
		title: 'placements at the observed mix',
		quantity: 'care.childWeeks',
		prices: MIX,
		formula: formulaOf(
			'mix',
			'Placements at the observed mix, because the number of council places is not known',
			childWeeks('Weeks in care'),
			MIX,
			named(
				'Price of a week at the observed mix',
				'£ a week',
				sum(
					product(input('inHouseShare'), sum(input('fixedWeekly'), input('variableWeekly'))),
					product(restOf(input('inHouseShare')), input('externalWeekly'))
				)
			)
		)
	},
	allowance: atOnePrice(
		'allowance',
		'allowances',
		[childWeeks('Weeks in care'), 'care.childWeeks'],
		'allowanceWeekly',
		'Allowances'
	)
};
