import { drawnRows, rowTops, type Stretch } from './windowing';

/** Longer tables draw what is seen. */
const LONG_TABLE = 100;

/** As many rows of a long table come with the page: more than any screen shows. */
export const FIRST_ROWS = 50;

/** A line of a table's body: a row by its position, or the height in pixels of rows that are not drawn. */
export type BodyLine =
	{ readonly key: string; readonly row: number } | { readonly key: string; readonly gap: number };

/** What the view needs of its table; read anew whenever it is needed. */
export interface Viewed {
	/** The ids of the rows. */
	readonly ids: readonly string[];
	/** The row that stays drawn wherever one scrolls to. */
	readonly current: number;
	/** Told how many rows one screen shows. */
	readonly onpage: (rows: number) => void;
}

/** Which rows of a table are drawn: all of a short one and all on paper, and of a long one those that are seen. */
export class GridView {
	readonly #viewed: Viewed;
	/** What is seen, in pixels from the first row; null until the page runs in a browser. */
	#seen = $state.raw<{ readonly top: number; readonly bottom: number } | null>(null);
	/** Heights in pixels by row, 0 where it was never drawn; a new list whenever one changes. */
	#heights = $state.raw<readonly number[]>([]);
	#isPrinting = $state(false);
	#estimate = 40;
	readonly #isLong = $derived.by(() => this.#viewed.ids.length > LONG_TABLE);
	readonly #lines = $derived.by(() => this.#draw());

	constructor(viewed: Viewed) {
		this.#viewed = viewed;
	}

	/** True where not all rows are drawn. */
	get isLong(): boolean {
		return this.#isLong;
	}

	/** What stands in the table's body. */
	get lines(): readonly BodyLine[] {
		return this.#lines;
	}

	/** True while the page is drawn for paper. */
	get isPrinting(): boolean {
		return this.#isPrinting;
	}

	/** Draws every row, for paper, until told otherwise. */
	print(isPrinting: boolean): void {
		this.#isPrinting = isPrinting;
	}

	/** Follows the scrolling of the element that holds the table, until the answer is called. */
	follow(scroller: HTMLElement): () => void {
		const look = () => this.#look(scroller);
		look();
		const watcher = new ResizeObserver(look);
		watcher.observe(scroller);
		// Rows that come, go or grow change what is seen as well.
		const table = scroller.querySelector('table');
		if (table !== null) watcher.observe(table);
		scroller.addEventListener('scroll', look, { passive: true });
		return () => {
			watcher.disconnect();
			scroller.removeEventListener('scroll', look);
		};
	}

	#look(scroller: HTMLElement): void {
		const head = scroller.querySelector('thead');
		const body = scroller.querySelector('tbody');
		if (head === null || body === null) return;
		// What gets the focus must not end up behind the headings.
		const name = head.querySelector<HTMLElement>('th');
		const isSticky = name !== null && getComputedStyle(name).left === '0px';
		scroller.style.scrollPaddingTop = `${head.offsetHeight}px`;
		scroller.style.scrollPaddingLeft = `${isSticky ? name.offsetWidth : 0}px`;
		if (this.#isLong) {
			this.#measure(body);
			const top = scroller.scrollTop - body.offsetTop;
			this.#seen = { top, bottom: top + scroller.clientHeight };
		}
		const seen = scroller.clientHeight - head.offsetHeight;
		this.#viewed.onpage(Math.max(1, Math.floor(seen / this.#estimate) - 1));
	}

	#measure(body: HTMLElement): void {
		const isFirst = this.#heights.length === 0;
		holdWidths(body.parentElement);
		const lines = [...body.querySelectorAll<HTMLElement>('tr[data-row]')].map((line) => ({
			row: Number(line.dataset['row']),
			height: line.getBoundingClientRect().height
		}));
		const isNew = lines.some(
			({ row, height }) => Math.abs((this.#heights[row] ?? 0) - height) > 0.5
		);
		if (!isNew) return;
		if (isFirst) this.#estimate = lines.reduce((sum, { height }) => sum + height, 0) / lines.length;
		const heights = Array.from(this.#viewed.ids, (_, row) => this.#heights[row] ?? 0);
		for (const { row, height } of lines) heights[row] = height;
		this.#heights = heights;
	}

	#draw(): readonly BodyLine[] {
		const { ids, current } = this.#viewed;
		const { stretches, gap } = this.#drawn(ids.length, current);
		const lines = stretches.flatMap((stretch, place): BodyLine[] => [
			...(stretch.gap > 0 ? [gapLine(stretch.gap, place)] : []),
			...ids
				.slice(stretch.first, stretch.end)
				.map((id, number) => ({ key: `row ${id}`, row: stretch.first + number }))
		]);
		return gap > 0 ? [...lines, gapLine(gap, stretches.length)] : lines;
	}

	#drawn(
		count: number,
		current: number
	): { readonly stretches: readonly Stretch[]; readonly gap: number } {
		if (!this.#isLong || this.#isPrinting)
			return { stretches: [{ first: 0, end: count, gap: 0 }], gap: 0 };
		if (this.#seen === null) return { stretches: [{ first: 0, end: FIRST_ROWS, gap: 0 }], gap: 0 };
		return drawnRows(rowTops(count, this.#heights, this.#estimate), this.#seen, [current]);
	}
}

/** Columns keep the widths that the first rows gave them, or they would jump as rows come and go. */
function holdWidths(table: HTMLElement | null): void {
	if (table === null || table.style.tableLayout === 'fixed') return;
	const heads = [...table.querySelectorAll<HTMLElement>('thead th')];
	const widths = heads.map((head) => head.getBoundingClientRect().width);
	heads.forEach((head, column) => (head.style.width = `${widths[column] ?? 0}px`));
	table.style.width = `${widths.reduce((sum, width) => sum + width, 0)}px`;
	table.style.tableLayout = 'fixed';
}

function gapLine(gap: number, place: number): BodyLine {
	return { key: `gap ${place}`, gap };
}
