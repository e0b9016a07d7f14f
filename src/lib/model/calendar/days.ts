import { yearLabel } from './calendar';

/** A day as the number of days since 1 January 1970: adding 7 is a week later. */
export type DayNumber = number;

const MS_IN_DAY = 86_400_000;
const MARCH = 3;

/** The day of a calendar date; null where the calendar has no such date. Months are 1 to 12. */
export function dayOf(year: number, month: number, day: number): DayNumber | null {
	const time = Date.UTC(year, month - 1, day);
	const date = new Date(time);
	return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
		? time / MS_IN_DAY
		: null;
}

/** Reads '2024-03-31' or '2024-03-31T00:00:00' as a day; null where the text is no such date. */
export function parseDay(text: string): DayNumber | null {
	const match = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00:00(?:\.0+)?)?$/.exec(text);
	return match === null ? null : dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Writes a day as '2024-03-31'. */
export function dayText(day: DayNumber): string {
	return new Date(day * MS_IN_DAY).toISOString().slice(0, 10);
}

/** The calendar year of a day. */
export function calendarYearOf(day: DayNumber): number {
	return new Date(day * MS_IN_DAY).getUTCFullYear();
}

/** The same day some years later; 29 February becomes the 28th where the year has none. */
export function yearsLater(day: DayNumber, years: number): DayNumber {
	const date = new Date(day * MS_IN_DAY);
	const [year, month] = [date.getUTCFullYear() + years, date.getUTCMonth() + 1];
	return existing(dayOf(year, month, date.getUTCDate()) ?? dayOf(year, month, 28));
}

/** The same day some months later; the last of the month where it has no such day. */
export function monthsLater(day: DayNumber, months: number): DayNumber {
	const date = new Date(day * MS_IN_DAY);
	const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
	const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
	return Date.UTC(year, month, Math.min(date.getUTCDate(), lastOfMonth)) / MS_IN_DAY;
}

/** The last day of the month that a day is in. */
export function endOfMonth(day: DayNumber): DayNumber {
	const date = new Date(day * MS_IN_DAY);
	return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0) / MS_IN_DAY;
}

/** 1 April of a calendar year. */
export function firstOfApril(year: number): DayNumber {
	return existing(dayOf(year, MARCH + 1, 1));
}

/** The financial year that a day is in: '2024/25' from 1 April 2024 on. */
export function financialYearOf(day: DayNumber): string {
	return yearLabel(calendarYearOf(nextEndOfMarch(day)) - 1);
}

/** The first 31 March on or after a day. */
export function nextEndOfMarch(day: DayNumber): DayNumber {
	const year = calendarYearOf(day);
	const end = existing(dayOf(year, MARCH, 31));
	return day <= end ? end : existing(dayOf(year + 1, MARCH, 31));
}

function existing(day: DayNumber | null): DayNumber {
	if (day === null) throw new Error('the calendar has no such day');
	return day;
}
