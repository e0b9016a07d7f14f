import { readReturn } from '$lib/exchange/ssda903/readReturn';
import type { GivenFile } from '$lib/exchange/ssda903/zip';
import {
	careWindowOf,
	cleanReturn,
	dayText,
	filtersOf,
	parseDay,
	windowScores,
	type CareWindow
} from '$lib/model';
import type { FoundRow, ReturnProgress, ReturnReport, WantedWindow } from './protocol';

/** A return held where it was read; what leaves it is a report for the page and windows of aggregates. */
export interface ReturnSession {
	readonly report: ReturnReport;
	/** Counts a window within the days of the return; misuse throws. */
	readonly count: (wanted: WantedWindow, tell?: (share: number) => void) => CareWindow;
}

// By the benchmark, reading takes four fifths of the time up to here.
const READING_SHARE = 0.8;

/** Reads and cleans the files of a return. */
export function openReturn(
	files: readonly GivenFile[],
	tell: (progress: ReturnProgress) => void
): ReturnSession {
	const read = readReturn(files, (file, share) => {
		tell({ step: 'reading', file, share: share * READING_SHARE });
	});
	const { rows, problems, passedOver } = read;
	tell({ step: 'cleaning', file: null, share: READING_SHARE });
	const clean = rows.episodes.length === 0 ? null : cleanReturn(rows);
	const counted = {
		headers: rows.headers.length,
		episodes: rows.episodes.length,
		uasc: rows.uasc.length
	};
	const nameOf = (file: number): string => rows.files[file] ?? '';
	return {
		report: {
			files: rows.files,
			rows: counted,
			days:
				clean === null || clean.stays.length === 0
					? null
					: {
							from: dayText(clean.from),
							to: dayText(clean.to),
							returned: dayText(clean.returned)
						},
			findings: (clean?.findings ?? []).map(({ file, row, rule, because }): FoundRow => ({
				file: nameOf(file),
				row,
				rule,
				because: because === null ? null : { file: nameOf(because.file), row: because.row }
			})),
			problems,
			passedOver
		},
		count: ({ from, to, children }, tell) => {
			const [first, last] = [parseDay(from), parseDay(to)];
			if (clean === null || first === null || last === null)
				throw new Error('A window was asked of a return that has none.');
			const window = { from: first, to: last };
			return careWindowOf(clean, {
				window,
				children,
				files: rows.files.length - passedOver.length,
				rows: counted,
				scores: windowScores({ rows, clean, filters: filtersOf(children), window }, tell)
			});
		}
	};
}
