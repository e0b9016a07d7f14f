import { wrongWith } from '$lib/input/checked';
import { cellText, echoOf, readCell } from '$lib/input/human';
import type { Reading } from '$lib/input/reading';
import {
	isEditable,
	type GridCell,
	type GridChange,
	type GridColumn,
	type GridRow
} from '$lib/input/table';
import { grid as text } from '$lib/messages/grid';
import { quoted } from '$lib/messages/sentences';
import type { GridInput } from './gridInput';

/** A cell that is being typed in. */
export interface Editing {
	readonly row: string;
	readonly column: number;
	readonly text: string;
	/** The cell's own text, which is no edit. */
	readonly original: string;
	/** What is wrong with the text, once it was to be kept. */
	readonly message: string | null;
}

/** What typing needs of its table. */
interface TypingDoor {
	/** The current cell with the position of its column; null on a row's button. */
	readonly current: () => (Place & { readonly cell: GridCell; readonly at: number }) | null;
	/** Makes the current cell the only one that is selected. */
	readonly begin: () => void;
	readonly rowOf: (id: string) => GridRow | undefined;
	readonly say: (words: string) => void;
	readonly refuse: (message: string) => void;
	readonly keep: (change: GridChange, said: string, lost: string) => void;
	readonly focus: () => void;
}

/** What is typed into a cell, from the first key until it is kept or given up. */
export class GridTyping {
	readonly #input: GridInput;
	readonly #door: TypingDoor;
	#editing = $state.raw<Editing | null>(null);

	constructor(input: GridInput, door: TypingDoor) {
		this.#input = input;
		this.#door = door;
	}

	/** The cell that is being typed in, or null. */
	get editing(): Editing | null {
		return this.#editing;
	}

	/** Begins to edit the current cell; `isFresh` with nothing in it. Says so where it cannot be edited. */
	start(isFresh: boolean): void {
		const found = this.#door.current();
		if (found === null) return;
		const { row, column, cell, at } = found;
		if (this.#input.isReadOnly || !isEditable(column, cell)) {
			this.#door.say(text.said.cannotEdit(column.label, row.label));
			return;
		}
		const isChoice = column.type === 'choice' || column.type === 'yesNo';
		const original = isChoice ? (cell.value ?? '') : cellText(cell.value, column, cell.range);
		this.#door.begin();
		this.#editing = {
			row: row.id,
			column: at,
			text: isFresh && !isChoice ? '' : original,
			original,
			message: null
		};
	}

	/** Takes what is typed; a message stays until the text is to be kept again. */
	type(typed: string): void {
		if (this.#editing === null) return;
		this.#editing = { ...this.#editing, text: typed };
		this.#input.ontyping?.(this.#typedChange(this.#editing));
	}

	/** Leaves the cell as it was. */
	cancel(): void {
		this.#leave();
		this.#door.say(text.said.cancelled);
		this.#door.focus();
	}

	/** Keeps what is being typed; false when it cannot be read or is refused, and then it goes on being edited. */
	keep(): boolean {
		const editing = this.#editing;
		if (editing === null) return true;
		const found = this.#placeTyped(editing);
		if (editing.text === editing.original || found === null) {
			this.#leave();
			if (editing.text !== editing.original)
				this.#door.refuse(`${text.said.gone} ${text.said.failed(quoted(editing.text))}`);
			return true;
		}
		const { row, column } = found;
		const reading = readIn(found, editing.text);
		const message = this.#wrongWith(found, reading, editing.text);
		if (!reading.ok || message !== null) {
			this.#editing = { ...editing, message };
			return false;
		}
		const change = changeOf(found, reading);
		if (change !== null)
			this.#door.keep(
				change,
				text.said.entered(column.label, row.label, echoOf(reading.value, column, reading.range)),
				text.said.failed(quoted(editing.text))
			);
		this.#leave();
		return true;
	}

	/** What would be kept of the text as it stands; null where that is nothing, or cannot be read. */
	#typedChange(editing: Editing): GridChange | null {
		const found = this.#placeTyped(editing);
		if (found === null || editing.text === editing.original) return null;
		const reading = readIn(found, editing.text);
		return reading.ok && this.#wrongWith(found, reading, editing.text) === null
			? changeOf(found, reading)
			: null;
	}

	#placeTyped(editing: Editing): Place | null {
		const row = this.#door.rowOf(editing.row);
		const column = this.#input.columns[editing.column];
		return row === undefined || column === undefined ? null : { row, column };
	}

	#wrongWith({ row, column }: Place, reading: Reading, typed: string): string | null {
		return wrongWith(this.#input.check, row.id, column.id, typed, reading);
	}

	/** Ends typing; what was only shown while it lasted goes back. */
	#leave(): void {
		this.#editing = null;
		this.#input.ontyping?.(null);
	}
}

interface Place {
	readonly row: GridRow;
	readonly column: GridColumn;
}

/** What a text says in its cell. */
function readIn({ row, column }: Place, typed: string): Reading {
	return readCell(typed, column, row.cell(column.id).adjusts);
}

/** What was read as a change of its cell; null where the cell says so already. */
function changeOf(
	{ row, column }: Place,
	{ value, range, adjustment }: Extract<Reading, { ok: true }>
): GridChange | null {
	if (value === row.cell(column.id).value && range === undefined) return null;
	const edit = {
		row: row.id,
		column: column.id,
		value,
		...(range && { range }),
		...(adjustment && { adjustment })
	};
	return { how: 'typed', edits: [edit], newRows: [] };
}
