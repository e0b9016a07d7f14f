import { wrongWith } from '$lib/input/checked';
import { cellText, readCell } from '$lib/input/human';
import {
	isEditable,
	type CellCheck,
	type CellEdit,
	type GridChange,
	type GridColumn,
	type GridRow,
	type NewCell,
	type NewRow
} from '$lib/input/table';

/** The texts of a form's fields, by column. */
export type FormTexts = Readonly<Record<string, string>>;

/** What a form comes to: its edits or its new row, or what is wrong by column. */
export type FormResult =
	| { readonly ok: true; readonly edits: readonly CellEdit[]; readonly newRow: NewRow }
	| { readonly ok: false; readonly problems: Readonly<Record<string, string>> };

/** The columns that a form asks for: those that can be edited in the row, or in a new one. */
export function formColumns(
	columns: readonly GridColumn[],
	row: GridRow | null
): readonly GridColumn[] {
	return columns.filter((column) =>
		row === null ? column.isReadOnly !== true : isEditable(column, row.cell(column.id))
	);
}

/** What stands in a form's fields at first: a choice as its value, the rest as a person would type it. */
export function firstTexts(columns: readonly GridColumn[], row: GridRow | null): FormTexts {
	return Object.fromEntries(
		formColumns(columns, row).map((column) => {
			const cell = row?.cell(column.id);
			const isChoice = column.type === 'choice' || column.type === 'yesNo';
			const value = cell?.value ?? null;
			return [column.id, isChoice ? (value ?? '') : cellText(value, column, cell?.range)];
		})
	);
}

interface FormAbout {
	readonly columns: readonly GridColumn[];
	readonly row: GridRow | null;
	readonly check: CellCheck | undefined;
}

/** Reads a form. A field that was not touched is no edit, so that what stood there is never judged anew. */
export function readForm(texts: FormTexts, about: FormAbout): FormResult {
	const { problems, ...read } = readFields(texts, about);
	return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, ...read };
}

/** What would be kept of a form while it is typed in: the fields that can be read; null where nothing differs yet. */
export function typedForm(texts: FormTexts, about: FormAbout): GridChange | null {
	const { edits, newRow } = readFields(texts, about);
	if (about.row === null) return { how: 'form', edits: [], newRows: [newRow] };
	return edits.length === 0 ? null : { how: 'form', edits, newRows: [] };
}

function readFields(texts: FormTexts, { columns, row, check }: FormAbout) {
	const first = firstTexts(columns, row);
	const edits: CellEdit[] = [];
	const newRow: Record<string, NewCell> = {};
	const problems: Record<string, string> = {};
	for (const column of formColumns(columns, row)) {
		const typed = texts[column.id] ?? '';
		if (row !== null && typed === first[column.id]) continue;
		const reading = readCell(typed, column, row?.cell(column.id).adjusts);
		const message = wrongWith(check, row?.id ?? null, column.id, typed, reading);
		if (message !== null) problems[column.id] = message;
		else if (reading.ok) {
			const { value, range, adjustment } = reading;
			newRow[column.id] = { value, ...(range && { range }) };
			if (row !== null && (value !== row.cell(column.id).value || range !== undefined))
				edits.push({
					row: row.id,
					column: column.id,
					value,
					...(range && { range }),
					...(adjustment && { adjustment })
				});
		}
	}
	return { edits, newRow, problems };
}
