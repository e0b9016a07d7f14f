/** A figure as a sum of series, possibly against the projection without changes. */
export interface FigureAbout {
	readonly label: string;
	/** '£', or the unit of a measure. */
	readonly unit: string;
	/** Figures whose series it adds up, with their sign; left out where series bear the figure's own name. */
	readonly of?: readonly (readonly [figure: string, sign: 1 | -1])[];
	/** True where its parts are the placement types of those series, over all bands. */
	readonly byType?: true;
	/** True where it is what changes make of those series, compared with "If we change nothing". */
	readonly againstNothing?: true;
	/** Whether a year's value is the year's own sum, or a state at its end. */
	readonly at?: 'year' | 'end';
}

/** The addends of cost.total. */
export const COST_PARTS = [
	'cost.staffing',
	'cost.buildings',
	'cost.contracts',
	'cost.placements',
	'cost.interventions',
	'cost.headings',
	'cost.oneOff'
] as const;

const plus = (figure: string) => [figure, 1] as const;
const minus = (figure: string) => [figure, -1] as const;

/** Service costs: what savings come from. Neither the demand line (placements) nor one-off costs count. */
const SAVING_PARTS = COST_PARTS.filter(
	(figure) => figure !== 'cost.placements' && figure !== 'cost.oneOff'
);

/** Every figure of a projection by its stable id. */
export const FIGURES: Readonly<Record<string, FigureAbout>> = {
	'staffing.heads': { label: 'Staff (heads)', unit: 'people' },
	'staffing.fte': { label: 'Staff (FTE)', unit: 'FTE' },
	'estate.open': { label: 'Open buildings at 31 March', unit: 'buildings', at: 'end' },
	'cost.staffing': { label: 'Staffing', unit: '£' },
	'cost.buildings': { label: 'Buildings', unit: '£' },
	'cost.contracts': { label: 'Contracts', unit: '£' },
	'cost.placements': { label: 'Placements', unit: '£' },
	'cost.interventions': { label: 'Interventions', unit: '£' },
	'cost.headings': { label: 'Budget headings, not itemised', unit: '£' },
	'cost.oneOff': { label: 'One-off costs', unit: '£' },
	'cost.total': { label: 'Total cost, placements included', unit: '£', of: COST_PARTS.map(plus) },
	'income.total': { label: 'Income', unit: '£' },
	'funding.total': { label: 'Funding', unit: '£' },
	'net.total': {
		label: 'Net cost, placements included',
		unit: '£',
		of: [...COST_PARTS.map(plus), minus('income.total'), minus('funding.total')]
	},
	'cost.unknownScope': { label: 'Cost that published headings may contain already', unit: '£' },
	'cost.earlyHelp': { label: 'Cost of services that an intervention uses', unit: '£' },
	'savings.target': { label: 'Savings target', unit: '£' },
	'savings.identified': {
		label: 'Savings identified',
		unit: '£',
		of: SAVING_PARTS.map(minus),
		againstNothing: true
	},
	'capital.spend': { label: 'Capital spend', unit: '£' },
	'capital.receipts': { label: 'Capital receipts', unit: '£' },
	'avoidance.gross': {
		label: 'Cost avoidance, gross',
		unit: '£',
		of: [minus('cost.placements')],
		againstNothing: true
	},
	'avoidance.net': {
		label: 'Cost avoidance, net of the cost of early help',
		unit: '£',
		of: [
			minus('cost.placements'),
			plus('avoidance.plans'),
			minus('cost.earlyHelp'),
			minus('cost.interventions')
		],
		againstNothing: true
	},
	'avoidance.cashable': {
		label: 'Cost avoidance that is cashable',
		unit: '£',
		of: [minus('cost.placements')],
		againstNothing: true
	},
	'avoidance.plans': { label: 'Child protection plans avoided', unit: '£' },
	'care.children': { label: 'Children in care at 31 March', unit: 'children', at: 'end' },
	'care.childrenByType': {
		label: 'Children in care at 31 March, all ages',
		unit: 'children',
		at: 'end',
		of: [plus('care.children')],
		byType: true
	},
	'care.entries': { label: 'Entries to care', unit: 'children' },
	'care.exits': { label: 'Exits from care', unit: 'children' },
	'care.childDays': { label: 'Days in care', unit: 'child-days' },
	'care.childWeeks': { label: 'Weeks in care', unit: 'child-weeks' },
	'care.inHouse': { label: 'Weeks in council places', unit: 'child-weeks' },
	'care.external': { label: 'Weeks in external placements', unit: 'child-weeks' },
	'care.calibration': { label: 'Calibration factor of placement cost', unit: 'factor', at: 'end' },
	'plans.monthsAvoided': { label: 'Months of child protection plans avoided', unit: 'plan-months' },
	'capacity.demand': { label: 'Cases that ask', unit: 'cases' },
	'capacity.total': { label: 'Cases that could be taken', unit: 'cases' },
	'capacity.served': { label: 'Cases served', unit: 'cases' },
	'capacity.unmet': { label: 'Cases not served', unit: 'cases' },
	'capacity.spare': { label: 'Capacity not used', unit: 'cases' }
};
