import type { CareWindow, CleaningRule } from '$lib/model';
import { sentenceList } from '$lib/format';

const counted = (count: number, one: string, many: string): string =>
	`${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

const types: Readonly<Record<CareWindow['merged'][number], string>> = {
	foster: 'Foster care',
	kinship: 'Kinship foster care',
	residential: 'Children’s homes and residential schools',
	secure: 'Secure homes',
	supported: 'Supported accommodation',
	parents: 'With parents',
	adoption: 'Placed for adoption',
	other: 'Other placements'
};

const rules: Readonly<Record<CleaningRule, string>> = {
	shortBreak: 'Short break (legal status V3 or V4): left out',
	noStart: 'No start date: left out',
	endsBeforeStart: 'Ends before it starts: left out',
	noHeader: 'No header row for the child: left out',
	noBirthDate: 'No date of birth for the child: left out',
	sameStart: 'Starts on the same day as another row of the child, which was taken',
	sameEnd: 'Ends on the same day as another row of the child, which was taken',
	joined: 'Only the legal status or the paper changed: joined to the row before',
	endCut: 'Ended after the child’s next placement began: cut to that day',
	endFilled: 'Had no end although another placement follows: ended on that day'
};

const reasons: Readonly<Record<CareWindow['exits'][number]['reason'], string>> = {
	E11: 'Adopted, application not opposed (E11)',
	E12: 'Adopted, consent dispensed with (E12)',
	E13: 'Home to relatives without parental responsibility (E13)',
	E14: 'Accommodation on remand ended (E14)',
	E15: 'Age assessed as 18 or over (E15)',
	E16: 'Moved abroad (E16)',
	E17: 'Stayed with current carers at 18 (E17)',
	E2: 'Died (E2)',
	E3: 'Another council took over (E3)',
	E4A: 'Home to parents or relatives, planned (E4A)',
	E4B: 'Home to parents or relatives, not planned (E4B)',
	E41: 'Child arrangements or residence order (E41)',
	E43: 'Special guardianship, former foster carers (E43)',
	E44: 'Special guardianship, other carers (E44)',
	E45: 'Special guardianship, relatives who fostered (E45)',
	E46: 'Special guardianship, other former foster carers (E46)',
	E47: 'Special guardianship, other relatives (E47)',
	E48: 'Special guardianship, others (E48)',
	E5: 'Independent living with support (E5)',
	E6: 'Independent living without support (E6)',
	E7: 'Moved to adult social care (E7)',
	E8: 'Any other reason (E8)',
	E9: 'Sentenced to custody (E9)',
	X1: 'Went on elsewhere, which the files do not show (X1)',
	blank: 'No reason given',
	unlisted: 'A reason of no list'
};

/** Words of the pages on children in care from the council's own return. */
export const care = {
	title: 'Children in care from the return',
	types,
	rules,
	reasons,
	bands: {
		'under-1': 'Under 1',
		'1-4': '1 to 4',
		'5-9': '5 to 9',
		'10-15': '10 to 15',
		'16-17': '16 and 17'
	},
	tabs: {
		label: 'Children in care from the return',
		overview: 'History and forecast',
		rates: 'Rates and moves',
		use: 'Use in the baseline',
		import: 'Read a return'
	},
	children: {
		all: 'All children',
		uasc: 'Unaccompanied asylum-seeking children only',
		notUasc: 'Without unaccompanied asylum-seeking children'
	},
	window: (from: string, to: string) => `${from} to ${to}`,
	empty: {
		what: 'No return has been read yet.',
		why: 'Read the files of your SSDA903 return to see history, a forecast and rates. The rows of the files stay in this browser.',
		action: 'Read a return'
	},
	import: {
		title: 'Read a return of children in care',
		lead: 'Choose the files of your SSDA903 return: header, episodes and, where you have one, unaccompanied asylum-seeking children. Several years, folders and zip files can be read at once, in any order.',
		stays:
			'The rows stay in this browser. Only counts and rates of groups of children are kept, and you see them first.',
		files: 'Files',
		filesHint: 'Files that end in .csv, .txt or .zip.',
		folder: 'Or a folder',
		drop: 'Or drop files and folders here',
		read: 'Read the files',
		noFiles: 'Choose files or a folder',
		cancel: 'Cancel',
		cancelled: 'Reading was cancelled. Nothing was kept.',
		progress: {
			opening: 'Opening the files',
			reading: (file: string) => `Reading ${file}`,
			cleaning: 'Cleaning the rows'
		},
		percent: (share: number) => `${String(Math.round(share * 100))}%`,
		trouble: (message: string) =>
			`The files could not be read to the end, and nothing was kept: ${message}`,
		scoring: (percent: string) =>
			`Counting, and scoring both methods on years that are held back: ${percent}`,
		noScript: 'Files are read in the browser, which needs JavaScript.',
		again: 'Read other files',
		done: 'What was read',
		summary: (headers: string, episodes: string, uasc: string) =>
			`${headers}, ${episodes} and ${uasc} were read.`,
		headers: (count: number) => counted(count, 'header row', 'header rows'),
		episodes: (count: number) => counted(count, 'episode', 'episodes'),
		uasc: (count: number) => counted(count, 'UASC row', 'UASC rows'),
		covers: (from: string, to: string) => `They cover ${from} to ${to}.`,
		beyond: (returned: string) =>
			`A row names a day after ${returned}, the end of the last year returned. If that is a slip, mend it in the file; what is counted up to ${returned} is right all the same.`,
		nothing: 'No episode of a child with a date of birth is in them. Nothing can be counted.',
		passedOver: (files: readonly string[]) =>
			`Passed over, because they are no part of what is read: ${sentenceList(files, 'and')}.`,
		refused: 'Files that were refused',
		refusedNote:
			'Nothing was taken from a file that is named here. Mend it and read the files again.',
		more: (count: number) => `and ${counted(count, 'more problem', 'more problems')}`
	},
	quality: {
		title: 'Data quality',
		none: 'Every row stayed as it was.',
		lead: (findings: string, rows: string) =>
			`${findings} of ${rows} did not stay as they were. The rules are those of the regional placement tool.`,
		rows: (count: number) => counted(count, 'row', 'rows'),
		byRule: 'Rows by what happened to them',
		rule: 'What happened',
		count: 'Rows',
		each: 'Row by row',
		file: 'File',
		row: 'Row',
		because: 'The row beside it',
		beside: (file: string, row: number) => `${file}, row ${String(row)}`,
		filter: 'Show',
		all: 'All rows',
		shown: (shown: number, of: number) =>
			`${shown.toLocaleString('en-GB')} of ${counted(of, 'row is', 'rows are')} shown.`,
		more: 'Show more',
		download: 'Download the list (CSV)',
		fileName: 'data-quality.csv',
		note: 'The list names files and rows, and no child.'
	},
	choose: {
		title: 'Choose what to count',
		lead: 'Rates are taken from the window’s days. A forecast starts from the children of its last day.',
		from: 'First day',
		to: 'Last day',
		dayHint: (from: string, to: string) => `Between ${from} and ${to}.`,
		children: 'Children',
		count: 'Count',
		order: 'The first day must come before the last.',
		outside: (from: string, to: string) => `Choose days between ${from} and ${to}.`
	},
	kept: {
		title: 'What would be kept',
		lead: 'These counts, the days and rates behind them, and nothing else. They are part of the baseline, and keeping them is one edit, which you can undo.',
		caption: 'Children in care on the last day, by type of placement',
		type: 'Type of placement',
		children: 'Children',
		total: 'All types',
		flows: (starts: string, exits: string, moves: string) =>
			`In the window ${starts} came into care, ${exits} left it, and there were ${moves} between types.`,
		starts: (count: number) => counted(count, 'child', 'children'),
		moves: (count: number) => counted(count, 'move', 'moves'),
		merged: (names: readonly string[]) =>
			`Counted as other placements, because fewer than six children were in them: ${sentenceList(names, 'and')}.`,
		keep: 'Keep these figures',
		replace: 'Keep these in place of the same window',
		saved: 'The figures were kept.',
		go: 'See history and forecast'
	},
	tables: {
		types: 'Children in care by type of placement on 31 March',
		flows: 'Children who came into care and who left it',
		ages: (day: string) => `Children in care on ${day} by age and type of placement`,
		moves: 'Moves between types of placement in the window',
		reasons: 'Children who left care before 18 in the window, by reason and age',
		entries: 'Children who came into care in the window, by age',
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
		footer: (window: string, engine: string) =>
			`Rates from ${window}. Method: docs/returns.md. ${engine}.`,
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
	use: {
		source: (from: string, to: string) => `The council’s return, ${from} to ${to}`,
		titles: {
			stock: (day: string) => `Children in care, ${day}`,
			share: (band: string, type: string) => `Share of children in care, ${band}, ${type}`,
			entries: (band: string, type: string) => `Entries, ${band}, ${type}`,
			exits: (band: string, type: string) => `Leaving care before 18, ${band}, ${type}`,
			moves: (band: string, from: string, to: string) => `Moves, ${band}, ${from} to ${to}`
		},
		title: 'Use in the baseline',
		lead: 'The number of children on the window’s last day, their shares by age and type, and the rates of coming, moving and leaving become the baseline’s flows of children in care, each with its range and where it comes from. They take the place of the flows that are there; numbers of other days stay. It is one edit, which you can undo.',
		types: 'Which of your placement types each type of the return is',
		add: 'Add it as a new type, its price blank',
		preview: 'What would change',
		lines: 'Line by line',
		steps: (count: number) =>
			counted(count, 'record or value changes', 'records and values change'),
		apply: 'Use these figures',
		same: 'The baseline says this already.',
		problems: 'The figures cannot be used like this',
		table: 'Open the flows in the baseline',
		ages: 'The baseline knows how many children are in each age group, and takes their ages within it for evenly spread; its figures can therefore differ a little from the forecast here, which knows each year of age.',
		then: 'From here on they are rates like any other: a change of a scenario can set one from a month on, with a ramp.',
		scenarios: 'Open the scenarios'
	},
	rates: {
		lead: 'A rate is events over child-days. Where a group has few of its own, its rate is drawn toward that of a larger group; “Own” says how much of it is its own.',
		turned18: (children: number) =>
			`${counted(children, 'child', 'children')} turned 18 in care in the window, and so left on that day.`,
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
		edit: 'The rates can be edited, and changed from a month on, once they are in the baseline.'
	},
	fromReturn: 'Read your return, with history, forecast and rates',
	notForPublication: 'Not for publication: small counts of children are shown.',
	editing: (name: string) => `You are working on the return of ${name}`
};
