import { parseDay, type CareWindow } from '$lib/model';
import type { ReturnDays } from '$lib/runner/returns/protocol';

const YEARS = 2;

/** The window that is meant where nobody chooses: the last two years returned, or all of a shorter return. */
export function usualWindow({ from, to: last, returned }: ReturnDays): {
	readonly from: string;
	readonly to: string;
} {
	const to = from < returned && returned < last ? returned : last;
	// A return ends on a 31 March, and the day after that of two years before begins its last two years.
	const start = `${String(Number(to.slice(0, 4)) - YEARS)}-04-01`;
	return { from: start < from ? from : start, to };
}

/** The windows that are kept, the one that ends last first. */
export function windowsInOrder(windows: readonly CareWindow[]): readonly CareWindow[] {
	const lastDay = ({ to }: CareWindow): number => parseDay(to) ?? 0;
	return [...windows].sort((a, b) => lastDay(b) - lastDay(a));
}

/** The window of an address, or the newest; null where none is kept. */
export function windowAsked(windows: readonly CareWindow[], id: string | null): CareWindow | null {
	const inOrder = windowsInOrder(windows);
	return inOrder.find((own) => own.id === id) ?? inOrder[0] ?? null;
}
