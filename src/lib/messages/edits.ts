import type { Act } from '$lib/exchange/editing';
import { sentenceList } from '$lib/format';
import { KIND_LABELS, type Kind } from '$lib/model';
import { counted } from './counted';
import { quoted } from './sentences';

/** What several records of a kind are called in a sentence. */
const many: Readonly<Record<Kind, string>> = {
	areas: 'areas',
	teams: 'teams',
	posts: 'posts',
	buildings: 'buildings',
	providers: 'providers',
	contracts: 'contracts',
	services: 'services',
	headings: 'budget headings',
	fundingStreams: 'funding streams',
	savingsTargets: 'savings targets',
	placementTypes: 'placement types',
	careFlows: 'care flows',
	careWindows: 'windows of the return',
	interventions: 'interventions',
	indices: 'price indices',
	rules: 'rules',
	assumptions: 'assumptions'
};

/** What stands in the lists of a council besides its records, one and several of it. */
const rows = {
	facts: ['fact', 'facts'],
	packs: ['assumption pack', 'assumption packs'],
	agreed: ['agreed baseline', 'agreed baselines'],
	scenarios: ['scenario', 'scenarios'],
	changes: ['change', 'changes'],
	council: ['detail of the council', 'details of the council']
} as const;

/** What is said of edits: in the history, in previews, and where two people edited one thing. */
export const edits = {
	many,
	rows,
	counted,
	arrow: (was: string, now: string) => `${was} → ${now}`,
	line: (label: string, now: string) => `${label}: ${now}`,
	labelled: (label: string, key: string) => `${label}: ${key}`,
	path: (steps: readonly string[]) => steps.join(' › '),
	ofKind: (title: string, kind: Kind) => `${title} (${KIND_LABELS[kind]})`,
	fieldOf: (field: string, owner: string) => `${field} of ${owner}`,
	theCouncil: 'the council',
	council: 'Council',
	named: (what: string, title: string) => `${what} ${quoted(title)}`,
	blank: 'blank',
	none: 'none',
	absent: 'does not apply',
	yes: 'yes',
	no: 'no',
	on: 'on',
	off: 'off',
	stays: 'stays',
	presentBaseline: 'the baseline as it is now',
	entries: (count: number) => counted(count, 'entry', 'entries'),
	valueOf: (label: string, value: string) => `${label}: ${value}`,
	values: (parts: readonly string[]) => parts.join('; '),
	rangeBehind: (value: string, range: string) => `${value} (${range})`,
	row: (number: string) => `row ${number}`,
	versionOf: (day: string) => `Version of ${day}`,
	from: (day: string) => `From ${day}`,
	added: 'added',
	removed: 'taken out',
	moved: (from: number, to: number) => `moved from place ${from} to place ${to}`,
	inChange: (change: string, what: string) => `In the change ${quoted(change)}: ${what}`,
	setTo: (what: string, value: string, was: string) => `${what} set to ${value} (was ${was})`,
	times: (factor: string) => `× ${factor}`,
	plus: (amount: string) => `+ ${amount}`,
	less: (amount: string) => `− ${amount}`,
	points: (number: string, time: string) =>
		[`${number} percentage points`, time].filter((part) => part !== '').join(' '),
	workedOut: (from: string, by: string, result: string) => `${from} ${by} = ${result}`,
	inBaseline: (value: string) => `${value} in the baseline`,
	asBaseline: (value: string) => `${value}, as in the baseline`,
	removesRecord: 'taken away from the start of the change',
	closes: 'closed from the start of the change',
	endsContract: 'ended from the start of the change',
	destinations: {
		redundant: 'taken away, its people made redundant',
		redeployed: 'taken away, its people redeployed',
		vacant: 'taken away while vacant'
	},
	noLonger: (what: string) => `no longer: ${what}`,
	noticeFrom: (what: string, month: string) => `${what}, notice given in ${month}`,
	oneOff: (amount: string, month: string, ledger: string) => `${amount} in ${month}, ${ledger}`,
	titles: {
		addedRow: (what: string) => `Added the ${what}`,
		removedRow: (what: string) => `Took out the ${what}`,
		movedRow: (what: string, move: string) => `The ${what} ${move}`,
		fields: (count: number, owner: string) => `${counted(count, 'field', 'fields')} of ${owner}`,
		cells: (count: number, where: string) => `${counted(count, 'cell', 'cells')} in ${where}`,
		several: (places: readonly string[]) => sentenceList(places, 'and'),
		inChange: (where: string, change: string) => `${where} of the change ${quoted(change)}`,
		added: (what: string) => `${what} added`,
		removed: (what: string) => `${what} taken out`,
		moved: (what: string) => `${what} moved`,
		scenario: (title: string, changes: string) => `${quoted(title)} with ${changes}`,
		undone: (title: string) => `Undone: ${title}`,
		redone: (title: string) => `Done again: ${title}`,
		nothing: 'Nothing'
	},
	acts: {
		pasted: (what: string) => `Pasted ${what}`,
		pastedInto: (count: number, where: string) =>
			`Pasted ${counted(count, 'cell', 'cells')} into ${where}`,
		filled: (what: string) => `Filled ${what}`,
		cleared: (what: string) => `Cleared ${what}`,
		template: (title: string) => `${title}, from a template`,
		copied: (title: string) => `${title}, as a copy`,
		imported: (what: string) => `Imported a file: ${what}`,
		returned: (what: string) => `From the return: ${what}`,
		published: (about: readonly string[]) =>
			about.length === 0
				? 'Used published figures'
				: `Used published figures of ${about.join(', ')}`,
		agreed: (title: string) => `Agreed the baseline ${quoted(title)}`,
		rebased: (what: string) => `Re-based: ${what}`,
		chosen: (what: string) => `Chosen: ${what}`,
		switched: (what: string, isOn: boolean) => `Switched ${isOn ? 'on' : 'off'} the ${what}`
	} satisfies Partial<Record<Act | 'pastedInto', unknown>>,
	clash: {
		by: (name: string, moment: string) => `${name} changed this on ${moment}`,
		somebody: 'Somebody changed this meanwhile',
		line: (who: string, label: string, found: string, wanted: string) =>
			`${who}. ${label} is now ${found}; you wanted ${wanted}.`,
		rowLine: (who: string, label: string, found: string, wanted: string) =>
			`${who}. ${label} is ${found}; you wanted it ${wanted}.`,
		gone: 'not there any longer',
		there: 'there already',
		other: 'not as you saw it',
		place: (number: number) => `in place ${number}`
	},
	history: {
		title: 'History',
		empty: 'Nothing has been done here yet.',
		you: 'you',
		other: 'a colleague',
		byWhom: (name: string, who: string) => `${name} (${who})`,
		standings: { done: 'Done', undone: 'Undone', dropped: 'Undone for good' },
		droppedNote:
			'Undone for good: something else was done after it was undone, so it cannot be done again.',
		goBack: 'Go back to here',
		goBackWhat: (title: string) => `: take back everything after ${quoted(title)}`,
		redoTo: 'Do again up to here',
		redoWhat: (title: string) => `: ${quoted(title)}`,
		present: 'This is where you are now',
		start: 'Before the first edit',
		startWhat: ': take back everything',
		reason: (reason: string) => `Reason: ${reason}`
	},
	lines: {
		caption: 'What it changed',
		captionOf: (title: string) => `What it changed: ${title}`,
		rest: (caption: string) => `${caption}, the other lines`,
		field: 'What',
		was: 'Was',
		now: 'Is',
		details: (count: number) => `Show ${counted(count, 'line', 'lines')}`,
		more: (count: number) => `${counted(count, 'more step', 'more steps')} not told here.`,
		all: (count: number) => `Show all ${count.toLocaleString('en-GB')} lines`,
		dash: '–'
	}
};
