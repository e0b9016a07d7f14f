import { Decimal } from 'decimal.js';
import { input as text } from '$lib/messages/input';
import { plainCharacters, refused, type Reading } from './reading';
import { unitForm, withoutUnit, type UnitForm } from './unit';

/** Decimals that never round what a person typed: far more digits than a cell may have. */
const Exact = Decimal.clone({ precision: 200 });

/** The longest number that a council file holds, in characters. */
const MOST_DIGITS = 40;
const LONGEST_TYPING = 200;
const MULTIPLES: Readonly<Record<string, number>> = {
	k: 1e3,
	thousand: 1e3,
	m: 1e6,
	mn: 1e6,
	million: 1e6,
	bn: 1e9,
	billion: 1e9
};

/** One number as it was typed: its value in the column's unit, and whether k, m or bn stood behind it. */
interface Typed {
	readonly ok: true;
	readonly value: Decimal;
	readonly isMultiple: boolean;
}

type Refusal = ReturnType<typeof refused>;

/**
 * Reads a number as people write it: £, thousands groups, brackets for less than zero, k, m and bn, the column's own
 * unit behind it, and '4 to 6' where a range is welcome. In a share column a bare 3.5 is 3.5%, which is 0.035.
 */
export function readNumber(typed: string, unit = '', takesRange = false): Reading {
	const form = unitForm(unit);
	const tidy = plainCharacters(typed);
	if (tidy.length > LONGEST_TYPING) return refused(text.tooLong(MOST_DIGITS));
	const strange = strangeText(tidy);
	if (strange !== null) return refused(strange);
	const whole = withoutUnit(tidy, form);
	if (whole.otherTime !== undefined) return refused(text.otherTime(whole.otherTime, form.name));
	const ends = rangeEnds(whole.text);
	if (ends !== null) return readRange(ends, { unit, form, takesRange });
	const one = readOne(whole.text, form);
	if (!one.ok) return one;
	return canonical(one.value, unit, tidy);
}

/** A number in the words of its unit, all digits, '£1,200,000', '12.5 FTE', '3.5% a year'; it reads back as itself. */
export function numberEcho(value: string, unit = ''): string {
	const form = unitForm(unit);
	return [signed(new Exact(value), form), form.words].filter((part) => part !== '').join(' ');
}

/** A number as a table shows it under a heading that names its unit: '£1,200,000', '12.5', '3.5%'. */
export function numberShown(value: string, unit = ''): string {
	return signed(new Exact(value), unitForm(unit));
}

/** A number for a spreadsheet: bare digits, and a share with its %. */
export function numberText(value: string, unit = ''): string {
	const form = unitForm(unit);
	return form.kind === 'percent'
		? `${new Exact(value).times(100).toFixed()}%`
		: new Exact(value).toFixed();
}

/** A range in the words of its unit: '4 to 6 FTE', '£19,000 to £22,500 a year'. */
export function rangeEcho(low: string, high: string, unit = ''): string {
	const form = unitForm(unit);
	return `${signed(new Exact(low), form)} ${text.to} ${numberEcho(high, unit)}`;
}

/** The middle of a range, which stands for it: to the penny where the unit has no finer coin. */
export function middleOf(low: string, high: string, unit = ''): string {
	const middle = new Exact(low).plus(high).div(2);
	return (isInPence(unit) ? middle.toDecimalPlaces(2, Decimal.ROUND_HALF_UP) : middle).toFixed();
}

/** True for amounts that have nothing finer than a penny. */
export function isInPence(unit: string): boolean {
	return unit === '£' || unit === '£ a year';
}

function strangeText(tidy: string): string | null {
	if (tidy === '-') return text.dash;
	if (tidy.startsWith('#')) return text.spreadsheetError(tidy);
	if (/^[-+(£ ]*\d[\d.,]*e[-+]?\d+\)?$/i.test(tidy)) return text.exponent(tidy);
	return null;
}

function readOne(typed: string, form: UnitForm): Typed | Refusal {
	const inner = withoutUnit(typed, form).text;
	const match = /^([-+(£ ]*)([\d., ]*\d[\d., ]*)(\)?) ?([a-z]*) ?(%?)(\)?)$/i.exec(inner);
	if (match === null) return refused(unreadable(inner));
	const [, front = '', digits = '', closed = '', word = '', percent = '', closedLast = ''] = match;
	const signs = front.replace(/[^-+]/g, '').length;
	const opened = front.split('(').length - 1;
	if (signs + opened > 1) return refused(text.severalSigns(inner));
	if (opened !== closed.length + closedLast.length) return refused(text.brackets(inner));
	const pounds = front.split('£').length - 1;
	if (pounds > 0 && form.kind !== 'pounds') return refused(text.notMoney(form.name));
	if (pounds > 1) return refused(text.notNumber(inner));
	if (percent !== '' && form.kind !== 'percent') return refused(text.notShare(form.name));
	const multiple = word === '' ? 1 : MULTIPLES[word.toLowerCase()];
	if (multiple === undefined) return refused(text.notNumber(inner));
	if (word !== '' && (form.kind === 'percent' || form.words === 'months'))
		return refused(text.noMultiple(inner));
	const size = readDigits(digits.trim());
	if (typeof size === 'string') return refused(size);
	const value = size.times(multiple).div(form.kind === 'percent' ? 100 : 1);
	const isBelowZero = opened > 0 || front.includes('-');
	return { ok: true, value: isBelowZero ? value.neg() : value, isMultiple: word !== '' };
}

