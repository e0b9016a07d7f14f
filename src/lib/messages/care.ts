import { careProviders, careTypes, cleaningRules, exitReasons } from './careCodes';
import { careChoices } from './careChoices';
import { careCosts } from './careCosts';
import { careFigures } from './careFigures';
import { carePrices } from './carePrices';
import { careReading } from './careReading';
import { counted } from './counted';

/** Words of the pages on children in care from the council's own return. */
export const care = {
	title: 'Children in care from the return',
	types: careTypes,
	rules: cleaningRules,
	reasons: exitReasons,
	providers: careProviders,
	choices: careChoices,
	costs: careCosts,
	prices: carePrices,
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
		costs: 'What it costs',
		use: 'Use in the baseline',
		import: 'Read a return'
	},
	children: {
		all: 'All children',
		uasc: 'Unaccompanied asylum-seeking children only',
		notUasc: 'Without unaccompanied asylum-seeking children',
		girls: 'Girls only',
		boys: 'Boys only'
	},
	window: (from: string, to: string) => `${from} to ${to}`,
	empty: {
		what: 'No return has been read yet.',
		why: 'Read the files of your SSDA903 return to see history, a forecast and rates. The rows of the files stay in this browser.',
		action: 'Read a return'
	},
	...careReading,
	...careFigures,
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
		ages: 'The baseline knows how many children are in each age group, and takes their ages within it for evenly spread; its figures can therefore differ a little from the forecast here, which knows each year of age. Where a number of children is small enough to be hidden from others, its share is worked out from the totals and the days in care instead.',
		then: 'From here on they are rates like any other: a change of a scenario can set one, multiply it or add to it from a month on, with a ramp.',
		scenarios: 'Open the scenarios'
	},
	fromReturn: 'Read your return, with history, forecast and rates',
	notForPublication: 'Not for publication: small counts of children are shown.',
	editing: (name: string) => `You are working on the return of ${name}`
};
