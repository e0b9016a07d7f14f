import type { CareWindow } from '../../records/careWindow';
import { backtestCare, lastKnownDay } from '../backtest/backtest';
import type { Window } from '../daily/estimate';
import type { CleanReturn } from '../return/clean';
import type { ReturnFilters } from '../return/filters';
import type { ReturnRows } from '../return/rows';

/** What is scored: the rows of the files, which children of them, and the window that rates are taken from. */
export interface ScoresRequest {
	readonly rows: ReturnRows;
	readonly clean: Pick<CleanReturn, 'from'>;
	readonly filters: ReturnFilters;
	readonly window: Window;
}

const YEARS_HELD = [1, 2, 3] as const;
const SHORTEST_DAYS = 365;

/**
 * How well both methods would have forecast the window's last day one, two and three years before, each time from a window
 * as long as this one that ends where those years begin, as far as the return goes back; none where less than a year is left.
 */
export function windowScores(
	{ rows, clean, filters, window }: ScoresRequest,
	tell: (share: number) => void = () => undefined
): CareWindow['scores'] {
	const length = window.to - window.from + 1;
	return YEARS_HELD.flatMap((years, i) => {
		tell(i / YEARS_HELD.length);
		const known = lastKnownDay(window.to, years);
		const from = Math.max(clean.from, known - length + 1);
		if (known - from + 1 < SHORTEST_DAYS) return [];
		const { scores } = backtestCare({
			rows,
			filters,
			window: { from, to: window.to },
			years: [years]
		});
		return scores.map((score) => ({ years, ...score }));
	});
}
