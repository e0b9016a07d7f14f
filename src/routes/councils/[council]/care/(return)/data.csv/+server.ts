import { error } from '@sveltejs/kit';
import { TABLE_NAMES } from '$lib/components/care/careCounts';
import { countTable } from '$lib/components/care/careTables';
import { choiceAsked } from '$lib/components/care/choice';
import { windowAsked } from '$lib/components/care/window';
import { csv } from '$lib/exchange/csv';
import { date } from '$lib/dates';
import { care } from '$lib/messages/care';
import { en as text } from '$lib/messages/en';
import { askedFor } from '../../../council.server';
import type { RequestHandler } from './$types';

/** A table of a window of the return as CSV, with the small counts hidden: a file goes on to others. */
export const GET: RequestHandler = (event) => {
	const { council } = askedFor(event);
	const query = event.url.searchParams;
	const windows = council.baseline.careWindows;
	const kept = windowAsked(windows, query.get('window'));
	const name = TABLE_NAMES.find((known) => known === query.get('table'));
	if (kept === null || name === undefined) error(404, care.empty.what);
	const table = countTable(kept, name, windows, choiceAsked(query, kept));
	const { shown } = table;
	const isTotal = table.totals === 'both';
	const rows = [
		[council.council.name],
		...(council.council.invented ? [[text.invented]] : []),
		[`${table.title}. ${care.window(date(kept.from), date(kept.to))}.`],
		[care.tables.hiding],
		[table.rowHeading, ...table.columns, ...(isTotal ? [care.tables.all] : [])],
		...shown.rows.map(({ label, counts, total }) => [
			label,
			...counts.map(String),
			...(isTotal ? [String(total)] : [])
		]),
		...(shown.totals === null ? [] : [[care.tables.all, ...shown.totals.map(String)]])
	];
	return new Response(`\uFEFF${csv(rows)}`, {
		headers: {
			'Content-Type': 'text/csv; charset=utf-8',
			'Content-Disposition': `attachment; filename="${council.council.id}-care-${name}.csv"`
		}
	});
};
