import type { Area } from '$lib/input/plan';
import type { GridCell, GridChange, GridColumn, GridRow } from '$lib/input/table';
import { grid as text } from '$lib/messages/grid';
import { between, sizeOf } from './area';
import { GridBlocks } from './gridBlocks.svelte';
import type { GridInput } from './gridInput';
import { GridTyping } from './gridTyping.svelte';
import { clamped, tabbed, type Bounds, type Spot } from './keys';

/** Where one is in a table, what is selected, what is being typed, and what was said about it. */
export class GridState {
	readonly #input: GridInput;
	readonly #focus: () => void;
	#at = $state.raw({ id: '', row: 0, column: 0 });
	#from = $state.raw({ id: '', row: 0, column: 0 });
	#said = $state('');
	#problem = $state<string | null>(null);
	// Made anew with the rows and never changed.
	// eslint-disable-next-line svelte/prefer-svelte-reactivity
	readonly #index = $derived.by(() => new Map(this.#input.rows.map(({ id }, row) => [id, row])));
	readonly #spot = $derived.by(() => this.#placeOf(this.#at));
	readonly #area = $derived.by(() => between(this.#placeOf(this.#from), this.#spot));
	/** The rows that one screen shows. */
	page = 10;
	/** What is typed into a cell. */
	readonly typing: GridTyping;
	/** The commands that take or lay several cells at once. */
	readonly blocks: GridBlocks;
	/** True from a Tab that kept a cell until another key: Tab then goes on to the next cell. */
	isEntering = false;

	constructor(input: GridInput, focus: () => void) {
		this.#input = input;
		this.#focus = focus;
		this.typing = new GridTyping(input, {
			current: () => {
				const found = this.cellAt(this.#spot);
				return found === undefined ? null : { ...found, at: this.#spot.column };
			},
			begin: () => {
				this.#from = this.#at;
				this.#problem = null;
			},
			rowOf: (id) => this.#input.rows[this.#index.get(id) ?? -1],
			say: (words) => this.say(words),
			refuse: (message) => this.refuse(message),
			keep: (change, said, lost) => void this.#keep(change, said, lost),
			focus
		});
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

	/** Says something to those who do not see it; the same words twice are said twice. What was refused before is over. */
	say(words: string): void {
		this.#problem = null;
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

	/** Keeps what is being typed and goes down, or up. */
	keepAndGo(rows: number): void {
		if (!this.typing.keep()) return;
		this.isEntering = true;
		this.select({ ...this.#spot, row: this.#spot.row + rows });
		this.#focus();
	}

	/** Keeps what is being typed and goes to the next cell; true where the browser's Tab leaves the table instead. */
	keepAndTab(isBack: boolean): boolean {
		if (!this.typing.keep()) return false;
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
