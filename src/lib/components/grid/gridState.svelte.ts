import { cellText, echoOf, readCell } from '$lib/input/human';
import type { Area } from '$lib/input/plan';
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
import { between, sizeOf } from './area';
import { GridBlocks } from './gridBlocks.svelte';
import type { GridInput } from './gridInput';
import { clamped, tabbed, type Bounds, type Spot } from './keys';

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

/** Where one is in a table, what is selected, what is being typed, and what was said about it. */
export class GridState {
	readonly #input: GridInput;
	readonly #focus: () => void;
	#at = $state.raw({ id: '', row: 0, column: 0 });
	#from = $state.raw({ id: '', row: 0, column: 0 });
	#editing = $state.raw<Editing | null>(null);
	#said = $state('');
	#problem = $state<string | null>(null);
	// Made anew with the rows and never changed.
	// eslint-disable-next-line svelte/prefer-svelte-reactivity
	readonly #index = $derived.by(() => new Map(this.#input.rows.map(({ id }, row) => [id, row])));
	readonly #spot = $derived.by(() => this.#placeOf(this.#at));
	readonly #area = $derived.by(() => between(this.#placeOf(this.#from), this.#spot));
	/** The rows that one screen shows. */
	page = 10;
	/** The commands that take or lay several cells at once. */
	readonly blocks: GridBlocks;
	/** True from a Tab that kept a cell until another key: Tab then goes on to the next cell. */
	isEntering = false;

	constructor(input: GridInput, focus: () => void) {
		this.#input = input;
		this.#focus = focus;
		this.blocks = new GridBlocks(input, {
			area: () => this.#area,
			mark: (area) => this.#mark(area),
			say: (words) => this.say(words),
			refuse: (message) => this.refuse(message),
			keep: (change, said) => void this.#keep(change, said, ''),
			focus
		});
	}

	/** The one cell, or button of a row, that the keyboard reaches. */
	get spot(): Spot {
		return this.#spot;
	}

	/** The selected cells. */
	get area(): Area {
		return this.#area;
	}

	/** The cell that is being typed in, or null. */
	get editing(): Editing | null {
		return this.#editing;
	}

	/** What happened last, for those who do not see it. */
	get said(): string {
		return this.#said;
	}

	/** Why the last command was refused, or null. */
	get problem(): string | null {
		return this.#problem;
	}

	/** How far one can move. */
	get bounds(): Bounds {
		return {
			rows: this.#input.rows.length,
			columns: this.#input.columns.length,
			page: this.page,
			hasForms: !this.#input.isReadOnly
		};
	}

	/** Says something to those who do not see it; the same words twice are said twice. */
	say(words: string): void {
		this.#said = words === this.#said ? `${words}\u00a0` : words;
	}

