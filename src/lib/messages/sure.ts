import { Decimal } from 'decimal.js';
import { sentenceList, type House } from '$lib/format';
import { en } from './en';
import { quoted } from './sentences';

/** Words of the page that says how sure a scenario's figures are, and of the draws on Compare. */
export const sure = {
	tab: 'How sure',
	link: (title: string) => `How sure: ${title}`,
	lead: 'Each input that has a range takes another value within it in each draw, and the whole model is worked out again. All scenarios share the same draws.',
	limits: (inputs: number) =>
		`${inputs === 1 ? 'One input has' : `${inputs} inputs have`} a range. All others stand as if they were certain, so the true range is wider than the one below.`,
	difference: (parts: {
		readonly title: string;
		readonly middle: string;
		readonly against: string;
		readonly period: string;
		readonly from: string;
		readonly to: string;
	}) =>
		`${quoted(parts.title)} probably costs about ${parts.middle} than ${quoted(parts.against)} over ${parts.period}, and in 8 of 10 draws between ${parts.from} and ${parts.to}.`,
	level: (parts: {
		readonly title: string;
		readonly middle: string;
		readonly period: string;
		readonly from: string;
		readonly to: string;
	}) =>
		`Net cost of ${quoted(parts.title)} in ${parts.period} is probably about ${parts.middle}, and in 8 of 10 draws between ${parts.from} and ${parts.to}.`,
	same: 'no more and no less',
	noSpread: (title: string, against: string) =>
		`No input with a range makes a difference between ${quoted(title)} and ${quoted(against)}.`,
	pays: (chance: string, year: string) =>
		`The chance that it has paid back by ${year} is ${chance}.`,
	meets: (chance: string, year: string) =>
		`The chance that the savings identified reach the target of ${year} is ${chance}.`,
	blocked: (title: string) =>
		`How sure ${quoted(title)} is cannot be worked out yet: net cost waits for blank inputs.`,
	none: 'Every input is a single figure, so no range can be shown.',
	noneWhy:
		'Type a range such as 4 to 6 where you would not bet on one figure: caseloads, unit costs and effects matter most.',
	noneDo: 'Add ranges to the baseline',
	run: {
		draws: 'Number of draws',
		seed: 'Seed',
		seedHint: 'The same whole number gives the same draws again.',
		button: 'Run again',
		noSeed: 'Enter a whole number from 0 to 2,147,483,648 as the seed.',
		steps: {
			draws: 'Drawing',
			tornado: 'Trying the ends of each range',
			table: 'Trying two inputs together'
		},
		cancelled: 'Cancelled. What was found before stays.',
		stamp: (parts: {
			readonly draws: string;
			readonly inputs: number;
			readonly seed: number;
			readonly engine: string;
		}) =>
			`${parts.draws} draws of ${parts.inputs} inputs, seed ${parts.seed}, engine version ${parts.engine}.`
	},
	fan: {
		title: 'The range by year',
		figure: 'Figure shown',
		against: (name: string, nothing: string) => `${name}, against ${quoted(nothing)}`,
		heading: (name: string, year: string, from: string, to: string) =>
			`${name} in ${year}: ${from} to ${to}`,
		blocked: (name: string) => `${name} waits for blank inputs`,
		certain: (name: string, year: string, value: string) => `${name} in ${year}: ${value}`,
		subtitle: (council: string, period: string, terms: string, draws: string) =>
			`${council}, ${period}, ${terms}, ${draws} draws`,
		cut: ' The axis does not begin at nought.',
		summary: (year: string, half: readonly [string, string], most: readonly [string, string]) =>
			`In ${year}, half of all draws lie between ${half[0]} and ${half[1]}, and 8 of 10 between ${most[0]} and ${most[1]}.`,
		middle: (title: string) => `${title}, middle draw`,
		nothing: (title: string) => `${title}, middle draw`,
		nothingLine: (title: string) => title,
		half: 'Half of all draws',
		most: '8 of 10 draws',
		caption: (name: string, unit: string) => `${name}${unit}`,
		rows: {
			p90: '9 of 10 draws lie below',
			p75: '3 of 4 lie below',
			p50: 'Middle draw',
			p25: '1 of 4 lies below',
			p10: '1 of 10 lies below',
			mean: 'Mean of all draws',
			se: 'Standard error of the mean'
		},
		waits: (years: readonly string[]) =>
			`Draws are blocked in ${sentenceList(years, 'and')}: they are of whole totals, which wait for a blank input. Where each input stands at its value, lines that are the same in both scenarios fall out of the difference, also blank ones, so it is known.`,
		plain: 'Each input at its value',
		plainNote:
			'The mean of the draws may differ from what comes of each input at its value: ranges are lopsided, and not everything grows in step.',
		point: (year: string, middle: string, from: string, to: string, nothing: string) =>
			`${year}: ${middle}, 8 of 10 draws between ${from} and ${to}${nothing}`,
		pointNothing: (title: string, value: string) => `; ${title} ${value}`,
		row: 'Draws'
	},
	chances: {
		title: 'How likely it is',
		caption: 'The chance by year',
		year: 'Year',
		pays: 'Paid back by the end of the year',
		meets: 'Savings identified reach the target',
		noTarget: 'No target',
		noDifference: 'No difference'
	},
	matters: {
		title: 'What matters most',
		lead: (against: string) =>
			`What net cost over all years differs by from ${quoted(against)}, when one input goes to the end of its own range and all others keep their value.`,
		leadLevel:
			'What net cost over all years is when one input goes to the end of its own range and all others keep their value.',
		heading: (label: string) => `${quoted(label)} matters most`,
		nothing: 'No input with a range moves it',
		summary: (label: string, low: string, high: string, atLow: string, atHigh: string) =>
			`${label}: ${atLow} at ${low}, and ${atHigh} at ${high}.`,
		low: 'At the low end of the range',
		high: 'At the high end',
		axis: 'Net cost over all years, more or less than with each input at its value',
		asItIs: (value: string) => `Each input at its value: ${value}`,
		subtitle: (council: string, period: string, terms: string) =>
			`Net cost, ${council}, ${period}, ${terms}.`,
		caption: 'Inputs, the one that matters most first',
		input: 'Input',
		range: 'Range',
		atLow: 'At its low',
		atHigh: 'At its high',
		share: 'Share of the spread',
		knowing: 'Worth of knowing it',
		knowingNote:
			'The share of the spread goes by ranks in the draws. The worth of knowing is what the better choice would gain, on average, if that input were known before it is decided; nothing where the choice would be the same.',
		notDrawn: 'Not drawn',
		noneKnowing: 'None',
		little: 'under 1%',
		unknown: 'Net cost waits for blank inputs in some draws, so nothing can be ranked.',
		still: (count: number) =>
			count === 1 ? 'One input that moves nothing' : `${count} inputs that move nothing`
	},
	two: {
		title: 'Two inputs together',
		lead: (against: string) =>
			`What net cost over all years differs by from ${quoted(against)} at five even values of each of two inputs, all others at their value.`,
		leadLevel:
			'Net cost over all years at five even values of each of two inputs, all others at their value.',
		down: 'Down the side',
		across: 'Along the top',
		button: 'Try them',
		alike: 'Choose two different inputs.',
		caption: (down: string, across: string) => `${down}, by ${across}`,
		none: 'Not known'
	},
	inputs: {
		title: (count: number) =>
			count === 1 ? 'The input that is drawn' : `The ${count} inputs that are drawn`,
		held: 'These have a range and stay at their value, for they say when something happens or how it is shared, not how much:',
		caption: 'Ranges of inputs',
		likely: 'Most likely',
		from: 'From',
		to: 'To',
		spread: 'Spread',
		set: 'Set it'
	},
	compare: {
		title: 'How sure the differences are',
		lead: 'All scenarios take the same draws, so what differs is what they do.',
		button: 'Draw the scenarios',
		caption: 'Net cost over all years, difference draw by draw',
		pair: 'Scenarios',
		against: (b: string, a: string) => `${b} against ${a}`,
		middle: 'Middle draw',
		from: '1 of 10 draws below',
		to: '1 of 10 draws above',
		beats: (b: string, a: string, chance: string) =>
			`The chance that ${quoted(b)} costs less than ${quoted(a)} is ${chance}.`,
		same: (b: string, a: string) => `${quoted(b)} and ${quoted(a)} cost the same in every draw.`,
		waits: (b: string, a: string) =>
			`Whether ${quoted(b)} costs less than ${quoted(a)} waits for blank inputs.`
	}
};

const TENTHS = 10;
const RARE = 0.05;
const VERY_RARE = 0.01;

/** A chance in words that do not claim more than draws can say: 'about 7 in 10', 'less than 1 in 20'. */
export function chanceWords(chance: number): string {
	if (chance < VERY_RARE) return 'less than 1 in 100';
	if (chance < RARE) return 'less than 1 in 20';
	if (chance > 1 - VERY_RARE) return 'more than 99 in 100';
	if (chance > 1 - RARE) return 'more than 19 in 20';
	return `about ${Math.min(Math.max(Math.round(chance * TENTHS), 1), TENTHS - 1)} in 10`;
}

/** An amount in pounds that differs: '£1.2 million more', '£300,000 less'. */
export function moreOrLess(pounds: number, house: House): string {
	const amount = house.pounds(new Decimal(Math.abs(pounds)));
	if (amount === house.pounds(new Decimal(0))) return sure.same;
	return en.moreOrLess(amount, pounds < 0);
}
