import { describe, expect, test } from 'vitest';
import {
	change,
	checkOf,
	councilWith,
	linesOf,
	projected,
	scenarioIn,
	set,
	shownFigure
} from '../../../../tests/support/council';
import {
	allowance,
	bought,
	entries,
	heading,
	mixed,
	shareOf,
	stock,
	type FileRecord,
	type Records
} from '../../../../tests/support/records';
import { compare } from '../compare';

/** Foster care with ten council places; £700 a week is £36,500 a year to the penny, £140 is £7,300. */
const FOSTER = mixed({
	fixedWeekly: '70',
	variableWeekly: '140',
	externalWeekly: '700',
	index: 'prices'
});

/** Small children who stay: nobody enters, leaves or turns 18 in three years. */
function council(
	children: string | null,
	types: FileRecord<'placementTypes'>[],
	more: Partial<Records> = {}
) {
	return {
		...more,
		placementTypes: types,
		careFlows: [
			stock(children),
			...types.map(({ id }, i) => shareOf('1-4', id, i === 0 ? '1' : '0')),
			...(more.careFlows ?? [])
		]
	};
}

const cost = (...args: Parameters<typeof council>) =>
	shownFigure(projected({ baseline: council(...args) }), 'cost.placements').map(Number);

describe('one child more', () => {
	test('adds exactly the external price while council care is full', () => {
		const [more, less] = [cost('21', [FOSTER]), cost('20', [FOSTER])];
		// Weeks × price × index: 365 / 7 × £700; × 1.02; a leap year × 1.02 × 1.03.
		expect(more.map((pounds, y) => (pounds - (less[y] ?? 0)).toFixed(2))).toEqual([
			'36500.00',
			'37230.00',
			(36600 * 1.0506).toFixed(2)
		]);
	});

	test('adds only the variable cost while council care has room', () => {
		const [more, less] = [cost('8', [FOSTER]), cost('7', [FOSTER])];
		expect(more.map((pounds, y) => (pounds - (less[y] ?? 0)).toFixed(2))).toEqual([
			'7300.00',
			'7446.00',
			// £61,523.136 less £53,832.744, each rounded by itself.
			'7690.40'
		]);
	});

	test('does not touch the fixed cost of places, filled or not', () => {
		for (const children of ['0', '7', '20'])
			expect(
				linesOf(projected({ baseline: council(children, [FOSTER]) }), 'cost.placements')[
					'placementTypes/foster/fixed'
				]?.[0]
			).toBe(3650000);
	});
});

describe('council places', () => {
	test('can be filled only to their occupancy', () => {
		// Twenty children, 10 × 0.8 of them in house.
		const [pounds] = cost('20', [{ ...FOSTER, occupancy: '0.8' }]);
		expect(pounds).toBe(36500 + 8 * 7300 + 12 * 36500);
	});

	test('with unknown occupancy are as full as the observed in-house share makes them', () => {
		// A quarter of 20 children in 10 places fills half of them; three quarters fill all, and no more.
		const half = cost('20', [{ ...FOSTER, occupancy: null, inHouseShare: '0.25' }]);
		expect(half[0]).toBe(36500 + 5 * 7300 + 15 * 36500);
		const all = cost('20', [{ ...FOSTER, occupancy: null, inHouseShare: '0.75' }]);
		expect(all[0]).toBe(36500 + 10 * 7300 + 10 * 36500);
	});

	test('of unknown number are priced at the observed mix', () => {
		// £0.25 of (70 + 140) and 0.75 of 700 is £577.50 a week.
		const [pounds] = cost('20', [{ ...FOSTER, capacity: null, inHouseShare: '0.25' }]);
		expect(pounds).toBe((20 * 365 * 577.5) / 7);
	});
});

test('bought and allowance types price every week', () => {
	expect(cost('10', [bought({ externalWeekly: '1400' })])[0]).toBe(10 * 73000);
	expect(cost('10', [allowance({ allowanceWeekly: '70' })])[0]).toBe(10 * 3650);
	const projection = projected({ baseline: council('10', [bought()]) });
	expect(shownFigure(projection, 'care.external/residential')[0]).toBe(
		String(Number(((10 * 365) / 7).toFixed(6)))
	);
});

