import { quoted } from './sentences';

/** Words of the page on which another fact is chosen for a field, and of the links to it. */
export const choosing = {
	link: 'Use this one instead',
	linkIn: (record: string) => `Use it in ${quoted(record)}`,
	title: 'Use another fact',
	back: 'All evidence',
	for: (record: string, field: string) => `${record} › ${field}`,
	facts: 'What the two documents say',
	nowUsed: 'Used now',
	instead: 'Instead',
	fact: 'Fact',
	value: 'Value',
	where: 'Where it is said',
	quote: 'In its words',
	noFact: 'What stands there now rests on no fact.',
	effect: 'What it would change',
	effectNote: (scenario: string) => `In the scenario ${quoted(scenario)}.`,
	figure: 'Figure',
	before: 'With the fact used now',
	after: 'With this one',
	difference: 'Difference',
	net: (period: string) => `Net cost, placements included, ${period}`,
	same: 'No difference',
	elsewhere: (scenario: string) =>
		`${quoted(scenario)} stands on an agreed baseline, which does not change. Re-base it afterwards for it to take this in.`,
	steps: 'What is written in the baseline',
	everywhere:
		'This changes the baseline, and with it every scenario that stands on the baseline as it is now. You can undo it.',
	button: 'Use this one instead',
	done: (value: string) => `The field now says ${value}. The other fact stays in the evidence.`,
	chosen: 'This fact is the one that is used.',
	noChoice: 'There is no such choice: the field, or a fact that states a number for it, is missing.'
};
