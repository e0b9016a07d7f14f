import { tick } from 'svelte';
import type { GridRow } from '$lib/input/table';
import { grid as text } from '$lib/messages/grid';
import type { GridState } from './gridState.svelte';

/** What the form of a row asks of its table. */
interface Around {
	/** Removes a row, or brings it back; answers null, or why not. */
	readonly remove: (row: string) => string | null;
	readonly endTyping: () => void;
	readonly focus: () => void;
}

/** The form of one row, or of a new one, that a table has open. */
export class GridForms {
	/** The row whose form is open, null in it for a new row, and where the reader came from. */
	shown = $state.raw<{ row: GridRow | null; from: HTMLElement | null } | null>(null);
	readonly #grid: GridState;
	readonly #around: Around;

	constructor(grid: GridState, around: Around) {
		this.#grid = grid;
		this.#around = around;
	}

	/** Opens the form of a row, or of a new one. */
	open(row: GridRow | null): void {
		const from = document.activeElement;
		this.shown = { row, from: from instanceof HTMLElement ? from : null };
	}

	/** Closes the form, and leads back to where the reader came from. */
	close(): void {
		const from = this.shown?.from;
		this.shown = null;
		this.#around.endTyping();
		void tick().then(() => from?.focus());
	}

	/** Removes the row of the form, or brings it back, and says so. */
	remove(row: string): void {
		const label = this.shown?.row?.label ?? '';
		const wasRemoved = this.shown?.row?.isRemoved === true;
		this.shown = null;
		const refusal = this.#around.remove(row);
		if (refusal !== null) this.#grid.refuse(text.said.notSaved(refusal));
		else this.#grid.say(wasRemoved ? text.said.broughtBack(label) : text.said.removed(label));
		this.#around.focus();
	}
}
