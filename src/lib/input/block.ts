/** Cells as a spreadsheet copies them: rows of texts, all rows of one length, or which row has another length. */
export type Block =
	| { readonly ok: true; readonly rows: readonly (readonly string[])[] }
	| { readonly ok: false; readonly row: number; readonly cells: number; readonly expected: number };

/**
 * Reads the tab-separated text that spreadsheets put on the clipboard: cells with tabs, line ends or quotes stand in
 * double quotes, and an apostrophe that only keeps text from running as a formula is taken off.
 */
export function readBlock(text: string): Block {
	const rows = withoutEmptyEnd(splitCells(text));
	const expected = rows[0]?.length ?? 0;
	const ragged = rows.findIndex((row) => row.length !== expected);
	if (ragged >= 0)
		return { ok: false, row: ragged + 1, cells: rows[ragged]?.length ?? 0, expected };
	return { ok: true, rows: rows.map((row) => row.map(unguarded)) };
}

/** Writes rows of texts as spreadsheets and `readBlock` take them; no cell starts what a spreadsheet would run. */
export function writeBlock(rows: readonly (readonly string[])[]): string {
	return rows
		.map((row) => `${row.map((cell) => quotedCell(guarded(cell))).join('\t')}\r\n`)
		.join('');
}

// An apostrophe before these, or after others that guard them, is no part of the text.
const RUNS = /^'*[=+@\t\r]/;
const IS_NUMBER = /^-\d[\d., ]*%?(?: to .*)?$/;
const MINUS = /^'*-/;

function guarded(cell: string): string {
	return RUNS.test(cell) || (MINUS.test(cell) && !IS_NUMBER.test(cell)) ? `'${cell}` : cell;
}

function unguarded(cell: string): string {
	return /^'+[=+@\t\r-]/.test(cell) ? cell.slice(1) : cell;
}

function quotedCell(cell: string): string {
	return /["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function splitCells(text: string): string[][] {
	const rows: string[][] = [[]];
	let at = 0;
	for (;;) {
		const cell = cellAt(text, at);
		rows.at(-1)?.push(cell.value);
		at = cell.end;
		if (at >= text.length) return rows;
		const end = text[at];
		at += end === '\r' && text[at + 1] === '\n' ? 2 : 1;
		if (end === '\t') continue;
		// A line end behind the last row begins no further one.
		if (at >= text.length) return rows;
		rows.push([]);
	}
}

function cellAt(text: string, start: number): { readonly value: string; readonly end: number } {
	const quoted = text[start] === '"' ? quotedAt(text, start) : null;
	if (quoted !== null) return quoted;
	let end = start;
	while (end < text.length && !isCellEnd(text[end])) end++;
	return { value: text.slice(start, end), end };
}

/** A cell in double quotes; null when nothing closes it, so that a lone quote is what it looks like. */
function quotedAt(
	text: string,
	start: number
): { readonly value: string; readonly end: number } | null {
	let close = text.indexOf('"', start + 1);
	while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
	if (close < 0 || (close + 1 < text.length && !isCellEnd(text[close + 1]))) return null;
	return { value: text.slice(start + 1, close).replaceAll('""', '"'), end: close + 1 };
}

function isCellEnd(character: string | undefined): boolean {
	return character === '\t' || character === '\n' || character === '\r';
}

/** Several columns never end in rows of nothing: those are line ends that came with the text. */
function withoutEmptyEnd(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
	if ((rows[0]?.length ?? 0) < 2) return rows;
	const last = rows.findLastIndex((row) => row.length > 1 || row[0] !== '');
	return rows.slice(0, last + 1);
}
