import { readBlock, writeBlock } from '$lib/input/block';
import { coveredArea, planBlock, type Area, type Plan } from '$lib/input/plan';
import { underHeadings } from '$lib/input/headings';
import type { GridChange, GridColumn } from '$lib/input/table';
import { grid as text } from '$lib/messages/grid';
import { input as inputText } from '$lib/messages/input';
import { fillOf, sizeOf, textsOf } from './area';
import type { GridInput } from './gridInput';

/** The commands that lay a block on the table. */
type LaidHow = 'pasted' | 'filled' | 'cleared';

/** A block that waits for a yes, because it is large or something in it is wrong. */
export interface Preview {
	readonly how: LaidHow;
	readonly plan: Plan;
	readonly count: number;
	readonly covered: Area;
}

/** What the commands on several cells need of their table. */
interface BlocksDoor {
	readonly area: () => Area;
	/** Selects an area. */
	readonly mark: (area: Area) => void;
	readonly say: (words: string) => void;
	readonly refuse: (message: string) => void;
	readonly keep: (change: GridChange, said: string) => void;
	readonly focus: () => void;
}

const ASKS_ABOVE = 20;
const MOST_CELLS = 50_000;

/** What is done to several cells at once: copied, pasted, filled down, made blank. */
export class GridBlocks {
	readonly #input: GridInput;
	readonly #door: BlocksDoor;
	#preview = $state.raw<Preview | null>(null);

	constructor(input: GridInput, door: BlocksDoor) {
		this.#input = input;
		this.#door = door;
	}

	/** The block that waits for a yes, or null. */
	get preview(): Preview | null {
		return this.#preview;
	}

	/** The selected cells as text for the clipboard. */
	copy(): string {
		const area = this.#door.area();
		this.#door.say(text.said.copied(sizeOf(area)));
		return writeBlock(textsOf(area, this.#input));
	}

	/** Lays the clipboard's text on the table from the selection on, or asks first. */
	paste(pasted: string): void {
		const block = readBlock(pasted);
		if (!block.ok) this.#door.refuse(inputText.ragged(block.row, block.cells, block.expected));
		else this.#lay(block.rows, 'pasted', this.#door.area());
	}

	/** Adds the text's rows below the last one, by their headings where they have some, or asks first; says whether it did. */
	add(pasted: string): boolean {
		const block = readBlock(pasted);
		if (!block.ok) {
			this.#door.refuse(inputText.ragged(block.row, block.cells, block.expected));
			return false;
		}
		const headed = underHeadings(block.rows, this.#input.columns);
		if (!headed.ok) {
			this.#door.refuse(text.pasteRows.unknown(headed.unknown));
			return false;
		}
		const { rows, columns } = headed;
		if (rows.every((row) => row.every((cell) => cell.trim() === ''))) {
			this.#door.refuse(text.pasteRows.none);
			return false;
		}
		const area = { row: this.#input.rows.length, column: 0, rows: 1, columns: 1 };
		return this.#lay(rows, 'pasted', area, columns);
	}

	/** Repeats the first selected row in those below it; where one row is selected, the row above in it. */
	fillDown(): void {
		const fill = fillOf(this.#door.area());
		if (fill === null) this.#door.say(text.said.nothing);
		else this.#lay(textsOf(fill.from, this.#input), 'filled', fill.into);
	}

	/** Makes the selected cells blank. */
	clear(): void {
		this.#lay([['']], 'cleared', this.#door.area());
	}

	/** Does what the preview shows. */
	confirm(): void {
		if (this.#preview === null) return;
		const { plan, how, covered } = this.#preview;
		this.#preview = null;
		this.#apply(plan, how, covered);
		this.#door.focus();
	}

	/** Leaves all as it is. */
	refusePreview(): void {
		this.#preview = null;
		this.#door.say(text.said.cancelled);
		this.#door.focus();
	}

	/** Lays a block on the table or asks first; false where it is refused. */
	#lay(
		block: readonly (readonly string[])[],
		how: LaidHow,
		area: Area,
		columns: readonly GridColumn[] = this.#input.columns
	): boolean {
		if (this.#input.isReadOnly || area.column < 0) {
			this.#door.say(text.said.nothing);
			return false;
		}
		if (block.length * (block[0]?.length ?? 0) > MOST_CELLS) {
			this.#door.refuse(inputText.tooMany(MOST_CELLS.toLocaleString('en-GB')));
			return false;
		}
		const { rows, takesRows, check } = this.#input;
		const target = { columns, rows, takesRows, check, area };
		const plan = planBlock(block, target);
		const covered = coveredArea(block, target);
		const count = sizeOf(covered);
		const [only] = plan.problems;
		if (count === 1 && only !== undefined) {
			this.#door.refuse(only.message);
			return false;
		}
		if (plan.problems.length > 0 || (how === 'pasted' && count > ASKS_ABOVE))
			this.#preview = { how, plan, count, covered };
		else this.#apply(plan, how, covered);
		return true;
	}

	#apply(plan: Plan, how: LaidHow, covered: Area): void {
		// What is added below the last row cannot be selected before it is there.
		if (covered.row < this.#input.rows.length) this.#door.mark(covered);
		const { edits, newRows } = plan;
		const said = [
			edits.length > 0 ? text.said.done(how, edits.length) : '',
			newRows.length > 0 ? text.said.added(newRows.length) : '',
			plan.skipped > 0 ? text.said.kept(plan.skipped) : '',
			plan.leftCells > 0 ? text.said.left(plan.leftCells) : ''
		].filter((part) => part !== '');
		if (edits.length + newRows.length === 0) this.#door.say([text.said.nothing, ...said].join(' '));
		else this.#door.keep({ how, edits, newRows }, said.join(' '));
	}
}
