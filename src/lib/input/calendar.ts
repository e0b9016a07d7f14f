import { input as text } from '$lib/messages/input';
import { plainCharacters, read, refused, type Reading } from './reading';

const MONTHS = [
	'january',
	'february',
	'march',
	'april',
	'may',
	'june',
	'july',
	'august',
	'september',
	'october',
	'november',
	'december'
];
/** The years that a council file takes. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** Reads a month as people and spreadsheets write it, '2026-04', 'April 2026', 'Apr-26', '04/2026', as '2026-04'. */
export function readMonth(typed: string): Reading {
	const tidy = plainCharacters(typed);
	const [, isoYear, isoMonth] = /^(\d{4})-(\d{1,2})$/.exec(tidy) ?? [];
	const [, month, year] = /^(\d{1,2})[/.-](\d{4})$/.exec(tidy) ?? [];
	const [, name, named] = /^([a-z]{3,9})\.?[ -]?(\d{4}|\d{2})$/i.exec(tidy) ?? [];
	// A spreadsheet keeps a month as its first day.
	const [, firstOf] = /^0?1\/(\d{1,2}\/\d{4})$/.exec(tidy) ?? [];
	if (firstOf !== undefined) return readMonth(firstOf);
	const number = name === undefined ? Number(isoMonth ?? month) : monthNumber(name);
	const full = fullYear(isoYear ?? year ?? named ?? '');
	if (full === null || !(number >= 1 && number <= 12)) return refused(text.notMonth(tidy));
	return within(full, `${full}-${two(number)}`);
}

/** Reads a date as people and spreadsheets write it, day first: '2026-11-03', '03/11/2026', '3 November 2026'. */
export function readDate(typed: string): Reading {
	const tidy = plainCharacters(typed);
	const [, y, m, d] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(tidy) ?? [];
	if (y !== undefined) return dateOf(tidy, { year: Number(y), month: Number(m), day: Number(d) });
	const [, day, month, year] =
		/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(tidy) ??
		/^(\d{1,2})[ -]?([a-z]{3,9})[ -]?(\d{4}|\d{2})$/i.exec(tidy) ??
		[];
	const full = fullYear(year ?? '');
	if (day === undefined || month === undefined || full === null) return refused(text.notDate(tidy));
	const number = /\d/.test(month) ? Number(month) : monthNumber(month);
	if (number > 12 && Number(day) <= 12)
		return refused(text.monthFirst(tidy, `${two(number)}/${two(Number(day))}/${full}`));
	return dateOf(tidy, { year: full, month: number, day: Number(day) });
}

/** Reads a financial year as people write it, '2026/27', '2026-27', '2026/2027', 'FY27', '2026', as '2026/27'. */
export function readYear(typed: string): Reading {
	const tidy = plainCharacters(typed);
	const [, prefix = '', first, last] =
		/^(FY)? ?(\d{4}|\d{2})(?: ?[/-] ?(\d{4}|\d{2}))?$/i.exec(tidy) ?? [];
	if (first === undefined)
		return refused(
			/^[a-z]{3}-\d{2}$/i.test(tidy) ? text.spreadsheetYear(tidy) : text.notYear(tidy)
		);
	const named = fullYear(first);
	if (named === null) return refused(text.notYear(tidy));
	if (last === undefined) {
		// 'FY27' is named after the year that it ends in, a bare year is the one that it starts in.
		if (prefix !== '') return within(named - 1, yearText(named - 1));
		return first.length === 4 ? within(named, yearText(named)) : refused(text.notYear(tidy));
	}
	const next = last.length === 4 ? Number(last) === named + 1 : Number(last) === (named + 1) % 100;
	return next ? within(named, yearText(named)) : refused(text.yearPair(tidy, yearText(named)));
}

function dateOf(
	tidy: string,
	{ year, month, day }: { year: number; month: number; day: number }
): Reading {
	if (!(month >= 1 && month <= 12)) return refused(text.notDate(tidy));
	if (day < 1 || day > daysIn(year, month)) return refused(text.noSuchDay(tidy));
	return within(year, `${year}-${two(month)}-${two(day)}`);
}

function daysIn(year: number, month: number): number {
	if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function within(year: number, value: string): Reading {
	return year >= FIRST_YEAR && year <= LAST_YEAR
		? read(value)
		: refused(text.farYear(FIRST_YEAR, LAST_YEAR));
}

/** A year of two digits lies in this century. */
function fullYear(digits: string): number | null {
	if (digits.length === 2) return 2000 + Number(digits);
	return digits.length === 4 ? Number(digits) : null;
}

/** 1 for 'Jan', 'January' and any beginning of it of three letters or more; NaN when it is no month. */
function monthNumber(name: string): number {
	const index = MONTHS.findIndex((month) => month.startsWith(name.toLowerCase()));
	return index < 0 ? NaN : index + 1;
}

function yearText(first: number): string {
	return `${first}/${two((first + 1) % 100)}`;
}

function two(number: number): string {
	return String(number).padStart(2, '0');
}
