import { quoted } from './sentences';

/** Words of the bridge between two scenarios: what each change does. */
export const bridge = {
	parts: {
		cashable: 'cashable',
		avoidance: 'cost avoidance',
		oneOff: 'one-off',
		net: 'net',
		capital: 'capital'
	},
	names: {
		cashable: 'Cashable',
		avoidance: 'Cost avoidance (placements)',
		oneOff: 'One-off',
		net: 'Net revenue effect',
		capital: 'Capital'
	},
	nouns: {
		cashable: 'cost outside placements and one-off costs',
		avoidance: 'placement cost',
		oneOff: 'one-off cost',
		net: 'net cost, placements included,',
		capital: 'capital spend less receipts'
	},
	about: {
		cashable: 'Cashable is what shows in a budget line, outside placements and one-off costs.',
		avoidance:
			'Cost avoidance is placement cost that arises or does not arise. It is the demand line, and no saving.',
		oneOff: 'One-off costs are revenue that falls once, such as redundancy.',
		net: 'The net effect is cashable, cost avoidance and one-off together; capital is not in it.',
		capital:
			'Capital is spend less receipts: receipts lower it. It is never added to the revenue effect.'
	},
	oneStep: (a: string, b: string) =>
		`This is one step on the way from ${quoted(a)} to ${quoted(b)}: before is without the change, after is with it.`,
	allSteps: (a: string, b: string) =>
		`These are all steps on the way from ${quoted(a)} to ${quoted(b)}, one change at a time.`,
	within: (year: string | null, period: string) =>
		year === null ? `over ${period}` : `in ${year}`,
	stepPart: (title: string, part: string, when: string) =>
		`${title}: ${part.toLowerCase()}, ${when}`,
	stepCaption: (title: string, part: string) => `${title}: ${part.toLowerCase()}, £000`,
	yearShown: (year: string) =>
		`The working below is that of ${year}, the first year in which it has an effect.`,
	total: 'Difference in all',
	change: 'Change',
	without: (title: string) => `Without: ${title}`,
	asIn: (title: string, scenario: string) => `${title}, as in ${quoted(scenario)}`,
	caption: (b: string, year: string) => `Effect of each change of ${quoted(b)}, ${year}, £000`,
	note: (sign: string) =>
		`Cashable, avoided placement cost and one-off costs are kept apart; capital stands by itself and is not in the net effect. ${sign}`,
	subtitle: (b: string, a: string, period: string, terms: string) =>
		`Effect on net cost of ${quoted(b)} against ${quoted(a)}, ${period}, capital left out, ${terms.toLowerCase()}`,
	summary: (parts: string, all: string) => `${parts}. In all: ${all}.`,
	effect: (part: string, amount: string) => `${part} ${amount}`,
	stays: 'unchanged',
	blocked: 'blocked',
	axis: ['Dearer to the right,', 'cheaper to the left of zero'],
	same: (b: string, a: string) => `${quoted(b)} has the same changes as ${quoted(a)}.`,
	dearer: 'dearer',
	cheaper: 'cheaper'
};
