import { describe, expect, test } from 'vitest';
import { linesOf, projected, shownFigure } from '../../../../tests/support/council';
import { allInPost, type FileRecord, heading } from '../../../../tests/support/records';

const real = { terms: 'real' } as const;
const deflator = (rates: Record<string, string | null>): FileRecord<'indices'>[] => [
	{ id: 'gdp', title: 'Deflator', rates, otherYears: '0' }
];

describe('real terms', () => {
	test('deflate each line first and then round it', () => {
		const projection = projected(
			{
				council: { deflator: 'gdp' },
				baseline: {
					indices: deflator({ '2026/27': '0.03', '2027/28': '0.03' }),
					posts: [allInPost({ id: 'a', costPerFte: '1' }), allInPost({ id: 'b', costPerFte: '1' })]
				}
			},
			'nothing',
			real
		);
		// £1 / 1.03 = £0.9709 and £1 / 1.0609 = £0.9426, each line rounded, then added.
		expect(linesOf(projection, 'cost.staffing')['posts/a/pay']).toEqual([100, 97, 94]);
		expect(shownFigure(projection, 'cost.total')).toEqual(['2.00', '1.94', '1.88']);
	});

	test('take the unrounded line: what rises with the deflator stays to the penny', () => {
		const projection = projected(
			{
				council: { deflator: 'prices' },
				baseline: { posts: [allInPost({ index: 'prices', costPerFte: '0.31' })] }
			},
			'nothing',
			real
		);
		// In cash £0.31, £0.3162, £0.325686; rounding first would give 32p / 1.02 = 31.4p and 33p / 1.0506 = 31.4p.
		expect(linesOf(projection, 'cost.staffing')['posts/officer/pay']).toEqual([31, 31, 31]);
	});

	test('wait for a blank rate of the deflator in the years that it reaches', () => {
		const projection = projected(
			{
				council: { deflator: 'gdp' },
				baseline: { indices: deflator({ '2027/28': null }), posts: [allInPost()] }
			},
			'nothing',
			real
		);
		expect(shownFigure(projection, 'cost.total')).toEqual(['40000.00', '40000.00', 'blocked']);
		expect(projection.figures.get('cost.total')?.blockedBy).toEqual(['indices/gdp.rates.2027/28']);
	});

	test('leave measures as they are', () => {
		const parts = {
			council: { deflator: 'prices' },
			baseline: { posts: [allInPost({ fte: '2.5', heads: '3' })] }
		};
		expect(shownFigure(projected(parts, 'nothing', real), 'staffing.fte')).toEqual([
			'2.5',
			'2.5',
			'2.5'
		]);
	});

	test('deflate headings, income and funding too', () => {
		const projection = projected(
			{
				council: { deflator: 'prices' },
				baseline: {
					headings: [
						heading({ budget: '102' }),
						heading({ id: 'fees', use: 'income', budget: '51' })
					],
					fundingStreams: [
						{ id: 'g', title: 'G', amounts: { '2025/26': '10.2' }, afterLast: 'continues' }
					]
				}
			},
			'nothing',
			real
		);
		expect(shownFigure(projection, 'cost.headings')[1]).toBe('100.00');
		expect(shownFigure(projection, 'income.total')[1]).toBe('50.00');
		expect(shownFigure(projection, 'funding.total')[1]).toBe('10.00');
	});
});

test("what a heading contains is cash of the heading's year, as its published figure is", () => {
	const baseline = {
		headings: [heading()],
		posts: [allInPost({ heading: 'family', headingScope: 'included' })]
	};
	const council = { firstYear: '2026/27', deflator: 'prices' };
	// £100,000 less £40,000, both of 2025/26; then over 1.03 from 2027/28 on, and never over 1.02.
	expect(shownFigure(projected({ council, baseline }, 'nothing', real), 'cost.headings')).toEqual([
		'60000.00',
		'58252.43',
		'58252.43'
	]);
});
