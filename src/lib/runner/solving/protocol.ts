import type { CouncilFile } from '$lib/model';

/** What is to be found: the switching value of every input for a figure, or what one input must be for a target. */
export type SolvingTask =
	| { readonly task: 'switch'; readonly figure: string }
	| {
			readonly task: 'solve';
			readonly figure: string;
			/** The year of a figure by year, counted from 0. */
			readonly y: number;
			/** The input by its reference, and the range that is looked through, as decimal text. */
			readonly input: string;
			readonly low: string;
			readonly high: string;
			/** A value as decimal text, or the year by which it is paid back, counted from 0. */
			readonly target: { readonly value: string } | { readonly byYear: number };
	  };

/** What a page asks the worker: of which scenario of which council, and whether packs fill blanks. */
export interface ToSolvingWorker {
	readonly file: CouncilFile;
	readonly scenario: string;
	readonly packs: boolean;
	readonly task: SolvingTask;
}

/** One input with where the goal is met, or why it is not; numbers as decimal text. */
export interface SolvedInput {
	readonly ref: string;
	readonly label: string;
	readonly unit: string;
	readonly now: string | null;
	readonly low: string;
	readonly high: string;
	readonly found:
		{ readonly at: string } | { readonly none: 'noEffect' | 'notInRange' | 'notKnown' };
}

/** What the worker says back: how many of how many inputs are done, what was found, or what went wrong. */
export type FromSolvingWorker =
	| { readonly say: 'progress'; readonly done: number; readonly of: number }
	| { readonly say: 'found'; readonly solutions: readonly SolvedInput[] }
	| { readonly say: 'trouble'; readonly message: string };
