import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { middleOf, numberEcho, numberText, rangeEcho, readNumber } from './number';

const valueOf = (typed: string, unit = '', takesRange = false): string | null => {
	const reading = readNumber(typed, unit, takesRange);
	if (!reading.ok) throw new Error(`${typed}: ${reading.message}`);
	return reading.value;
};
const messageOf = (typed: string, unit = '', takesRange = false): string => {
	const reading = readNumber(typed, unit, takesRange);
	if (reading.ok) throw new Error(`${typed} was read as ${String(reading.value)}`);
	return reading.message;
};

describe('numbers as people write them', () => {
	test.each([
		['12.5', '', '12.5'],
		['1,234,567.89', '£', '1234567.89'],
		['1 234 567', '', '1234567'],
		['£450k', '£ a year', '450000'],
		['£ 1.2m', '£', '1200000'],
		['1.2 million', '£', '1200000'],
		['£1.25bn', '£', '1250000000'],
		['(120)', '£', '-120'],
		['(£120)', '£', '-120'],
		['£(1.5k)', '£', '-1500'],
		['(1.5)k', '£', '-1500'],
		['-£120', '£', '-120'],
		['£-120', '£', '-120'],
		['−120', '', '-120'],
		['+7', '', '7'],
		['.5', '', '0.5'],
		['5.', '', '5'],
		['007', '', '7'],
		['-0', '', '0'],
		['１２．５', '', '12.5'],
		['￡１，２００', '£', '1200'],
		['12.5 FTE', 'FTE', '12.5'],
		['12.5fte', 'FTE', '12.5'],
		['£20,500 a year', '£ a year', '20500'],
		['£20.5k pa', '£ a year', '20500'],
		['£20.5k p.a.', '£ a year', '20500'],
		['£450 per week', '£ a week', '450'],
		['£450pw', '£ a week', '450'],
		['12 a month', 'cases a month', '12'],
		['6 months', 'months', '6']
	])('%s in %s is %s', (typed, unit, value) => {
		expect(valueOf(typed, unit)).toBe(value);
	});

	test.each([
		['3.5%', '0.035'],
		['3.5', '0.035'],
		['100', '1'],
		['-2 %', '-0.02'],
		['(2%)', '-0.02'],
		['0.1', '0.001'],
		['33.3333333333333333', '0.333333333333333333']
	])('a share typed as %s is %s, all digits kept', (typed, value) => {
		expect(valueOf(typed, 'share of 1')).toBe(value);
		expect(valueOf(`${typed} a year`, 'share a year')).toBe(value);
	});
});

describe('what is refused', () => {
	test.each([
		['1e309', '', 'shortened'],
		['1.2E+06', '£', 'shortened'],
		['1e-5', '', 'shortened'],
		['NaN', '', 'not a number'],
		['Infinity', '', 'not a number'],
		['0x10', '', 'not a number'],
		['ten', '', 'not a number'],
		['5²', '', 'not a number'],
		['1.2.3', '', 'not a number'],
		['12 apples', '', 'not a number'],
		['£', '£', 'not a number'],
		['££5', '£', 'not a number'],
		['1,23,4', '', 'write 1234'],
		['1 23', '', 'write 123'],
		['1.234,56', '', 'write 1234.56'],
		['12,5', '', 'write 12.5'],
		['--5', '', 'more than one sign'],
		['-(5)', '', 'more than one sign'],
		['(-5)', '', 'more than one sign'],
		['+-5', '', 'more than one sign'],
		['(5', '', 'without its pair'],
		['5)', '', 'without its pair'],
		['120-', '£', 'write -120'],
		['-', '£', 'write 0, or leave'],
		['#REF!', '£', 'error of the spreadsheet'],
		['£5', 'FTE', 'number of FTE'],
		['5%', 'FTE', 'not a percentage'],
		['5%', '£', 'not a percentage'],
		['3k', 'share of 1', 'all its digits'],
		['6m', 'months', 'all its digits'],
		['£450 a week', '£ a year', 'turn the amount a week into that'],
		['£450 a year', '£', 'This is in £'],
		['12.345', '£', 'finer than a penny'],
		['£0.001', '£ a year', 'finer than a penny'],
		['1'.repeat(41), '', 'at most 40 digits'],
		['9'.repeat(35) + 'bn', '', 'at most 40 digits'],
		['1'.repeat(100_000), '', 'at most 40 digits']
	])('%s in %s', (typed, unit, part) => {
		expect(messageOf(typed, unit)).toContain(part);
	});

	test('a price a week may be finer than a penny', () => {
		expect(valueOf('£12.345', '£ a week')).toBe('12.345');
	});
});

