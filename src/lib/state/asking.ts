import type { Clash, SavedEdit } from '$lib/exchange/editing';
import type { UndoWish, Wish } from './wish';

/** Something that only the person can decide before the work goes on. */
export type Question =
	/** Others changed what this edit was to change: keep one's own, or use theirs. */
	| { readonly ask: 'clash'; readonly clashes: readonly Clash[]; readonly edit: Wish }
	/** Undoing would take back edits of others. */
	| { readonly ask: 'others'; readonly edits: readonly SavedEdit[]; readonly wish: UndoWish }
	/** Every edit carries a name, and nobody has given one. */
	| { readonly ask: 'name' };

/** Something that was done and is not there any longer, or that could not be done: the person has to know. */
export type Notice =
	/** An edit that is not kept: the server's reason, or null where it does not fit what others have done meanwhile. */
	| { readonly tell: 'lost'; readonly edit: Wish; readonly why: string | null }
	/** An undo or redo that would overwrite what is there now. */
	| {
			readonly tell: 'stuck';
			readonly direction: 'undo' | 'redo';
			readonly clashes: readonly Clash[];
	  }
	/** An undo or redo that the server refused, in its words. */
	| { readonly tell: 'refused'; readonly message: string };
