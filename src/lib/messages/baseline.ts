import { quoted } from './sentences';

/** Words of the pages of the baseline. */
export const baseline = {
	title: 'Baseline',
	lead: 'The agreed starting point that every scenario changes. Blank is not zero: a figure that needs a blank input waits for it.',
	caption: 'What the baseline holds',
	captionNote:
		'Known counts the numbers that are filled in; assumption packs are left out of the count.',
	kind: 'Records',
	rows: 'Rows',
	known: 'Numbers known',
	nothingAsked: 'None asked',
	sources: 'Sources',
	dates: 'Date of the sources',
	noSource: 'No source',
	more: (count: number) => `and ${count} more`,
	knownIn: (known: number, asked: number) => `${known} of ${asked}`,
	knownOf: (known: number, asked: number) =>
		`${known} of ${asked} (${asked === 0 ? 0 : Math.floor((known / asked) * 100)}%)`,
	tabs: 'Records of the baseline',
	change: 'Change something in this table',
	fill: 'Fill in this table',
	whatFor: 'What is the change for?',
	itself: 'The baseline itself: correct what is agreed',
	inScenario: (scenario: string) => `A change of the scenario ${quoted(scenario)}`,
	newChange: 'A new change',
	stopEditing: 'Stop editing the baseline',
	noKind: (kind: string) => `There are no records called '${kind}' in a baseline.`
};