describe('ranges', () => {
	test.each([
		['4 to 6', '', '4', '6', '5'],
		['4–6', '', '4', '6', '5'],
		['4-6', '', '4', '6', '5'],
		['4 TO 6 FTE', 'FTE', '4', '6', '5'],
		['4 FTE - 6 FTE', 'FTE', '4', '6', '5'],
		['£19k to £22.5k a year', '£ a year', '19000', '22500', '20750'],
		['-4 to 6', '', '-4', '6', '1'],
		['3 to 5%', 'share of 1', '0.03', '0.05', '0.04'],
		['0 to 5k', '', '0', '5000', '2500'],
		['£0.01 to £0.02', '£', '0.01', '0.02', '0.02']
	])('%s in %s runs from %s to %s around %s', (typed, unit, low, high, value) => {
		expect(readNumber(typed, unit, true)).toEqual({ ok: true, value, range: { low, high } });
	});

	test.each([
		['6 to 4', 'write 4 to 6'],
		['2026-04', 'write 4 to 2,026'],
		['-4-6', 'below zero'],
		['4--6', 'below zero'],
		['4 to 6k', 'in full'],
		['500 to 1m', 'in full'],
		['4-6-8', 'not a number'],
		['4 to six', 'not a number']
	])('%s is refused', (typed, part) => {
		expect(messageOf(typed, '', true)).toContain(part);
	});

	test('a range from a number to itself is the number', () => {
		expect(readNumber('5 to 5', '', true)).toEqual({ ok: true, value: '5' });
	});

	test('a column of single numbers says what the middle is', () => {
		expect(messageOf('4 to 6', 'FTE')).toBe(
			'One number is needed here; write 5 FTE, the middle, or another'
		);
	});

	test('a range is echoed with one unit, and its middle is exact', () => {
		expect(rangeEcho('19000', '22500', '£ a year')).toBe('£19,000 to £22,500 a year');
		expect(rangeEcho('0.03', '0.05', 'share of 1')).toBe('3% to 5%');
		expect(middleOf('0.1', '0.2', 'share of 1')).toBe('0.15');
	});
});

describe('echoes', () => {
	test.each([
		['1200000', '£', '£1,200,000'],
		['-120', '£', '−£120'],
		['4.5', '£ a week', '£4.50 a week'],
		['12.5', 'FTE', '12.5 FTE'],
		['0.035', 'share of 1', '3.5%'],
		['0.01', 'share a year', '1% a year'],
		['1234.56789', '', '1,234.56789']
	])('%s in %s is shown as %s', (value, unit, shown) => {
		expect(numberEcho(value, unit)).toBe(shown);
	});

	const pence = fc.bigInt({ min: -10_000_000_000_000n, max: 10_000_000_000_000n });
	const inPounds = (amount: bigint): string => {
		const size = amount < 0n ? -amount : amount;
		const text = `${String(size / 100n)}.${String(size % 100n).padStart(2, '0')}`;
		return (amount < 0n ? '-' : '') + text.replace(/\.?0+$/, '');
	};

	test('every amount up to ±£100 billion reads back from its echo and from its cell text', () => {
		fc.assert(
			fc.property(
				pence,
				fc.constantFrom('£', '£ a year', '£ a week', 'FTE', ''),
				(amount, unit) => {
					const value = amount % 100n === 0n ? String(amount / 100n) : inPounds(amount);
					expect(valueOf(numberEcho(value, unit), unit)).toBe(value);
					expect(valueOf(numberText(value, unit), unit)).toBe(value);
				}
			)
		);
	});

	test('every share reads back from its echo and from its cell text', () => {
		fc.assert(
			fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), (ninths) => {
				const sign = ninths < 0 ? '-' : '';
				const digits = String(Math.abs(ninths)).padStart(9, '0').replace(/0+$/, '');
				const value = digits === '' ? '0' : `${sign}0.${digits}`;
				expect(valueOf(numberEcho(value, 'share of 1'), 'share of 1')).toBe(value);
				expect(valueOf(numberText(value, 'share a year'), 'share a year')).toBe(value);
			})
		);
	});

	test('whatever is typed is read or refused with one sentence, and what is read is decimal text', () => {
		const pieces = fc.constantFrom(
			'1',
			'23',
			'.',
			',',
			' ',
			'-',
			'(',
			')',
			'£',
			'%',
			'k',
			'to',
			'e'
		);
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
				const reading = readNumber(parts.join(''), '£', true);
				if (reading.ok) expect(reading.value).toMatch(/^-?\d+(\.\d+)?$/);
				else expect(reading.message).not.toBe('');
			})
		);
	});
});
