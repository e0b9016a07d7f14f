import { tick } from 'svelte';
import type { Spot } from './keys';

/** Brings the focus, and the sight, to the current cell of a table. */
export class GridFocus {
	readonly #root: () => HTMLElement;
	readonly #grid: { readonly spot: Spot };

	constructor(root: () => HTMLElement, grid: { readonly spot: Spot }) {
		this.#root = root;
		this.#grid = grid;
	}

	/** The element of the current cell, where it is drawn. */
	current(): HTMLElement | null {
		const { row, column } = this.#grid.spot;
		return this.#root().querySelector(`tr[data-row="${row}"] > [data-column="${column}"]`);
	}

	/** Scrolls to the current cell. */
	reveal(block: 'nearest' | 'center'): void {
		const cell = this.current();
		cell?.scrollIntoView({ block, inline: 'nearest' });
		// What stands before the first cell, the row's button, comes into sight with it.
		if (this.#grid.spot.column <= 0) cell?.closest('.ws-grid__scroll')?.scrollTo({ left: 0 });
	}

	/** Gives the focus to the current cell, or to the link or button in it. */
	now(): void {
		const cell = this.current();
		const inside = cell?.querySelector<HTMLElement>(this.#grid.spot.column < 0 ? 'button' : 'a');
		(inside ?? cell)?.focus({ preventScroll: true });
		this.reveal('nearest');
	}

	/** Gives the focus to the current cell once it is drawn. */
	soon(): void {
		void tick().then(() => this.now());
	}
}
