import { summaryOf, type Summary } from './summary';
import { shareOf } from './chances';
import type { FigureDraws } from './simulation';

/** What one figure of a scenario differs by from another's in the same draws. */
export interface PairedFigure {
	/** By year; null in years that wait for a blank. */
	readonly byYear: readonly (Summary | null)[];
	/** All years together; null where one waits for a blank. */
	readonly total: Summary | null;
	/** The share of draws in which it is lower over all years, and in which it is higher. */
	readonly chanceLower: number | null;
	readonly chanceHigher: number | null;
}

/** What figures differ by between two simulations of the same seed, draw by draw: the first less the second. */
export function pairedDifferences(
	own: FigureDraws,
	other: FigureDraws
): ReadonlyMap<string, PairedFigure> {
	return new Map(
		[...own].flatMap(([id, byYear]) => {
			const against = other.get(id);
			if (against === undefined) return [];
			const differences = byYear.map((draws, y) =>
				draws.map((value, i) => value - (against[y]?.[i] ?? NaN))
			);
			const total = new Float64Array(byYear[0]?.length ?? 0);
			for (const year of differences) for (const [i, value] of year.entries()) total[i]! += value;
			return [
				[
					id,
					{
						byYear: differences.map(summaryOf),
						total: summaryOf(total),
						chanceLower: shareOf(total, (value) => value < 0),
						chanceHigher: shareOf(total, (value) => value > 0)
					}
				] as const
			];
		})
	);
}
