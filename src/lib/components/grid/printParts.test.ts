import { expect, test } from 'vitest';
import { printParts } from './printParts';

const columns = (count: number) => Array.from({ length: count }, (_, number) => number);

test('a wide table is parted evenly, in its order, with every column once', () => {
	expect(printParts(columns(10)).map((part) => part.length)).toEqual([10]);
	expect(printParts(columns(11)).map((part) => part.length)).toEqual([6, 5]);
	expect(printParts(columns(30)).map((part) => part.length)).toEqual([10, 10, 10]);
	expect(printParts(columns(31)).flat()).toEqual(columns(31));
	expect(printParts([])).toEqual([]);
});
