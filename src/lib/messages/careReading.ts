import { sentenceList } from '$lib/format';
import { counted } from './counted';

/** Words of reading a return: the files, their quality, and what of them would be kept. */
export const careReading = {
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
		scoring: (percent: string) =>
			`Counting, and scoring both methods on years that are held back: ${percent}`,
		noScript: 'Files are read in the browser, which needs JavaScript.',
		again: 'Read other files',
		done: 'What was read',
		summary: (headers: string, episodes: string, uasc: string) =>
			`${headers}, ${episodes} and ${uasc} were read.`,
		headers: (count: number) => counted(count, 'header row', 'header rows'),
		episodes: (count: number) => counted(count, 'episode', 'episodes'),
		uasc: (count: number) => counted(count, 'UASC row', 'UASC rows'),
		covers: (from: string, to: string) => `They cover ${from} to ${to}.`,
		beyond: (returned: string) =>
			`A row names a day after ${returned}, the end of the last year returned. If that is a slip, mend it in the file; what is counted up to ${returned} is right all the same.`,
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
	}
};
