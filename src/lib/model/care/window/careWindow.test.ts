import { describe, expect, test } from 'vitest';
import { parseDay } from '../../calendar/days';
import { careWindow, type CareWindow } from '../../records/careWindow';
import { countReturn } from '../estimate/counts';
import { cleanReturn } from '../return/clean';
import type { EpisodeRow, HeaderRow } from '../return/rows';
import { careWindowOf, countsOfWindow, dailyOfWindow } from './careWindow';

const day = (text: string): number => parseDay(text) ?? NaN;
const WINDOW = { from: day('2022-04-01'), to: day('2024-03-31') };

/** Children of ten years of age, each in one placement from 2021 on, or as the fields say; and one who was there for a day in 2024, up to which the return then goes. */
function returnOf(own: readonly string[], fields: (i: number) => Partial<EpisodeRow> = () => ({})) {
	const placements = [...own, 'U4'];
	const aDay = { start: day('2024-03-01'), end: day('2024-03-02'), endReason: 'E8' };
	const headers = placements.map((_, i): HeaderRow => ({
		file: 0,
		row: i + 2,
		child: `child-${i}`,
		sex: '1',
		born: day('2012-06-15'),
		ethnicity: '',
		council: '',
		year: 2024
	}));
	const episodes = placements.map((placement, i): EpisodeRow => ({
		file: 1,
		row: i + 2,
		child: `child-${i}`,
		start: day('2021-06-01'),
		end: null,
		startReason: 'S',
		endReason: '',
		legalStatus: 'C2',
		placement,
		provider: 'PR1',
		year: 2022 + (i % 3),
		...(i < own.length ? fields(i) : aDay)
	}));
	return cleanReturn({
		files: ['header.csv', 'episodes.csv'],
		headers,
		episodes,
		uasc: [{ file: 2, row: 2, child: 'child-0', ceases: null, year: 2024 }]
	});
}

const request = {
	window: WINDOW,
	children: 'all' as const,
	files: 2,
	rows: { headers: 1, episodes: 1, uasc: 1 },
	scores: []
};
const times = (count: number, placement: string): string[] =>
	Array.from({ length: count }, () => placement);

