import { describe, expect, test } from 'vitest';
import { parseDay, type DayNumber } from '../../calendar/days';
import { dailyForecastOf, type DailyParameters } from '../daily/daily';
import { PLACEHOLDER_WEEKLY_COSTS } from '../daily/costLines';
import { NOT_IN_CARE } from '../daily/states';
import { countReturn } from '../estimate/counts';
import { cleanReturn, type CleanReturn } from './clean';
import { filtered } from './filters';
import type { EpisodeRow, HeaderRow } from './rows';

// What makes the regional placement tool fail, or shifts its figures: here each is counted, and nothing else moves.

const day = (text: string): DayNumber => parseDay(text) ?? NaN;

const header = (child: string, born: string, more: Partial<HeaderRow> = {}): HeaderRow => ({
	file: 0,
	row: 2,
	child,
	sex: '1',
	born: day(born),
	ethnicity: 'WBRI',
	council: 'Northshire',
	year: 2024,
	...more
});

const episode = (
	child: string,
	start: string,
	end: string | null,
	more: Partial<EpisodeRow> = {}
): EpisodeRow => ({
	file: 1,
	row: 2,
	child,
	start: day(start),
	end: end === null ? null : day(end),
	startReason: 'S',
	endReason: end === null ? '' : 'E4A',
	legalStatus: 'C2',
	placement: 'U6',
	provider: 'PR1',
	year: 2024,
	...more
});

const clean = (headers: readonly HeaderRow[], episodes: readonly EpisodeRow[]): CleanReturn =>
	cleanReturn({ files: ['header.csv', 'episodes.csv'], headers, episodes, uasc: [] });

const WINDOW = { from: day('2023-04-01'), to: day('2024-03-31') };

const PARAMETERS: DailyParameters = {
	filters: { councils: [], ethnicities: [], sex: 'all', uasc: 'all' },
	rateAdjustments: [],
	entryAdjustments: [],
	shares: {},
	prices: { weeklyCosts: PLACEHOLDER_WEEKLY_COSTS, inflationRate: 0 }
};

/** The children in care on the last of ten days after the window, by the daily method, those who left apart. */
function afterTenDays(whole: CleanReturn): { readonly inCare: number; readonly left: number } {
	const dates = { window: WINDOW, start: WINDOW.to, until: WINDOW.to + 10 };
	const { population } = dailyForecastOf(whole, PARAMETERS, dates);
	let [inCare, left] = [0, 0];
	for (const [state, days] of population.children) {
		const children = days.at(-1) ?? NaN;
		if (state.endsWith(NOT_IN_CARE)) left += children;
		else inCare += children;
	}
	return { inCare, left };
}

describe('a move on a 16th birthday, with nobody else of that age in foster care', () => {
	const moved = clean(
		[header('a', '2007-10-10')],
		[
			episode('a', '2022-01-05', '2023-10-10', { endReason: 'X1' }),
			episode('a', '2023-10-10', null, { startReason: 'P', placement: 'K2' })
		]
	);

	test('is one move of the band that the child leaves', () => {
		const { moves, exits, closing } = countReturn(moved, WINDOW);
		expect(moves).toEqual([{ band: '10-15', from: 'foster', to: 'residential', children: 1 }]);
		expect(exits).toEqual([]);
		// In care for longer than a year: none of them in the first.
		expect(closing).toEqual([{ age: 16, type: 'residential', children: 1, firstYear: 0 }]);
	});

	test('keeps the child in the daily method', () => {
		const { inCare, left } = afterTenDays(moved);
		expect(inCare).toBeCloseTo(1, 12);
		expect(left).toBeCloseTo(0, 12);
	});
});

describe('one day after 31 March of the last year returned', () => {
	const rows = (end: string | null) =>
		clean(
			[header('a', '2012-05-01'), header('b', '2014-05-01')],
			[episode('a', '2022-06-01', end), episode('b', '2023-06-01', null)]
		);

	test('is said, and moves no count up to that 31 March', () => {
		const late = rows('2024-06-15');
		expect([late.returned, late.to]).toEqual([day('2024-03-31'), day('2025-03-31')]);
		expect(countReturn(late, WINDOW)).toEqual(countReturn(rows(null), WINDOW));
	});

	test('moves the end of a return whose days are all within it nowhere', () => {
		expect(rows('2024-03-31').to).toBe(day('2024-03-31'));
	});
});

test('a blank ethnicity is one of many: the child counts, and a filter of others leaves the child out', () => {
	const whole = clean(
		[header('a', '2012-05-01', { ethnicity: '' }), header('b', '2012-05-01')],
		[episode('a', '2023-06-01', null), episode('b', '2023-06-01', null)]
	);
	const childrenIn = (own: CleanReturn): number =>
		countReturn(own, WINDOW).closing.reduce((sum, { children }) => sum + children, 0);
	const by = (ethnicities: readonly string[]) =>
		filtered(whole, { ...PARAMETERS.filters, ethnicities });
	expect(childrenIn(by([]))).toBe(2);
	expect(childrenIn(by(['WBRI']))).toBe(1);
	// Both came in the 366 days of the window, and as many come each day of the forecast.
	expect(afterTenDays(whole).inCare).toBeCloseTo(2 + (10 * 2) / 366, 12);
});
