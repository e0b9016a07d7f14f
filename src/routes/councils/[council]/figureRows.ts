import { COST_PARTS } from '$lib/model';

/** The money that pages show of a scenario, line by line down to its net cost. */
export const MONEY_ROWS = [
	...COST_PARTS,
	'cost.total',
	'income.total',
	'funding.total',
	'net.total'
];

/** The counts that pages show of a scenario, beside its money: staff, buildings, families, children in care. */
export const MEASURE_ROWS = [
	'staffing.fte',
	'staffing.heads',
	'estate.open',
	'capacity.demand',
	'capacity.served',
	'capacity.unmet',
	'care.children',
	'care.entries',
	'care.inHouse',
	'care.external'
];
