import type { CellCheck, GridChange, GridColumn, GridRow, KeepChange } from '$lib/input/table';

/** What a table is given by its page; read anew whenever it is needed. */
export interface GridInput {
	readonly columns: readonly GridColumn[];
	readonly rows: readonly GridRow[];
	readonly isReadOnly: boolean;
	readonly takesRows: boolean;
	readonly check: CellCheck | undefined;
	readonly oncommit: KeepChange;
	/** Told what would be kept of what is being typed; null when typing ends or cannot be read. */
	readonly ontyping: ((change: GridChange | null) => void) | undefined;
}
