import { quoted } from './sentences';

const plural = (count: number, one: string, many: string): string =>
	`${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
const cells = (count: number): string => plural(count, 'cell', 'cells');
const stays = (count: number): string =>
	plural(
		count,
		'cell cannot be edited and stays as it is.',
		'cells cannot be edited and stay as they are.'
	);
const rows = (count: number): string => plural(count, 'row', 'rows');

const verbs = {
	pasted: { now: 'Paste', done: 'pasted' },
	filled: { now: 'Fill', done: 'filled' },
	cleared: { now: 'Clear', done: 'cleared' }
} as const;

/** Every word of a table that people fill in. */
export const grid = {
	hint: 'Arrow keys move, Enter edits, and the question mark shows all keys.',
	rowHeading: 'Row',
	formHeading: 'Form',
	edit: 'Edit',
	editRow: (label: string) => `${label} as a form`,
	addRow: 'Add a row',
	newRow: 'New row',
	pasteRows: {
		open: 'Paste rows',
		label: 'Rows from a spreadsheet',
		hint: 'Copy rows in your spreadsheet and paste them here; they are added below the last row. With their headings, the columns may stand in any order.',
		order: (columns: readonly string[]) => `Without, they stand as here: ${columns.join(', ')}.`,
		read: 'Add these rows',
		none: 'There are no rows to add; copy them in your spreadsheet and paste them here.',
		unknown: (headings: readonly string[]) =>
			`These headings name no column of this table, or one twice: ${headings
				.map((heading) => (heading === '' ? 'an empty heading' : quoted(heading)))
				.join(', ')}. Rename them or leave the columns out.`
	},
	keys: 'Keys and marks',
	close: 'Close',
	cancel: 'Cancel',
	save: 'Save',
	add: 'Add this row',
	remove: 'Remove this row',
	more: (shown: number, all: number) =>
		`The first ${shown} of ${rows(all)} are shown. Turn on JavaScript to see and edit them all.`,
	marks: {
		blank: 'blank',
		was: (value: string) => `was ${value}`,
		changed: 'changed in this scenario',
		calculated: 'calculated',
		locked: 'locked',
		assumed: 'assumed',
		absent: 'does not apply',
		removed: 'taken away by this change',
		note: 'note'
	},
	about: {
		cell: (column: string, row: string, value: string) => `${column}, ${row}: ${value}.`,
		was: (value: string) => `Changed in this scenario; it was ${value}.`,
		changed: 'Changed in this scenario.',
		calculated: 'Calculated.',
		opens: 'Calculated: press Enter to see how it was worked out.',
		locked: 'Locked: nobody can change it here.',
		removed: 'Taken away by this change.',
		assumed: 'Filled by an assumption pack.',
		absent: (column: string, row: string) => `${column}, ${row}: does not apply.`,
		by: (by: string) => `This change works it out: ${by}.`,
		note: (note: string) => `Note: ${note}`,
		selected: (count: number) => `${cells(count)} selected.`
	},
	said: {
		entered: (column: string, row: string, value: string) =>
			`Entered: ${column}, ${row}, ${value}.`,
		done: (how: keyof typeof verbs, count: number) => `${cells(count)} ${verbs[how].done}.`,
		added: (count: number) => `${rows(count)} added.`,
		removed: (row: string) => `Removed: ${row}.`,
		broughtBack: (row: string) => `Brought back: ${row}.`,
		enteredRow: (row: string, count: number) => `Entered: ${row}, ${cells(count)}.`,
		kept: stays,
		left: (count: number) => plural(count, 'cell left as it is.', 'cells left as they are.'),
		copied: (count: number) => `${cells(count)} copied.`,
		nothing: 'Nothing to change.',
		cancelled: 'Cancelled.',
		cannotEdit: (column: string, row: string) => `${column}, ${row} cannot be edited.`,
		selected: (count: number) => `${cells(count)} selected.`,
		notSaved: (message: string) => `Not saved. ${message}`,
		broken: 'Something went wrong while keeping it; try again.',
		gone: 'Not saved: the row is no longer there.',
		failed: (text: string) => `You typed ${text}.`
	},
	keptOnce: (sum: string, value: string) => `${sum}; ${value} is kept, not the sum`,
	counted: (middle: string) => `counted as ${middle}`,
	preview: {
		title: (how: keyof typeof verbs, count: number) => `${verbs[how].now} ${cells(count)}`,
		edits: (count: number) => `${cells(count)} will have another value.`,
		newRows: (count: number) => `${rows(count)} will be added.`,
		same: (count: number) =>
			plural(count, 'cell holds the value already.', 'cells hold the value already.'),
		skipped: stays,
		problems: (count: number) => plural(count, 'problem', 'problems'),
		bareShares:
			'Numbers without % in a percentage column are read as per cent: 0.5 is 0.5%, not 50%.',
		row: 'Row',
		column: 'Column',
		typed: 'What it says',
		message: 'What is wrong',
		firstProblems: (shown: number, all: number) => `The first ${shown} of ${all} are listed.`,
		/** Says exactly what is done and what is left. */
		confirm: (
			how: keyof typeof verbs,
			good: { readonly cells: number; readonly rows: number },
			left: { readonly cells: number; readonly rows: number }
		): string => {
			const done = [
				good.cells > 0 || good.rows === 0
					? `${verbs[how].now.toLowerCase()} ${cells(good.cells)}`
					: '',
				good.rows > 0 ? `add ${rows(good.rows)}` : ''
			].filter((part) => part !== '');
			const rest = [
				left.cells > 0
					? `leave ${cells(left.cells)} as ${left.cells === 1 ? 'it is' : 'they are'}`
					: '',
				left.rows > 0 ? `leave out ${rows(left.rows)}` : ''
			].filter((part) => part !== '');
			const all = [...done, ...rest];
			const sentence =
				all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
			return sentence.charAt(0).toUpperCase() + sentence.slice(1);
		}
	},
	part: (caption: string, part: number, parts: number) => `${caption}, part ${part} of ${parts}`,
	form: {
		title: (row: string) => `Edit ${row}`,
		problem: 'There is a problem',
		problemIn: (field: string, message: string) => `${field}: ${message}`,
		unit: (unit: string) => `In ${unit}.`,
		share: 'A percentage, such as 3.5%.',
		range: 'A range such as 4 to 6 is welcome.',
		month: 'For example, April 2026.',
		date: 'For example, 3 November 2026.',
		year: 'For example, 2026/27.',
		mayBeBlank: 'Leave it empty if it is not known.',
		notEdited: 'Not edited here',
		removed: 'Taken away by this change',
		bringBack: 'Bring it back',
		working: 'How was this worked out?',
		open: 'Open',
		noChoice: 'Blank'
	},
	find: {
		label: 'Find in this table',
		next: 'Next',
		previous: 'Previous',
		none: 'Nothing found.',
		at: (number: number, count: number, place: string) => `${number} of ${count}: ${place}`
	},
	help: {
		title: 'Keys and marks',
		key: 'Key',
		does: 'What it does',
		rows: [
			['Arrow keys', 'Move from cell to cell'],
			['Home, End', 'First or last cell of the row'],
			['Ctrl and Home, Ctrl and End', 'First or last cell of the table'],
			['Page Up, Page Down', 'Move by a screen'],
			['Enter, F2 or typing', 'Edit the cell; Enter opens the working of a calculated one'],
			['Enter while editing', 'Keep it and move down'],
			[
				'Tab while editing',
				'Keep it and move right; Tab goes on from cell to cell until another key is pressed, and then leaves the table'
			],
			['Alt and Enter while editing text', 'New line'],
			['Esc', 'Leave the cell as it was'],
			['Delete', 'Make the cells blank, which is not zero'],
			['Shift and arrow keys, or drag', 'Select several cells'],
			['Ctrl and A', 'Select all cells'],
			['Ctrl and C, X, V', 'Copy, cut and paste cells, also from and to a spreadsheet'],
			['Ctrl and D', 'Fill down: repeat the first selected row, or the cell above'],
			['Ctrl and Z, Ctrl and Y', 'Undo and redo'],
			['Ctrl and F', 'Find in this table, where it is long'],
			['Left arrow in the first cell', 'The button that opens the row as a form'],
			['?', 'Show this']
		],
		marks: 'Marks',
		mark: 'Mark',
		means: 'What it means',
		markRows: [
			['A bar on the left and “was”', 'Changed in this scenario, and what it was before'],
			['A dotted line under the value', 'Calculated: opens how it was worked out'],
			['locked', 'Nobody can change it here'],
			['A row struck through', 'Taken away by this change; its form brings it back'],
			['■ blank', 'Not known; blank is never zero'],
			['assumed', 'Filled by an assumption pack'],
			['–', 'Does not apply to this row'],
			['note', 'Has a note, shown below the table']
		]
	}
};
