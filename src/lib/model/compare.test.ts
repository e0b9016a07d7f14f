import { describe, expect, test } from 'vitest';
import {
	change,
	councilWith,
	scenarioIn,
	set,
	type CouncilParts,
	type FileChange
} from '../../../tests/support/council';
import { allInPost, building, heading } from '../../../tests/support/records';
import { compare, sideBySide, simplePayback, type Comparison } from './compare';

const BASELINE = {
	posts: [allInPost(), allInPost({ id: 'second' })],
	buildings: [building({ id: 'centre', receipt: '900' })]
};

function comparison(parts: CouncilParts, a = 'nothing', b = 'plan'): Comparison {
	const council = councilWith({ baseline: BASELINE, ...parts });
	return compare(council, scenarioIn(council, a), scenarioIn(council, b));
}

const fewer = change({ id: 'fewer', title: 'Fewer', edits: [set('posts/officer', 'fte', '0.5')] });
const dearer = change({
	id: 'dearer',
	title: 'Dearer',
	edits: [set('posts/officer', 'costPerFte', '50000')],
	oneOffs: [
		{ id: 'it', title: 'IT', ledger: 'revenue', month: '2025-06', amount: '700' },
		{ id: 'van', title: 'Van', ledger: 'capitalSpend', month: '2025-06', amount: '90' }
	]
});
const second = change({ id: 'second', title: 'Second', edits: [set('posts/second', 'fte', '2')] });

const steps = ({ bridge }: Comparison) =>
	bridge.map(({ turn, change: id, net }) => `${turn} ${id} ${net[0]?.toFixed(2) ?? 'blocked'}`);

test('side by side gives the differences of a comparison, of the figures that are named, without its bridge', () => {
	const council = councilWith({ baseline: BASELINE, plan: [fewer, dearer] });
	const [a, b] = [scenarioIn(council, 'nothing'), scenarioIn(council, 'plan')];
	const whole = compare(council, a, b);
	const sides = sideBySide(council, a, b, { figures: ['net.total'] });
	expect(sides.figures.get('net.total')).toEqual(whole.figures.get('net.total'));
	expect(sides.figures.has('cost.oneOff')).toBe(false);
	expect(whole.figures.has('cost.oneOff')).toBe(true);
	expect(sides).not.toHaveProperty('bridge');
});

describe('the bridge', () => {
	test('switches B on in its order, each change on top of those before', () => {
		// Half a post less, then £10,000 more for the half that is left, and £700 once.
		const both = comparison({ plan: [fewer, dearer] });
		expect(steps(both)).toEqual(['on fewer -20000.00', 'on dearer 5700.00']);
		expect(both.figures.get('net.total')?.difference[0]?.toFixed(2)).toBe('-14300.00');
		// The other way round the same two changes share the difference differently.
		expect(steps(comparison({ plan: [dearer, fewer] }))).toEqual([
			'on dearer 10700.00',
			'on fewer -25000.00'
		]);
	});

	test("switches A's own changes off from the last, then B's own on; what both have stays", () => {
		const path = comparison({ other: [fewer, dearer], plan: [second, fewer] }, 'other', 'plan');
		expect(steps(path)).toEqual(['off dearer -5700.00', 'on second 40000.00']);
		expect(path.figures.get('net.total')?.difference[0]?.toFixed(2)).toBe('34300.00');
		const back = comparison({ other: [fewer, dearer, second] }, 'other', 'plan');
		expect(steps(back)).toEqual([
			'off second -40000.00',
			'off dearer -5700.00',
			'off fewer 20000.00'
		]);
	});

	test('takes a change that both have but say differently for two', () => {
		const more = { ...fewer, edits: [set('posts/officer', 'fte', '0.25')] };
		const path = comparison({ other: [fewer], plan: [more] }, 'other', 'plan');
		expect(steps(path)).toEqual(['off fewer 20000.00', 'on fewer -30000.00']);
	});

	test('keeps one-offs and capital apart from what recurs', () => {
		const step = comparison({ plan: [fewer, dearer] }).bridge[1];
		expect(step?.cashable[0]?.toFixed(2)).toBe('5000.00');
		expect(step?.oneOff[0]?.toFixed(2)).toBe('700.00');
		expect(step?.avoidance[0]?.toFixed(2)).toBe('0.00');
		expect(step?.capital[0]?.toFixed(2)).toBe('90.00');
		expect(step?.net[1]?.toFixed(2)).toBe('5000.00');
	});

	test('has no step for changes that are off', () => {
		expect(comparison({ plan: [{ ...fewer, on: false }] }).bridge).toEqual([]);
	});
});

