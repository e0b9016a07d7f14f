import type { Council } from '../scenario/file';
import type { Json, Operation } from './operation';

/** A step that found something else than the person had seen: what they wanted, and what is there now. */
export interface Conflict {
	readonly row: string;
	/** Empty where it is the whole row that was added, removed or moved. */
	readonly path: readonly string[];
	readonly wanted: Json | undefined;
	readonly found: Json | undefined;
}

/** Something wrong with what an edit would leave: the row and the field, where they are known. */
export interface EditProblem {
	readonly row: string | null;
	readonly path: readonly string[];
	readonly message: string;
}

/** The council after an edit, the edit as it was carried out, the edit that takes it back, and the rows that it wrote. */
export interface Applied {
	readonly outcome: 'done';
	readonly council: Council;
	readonly operations: readonly Operation[];
	readonly inverse: readonly Operation[];
	/** Each row that was written with what it says now; null for one that was taken out. */
	readonly rows: ReadonlyMap<string, Json | null>;
	/** Lists whose order or length is another. */
	readonly lists: readonly string[];
}

/** What becomes of an edit: all of it is done, or none, and then either somebody was quicker or it would leave something wrong. */
export type Outcome =
	| Applied
	| { readonly outcome: 'conflict'; readonly conflicts: readonly Conflict[] }
	| { readonly outcome: 'problem'; readonly problems: readonly EditProblem[] };
