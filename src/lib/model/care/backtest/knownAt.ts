import { calendarYearOf, nextEndOfMarch, type DayNumber } from '../../calendar/days';
import type { ReturnRows } from '../return/rows';

/**
 * The rows as they would have been reported up to a day: no return of a later year, no episode that had not begun, and
 * an episode that had not ended is open.
 */
export function rowsKnownAt(rows: ReturnRows, day: DayNumber): ReturnRows {
	const year = calendarYearOf(nextEndOfMarch(day));
	const isReported = (row: { readonly year: number }): boolean => row.year <= year;
	return {
		files: rows.files,
		headers: rows.headers.filter(isReported),
		uasc: rows.uasc.filter(isReported),
		episodes: rows.episodes.flatMap((row) => {
			if (!isReported(row) || (row.start ?? Infinity) > day) return [];
			return [(row.end ?? -Infinity) > day ? { ...row, end: null, endReason: '' } : row];
		})
	};
}
