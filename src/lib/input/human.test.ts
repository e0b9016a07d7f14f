import { describe, expect, test } from 'vitest';
import { cellText, echoOf, readCell, shownOf, type Field } from './human';

const field = (type: Field['type'], more: Partial<Field> = {}): Field => ({
	label: 'Start',
	type,
	canBeBlank: true,
	...more
});
const grades: Field = field('choice', {
	options: [
		{ value: 'inHouse', label: 'In house' },
		{ value: 'bought', label: 'Bought from a provider' }
	]
});
const valueOf = (typed: string, of: Field): string | null => {
	const reading = readCell(typed, of);
	if (!reading.ok) throw new Error(reading.message);
	return reading.value;
};
const messageOf = (typed: string, of: Field): string => {
	const reading = readCell(typed, of);
	if (reading.ok) throw new Error(`${typed} was read as ${String(reading.value)}`);
	return reading.message;
};

describe('months', () => {
	test.each([
		'2026-04',
		'2026-4',
		'Apr 2026',
		'April 2026',
		'april 2026',
		'Apr-26',
		'04/2026',
		'4/2026',
		'01/04/2026'
	])('%s is 2026-04', (typed) => {
		expect(valueOf(typed, field('month'))).toBe('2026-04');
	});

	test.each(['Sept 2026', 'Sep. 2026', 'September 2026'])('%s is 2026-09', (typed) => {
		expect(valueOf(typed, field('month'))).toBe('2026-09');
	});

	test.each(['2026-13', '00/2026', 'Ma 2026', 'Smarch 2026', '15/04/2026', '2026', '26-04'])(
		'%s is no month',
		(typed) => {
			expect(messageOf(typed, field('month'))).toContain('is not a month');
		}
	);

	test('a year out of reach is refused', () => {
		expect(messageOf('April 2926', field('month'))).toBe('The year must lie between 1900 and 2199');
	});
});

describe('dates', () => {
	test.each([
		'2026-11-03',
		'03/11/2026',
		'3/11/2026',
		'3.11.2026',
		'3 November 2026',
		'3 Nov 2026',
		'3-Nov-26',
		'03/11/26'
	])('%s is 3 November 2026', (typed) => {
		expect(valueOf(typed, field('date'))).toBe('2026-11-03');
	});

	test('a month in front is refused with the mend', () => {
		expect(messageOf('12/25/2026', field('date'))).toContain('write the day first: 25/12/2026');
	});

	test.each(['31/02/2026', '29/02/2025', '31 April 2026', '2026-06-31', '0/1/2026'])(
		'%s does not exist',
		(typed) => {
			expect(messageOf(typed, field('date'))).toContain('There is no');
		}
	);

	test('29 February of a leap year does', () => {
		expect(valueOf('29/02/2028', field('date'))).toBe('2028-02-29');
	});

	test.each(['soon', '13/13/2026', '2026', '3 11 2026'])('%s is no date', (typed) => {
		expect(messageOf(typed, field('date'))).toContain('is not a date');
	});
});

describe('financial years', () => {
	test.each([
		'2026/27',
		'2026-27',
		'2026–27',
		'2026/2027',
		'26/27',
		'FY27',
		'FY2027',
		'FY 26/27',
		'fy2026/27',
		'2026'
	])('%s is 2026/27', (typed) => {
		expect(valueOf(typed, field('year'))).toBe('2026/27');
	});

	test('the century turns', () => {
		expect(valueOf('1999/00', field('year'))).toBe('1999/00');
	});

	test('two years that do not follow each other are refused', () => {
		expect(messageOf('2026/28', field('year'))).toContain('write 2026/27');
	});

	test('a year that a spreadsheet made into a month is named as such', () => {
		expect(messageOf('Nov-10', field('year'))).toContain('a spreadsheet made into a date');
	});

	test.each(['27', 'next', '2026/27/28'])('%s is no financial year', (typed) => {
		expect(messageOf(typed, field('year'))).toContain('is not a financial year');
	});
});

describe('choices, yes and no, text', () => {
	test('a choice is read by label or value in any case', () => {
		expect(valueOf('IN HOUSE', grades)).toBe('inHouse');
		expect(valueOf('bought', grades)).toBe('bought');
		expect(valueOf('bought  from a provider', grades)).toBe('bought');
		expect(messageOf('shared', grades)).toBe(
			'‘shared’ is not one of the choices; write ‘In house’ or ‘Bought from a provider’'
		);
	});

	test('a long list of choices is not read out in full', () => {
		const options = Array.from({ length: 10 }, (_, n) => ({ value: `v${n}`, label: `L${n}` }));
		expect(messageOf('x', field('choice', { options }))).toContain('‘L4’ or one of 5 others');
	});

	test('yes and no', () => {
		expect(['Yes', 'y', 'TRUE'].map((typed) => valueOf(typed, field('yesNo')))).toEqual(
			Array(3).fill('true')
		);
		expect(valueOf('no', field('yesNo'))).toBe('false');
		expect(messageOf('1', field('yesNo'))).toContain('neither yes nor no');
	});

	test('text keeps its lines and loses the space around it', () => {
		expect(valueOf('  Team A\r\nNorth ', field('text'))).toBe('Team A\nNorth');
	});
});

describe('blank', () => {
	test('is blank and never zero, whatever the type', () => {
		for (const type of ['number', 'text', 'choice', 'month', 'date', 'year', 'yesNo'] as const)
			expect(readCell(' \u00a0', field(type))).toEqual({ ok: true, value: null });
	});

	test('is refused where a value is needed', () => {
		expect(messageOf('', field('number', { canBeBlank: false }))).toBe(
			'Start cannot be blank; enter a value'
		);
	});
});

describe('echo and cell text', () => {
	test.each([
		[null, field('number'), 'Blank', ''],
		['0.035', field('number', { unit: 'share of 1' }), '3.5%', '3.5%'],
		['-1200', field('number', { unit: '£' }), '−£1,200', '-1200'],
		['2026-04', field('month'), 'April 2026', '2026-04'],
		['2026-11-03', field('date'), '3 November 2026', '2026-11-03'],
		['2026/27', field('year'), '2026/27', '2026/27'],
		['inHouse', grades, 'In house', 'In house'],
		['false', field('yesNo'), 'No', 'No'],
		['Team A', field('text'), 'Team A', 'Team A']
	])('%s', (value, of, echo, text) => {
		expect(echoOf(value, of)).toBe(echo);
		expect(cellText(value, of)).toBe(text);
		if (value !== null) {
			expect(valueOf(echo, of)).toBe(value);
			expect(valueOf(text, of)).toBe(value);
		}
	});

	test('a table shows a number without the words that its heading says', () => {
		expect(shownOf('20500.5', field('number', { unit: '£ a year' }))).toBe('£20,500.50');
		expect(shownOf('12.5', field('number', { unit: 'FTE' }))).toBe('12.5');
		expect(shownOf('2026-04', field('month'))).toBe('April 2026');
		expect(shownOf(null, field('number'))).toBe('');
	});

	test('a range is copied as one while its middle is the value', () => {
		const fte = field('number', { unit: 'FTE', takesRange: true });
		expect(echoOf('5', fte, { low: '4', high: '6' })).toBe('4 to 6 FTE');
		expect(cellText('5', fte, { low: '4', high: '6' })).toBe('4 to 6');
		expect(cellText('5.5', fte, { low: '4', high: '6' })).toBe('5.5');
	});
});
