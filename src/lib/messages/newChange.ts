import { quoted } from './sentences';

/** Words of the form of a new change. */
export const newChange = {
	title: 'Add a change',
	back: 'Back to the changes',
	choose: 'What is the decision?',
	chooseNote: 'Each of these asks a few questions and makes the change from the answers.',
	blank: 'A blank change',
	blankMeaning: 'Only a title and a start. You then change what you like in the tables.',
	other: 'Choose something else',
	noTemplate: (id: string) => `There is no form for a change called '${id}'.`,
	first: 'The first scenario stays without changes. Add the change to another scenario.',
	name: 'Title',
	nameHint: 'What the change is called.',
	start: 'Starts',
	startHint: 'The first month in which it holds, such as April 2027.',
	add: 'Add the change',
	preview: 'Preview',
	previewTitle: 'What this change does',
	previewNote: 'Nothing is kept yet. The panel shows what it would come to.',
	keep: 'Keep this change',
	problems: 'There is a problem',
	missing: (label: string) => `${label} is missing`,
	optional: (label: string) => `${label} (optional)`,
	conflicts: (count: number) =>
		count === 1
			? 'Another change of this scenario says something else of a field that this one sets. Nothing is overwritten: both stay, and where both hold the one that starts later counts.'
			: `Other changes of this scenario say something else of ${count} fields that this one sets. Nothing is overwritten: all stay, and where two hold the one that starts later counts.`,
	conflictsCaption: 'Set by more than one change',
	conflictField: 'What',
	conflictOwn: 'This change',
	conflictOther: 'Other changes',
	takesAway: 'takes it away',
	otherSays: ({ title, start, value }: { title: string; start: string; value: string }) =>
		`${value}, by ${quoted(title)} from ${start}`,
	inYear: (label: string, year: string) => `${label} in ${year}`,
	problemOf: (label: string, message: string) => `${label}: ${message}`
};
