/** Words of the form in which what a return's forecast costs, and the child population, are typed. */
export const carePrices = {
	title: 'Type the prices',
	lead: 'The prices of this window’s types of placement. They are kept with the window and used by this page and, saved as a file, by the command line: the same sums. A blank price is not nought: its line is not told.',
	open: 'Type or change the prices',
	openPopulation: 'Type the child population',
	back: 'Back to what it costs',
	save: 'Keep these prices',
	problems: 'The prices cannot be kept yet',
	isHowever: (label: string, message: string) => `${label}: ${message}`,
	provision: {
		label: 'Who provides',
		none: 'No prices',
		mixed: 'Council places and bought ones',
		bought: 'Bought placements alone',
		allowance: 'A family with an allowance'
	},
	priceYear: 'Financial year of the prices',
	capacity: 'Council places',
	occupancy: 'Share of them that can be filled',
	inHouseShare: 'Share of the children in council places',
	inHouseShareHint: 'Used where places or occupancy are blank.',
	fixed: 'Council place, filled or not',
	variable: 'What a child in it adds',
	external: 'Bought placement',
	externalOf: (band: string) => `Bought, aged ${band.toLowerCase()}`,
	externalOfHint: 'Blank: the price of all ages.',
	allowance: 'Allowance',
	oneOff: 'Once, for each child who comes',
	highCostTitle: 'The dearest few',
	highCostShare: 'Share of the children in bought placements',
	highCostMean: 'Mean of their prices',
	highCostDeviation: 'Standard deviation of their prices',
	highCostHint: 'Fill in all three, or none.',
	highCostPart: 'the dearest few need a share, a mean and a deviation; fill in all three, or none',
	upliftTitle: 'How the prices rise on 1 April',
	uplift: {
		label: 'From the price year on',
		no: 'They stay as they are',
		yes: 'By the shares below'
	},
	upliftIn: (year: string) => `In ${year}`,
	upliftOthers: 'In every other year',
	leavers: 'Care leavers, aged 18 to 24',
	leaversPriced: {
		label: 'Care leavers',
		no: 'Not priced',
		yes: 'Priced'
	},
	stayingPut: 'Share of those who turn 18 who stay with their foster carers',
	otherSupport: 'Share of those who turn 18 with other support',
	stayingPutAt: (ages: string) => `Staying put at ${ages}`,
	otherSupportAt: (ages: string) => `Other support at ${ages}`,
	leaverAges: { '18-20': '18 to 20', '21-24': '21 to 24' },
	grant: {
		label: 'Grant for those who came as unaccompanied asylum-seeking children',
		no: 'None',
		yes: 'Taken off the cost'
	},
	grantShare: 'Their share of all care leavers',
	grantWeekly: 'Grant',
	grantUntil: 'Ends at the birthday',
	outturn: 'Outturn',
	outturnLead:
		'What was spent on placements in a whole financial year. Every price is multiplied by one factor, so that the children of that year, counted, come to it.',
	outturnYear: 'Financial year',
	outturnBlank: 'None: prices stand as they are',
	outturnPounds: 'Spent on placements',
	outturnPart: 'an outturn needs its year and its amount; fill in both, or neither',
	outturnNone:
		'This window counts no whole financial year, so that nothing can be brought to an outturn. Read the files again, with a window that ends on or after 31 March.',
	population: 'Child population',
	populationLead:
		'Children who live in the council, by age, each financial year. Entries may follow them: choose so under what the forecast takes for granted. A year that is blank has no say; at least one year of the window and every year of the forecast are needed.',
	populationHint: 'From the population projections of the Office for National Statistics.',
	populationOf: (band: string, year: string) => `Aged ${band.toLowerCase()}, ${year}`,
	units: {
		weekly: '£ a week',
		pounds: '£',
		share: 'share of 1',
		places: 'places',
		children: 'children',
		years: 'years old'
	}
};
