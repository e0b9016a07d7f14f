import { wrongWith } from './checked';
import { input as text } from '$lib/messages/input';
import { readCell } from './human';
import {
	isEditable,
	type CellCheck,
	type CellEdit,
	type GridColumn,
	type GridRow,
	type NewCell,
	type NewRow
} from './table';

/** A rectangle of cells by position in its table: the first cell's row and column, and how many of each. */
export interface Area {
	readonly row: number;
	readonly column: number;
	readonly rows: number;
	readonly columns: number;
}

/** What a block of texts is to be laid on. */
export interface Target {
	readonly columns: readonly GridColumn[];
	readonly rows: readonly GridRow[];
	/** The selected cells; a block that fits into them a whole number of times fills them. */
	readonly area: Area;
	/** True where rows beyond the end become new ones. */
	readonly takesRows: boolean;
	readonly check?: CellCheck | undefined;
}

/** Something of a block that cannot be kept: in which row, in which column, and why. */
export interface PlanProblem {
	readonly row: string;
	readonly column: string;
	readonly text: string;
	readonly message: string;
}

/** What laying a block on a table does, before it is done. */
export interface Plan {
	/** The cells that get another value. */
	readonly edits: readonly CellEdit[];
	readonly newRows: readonly NewRow[];
	/** Cells of rows that exist which cannot be edited and keep their value. */
	readonly skipped: number;
	/** Cells that hold the value already. */
	readonly same: number;
	/** Cells left as they are, and new rows left out, because something is wrong with them. */
	readonly leftCells: number;
	readonly leftRows: number;
	readonly problems: readonly PlanProblem[];
	/** True where a share was written without its %, which reads 0.5 as 0.5%. */
	readonly hasBareShares: boolean;
}

/** The cells that the block will cover: the selection where the block fits into it evenly, else the block's own size. */
export function coveredArea(block: readonly (readonly string[])[], { area }: Target): Area {
	const rows = block.length;
	const columns = block[0]?.length ?? 0;
	const fills = area.rows % rows === 0 && area.columns % columns === 0;
	return fills ? area : { ...area, rows, columns };
}

/**
 * Works out what a block of texts does to a table. Cells that cannot be edited are passed over and the others keep their
 * places; a problem leaves its cell as it is, or its whole row out where the row is new.
 */
export function planBlock(block: readonly (readonly string[])[], target: Target): Plan {
	const covered = coveredArea(block, target);
	const columns = target.columns.slice(covered.column, covered.column + covered.columns);
	const lines = Array.from({ length: covered.rows }, (_, number) => {
		const source = block[number % block.length] ?? [];
		const texts = Array.from(
			{ length: covered.columns },
			(_, column) => source[column % source.length] ?? ''
		);
		const index = covered.row + number;
		const row = target.rows[index];
		if (row !== undefined) return planRow({ row, texts, columns, target });
		return target.takesRows
			? planNewRow({ number: index - target.rows.length + 1, texts, columns, target })
			: noRow({ number: index - target.rows.length + 1, texts });
	});
	return {
		edits: lines.flatMap((line) => line.edits),
		newRows: lines.flatMap(({ newRow }) => (newRow === undefined ? [] : [newRow])),
		skipped: sum(lines, (line) => line.skipped),
		same: sum(lines, (line) => line.same),
		leftCells: sum(lines, (line) => line.leftCells),
		leftRows: sum(lines, (line) => line.leftRow),
		problems: lines.flatMap((line) => line.problems),
		hasBareShares: columns.some(
			(column, number) =>
				column.unit?.startsWith('share') === true &&
				block.some((row) => isBareNumber(row[number % row.length] ?? ''))
		)
	};
}

interface Line {
	readonly edits: readonly CellEdit[];
	readonly newRow?: NewRow;
	readonly skipped: number;
	readonly same: number;
	readonly leftCells: number;
	readonly leftRow: number;
	readonly problems: readonly PlanProblem[];
}

