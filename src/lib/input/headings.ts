import type { GridColumn } from './table';

/** Pasted rows and the columns that they are meant for; or headings that name no column, or one twice. */
export type Headed =
	| {
			readonly ok: true;
			readonly rows: readonly (readonly string[])[];
			/** Every column of the table, those of the rows first and in their order. */
			readonly columns: readonly GridColumn[];
	  }
	| { readonly ok: false; readonly unknown: readonly string[] };

/**
 * Finds the columns of pasted rows: by the headings in their first row, which may stand in any order and with a unit in
 * brackets, where at least half of what it says names a column; else the rows stand as the table does.
 */
export function underHeadings(
	block: readonly (readonly string[])[],
	columns: readonly GridColumn[]
): Headed {
	const [first = [], ...rows] = block;
	const headings = withoutEmptyEnd(first.map((cell) => cell.trim()));
	const found = headings.map((heading) =>
		columns.find(({ label }) => plain(label) === plain(heading))
	);
	const named = found.filter((column) => column !== undefined);
	if (named.length === 0 || named.length * 2 < headings.filter((text) => text !== '').length)
		return { ok: true, rows: block, columns };
	const unknown = headings.filter((_, at) => {
		const column = found[at];
		return column === undefined || found.indexOf(column) !== at;
	});
	if (unknown.length > 0) return { ok: false, unknown };
	return {
		ok: true,
		rows: rows.map((row) => withoutEmptyEnd(row, headings.length)),
		columns: [...named, ...columns.filter((column) => !named.includes(column))]
	};
}

function plain(heading: string): string {
	return heading
		.replace(/\s*[[(][^\])]*[\])]\s*$/, '')
		.replaceAll(/\s+/g, ' ')
		.trim()
		.toLowerCase();
}

/** A row without its empty last cells, but with `least` of them; a spreadsheet often copies empty columns along. */
function withoutEmptyEnd(row: readonly string[], least = 0): readonly string[] {
	const last = row.findLastIndex((cell) => cell.trim() !== '');
	return row.slice(0, Math.max(last + 1, least));
}
