import { cellText } from '$lib/input/human';
import type { Area } from '$lib/input/plan';
import type { GridColumn, GridRow } from '$lib/input/table';
import type { Spot } from './keys';

/** The cells between two corners, whichever they are. */
export function between(a: Spot, b: Spot): Area {
	const row = Math.min(a.row, b.row);
	const column = Math.min(a.column, b.column);
	return {
		row,
		column,
		rows: Math.abs(a.row - b.row) + 1,
		columns: Math.abs(a.column - b.column) + 1
	};
}

/** How many cells an area has. */
export function sizeOf({ rows, columns }: Area): number {
	return rows * columns;
}

/** The cells of an area as texts that read back as the same values. */
export function textsOf(
	area: Area,
	{ rows, columns }: { readonly rows: readonly GridRow[]; readonly columns: readonly GridColumn[] }
): readonly (readonly string[])[] {
	const fields = columns.slice(area.column, area.column + area.columns);
	return rows.slice(area.row, area.row + area.rows).map((row) =>
		fields.map((field) => {
			const cell = row.cell(field.id);
			return cellText(cell.value, field, cell.range);
		})
	);
}

/** Where a fill-down takes its row from and what it fills: from the first selected row, or from above a single one. */
export function fillOf(area: Area): { readonly from: Area; readonly into: Area } | null {
	const isOne = area.rows === 1;
	if (isOne && area.row === 0) return null;
	const row = isOne ? area.row - 1 : area.row;
	return {
		from: { ...area, row, rows: 1 },
		into: { ...area, row: row + 1, rows: isOne ? 1 : area.rows - 1 }
	};
}