function unreadable(inner: string): string {
	const behind = /^(£?[\d.,]+)-$/.exec(inner)?.[1];
	return behind === undefined ? text.notNumber(inner) : text.signBehind(inner, `-${behind}`);
}

/** The number that bare digits stand for, or what is wrong with their commas, spaces and points. */
function readDigits(digits: string): Decimal | string {
	const isPlain = /^(?:\d+\.?\d*|\.\d+)$/.test(digits);
	const isGrouped =
		/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits) || /^\d{1,3}(?: \d{3})+(?:\.\d+)?$/.test(digits);
	if (isPlain || isGrouped) return new Exact(digits.replace(/[, ]/g, '').replace(/\.$/, ''));
	if (/^(?:\d+|\d{1,3}(?:[. ]\d{3})+),\d+$/.test(digits))
		return text.decimalComma(digits, digits.replace(/[. ]/g, '').replace(',', '.'));
	if (/^[\d, ]+(?:\.\d+)?$/.test(digits)) return text.grouping(digits, digits.replace(/[, ]/g, ''));
	return text.notNumber(digits);
}

function canonical(value: Decimal, unit: string, typed: string): Reading {
	const plain = value.isZero() ? '0' : value.toFixed();
	if (plain.length > MOST_DIGITS) return refused(text.tooLong(MOST_DIGITS));
	if (isInPence(unit) && value.decimalPlaces() > 2) return refused(text.subPenny(typed));
	return { ok: true, value: plain };
}

interface Ends {
	readonly low: string;
	readonly high: string;
	readonly isDash: boolean;
}

function rangeEnds(tidy: string): Ends | null {
	const [, low, high] = /^(.+?) to (.+)$/i.exec(tidy) ?? [];
	if (low !== undefined && high !== undefined) return { low, high, isDash: false };
	const [, from, until] = /^(.*?[\d%)a-z]) ?- ?(.+)$/i.exec(tidy) ?? [];
	return from === undefined || until === undefined
		? null
		: { low: from, high: until, isDash: true };
}

function readRange(
	ends: Ends,
	{ unit, form, takesRange }: { unit: string; form: UnitForm; takesRange: boolean }
): Reading {
	const low = readOne(ends.low, form);
	if (!low.ok) return low;
	const high = readOne(ends.high, form);
	if (!high.ok) return high;
	// '-4-6' may end at 6 or at -6.
	if (ends.isDash && (low.value.isNegative() || high.value.isNegative()))
		return refused(text.rangeSign);
	// '4 to 6k' may start at 4 or at 4,000.
	if (low.isMultiple !== high.isMultiple && !low.value.isZero()) return refused(text.rangeMultiple);
	const lowest = canonical(low.value, unit, ends.low);
	const highest = canonical(high.value, unit, ends.high);
	if (!lowest.ok || lowest.value === null) return lowest;
	if (!highest.ok || highest.value === null) return highest;
	if (low.value.gt(high.value))
		return refused(
			text.rangeOrder(numberEcho(highest.value, unit), numberEcho(lowest.value, unit))
		);
	if (low.value.eq(high.value)) return lowest;
	const value = middleOf(lowest.value, highest.value, unit);
	if (!takesRange) return refused(text.noRange(numberEcho(value, unit)));
	return { ok: true, value, range: { low: lowest.value, high: highest.value } };
}

function signed(value: Decimal, form: UnitForm): string {
	const size = form.kind === 'percent' ? value.abs().times(100) : value.abs();
	const sign = value.isNegative() && !value.isZero() ? '−' : '';
	const body = grouped(size, form.kind === 'pounds');
	return `${sign}${form.kind === 'pounds' ? '£' : ''}${body}${form.kind === 'percent' ? '%' : ''}`;
}

function grouped(size: Decimal, inPence: boolean): string {
	const plain = inPence && size.decimalPlaces() === 1 ? size.toFixed(2) : size.toFixed();
	const [whole = '', decimals] = plain.split('.');
	const parted = whole.replace(/\B(?=(\d{3})+$)/g, ',');
	return decimals === undefined ? parted : `${parted}.${decimals}`;
}
