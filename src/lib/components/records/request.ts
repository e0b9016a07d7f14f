import type { CellEdit, GridColumn, GridRow } from '$lib/input/table';
import type { Council, Kind, Operation, Outcome, Target } from '$lib/model';

/** The records of one kind as a table that people edit, under the baseline or one change of a scenario. */
export interface RecordTable {
	readonly columns: readonly GridColumn[];
	/** Those of a row's form: also the services and areas that no record names yet. */
	readonly formColumns: readonly GridColumn[];
	readonly rows: readonly GridRow[];
	/** What is wrong with a value for a cell, in one sentence; null where it may stand there. */
	readonly check: (row: string | null, column: string, value: string | null) => string | null;
	/** The steps that carry out cells' edits; or what stands against them. */
	readonly stepsOf: (edits: readonly CellEdit[]) => readonly Operation[] | Outcome;
	/** What it was made for, by which the next one knows what it may take over. */
	readonly request: TableRequest;
}

/** How a kind's table is wanted. */
export interface TableRequest {
	readonly council: Council;
	readonly target: Target;
	readonly kind: Kind;
	/** Whether assumption packs fill blanks. */
	readonly packs: boolean;
	/** Where the evidence of a fact stands; without it rows do not say what they rest on. */
	readonly evidenceOf?: ((fact: string) => string) | undefined;
	/** True where nothing may be edited, for nobody has said yet what the edit is for. */
	readonly isReadOnly: boolean;
}
