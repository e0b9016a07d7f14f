import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBlock, writeBlock } from './block';

const rowsOf = (text: string): readonly (readonly string[])[] => {
	const block = readBlock(text);
	if (!block.ok) throw new Error(`row ${String(block.row)} is ragged`);
	return block.rows;
};

describe('reading what a spreadsheet copies', () => {
	test('rows and cells, with a line end behind the last row', () => {
		expect(rowsOf('a\tb\r\nc\td\r\n')).toEqual([
			['a', 'b'],
			['c', 'd']
		]);
		expect(rowsOf('a\nb')).toEqual([['a'], ['b']]);
		expect(rowsOf('a\rb\r')).toEqual([['a'], ['b']]);
	});

	test('cells in quotes hold tabs, lines and quotes', () => {
		expect(rowsOf('"two\nlines"\t"a\tb"\t"say ""no"""\r\n')).toEqual([
			['two\nlines', 'a\tb', 'say "no"']
		]);
	});

	test('a quote inside or a lone quote is what it looks like', () => {
		expect(rowsOf('6" nails\t"tis')).toEqual([['6" nails', '"tis']]);
		expect(rowsOf('"a"b\tc')).toEqual([['"a"b', 'c']]);
	});

	test('blank cells and blank rows keep their place', () => {
		expect(rowsOf('a\t\n\tb\n')).toEqual([
			['a', ''],
			['', 'b']
		]);
		expect(rowsOf('a\n\nb\n')).toEqual([['a'], [''], ['b']]);
		expect(rowsOf('')).toEqual([['']]);
		expect(rowsOf('a\tb\n\n\n')).toEqual([['a', 'b']]);
	});

	test('ragged rows are refused with their number', () => {
		expect(readBlock('a\tb\nc\td\ne\n')).toEqual({ ok: false, row: 3, cells: 1, expected: 2 });
	});
});

describe('writing', () => {
	test('a cell never starts what a spreadsheet would run', () => {
		expect(writeBlock([['=1+1', '@x', '+44', '-2+3', '- 1', '-5', '-3.5%', '-4 to 6']])).toBe(
			"'=1+1\t'@x\t'+44\t'-2+3\t'- 1\t-5\t-3.5%\t-4 to 6\r\n"
		);
	});

	test('any rectangle reads back as itself', () => {
		const piece = fc.constantFrom('a', '1', '"', '\t', '\n', '=', "'", '-', '+', '@', ' ', '');
		const cell = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(''));
		const rectangle = fc.integer({ min: 1, max: 4 }).chain((width) =>
			fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
				minLength: 1,
				maxLength: 5
			})
		);
		fc.assert(
			fc.property(rectangle, (rows) => {
				expect(rowsOf(writeBlock(rows))).toEqual(rows);
				for (const cell of rows.flat())
					expect(writeBlock([[cell]])).not.toMatch(/^"?(?:[=+@]|-\D)/);
			})
		);
	});

	test('ten thousand cells are read in well under a second', () => {
		const rows = Array.from({ length: 1000 }, (_, row) =>
			Array.from({ length: 10 }, (_, column) => `"${String(row)}\t${String(column)}`)
		);
		expect(rowsOf(writeBlock(rows))).toEqual(rows);
	});
});
