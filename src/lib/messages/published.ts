import type { PublishedKind } from '$lib/exchange/published/kinds';
import { counted } from './counted';

const childrenOf = (count: number): string => counted(count, 'child', 'children');

const kinds: Readonly<Record<PublishedKind, string>> = {
	'children in care': 'children in care, starting and ceasing',
	population: 'child population',
	neighbours: 'statistical neighbours',
	referrals: 'referrals'
};

/** Words of the page that starts children in care from published figures. */
export const published = {
	title: 'Children in care from published figures',
	lead: 'Without a return at hand, start from what is published for every council in England. Download the files, and choose them here as they are.',
	which: 'The files',
	wanted: [
		'Children looked after, starting and ceasing, by local authority (Department for Education). This one is needed.',
		'Children aged 0 to 17 by local authority (Office for National Statistics), where the first file does not have them.',
		'The statistical neighbours tool, as a table with one row for each authority (Department for Education), to see those most like you.',
		'Referrals by local authority (Department for Education), to see beside.'
	],
	stays:
		'The files stay in this browser. Only the figures of the council that you choose are kept, once you say so.',
	noScript: 'Files are read in the browser, which needs JavaScript.',
	files: 'Choose one or more files',
	filesHint: 'Files that end in .csv or .zip. What each one is, its columns tell.',
	drop: 'Or drop files here',
	read: 'Read the files',
	noFiles: 'Choose a file',
	refused: (count: number) =>
		count === 1
			? 'One thing is wrong with the files'
			: `${String(count)} things are wrong with the files`,
	refusedNote: 'Nothing was taken from a file that is named here.',
	nothingYet:
		'None of these files has children in care, starting and ceasing, of local authorities. Add that one.',
	working: 'Forecasting every council',
	found: 'Read',
	file: (name: string, kind: PublishedKind) => `${name}: ${kinds[kind]}`,
	again: 'Read other files',
	back: 'Baseline: children in care',
	document: (names: readonly string[]) =>
		`Children looked after, starting and ceasing, Department for Education (${names.join(', ')})`,
	council: 'Council',
	councilHint: (count: number) =>
		`Type a name or a code. ${counted(count, 'council is', 'councils are')} in the files.`,
	show: 'Show',
	noCouncil: (asked: string, nearest: readonly string[]) =>
		`No council in the files is called “${asked}”. The nearest are ${nearest.join(', ')}.`,
	years: {
		title: (name: string) => `${name}: the last years`,
		caption: (name: string) => `Published figures of ${name}`,
		measure: 'Year to 31 March',
		inCare: 'Children in care on 31 March',
		starting: 'Children who came into care',
		ceasing: 'Children who left care',
		children: 'Children who live here',
		rate: 'In care per 10,000 children',
		referrals: 'Referrals',
		none: 'not published'
	},
	beside: {
		noNeighbours:
			'Choose the file of statistical neighbours too, to see the ten councils most like this one.',
		caption: 'Children in care per 10,000 children on 31 March, most alike first',
		council: 'Council',
		own: (name: string) => `${name} (this council)`,
		mean: 'Mean of the neighbours',
		region: (region: string) => `Mean of the councils of ${region}`,
		heading: (among: string, rate: string, mean: string, year: string) =>
			`${rate} in 10,000 children in care in ${year}; ${mean} ${among}`,
		neighboursMean: 'among the neighbours',
		regionMean: 'in the region',
		subtitle: (name: string) => `Children in care per 10,000 children on 31 March, ${name}`,
		summary: (name: string, first: string, last: string, from: string, to: string) =>
			first === last
				? `${name} had ${to} in ${last}, the only year that is published.`
				: `${name} went from ${from} in ${first} to ${to} in ${last}.`
	},
	outlook: {
		heading: 'What to expect',
		published: 'Published',
		expected: 'Expected',
		low: 'Low, one in ten is below',
		high: 'High, one in ten is above',
		title: (now: number, year: number, then: number, last: number) =>
			`${childrenOf(now)} in care in March ${String(year)}, ${String(then)} expected in March ${String(last)}`,
		subtitle: (name: string) => `Children in care on 31 March, ${name}`,
		band: (year: number, mean: number, low: number, high: number) =>
			`On 31 March ${String(year)}, ${childrenOf(mean)} are expected in care; four times in five the number lies between ${String(low)} and ${String(high)}.`,
		caption: 'Children in care on 31 March',
		none: (name: string, year: number) =>
			`No number of children in care is published for ${name} on 31 March ${String(year)}, the last day in the files. There is no forecast.`,
		how: (drift: string, reversion: string, momentum: string) =>
			`All councils together grow by ${drift} a year; each goes ${reversion} of the way to its region’s rate, and ${momentum} of its last own growth comes again. These come from all councils in the files.`,
		score: (score: {
			readonly year: number;
			readonly councils: number;
			readonly error: string;
			readonly lastYear: string;
			readonly coverage: string;
		}) =>
			`How good is that? Forecast in this way from the years before, 31 March ${String(score.year)} was wrong by ${score.error} children on average over ${String(score.councils)} councils; “same as last year” was wrong by ${score.lastYear}. ${score.coverage} of the councils lay within their band of four in five.`,
		download: 'Download data (CSV)',
		fileName: 'published-children-in-care',
		point: (year: string, label: string, value: string) => `${year}, ${label} ${value}`
	},
	use: {
		period: (first: string, last: string) => `${first} to ${last}`,
		heading: 'Use these figures in the baseline',
		exitsLabel: 'How fast children leave',
		asPublished: (year: number, children: string) =>
			`As published. Carried on, that makes ${children} children on 31 March ${String(year)}`,
		meeting: (year: number, children: string) =>
			`So that the forecast is met: ${children} children on 31 March ${String(year)}`,
		lead: (years: string, starting: string, ceasing: string, isMeeting: boolean) =>
			isMeeting
				? `Entries are those of the years to 31 March ${years}: ${starting} children come into care a year. To meet the forecast, ${ceasing} leave a year.`
				: `Entries and exits are those of the years to 31 March ${years}: ${starting} children come into care a year and ${ceasing} leave.`,
		range: (startingLow: string, startingHigh: string, ceasingLow: string, ceasingHigh: string) =>
			`How sure is that? Four times in five, a later year has between ${startingLow} and ${startingHigh} who come, and between ${ceasingLow} and ${ceasingHigh} who leave. That is how far the years of all councils lay from the mean of those before.`,
		unexplained: (count: number) =>
			`Over these years the published number in care grew by ${childrenOf(Math.abs(count))} ${count > 0 ? 'more' : 'fewer'} than those who came less those who left. The baseline keeps to those who came and left.`,
		profile:
			'Published files have neither ages nor placements. Both come from an illustrative profile, which stands in an assumption pack of its own: “Ages and placements of children in care, assumed”. Switch it off, and what rests on it is blocked. Put your own numbers in its place: read your return and use it in the baseline, or type shares, entries and exits by age and placement. Until then the home page counts them as blank. Prices stay blank.',
		replaces: (count: number) =>
			`${counted(count, 'stock or flow', 'stocks and flows')} of children in care in the baseline would go.`,
		yearsLabel: 'Years to take entries and exits from',
		lastYears: (count: number) =>
			count === 1 ? 'The last year' : `The last ${String(count)} years`,
		noFlows:
			'No year of this council has its number in care with those who came and who left. It cannot start a baseline.',
		steps: 'What would change',
		button: 'Use these figures in the baseline',
		done: (name: string) =>
			`The baseline now has the published figures of ${name}. “Undo” takes all of it back.`,
		see: 'See children in care in the baseline',
		already: 'The baseline has these figures.'
	},
	editing: (name: string) => `You are editing the baseline of ${name}`,
	fromPublished: 'Start from published figures, where there is no return',
	editingNote: 'Nothing changes before you say so at the end of this page.'
};
