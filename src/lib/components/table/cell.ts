import type { Decimal } from 'decimal.js';
import type { FigureRef, StepRef } from '$lib/components/page/figureLinks';

interface Amount {
	/** Null where it is blocked. */
	readonly value: Decimal | null;
	readonly unit: string;
	/** What a blocked value waits for, in words. */
	readonly waitsFor?: string | undefined;
	/** Said in the place of the value where the answer is no amount: a year, 'Not by 2035/36', 'None'. */
	readonly words?: string | undefined;
}

/** A value on a page that is a figure, which opens how it was worked out. */
export type FigureCell = FigureRef & Amount;

/** A value on a page that is a part of a step of the bridge, which opens how it was worked out. */
export type StepCell = StepRef & Amount;

/** A value on a page with what opens how it was worked out. */
export type Cell = FigureCell | StepCell;

/** A row of cells under its name; `total` rows stand out. */
export interface CellRow {
	readonly label: string;
	readonly cells: readonly Cell[];
	readonly kind?: 'plain' | 'total' | 'difference';
	/** Where the row's name leads. */
	readonly change?: { readonly scenario: string; readonly id: string };
}
