import { sentenceList } from '$lib/format';
import { quoted } from './sentences';

/** Words of the pages on which people edit. */
export const workbench = {
	undo: 'Undo',
	redo: 'Redo',
	nothingToUndo: 'Nothing to undo',
	nothingToRedo: 'Nothing to do again',
	tools: 'Undo, redo and saving',
	saved: (time: string) => `Saved at ${time}`,
	allSaved: 'Everything is saved',
	saving: 'Saving',
	waiting: 'Not saved yet. Trying again.',
	waitingBecause: (message: string) => `Not saved yet: ${message} Trying again.`,
	nameless: 'Not saved yet: every edit carries a name.',
	giveName: 'Give your name',
	leaving: {
		title: 'An edit has not been saved yet',
		goesOn: 'The page that you asked for opens as soon as it is saved.',
		stay: 'Stay on this page',
		leave: 'Leave without the edit'
	},
	noScript:
		'Editing needs JavaScript. Without it you can read everything here, and each figure opens how it was worked out.',
	editingBaseline: 'You are editing the baseline itself',
	editingBaselineNote:
		'What you change here changes what ‘If we change nothing’ means, and every scenario that stands on the baseline as it is now.',
	editingChange: (change: string, scenario: string) =>
		`You are editing the change ${quoted(change)} in the scenario ${quoted(scenario)}`,
	editingChangeNote: 'The baseline stays as it is. What differs from it shows what it was.',
	problems: 'This could not be kept',
	noted: 'The rest is as it was before.',
	notices: {
		lost: (count: number) =>
			count === 1 ? 'One of your edits was not kept' : `${count} of your edits were not kept`,
		lostNote: 'What you entered is listed here, so that you can enter it again.',
		doesNotFit: 'It does not fit what others have done here meanwhile.',
		wanted: 'What you had entered',
		stuck: {
			undo: 'This cannot be undone now, because it was changed again since',
			redo: 'This cannot be done again now, because it was changed since'
		},
		refused: 'This could not be undone',
		seen: 'Close this message'
	},
	history: 'What was done here, and going back to an earlier point',
	impact: {
		title: 'What it does',
		scenario: (against: string) => `Against ${quoted(against)}`,
		baseline: 'Against the baseline as it was when you opened this page',
		working: 'Working it out',
		outOfDate: 'Out of date: working it out again',
		broken:
			'Out of date, and it cannot be worked out on this page any longer. What you entered is kept: load the page again.',
		draft: 'With what you entered, not kept yet',
		firstYear: (year: string) => `Net cost in ${year}`,
		period: (period: string) => `Net cost, ${period}`,
		placements: (period: string) => `Of that placements, ${period}`,
		oneOff: (period: string) => `Of that one-off costs, ${period}`,
		capital: (period: string) => `Capital spending, ${period}`,
		children: (date: string) => `Children in care in ${date}`,
		served: (year: string) => `Cases served in ${year}`,
		unmet: (year: string) => `Cases not met in ${year}`,
		fte: (year: string) => `Staff in ${year}`,
		paysBack: 'Pays back',
		checks: 'Checks',
		passed: (passed: number, all: number) => `${passed} of ${all} passed`,
		more: (amount: string) => `${amount} more`,
		less: (amount: string) => `${amount} less`,
		fewer: (amount: string) => `${amount} fewer`,
		same: 'No difference',
		blocked: 'Blocked',
		waitsFor: (names: readonly string[]) => `Waits for ${sentenceList(names, 'and')}`,
		mend: (place: string) => `Look at ${place}`,
		failed: (count: number) => (count === 1 ? 'One check fails' : `${count} checks fail`),
		announced: (amount: string, period: string) => `Net cost over ${period}: ${amount}.`,
		headings: (period: string) => `Of that the rest of budget headings, ${period}`,
		headingsNote:
			'A budget heading keeps its published total: what its records cost more is taken from its rest.'
	},
	clash: {
		title: 'This was changed meanwhile',
		lead: 'While you were editing, somebody else, or you in another window, changed the same value. Choose which to keep.',
		keep: 'Keep yours',
		theirs: 'Use theirs',
		goneTitle: 'This was taken out meanwhile',
		goneLead:
			'It was taken out while you were editing, so there is nothing that could take your value. “What was done here” brings it back.',
		goOn: 'Continue'
	},
	others: {
		title: 'This would undo somebody else’s edit',
		lead: (names: readonly string[]) =>
			`The last edits here were made by ${sentenceList(names, 'and')}. Undoing takes them back too.`,
		undo: 'Undo it all the same',
		leave: 'Leave it'
	},
	name: {
		title: 'What is your name?',
		lead: 'Every edit carries the name of whoever made it, so that colleagues know whom to ask.',
		label: 'Your name',
		save: 'Save and go on'
	}
};
