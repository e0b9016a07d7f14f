/** Names of fields of a council's details, scenarios, changes, one-off amounts, packs, facts and evidence. */
export const EDIT_FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	council: {
		name: 'Name',
		invented: 'Invented data',
		description: 'Description',
		firstYear: 'First year',
		horizonYears: 'Years projected',
		deflator: 'Index for real terms',
		style: 'Style',
		years: 'How years are written',
		numbers: 'How numbers are written',
		terms: 'Cash or real terms'
	},
	agreed: {
		title: 'Name',
		on: 'Agreed on',
		by: 'Agreed by',
		facts: 'Facts',
		packs: 'Assumption packs',
		baseline: 'Records'
	},
	scenarios: {
		title: 'Name',
		description: 'Description',
		baseline: 'Stands on',
		archived: 'Archived'
	},
	changes: {
		title: 'Name',
		reason: 'Reason',
		owner: 'Owner',
		start: 'Start',
		rampMonths: 'Comes in over (months)',
		end: 'End',
		on: 'Switched',
		status: 'Status',
		confidence: 'Confidence',
		choice: 'Choice',
		edits: 'What it does',
		oneOffs: 'One-off amounts'
	},
	oneOffs: { title: 'Name', ledger: 'Kind', month: 'Month', amount: 'Amount' },
	packs: { title: 'Name', description: 'Description', on: 'Switched', values: 'Assumptions' },
	values: {
		field: 'Field',
		value: 'Value',
		low: 'Low end',
		high: 'High end',
		source: 'Source',
		note: 'Note'
	},
	facts: {
		subject: 'Subject',
		measure: 'Measure',
		value: 'Value',
		unit: 'Unit',
		date: 'Date',
		document: 'Document',
		paragraph: 'Paragraph',
		quote: 'Quote',
		rivals: 'Other places say',
		weekday: 'Weekday stated',
		note: 'Note'
	},
	evidence: {
		fact: 'Fact chosen',
		rivals: 'Other facts',
		conversion: 'Multiplied by',
		low: 'Low end',
		mode: 'Most likely',
		high: 'High end',
		distribution: 'How values are spread',
		quality: 'Quality of the evidence',
		impact: 'Impact if it is wrong',
		note: 'Note on the evidence',
		reviewDate: 'To be looked at again by'
	},
	records: {
		id: 'Id',
		evidence: 'Evidence',
		activities: 'Shares of time',
		services: 'Services offered',
		demand: 'Demand',
		amounts: 'Amounts',
		rates: 'Rates',
		rows: 'Rows',
		versions: 'Versions',
		profile: 'Profile',
		share: 'Share',
		otherYears: 'Other years',
		population: 'Population'
	},
	removal: { destination: 'Where its people go', noticeGiven: 'Notice given in' }
};

/** What the choices of a council's details are called. */
export const EDIT_CHOICES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	years: { slash: '2026/27', dash: '2026-27', fy: 'FY27' },
	numbers: { plain: '£1.2 million, minus signs', finance: '£1.2m, brackets' },
	terms: { cash: 'cash terms', real: 'real terms' }
};
