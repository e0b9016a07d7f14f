import { csv } from '$lib/exchange/csv';

/** Has the browser keep a text as a file of this media type. */
export function downloadText(fileName: string, text: string, type: string): void {
	const href = URL.createObjectURL(new Blob([text], { type }));
	const link = document.createElement('a');
	link.href = href;
	link.download = fileName;
	link.click();
	URL.revokeObjectURL(href);
}

/** Has the browser keep a table as a CSV file that spreadsheets read with its signs. */
export function downloadCsv(fileName: string, rows: readonly (readonly string[])[]): void {
	downloadText(fileName, `\uFEFF${csv(rows)}`, 'text/csv');
}
