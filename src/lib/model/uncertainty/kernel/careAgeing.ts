import { columnStore, LASTING, type ColumnStore } from '../columnStore';
import {
	identityMatrix,
	matrixProduct,
	rowOf,
	scaledRow,
	type Matrix,
	type Row
} from './careMatrix';

/** What happens to a band in a month, as far as it decides who grows out of it. */
export interface AgeingMonth {
	/** The chances of being in a type at the month's end. */
	readonly P: Matrix;
	/** The newcomers of the month who are there at its end, of all ages. */
	readonly newcomers: Row;
	/** Who came from the younger band at the end of the month before; null in the first month and in the youngest band. */
	readonly youngest: Row | null;
}

/** Who grows out of a band at the end of each month, month after month. */
export type Ageing = (month: AgeingMonth) => Row;

/**
 * Who grows out of a band, without following each month of age. Whoever does so at the end of a month was in the first
 * month of age a band's length before, or came since then; one sum over the months between holds them all, for each
 * month of age but the first has the same share of newcomers. Months are taken in blocks as long as the band, and the
 * sum is the part to the end of the older block, carried on through the months of the newer one: so each month costs a
 * few products, not one for each month of age.
 */
export function ageingOf(profile: readonly number[], opening: Row, months: number): Ageing {
	const cells = profile.length;
	const size = opening.length;
	const [first = 0, each = 0] = profile;
	// All sums are kept in units of `each`, which leaves even profiles without a factor.
	const inUnits = 1 / (cells * each);
	const stores = [columnStore(), columnStore()] as const;
	const blockStores = [columnStore(), columnStore()] as const;
	let block: AgeingMonth[] = [];
	let older: readonly Row[] = [];
	let newer: Row = scaledRow(opening, inUnits, LASTING);
	let since: Matrix = identityMatrix(size);
	let month = -1;
	return (own) => {
		month += 1;
		const at = month % cells;
		const store = stores[month % 2 === 0 ? 0 : 1];
		store.rewind();
		if (at === 0 && month > 0) {
			newer = new Array<number>(size).fill(0);
			since = identityMatrix(size);
		}
		newer = rowOf([[newer, own.P]], store, own.newcomers);
		block.push(own);
		if (at === cells - 1) {
			const opened = month === at ? scaledRow(opening, inUnits, LASTING) : null;
			older = toEndOf(block, opened, [first / each, 1 / each], months - month, blockStores);
			block = [];
			return scaledRow(older[0] ?? [], each, LASTING);
		}
		if (month < cells) return scaledRow(newer, each, LASTING);
		since = matrixProduct(since, own.P, size, store);
		return scaledRow(rowOf([[older[at + 1] ?? [], since]], store, newer), each, LASTING);
	};
}

/**
 * For each month of a block those who are in the first month of age in it, and all who come from then on, as they stand
 * at the end of the block; for as many months from its start as are asked for.
 */
function toEndOf(
	block: readonly AgeingMonth[],
	opened: Row | null,
	[ofFirst, ofYoungest]: readonly [number, number],
	wanted: number,
	stores: readonly [ColumnStore, ColumnStore]
): readonly Row[] {
	const size = block[0]?.newcomers.length ?? 0;
	const rows: Row[] = [];
	let after: Matrix = identityMatrix(size);
	let later: Row = new Array<number>(size).fill(0);
	for (let at = block.length - 1; at >= 0; at--) {
		const { P, newcomers, youngest } = block[at]!;
		const store = stores[at % 2 === 0 ? 0 : 1];
		store.rewind();
		if (at < wanted) {
			const there =
				at === 0 && opened !== null
					? opened
					: youngest === null
						? null
						: scaledRow(youngest, ofYoungest, store);
			const come = ofFirst === 1 ? newcomers : scaledRow(newcomers, ofFirst, store);
			const own = there === null ? come : rowOf([[there, P]], store, come);
			rows[at] = rowOf([[own, after]], LASTING, later);
		}
		later = rowOf([[newcomers, after]], store, later);
		after = matrixProduct(P, after, size, store);
	}
	return rows;
}