describe('differences of blocked figures', () => {
	const blank = {
		baseline: {
			posts: [allInPost({ costPerFte: null }), allInPost({ id: 'second' })],
			headings: [heading({ budget: null })]
		}
	};

	test('are known where the lines that wait are the same on both sides', () => {
		const { figures, bridge } = comparison({ ...blank, plan: [second] });
		const total = figures.get('cost.total');
		expect(total?.a[0]).toBeNull();
		expect(total?.b[0]).toBeNull();
		expect(total?.difference.map((own) => own?.toFixed(2))).toEqual([
			'40000.00',
			'40000.00',
			'40000.00'
		]);
		expect(total?.blockedBy).toEqual([]);
		expect(bridge[0]?.net[0]?.toFixed(2)).toBe('40000.00');
	});

	test('wait only for the blanks of the lines that differ', () => {
		const { figures } = comparison({ ...blank, plan: [fewer, second] });
		expect(figures.get('cost.total')?.difference[0]).toBeNull();
		expect(figures.get('cost.total')?.blockedBy).toEqual(['posts/officer.costPerFte']);
		expect(figures.get('cost.headings')?.difference[0]?.toFixed(2)).toBe('0.00');
	});

	test('are known again in the years in which the change no longer holds', () => {
		const brief = { ...fewer, end: '2026-04' };
		const { figures } = comparison({ ...blank, plan: [brief] });
		expect(figures.get('cost.total')?.difference.map((own) => own?.toFixed(2))).toEqual([
			undefined,
			'0.00',
			'0.00'
		]);
	});
});

describe('simple payback', () => {
	/** A plan that changes net cost by these amounts in pounds, year by year: a one-off cost or a fall in cost. */
	function payback(...pounds: number[]) {
		const plan: FileChange[] = [
			change({
				oneOffs: pounds.flatMap((amount, y) =>
					amount <= 0
						? []
						: [
								{
									id: `cost-${String(y)}`,
									title: 'Cost',
									ledger: 'revenue' as const,
									month: `${String(2025 + y)}-06`,
									amount: String(amount)
								}
							]
				)
			}),
			...pounds.flatMap((amount, y) =>
				amount >= 0
					? []
					: [
							change({
								id: `saving-${String(y)}`,
								start: `${String(2025 + y)}-04`,
								end: `${String(2026 + y)}-04`,
								edits: [set('posts/officer', 'costPerFte', String(40000 + amount))]
							})
						]
			)
		];
		const parts = { council: { horizonYears: pounds.length }, plan };
		return simplePayback(comparison(parts));
	}

	test('is the first year from which the cumulative difference stays at or below nothing', () => {
		expect(payback(100, -40, -60, -10)).toEqual({ year: '2027/28' });
		expect(payback(-1, -1)).toEqual({ year: '2025/26' });
	});

	test('is not a year after which it rises above nothing again', () => {
		expect(payback(100, -150, 80, -30)).toEqual({ year: '2028/29' });
		expect(payback(-10, 30, -20)).toEqual({ year: '2027/28' });
	});

	test('is never where it stays above, or ends above', () => {
		expect(payback(100, -40, -59)).toEqual({ never: true });
		expect(payback(-100, 50, 51)).toEqual({ never: true });
	});

	test('counts every penny', () => {
		expect(payback(0.3, -0.1, -0.2)).toEqual({ year: '2027/28' });
		expect(payback(0.3, -0.1, -0.19)).toEqual({ never: true });
	});

	test('waits for the blanks of net cost', () => {
		const posts = [allInPost({ costPerFte: null }), allInPost({ id: 'second' })];
		expect(simplePayback(comparison({ baseline: { posts }, plan: [fewer] }))).toEqual({
			blockedBy: ['posts/officer.costPerFte']
		});
	});
});

test('a figure that only one side has is nothing on the other', () => {
	const { figures } = comparison({
		plan: [
			change({
				oneOffs: [{ id: 'x', title: 'X', ledger: 'revenue', month: '2026-05', amount: '5' }]
			})
		]
	});
	const part = figures.get('cost.oneOff/change');
	expect(part?.a.map((own) => own?.toFixed(2))).toEqual(['0.00', '0.00', '0.00']);
	expect(part?.b[1]?.toFixed(2)).toBe('5.00');
	expect(part?.difference[1]?.toFixed(2)).toBe('5.00');
});