const NOTHING: Line = { edits: [], skipped: 0, same: 0, leftCells: 0, leftRow: 0, problems: [] };

interface LineInput {
	readonly texts: readonly string[];
	readonly columns: readonly GridColumn[];
	readonly target: Target;
}

function planRow({ row, texts, columns, target }: LineInput & { row: GridRow }): Line {
	const edits: CellEdit[] = [];
	const problems: PlanProblem[] = [];
	let skipped = 0;
	let same = 0;
	columns.forEach((column, number) => {
		const typed = texts[number] ?? '';
		const cell = row.cell(column.id);
		if (!isEditable(column, cell)) {
			skipped++;
			return;
		}
		const reading = readCell(typed, column, cell.adjusts);
		const message = wrongWith(target.check, row.id, column.id, typed, reading);
		if (message !== null || !reading.ok)
			problems.push(problem(row.label, column.label, typed, message ?? ''));
		else if (reading.value === cell.value && isSameRange(reading.range ?? cell.range, cell.range))
			same++;
		else
			edits.push({
				row: row.id,
				column: column.id,
				value: reading.value,
				...(reading.range && { range: reading.range }),
				...(reading.adjustment && { adjustment: reading.adjustment })
			});
	});
	const beyond = filledBeyond(texts, columns);
	return {
		...NOTHING,
		edits,
		skipped,
		same,
		leftCells: problems.length + beyond.length,
		problems: [...problems, ...beyondColumns(row.label, beyond)]
	};
}

function planNewRow({ number, texts, columns, target }: LineInput & { number: number }): Line {
	// Empty lines below a block are no rows.
	if (texts.every((typed) => typed.trim() === '')) return NOTHING;
	const label = text.newRow(number);
	const fields: Record<string, NewCell> = {};
	const problems: PlanProblem[] = [];
	for (const column of target.columns) {
		const at = columns.indexOf(column);
		if (column.isReadOnly === true) continue;
		const typed = at < 0 ? '' : (texts[at] ?? '');
		const reading = readCell(typed, column);
		const message = wrongWith(at < 0 ? undefined : target.check, null, column.id, typed, reading);
		if (message !== null) problems.push(problem(label, column.label, typed, message));
		else if (at >= 0 && reading.ok)
			fields[column.id] = { value: reading.value, ...(reading.range && { range: reading.range }) };
	}
	const all = [...problems, ...beyondColumns(label, filledBeyond(texts, columns))];
	return all.length > 0
		? { ...NOTHING, leftRow: 1, problems: all }
		: { ...NOTHING, newRow: fields };
}

function noRow({ number, texts }: { number: number; texts: readonly string[] }): Line {
	const filled = texts.filter((typed) => typed.trim() !== '').length;
	if (filled === 0) return NOTHING;
	return {
		...NOTHING,
		leftCells: filled,
		problems: [problem(text.newRow(number), '', texts.join(' '), text.noRow)]
	};
}

function filledBeyond(texts: readonly string[], columns: readonly GridColumn[]): readonly string[] {
	return texts.slice(columns.length).filter((typed) => typed.trim() !== '');
}

function beyondColumns(label: string, beyond: readonly string[]): readonly PlanProblem[] {
	return beyond.length === 0
		? []
		: [problem(label, '', beyond.join(' '), text.noColumn(beyond.length))];
}

function problem(row: string, column: string, typed: string, message: string): PlanProblem {
	return { row, column, text: typed.trim(), message };
}

function isSameRange(a: CellEdit['range'], b: CellEdit['range']): boolean {
	return a?.low === b?.low && a?.high === b?.high;
}

function isBareNumber(typed: string): boolean {
	return /\d/.test(typed) && !typed.includes('%');
}

function sum(lines: readonly Line[], of: (line: Line) => number): number {
	return lines.reduce((total, line) => total + of(line), 0);
}
