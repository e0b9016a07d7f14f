import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	capital,
	exactPounds,
	houseOf,
	input,
	measure,
	percent,
	range,
	sentenceList,
	stated,
	type HouseStyle
} from './format';

const d = (text: string) => new Decimal(text);
const house = (style: Partial<HouseStyle['style']> = {}) =>
	houseOf({
		firstYear: '2026/27',
		style: { years: 'slash', numbers: 'plain', terms: 'cash', ...style }
	});
const { pounds, quantity } = house();
const { thousands } = house({ numbers: 'finance' });

describe('pounds for reading', () => {
	test.each([
		['1234567', '£1.2 million'],
		['1000000', '£1 million'],
		['999999.50', '£1 million'],
		['999999.49', '£999,999'],
		['400000', '£400,000'],
		['-120000', '−£120,000'],
		['-18250000', '−£18.3 million'],
		['1234567890', '£1,234.6 million'],
		['0', '£0'],
		['-0.4', '£0'],
		['-0.5', '−£1']
	])('%s is %s', (value, text) => {
		expect(pounds(d(value))).toBe(text);
	});

	test('in full they keep their pence, and leave out .00', () => {
		expect(exactPounds(d('1234567.8'))).toBe('£1,234,567.80');
		expect(exactPounds(d('-120000'))).toBe('−£120,000');
		expect(exactPounds(d('-0.001'))).toBe('£0');
	});
});

describe('thousands for finance tables', () => {
	test.each([
		['120000', '120', false],
		['-120000', '(120)', true],
		['-1234500', '(1,235)', true],
		['499', '0', false],
		['-499', '0', false],
		['-500', '(1)', true]
	])('%s is %s', (value, text, minus) => {
		expect(thousands(d(value))).toEqual({ text, minus });
	});

	test('digits read back as the rounded amount', () => {
		fc.assert(
			fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), (amount) => {
				const { text, minus } = thousands(d(amount.toString()));
				const back = d(text.replace(/[(),]/g, '')).times(minus ? -1 : 1);
				expect(back.times(1000).minus(amount.toString()).abs().lte(500)).toBe(true);
			})
		);
	});
});

describe('the style of a council', () => {
	test('says million in a word or in a letter, and its minus in a sign or in brackets', () => {
		const finance = house({ numbers: 'finance' });
		expect(finance.pounds(d('-1234567'))).toBe('−£1.2m');
		expect(finance.pounds(d('400000'))).toBe('£400,000');
		expect(finance.quantity(d('2500000'), '£')).toBe('£2.5m');
		expect(finance.signs).toBe('brackets');
		expect(house().thousands(d('-120000'))).toEqual({ text: '−120', minus: true });
		expect(house().signs).toBe('minus');
	});

	test.each([
		['slash', '2026/27', '1999/00', '2010/11 to 2015/16'],
		['dash', '2026-27', '1999-00', '2010-11 to 2015-16'],
		['fy', 'FY27', 'FY00', 'FY11 to FY16']
	] as const)('writes years with %s', (years, one, turn, period) => {
		const { year, period: periodOf } = house({ years });
		expect(year('2026/27')).toBe(one);
		expect(year('1999/00')).toBe(turn);
		expect(periodOf(['2010/11', '2011/12', '2015/16'])).toBe(period);
		expect(periodOf(['2026/27'])).toBe(one);
	});

	test('writes the years of a sentence, and nothing that only looks like one', () => {
		const { sentence, year } = house({ years: 'dash' });
		expect(
			sentence(['Plan 2026/27', ' from ', { year: '2010/11' }, ' or ', { date: '2011-04' }])
		).toBe('Plan 2026/27 from 2010-11 or April 2011');
		expect(year('2010/12')).toBe('2010/12');
	});

	test('names the prices of real terms', () => {
		expect(house().pricesOf).toBeNull();
		expect(house({ terms: 'real', years: 'dash' }).pricesOf).toBe('2026-27');
	});
});

test('a measure has the decimal places of its unit', () => {
	expect(measure(d('1203.7'), 'children')).toBe('1,204');
	expect(measure(d('36.72'), 'FTE')).toBe('36.7');
	expect(measure(d('1.0424'), 'factor')).toBe('1.042');
	expect(measure(d('-0.04'), 'FTE')).toBe('0.0');
	expect(measure(d('-3.5'), 'cases')).toBe('−4');
});

test('one of a unit is called one', () => {
	expect(quantity(d('1'), 'children')).toBe('1 child');
	expect(quantity(d('-1'), 'cases')).toBe('−1 case');
	expect(quantity(d('2'), 'children')).toBe('2 children');
	expect(input(d('1'), 'people')).toBe('1 person');
	expect(input(d('1'), 'sessions a month')).toBe('1 session a month');
	expect(input(d('1.5'), 'months')).toBe('1.5 months');
	expect(input(d('1'), 'FTE')).toBe('1 FTE');
});

test('a quantity carries its unit', () => {
	expect(quantity(d('412.3'), 'children')).toBe('412 children');
	expect(quantity(d('2500000'), '£')).toBe('£2.5 million');
});

test('an input keeps the digits it was entered with', () => {
	expect(input(d('20500'), '£')).toBe('£20,500');
	expect(input(d('4.2'), '£ a mile')).toBe('£4.20 a mile');
	expect(input(d('0.125'), 'share of 1')).toBe('12.5%');
	expect(input(d('0.01'), 'share a year')).toBe('1% a year');
	expect(input(d('36.72'), 'FTE')).toBe('36.72 FTE');
	expect(input(d('0.00123'), 'a day')).toBe('0.00123 a day');
});

test('a range says "to" and names its unit once', () => {
	expect(range(d('4'), d('6'), 'months')).toBe('4 to 6 months');
	expect(range(d('19000'), d('22500'), '£ a year')).toBe('£19,000 to £22,500 a year');
	expect(range(d('0.05'), d('0.1'), 'share of 1')).toBe('5% to 10%');
	expect(range(d('0.01'), d('0.045'), 'share a year')).toBe('1% to 4.5% a year');
	expect(range(d('6'), d('6.0'), 'months')).toBe('6 months');
});

test('percentages are exact', () => {
	expect(percent(d('0.07'))).toBe('7%');
	expect(percent(d('-0.0251'))).toBe('−2.51%');
});

test('a stated figure keeps the document’s unit', () => {
	expect(stated('1.8', '£ million')).toBe('£1.8 million');
	expect(stated('4', '£m')).toBe('£4m');
	expect(stated('5820', '£ a week')).toBe('£5,820 a week');
	expect(stated('1.5 to 2.5', '£m')).toBe('£1.5 to 2.5m');
	expect(stated('2010-02-18', 'date')).toBe('18 February 2010');
	expect(stated('23', 'count')).toBe('23');
	expect(stated('86.2', '£000 a year')).toBe('£86.2 thousand a year');
	expect(stated('1310', '£000')).toBe('£1,310 thousand');
	expect(stated('65', '% of users')).toBe('65% of users');
	expect(stated('19.8', '%')).toBe('19.8%');
	expect(stated('1234', 'families')).toBe('1,234 families');
});

test('a list ends with its last word', () => {
	expect(sentenceList([], 'and')).toBe('');
	expect(sentenceList(['a'], 'and')).toBe('a');
	expect(sentenceList(['a', 'b', 'c'], 'and')).toBe('a, b and c');
});

test('a sentence begins with a capital letter', () => {
	expect(capital('cashable £3')).toBe('Cashable £3');
	expect(capital('')).toBe('');
});
