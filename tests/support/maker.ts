import fc, { type GeneratorValue } from 'fast-check';
import { allocate } from '$lib/model/money/money';

/** What draws random values one after another. */
export type Draw = GeneratorValue;

/** Draws the pieces of one council; everything random goes through `g`, so that a failure can be repeated. */
export class Maker {
	readonly #g: Draw;
	readonly #blank: number;

	constructor(g: Draw, blank: number) {
		this.#g = g;
		this.#blank = blank;
	}

	int(min: number, max: number): number {
		return this.#g(fc.integer, { min, max });
	}

	chance(percent: number): boolean {
		return this.int(1, 100) <= percent;
	}

	isBlank(): boolean {
		return this.chance(this.#blank);
	}

	pick<T>(items: readonly T[]): T {
		return items[this.int(0, items.length - 1)] as T;
	}

	list<T>(min: number, max: number, make: (i: number) => T): T[] {
		return Array.from({ length: this.int(min, max) }, (_, i) => make(i));
	}

	/** Decimal text between 0 and `max` with so many decimals. */
	known(max: number, places: number): string {
		return (this.int(0, max * 10 ** places) / 10 ** places).toFixed(places);
	}

	/** Decimal text, now and then blank. */
	number(max: number, places: number): string | null {
		return this.isBlank() ? null : this.known(max, places);
	}

	share(): string | null {
		return this.number(1, 4);
	}

	pounds(): string | null {
		return this.number(200000, 2);
	}

	months(max: number): string | null {
		return this.number(max, 0);
	}

	/** Shares of 1 that add up exactly; each may be blank in a council with blanks. */
	shares(count: number): (string | null)[] {
		const weights = Array.from({ length: count }, () => this.int(0, 5));
		const parts = allocate(
			1000,
			weights.some((weight) => weight > 0) ? weights : weights.map(() => 1)
		);
		return parts.map((part) => (this.chance(this.#blank / 4) ? null : (part / 1000).toFixed(3)));
	}
}

/** A financial year in text: 2025 as '2025/26'. */
export const label = (year: number): string =>
	`${String(year)}/${String((year + 1) % 100).padStart(2, '0')}`;

/** A month of a projection in text: month 0 of 2025 as '2025-04'. */
export const monthLabel = (first: number, month: number): string => {
	const absolute = first * 12 + 3 + month;
	return `${String(Math.floor(absolute / 12))}-${String((absolute % 12) + 1).padStart(2, '0')}`;
};
