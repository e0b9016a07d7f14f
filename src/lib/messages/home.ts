import type { Kind } from '$lib/model';
import { edits } from './edits';
import { records } from './records';
import { quoted } from './sentences';

/** Words of the page that begins a council, of a council's Home, and of the cards of an example. */
export const home = {
	start: {
		ownData: 'Start with our data',
		open: 'Open a council file'
	},
	people: {
		begin: 'Begin with your question',
		beginNote: (council: string) =>
			`Each opens the example, ${council}, where that question is answered.`,
		here: 'I want to know',
		commissioner: {
			who: 'As a commissioner',
			asks: 'Which provider or mix gives most for the money? What if volumes fall?',
			link: 'Compare the options side by side',
			none: 'Put in the contracts first'
		},
		finance: {
			who: 'As a finance officer',
			asks: 'Is it cashable, when, and against which line? Is anything counted twice?',
			link: 'See what each change does to the budget',
			none: 'Put in the budget headings first'
		},
		cabinet: {
			who: 'As a cabinet member',
			asks: 'What are we choosing, what does it cost, and who is affected?',
			link: 'Read a proposal’s answer',
			none: 'Add a proposal first'
		},
		estates: {
			who: 'As an estates planner',
			asks: 'Which buildings, at what running cost and backlog, and for what receipt?',
			link: 'Look through the buildings',
			none: null
		}
	},
	create: {
		title: 'Start with your own data',
		lead: 'You begin with ‘If we change nothing’, an index for pay and one for prices, and the published rule of employer’s National Insurance with its source. Every other number is blank until you fill it in: a blank is never taken for zero.',
		name: 'Name of the council',
		firstYear: 'First financial year',
		firstYearHint: 'The year that the baseline is in, for example 2026/27.',
		years: 'Number of years',
		yearsHint: 'How far the projection goes, from 1 to 30.',
		invented: 'The names and figures are made up',
		inventedHint: 'Every page and export then says so.',
		button: 'Start',
		back: 'Back to the start page',
		problem: 'There is a problem',
		error: 'Error:',
		noName: 'Enter the name of the council',
		noYear: 'Enter the first financial year, for example 2026/27',
		longName: 'The name must be 120 characters or fewer',
		badYears: 'Enter a whole number of years from 1 to 30',
		badFile: (problem: string) => `The council cannot be kept: ${problem}.`
	},
	attention: {
		title: 'What needs your attention',
		scenarios: 'What the scenarios come to',
		noScenarios: 'There is no scenario besides ‘If we change nothing’ yet.',
		toScenarios: 'Go to the scenarios',
		checks: (count: number) =>
			`${edits.counted(count, 'check does', 'checks do')} not hold in ‘If we change nothing’`,
		mend: (where: string) => `Look at it in ${where}`,
		evidence: 'the evidence',
		blanks: 'Numbers that are still blank',
		blankOf: (blank: number, asked: number) => `${blank} of ${asked} blank`,
		packsFill: 'An assumption pack may fill some of them in the figures.',
		reviews: 'Evidence that was to be looked at again',
		reviewDue: (record: string, field: string, day: string) => `${record}, ${field}: by ${day}`,
		reviewOf: (kind: Kind) => records[kind].many,
		more: (count: number) => `Show ${count} more`,
		nothing:
			'Nothing: every check holds, no number is blank and no evidence is due to be looked at.'
	},
	tasks: {
		title: 'Set up your council',
		name: 'Name, first year and period',
		staffing: 'Staffing',
		buildings: 'Buildings',
		unitCosts: 'Placements and unit costs',
		care: 'Children in care',
		scenario: 'A first scenario',
		done: 'Completed',
		begun: (blank: number) => `${blank} blank`,
		toDo: 'To do',
		hint: {
			name: 'Given when the council was added. How years and numbers are written is set there too.',
			staffing: 'Paste your posts straight from Excel.',
			buildings: 'Paste rows from your property list.',
			unitCosts: 'What a week costs, by type of placement.',
			care: 'Read your SSDA903 return: its rows stay in your browser.',
			scenario: 'A list of changes to test against ‘If we change nothing’.'
		}
	},
	goOn: {
		title: 'Continue',
		nothing: 'Nothing has been done here yet.',
		all: 'Everything that was done here',
		by: (name: string) => `by ${name}`
	},
	tools: {
		title: 'Council settings and file',
		settings: 'Council settings',
		download: 'Download the council file',
		import: 'Import a council file'
	},
	cards: {
		title: 'First steps',
		dismiss: 'Dismiss',
		dismissWhat: (title: string) => `: ${title}`,
		all: {
			number: {
				title: 'Click a number',
				text: 'Every number opens how it was worked out, down to the document that it came from.',
				link: (figure: string) => `Open ${figure}`
			},
			change: {
				title: 'Change one',
				text: 'Every edit is saved as you make it, shows at once what it does, and can be undone.',
				link: (change: string) => `Edit ${quoted(change)}`
			},
			matters: {
				title: 'See what matters most',
				text: 'Each input that has a range is drawn a thousand times, and the one that would change the answer most comes first.',
				link: 'See how sure it is'
			},
			councillor: {
				title: 'Show a councillor',
				text: 'The comparison opens on one sentence, and prints on A4.',
				link: 'Open the comparison to print'
			}
		}
	}
};
