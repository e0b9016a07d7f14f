/** What is said when an edit is not taken, and on the page that asks for a name. */
export const saving = {
	refused: {
		restored:
			'What is kept here is older than what this page shows, because a backup was put back. Load the page again before you go on.',
		behind:
			'Much has been changed since this page was loaded, so your edit was not saved. Load the page again and make it there.',
		savedButBehind:
			'Your edit was saved. Much else has been changed since this page was loaded: load it again to see it.',
		stream: 'An edit of a scenario may change that scenario only. Nothing was saved.',
		agreed:
			'The baseline is agreed and locked, so nothing was saved. Start a new baseline on the Baseline page, and make your edit in that.',
		tooFar:
			'At most 200 edits are undone or redone at once. Choose one nearer, and go on from there.',
		notInHistory:
			'That edit is not there to be undone or redone any more. Load the page again to see what has been done since.'
	},
	request: {
		notJson: 'The request must hold one JSON object. Nothing was saved.',
		contentType: 'The request must say that it is JSON: Content-Type: application/json.',
		tooDeep: (levels: number) => `The request is nested deeper than ${levels} levels.`,
		badText: 'The request holds text that is no valid Unicode.',
		wrong: (problem: string) => `The request cannot be read: ${problem}`,
		noRevision: 'Say after which revision, such as ?after=12.'
	},
	name: {
		title: 'What is your name?',
		hint: 'Every edit that you make carries it, so that your colleagues can see who changed what, and when. There is no sign-in yet.',
		button: 'Continue',
		problem: 'There is a problem',
		error: 'Error:',
		away: 'Windscreen could not be reached. Try again in a moment.',
		empty: 'Enter your name',
		long: 'Your name must be 80 characters or fewer',
		characters:
			'Your name must not have characters that cannot be seen or that turn the direction of writing',
		now: (name: string) =>
			`Your edits carry the name ${name}. If that is not you, give your own name: you will be somebody new, and edits made so far stay ${name}’s.`
	}
};
