import type { Decimal } from 'decimal.js';
import { Exact } from '../money/money';

/** A number in a sentence, its thousands parted: 539,771. With a number of decimals where one is given. */
export function grouped(value: Decimal | number, places?: number): string {
	const exact = new Exact(value);
	const text = places === undefined ? exact.toFixed() : exact.toFixed(places);
	const [whole = '', fraction] = text.split('.');
	const digits = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
	return fraction === undefined ? digits : `${digits}.${fraction}`;
}
