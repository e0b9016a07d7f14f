import type { CareCosts } from '$lib/model';
import { counted } from './counted';

type Part = CareCosts['lines'][number]['part'];

const parts: Readonly<Record<Part, string>> = {
	fixed: 'council places, filled or not',
	inHouse: 'children in council places',
	external: 'external placements',
	mix: 'placements at the observed mix',
	allowance: 'allowances',
	oneOff: 'one-off costs of those who come',
	highCost: 'the dearest few, above the usual price',
	stayingPut: 'staying put',
	otherSupport: 'other support',
	uascGrant: 'grant for those who came as unaccompanied asylum-seeking children'
};

/** Words of the page on what the placements of a return's forecast cost. */
export const careCosts = {
	title: 'What the placements cost',
	lead: 'The expected children of each month, at the engine’s margin: council places fill first, the rest is bought, and prices rise each 1 April.',
	leavers: 'Care leavers',
	line: (type: string, part: Part) => `${type}: ${parts[part]}`,
	from: 'Prices of the baseline',
	fromLead:
		'No prices are kept with this window. These of the baseline’s types of placement are taken:',
	fromType: (type: string, own: string) => `${type}: ${own}`,
	fromOther: (type: string, own: string, other: string) =>
		`${type}: ${own}, at the external price, because its council places are counted with ${other}`,
	notThere: (type: string) => `${type}: no type of the baseline has its codes, so it has no price`,
	edit: 'Edit the baseline’s prices',
	kept: 'Prices of this window',
	keptLead:
		'These were typed or came from a parameters file. They are kept with the window, and are part of the baseline.',
	file: 'Parameters file',
	fileHint:
		'The same file that the command line takes (.json): its keys on prices, care leavers and child population are kept. A file that was saved here says the same on the command line.',
	save: 'Save the prices in use as a file',
	drop: 'Take these prices out',
	fileName: 'parameters.json',
	problems: 'The file cannot be used',
	calibrated: (year: string, outturn: string, modelled: string, factor: string) =>
		`At these prices the children counted in ${year} cost ${modelled}; ${outturn} was spent. Every price of a placement is multiplied by ${factor}.`,
	notCalibrated: (year: string) =>
		`Nothing is told, because the outturn of ${year} cannot be met: a type that children of that year were in has no price, or a blank one. Type it, or take the outturn out.`,
	outturnUnused: (year: string) =>
		`Prices are not brought to the outturn of ${year}: this window does not count all of that year. Read the files again, with a window that ends on or after its 31 March, and keep it.`,
	period: 'By',
	periods: { year: 'Financial years', quarter: 'Quarters', month: 'Months' },
	caption: 'Cost of placements [£]',
	rowHeading: 'Line',
	known: 'All that is priced',
	total: 'All',
	notKnown: 'not known',
	notPriced: (types: readonly string[]) => `Without prices, and so not in it: ${types.join(', ')}.`,
	missing: (blanks: readonly string[]) => `Not known: ${blanks.join('; ')}.`,
	noLeavers: (people: number) =>
		`Care leavers are not priced. ${counted(Math.round(people), 'person', 'people')} who turned 18 in care would be under 25 in the forecast’s last year.`,
	working: 'Working out in this browser how sure the costs are …',
	notDrawn: (why: string) => `How sure the costs are could not be worked out: ${why}`,
	figure: (low: string, high: string, period: string) =>
		`Four times in five, ${period} costs ${low} to ${high}`,
	subtitle: (council: string) => `Cost of placements that have a price, ${council}`,
	summary:
		'By chance, and because the rates themselves are uncertain; prices are taken as they are. 400 draws. Their mean differs from the table above, which prices the expected number of children: council places are full in some draws and not in others.',
	mean: 'Mean',
	low: 'Low, one in ten is below',
	high: 'High, one in ten is above',
	spreadOf: { mean: 'mean', p10: 'low, one in ten is below', p90: 'high, one in ten is above' },
	spreads: 'How sure the costs of each year are [£]',
	voids: 'Council places that nobody fills',
	voidsOf: (type: string) => `${type}: place-weeks`,
	voidsCost: (type: string) => `${type}: their cost [£]`
};
