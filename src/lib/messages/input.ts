import { quoted } from './sentences';

/** What is said about text that somebody typed or pasted into a cell, each with the way to mend it. */
export const input = {
	blank: 'Blank',
	yes: 'Yes',
	no: 'No',
	needed: (label: string) => `${label} cannot be blank; enter a value`,
	notNumber: (text: string) => `${quoted(text)} is not a number; write digits, such as 12.5`,
	dash: 'A dash could mean nothing or not known; write 0, or leave the cell empty',
	spreadsheetError: (text: string) =>
		`${quoted(text)} is an error of the spreadsheet; write the number, or leave the cell empty`,
	exponent: (text: string) => `${quoted(text)} is a shortened number; write all its digits`,
	decimalComma: (text: string, mended: string) =>
		`${quoted(text)} has a comma for decimals; write ${mended}`,
	grouping: (text: string, mended: string) =>
		`The commas or spaces in ${quoted(text)} do not part thousands; write ${mended}`,
	severalSigns: (text: string) =>
		`${quoted(text)} has more than one sign; write -5 or (5) for less than zero`,
	brackets: (text: string) => `${quoted(text)} has a bracket without its pair; write (5) or -5`,
	inBrackets: (typed: string, value: string, refusal: string) =>
		`${quoted(typed)} is ${value}, ${refusal}`,
	signBehind: (text: string, mended: string) =>
		`${quoted(text)} has its sign behind; write ${mended}`,
	notMoney: (unit: string | null) =>
		unit === null
			? 'This is not an amount of money; leave out the £'
			: `This is a number of ${unit}, not of pounds; leave out the £`,
	notShare: (unit: string | null) =>
		unit === null
			? 'This is not a percentage; write the number without %'
			: `This is in ${unit}, not a percentage; write the number without %`,
	otherTime: (typed: string, unit: string | null) =>
		unit === null
			? `Leave out ${quoted(typed)}; this is a plain number`
			: `This is in ${unit}; turn the amount ${typed} into that`,
	noMultiple: (text: string) => `Write ${quoted(text)} with all its digits here`,
	tooLong: (most: number) => `A number has at most ${most} digits; shorten it`,
	subPenny: (text: string) => `${quoted(text)} is finer than a penny; write two decimals at most`,
	noRange: (middle: string) => `One number is needed here; write ${middle}, the middle, or another`,
	rangeOrder: (low: string, high: string) => `The lower end comes first; write ${low} to ${high}`,
	rangeSign: 'Write a range that goes below zero in words, such as -4 to 6',
	rangeMultiple: 'Write both ends of the range in full, such as 4k to 6k',
	notMonth: (text: string) => `${quoted(text)} is not a month; write it as April 2026`,
	notDate: (text: string) => `${quoted(text)} is not a date; write it as 3 November 2026`,
	monthFirst: (text: string, mended: string) =>
		`${quoted(text)} has the month first; write the day first: ${mended}`,
	noSuchDay: (text: string) => `There is no ${text}; look at the day of the month`,
	notYear: (text: string) => `${quoted(text)} is not a financial year; write it as 2026/27`,
	spreadsheetYear: (text: string) =>
		`${quoted(text)} looks like a year that a spreadsheet made into a date; write it as 2026/27`,
	yearPair: (text: string, mended: string) =>
		`${quoted(text)} does not name two years in a row; write ${mended}`,
	farYear: (first: number, last: number) => `The year must lie between ${first} and ${last}`,
	notYesNo: (text: string) => `${quoted(text)} is neither yes nor no; write yes or no`,
	notOption: (text: string, options: string) =>
		`${quoted(text)} is not one of the choices; write ${options}`,
	noColumn: (cells: number) =>
		cells === 1
			? 'There is no column for this cell'
			: `There are no columns for these ${cells} cells`,
	noRow: 'There is no row for this, and this table takes no new rows',
	newRow: (number: number) => `New row ${number}`,
	tooMany: (most: string) => `This is more than ${most} cells; paste it in parts`,
	ragged: (row: number, cells: number, expected: number) =>
		`Row ${row} of what was pasted has ${cells} ${cells === 1 ? 'cell' : 'cells'} and the first has ${expected}; copy a whole rectangle`,
	nothingToAdjust: 'This cell is blank, so there is nothing to work on; write a number',
	assumedToAdjust:
		'An assumption pack fills this cell, so the baseline has nothing of its own to work on; write a number, or change the pack',
	negativeFactor: 'A factor is 0 or more; write one such as 0.9 for a tenth less',
	or: 'or',
	others: (count: number) => `one of ${count} others`,
	to: 'to'
};
