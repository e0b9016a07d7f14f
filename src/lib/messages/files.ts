import type { ImportSort } from '$lib/exchange/importing';
import type { Kind } from '$lib/model';
import { edits } from './edits';
import { records } from './records';
import { quoted } from './sentences';

const sorts: Readonly<Record<string, string>> = {
	council: 'Details of the council',
	facts: 'Facts',
	packs: 'Assumption packs',
	agreed: 'Agreed baselines',
	scenarios: 'Scenarios',
	changes: 'Changes'
};

/** Words of the pages on which a council file is brought in. */
export const files = {
	title: 'Import a council file',
	lead: 'You see what the file would change before anything is kept. The import is one edit, which you can undo.',
	newLead:
		'The file’s council is kept beside those that are here. Nothing is kept of a file that cannot be read.',
	choose: 'Council file',
	chooseHint: 'A file that ends in .json, as “Download the council file” gives it.',
	paste: 'Or paste its text',
	preview: 'See what it would change',
	add: 'Add the council',
	back: 'Back to the start page',
	empty: 'Choose a file or paste its text',
	error: 'Error:',
	problems: (count: number) =>
		`The file cannot be used: ${edits.counted(count, 'problem', 'problems')}`,
	nothingKept: 'Nothing was kept.',
	exists: (name: string) =>
		`${quoted(name)} is kept here already. Import the file into it to see what it would change.`,
	intoIt: (name: string) => `Import into ${quoted(name)}`,
	same: 'The file says what is kept here already. There is nothing to import.',
	other: (name: string, own: string) =>
		`This is the file of another council, ${quoted(name)}. It changes nothing in ${quoted(own)}.`,
	addOther: (name: string) => `Add ${quoted(name)} beside it`,
	whatChanges: 'What the file would change',
	countsCaption: 'Rows that the file would change',
	sort: 'Rows',
	added: 'Added',
	removed: 'Taken out',
	changed: 'Changed',
	moved: 'Moved',
	linesCaption: 'Line by line',
	more: (count: number) => edits.lines.more(count),
	confirm: 'Import',
	leave: 'Leave it',
	done: 'The file was imported. You can undo it above.',
	editing: (name: string) => `You are importing into ${quoted(name)}`,
	editingNote: 'Nothing changes before you press “Import”.',
	sortName: (sort: ImportSort): string => sorts[sort] ?? records[sort as Kind].many
};
