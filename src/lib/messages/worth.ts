import type { Decimal } from 'decimal.js';
import type { House } from '$lib/format';
import type { Perspective, Refusal } from '$lib/model';
import { quoted } from './sentences';

/** Words of the page that says whether a scenario is worth what it costs. */
export const worth = {
	tab: 'Is it worth it',
	link: (title: string) => `Is it worth it: ${title}`,
	lead: (against: string, prices: string) =>
		`Against ${quoted(against)}, in ${prices} prices, later years counting less than early ones.`,
	back: 'Is it worth it',
	whose: {
		council: 'Council cash',
		public: 'Public purse',
		society: 'Public value'
	},
	for: {
		council: 'For the council’s own budget',
		public: 'For all public agencies together',
		society: 'For everybody, public money and more'
	},
	costs: (amount: string) => `costs ${amount} more`,
	saves: (amount: string) => `spends ${amount} less`,
	costsNothing: 'costs nothing more',
	brings: (amount: string) => `brings back ${amount}`,
	loses: (amount: string) => `loses ${amount} of what help brings about`,
	bringsNothing: 'brings nothing back',
	better: (amount: string) => `${amount} better than changing nothing`,
	worse: (amount: string) => `${amount} worse than changing nothing`,
	even: 'neither better nor worse than changing nothing',
	sentence: (parts: {
		readonly for: string;
		readonly title: string;
		readonly cost: string;
		readonly benefit: string;
		readonly period: string;
		readonly net: string;
		readonly payback: string;
	}) =>
		`${parts.for}, ${quoted(parts.title)} ${parts.cost} and ${parts.benefit} over ${parts.period}: ${parts.net}${parts.payback}.`,
	paysBack: (year: string) => `, and it pays back in ${year}`,
	never: (year: string) => `, and it does not pay back by ${year}`,
	ahead: ', and its costs never run ahead of what it brings back',
	lost: 'It spends less because it helps less: what is lost further on is counted in full.',
	blocked: (who: string, title: string, waits: string) =>
		`${who}, whether ${quoted(title)} is worth it cannot be worked out yet: it ${waits}.`,
	refused: (who: string, title: string, why: string) =>
		`${who}, whether ${quoted(title)} is worth it cannot be said: ${why}.`,
	isCounterfactual: (title: string) =>
		`${quoted(title)} is what the other scenarios are set against, so it is neither worth more nor less than itself.`,
	why: {
		settings: 'nothing says yet how scenarios are appraised',
		deflator: 'the council has no price index that takes out inflation',
		counterfactual: 'it is what the others are set against',
		cost: 'outcomes differ and no cost does, and nothing is free: enter what it costs'
	},
	mend: {
		settings: 'Say how scenarios are appraised, with a discount schedule',
		deflator: 'Choose a price index in the council’s settings',
		cost: 'Enter what the changes cost',
		shares: 'Mend the shares of the agencies'
	} satisfies Partial<Record<Refusal['why'], string>>,
	answers: 'The answer in figures',
	answersCaption: 'For whom it counts',
	answersNote:
		'Council cash counts what the council can take out of its budget. The public purse counts the money of every public agency. Public value also counts what is no agency’s money.',
	answer: 'Answer',
	none: 'None',
	notBy: (year: string) => `Not by ${year}`,
	options: 'Beside doing nothing and doing the least',
	optionsCaption: 'Net present value, and when the council is paid back',
	option: 'Scenario',
	doNothing: (title: string) => `${title} (do nothing)`,
	doMinimum: (title: string) => `${title} (do the least)`,
	paybackColumn: 'Paid back, council cash',
	comparator: 'What the others are set against',
	noMinimum:
		'No scenario is marked as the one that does no more than must be done, so there is nothing between doing nothing and this.',
	apartMinimum: (title: string) =>
		`${quoted(title)} does the least, but stands on another baseline: re-base one of the two.`,
	chooseMinimum: 'Which scenario does the least that must be done?',
	chooseMinimumHint: 'It then stands beside every scenario on this page.',
	chooseNone: 'None',
	chooseButton: 'Mark it',
	chosen: (title: string) => `${quoted(title)} is now marked as the one that does the least.`,
	chosenNone: 'No scenario is marked any more.',
	noSuch: 'That scenario is not there any more, so nothing was marked. Choose another.',
	moved: 'Somebody else marked one meanwhile. Look at it and choose again.',
	onAgreed:
		'This scenario stands on an agreed baseline, which keeps the mark that it had when it was agreed.',
	byYear: 'Year by year',
	flowCaption: (who: string) => `${who}: costs and benefits, £000`,
	cumulativeCaption: (who: string) => `${who}: net benefit added up, £000`,
	cumulativeNote: 'Below nought, what was spent is not back yet.',
	flowNote: 'A cost above nought is spent more; a benefit below nought is lost.',
	costOf: (part: string) => `Cost: ${part.charAt(0).toLowerCase()}${part.slice(1)}`,
	benefitOf: (part: string) => `Benefit: ${part.charAt(0).toLowerCase()}${part.slice(1)}`,
	blank: 'Blank',
	line: 'Line',
	inAll: 'All years',
	cumulativeTitle: {
		paid: (year: string) => `The council’s money is back in ${year}`,
		never: (year: string) => `The council’s money is not back by ${year}`,
		ahead: 'The council is never out of pocket',
		blocked: 'Payback cannot be worked out yet'
	},
	cumulativeSubtitle: (council: string, period: string, prices: string) =>
		`Net benefit added up, not discounted, ${council}, ${period}, ${prices} prices`,
	summary: (lines: string, last: string) => `By the end of ${last}: ${lines}.`,
	ends: (who: string, amount: string) => `${who} ${amount}`,
	paidMark: (year: string) => `Paid back in ${year}`,
	whoseLink: 'Costs and benefits by year, for',
	stages: 'From the evidence to the budget',
	stagesCaption: 'Each step of the way, £000',
	stagesNote:
		'Rows are never added to one another: each is the one above it after another step of caution.',
	agencies: 'Who gains',
	agenciesCaption: 'Benefits of public money by agency, £000',
	agenciesNote: 'The present value of the council is less what it spends, for it bears the costs.',
	agency: 'Agency',
	netPresentValue: 'Net present value',
	weighted: 'With weights for people with less',
	weightedCaption: 'Benefits with and without weights, £000',
	weightedNote: (elasticity: string) =>
		`A second line, never the answer by itself: a pound counts for more with people who have less (η = ${elasticity}).`,
	noWeights: 'No weights are set, so every pound counts the same.',
	tables: 'What it goes by',
	tablesLead: 'Each table can be changed, and every scenario follows.',
	edit: (title: string) => `Change ${quoted(title)}`,
	confirm: 'Confirm before use',
	statuses: { current: 'In force', superseded: 'No longer in force', proposed: 'Only proposed' },
	stated: (status: string, day: string) => `${status}. Stated on ${day}.`,
	fromYear: 'From year',
	rate: 'Rate a year',
	grade: 'Grade of evidence',
	takenOff: 'Taken off the effect',
	work: 'Type of work',
	uplift: 'Put on the cost',
	mitigation: 'Of that, already managed',
	footer: (engine: string, prices: string) =>
		`Engine version ${engine}. Real terms, ${prices} prices.`,
	figureIs: (name: string, title: string, value: string) =>
		`${name}: ${value} in ${quoted(title)}.`,
	figureInYear: (name: string, title: string, year: string, value: string) =>
		`${name}: ${value} in ${quoted(title)} in ${year}.`,
	figureNone: (name: string, title: string, why: string) =>
		`${name}: none in ${quoted(title)}, for ${why}.`,
	figureBlocked: (name: string, title: string) =>
		`${name} in ${quoted(title)} cannot be worked out yet.`,
	figureRow: (name: string, title: string) => `${name} in ${quoted(title)}, by year.`
};

