import type { CareWindow, CleaningRule } from '$lib/model';
import { sentenceList } from '$lib/format';

const counted = (count: number, one: string, many: string): string =>
	`${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

const types: Readonly<Record<CareWindow['merged'][number], string>> = {
	foster: 'Foster care',
	kinship: 'Kinship foster care',
	residential: 'Children’s homes and residential schools',
	secure: 'Secure homes',
	supported: 'Supported accommodation',
	parents: 'With parents',
	adoption: 'Placed for adoption',
	other: 'Other placements'
};

const rules: Readonly<Record<CleaningRule, string>> = {
	shortBreak: 'Short break (legal status V3 or V4): left out',
	noStart: 'No start date: left out',
	endsBeforeStart: 'Ends before it starts: left out',
	noHeader: 'No header row for the child: left out',
	noBirthDate: 'No date of birth for the child: left out',
	sameStart: 'Starts on the same day as another row of the child, which was taken',
	sameEnd: 'Ends on the same day as another row of the child, which was taken',
	joined: 'Only the legal status or the paper changed: joined to the row before',
	endCut: 'Ended after the child’s next placement began: cut to that day',
	endFilled: 'Had no end although another placement follows: ended on that day'
};

/** Words of the pages on children in care from the council's own return. */
export const care = {
	title: 'Children in care from the return',
	types,
	rules,
	bands: {
		'under-1': 'Under 1',
		'1-4': '1 to 4',
		'5-9': '5 to 9',
		'10-15': '10 to 15',
		'16-17': '16 and 17'
	},
	tabs: {
		label: 'Children in care from the return',
		overview: 'History and forecast',
		rates: 'Rates and moves',
		use: 'Use in the baseline',
		import: 'Read a return'
	},
	children: {
		all: 'All children',
		uasc: 'Unaccompanied asylum-seeking children only',
		notUasc: 'Without unaccompanied asylum-seeking children'
	},
	window: (from: string, to: string) => `${from} to ${to}`,
	empty: {
		what: 'No return has been read yet.',
		why: 'Read the files of your SSDA903 return to see history, a forecast and rates. The rows of the files stay in this browser.',
		action: 'Read a return'
	},
	import: {
		title: 'Read a return of children in care',
		lead: 'Choose the files of your SSDA903 return: header, episodes and, where you have one, unaccompanied asylum-seeking children. Several years, folders and zip files can be read at once, in any order.',
		stays:
			'The rows stay in this browser. Only counts and rates of groups of children are kept, and you see them first.',
		files: 'Files',
		filesHint: 'Files that end in .csv, .txt or .zip.',
		folder: 'Or a folder',
		drop: 'Or drop files and folders here',
		read: 'Read the files',
		noFiles: 'Choose files or a folder',
		cancel: 'Cancel',
		cancelled: 'Reading was cancelled. Nothing was kept.',
		progress: {
			opening: 'Opening the files',
			reading: (file: string) => `Reading ${file}`,
			cleaning: 'Cleaning the rows'
		},
		percent: (share: number) => `${String(Math.round(share * 100))}%`,
		trouble: (message: string) =>
			`The files could not be read to the end, and nothing was kept: ${message}`,
		noScript: 'Files are read in the browser, which needs JavaScript.',
		again: 'Read other files',
		done: 'What was read',
		summary: (headers: string, episodes: string, uasc: string) =>
			`${headers}, ${episodes} and ${uasc} were read.`,
		headers: (count: number) => counted(count, 'header row', 'header rows'),
		episodes: (count: number) => counted(count, 'episode', 'episodes'),
		uasc: (count: number) => counted(count, 'UASC row', 'UASC rows'),
		covers: (from: string, to: string) => `They cover ${from} to ${to}.`,
		nothing: 'No episode of a child with a date of birth is in them. Nothing can be counted.',
		passedOver: (files: readonly string[]) =>
			`Passed over, because they are no part of what is read: ${sentenceList(files, 'and')}.`,
		refused: 'Files that were refused',
		refusedNote:
			'Nothing was taken from a file that is named here. Mend it and read the files again.',
		more: (count: number) => `and ${counted(count, 'more problem', 'more problems')}`
	},
	quality: {
		title: 'Data quality',
		none: 'Every row stayed as it was.',
		lead: (findings: string, rows: string) =>
			`${findings} of ${rows} did not stay as they were. The rules are those of the regional placement tool.`,
		rows: (count: number) => counted(count, 'row', 'rows'),
		byRule: 'Rows by what happened to them',
		rule: 'What happened',
		count: 'Rows',
		each: 'Row by row',
		file: 'File',
		row: 'Row',
		because: 'The row beside it',
		beside: (file: string, row: number) => `${file}, row ${String(row)}`,
		filter: 'Show',
		all: 'All rows',
		shown: (shown: number, of: number) =>
			`${shown.toLocaleString('en-GB')} of ${counted(of, 'row is', 'rows are')} shown.`,
		more: 'Show more',
		download: 'Download the list (CSV)',
		fileName: 'data-quality.csv',
		note: 'The list names files and rows, and no child.'
	},
	choose: {
		title: 'Choose what to count',
		lead: 'Rates are taken from the window’s days. A forecast starts from the children of its last day.',
		from: 'First day',
		to: 'Last day',
		dayHint: (from: string, to: string) => `Between ${from} and ${to}.`,
		children: 'Children',
		count: 'Count',
		order: 'The first day must come before the last.',
		outside: (from: string, to: string) => `Choose days between ${from} and ${to}.`
	},
	kept: {
		title: 'What would be kept',
		lead: 'These counts, the days and rates behind them, and nothing else. They are part of the baseline, and keeping them is one edit, which you can undo.',
		caption: 'Children in care on the last day, by type of placement',
		type: 'Type of placement',
		children: 'Children',
		total: 'All types',
		flows: (starts: string, exits: string, moves: string) =>
			`In the window ${starts} came into care, ${exits} left it, and there were ${moves} between types.`,
		starts: (count: number) => counted(count, 'child', 'children'),
		moves: (count: number) => counted(count, 'move', 'moves'),
		merged: (names: readonly string[]) =>
			`Counted as other placements, because fewer than six children were in them: ${sentenceList(names, 'and')}.`,
		keep: 'Keep these figures',
		replace: 'Keep these in place of the same window',
		saved: 'The figures were kept.',
		go: 'See history and forecast'
	},
	notForPublication: 'Not for publication: small counts of children are shown.',
	editing: (name: string) => `You are working on the return of ${name}`
};
