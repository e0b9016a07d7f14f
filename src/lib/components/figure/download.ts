import { csv } from '$lib/exchange/csv';

/** Has the browser keep a table as a CSV file that spreadsheets read with its signs. */
export function downloadCsv(fileName: string, rows: readonly (readonly string[])[]): void {
	const href = URL.createObjectURL(new Blob([`\uFEFF${csv(rows)}`], { type: 'text/csv' }));
	const link = document.createElement('a');
	link.href = href;
	link.download = fileName;
	link.click();
	URL.revokeObjectURL(href);
}
