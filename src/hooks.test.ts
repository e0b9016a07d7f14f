import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { transport } from './hooks';

const codec = transport['Decimal'];

test('a Decimal of any length crosses from server to browser without losing a digit', () => {
	fc.assert(
		fc.property(fc.bigInt(), fc.integer({ min: 0, max: 40 }), (digits, places) => {
			const text = `${digits}e-${places}`;
			const sent: unknown = codec?.encode(new Decimal(text));
			const received: unknown = codec?.decode(sent);
			expect(Decimal.isDecimal(received) && received.eq(text)).toBe(true);
		})
	);
});

test('the sign of a negative zero survives the crossing', () => {
	const received: unknown = codec?.decode(codec.encode(new Decimal('-0')));
	expect(Decimal.isDecimal(received) && received.isNegative()).toBe(true);
});

test('what is not a Decimal is left to the other kinds of transport', () => {
	for (const other of [0, '610.25', null, { s: 1, e: 0, d: [1] }]) {
		expect(codec?.encode(other)).toBe(false);
	}
});
