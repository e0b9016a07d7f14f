import { quoted } from './sentences';

/** Words of how a figure was worked out. */
export const figure = {
	heading: 'How was this worked out?',
	close: 'Close',
	copyLink: 'Copy link',
	copied: 'The link is copied.',
	notCopied: 'The link could not be copied. Copy it from the address bar.',
	asPage: 'Open as a page',
	loading: 'Working it out',
	inYear: (name: string, year: string) => `${name}, ${year}`,
	is: (name: string, scenario: string, year: string, value: string) =>
		`${name} in ${quoted(scenario)} is ${value} in ${year}.`,
	isBlocked: (name: string, scenario: string, year: string) =>
		`${name} in ${quoted(scenario)} cannot be worked out for ${year}.`,
	sumIs: (name: string, scenario: string, period: string, value: string) =>
		`${name} in ${quoted(scenario)} comes to ${value} over ${period}.`,
	differenceIs: (name: string, b: string, a: string, period: string, value: string) =>
		`${name} in ${quoted(b)} less that in ${quoted(a)} is ${value} in ${period}.`,
	byYear: 'By year',
	byYearCaption: (name: string, unit: string) => (unit === '' ? name : `${name}, ${unit}`),
	byYearNote: 'Open a year to see how it was worked out.',
	value: 'Value',
	year: 'Year',
	formula: 'Formula',
	equals: (name: string, formula: string) => `${name} = ${formula}`,
	sumOfParts: (count: number) => `the sum of the ${count} parts below`,
	forYear: (label: string, year: string) => `${label} for ${year}`,
	takenOff: (label: string) => `${label}, taken off`,
	steps: 'Step by step',
	step: 'Step',
	inputs: 'Inputs',
	input: 'Input',
	range: 'Range',
	from: 'Where it comes from',
	noInputs: 'No input stands directly in this figure; open a step to reach its inputs.',
	open: (label: string) => `How ${quoted(label)} was worked out`,
	knownPart: (value: string) => `What is known of it comes to ${value}.`,
	said: (document: string, paragraph: string) => `${document}, ${paragraph}`,
	multiplied: (by: string) => `The document’s figure is multiplied by ${by}.`,
	anotherSays: (value: string) => `Another place says ${value}`,
	wouldBe: (stated: string, value: string, more: string | null) =>
		`With ${stated} this figure would be ${value}${more === null ? '' : ` (${more})`}.`,
	sameWith: (stated: string) => `With ${stated} this figure would be the same.`,
	quality: (rating: string) => `Quality of the evidence: ${rating}.`,
	impact: (rating: string) => `Impact if it is wrong: ${rating}.`,
	review: (day: string) => `To be looked at again by ${day}.`,
	seeFact: 'See the fact',
	ifLower: 'If this were 10% lower',
	usedIn: 'Used in',
	usedInLead: 'These figures are made of this one.',
	pack: (pack: string) => `Filled by the pack ${quoted(pack)}.`,
	illustrative: 'Illustrative: no source.',
	source: (source: string) => `Source: ${source}`,
	setTo: (
		value: string,
		change: string,
		time: { from: string | null; until: string | null; rampMonths: number }
	) =>
		[
			`${value} by ${change}`,
			time.from === null ? '' : `from ${time.from}`,
			time.until === null ? '' : `until ${time.until}`,
			time.rampMonths === 0 ? '' : `rising over ${time.rampMonths} months`
		]
			.filter((clause) => clause !== '')
			.join(', ') + '.',
	was: (value: string) => `Before that: ${value}.`,
	typed: 'Stands in the baseline without a stated source.',
	isBlank: 'Blank. Nothing fills it.',
	parts: 'Line by line',
	partsCaption: (unit: string) => `Parts that differ, ${unit}`,
	nothingDiffers: 'No part differs.',
	compareBack: 'Back to the comparison',
	otherScenarios: 'The same figure in other scenarios'
};
