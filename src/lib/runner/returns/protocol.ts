import type { CareWindow, CleaningRule, Problem } from '$lib/model';

/** A file as a person gave it: its name, with its folder where it has one. */
export interface ChosenFile {
	readonly name: string;
	readonly file: Blob;
}

/** How far reading has come. */
export interface ReturnProgress {
	readonly step: 'opening' | 'reading' | 'cleaning';
	/** The file at hand; null where all are. */
	readonly file: string | null;
	/** 0 to 1. */
	readonly share: number;
}

/** A row that did not stay as it was, by the names of its file and of the file of the row that took its place. */
export interface FoundRow {
	readonly file: string;
	readonly row: number;
	readonly rule: CleaningRule;
	readonly because: { readonly file: string; readonly row: number } | null;
}

/** The days that files cover, and 31 March of the last year returned, after which a row may name a day by a slip. */
export interface ReturnDays {
	readonly from: string;
	readonly to: string;
	readonly returned: string;
}

/** What the page may know of the files that were read: it stays in the page, and is not sent anywhere. */
export interface ReturnReport {
	readonly files: readonly string[];
	readonly rows: CareWindow['rows'];
	/** The days that the files cover; null where they have no episode of a child with a date of birth. */
	readonly days: ReturnDays | null;
	readonly findings: readonly FoundRow[];
	/** Why each of the other files was refused whole. */
	readonly problems: readonly Problem[];
	/** Tables that are no part of what is read. */
	readonly passedOver: readonly string[];
}

/** A window that is asked for; both days are in it. */
export interface WantedWindow {
	readonly from: string;
	readonly to: string;
	readonly children: CareWindow['children'];
}

/** What a page says to the worker that reads returns. */
export type ToReturnWorker =
	| { readonly say: 'read'; readonly files: readonly ChosenFile[] }
	| { readonly say: 'count'; readonly wanted: WantedWindow };

/** What the worker says back. */
export type FromReturnWorker =
	| { readonly say: 'progress'; readonly progress: ReturnProgress }
	| { readonly say: 'report'; readonly report: ReturnReport }
	/** How far the scoring of a window is, 0 to 1. */
	| { readonly say: 'scoring'; readonly share: number }
	| { readonly say: 'window'; readonly kept: CareWindow }
	| { readonly say: 'trouble'; readonly message: string };
