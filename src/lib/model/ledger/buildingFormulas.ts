import {
	difference,
	indexFactor as index,
	input,
	monthsShare,
	named,
	product,
	sum,
	type Formula
} from '../formula/expression';
import { PREMISES } from '../records/building';
import { FACTOR, fieldInput, MONTHS } from './line';

const PREMISES_LABELS: Readonly<Record<(typeof PREMISES)[number], string>> = {
	rent: 'Rent',
	rates: 'Business rates',
	utilities: 'Utilities',
	cleaning: 'Cleaning',
	facilities: 'Facilities management',
	insurance: 'Insurance',
	maintenance: 'Maintenance'
};

/** What an open building costs in a year: its premises headings less its income. */
export const runningCost: Formula = {
	id: 'building.running',
	title: 'Running cost of the building',
	unit: '£',
	inputs: {
		...Object.fromEntries(
			PREMISES.map((name) => [name, fieldInput(name, PREMISES_LABELS[name], '£ a year')])
		),
		income: fieldInput('income', 'Lettings income', '£ a year'),
		index: FACTOR,
		months: MONTHS
	},
	expression: product(
		named(
			'Premises less income',
			'£ a year',
			difference(sum(...PREMISES.map(input)), input('income'))
		),
		index,
		monthsShare
	)
};

/** What holding a closed building costs in a year, for the months in which it stands void. */
export const holdingCost: Formula = {
	id: 'building.holding',
	title: 'Cost of holding the empty building',
	unit: '£',
	inputs: {
		holdingCost: fieldInput('holdingCost', 'Holding cost', '£ a year'),
		index: FACTOR,
		months: MONTHS
	},
	expression: product(input('holdingCost'), index, monthsShare)
};

const oncePaid = (id: string, title: string, name: string, label: string): Formula => ({
	id,
	title,
	unit: '£',
	inputs: { [name]: fieldInput(name, label, '£'), index: FACTOR },
	expression: product(input(name), index)
});

// What a grant letter or a valuation says is cash of its day: no index moves it.
const inCash = (id: string, title: string, name: string, label: string): Formula => ({
	id,
	title,
	unit: '£',
	inputs: { [name]: fieldInput(name, label, '£') },
	expression: product(input(name))
});

/** What giving a building up costs once, by its lease. */
export const dilapidations = oncePaid(
	'building.dilapidations',
	'Dilapidations',
	'dilapidations',
	'Dilapidations'
);
/** What moving the services out costs once. */
export const moves = oncePaid('building.moves', 'Moving the services', 'moveCost', 'Moves');
/** What a disposal brings: capital, in cash of its day. */
export const receipt = inCash('building.receipt', 'Capital receipt', 'receipt', 'Capital receipt');
/** What a grant takes back on a disposal: capital, in cash of its day. */
export const clawback = inCash('building.clawback', 'Grant clawback', 'clawback', 'Grant clawback');
/** Capital works due on a building that stays open. */
export const backlog = oncePaid(
	'building.backlog',
	'Backlog maintenance',
	'backlog',
	'Backlog maintenance'
);
