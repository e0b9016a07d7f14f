import { expect, test } from 'vitest';
import { projected, shownFigure } from '../../../../tests/support/council';
import { bought, entries, exits, shareOf, stock } from '../../../../tests/support/records';

/** Three children of every thousand enter care in a year, of a population stated for some years. */
function waiting(population: Readonly<Record<string, string | null>>, horizonYears = 3) {
	return projected({
		council: { horizonYears },
		baseline: {
			placementTypes: [bought()],
			careFlows: [
				stock('10'),
				shareOf('5-9', 'residential', '1'),
				exits('5-9', 'residential', '0.001'),
				entries('5-9', 'residential', null, {
					basis: 'perThousand',
					ratePerThousand: '3',
					population
				})
			]
		}
	});
}

const TWO = { '2025/26': '1000', '2026/27': '2000' };
const FIGURES = [
	'care.children',
	'care.childDays',
	'care.external',
	'cost.placements',
	'net.total'
];

test('a longer projection blocks the years without a child population, and none before them', () => {
	const short = waiting(TWO, 2);
	const long = waiting(TWO);
	for (const id of FIGURES) {
		expect(shownFigure(long, id)).toEqual([...shownFigure(short, id), 'blocked']);
		expect(long.figures.get(id)?.blockedBy).toEqual([
			'careFlows/entries-5-9-residential.population.2027/28'
		]);
	}
	expect(shownFigure(short, 'care.entries')).toEqual(['3', '6']);
	expect(shownFigure(long, 'care.entries')).toEqual(['3', '6', 'blocked']);
});

test('years after a gap follow from its children, and wait for the gap alone', () => {
	const gap = waiting({ '2025/26': '1000', '2026/27': null, '2027/28': '2000' });
	expect(shownFigure(gap, 'care.entries')).toEqual(['3', 'blocked', 'blocked']);
	expect(gap.figures.get('care.children')?.blockedBy).toEqual([
		'careFlows/entries-5-9-residential.population.2026/27'
	]);
});

test('without a population of the first year nothing is known', () => {
	expect(shownFigure(waiting({ '2026/27': '1000' }), 'care.children')).toEqual([
		'blocked',
		'blocked',
		'blocked'
	]);
});

test('what fills the year unblocks it', () => {
	expect(shownFigure(waiting({ ...TWO, '2027/28': '3000' }), 'care.entries')).toEqual([
		'3',
		'6',
		'9'
	]);
});