/** What the sentence about one perspective is made from; amounts are present values in pounds. */
export interface Worth {
	readonly perspective: Perspective;
	readonly title: string;
	readonly costs: Decimal;
	readonly benefits: Decimal;
	/** The year it pays back in, null where it does not within the period, 'ahead' where costs never run ahead. */
	readonly payback: { readonly year: string } | 'ahead' | null;
	readonly years: readonly string[];
	readonly house: House;
}

/** Whether a scenario is worth it from one perspective, in a sentence that can be repeated. */
export function worthSentence(own: Worth): string {
	const { costs, benefits, house, years, payback } = own;
	const pounds = (value: Decimal): string => house.pounds(value.abs());
	const net = benefits.minus(costs);
	return worth.sentence({
		for: worth.for[own.perspective],
		title: own.title,
		cost: costs.isZero()
			? worth.costsNothing
			: (costs.gt(0) ? worth.costs : worth.saves)(pounds(costs)),
		benefit: benefits.isZero()
			? worth.bringsNothing
			: (benefits.gt(0) ? worth.brings : worth.loses)(pounds(benefits)),
		period: house.period(years),
		net: net.isZero() ? worth.even : (net.gt(0) ? worth.better : worth.worse)(pounds(net)),
		payback:
			payback === 'ahead'
				? worth.ahead
				: payback === null
					? worth.never(house.year(years.at(-1) ?? ''))
					: worth.paysBack(house.year(payback.year))
	});
}
