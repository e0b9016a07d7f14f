import { Decimal } from 'decimal.js';
import { describe, expect, test } from 'vitest';
import {
	add,
	change,
	councilFile,
	type CouncilParts,
	councilWith,
	type FileChange,
	projected,
	remove,
	scale,
	scenarioIn,
	set,
	shift,
	shownFigure
} from '../../../../tests/support/council';
import {
	allInPost,
	bought,
	entries,
	exits,
	shareOf,
	stock
} from '../../../../tests/support/records';
import { inputOf } from '../explain/inputs';
import { projectionIfLower } from '../explain/lowered';
import { valueOf } from '../figures/figure';
import { compare } from '../compare';
import { problemLine } from './problem';
import { readCouncil, writeCouncil } from './read';

const ONE_POST = { posts: [allInPost()] };

const staffing = (...plan: FileChange[]) =>
	shownFigure(projected({ baseline: ONE_POST, plan }), 'cost.staffing');

describe('an adjustment', () => {
	test('multiplies what stands, from its month on and over its ramp', () => {
		// £40,000 a year. Over 12 months from October: (½ + … + 5½) / 12 = 1.5 months' worth of the rise in the first year,
		// (6½ + … + 11½) / 12 + 6 = 10.5 in the second; the rise is 0.2 × £40,000 / 12 = £666.67 a month.
		const dearer = change({
			start: '2025-10',
			rampMonths: 12,
			edits: [scale('posts/officer', 'fte', '1.2')]
		});
		expect(staffing(dearer)).toEqual(['41000.00', '47000.00', '48000.00']);
	});

	test('adds to what stands and takes away, and goes when its change ends', () => {
		const more = change({
			start: '2025-10',
			end: '2026-10',
			edits: [shift('posts/officer', 'fte', '0.5')]
		});
		expect(staffing(more)).toEqual(['50000.00', '50000.00', '40000.00']);
		const less = change({ edits: [shift('posts/officer', 'fte', '-0.25')] });
		expect(staffing(less)).toEqual(['30000.00', '30000.00', '30000.00']);
	});

	test('works on what an earlier change has set, and not on what a later one sets', () => {
		const two = change({ id: 'two', start: '2025-04', edits: [set('posts/officer', 'fte', '2')] });
		const half = change({
			id: 'half',
			start: '2026-04',
			edits: [scale('posts/officer', 'fte', '0.5')]
		});
		expect(staffing(half, two)).toEqual(['80000.00', '40000.00', '40000.00']);
		const three = { ...two, start: '2027-04' };
		expect(staffing(half, three)).toEqual(['40000.00', '20000.00', '80000.00']);
	});

	test('goes by the order of the list where changes start together, and within one change', () => {
		const added = change({ id: 'added', edits: [shift('posts/officer', 'fte', '1')] });
		const doubled = change({ id: 'doubled', edits: [scale('posts/officer', 'fte', '2')] });
		expect(staffing(added, doubled)[0]).toBe('160000.00');
		expect(staffing(doubled, added)[0]).toBe('120000.00');
		const both = change({
			edits: [shift('posts/officer', 'fte', '1'), scale('posts/officer', 'fte', '2')]
		});
		expect(staffing(both)[0]).toBe('160000.00');
	});

	test('of a record that a later change adds waits for it', () => {
		const plan = [
			change({ id: 'half', edits: [scale('posts/new', 'fte', '0.5')] }),
			change({
				id: 'adds',
				start: '2026-04',
				edits: [add('posts', allInPost({ id: 'new', title: 'New', fte: '2' }))]
			})
		];
		// A file names nothing before it is there, so the addition stands first in the list.
		expect(staffing(...plan.toReversed())).toEqual(['40000.00', '80000.00', '80000.00']);
	});

	test('leaves a blank field blank, and the figure waits for it', () => {
		const projection = projected({
			baseline: { posts: [allInPost({ fte: null })] },
			plan: [change({ edits: [scale('posts/officer', 'fte', '2')] })]
		});
		const staff = projection.figures.get('cost.staffing');
		expect(staff === undefined ? undefined : valueOf(staff, 0)).toBeNull();
		expect(staff?.blockedBy).toEqual(['posts/officer.fte']);
	});

	test('keeps every digit: nothing is rounded before the line is', () => {
		const plan = [
			change({
				edits: [scale('posts/officer', 'costPerFte', '1.00001234567891234567')]
			})
		];
		const projection = projected({ baseline: ONE_POST, plan });
		// 40000 × 1.00001234567891234567, by long multiplication.
		expect(inputOf(projection, 'posts/officer.costPerFte')?.value?.toFixed()).toBe(
			'40000.4938271564938268'
		);
		expect(shownFigure(projection, 'cost.staffing')[0]).toBe('40000.49');
	});

	test('edits records outright whose kinds carry their own dates', () => {
		const plan = [
			change({ start: '2027-04', edits: [scale('indices/prices', 'rates.2026/27', '2')] })
		];
		const baseline = {
			posts: [allInPost({ index: 'prices', priceYear: '2025/26' })]
		};
		// 2% becomes 4%, then 3%: 40000 × 1.04 = 41600, × 1.03 = 42848.
		expect(shownFigure(projected({ baseline, plan }), 'cost.staffing')).toEqual([
			'40000.00',
			'41600.00',
			'42848.00'
		]);
	});

	test('is written to a file as it was read', () => {
		const edits = [scale('posts/officer', 'fte', '0.9'), shift('posts/officer', 'fte', '-0.25')];
		const council = councilWith({ baseline: ONE_POST, plan: [change({ edits })] });
		expect(writeCouncil(council).scenarios[1]?.changes[0]?.edits).toEqual(edits);
	});
});

