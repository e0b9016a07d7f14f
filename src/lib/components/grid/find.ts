import type { GridColumn, GridRow } from '$lib/input/table';
import type { Spot } from './keys';

/** The cells whose shown text holds what is sought, row by row; a row found by its name counts as its first cell. */
export function foundIn(
	rows: readonly GridRow[],
	columns: readonly GridColumn[],
	sought: string
): readonly Spot[] {
	const wanted = plain(sought);
	if (wanted === '') return [];
	return rows.flatMap((row, number) => {
		const isNamed = plain(`${row.label} ${row.hint ?? ''}`).includes(wanted);
		return columns.flatMap(({ id }, column) =>
			(isNamed && column === 0) || plain(row.cell(id).shown).includes(wanted)
				? [{ row: number, column }]
				: []
		);
	});
}

/** The next match after a place in reading order, or the one before it; round the end. */
export function nextFound(found: readonly Spot[], at: Spot, isBack: boolean): number {
	const order = (a: Spot, b: Spot): number => a.row - b.row || a.column - b.column;
	const index = isBack
		? found.findLastIndex((spot) => order(spot, at) < 0)
		: found.findIndex((spot) => order(spot, at) > 0);
	return index >= 0 ? index : isBack ? found.length - 1 : 0;
}

function plain(text: string): string {
	return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
