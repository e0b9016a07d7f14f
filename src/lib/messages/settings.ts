import { edits } from './edits';

/** Words of the page of a council's settings. */
export const settings = {
	title: 'Council settings',
	lead: 'These settings hold for everybody who works on this council. Each is kept as you leave its box, and can be undone.',
	council: {
		title: 'The council',
		name: 'Name',
		nameMissing: 'Enter the name of the council',
		description: 'Description',
		descriptionHint: 'One or two sentences, shown on Home and on the start page.'
	},
	period: {
		title: 'Years',
		firstYear: 'First financial year',
		firstYearHint: 'The year that the baseline is in. Write it as 2026/27, 2026-27, FY27 or 2026.',
		fixed: (year: string, records: number, changes: number) =>
			`The first year is ${year}, and it stays: ${edits.counted(records, 'record says', 'records say')} how things stand when it begins${changes === 0 ? '' : `, and ${edits.counted(changes, 'change counts', 'changes count')} from there`}. Another first year would move all of them to a time that they are not of. To start from another year, begin a new council and paste in the records that still hold.`,
		toNew: 'Begin a new council',
		years: 'Number of years',
		yearsHint: (last: string) =>
			`How far the projection goes, from 1 to 30 years. It ends with ${last} now. Nothing is deleted when it becomes shorter; a longer one may wait for numbers of the years that it adds.`,
		populations: (entries: number, years: string, first: string) =>
			`${entries === 1 ? 'One entry to care goes' : `${entries} entries to care go`} by a child population that is blank for ${years}. Until it is filled in, children in care and what their placements cost are blocked from ${first} on.`,
		fillPopulations: 'Fill in the child population'
	},
	style: {
		title: 'How figures are written',
		years: 'Financial years',
		numbers: 'Numbers',
		numbersHint: 'On every page, and in every table and chart.',
		sample: (year: string, million: string, saving: string) =>
			`So a year is ${year}, a large amount is ${million}, and a saving of £120,000 stands in a table of £000 as ${saving}.`
	},
	prices: {
		title: 'Prices',
		index: 'Index for real terms',
		indexHint: (firstYear: string) =>
			`What is taken back to ${firstYear} prices is divided by this index. Where a rate of it is blank, figures are blocked.`,
		terms: 'Cash or real terms',
		termsHint: (firstYear: string) =>
			`Real terms show every amount in the prices of the first year, ${firstYear}.`,
		cash: 'Cash terms: what is paid in each year',
		real: (firstYear: string) => `Real terms, ${firstYear} prices`,
		needsIndex: 'Choose the index for real terms first',
		stillNeeded: 'Go back to cash terms before you take the index away'
	}
};
