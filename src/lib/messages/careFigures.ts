import { counted } from './counted';

/** Words of the figures of a return: its tables, the outlook, the scores and the rates. */
export const careFigures = {
	tables: {
		types: 'Children in care by type of placement on 31 March',
		flows: 'Children who came into care and who left it',
		ages: (day: string) => `Children in care on ${day} by age and type of placement`,
		moves: 'Moves between types of placement in the window',
		reasons: 'Children who left care before 18 in the window, by reason and age',
		entries: 'Children who came into care in the window, by age',
		phases: (day: string) => `Children in care on ${day} by how long they have been in care`,
		phaseExits: 'Children who left care before 18 in the window, by how long they had been in care',
		firstYear: 'In the first 365 days',
		later: 'Later',
		providers: 'Children on an average day of the window, by type of placement and who provides it',
		type: 'Type of placement',
		inYear: 'In the year',
		age: 'Age',
		years: (age: number) => (age === 0 ? 'Under 1' : String(age)),
		reason: 'Reason',
		entry: 'Entry',
		first: 'For the first time that the files know of',
		again: 'Again',
		from: 'From',
		fromType: (type: string) => type,
		to: (type: string) => `to ${type}`,
		starts: 'Came into care',
		ceases: 'Left care',
		all: 'All',
		expected: (day: string) => `${day}, expected`,
		yearTo: (year: number) => `${String(year - 1)}/${String(year).slice(2)}`,
		hiding: 'c stands for 1 to 5 children, and for other counts from which these would follow.',
		download: 'Download (CSV)'
	},
	outlook: {
		counted: 'Counted',
		expected: 'Expected',
		low: 'Low, one in ten is below',
		high: 'High, one in ten is above',
		daily: 'By the daily method',
		title: (now: number, day: string, then: number, last: string) =>
			`${counted(now, 'child', 'children')} in care on ${day}, ${String(then)} expected on ${last}`,
		subtitle: (council: string) => `Children in care on 31 March, ${council}`,
		band: (low: number, high: number, last: string) =>
			`Four times in five, the number on ${last} is from ${String(low)} to ${String(high)}: by chance, and because the rates themselves are uncertain.`,
		caption: 'Children in care of all types on 31 March',
		rowHeading: 'Children',
		typesTitle: 'Children in care by type of placement',
		typesSummary:
			'A panel for each type of placement, all on one scale: counted up to the window’s last day, expected after it.',
		flowsTitle: (starts: number, ceases: number, year: string) =>
			`${counted(starts, 'child', 'children')} came into care in ${year}, ${String(ceases)} left`,
		flowsSubtitle: (council: string) => `Years to 31 March, ${council}`,
		flowsSummary:
			'Children who came into care and children who left it, those who turned 18 among them. In the first year the files know of those alone who were in care in that year.',
		methods: 'The two methods',
		methodsLead:
			'The continuous method takes events over child-days by age and type, lets children grow older month by month and leave at 18. The daily method is that of the regional placement tool, so that its figures can be found again.',
		differ: (day: string, continuous: string, daily: string, isMore: boolean) =>
			`On ${day} the continuous method expects ${continuous} children and the daily method ${daily}. The daily method expects ${isMore ? 'fewer' : 'more'}, because it takes four categories and five broad ages, and lets nobody have to leave on their 18th birthday.`,
		same: (day: string, children: string) => `On ${day} both methods expect ${children} children.`,
		footer: (window: string, engine: string) => `Rates from ${window}. ${engine}.`,
		source: (files: string, from: string, to: string, findings: string) =>
			`From ${files} of the council’s return that cover ${from} to ${to}; ${findings} did not stay as they were.`,
		files: (count: number) => counted(count, 'file', 'files'),
		which: 'Windows that are kept',
		remove: 'Take this window out',
		another: 'Another window needs the files again.',
		askAgain: 'Read a return'
	},
	scores: {
		title: 'How good the forecasts would have been',
		none: 'The files do not go back far enough to hold years back: that needs a year before the last one, two or three. So nothing says here how good these forecasts are.',
		lead: 'The last one, two and three years of the files were held back, as far as they go, and forecast from what had been reported by then, with rates from as long a window.',
		sentence: (figures: string, error: string, share: string, daily: string, dailyShare: string) =>
			`Over ${figures} at the ends of quarters, the continuous method was ${error} children out on average, and its band, meant to hold 80%, held ${share}. The daily method was ${daily} out, and its band held ${dailyShare}.`,
		figures: (count: number) => counted(count, 'figure', 'figures'),
		caption: 'Scores on years held back, at the ends of quarters',
		note: 'In children. The daily method tells its own four categories.',
		group: 'Children',
		held: 'Years held back',
		method: 'Method',
		methods: { continuous: 'Continuous', daily: 'Daily' },
		error: 'Mean error',
		bias: 'Bias',
		rootMeanSquareError: 'Root mean square',
		coverage: 'In the 80% band',
		categories: {
			Fostering: 'Fostering (daily method’s category)',
			Residential: 'Residential (daily method’s category)',
			Supported: 'Supported (daily method’s category)',
			Other: 'Other (daily method’s category)'
		},
		byType: 'By type of placement'
	},
	rates: {
		lead: 'A rate is events over child-days. Where a group has few of its own, its rate is drawn toward that of a larger group; “Own” says how much of it is its own.',
		turned18: (children: number) =>
			`${children === 1 ? 'child' : 'children'} turned 18 in care in the window, and so left on that day.`,
		dispersion: (used: number) =>
			used > 1.005
				? `Entries vary from quarter to quarter ${used.toFixed(1)} times as much as chance alone would have it.`
				: 'Entries vary from quarter to quarter no more than by chance.',
		exits: 'Leaving care before 18',
		moves: 'Rates of moving between types, by age',
		ageAndType: 'Age and type',
		ageAndMove: 'Age and move',
		state: (band: string, type: string) => `${band}, ${type}`,
		move: (band: string, from: string, to: string) => `${band}, ${from} to ${to}`,
		left: 'Left',
		moved: 'Moved',
		childDays: 'Child-days',
		own: 'As counted, a child a year',
		used: 'Used, a child a year',
		spread: 'Standard deviation',
		ownShare: 'Own',
		pooled: (toward: 'type' | 'band', strength: number) =>
			strength < 1000
				? `Drawn toward the rate of the ${toward === 'type' ? 'type over all ages' : 'age over all types'} with the weight of ${strength.toFixed(1)} events.`
				: `Taken together by ${toward === 'type' ? 'type, for ages do not differ' : 'age, for types do not differ'} more than by chance.`,
		adjust: {
			title: 'Adjust rates from a month on',
			lead: 'A change of a scenario multiplies rates of the baseline, or adds to them: of one age and type or of all at once, from a month on, over as many months as you say. Before you keep it you see what becomes of the children in care and of the cost.',
			continuous:
				'Changes with dates hold in scenarios, which run on the continuous method. The adjustments of the daily method stand in its file of parameters, and neither touches the other.',
			choose: 'In which scenario?',
			inScenario: (title: string) => `Adjust rates in ${title}`,
			noScenario: 'There is no scenario yet that could take the change.',
			scenarios: 'Add a scenario',
			noRates: 'The baseline has no rates yet.'
		},
		edit: 'The rates can be edited, and changed from a month on, once they are in the baseline.'
	}
};
