import type { Decimal } from 'decimal.js';

/** What kind of thing a column of a table holds, which decides how a person's typing is read. */
export type CellType = 'number' | 'text' | 'choice' | 'month' | 'date' | 'year' | 'yesNo';

/** One of the values that a choice may have: as files hold it, and as people read it. */
export interface Option {
	readonly value: string;
	readonly label: string;
}

/** A column of a table that people fill in. */
export interface GridColumn {
	readonly id: string;
	readonly label: string;
	/** The unit of a number as the records name it: 'FTE', '£ a year', 'share of 1' (shown and read as per cent). */
	readonly unit?: string;
	/** One sentence on what the column means. */
	readonly meaning?: string;
	readonly type: CellType;
	/** What a choice may be. */
	readonly options?: readonly Option[];
	/** How a financial year is written; as files hold it where this is left out. */
	readonly writeYear?: (label: string) => string;
	/** True where nobody may edit any cell of the column. */
	readonly isReadOnly?: boolean;
	/** False where an empty cell is a mistake. */
	readonly canBeBlank: boolean;
	/** True where '4 to 6' is welcome: the middle becomes the value, and low and high go with it. */
	readonly takesRange?: boolean;
}

/** A typed range, both ends as canonical text in the column's unit. */
export interface Range {
	readonly low: string;
	readonly high: string;
}

/** How a cell came to its value, which is shown by a word and a mark. */
export type CellState =
	'plain' | 'changed' | 'calculated' | 'locked' | 'missing' | 'assumed' | 'absent' | 'removed';

/** What is typed to work on the value of a cell: multiply it, or add to it in the column's unit. */
export type TypedAdjustment =
	| { readonly edit: 'scale'; readonly factor: Decimal }
	| { readonly edit: 'shift'; readonly by: Decimal };

/** What a typed adjustment of a cell works on, and whether it is kept as such or only its result. */
export interface CellAdjusts {
	readonly from: string | null;
	readonly isKept: boolean;
	/** True where nothing is stated to work on, and an assumption pack fills the cell. */
	readonly isAssumed?: boolean;
}

/** A cell: its canonical text ('0.035' for 3.5%, '2026-04' for a month; null is blank) and what people see. */
export interface GridCell {
	readonly value: string | null;
	readonly shown: string;
	/** Nobody edits calculated, locked and absent cells; absent means that the field does not apply to the row. */
	readonly state: CellState;
	/** What stood there before this scenario changed it, as people read it. */
	readonly was?: string;
	/** What this scenario multiplies it by or adds to it: '× 0.9'. */
	readonly by?: string;
	/** The range that goes with the value, where one was typed. */
	readonly range?: Range;
	/** Where the working of a cell that cannot be edited is shown. */
	readonly href?: string;
	readonly note?: string;
	/** Where '× 0.9' and 'add 2' may be typed. */
	readonly adjusts?: CellAdjusts;
}

/** A row of a table, named by its label; the hint tells rows of one name apart, such as the team. */
export interface GridRow {
	readonly id: string;
	readonly label: string;
	readonly hint?: string | undefined;
	/** True where the row is taken away here: it is still shown, and can be brought back. */
	readonly isRemoved?: boolean;
	readonly cell: (column: string) => GridCell;
}

/** One cell's new value, as canonical text; null makes it blank. */
export interface CellEdit {
	readonly row: string;
	readonly column: string;
	readonly value: string | null;
	readonly range?: Range;
	/** What was typed to come to the value, where that was an adjustment. */
	readonly adjustment?: TypedAdjustment;
}

/** What a field of a new row holds, as canonical text, with its range where one was typed. */
export interface NewCell {
	readonly value: string | null;
	readonly range?: Range;
}

/** The fields of a row that is to be added, by column; a column that is missing was not filled in. */
export type NewRow = Readonly<Record<string, NewCell>>;

/** Says what is wrong with a value that could be read, in one sentence, or null; the row is null while it is new. */
export type CellCheck = (row: string | null, column: string, value: string | null) => string | null;

/** Whether a person may change a cell of the column. */
export function isEditable(column: GridColumn, cell: GridCell): boolean {
	return (
		column.isReadOnly !== true &&
		cell.state !== 'calculated' &&
		cell.state !== 'locked' &&
		cell.state !== 'absent' &&
		cell.state !== 'removed'
	);
}

/** What a person did to a table in one go, which one undo takes back. */
export interface GridChange {
	readonly how: 'typed' | 'pasted' | 'filled' | 'cleared' | 'form';
	readonly edits: readonly CellEdit[];
	readonly newRows: readonly NewRow[];
}

/** Keeps a change; answers null once it is kept, or one sentence on why it is not. */
export type KeepChange = (change: GridChange) => string | null | Promise<string | null>;
