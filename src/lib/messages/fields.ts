import { SPREADS } from './spreads';

/** Names of fields that hold words, on screen; numbers carry their names in their schemas. */
export const FIELD_LABELS: Readonly<Record<string, string>> = {
	title: 'Name',
	note: 'Note',
	area: 'Area',
	team: 'Team',
	heading: 'Budget heading',
	headings: 'Budget headings',
	headingScope: 'In that heading?',
	index: 'Price index',
	priceYear: 'Price year',
	basis: 'Basis',
	niRule: 'National Insurance rule',
	use: 'Use',
	backlogDue: 'Backlog due in',
	easting: 'Easting',
	northing: 'Northing',
	designated: 'Designated on',
	sector: 'Sector',
	provider: 'Provider',
	service: 'Service',
	payment: 'Paid by',
	ends: 'Ends',
	population: 'Population',
	needLevel: 'Level of need',
	baseYear: 'Base year',
	scope: 'Scope',
	statedSumOf: 'Stated as the sum of',
	afterLast: 'After the last year',
	codes: 'Placement codes',
	provision: 'Provided by',
	flow: 'Kind of flow',
	date: 'Date',
	band: 'Age band',
	type: 'Placement type',
	from: 'From',
	to: 'To',
	design: 'Study design',
	outcome: 'Outcome measured',
	source: 'Source',
	correctionTable: 'Correction table',
	evidenceGrade: 'Evidence grade',
	rule: 'Kind of rule',
	status: 'Status',
	on: 'Applied to',
	reason: 'Reason',
	key: 'Grade, or agency',
	schedule: 'Discount schedule',
	statedOn: 'Stated on',
	bands: 'Discount rates',
	costCorrection: 'Correction of costs',
	doMinimum: 'Scenario that does the least',
	works: 'Types of work',
	work: 'Type of work',
	figures: 'Costs of this type',
	sharedCost: 'Shared cost',
	shares: 'Shares of agencies',
	agency: 'Agency',
	sort: 'Sort of value'
};

/** What the choices are called on screen, by field and stored value. */
export const CHOICE_LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	distribution: SPREADS,
	headingScope: { included: 'Yes', excluded: 'No', unknown: 'Not known' },
	basis: {
		grade: 'Pay grade',
		allIn: 'All-in cost',
		budget: 'Budget',
		outturn: 'Outturn',
		perYear: 'Children a year',
		perThousand: 'Per 1,000 children'
	},
	use: {
		remainder: 'Adds what is not itemised',
		income: 'Income',
		calibration: 'Calibrates placements',
		published: 'Only checked',
		correction: 'Optimism correction',
		appraisal: 'How scenarios are appraised',
		costCorrection: 'Optimism correction of costs',
		agencyShares: 'Shares of agencies',
		outcomeValue: 'Value of an outcome'
	},
	sector: {
		council: 'Council',
		charity: 'Charity',
		private: 'Private',
		health: 'Health',
		other: 'Other'
	},
	payment: { block: 'Block price', volume: 'Volume', outcome: 'Outcome' },
	scope: { included: 'Included', excluded: 'Excluded', unknown: 'Not known' },
	afterLast: { ends: 'Ends', continues: 'Continues' },
	provision: {
		mixed: 'Council and external places',
		bought: 'External places only',
		allowance: 'An allowance'
	},
	flow: {
		stock: 'Children on a date',
		share: 'Share of the children',
		entries: 'Entries',
		moves: 'Moves',
		exits: 'Exits'
	},
	design: {
		controlledTrial: 'Controlled trial',
		matchedComparison: 'Matched comparison',
		beforeAfter: 'Before and after',
		judgement: 'Judgement'
	},
	outcome: {
		entryToCare: 'Entry to care',
		returnHome: 'Return home',
		stepDown: 'Move to a less intensive placement',
		protectionPlan: 'Child protection plan',
		education: 'Education',
		health: 'Health',
		offending: 'Offending',
		other: 'Other'
	},
	rule: {
		employerNi: 'Employer National Insurance',
		placementCodes: 'Placement codes',
		discount: 'Discount rates'
	},
	sharedCost: { placements: 'Placements', plans: 'Child protection plans' },
	sort: {
		fiscal: 'Public money',
		economic: 'Money of people and firms',
		social: 'What life is worth'
	},
	status: {
		current: 'In force',
		superseded: 'No longer in force',
		confirmBeforeUse: 'Confirm before use',
		confirmed: 'Confirmed',
		proposed: 'Proposed',
		revised: 'Revised',
		approved: 'Approved',
		delivered: 'Delivered',
		atRisk: 'At risk',
		withdrawn: 'Withdrawn'
	},
	on: { prices: 'Prices', entries: 'Entries' },
	band: {
		'under-1': 'Under 1',
		'1-4': '1 to 4',
		'5-9': '5 to 9',
		'10-15': '10 to 15',
		'16-17': '16 and 17'
	}
};
