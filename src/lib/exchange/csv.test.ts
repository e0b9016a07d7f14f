import { describe, expect, test } from 'vitest';
import { csv } from './csv';

describe('CSV', () => {
	test('cells with commas and quotes are quoted', () => {
		expect(csv([['a,b', 'say "x"', '-12.5']])).toBe('"a,b","say ""x""",-12.5\r\n');
	});

	test('no cell can be run as a formula', () => {
		expect(csv([['=1+1', '@x', '+1', '-1+2']])).toBe("'=1+1,'@x,'+1,'-1+2\r\n");
	});
});
