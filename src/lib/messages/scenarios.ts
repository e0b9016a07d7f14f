import { quoted } from './sentences';

/** Words of the list of scenarios. */
export const scenarios = {
	title: 'Scenarios',
	lead: 'Each scenario is a list of dated changes to the baseline. The first has none: it is what happens if we change nothing.',
	caption: (period: string) => `Scenarios, ${period}`,
	captionNote: 'Net cost contains placements.',
	scenario: 'Scenario',
	changesOn: 'Changes switched on',
	onOf: (on: number, all: number) => (on === all ? String(on) : `${on} of ${all}`),
	net: (first: string) => `Net cost over the period against ${quoted(first)}`,
	comparator: 'Comparator',
	owners: 'Owners of changes',
	noOwner: 'None named',
	last: 'Last change',
	lastBy: (name: string, when: string) => `${name}, ${when}`,
	notEdited: 'Not edited here yet',
	afterSaving: 'Shown once saved',
	actions: 'Actions',
	copy: 'Copy',
	archive: 'Archive',
	bringBack: 'Bring back',
	remove: 'Delete',
	ofScenario: (title: string) => `: ${title}`,
	copyTitle: (title: string) => `Copy of ${title}`,
	only: 'There is no scenario besides ‘If we change nothing’ yet.',
	onlyWhy:
		'A scenario is a list of dated changes. With one you see what they do to the budget, to staff and to children, before anybody decides.',
	compare: 'Compare scenarios',
	add: 'New scenario',
	addTitle: 'Title',
	addHint: 'What it is about, such as ‘Close two centres’.',
	addButton: 'Add scenario',
	titleMissing: 'Write a title for the scenario',
	archived: (count: number) =>
		count === 1 ? 'One archived scenario' : `${count} archived scenarios`,
	archivedCaption: 'Archived scenarios',
	done: {
		added: (title: string) => `${quoted(title)} was added.`,
		archived: (title: string) => `${quoted(title)} was archived.`,
		broughtBack: (title: string) => `${quoted(title)} is back in the list.`,
		removed: (title: string) => `${quoted(title)} was deleted, with its changes.`
	},
	takeBack: 'Undo this',
	openChanges: 'Open its changes'
};
