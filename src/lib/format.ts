import type { Decimal } from 'decimal.js';

/** A number of a finance table: its text, and whether the reader must be told "minus" because it stands in brackets. */
export interface TableNumber {
	readonly text: string;
	readonly minus: boolean;
}

const MINUS = '−';
const MILLION = 1_000_000;
/** Decimal places that a unit is shown with; the others show up to one. */
const PLACES: Readonly<Record<string, number>> = {
	children: 0,
	people: 0,
	buildings: 0,
	cases: 0,
	'child-days': 0,
	'child-weeks': 0,
	factor: 3
};
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

/** Pounds for reading: '£1.2 million', '£400,000', '−£120,000'; whole pounds below a million. */
export function pounds(value: Decimal): string {
	const size = value.abs();
	const sign = value.isNegative() && !isNil(size, 0) ? MINUS : '';
	const whole = size.toDecimalPlaces(0);
	if (whole.lt(MILLION)) return `${sign}£${grouped(whole.toFixed(0))}`;
	return `${sign}£${grouped(trimmed(size.div(MILLION).toFixed(1)))} million`;
}

/** Pounds and pence in full: '£1,234,567.89', and whole pounds without '.00'. */
export function exactPounds(value: Decimal): string {
	const size = value.abs();
	const sign = value.isNegative() && !isNil(size, 2) ? MINUS : '';
	return `${sign}£${grouped(size.toFixed(2)).replace(/\.00$/, '')}`;
}

/** Pounds in thousands for a finance table, savings in brackets: 120,000 as '120', −120,000 as '(120)'. */
export function thousands(value: Decimal): TableNumber {
	const size = value.abs().div(1000);
	const minus = value.isNegative() && !isNil(size, 0);
	const text = grouped(size.toFixed(0));
	return { text: minus ? `(${text})` : text, minus };
}

/** A measure without its unit: '1,204' children, '36.7' FTE, '1.042' as a factor. */
export function measure(value: Decimal, unit: string): string {
	const places = PLACES[unit] ?? 1;
	const size = value.abs();
	const sign = value.isNegative() && !isNil(size, places) ? MINUS : '';
	return sign + grouped(size.toFixed(places));
}

/** A value of any unit for reading: pounds as pounds, a share as a percentage, the rest with the unit behind it. */
export function quantity(value: Decimal, unit: string): string {
	if (unit === '£') return pounds(value);
	return unit in PLACES || unit === 'FTE' ? `${measure(value, unit)} ${unit}` : input(value, unit);
}

/** An input as somebody entered it, with all its digits: '£20,500', '£4.20 a mile', '20%', '1% a year', '36.72 FTE'. */
export function input(value: Decimal, unit: string): string {
	if (isShare(unit)) return [percent(value), ...timeOf(unit)].join(' ');
	const [first = '', ...rest] = unit.split(' ');
	if (first === '£') return [exactInput(value), ...rest].join(' ');
	return unit === '' ? plain(value) : `${plain(value)} ${unit}`;
}

/** A range in words: '4 to 6', '£19,000 to £22,500 a year'; a range of nothing is its one value. */
export function range(low: Decimal, high: Decimal, unit: string): string {
	if (low.eq(high)) return input(low, unit);
	if (isShare(unit)) return `${percent(low)} to ${input(high, unit)}`;
	if (unit.startsWith('£')) return `${exactInput(low)} to ${input(high, unit)}`;
	return `${plain(low)} to ${input(high, unit)}`;
}

function isShare(unit: string): boolean {
	return unit.startsWith('share');
}

/** What a share is counted over: 'a year' of 'share a year', nothing of 'share of 1'. */
function timeOf(unit: string): readonly string[] {
	return unit === 'share of 1' ? [] : [unit.slice('share '.length)];
}

/** A share as a percentage with the digits it has, at most four behind the point: 0.125 as '12.5%'. */
export function percent(value: Decimal): string {
	return `${plain(value.times(100).toDecimalPlaces(4))}%`;
}

/** A number with all its digits, at most nine behind the point, thousands apart: '12,345.678'. */
export function plain(value: Decimal): string {
	const size = value.abs().toDecimalPlaces(9);
	return (value.isNegative() && !size.isZero() ? MINUS : '') + grouped(size.toFixed());
}

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

/** The time of day of an ISO instant, where the reader is: '14:02'. */
export function clock(instant: string): string {
	return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(
		new Date(instant)
	);
}

/** The day and time of an ISO instant, where the reader is: '3 November 2026, 14:02'. */
export function moment(instant: string): string {
	const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date(instant));
	return `${day}, ${clock(instant)}`;
}

/** A document's own figure with its unit, '£4m' for 4 £m; a date needs none, and a count says what it counts itself. */
export function stated(value: string, unit: string): string {
	if (unit === 'date' || unit === 'month') return date(value);
	const [, counted, times] = /^£(m|k)?(.*)$/.exec(unit) ?? [];
	if (times !== undefined) {
		const amount = /^\d+(\.\d+)?$/.test(value) ? grouped(value) : value;
		return `£${amount}${counted ?? ''}${times}`;
	}
	return unit === 'count' || unit === '' ? value : `${value} ${unit}`;
}

/** Items in a sentence: 'a, b and c'. */
export function sentenceList(items: readonly string[], and: string): string {
	if (items.length < 2) return items.join('');
	return `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1) ?? ''}`;
}

/** A sentence's beginning with a capital letter. */
export function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Rows as CSV with CRLF ends; text that a spreadsheet would run as a formula is held back with an apostrophe. */
export function csv(rows: readonly (readonly string[])[]): string {
	return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(text: string): string {
	const safe = /^[=+@\t\r]|^-(?![\d.]+$)/.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function exactInput(value: Decimal): string {
	const size = value.abs();
	const text = size.isInteger()
		? size.toFixed(0)
		: size.decimalPlaces() > 2
			? size.toFixed()
			: size.toFixed(2);
	return `${value.isNegative() && !size.isZero() ? MINUS : ''}£${grouped(text)}`;
}

function isNil(size: Decimal, places: number): boolean {
	return size.toDecimalPlaces(places).isZero();
}

function trimmed(text: string): string {
	return text.replace(/\.0$/, '');
}

function grouped(text: string): string {
	const [whole = '', fraction] = text.split('.');
	const apart = whole.replace(/\B(?=(\d{3})+$)/g, ',');
	return fraction === undefined ? apart : `${apart}.${fraction}`;
}
