import { echoOf } from '$lib/input/human';
import type { GridCell, GridColumn, GridRow } from '$lib/input/table';
import { grid as text } from '$lib/messages/grid';

/** Everything there is to say of a cell, in sentences: its value in full, its state, its note, and what its column means. */
export function aboutCell(row: GridRow, column: GridColumn, cell: GridCell): string {
	const { about } = text;
	const states: Readonly<Record<GridCell['state'], string>> = {
		plain: '',
		changed: cell.was === undefined ? about.changed : about.was(cell.was),
		calculated: cell.href === undefined ? about.calculated : about.opens,
		locked: about.locked,
		missing: '',
		assumed: about.assumed,
		absent: '',
		removed: about.removed
	};
	const value =
		cell.state === 'absent'
			? about.absent(column.label, row.label)
			: about.cell(column.label, row.label, echoOf(cell.value, column, cell.range));
	const by = cell.by === undefined ? '' : about.by(cell.by);
	const note = cell.note === undefined ? '' : about.note(cell.note);
	return [value, states[cell.state], by, note, column.meaning ?? '']
		.filter((part) => part !== '')
		.join(' ');
}
