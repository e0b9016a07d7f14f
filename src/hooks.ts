import type { Transport } from '@sveltejs/kit';
import { Decimal } from 'decimal.js';

/** How a Decimal crosses from server to browser: as its exact text, so that no digit is lost on the way. */
export const transport: Transport = {
	Decimal: {
		// valueOf keeps the sign of a negative zero, which toString drops.
		encode: (value: unknown) => Decimal.isDecimal(value) && value.valueOf(),
		decode: (text: string) => new Decimal(text)
	}
};
