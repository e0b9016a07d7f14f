import type { Decimal } from 'decimal.js';
import type { FigureRef } from '$lib/components/page/links';

/** A value on a page, with the figure that opens how it was worked out; null where it is blocked. */
export interface Cell extends FigureRef {
	readonly value: Decimal | null;
	readonly unit: string;
}

/** A row of cells under its name; `total` rows stand out, `blanks` are the inputs that block any of them. */
export interface CellRow {
	readonly label: string;
	readonly cells: readonly Cell[];
	readonly kind?: 'plain' | 'total' | 'difference';
	/** Where the row's name leads. */
	readonly change?: { readonly scenario: string; readonly id: string };
}
