/** A month of a projection: 0 is April of the scenario's first financial year, -1 the March before. */
export type MonthIndex = number;

const MONTHS_IN_YEAR = 12;
const APRIL = 3;

/** A financial year as its first calendar year: 2010 stands for 2010/11. */
export type YearStart = number;

/** Reads '2010/11' as 2010; null when the text is not a financial year. */
export function parseYear(text: string): YearStart | null {
	const match = /^(\d{4})\/(\d{2})$/.exec(text);
	if (match === null) return null;
	const start = Number(match[1]);
	return (start + 1) % 100 === Number(match[2]) ? start : null;
}

/** Writes 2010 as '2010/11'. */
export function yearLabel(start: YearStart): string {
	return `${String(start)}/${String((start + 1) % 100).padStart(2, '0')}`;
}

/** The labels of a projection's financial years, first year first. */
export function yearLabels(first: YearStart, count: number): readonly string[] {
	return Array.from({ length: count }, (_, y) => yearLabel(first + y));
}

/** Reads '2011-04' as a month of the projection that starts in April of `first`; null when the text is not a month. */
export function parseMonth(text: string, first: YearStart): MonthIndex | null {
	const match = /^(\d{4})-(\d{2})$/.exec(text);
	if (match === null) return null;
	const month = Number(match[2]);
	if (month < 1 || month > MONTHS_IN_YEAR) return null;
	return (Number(match[1]) - first) * MONTHS_IN_YEAR + month - 1 - APRIL;
}

/** Writes a month of the projection as '2011-04'. */
export function monthText(month: MonthIndex, first: YearStart): string {
	const absolute = first * MONTHS_IN_YEAR + APRIL + month;
	const year = Math.floor(absolute / MONTHS_IN_YEAR);
	return `${String(year)}-${String(absolute - year * MONTHS_IN_YEAR + 1).padStart(2, '0')}`;
}

/** The calendar's days in a month of the projection: 28 to 31. */
export function daysInMonth(month: MonthIndex, first: YearStart): number {
	const absolute = first * MONTHS_IN_YEAR + APRIL + month;
	const year = Math.floor(absolute / MONTHS_IN_YEAR);
	const ofYear = absolute - year * MONTHS_IN_YEAR;
	if (ofYear === 1) return isLeapYear(year) ? 29 : 28;
	return [3, 5, 8, 10].includes(ofYear) ? 30 : 31;
}

/** The calendar's days in a financial year: 366 where its February is a leap one. */
export function daysInYear(start: YearStart): number {
	return isLeapYear(start + 1) ? 366 : 365;
}

function isLeapYear(year: number): boolean {
	return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** How many days a date such as '2009-11-30' lies after 1 April of `first` (before it: negative); null when it is no date. */
export function daysAfterStart(text: string, first: YearStart): number | null {
	const match = /^(\d{4}-\d{2})-(\d{2})$/.exec(text);
	if (match === null) return null;
	const month = parseMonth(match[1] ?? '', first);
	const day = Number(match[2]);
	if (month === null || day < 1 || day > daysInMonth(month, first)) return null;
	let days = day - 1;
	for (let m = 0; m < month; m++) days += daysInMonth(m, first);
	for (let m = -1; m >= month; m--) days -= daysInMonth(m, first);
	return days;
}

/** The financial year of a month, counted from the projection's first year. */
export function yearOfMonth(month: MonthIndex): number {
	return Math.floor(month / MONTHS_IN_YEAR);
}

/** The day of the week of a date such as '2014-05-23', in words; for the check of stated weekdays. */
export function weekdayOf(date: string): string | null {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
	if (match === null) return null;
	// Sakamoto's rule needs no clock and no time zone.
	const offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
	const month = Number(match[2]);
	const year = Number(match[1]) - (month < 3 ? 1 : 0);
	const sum =
		year +
		Math.floor(year / 4) -
		Math.floor(year / 100) +
		Math.floor(year / 400) +
		(offsets[month - 1] ?? 0) +
		Number(match[3]);
	const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
	return names[sum % 7] ?? null;
}
