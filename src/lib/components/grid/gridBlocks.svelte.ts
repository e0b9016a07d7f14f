import { readBlock, writeBlock } from '$lib/input/block';
import { coveredArea, planBlock, type Area, type Plan } from '$lib/input/plan';
import type { GridChange } from '$lib/input/table';
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
		else if (block.rows.length * (block.rows[0]?.length ?? 0) > MOST_CELLS)
			this.#door.refuse(inputText.tooMany(MOST_CELLS.toLocaleString('en-GB')));
		else this.#lay(block.rows, 'pasted', this.#door.area());
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

	#lay(block: readonly (readonly string[])[], how: LaidHow, area: Area): void {
		if (this.#input.isReadOnly || area.column < 0) {
			this.#door.say(text.said.nothing);
			return;
		}
		const { columns, rows, takesRows, check } = this.#input;
		const target = { columns, rows, takesRows, check, area };
		const plan = planBlock(block, target);
		const covered = coveredArea(block, target);
		const count = sizeOf(covered);
		const [only] = plan.problems;
		if (count === 1 && only !== undefined) this.#door.refuse(only.message);
		else if (plan.problems.length > 0 || (how === 'pasted' && count > ASKS_ABOVE))
			this.#preview = { how, plan, count, covered };
		else this.#apply(plan, how, covered);
	}

	#apply(plan: Plan, how: LaidHow, covered: Area): void {
		this.#door.mark(covered);
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