describe('a window of a return', () => {
	test('is what its schema allows, and gives the counts back that were taken', () => {
		const clean = returnOf([...times(8, 'U4'), ...times(6, 'R1')], (i) =>
			i === 3 ? { end: day('2023-07-01'), endReason: 'E4A' } : {}
		);
		const kept = careWindowOf(clean, request);
		expect(careWindow.safeParse(JSON.parse(JSON.stringify(kept))).error).toBeUndefined();
		expect(countsOfWindow(kept)).toEqual(countReturn(clean, WINDOW));
		expect(kept.merged).toEqual([]);
		expect(kept.exits).toEqual([
			{ band: '10-15', type: 'foster', reason: 'E4A', children: 1 },
			{ band: '10-15', type: 'foster', reason: 'E8', children: 1 }
		]);
		expect(kept.years.map(({ starts, ceases }) => [starts, ceases])).toEqual([
			[14, 0],
			[0, 0],
			[1, 2]
		]);
		// Nobody on 31 March 2021; from the summer on all fourteen, and thirteen from July 2023.
		const foster = kept.history.types.find(({ type }) => type === 'foster');
		expect(kept.history.days).toHaveLength(13);
		expect(foster?.children).toEqual(
			[0, ...Array.from({ length: 8 }, () => 8), 8, 7, 7, 7].slice(0, 13)
		);
		expect([...dailyOfWindow(kept).opening]).toEqual([
			['10 to 16 - Fostering', 7],
			['10 to 16 - Residential', 6]
		]);
	});

	test('has types of fewer than six children in other, for both methods', () => {
		const kept = careWindowOf(
			returnOf([...times(8, 'U4'), ...times(5, 'R1'), ...times(2, 'Z1')]),
			request
		);
		expect(kept.merged).toEqual(['residential']);
		expect(kept.mergedCategories).toEqual(['Residential']);
		expect(kept.closing.map(({ type, children }) => [type, children])).toEqual([
			['foster', 8],
			['other', 7]
		]);
		expect(kept.daily.opening).toEqual([
			{ state: '10 to 16 - Fostering', children: 8 },
			{ state: '10 to 16 - Other', children: 7 }
		]);
		expect(JSON.stringify(kept.history)).not.toContain('residential');
	});

	test('lets the next smallest type go with the small ones where other would still be small', () => {
		const kept = careWindowOf(
			returnOf([...times(20, 'U4'), ...times(9, 'R1'), ...times(2, 'K1')]),
			request
		);
		expect(kept.merged).toEqual(['secure', 'residential']);
		expect(kept.closing.map(({ type, children }) => [type, children])).toEqual([
			['foster', 20],
			['other', 11]
		]);
	});

	test('counts a move between two types that were put together as none', () => {
		const placements = [...times(9, 'U4'), 'K1', 'H5', 'K1', 'H5', 'Z1', 'Z1'];
		const clean = cleanReturn({
			files: ['a', 'b'],
			headers: placements.map((_, i) => ({
				...{ file: 0, row: i + 2, child: `${i}`, sex: '1', born: day('2012-06-15') },
				...{ ethnicity: '', council: '', year: 2024 }
			})),
			episodes: placements.flatMap((placement, i) => {
				const episode = {
					...{ file: 1, row: i + 2, child: `${i}`, startReason: 'S', legalStatus: 'C2' },
					...{ provider: 'PR1', year: 2024 }
				};
				const start = day('2023-06-01');
				const moved = day('2023-12-01');
				return placement === 'K1'
					? [
							{ ...episode, placement, start, end: moved, endReason: 'X1' },
							{
								...episode,
								placement: 'H5',
								start: moved,
								end: null,
								endReason: '',
								startReason: 'P'
							}
						]
					: [{ ...episode, placement, start, end: null, endReason: '' }];
			}),
			uasc: []
		});
		const window = { from: day('2023-04-01'), to: day('2024-03-31') };
		expect(countReturn(clean, window).moves).toEqual([
			{ band: '10-15', from: 'secure', to: 'supported', children: 2 }
		]);
		const kept = careWindowOf(clean, { ...request, window });
		expect([...kept.merged].sort()).toEqual(['secure', 'supported']);
		expect(kept.moves).toEqual([]);
		expect(kept.closing.reduce((sum, { children }) => sum + children, 0)).toBe(15);
	});

	test('counts some of the children alone where that is asked', () => {
		const clean = returnOf(times(12, 'U4'));
		const of = (children: CareWindow['children']) => careWindowOf(clean, { ...request, children });
		expect(of('uasc').closing.map(({ children }) => children)).toEqual([1]);
		expect(of('notUasc').closing.map(({ children }) => children)).toEqual([11]);
		expect(of('uasc').id).toBe('2022-04-01-to-2024-03-31-uasc');
		expect(of('boys').closing.map(({ children }) => children)).toEqual([12]);
		expect(of('girls').closing).toEqual([]);
	});
});

describe('what is kept has no room for what a row says', () => {
	const kept = JSON.parse(
		JSON.stringify(careWindowOf(returnOf(times(9, 'U4')), request))
	) as Record<string, unknown>;
	const accepts = (fields: object) => careWindow.safeParse({ ...kept, ...fields }).success;

	test('neither in its name nor in a note', () => {
		expect(accepts({})).toBe(true);
		expect(accepts({ title: 'child-3' })).toBe(false);
		expect(accepts({ id: 'child-3' })).toBe(false);
		expect(accepts({ note: 'child-3' })).toBe(false);
		expect(accepts({ evidence: { from: { note: 'child-3' } } })).toBe(false);
	});

	test('nor in a field of its own, a code or a number', () => {
		expect(accepts({ child: 'child-3' })).toBe(false);
		expect(
			accepts({ exits: [{ band: '10-15', type: 'foster', reason: 'child-3', children: 1 }] })
		).toBe(false);
		expect(accepts({ closing: [{ age: 10, type: 'child-3', children: 1, firstYear: 0 }] })).toBe(
			false
		);
		expect(accepts({ turned18: 'child-3' })).toBe(false);
		expect(accepts({ daily: { ...(kept['daily'] as object), shares: { 'child-3': 1 } } })).toBe(
			false
		);
	});

	test('an unknown reason or provider of a file becomes one word', () => {
		const clean = returnOf(times(9, 'U4'), (i) =>
			i < 2 ? { end: day('2023-07-01'), endReason: i === 0 ? 'CHILD-3' : '', provider: '' } : {}
		);
		const own = careWindowOf(clean, request);
		expect(own.exits.map(({ reason }) => reason).sort()).toEqual(['E8', 'blank', 'unlisted']);
		expect(JSON.stringify(own)).not.toContain('CHILD-3');
	});
});
