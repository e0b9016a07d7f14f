import type { ReadPublished } from '$lib/exchange/published/readPublished';
import type { PublishedCouncil, PublishedForecasts, scorePublished } from '$lib/model';
import type { ChosenFile } from '../returns/protocol';

/** How far reading has come. */
export interface PublishedProgress {
	/** The file at hand; null before the first and after the last, when all councils are forecast. */
	readonly file: string | null;
	/** 0 to 1. */
	readonly share: number;
}

/** Everything that files say, worked out once for all councils. */
export interface Published {
	readonly councils: readonly PublishedCouncil[];
	/** The last 31 March with children in care; null where no file has any. */
	readonly last: number | null;
	readonly forecast: PublishedForecasts | null;
	/** How near the forecast of the last day from the one before came; null where it cannot be told. */
	readonly score: ReturnType<typeof scorePublished>[number] | null;
}

/** What published files say, and what follows for every council in them. */
export interface PublishedFound {
	readonly read: ReadPublished;
	readonly found: Published;
}

/** What a page asks the worker that reads published files. */
export interface ToPublishedWorker {
	readonly files: readonly ChosenFile[];
	/** The first year of the council's projection, as the calendar year in which it starts. */
	readonly firstYear: number;
}

/** What the worker says back. */
export type FromPublishedWorker =
	| { readonly say: 'progress'; readonly progress: PublishedProgress }
	| ({ readonly say: 'found' } & PublishedFound)
	| { readonly say: 'trouble'; readonly message: string };
