import {
	differenceOf,
	listOf,
	MOST_OPERATIONS,
	readCouncilText,
	type Council,
	type Kind,
	type Operation,
	type Problem
} from '$lib/model';
import { fileOf } from './councilFile';

/** The sorts of rows that a preview counts apart: kinds of records, and what else a council's file has. */
export type ImportSort = Kind | 'council' | 'facts' | 'packs' | 'agreed' | 'scenarios' | 'changes';

/** How many rows of one sort an import adds, takes out, changes, or only puts in another place. */
export interface ImportCount {
	readonly sort: ImportSort;
	readonly added: number;
	readonly removed: number;
	readonly changed: number;
	readonly moved: number;
}

/** What a council file would do to the council that is open. */
export type Import =
	| { readonly outcome: 'problem'; readonly problems: readonly Problem[] }
	/** It is a file of another council, which would stand beside this one. */
	| { readonly outcome: 'other'; readonly council: Council }
	/** The steps that make this council what the file says, and their counts by sort; none where it says the same. */
	| {
			readonly outcome: 'difference';
			readonly council: Council;
			readonly operations: readonly Operation[];
			readonly counts: readonly ImportCount[];
	  };

/** Reads the text of a council file for a preview: nothing is changed before the person has seen what it would do. */
export function readImport(text: string, council: Council): Import {
	const read = readCouncilText(text);
	if (!read.ok) return { outcome: 'problem', problems: read.problems };
	if (read.council.council.id !== council.council.id)
		return { outcome: 'other', council: read.council };
	const operations = differenceOf(council, read.council);
	if (operations.length > MOST_OPERATIONS)
		return { outcome: 'problem', problems: [tooMuch(operations)] };
	return { outcome: 'difference', council: read.council, operations, counts: countsOf(operations) };
}

/** The text of a council's file, which reads back as the same council. */
export function councilText(council: Council): string {
	return `${JSON.stringify(fileOf(council), null, '\t')}\n`;
}

function tooMuch(operations: readonly Operation[]): Problem {
	return {
		place: '',
		message: `the file differs from the council in ${String(operations.length)} places; ${String(MOST_OPERATIONS)} are the most that one import may change, so split it or give it an id of its own`
	};
}

/** Counts rows, not fields: a record with three new values is changed once. */
function countsOf(operations: readonly Operation[]): readonly ImportCount[] {
	const rows = new Map<ImportSort, Map<string, Operation['op']>>();
	for (const { op, row } of operations) {
		const sort = sortOf(row);
		const own = rows.get(sort) ?? new Map<string, Operation['op']>();
		rows.set(sort, own);
		// A row that is moved and changed counts as changed.
		if (op !== 'move' || !own.has(row)) own.set(row, op);
	}
	return [...rows].map(([sort, own]) => {
		const count = (op: Operation['op']): number =>
			[...own.values()].filter((other) => other === op).length;
		return {
			sort,
			added: count('insert'),
			removed: count('remove'),
			changed: count('set'),
			moved: count('move')
		};
	});
}

function sortOf(row: string): ImportSort {
	const [head = '', name = ''] = listOf(row).list.split('/');
	return (head === 'records' ? name : head) as ImportSort;
}
