import { describe, expect, test } from 'vitest';
import {
	change,
	linesOf,
	projected,
	remove,
	set,
	shownFigure
} from '../../../../tests/support/council';
import { allInPost, type FileRecord, gradePost } from '../../../../tests/support/records';

const staffing = (...posts: FileRecord<'posts'>[]) =>
	shownFigure(projected({ baseline: { posts } }), 'cost.staffing');

const shared = { salary: '30000', niRule: 'ni' };

describe("employer's National Insurance", () => {
	test('is due on the pay of each person above the threshold', () => {
		// £30,000 + 15 % of (£30,000 − £5,000).
		expect(staffing(gradePost(shared))[0]).toBe('33750.00');
	});

	test('is due by person and never by FTE: 119 people at 100.12 FTE save 18.88 thresholds', () => {
		const [byPerson = ''] = staffing(gradePost({ ...shared, heads: '119', fte: '100.12' }));
		const [byFte = ''] = staffing(gradePost({ ...shared, heads: '100.12', fte: '100.12' }));
		// 18.88 × £5,000 × 15 %.
		expect((Number(byFte) - Number(byPerson)).toFixed(2)).toBe('14160.00');
	});

	test('is nothing below the threshold, never negative', () => {
		expect(staffing(gradePost({ ...shared, fte: '0.1' }))[0]).toBe('3000.00');
	});

	test('stays on its threshold in cash while pay rises', () => {
		const post = gradePost({ ...shared, index: 'prices' });
		// £30,600 + 15 % of £25,600; then 3 % on top.
		expect(staffing(post)).toEqual(['33750.00', '34440.00', (31518 + 0.15 * 26518).toFixed(2)]);
	});

	test('follows the row in force by the end of April', () => {
		const rules: FileRecord<'rules'>[] = [
			{
				id: 'ni',
				title: 'NI',
				rule: 'employerNi',
				rows: [
					{ from: '2026-05-01', rate: '0.5', threshold: '0' },
					{ from: '2026-04-06', rate: '0.2', threshold: '10000' },
					{ from: '2020-04-06', rate: '0.1', threshold: '20000' }
				]
			}
		];
		const projection = projected({ baseline: { rules, posts: [gradePost(shared)] } });
		expect(shownFigure(projection, 'cost.staffing')).toEqual(['31000.00', '34000.00', '45000.00']);
	});

	test('waits for a row where none is in force yet', () => {
		const rules: FileRecord<'rules'>[] = [
			{
				id: 'ni',
				title: 'NI',
				rule: 'employerNi',
				rows: [{ from: '2026-04-06', rate: '0.2', threshold: '10000' }]
			}
		];
		const projection = projected({ baseline: { rules, posts: [gradePost(shared)] } });
		expect(shownFigure(projection, 'cost.staffing')).toEqual(['blocked', '34000.00', '34000.00']);
		expect(projection.figures.get('cost.staffing')?.blockedBy).toEqual([
			'rules/ni.rows (no row by 2025/26)'
		]);
	});
});

describe('posts on a grade', () => {
	test('cost pay with allowances, pension and levy, less vacancy', () => {
		const post = gradePost({
			heads: '4',
			fte: '2',
			allowances: '0.1',
			pensionRate: '0.2',
			levyRate: '0.005',
			niRule: 'ni',
			vacancy: '0.25'
		});
		// Pay of one: 30,000 × 2/4 × 1.1 = 16,500. NI 0.15 × 11,500 = 1,725. Pension 3,300. Levy 82.50.
		expect(staffing(post)[0]).toBe((4 * (16500 + 1725 + 3300 + 82.5) * 0.75).toFixed(2));
	});

	test("nobody's pay is nothing", () => {
		expect(staffing(gradePost({ heads: '0', fte: '0' }))[0]).toBe('0.00');
	});
});

test('posts at an all-in cost: 36.72 an hour, half a post, is 18.36 and not a penny off', () => {
	expect(staffing(allInPost({ fte: '0.5', costPerFte: '36.72' }))[0]).toBe('18.36');
});

test('a line is rounded once and the total is the sum of rounded lines', () => {
	// Each of three lines is £0.335 and rounds to 34p; their exact sum, £1.005, would round to £1.01.
	const posts = ['a', 'b', 'c'].map((id) => allInPost({ id, costPerFte: '0.335' }));
	expect(staffing(...posts)[0]).toBe('1.02');
});

test('heads and FTE are averages over the year', () => {
	const projection = projected({
		baseline: { posts: [allInPost({ heads: '3', fte: '2' })] },
		plan: [change({ start: '2025-07', edits: [set('posts/officer', 'fte', '1')] })]
	});
	// Three months of 2 FTE and nine of 1.
	expect(shownFigure(projection, 'staffing.fte')).toEqual(['1.25', '1', '1']);
	expect(shownFigure(projection, 'staffing.heads')).toEqual(['3', '3', '3']);
});

describe('posts that a change removes', () => {
	const oneOff = (destination: 'redundant' | 'redeployed' | 'vacant' | undefined) =>
		shownFigure(
			projected({
				baseline: { posts: [allInPost({ redundancyCost: '10000', index: 'prices' })] },
				plan: [
					change({
						start: '2026-10',
						edits: [remove('posts/officer', destination === undefined ? {} : { destination })]
					})
				]
			}),
			'cost.oneOff'
		);

	test('cost redundancy once, in the prices of the year they go', () => {
		expect(oneOff('redundant')).toEqual(['0.00', '10200.00', '0.00']);
	});

	test('are made redundant where nothing else is said', () => {
		expect(oneOff(undefined)).toEqual(oneOff('redundant'));
	});

	test.each(['redeployed', 'vacant'] as const)('cost none where they are %s', (destination) => {
		expect(oneOff(destination)).toEqual(['0.00', '0.00', '0.00']);
	});
});

describe('what an index does', () => {
	test('it compounds at each April from the price year', () => {
		const projection = projected({ baseline: { posts: [allInPost({ index: 'prices' })] } });
		expect(linesOf(projection, 'cost.staffing')['posts/officer/pay']).toEqual([
			4000000, 4080000, 4202400
		]);
	});

	test('it goes back by the reciprocal where the price year lies ahead', () => {
		// £40,000 in prices of 2027/28: over 1.02 × 1.03, over 1.03, as it is.
		expect(staffing(allInPost({ index: 'prices', priceYear: '2027/28' }))).toEqual([
			(40000 / 1.0506).toFixed(2),
			(40000 / 1.03).toFixed(2),
			'40000.00'
		]);
	});

	test('a blank rate blocks only the years that it reaches', () => {
		const indices: FileRecord<'indices'>[] = [
			{ id: 'prices', title: 'Prices', rates: { '2027/28': null }, otherYears: '0.1' }
		];
		const projection = projected({
			baseline: { indices, posts: [allInPost({ index: 'prices' })] }
		});
		expect(shownFigure(projection, 'cost.staffing')).toEqual(['40000.00', '44000.00', 'blocked']);
		expect(projection.figures.get('cost.staffing')?.blockedBy).toEqual([
			'indices/prices.rates.2027/28'
		]);
	});
});
