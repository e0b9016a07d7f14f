import { HIDDEN, type PublicCounts } from './suppress';

const ROUNDS = 500;
const LEAST_SEED = 0.1;

/**
 * Numbers in the place of a table's counts that say no more than is shown: what is shown stays, and what is hidden is
 * spread as `likely` has it, in children, so that it adds up to the totals that are shown and to the whole.
 */
export function spreadHidden(
	{ cells, rowTotals, columnTotals }: PublicCounts,
	whole: number,
	likely: readonly (readonly number[])[]
): readonly (readonly number[])[] {
	const spread = cells.map((row, r) =>
		row.map((count, c) => (count === HIDDEN ? Math.max(likely[r]?.[c] ?? 0, LEAST_SEED) : count))
	);
	const places = cells.flatMap((row, r) =>
		row.flatMap((count, c) => (count === HIDDEN ? [{ r, c }] : []))
	);
	const bringTo = (total: number, own: typeof places, shown: number) => {
		const now = own.reduce((sum, { r, c }) => sum + (spread[r]?.[c] ?? 0), 0);
		if (now === 0) return;
		for (const { r, c } of own) {
			const row = spread[r];
			if (row !== undefined) row[c] = ((row[c] ?? 0) * (total - shown)) / now;
		}
	};
	const shownIn = (isIn: (r: number, c: number) => boolean): number =>
		cells.reduce(
			(all, row, r) =>
				all +
				row.reduce<number>(
					(sum, count, c) => sum + (count !== HIDDEN && isIn(r, c) ? count : 0),
					0
				),
			0
		);
	const lines = [
		...(rowTotals ?? []).map((total, at) => ({ total, isIn: (r: number) => r === at })),
		...(columnTotals ?? []).map((total, at) => ({
			total,
			isIn: (_: number, c: number) => c === at
		})),
		{ total: whole, isIn: () => true }
	].flatMap(({ total, isIn }) =>
		total === HIDDEN
			? []
			: [{ total, own: places.filter(({ r, c }) => isIn(r, c)), shown: shownIn(isIn) }]
	);
	for (let round = 0; round < ROUNDS; round++)
		for (const { total, own, shown } of lines) bringTo(total, own, shown);
	return spread;
}
