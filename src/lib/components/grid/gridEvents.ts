import { flushSync } from 'svelte';
import type { GridState } from './gridState.svelte';
import { actionOf, type Action, type Spot } from './keys';

/** What the keys, the mouse and the clipboard need of a table besides its state. */
export interface GridDoor {
	/** The element of the current cell, where it is drawn. */
	readonly current: () => HTMLElement | null;
	/** Gives the focus to the current cell once it is drawn. */
	readonly focus: () => void;
	readonly showKeys: () => void;
	/** Goes to the table's own find; false where it has none. */
	readonly find: () => boolean;
	readonly undo: () => void;
	readonly redo: () => void;
}

/** Turns what a person does with keys, mouse, finger and clipboard into what it means for the table. */
export class GridEvents {
	readonly #grid: GridState;
	readonly #door: GridDoor;
	#isDragging = false;
	#isSecondClick = false;
	/** The cell that was selected by a click and nothing has been done since; null otherwise. */
	#clicked: Spot | null = null;

	constructor(grid: GridState, door: GridDoor) {
		this.#grid = grid;
		this.#door = door;
	}

	/** A key in a cell that is not being edited. */
	press(event: KeyboardEvent): void {
		this.#clicked = null;
		if (this.#grid.typing.editing !== null || event.defaultPrevented) return;
		if (event.key === 'Tab') {
			this.#tab(event);
			return;
		}
		if (event.key !== 'Shift') this.#grid.isEntering = false;
		const action = actionOf(
			{
				key: event.key,
				command: event.ctrlKey || event.metaKey,
				shift: event.shiftKey,
				alt: event.altKey
			},
			this.#grid.spot,
			this.#grid.bounds
		);
		if (action === null) return;
		if (action.kind === 'edit') this.#edit(event, action.isFresh);
		else if (this.#does(action)) event.preventDefault();
	}

	/** Pressing a mouse button or finger on a cell selects it, and with Shift up to it. */
	down(event: MouseEvent): void {
		const spot = spotOf(event.target);
		if (spot === null || event.button !== 0) return;
		event.preventDefault();
		if (!this.#grid.typing.keep()) return;
		this.#grid.isEntering = false;
		const hasFocus = this.#door.current()?.contains(document.activeElement) === true;
		this.#isSecondClick =
			hasFocus && !event.shiftKey && this.#clicked !== null && isSame(spot, this.#clicked);
		this.#clicked = event.shiftKey ? null : spot;
		this.#isDragging = true;
		this.#go(spot, event.shiftKey);
	}

	/** Dragging selects up to the cell under the pointer. */
	drag(event: MouseEvent): void {
		const spot = this.#isDragging && event.buttons === 1 ? spotOf(event.target) : null;
		if (spot === null || isSame(spot, this.#grid.spot)) return;
		this.#isSecondClick = false;
		this.#clicked = null;
		this.#go(spot, true);
	}

	/** Ends dragging, wherever the button is let go. */
	up(): void {
		this.#isDragging = false;
	}

	/** A second click on a cell edits it; the first, also on the cell where the keyboard is, only selects it. */
	click(event: MouseEvent): void {
		if (this.#isSecondClick && spotOf(event.target) !== null) this.#grid.typing.start(false);
	}

	/** The current cell is where the focus is, however it came there. */
	focusIn(event: FocusEvent): void {
		if (!(event.target instanceof Element) || this.#grid.typing.editing !== null) return;
		const spot = placeOf(event.target);
		if (spot !== null && !isSame(spot, this.#grid.spot)) this.#grid.select(spot);
	}

	/** Copies the selected cells; cutting makes them blank as well. */
	copy(event: ClipboardEvent, isCut: boolean): void {
		if (this.#isBusy()) return;
		event.preventDefault();
		event.clipboardData?.setData('text/plain', this.#grid.blocks.copy());
		if (isCut) this.#grid.blocks.clear();
	}

	/** Pastes what a spreadsheet or a table copied. */
	paste(event: ClipboardEvent): void {
		if (this.#isBusy()) return;
		event.preventDefault();
		this.#grid.blocks.paste(event.clipboardData?.getData('text/plain') ?? '');
	}

	/** While a cell is typed in, and on a row's button, the browser's own commands win. */
	#isBusy(): boolean {
		return this.#grid.typing.editing !== null || this.#grid.spot.column < 0;
	}

	#go(spot: Spot, isExtended: boolean): void {
		this.#grid.select(spot, isExtended);
		this.#door.focus();
	}

	/** After a cell was kept, Tab goes on through the cells; otherwise it leaves the table. */
	#tab(event: KeyboardEvent): void {
		if (!this.#grid.isEntering || this.#grid.spot.column < 0) return;
		if (!this.#grid.keepAndTab(event.shiftKey)) event.preventDefault();
	}

	/** Does what a key means; false where the browser should do it. */
	#does(action: Exclude<Action, { readonly kind: 'edit' }>): boolean {
		switch (action.kind) {
			case 'move':
				this.#go(action.to, action.extends);
				return true;
			case 'clear':
				this.#grid.blocks.clear();
				return true;
			case 'fillDown':
				this.#grid.blocks.fillDown();
				return true;
			case 'selectAll':
				this.#grid.selectAll();
				this.#door.focus();
				return true;
			case 'keys':
				this.#door.showKeys();
				return true;
			case 'find':
				return this.#door.find();
			case 'undo':
				this.#door.undo();
				return true;
			case 'redo':
				this.#door.redo();
				return true;
		}
	}

	#edit(event: KeyboardEvent, isFresh: boolean): void {
		if (event.target instanceof HTMLAnchorElement && !isFresh) return;
		if (!isFresh) event.preventDefault();
		// What is typed lands in the editor by itself, also from input methods that write several keys as one sign.
		flushSync(() => this.#grid.typing.start(isFresh));
	}
}

/** The cell that a press of the mouse means; null on what has its own use for it. */
function spotOf(target: EventTarget | null): Spot | null {
	if (!(target instanceof Element) || target.closest('input, select, textarea, button, a') !== null)
		return null;
	const spot = placeOf(target);
	return spot === null || spot.column < 0 ? null : spot;
}

function placeOf(element: Element): Spot | null {
	const column = element.closest<HTMLElement>('[data-column]')?.dataset['column'];
	const row = element.closest<HTMLElement>('[data-row]')?.dataset['row'];
	return column === undefined || row === undefined
		? null
		: { row: Number(row), column: Number(column) };
}

function isSame(a: Spot, b: Spot): boolean {
	return a.row === b.row && a.column === b.column;
}