describe('calibration', () => {
	const calibrated = (on: 'prices' | 'entries', averageChildren: string | null = '10') =>
		council('20', [bought({ externalWeekly: '700' })], {
			headings: [heading({ use: 'calibration', basis: 'outturn', outturn: '730000' })],
			assumptions: [
				{ id: 'c', title: 'C', use: 'calibration', heading: 'family', on, averageChildren }
			],
			careFlows: [entries('1-4', 'residential', '12')]
		});

	test('on prices scales every price by outturn over modelled cost', () => {
		// Ten children all year at £700 a week are £365,000; the council spent twice that.
		const projection = projected({ baseline: calibrated('prices') });
		expect(shownFigure(projection, 'care.calibration')).toEqual(['2', '2', '2']);
		const plain = projected({ baseline: { ...calibrated('prices'), assumptions: [] } });
		const [double = '', single = ''] = [projection, plain].map(
			(own) => shownFigure(own, 'cost.placements')[0]
		);
		expect(Math.abs(Number(double) - 2 * Number(single))).toBeLessThanOrEqual(0.01);
		expect(shownFigure(projection, 'care.entries')[0]).toBe('12');
	});

	test('on entries scales entries and no price', () => {
		const projection = projected({ baseline: calibrated('entries') });
		expect(shownFigure(projection, 'care.entries')[0]).toBe('24');
	});

	test('waits where the published figure is below nothing', () => {
		const baseline = {
			...calibrated('entries'),
			headings: [heading({ use: 'calibration', basis: 'outturn', outturn: '-1' })]
		};
		const projection = projected({ baseline });
		expect(shownFigure(projection, 'care.entries')[0]).toBe('blocked');
		expect(projection.figures.get('care.entries')?.blockedBy).toEqual([
			'headings/family.outturn (it is below £0)'
		]);
	});

	test('waits for the average number of children', () => {
		const projection = projected({ baseline: calibrated('prices', null) });
		expect(shownFigure(projection, 'cost.placements')[0]).toBe('blocked');
		expect(projection.figures.get('cost.placements')?.blockedBy).toEqual([
			'assumptions/c.averageChildren'
		]);
	});
});

describe('cost avoidance', () => {
	const avoided = (type: FileRecord<'placementTypes'>, ...edits: ReturnType<typeof set>[]) =>
		projected({
			baseline: council('20', [type], { careFlows: [entries('1-4', 'foster', '12')] }),
			plan: [change({ edits })]
		});

	test('is what placements cost if we change nothing, less what they cost now', () => {
		const projection = avoided(FOSTER, set('placementTypes/foster', 'externalWeekly', '350'));
		const [gross = ''] = shownFigure(projection, 'avoidance.gross');
		const half = linesOf(projection, 'cost.placements')['placementTypes/foster/external']?.[0];
		expect(Number(gross)).toBeCloseTo((half ?? 0) / 100, 1);
		expect(shownFigure(projection, 'avoidance.cashable')[0]).toBe(gross);
	});

	test('is cashable in external prices and fixed places, not in the variable cost of council places', () => {
		const projection = avoided(FOSTER, set('placementTypes/foster', 'variableWeekly', '0'));
		expect(Number(shownFigure(projection, 'avoidance.gross')[0])).toBe(10 * 7300);
		expect(shownFigure(projection, 'avoidance.cashable')[0]).toBe('0.00');
	});

	test('cannot be told cashable or not where the number of places is blank', () => {
		const projection = avoided(
			{ ...FOSTER, capacity: null },
			set('careFlows/entries-1-4-foster', 'childrenPerYear', '6')
		);
		expect(Number(shownFigure(projection, 'avoidance.gross')[0])).toBeGreaterThan(0);
		expect(shownFigure(projection, 'avoidance.cashable')[0]).toBe('blocked');
		expect(projection.figures.get('avoidance.cashable')?.blockedBy).toEqual([
			'placementTypes/foster.capacity'
		]);
	});

	test('of nothing is £0.00 even where the number of places is blank', () => {
		const projection = avoided({ ...FOSTER, capacity: null });
		expect(shownFigure(projection, 'avoidance.cashable')).toEqual(['0.00', '0.00', '0.00']);
	});
});

