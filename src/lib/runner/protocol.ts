import type { CouncilFile, Operation } from '$lib/model';
import type { Impact } from './impact';
import type { Wanted } from './session';

/** What a page says to the worker. */
export type ToWorker =
	| { readonly say: 'open'; readonly file: CouncilFile }
	| { readonly say: 'apply'; readonly operations: readonly Operation[] }
	| { readonly say: 'impact'; readonly wanted: Wanted };

/** What the worker says back: what a wish came to and how long it took, or what went wrong. */
export type FromWorker =
	| { readonly say: 'impact'; readonly impact: Impact | null; readonly milliseconds: number }
	| { readonly say: 'trouble'; readonly message: string };
