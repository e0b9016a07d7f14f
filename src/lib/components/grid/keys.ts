/** A place in a table by position; column -1 is the button that opens the row as a form. */
export interface Spot {
	readonly row: number;
	readonly column: number;
}

/** How far one can move: the number of rows and columns, the rows of one screen, and whether rows open as forms. */
export interface Bounds {
	readonly rows: number;
	readonly columns: number;
	readonly page: number;
	readonly hasForms: boolean;
}

/** A key as it was pressed; `command` is Ctrl, or Cmd on a Mac. */
export interface Press {
	readonly key: string;
	readonly command: boolean;
	readonly shift: boolean;
	readonly alt: boolean;
}

/** What a key does in a table while no cell is being edited. */
export type Action =
	| { readonly kind: 'move'; readonly to: Spot; readonly extends: boolean }
	/** Edits the cell; `isFresh` begins with nothing and takes what is typed. */
	| { readonly kind: 'edit'; readonly isFresh: boolean }
	| { readonly kind: 'clear' | 'fillDown' | 'selectAll' | 'undo' | 'redo' | 'keys' | 'find' };

/** What a key does from a place of the table; null when the browser decides. */
export function actionOf(press: Press, at: Spot, bounds: Bounds): Action | null {
	const { key, command, shift, alt } = press;
	if (alt) return null;
	const to = target(press, at, bounds);
	if (to !== null) return { kind: 'move', to, extends: shift && at.column >= 0 };
	if (command) return commandOf(key.toLowerCase(), shift);
	if (key === '?') return { kind: 'keys' };
	if (at.column < 0) return null;
	if (key === 'Enter' || key === 'F2') return { kind: 'edit', isFresh: false };
	if (key === 'Delete' || key === 'Backspace') return { kind: 'clear' };
	return isTyping(key) ? { kind: 'edit', isFresh: true } : null;
}

/** Where Tab leads: the next cell, over the end of the row; null where it leaves the table. */
export function tabbed(at: Spot, isBack: boolean, { rows, columns }: Bounds): Spot | null {
	const next = at.row * columns + at.column + (isBack ? -1 : 1);
	if (next < 0 || next >= rows * columns) return null;
	return { row: Math.floor(next / columns), column: next % columns };
}

/** The place itself, or the nearest one that the table has. */
export function clamped(at: Spot, { rows, columns, hasForms }: Bounds): Spot {
	return {
		row: Math.max(0, Math.min(at.row, rows - 1)),
		column: Math.max(hasForms ? -1 : 0, Math.min(at.column, columns - 1))
	};
}

function commandOf(key: string, shift: boolean): Action | null {
	switch (key) {
		case 'z':
			return { kind: shift ? 'redo' : 'undo' };
		case 'y':
			return { kind: 'redo' };
		case 'd':
			return { kind: 'fillDown' };
		case 'a':
			return { kind: 'selectAll' };
		case 'f':
			return { kind: 'find' };
		default:
			return null;
	}
}

function target({ key, command, shift }: Press, at: Spot, bounds: Bounds): Spot | null {
	const last = { row: bounds.rows - 1, column: bounds.columns - 1 };
	// A selection holds cells only, never the buttons beside them.
	const within = (spot: Spot): Spot =>
		clamped(spot, { ...bounds, hasForms: bounds.hasForms && !(shift && at.column >= 0) });
	switch (key) {
		case 'ArrowUp':
			return within({ ...at, row: command ? 0 : at.row - 1 });
		case 'ArrowDown':
			return within({ ...at, row: command ? last.row : at.row + 1 });
		case 'ArrowLeft':
			return within({ ...at, column: command ? 0 : at.column - 1 });
		case 'ArrowRight':
			return within({ ...at, column: command ? last.column : at.column + 1 });
		case 'Home':
			return { row: command ? 0 : at.row, column: 0 };
		case 'End':
			return { row: command ? last.row : at.row, column: last.column };
		case 'PageUp':
			return within({ ...at, row: at.row - bounds.page });
		case 'PageDown':
			return within({ ...at, row: at.row + bounds.page });
		default:
			return null;
	}
}

/** A key that writes something, dead keys and input methods included. */
function isTyping(key: string): boolean {
	return /^.$/u.test(key) || key === 'Dead' || key === 'Process';
}
