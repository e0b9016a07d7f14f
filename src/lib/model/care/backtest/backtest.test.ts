import { describe, expect, test } from 'vitest';
import { inventedReturn } from '../../../../../tests/support/careHistories';
import { parseDay, type DayNumber } from '../../calendar/days';
import type { EpisodeRow, ReturnRows } from '../return/rows';
import { backtestCare, lastKnownDay } from './backtest';
import { rowsKnownAt } from './knownAt';
import { scoresOf, type BacktestPoint } from './score';

const day = (text: string): DayNumber => parseDay(text) ?? NaN;
const FILTERS = { councils: [], ethnicities: [], sex: 'all', uasc: 'all' } as const;
const WINDOW = { from: day('2018-04-01'), to: day('2024-03-31') };
const RETURN = { from: '2018-04-01', to: '2024-03-31' };

const backtest = (rows: ReturnRows, years: readonly number[]) =>
	backtestCare({ rows, filters: FILTERS, window: WINDOW, years });

test('the last day that is known is as many years before, ends of February and all', () => {
	expect(lastKnownDay(day('2024-03-31'), 3)).toBe(day('2021-03-31'));
	expect(lastKnownDay(day('2024-02-29'), 1)).toBe(day('2023-02-28'));
});

test('what was reported by a day is without what came later', () => {
	const row: EpisodeRow = {
		file: 0,
		row: 2,
		child: '1',
		start: day('2022-06-01'),
		end: day('2023-05-01'),
		startReason: 'S',
		endReason: 'E4A',
		legalStatus: 'C2',
		placement: 'U6',
		provider: 'PR1',
		year: 2023
	};
	const episodes = [
		row,
		{ ...row, end: day('2023-03-31') },
		{ ...row, start: day('2023-04-01') },
		{ ...row, year: 2024 }
	];
	expect(
		rowsKnownAt({ files: [], headers: [], uasc: [], episodes }, day('2023-03-31')).episodes
	).toEqual([
		{ ...row, end: null, endReason: '' },
		{ ...row, end: day('2023-03-31') }
	]);
});

describe('a backtest', () => {
	const rows = inventedReturn({ seed: 5, ...RETURN });

	test('sees nothing of what it holds back', () => {
		const known = day('2022-03-31');
		const unlike: ReturnRows = {
			...rows,
			// Everybody's later returns say otherwise: all have left, and twice as many came.
			headers: rows.headers.map((row) =>
				row.year > 2022 ? { ...row, sex: '2', born: (row.born ?? 0) - 400 } : row
			),
			episodes: rows.episodes.flatMap((row) => {
				if ((row.start ?? 0) > known)
					return [row, { ...row, child: `again ${row.child}`, placement: 'K2' }];
				if (row.year > 2022) return [{ ...row, end: known + 1, endReason: 'E8', placement: 'K1' }];
				return [row.end !== null && row.end > known ? { ...row, end: known + 9 } : row];
			})
		};
		const forecasts = (from: ReturnRows) =>
			backtest(from, [2]).cuts.flatMap(({ points }) =>
				points.map((point) => ({ ...point, actual: null }))
			);
		expect(forecasts(unlike)).toEqual(forecasts(rows));
		const actual = (from: ReturnRows) =>
			backtest(from, [2]).cuts.flatMap(({ points }) => points.map((point) => point.actual));
		expect(actual(unlike)).not.toEqual(actual(rows));
	}, 30_000);

	test('compares at the ends of quarters with the children who were there, and tells how far it is', () => {
		const heard: string[] = [];
		const { cuts } = backtestCare(
			{ rows, filters: FILTERS, window: WINDOW, years: [1] },
			(done, of) => heard.push(`${done} of ${of}`)
		);
		expect(heard).toEqual(['1 of 1']);
		const all = (cuts[0]?.points ?? []).filter(
			({ method, group }) => method === 'continuous' && group === 'all'
		);
		expect(all.map((point) => [point.day, point.isYearEnd])).toEqual([
			[day('2023-06-30'), false],
			[day('2023-09-30'), false],
			[day('2023-12-31'), false],
			[day('2024-03-31'), true]
		]);
		// Counted straight from the rows of the last return, without cleaning.
		const born = new Map(rows.headers.map((row) => [row.child, row.born ?? 0]));
		const there = rows.episodes.filter(
			(row) =>
				row.year === 2024 &&
				(row.start ?? Infinity) <= day('2023-12-31') &&
				(row.end ?? Infinity) > day('2023-12-31') &&
				day('2023-12-31') - (born.get(row.child) ?? 0) < 6574
		).length;
		expect(all[2]?.actual).toBe(there);
	});
});

test('scores are those of the errors, by method and group', () => {
	const point: BacktestPoint = {
		method: 'daily',
		group: 'all',
		day: 0,
		isYearEnd: false,
		actual: 10,
		mean: 13,
		p10: 10,
		p90: 16
	};
	const points = [point, { ...point, isYearEnd: true, actual: 14, p10: 14.5 }];
	expect(scoresOf([...points, { ...point, method: 'continuous' }])).toEqual([
		{
			...{ method: 'daily', group: 'all', dates: 'yearEnds', figures: 1 },
			...{ meanAbsoluteError: 1, bias: -1, rootMeanSquareError: 1, coverage: 0 }
		},
		{
			...{ method: 'daily', group: 'all', dates: 'quarterEnds', figures: 2 },
			...{ meanAbsoluteError: 2, bias: 1, rootMeanSquareError: Math.sqrt(5), coverage: 0.5 }
		},
		{
			...{ method: 'continuous', group: 'all', dates: 'quarterEnds', figures: 1 },
			...{ meanAbsoluteError: 3, bias: 3, rootMeanSquareError: 3, coverage: 1 }
		}
	]);
});

test('over returns whose rates are known the continuous method’s band holds four in five', () => {
	const all = { figures: 0, inside: 0 };
	const types = { figures: 0, inside: 0 };
	// Fewer draws than a forecast has: what they leave to chance evens out over the returns.
	for (let seed = 201; seed <= 224; seed++) {
		const rows = inventedReturn({ seed, from: '2020-04-01', to: '2024-03-31' });
		const window = { from: day('2020-04-01'), to: day('2024-03-31') };
		const { scores } = backtestCare({ rows, filters: FILTERS, window, years: [1], draws: 50 });
		for (const { method, dates, group, figures, coverage } of scores) {
			if (method !== 'continuous' || dates !== 'quarterEnds') continue;
			const isKept = ['foster', 'kinship', 'residential', 'supported', 'parents'].includes(group);
			const own = group === 'all' ? all : isKept ? types : { figures: 0, inside: 0 };
			own.figures += figures;
			own.inside += figures * coverage;
		}
	}
	expect([all.figures, types.figures]).toEqual([24 * 4, 24 * 4 * 5]);
	expect(Math.abs(all.inside / all.figures - 0.8)).toBeLessThan(0.05);
	expect(Math.abs(types.inside / types.figures - 0.8)).toBeLessThan(0.05);
}, 60_000);
