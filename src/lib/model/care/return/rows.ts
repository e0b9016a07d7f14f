import type { DayNumber } from '../../calendar/days';

/** Where a row stood: the file by its place in the list of files, and the row as a spreadsheet counts it, the heading being 1. */
export interface RowPlace {
	readonly file: number;
	readonly row: number;
}

/** One row of a header file: a child in a year's return. A child-level row: it never leaves the browser. */
export interface HeaderRow extends RowPlace {
	readonly child: string;
	/** 1 male, 2 female; blank where the file says nothing. */
	readonly sex: string;
	readonly born: DayNumber | null;
	/** The ethnicity code; blank where the file says nothing. */
	readonly ethnicity: string;
	/** The council, in files that several councils share; blank in a council's own return. */
	readonly council: string;
	/** The year of the return: 2024 for 1 April 2023 to 31 March 2024. */
	readonly year: number;
}

/** One row of an episodes file: a placement under a legal status, from one day to another. A child-level row. */
export interface EpisodeRow extends RowPlace {
	readonly child: string;
	/** DECOM, the day the episode began. */
	readonly start: DayNumber | null;
	/** DEC, the day it ended; null while it goes on. */
	readonly end: DayNumber | null;
	/** RNE, why it began: S, P, L, T, U or B. */
	readonly startReason: string;
	/** REC, why it ended: X1 where the child stays in care. */
	readonly endReason: string;
	readonly legalStatus: string;
	readonly placement: string;
	/** PLACE_PROVIDER: PR0 to PR5. */
	readonly provider: string;
	readonly year: number;
}

/** One row of a file of unaccompanied asylum-seeking children. A child-level row. */
export interface UascRow extends RowPlace {
	readonly child: string;
	/** DUC, the day on which the status ended or will end. */
	readonly ceases: DayNumber | null;
	readonly year: number;
}

/** The rows of one or more years' returns, as they were read and in the order of the files. */
export interface ReturnRows {
	/** The names of the files, for findings. */
	readonly files: readonly string[];
	readonly headers: readonly HeaderRow[];
	readonly episodes: readonly EpisodeRow[];
	readonly uasc: readonly UascRow[];
}
