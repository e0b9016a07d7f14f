import { sentenceList } from '$lib/format';
import { date, month } from '$lib/dates';
import { input as text } from '$lib/messages/input';
import { quoted } from '$lib/messages/sentences';
import { readAdjustment } from './adjustment';
import { readDate, readMonth, readYear } from './calendar';
import { middleOf, numberEcho, numberShown, numberText, rangeEcho, readNumber } from './number';
import { read, refused, type Reading } from './reading';
import type { CellAdjusts, GridColumn, Option, Range } from './table';

/** What of a column decides how its text is read and written. */
export type Field = Pick<
	GridColumn,
	'label' | 'type' | 'unit' | 'options' | 'canBeBlank' | 'takesRange' | 'writeYear'
>;

const YES_NO: readonly Option[] = [
	{ value: 'true', label: text.yes },
	{ value: 'false', label: text.no }
];
const NAMED_OPTIONS = 6;

/**
 * Reads what a person typed or pasted into a cell as canonical text, or says in one sentence what is wrong and how to
 * mend it. Nothing typed is blank, never zero; yes and no are 'true' and 'false', as files hold them. Where the cell says
 * what it may be adjusted from, '× 0.9' and the like are read too.
 */
export function readCell(typed: string, field: Field, adjusts?: CellAdjusts): Reading {
	const tidy = typed.trim();
	if (tidy === '') return field.canBeBlank ? read(null) : refused(text.needed(field.label));
	switch (field.type) {
		case 'number':
			return (
				(adjusts && readAdjustment(tidy, field.unit ?? '', adjusts)) ??
				readNumber(tidy, field.unit, field.takesRange)
			);
		case 'text':
			return read(tidy.replace(/\r\n?/g, '\n'));
		case 'month':
			return readMonth(tidy);
		case 'date':
			return readDate(tidy);
		case 'year':
			return readYear(tidy);
		case 'yesNo':
			return readYesNo(tidy);
		case 'choice':
			return readChoice(tidy, field.options ?? []);
	}
}

/** A cell's value in full, as people read it: '£1,200,000', '12.5 FTE', '3.5%', '4 to 6', 'April 2026', 'Blank'. */
export function echoOf(value: string | null, field: Field, range?: Range): string {
	if (value === null) return text.blank;
	switch (field.type) {
		case 'number':
			return range === undefined
				? numberEcho(value, field.unit)
				: rangeEcho(range.low, range.high, field.unit);
		case 'month':
			return month(value);
		case 'date':
			return date(value);
		case 'text':
			return value;
		case 'year':
			return field.writeYear?.(value) ?? value;
		case 'yesNo':
		case 'choice':
			return optionsOf(field).find((option) => option.value === value)?.label ?? value;
	}
}

/** A cell's value as a table shows it under its heading: as in `echoOf`, without the words of the unit; nothing for blank. */
export function shownOf(value: string | null, field: Field): string {
	if (value === null) return '';
	return field.type === 'number' ? numberShown(value, field.unit) : echoOf(value, field);
}

/**
 * A cell's value as text that a spreadsheet takes and that reads back as the same value: bare digits, '3.5%', '2026-04'.
 * A range is written as such where its middle is the value.
 */
export function cellText(value: string | null, field: Field, range?: Range): string {
	if (value === null) return '';
	if (field.type === 'choice' || field.type === 'yesNo' || field.type === 'year')
		return echoOf(value, field);
	if (field.type !== 'number') return value;
	if (range !== undefined && middleOf(range.low, range.high, field.unit) === value)
		return `${numberText(range.low, field.unit)} ${text.to} ${numberText(range.high, field.unit)}`;
	return numberText(value, field.unit);
}

/** What may stand in a cell of a few choices: a choice's own, or yes and no; none for other kinds. */
export function optionsOf(field: Field): readonly Option[] {
	return field.type === 'yesNo' ? YES_NO : field.type === 'choice' ? (field.options ?? []) : [];
}

function readYesNo(tidy: string): Reading {
	if (/^(?:yes|y|true)$/i.test(tidy)) return read('true');
	return /^(?:no|n|false)$/i.test(tidy) ? read('false') : refused(text.notYesNo(tidy));
}

function readChoice(tidy: string, options: readonly Option[]): Reading {
	const plain = (words: string): string => words.toLowerCase().replace(/\s+/g, ' ').trim();
	const wanted = plain(tidy);
	const found =
		options.find(({ value }) => value === tidy) ??
		options.find(({ label }) => plain(label) === wanted) ??
		options.find(({ value }) => plain(value) === wanted);
	return found === undefined ? refused(text.notOption(tidy, named(options))) : read(found.value);
}

function named(options: readonly Option[]): string {
	const labels = options.map(({ label }) => quoted(label));
	return labels.length <= NAMED_OPTIONS
		? sentenceList(labels, text.or)
		: sentenceList(
				[...labels.slice(0, NAMED_OPTIONS - 1), text.others(labels.length - NAMED_OPTIONS + 1)],
				text.or
			);
}