	/** Makes a place the current one, extending the selection or starting it anew. */
	select(to: Spot, isExtended = false): void {
		const place = clamped(to, this.bounds);
		const at = { ...place, id: this.#input.rows[place.row]?.id ?? '' };
		this.#at = at;
		if (!isExtended) this.#from = at;
		this.#problem = null;
		if (isExtended && sizeOf(this.#area) > 1) this.say(text.said.selected(sizeOf(this.#area)));
	}

	/** Selects every cell; the current one stays where the keyboard is. */
	selectAll(): void {
		this.#mark({ row: 0, column: 0, rows: this.bounds.rows, columns: this.bounds.columns });
	}

	/** The cell of a place, with its row and column; undefined on a row's button. */
	cellAt(
		spot: Spot
	): { readonly row: GridRow; readonly column: GridColumn; readonly cell: GridCell } | undefined {
		const row = this.#input.rows[spot.row];
		const column = this.#input.columns[spot.column];
		return row === undefined || column === undefined
			? undefined
			: { row, column, cell: row.cell(column.id) };
	}

	/** Begins to edit the current cell; `isFresh` with nothing in it. Says so where it cannot be edited. */
	startEditing(isFresh: boolean): void {
		const found = this.cellAt(this.#spot);
		if (found === undefined) return;
		const { row, column, cell } = found;
		if (this.#input.isReadOnly || !isEditable(column, cell)) {
			this.say(text.said.cannotEdit(column.label, row.label));
			return;
		}
		const isChoice = column.type === 'choice' || column.type === 'yesNo';
		const original = isChoice ? (cell.value ?? '') : cellText(cell.value, column, cell.range);
		this.#from = this.#at;
		this.#problem = null;
		this.#editing = {
			row: row.id,
			column: this.#spot.column,
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
	cancelEditing(): void {
		this.#leave();
		this.say(text.said.cancelled);
		this.#focus();
	}

	/** Keeps what is being typed; false when it cannot be read or is refused, and then it goes on being edited. */
	keepEditing(): boolean {
		const editing = this.#editing;
		if (editing === null) return true;
		const found = this.#placeTyped(editing);
		if (editing.text === editing.original || found === null) {
			this.#leave();
			if (editing.text !== editing.original)
				this.refuse(`${text.said.gone} ${text.said.failed(quoted(editing.text))}`);
			return true;
		}
		const { row, column } = found;
		const reading = readCell(editing.text, column);
		const message = this.#wrongWith(found, reading);
		if (!reading.ok || message !== null) {
			this.#editing = { ...editing, message };
			return false;
		}
		const change = changeOf(found, reading);
		if (change !== null)
			void this.#keep(
				change,
				text.said.saved(column.label, row.label, echoOf(reading.value, column, reading.range)),
				text.said.failed(quoted(editing.text))
			);
		this.#leave();
		return true;
	}

	/** Keeps what is being typed and goes down, or up. */
	keepAndGo(rows: number): void {
		if (!this.keepEditing()) return;
		this.isEntering = true;
		this.select({ ...this.#spot, row: this.#spot.row + rows });
		this.#focus();
	}

	/** Keeps what is being typed and goes to the next cell; true where the browser's Tab leaves the table instead. */
	keepAndTab(isBack: boolean): boolean {
		if (!this.keepEditing()) return false;
		const next = tabbed(this.#spot, isBack, this.bounds);
		this.isEntering = next !== null;
		if (next !== null) this.select(next);
		this.#focus();
		return next === null;
	}

	/** Keeps the fields of a form; answers null, or why they are not kept. */
	async keepForm(change: GridChange, said: string): Promise<string | null> {
		const refusal = await this.#commit(change);
		if (refusal === null) this.say(said);
		return refusal;
	}

	/** What would be kept of the text as it stands; null where that is nothing, or cannot be read. */
	#typedChange(editing: Editing): GridChange | null {
		const found = this.#placeTyped(editing);
		if (found === null || editing.text === editing.original) return null;
		const reading = readCell(editing.text, found.column);
		return reading.ok && this.#wrongWith(found, reading) === null ? changeOf(found, reading) : null;
	}

	#placeTyped(editing: Editing): Place | null {
		const row = this.#input.rows[this.#index.get(editing.row) ?? -1];
		const column = this.#input.columns[editing.column];
		return row === undefined || column === undefined ? null : { row, column };
	}

	#wrongWith({ row, column }: Place, reading: Reading): string | null {
		return reading.ok
			? (this.#input.check?.(row.id, column.id, reading.value) ?? null)
			: reading.message;
	}

	/** Ends typing; what was only shown while it lasted goes back. */
	#leave(): void {
		this.#editing = null;
		this.#input.ontyping?.(null);
	}

	async #keep(change: GridChange, said: string, lost: string): Promise<void> {
		const refusal = await this.#commit(change);
		if (refusal === null) this.say(said);
		else this.refuse(text.said.notSaved(`${refusal} ${lost}`.trim()));
	}

	/** A page that fails must not look as if it had kept the change. */
	async #commit(change: GridChange): Promise<string | null> {
		try {
			return await this.#input.oncommit(change);
		} catch (cause) {
			reportError(cause);
			return text.said.broken;
		}
	}

	/** Says why a command was refused, below the table. */
	refuse(message: string): void {
		this.#problem = message;
		this.#said = '';
	}

	/** Selects an area with its first cell as the current one. */
	#mark(area: Area): void {
		const end = { row: area.row + area.rows - 1, column: area.column + area.columns - 1 };
		this.select(end);
		this.select(area, true);
	}

	#placeOf({ id, row, column }: { id: string; row: number; column: number }): Spot {
		return clamped({ row: this.#index.get(id) ?? row, column }, this.bounds);
	}
}

interface Place {
	readonly row: GridRow;
	readonly column: GridColumn;
}

/** What was read as a change of its cell; null where the cell says so already. */
function changeOf(
	{ row, column }: Place,
	{ value, range }: Extract<Reading, { ok: true }>
): GridChange | null {
	if (value === row.cell(column.id).value && range === undefined) return null;
	const edit = { row: row.id, column: column.id, value, ...(range && { range }) };
	return { how: 'typed', edits: [edit], newRows: [] };
}
