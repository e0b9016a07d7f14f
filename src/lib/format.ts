import type { Decimal } from 'decimal.js';
import { date } from './dates';
import { textOfWords, type Council, type Words } from './model';

/** A number of a finance table: its text, and whether a listener must be told "minus", which signs and brackets may not say. */
export interface TableNumber {
	readonly text: string;
	readonly minus: boolean;
}

const MINUS = '−';
/** A financial year as the engine labels it: '2026/27'. */
const YEAR = /^(\d{4})\/(\d{2})$/;
/** A financial year in each style, from its label, its first year and the last digits of its second. */
const YEARS = {
	slash: (label: string) => label,
	dash: (label: string, first: string, second: string) =>
		follows(first, second) ? `${first}-${second}` : label,
	fy: (label: string, first: string, second: string) =>
		follows(first, second) ? `FY${second}` : label
};
const MILLION = 1_000_000;
/** Decimal places that a unit is shown with; the others show up to one. */
const PLACES: Readonly<Record<string, number>> = {
	children: 0,
	people: 0,
	buildings: 0,
	cases: 0,
	'child-days': 0,
	'child-weeks': 0,
	factor: 3,
	ratio: 2
};
/** What one of a unit is called, where it is not called as several are. */
const ONE: Readonly<Record<string, string>> = {
	children: 'child',
	people: 'person',
	buildings: 'building',
	cases: 'case',
	months: 'month',
	sessions: 'session',
	places: 'place'
};

/** How one council writes what is on its pages: its years, its pounds, and the prices that they are in. */
export interface House {
	/** A financial year by its label: '2026/27' as '2026/27', '2026-27' or 'FY27'. */
	readonly year: (label: string) => string;
	/** The first year to the last, or the one year: '2010/11 to 2015/16'. */
	readonly period: (years: readonly string[]) => string;
	/** A sentence of the engine's with its years as the council writes them and its months in words; what somebody typed stays as it is. */
	readonly sentence: (words: Words) => string;
	/** Pounds for reading: '£1.2 million' or '£1.2m', '£400,000', '−£120,000'; whole pounds below a million. */
	readonly pounds: (value: Decimal) => string;
	/** Pounds in thousands for a table: 120,000 as '120', −120,000 as '−120' or '(120)'. */
	readonly thousands: (value: Decimal) => TableNumber;
	/** A value of any unit for reading: pounds as pounds, a share as a percentage, the rest with the unit behind it. */
	readonly quantity: (value: Decimal, unit: string) => string;
	/** What marks an amount below zero in a table. */
	readonly signs: 'minus' | 'brackets';
	/** The financial year in whose prices amounts are shown; null where they are cash. */
	readonly pricesOf: string | null;
}

/** What a council says of how it is to be shown. */
export type HouseStyle = Pick<Council['council'], 'firstYear' | 'style'>;

/** The one door to years and amounts as a council writes them. */
export function houseOf({ firstYear, style }: HouseStyle): House {
	const year = YEARS[style.years];
	const isFinance = style.numbers === 'finance';
	const million = isFinance ? 'm' : ' million';
	const pounds = (value: Decimal) => roundPounds(value, million);
	return {
		year: (label) => label.replace(YEAR, year),
		period: (years) => {
			const [first = '', last = first] = [years[0], years.at(-1)].map((own) =>
				own?.replace(YEAR, year)
			);
			return first === last ? first : `${first} to ${last}`;
		},
		sentence: (words) => textOfWords(words, { year: (label) => label.replace(YEAR, year), date }),
		pounds,
		thousands: (value) => thousands(value, isFinance),
		quantity: (value, unit) => {
			if (unit === '£') return pounds(value);
			return unit in PLACES || unit === 'FTE'
				? counted(measure(value, unit), unit)
				: input(value, unit);
		},
		signs: isFinance ? 'brackets' : 'minus',
		pricesOf: style.terms === 'real' ? firstYear.replace(YEAR, year) : null
	};
}

function roundPounds(value: Decimal, million: string): string {
	const size = value.abs();
	const sign = value.isNegative() && !isNil(size, 0) ? MINUS : '';
	const whole = size.toDecimalPlaces(0);
	if (whole.lt(MILLION)) return `${sign}£${grouped(whole.toFixed(0))}`;
	return `${sign}£${grouped(trimmed(size.div(MILLION).toFixed(1)))}${million}`;
}

/** Pounds and pence in full: '£1,234,567.89', and whole pounds without '.00'. */
export function exactPounds(value: Decimal): string {
	const size = value.abs();
	const sign = value.isNegative() && !isNil(size, 2) ? MINUS : '';
	return `${sign}£${grouped(size.toFixed(2)).replace(/\.00$/, '')}`;
}

function thousands(value: Decimal, hasBrackets: boolean): TableNumber {
	const size = value.abs().div(1000);
	const minus = value.isNegative() && !isNil(size, 0);
	const text = grouped(size.toFixed(0));
	if (!minus) return { text, minus };
	return { text: hasBrackets ? `(${text})` : `${MINUS}${text}`, minus };
}

/** A measure without its unit: '1,204' children, '36.7' FTE, '1.042' as a factor. */
export function measure(value: Decimal, unit: string): string {
	const places = PLACES[unit] ?? 1;
	const size = value.abs();
	const sign = value.isNegative() && !isNil(size, places) ? MINUS : '';
	return sign + grouped(size.toFixed(places));
}

/** An input as somebody entered it, with all its digits: '£20,500', '£4.20 a mile', '20%', '1% a year', '36.72 FTE'. */
export function input(value: Decimal, unit: string): string {
	if (isShare(unit)) return [percent(value), ...timeOf(unit)].join(' ');
	const [first = '', ...rest] = unit.split(' ');
	if (first === '£') return [exactInput(value), ...rest].join(' ');
	return unit === '' ? plain(value) : counted(plain(value), unit);
}

/** An amount with its unit: '2 people', '1 person', '1 case a month'. */
function counted(amount: string, unit: string): string {
	const [first = '', ...rest] = unit.split(' ');
	const isOne = amount === '1' || amount === `${MINUS}1`;
	return [amount, isOne && first in ONE ? ONE[first] : first, ...rest].join(' ');
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

/**
 * A document's own figure with its unit, '£4m' for 4 £m and '£86.2 thousand' for 86.2 £000; a date needs none, and a count
 * says what it counts itself.
 */
export function stated(value: string, unit: string): string {
	if (unit === 'date' || unit === 'month') return date(value);
	const amount = /^\d+(\.\d+)?$/.test(value) ? grouped(value) : value;
	const [, scale, times] = /^£(000|m|k)?(.*)$/.exec(unit) ?? [];
	if (times !== undefined)
		// Noughts behind a decimal would make it another number.
		return `£${amount}${scale === '000' ? ' thousand' : (scale ?? '')}${times}`;
	if (unit.startsWith('%')) return `${amount}${unit}`;
	return unit === 'count' || unit === '' ? amount : `${amount} ${unit}`;
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

function exactInput(value: Decimal): string {
	const size = value.abs();
	const text = size.isInteger()
		? size.toFixed(0)
		: size.decimalPlaces() > 2
			? size.toFixed()
			: size.toFixed(2);
	return `${value.isNegative() && !size.isZero() ? MINUS : ''}£${grouped(text)}`;
}

/** False for what only looks like a year, such as '2010/12'. */
function follows(first: string, second: string): boolean {
	return (Number(first) + 1) % 100 === Number(second);
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
