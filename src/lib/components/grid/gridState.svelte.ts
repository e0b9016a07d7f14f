import { readBlock, writeBlock } from '$lib/input/block';
import { cellText, echoOf, readCell } from '$lib/input/human';
import { coveredArea, planBlock, type Area, type Plan } from '$lib/input/plan';
import {
	isEditable,
	type CellCheck,
	type GridCell,
	type GridChange,
	type GridColumn,
	type GridRow,
	type KeepChange
} from '$lib/input/table';
import { grid as text } from '$lib/messages/grid';
import { input as inputText } from '$lib/messages/input';
import { quoted } from '$lib/messages/sentences';
import { between, fillOf, sizeOf, textsOf } from './area';
import { clamped, tabbed, type Bounds, type Spot } from './keys';

/** What a table is given by its page; read anew whenever it is needed. */
export interface GridInput {
	readonly columns: readonly GridColumn[];
	readonly rows: readonly GridRow[];
	readonly isReadOnly: boolean;
	readonly takesRows: boolean;
	readonly check: CellCheck | undefined;
	readonly oncommit: KeepChange;
}

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

/** The commands that lay a block on the table. */
type LaidHow = 'pasted' | 'filled' | 'cleared';

/** A block that waits for a yes, because it is large or something in it is wrong. */
export interface Preview {
	readonly how: LaidHow;
	readonly plan: Plan;
	readonly count: number;
	readonly covered: Area;
}

const ASKS_ABOVE = 20;
const MOST_CELLS = 50_000;

/** Where one is in a table, what is selected, what is being typed, and what was said about it. */
export class GridState {
	readonly #input: GridInput;
	readonly #focus: () => void;
	#at = $state.raw({ id: '', row: 0, column: 0 });
	#from = $state.raw({ id: '', row: 0, column: 0 });
	#editing = $state.raw<Editing | null>(null);
	#preview = $state.raw<Preview | null>(null);
	#said = $state('');
	#problem = $state<string | null>(null);
	// Made anew with the rows and never changed.
	// eslint-disable-next-line svelte/prefer-svelte-reactivity
	readonly #index = $derived.by(() => new Map(this.#input.rows.map(({ id }, row) => [id, row])));
	readonly #spot = $derived.by(() => this.#placeOf(this.#at));
	readonly #area = $derived.by(() => between(this.#placeOf(this.#from), this.#spot));
	/** The rows that one screen shows. */
	page = 10;
	/** True from a Tab that kept a cell until another key: Tab then goes on to the next cell. */
	isEntering = false;

	constructor(input: GridInput, focus: () => void) {
		this.#input = input;
		this.#focus = focus;
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

	/** The block that waits for a yes, or null. */
	get preview(): Preview | null {
		return this.#preview;
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
		if (this.#editing !== null) this.#editing = { ...this.#editing, text: typed };
	}

	/** Leaves the cell as it was. */
	cancelEditing(): void {
		this.#editing = null;
		this.say(text.said.cancelled);
		this.#focus();
	}

	/** Keeps what is being typed; false when it cannot be read or is refused, and then it goes on being edited. */
	keepEditing(): boolean {
		const editing = this.#editing;
		if (editing === null) return true;
		const row = this.#input.rows[this.#index.get(editing.row) ?? -1];
		const column = this.#input.columns[editing.column];
		if (editing.text === editing.original || row === undefined || column === undefined) {
			this.#editing = null;
			if (editing.text !== editing.original)
				this.#refuse(`${text.said.gone} ${text.said.failed(quoted(editing.text))}`);
			return true;
		}
		const reading = readCell(editing.text, column);
		const message = reading.ok
			? (this.#input.check?.(row.id, column.id, reading.value) ?? null)
			: reading.message;
		if (!reading.ok || message !== null) {
			this.#editing = { ...editing, message };
			return false;
		}
		this.#editing = null;
		const { value, range } = reading;
		const cell = row.cell(column.id);
		if (value === cell.value && range === undefined) return true;
		void this.#keep(
			{
				how: 'typed',
				edits: [{ row: row.id, column: column.id, value, ...(range && { range }) }],
				newRows: []
			},
			text.said.saved(column.label, row.label, echoOf(value, column, range)),
			text.said.failed(quoted(editing.text))
		);
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

	/** The selected cells as text for the clipboard. */
	copy(): string {
		this.say(text.said.copied(sizeOf(this.#area)));
		return writeBlock(textsOf(this.#area, this.#input));
	}

	/** Lays the clipboard's text on the table from the selection on, or asks first. */
	paste(pasted: string): void {
		const block = readBlock(pasted);
		if (!block.ok) this.#refuse(inputText.ragged(block.row, block.cells, block.expected));
		else if (block.rows.length * (block.rows[0]?.length ?? 0) > MOST_CELLS)
			this.#refuse(inputText.tooMany(MOST_CELLS.toLocaleString('en-GB')));
		else this.#lay(block.rows, 'pasted', this.#area);
	}

	/** Repeats the first selected row in those below it; where one row is selected, the row above in it. */
	fillDown(): void {
		const fill = fillOf(this.#area);
		if (fill === null) this.say(text.said.nothing);
		else this.#lay(textsOf(fill.from, this.#input), 'filled', fill.into);
	}

	/** Makes the selected cells blank. */
	clear(): void {
		this.#lay([['']], 'cleared', this.#area);
	}

	/** Does what the preview shows. */
	confirm(): void {
		if (this.#preview === null) return;
		const { plan, how, covered } = this.#preview;
		this.#preview = null;
		this.#apply(plan, how, covered);
		this.#focus();
	}

	/** Leaves all as it is. */
	refusePreview(): void {
		this.#preview = null;
		this.say(text.said.cancelled);
		this.#focus();
	}

	/** Keeps the fields of a form; answers null, or why they are not kept. */
	async keepForm(change: GridChange, said: string): Promise<string | null> {
		const refusal = await this.#commit(change);
		if (refusal === null) this.say(said);
		return refusal;
	}

	#lay(block: readonly (readonly string[])[], how: LaidHow, area: Area): void {
		if (this.#input.isReadOnly || area.column < 0) {
			this.say(text.said.nothing);
			return;
		}
		const { columns, rows, takesRows, check } = this.#input;
		const target = { columns, rows, takesRows, check, area };
		const plan = planBlock(block, target);
		const covered = coveredArea(block, target);
		const count = sizeOf(covered);
		const [only] = plan.problems;
		if (count === 1 && only !== undefined) this.#refuse(only.message);
		else if (plan.problems.length > 0 || (how === 'pasted' && count > ASKS_ABOVE))
			this.#preview = { how, plan, count, covered };
		else this.#apply(plan, how, covered);
	}

	#apply(plan: Plan, how: LaidHow, covered: Area): void {
		this.#mark(covered);
		const { edits, newRows } = plan;
		const said = [
			edits.length > 0 ? text.said.done(how, edits.length) : '',
			newRows.length > 0 ? text.said.added(newRows.length) : '',
			plan.skipped > 0 ? text.said.kept(plan.skipped) : '',
			plan.leftCells > 0 ? text.said.left(plan.leftCells) : ''
		].filter((part) => part !== '');
		if (edits.length + newRows.length === 0) this.say([text.said.nothing, ...said].join(' '));
		else void this.#keep({ how, edits, newRows }, said.join(' '), '');
	}

	async #keep(change: GridChange, said: string, lost: string): Promise<void> {
		const refusal = await this.#commit(change);
		if (refusal === null) this.say(said);
		else this.#refuse(text.said.notSaved(`${refusal} ${lost}`.trim()));
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

	#refuse(message: string): void {
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
