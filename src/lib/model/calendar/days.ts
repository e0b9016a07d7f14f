import { yearLabel } from './calendar';

/** A day as the number of days since 1 January 1970: adding 7 is a week later. */
export type DayNumber = number;

const MS_IN_DAY = 86_400_000;
const MARCH = 3;

/** The day of a calendar date; null where the calendar has no such date. Months are 1 to 12. */
export function dayOf(year: number, month: number, day: number): DayNumber | null {
	const isDate =
		year >= 1900 && 1 <= month && month <= 12 && 1 <= day && day <= lengthOf(year, month);
	return isDate ? dayNumberOf(year, month, day) : null;
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
	return dateOf(day).year;
}

/** The same day some years later; 29 February becomes the 28th where the year has none. */
export function yearsLater(day: DayNumber, years: number): DayNumber {
	return monthsLater(day, years * MONTHS_IN_YEAR);
}

/** The same day some months later; the last of the month where it has no such day. */
export function monthsLater(day: DayNumber, months: number): DayNumber {
	const date = dateOf(day);
	const since = date.year * MONTHS_IN_YEAR + date.month - 1 + months;
	const [year, month] = [Math.floor(since / MONTHS_IN_YEAR), (since % MONTHS_IN_YEAR) + 1];
	return dayNumberOf(year, month, Math.min(date.day, lengthOf(year, month)));
}

/** The last day of the month that a day is in. */
export function endOfMonth(day: DayNumber): DayNumber {
	const { year, month } = dateOf(day);
	return dayNumberOf(year, month, lengthOf(year, month));
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

/** A date of the calendar; months are 1 to 12. */
interface CalendarDate {
	readonly year: number;
	readonly month: number;
	readonly day: number;
}

// Years are counted from 1 March, so that a leap day is the last of its year, and in the four centuries after which the
// calendar repeats: a return has a hundred thousand birthdays, for which the platform's dates are slow.
const MONTHS_IN_YEAR = 12;
const MONTHS_TO_MARCH = 2;
const YEARS_IN_ERA = 400;
const DAYS_IN_ERA = 146_097;
const DAYS_IN_CENTURY = 36_524;
const DAYS_IN_FOUR_YEARS = 1461;
const DAYS_IN_YEAR = 365;
/** Days from 1 March of the year 0 to 1 January 1970. */
const DAYS_TO_1970 = 719_468;

/** Days of a year from 1 March to the first of its months: five months on end have 153 days. */
const daysToMonth = (month: number): number => Math.floor((153 * month + 2) / 5);

function dayNumberOf(year: number, month: number, day: number): DayNumber {
	const isNext = month > MONTHS_TO_MARCH;
	const marchYear = isNext ? year : year - 1;
	const fromMarch = month - 1 - MONTHS_TO_MARCH + (isNext ? 0 : MONTHS_IN_YEAR);
	const leapDays =
		Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / YEARS_IN_ERA);
	return marchYear * DAYS_IN_YEAR + leapDays + daysToMonth(fromMarch) + day - 1 - DAYS_TO_1970;
}

function dateOf(day: DayNumber): CalendarDate {
	const since = day + DAYS_TO_1970;
	const era = Math.floor(since / DAYS_IN_ERA);
	const ofEra = since - era * DAYS_IN_ERA;
	const leapDays =
		Math.floor(ofEra / (DAYS_IN_FOUR_YEARS - 1)) -
		Math.floor(ofEra / DAYS_IN_CENTURY) +
		Math.floor(ofEra / (DAYS_IN_ERA - 1));
	const yearOfEra = Math.floor((ofEra - leapDays) / DAYS_IN_YEAR);
	const ofYear =
		ofEra - yearOfEra * DAYS_IN_YEAR - Math.floor(yearOfEra / 4) + Math.floor(yearOfEra / 100);
	const fromMarch = Math.floor((5 * ofYear + 2) / 153);
	const isNext = fromMarch >= MONTHS_IN_YEAR - MONTHS_TO_MARCH;
	return {
		year: era * YEARS_IN_ERA + yearOfEra + (isNext ? 1 : 0),
		month: fromMarch + 1 + MONTHS_TO_MARCH - (isNext ? MONTHS_IN_YEAR : 0),
		day: ofYear - daysToMonth(fromMarch) + 1
	};
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function lengthOf(year: number, month: number): number {
	const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % YEARS_IN_ERA === 0);
	return month === MONTHS_TO_MARCH && isLeap ? 29 : (LENGTHS[month - 1] ?? 0);
}

function existing(day: DayNumber | null): DayNumber {
	if (day === null) throw new Error('the calendar has no such day');
	return day;
}