describe('the opening stock', () => {
	test('waits while its shares do not add up to 1, and a check says so', () => {
		const projection = projected({
			baseline: {
				placementTypes: [bought()],
				careFlows: [stock('10'), shareOf('1-4', 'residential', '0.9')]
			}
		});
		expect(shownFigure(projection, 'cost.placements')[0]).toBe('blocked');
		expect(projection.figures.get('care.children')?.blockedBy).toEqual([
			'careFlows (the shares of the opening stock do not add up to 1)'
		]);
		expect(checkOf(projection, 'care.shares')).toMatchObject({
			ok: false,
			message: 'The shares of children in care add up to 0.9, not to 1'
		});
	});

	test('waits where two counts of one day disagree', () => {
		const twice = [stock('10'), { ...stock('11'), id: 'again' }];
		const projection = projected({
			baseline: {
				placementTypes: [bought()],
				careFlows: [...twice, shareOf('1-4', 'residential', '1')]
			}
		});
		expect(shownFigure(projection, 'care.children')[0]).toBe('blocked');
		expect(projection.figures.get('care.children')?.blockedBy[0]).toContain('Two different stocks');
	});

	test('takes a change of its shares by the weight that it has in the first month', () => {
		// A ramp of two months from April holds a quarter in April: 0.75 × 1 + 0.25 × 0.6 and 0.25 × 0.4.
		const baseline = council('100', [FOSTER, bought()]);
		const plan = [
			change({
				rampMonths: 2,
				edits: [
					set('careFlows/share-1-4-foster', 'share', '0.6'),
					set('careFlows/share-1-4-residential', 'share', '0.4')
				]
			})
		];
		const projection = projected({ baseline, plan });
		const { inputs } = projection.run.care;
		expect('shares' in inputs ? [...inputs.shares].filter((share) => share > 0) : []).toEqual([
			0.9, 0.1
		]);
	});
});

describe('a change of who provides', () => {
	const weeks = (type: FileRecord<'placementTypes'>, field: string, value: string) => {
		const plan = [
			change({ start: '2026-04', edits: [set('placementTypes/foster', field, value)] })
		];
		const projection = projected({ baseline: council('21', [type]), plan });
		// In weeks of 365 days, and 366 in the third year.
		return ['care.inHouse', 'care.external'].map((id) =>
			shownFigure(projection, id).map((text, y) =>
				((Number(text) * 7) / (y === 2 ? 366 : 365)).toFixed(4)
			)
		);
	};

	test('prices by the margin from the month in which the number of places is known', () => {
		const blank = mixed({ capacity: null, inHouseShare: '0.5' });
		expect(weeks(blank, 'capacity', '8')).toEqual([
			['10.5000', '8.0000', '8.0000'],
			['10.5000', '13.0000', '13.0000']
		]);
	});

	test('buys every week from the month in which the council runs no places', () => {
		expect(weeks(mixed(), 'provision', 'bought')).toEqual([
			['10.0000', '0.0000', '0.0000'],
			['11.0000', '21.0000', '21.0000']
		]);
	});
});

test('a comparison of two stocks differs only in placements', () => {
	const base = councilWith({
		baseline: council('20', [FOSTER]),
		plan: [change({ edits: [set('careFlows/stock-2025-04-01', 'children', '21')] })]
	});
	const { figures, bridge } = compare(base, scenarioIn(base, 'nothing'), scenarioIn(base, 'plan'));
	expect(figures.get('net.total')?.difference[0]?.toFixed(2)).toBe('36500.00');
	expect(bridge[0]?.avoidance[0]?.toFixed(2)).toBe('36500.00');
	expect(bridge[0]?.cashable[0]?.toFixed(2)).toBe('0.00');
});
