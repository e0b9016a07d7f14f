import { describe, expect, test } from 'vitest';
import {
	add,
	change,
	type FileChange,
	linesOf,
	projected,
	remove,
	set,
	shownFigure
} from '../../../../tests/support/council';
import { allInPost, building } from '../../../../tests/support/records';

const ONE_POST = { posts: [allInPost()] };

const staffing = (...plan: FileChange[]) =>
	shownFigure(projected({ baseline: ONE_POST, plan }), 'cost.staffing');

describe('a step', () => {
	test('holds from its start month', () => {
		// £40,000 for 6 months and £80,000 for 6, then £80,000.
		const doubled = change({ start: '2025-10', edits: [set('posts/officer', 'fte', '2')] });
		expect(staffing(doubled)).toEqual(['60000.00', '80000.00', '80000.00']);
	});

	test('no longer holds in its end month', () => {
		const doubled = change({
			start: '2025-10',
			end: '2026-07',
			edits: [set('posts/officer', 'fte', '2')]
		});
		expect(staffing(doubled)).toEqual(['60000.00', '50000.00', '40000.00']);
	});

	test('that starts before the projection holds from its first month', () => {
		const doubled = change({ start: '2020-01', edits: [set('posts/officer', 'fte', '2')] });
		expect(staffing(doubled)).toEqual(['80000.00', '80000.00', '80000.00']);
	});
});

test('a ramp rises by (m − s + ½) / r: half of its months lie in the middle', () => {
	// Over 12 months (½ + 1½ + … + 11½) / 12 = 6 months of the second FTE.
	const doubled = change({ rampMonths: 12, edits: [set('posts/officer', 'fte', '2')] });
	expect(staffing(doubled)).toEqual(['60000.00', '80000.00', '80000.00']);
	// Over 24 months the first year has (½ + … + 11½) / 24 = 3 months, the second 12 − 3 = 9.
	expect(staffing({ ...doubled, rampMonths: 24 })).toEqual(['50000.00', '70000.00', '80000.00']);
});

describe('two changes of one field', () => {
	const three = change({
		id: 'three',
		start: '2025-10',
		edits: [set('posts/officer', 'fte', '3')]
	});
	const two = change({ id: 'two', start: '2025-04', edits: [set('posts/officer', 'fte', '2')] });

	test('give it to the later start, wherever that stands in the list', () => {
		const expected = ['100000.00', '120000.00', '120000.00'];
		expect(staffing(two, three)).toEqual(expected);
		expect(staffing(three, two)).toEqual(expected);
	});

	test('give it to the later in the list where they start together', () => {
		const together = { ...three, start: '2025-04' };
		expect(staffing(two, together)).toEqual(['120000.00', '120000.00', '120000.00']);
		expect(staffing(together, two)).toEqual(['80000.00', '80000.00', '80000.00']);
	});

	test('keep both where they set different fields', () => {
		const dearer = change({ id: 'dearer', edits: [set('posts/officer', 'costPerFte', '50000')] });
		expect(staffing(two, dearer)).toEqual(['100000.00', '100000.00', '100000.00']);
	});

	test('overlap in a ramp as every subset by its weight', () => {
		// In April: 2 FTE by ¼, both by ¼ × ¾ … ; the later start (three) wins wherever it holds.
		const slowTwo = { ...two, rampMonths: 2 };
		const slowThree = { ...three, start: '2025-04', rampMonths: 2 };
		// April a = ¼: ¾·¾·1 + ¼·¾·2 + ¼·3 = 0.5625 + 0.375 + 0.75 = 1.6875.
		// May a = ¾: ¼·¼·1 + ¾·¼·2 + ¾·3 = 0.0625 + 0.375 + 2.25 = 2.6875. Then 3 for ten months.
		const months = 1.6875 + 2.6875 + 30;
		expect(staffing(slowTwo, slowThree)[0]).toBe(((40000 * months) / 12).toFixed(2));
	});
});

describe('removals and additions', () => {
	test('posts go in one step, whatever the ramp says', () => {
		const gone = change({
			start: '2025-10',
			rampMonths: 12,
			edits: [remove('posts/officer', { destination: 'vacant' })]
		});
		expect(staffing(gone)).toEqual(['20000.00', '0.00', '0.00']);
	});

	test('posts come along the ramp', () => {
		const fresh = change({
			rampMonths: 12,
			edits: [add('posts', allInPost({ id: 'fresh' }))]
		});
		expect(staffing(fresh)).toEqual(['60000.00', '80000.00', '80000.00']);
	});

	test('an edit that starts before its record is added holds from when that is there', () => {
		const fresh = change({ start: '2026-04', edits: [add('posts', allInPost({ id: 'fresh' }))] });
		const more = change({ id: 'more', start: '2025-10', edits: [set('posts/fresh', 'fte', '3')] });
		expect(staffing(fresh, more)).toEqual(['40000.00', '160000.00', '160000.00']);
		const ramped = { ...fresh, rampMonths: 12 };
		expect(staffing(ramped, more)).toEqual(['40000.00', '100000.00', '160000.00']);
		expect(staffing(fresh, { ...more, end: '2026-10' })).toEqual([
			'40000.00',
			'120000.00',
			'80000.00'
		]);
	});

	test('buildings open and close in one step', () => {
		const plan = [
			change({ rampMonths: 12, edits: [add('buildings', building({ id: 'fresh' }))] }),
			change({ id: 'close', start: '2026-04', rampMonths: 12, edits: [remove('buildings/centre')] })
		];
		const projection = projected({ baseline: { buildings: [building()] }, plan });
		expect(shownFigure(projection, 'cost.buildings')).toEqual(['24000.00', '12000.00', '12000.00']);
		expect(shownFigure(projection, 'estate.open')).toEqual(['2', '1', '1']);
	});

	test('what is added after the projection ends, or was gone before it began, costs nothing', () => {
		const late = change({ start: '2030-04', edits: [add('posts', allInPost({ id: 'late' }))] });
		const past = change({
			id: 'past',
			start: '2020-04',
			end: '2021-04',
			edits: [add('buildings', building({ id: 'past' }))]
		});
		const projection = projected({ baseline: ONE_POST, plan: [late, past] });
		expect(shownFigure(projection, 'cost.total')).toEqual(['40000.00', '40000.00', '40000.00']);
	});

	test('a change that is off does nothing', () => {
		expect(staffing(change({ on: false, edits: [remove('posts/officer')] }))).toEqual([
			'40000.00',
			'40000.00',
			'40000.00'
		]);
	});
});

test('thirds of a month come together to whole pennies', () => {
	// A ramp of 3 months: 1/6 + 1/2 + 5/6 = 1½ months, then 9: (12 + 10½) / 12 × £40,000.
	const doubled = change({ rampMonths: 3, edits: [set('posts/officer', 'fte', '2')] });
	expect(staffing(doubled)[0]).toBe('75000.00');
	const lines = linesOf(projected({ baseline: ONE_POST, plan: [doubled] }), 'cost.staffing');
	expect(lines['posts/officer/pay']).toEqual([7500000, 8000000, 8000000]);
});
