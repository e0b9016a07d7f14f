const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
];

/** '2011-04' as 'April 2011'; other text unchanged. */
export function month(text: string): string {
	const [, year, number] = /^(\d{4})-(\d{2})$/.exec(text) ?? [];
	return year === undefined ? text : `${MONTHS[Number(number) - 1] ?? ''} ${year}`;
}

/** '2010-11-30' as '30 November 2010', '2010-11' as 'November 2010'; other text unchanged. */
export function date(text: string): string {
	const [, whole, day] = /^(\d{4}-\d{2})-(\d{2})$/.exec(text) ?? [];
	return whole === undefined ? month(text) : `${Number(day)} ${month(whole)}`;
}

// Whole days and months of the calendar alone: '2026-27' is a financial year, and what is in quotes was typed by somebody.
const WRITTEN = /'[^']*'|“[^”]*”|(?<![\d-])\d{4}-(?:0[1-9]|1[0-2])(?:-\d{2})?(?![\d-])/g;

/** A sentence of the engine's, which writes months and days as files do, with them in words: 'from April 2026'. */
export function spoken(sentence: string): string {
	return sentence.replace(WRITTEN, (found) => date(found));
}

// Where councils are: the server and every browser say the same, wherever they run.
const timeZone = 'Europe/London';

// Made once: making one takes longer than everything else that an edit draws again.
const times = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone });

/** The time of day of an ISO instant, in British time: '14:02'. */
export function clock(instant: string): string {
	return times.format(new Date(instant));
}

/** The day and time of an ISO instant, in British time: '3 November 2026, 14:02'. */
export function moment(instant: string): string {
	return `${days.format(new Date(instant))}, ${clock(instant)}`;
}