describe('a file is refused', () => {
	const problems = (plan: FileChange[], baseline: CouncilParts['baseline'] = ONE_POST) => {
		const read = readCouncil(councilFile({ baseline: { ...baseline }, plan }));
		return read.ok ? [] : read.problems.map(problemLine);
	};
	const EDIT = 'scenarios[1].changes[0].edits[0]';

	test('where the field is no number, or is not there', () => {
		expect(problems([change({ edits: [scale('posts/officer', 'title', '2')] })])).toEqual([
			`${EDIT}.field: 'title' of posts/officer is not one number, so it cannot be multiplied or added to; set it instead`
		]);
		expect(problems([change({ edits: [shift('posts/officer', 'age', '2')] })])).toEqual([
			`${EDIT}.field: 'age' is not a field of posts/officer that a change can set; mend its path`
		]);
		expect(
			problems([change({ edits: [shift('posts/officer', 'activities.contact', '0.2')] })])
		).toEqual([
			`${EDIT}.field: posts/officer has no 'activities.contact' to adjust; set it instead`
		]);
	});

	test('where one change multiplies a field twice', () => {
		const edits = [scale('posts/officer', 'fte', '2'), scale('posts/officer', 'fte', '3')];
		expect(problems([change({ edits })])).toEqual([
			"scenarios[1].changes[0].edits[1].field: 'fte' of posts/officer is multiplied twice in one change; write the product as one factor"
		]);
	});

	test('where the result is beyond the limits of the field, with the most that may be', () => {
		expect(problems([change({ edits: [shift('posts/officer', 'fte', '-1.5')] })])).toEqual([
			`${EDIT}.by: 1 − 1.5 is -0.5, below 0; take away 1 or less`
		]);
		const vacant = { posts: [allInPost({ vacancy: '0.6' })] };
		expect(problems([change({ edits: [scale('posts/officer', 'vacancy', '2')] })], vacant)).toEqual(
			[`${EDIT}.factor: 0.6 × 2 is 1.2, above 1; write a factor of 1.66666 or less`]
		);
		expect(problems([change({ edits: [scale('posts/officer', 'fte', '-1')] })])).toEqual([
			`${EDIT}.factor: -1 is below 0; write 0 or more`
		]);
	});

	test('where it is so only among the changes that hold with it', () => {
		const plan = [
			change({
				id: 'cut',
				title: 'Cut',
				edits: [set('posts/officer', 'fte', '0.5')],
				end: '2026-04'
			}),
			change({ id: 'less', start: '2025-10', edits: [shift('posts/officer', 'fte', '-1')] })
		];
		expect(problems(plan)).toEqual([
			"scenarios[1].changes[1].edits[0].by: after 'Cut', 0.5 − 1 is -0.5, below 0; take away 0.5 or less"
		]);
		const [cut, less] = plan;
		if (cut === undefined || less === undefined) throw new Error('the plan has two changes');
		expect(problems([cut, { ...less, start: '2026-04' }])).toEqual([]);
		expect(problems([{ ...cut, on: false }, less])).toEqual([]);
		// In a ramp part of the post has been cut already and part has not.
		expect(
			problems([
				{ ...cut, rampMonths: 9, end: null },
				{ ...less, start: '2025-05' }
			])
		).toHaveLength(1);
	});
});

