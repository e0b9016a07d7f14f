import { quoted } from './sentences';

/** Words of the page on which the range of an input is set, with how its values are spread, and of the links to it. */
export const ranges = {
	link: 'Set the range',
	title: 'Set the range',
	back: (table: string) => `Back to the table: ${table}`,
	value: (value: string) => `It counts as ${value} wherever nothing is drawn.`,
	ends: { low: 'Low', mode: 'Most likely (optional)', high: 'High' },
	modeHint: 'The value itself where this is empty.',
	spread: 'How values are spread between them',
	spreadHint: 'Empty all three boxes, with PERT, for no range.',
	button: 'Save',
	everywhere:
		'This is an edit of the baseline, and counts in every scenario that stands on the baseline as it is now.',
	noInput:
		'There is no such input: a range is set for a number that is typed in the baseline. Enter the number first.',
	wrong: (message: string) => `Nothing was saved. ${message}.`,
	unread: (label: string, message: string) => `${label}: ${message}`,
	done: (name: string) =>
		`The range of ${quoted(name)} is saved. You can undo it on the Baseline page.`,
	already: (name: string) => `The range of ${quoted(name)} says that already.`,
	moved: 'Somebody else changed it meanwhile, so nothing was saved. Look at it and save again.'
};