test('changes that multiply and add combine without an overlap; one that sets over them does not', () => {
	const overlapOf = (...plan: FileChange[]) =>
		projected({ baseline: ONE_POST, plan }).checks.find(({ id }) => id === 'changes.overlap');
	const half = change({ id: 'half', title: 'Half', edits: [scale('posts/officer', 'fte', '0.5')] });
	const more = change({ id: 'more', title: 'More', edits: [shift('posts/officer', 'fte', '1')] });
	const three = change({ id: 'three', title: 'Three', edits: [set('posts/officer', 'fte', '3')] });
	expect(overlapOf(half, more)?.ok).toBe(true);
	expect(overlapOf(three, half)?.ok).toBe(true);
	expect(overlapOf(half, three)).toMatchObject({
		ok: false,
		message:
			"posts/officer.fte is multiplied or added to by 'Half' and set afterwards by 'Three'; what is set holds"
	});
});

test('the working of an input tells what each change works on', () => {
	const plan = [
		change({ id: 'half', title: 'Half', edits: [scale('posts/officer', 'fte', '0.5')] }),
		change({
			id: 'more',
			title: 'More',
			start: '2026-04',
			edits: [shift('posts/officer', 'fte', '2')]
		})
	];
	const posts = [allInPost({ evidence: { fte: { low: '0.8', high: '1.2' } } })];
	const input = inputOf(projected({ baseline: { posts }, plan }), 'posts/officer.fte');
	const told = input?.settings.map(({ title, value, steps }) => [
		title,
		steps.map(({ from }) => from?.toFixed()),
		value?.toFixed()
	]);
	expect(told).toEqual([
		['Half', ['1'], '0.5'],
		['More', ['0.5'], '2.5']
	]);
	expect([input?.range?.low.toFixed(), input?.range?.high.toFixed()]).toEqual(['2.4', '2.6']);
});

test('an input a tenth lower is so after its adjustments', () => {
	const plan = [
		change({ edits: [scale('posts/officer', 'fte', '0.5'), shift('posts/officer', 'fte', '2')] })
	];
	const own = projected({ baseline: ONE_POST, plan });
	const lower = projectionIfLower(own, 'posts/officer.fte');
	// 1 × 0.5 + 2 = 2.5 FTE, then 2.25.
	expect(shownFigure(own, 'cost.staffing')[0]).toBe('100000.00');
	expect(lower === null ? null : shownFigure(lower, 'cost.staffing')[0]).toBe('90000.00');
});

test('the bridge between a change that sets and one that takes away from it adds up, step by step', () => {
	const five = change({ id: 'five', edits: [set('posts/officer', 'fte', '5')] });
	const less = change({ id: 'less', edits: [shift('posts/officer', 'fte', '-3')] });
	const council = councilWith({ baseline: ONE_POST, plan: [five, less], other: [] });
	const { bridge, figures } = compare(
		council,
		scenarioIn(council, 'plan'),
		scenarioIn(council, 'other')
	);
	const sum = bridge.reduce((total, { net }) => total.plus(net[0] ?? NaN), new Decimal(0));
	expect(sum.toFixed(2)).toBe('-40000.00');
	expect(figures.get('net.total')?.difference[0]?.toFixed(2)).toBe('-40000.00');
	expect(bridge.map(({ net }) => net[0]?.toFixed(2))).toEqual(['120000.00', '-160000.00']);
});

test('entries to care follow a factor on their rate', () => {
	const careFlows = [
		stock('100'),
		shareOf('10-15', 'foster', '1'),
		entries('10-15', 'foster', '40'),
		exits('10-15', 'foster', '0.001')
	];
	const id = careFlows[2]?.id ?? '';
	const enter = (...plan: FileChange[]) =>
		Number(
			shownFigure(
				projected({ baseline: { placementTypes: [bought({ id: 'foster' })], careFlows }, plan }),
				'care.entries'
			)[0]
		);
	expect(enter()).toBeCloseTo(40, 6);
	const fewer = change({ edits: [scale(`careFlows/${id}`, 'childrenPerYear', '0.9')] });
	expect(enter(fewer)).toBeCloseTo(36, 6);
});

test('a change that takes a record away takes nothing from one that adjusted it before', () => {
	const plan = [
		change({ id: 'half', edits: [scale('posts/officer', 'fte', '0.5')] }),
		change({
			id: 'gone',
			start: '2026-04',
			edits: [remove('posts/officer', { destination: 'vacant' })]
		})
	];
	expect(staffing(...plan)).toEqual(['20000.00', '0.00', '0.00']);
});
