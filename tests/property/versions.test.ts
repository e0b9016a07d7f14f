import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthText } from '$lib/model/calendar/calendar';
import { activation, touchesByRecord, versionsOf } from '$lib/model/scenario/versions';
import {
	change,
	councilWith,
	type FileChange,
	remove,
	scale,
	scenarioIn,
	set,
	shift
} from '../support/council';
import { gradePost } from '../support/records';

const YEARS = 3;
const MONTHS = YEARS * 12;
const FIRST = 2025;

function fteEdit(does: string, fte: string) {
	if (does === 'scale') return scale('posts/worker', 'fte', fte);
	return does === 'shift' ? shift('posts/worker', 'fte', fte) : set('posts/worker', 'fte', fte);
}

/** Up to five changes of one post, with ramps and ends that overlap in every way. */
const changesOfOnePost: fc.Arbitrary<FileChange[]> = fc
	.array(
		fc.record({
			start: fc.integer({ min: -20, max: 40 }),
			rampMonths: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 24 })),
			lasts: fc.option(fc.integer({ min: 1, max: 30 })),
			removes: fc.integer({ min: 0, max: 5 }).map((draw) => draw === 0),
			does: fc.constantFrom('set', 'set', 'scale', 'shift'),
			fte: fc.integer({ min: 0, max: 100 }).map((hundredths) => (hundredths / 100).toFixed(2))
		}),
		{ minLength: 1, maxLength: 5 }
	)
	.map((list) =>
		list.map(({ start, rampMonths, lasts, removes, does, fte }, i) =>
			change({
				id: `c${String(i)}`,
				start: monthText(start, FIRST),
				rampMonths,
				end: lasts === null ? null : monthText(start + lasts, FIRST),
				edits: [removes ? remove('posts/worker') : fteEdit(does, fte)]
			})
		)
	);

function versionsUnder(plan: readonly FileChange[]) {
	const council = councilWith({ baseline: { posts: [gradePost()] }, plan });
	const touches = touchesByRecord(scenarioIn(council, 'plan').changes).get('posts/worker') ?? [];
	const [post] = council.baseline.posts;
	return {
		touches,
		versions: versionsOf(post ?? null, touches, FIRST, YEARS, (record) => record)
	};
}

/** The FTE in a month over all 2^k subsets of the changes, by the formula of the model and nothing cleverer. */
function naiveFte(plan: readonly FileChange[], month: number): number {
	const at = (text: string) => {
		const [year = 0, ofYear = 0] = text.split('-').map(Number);
		return (year - FIRST) * 12 + ofYear - 4;
	};
	const active = plan.map((own) => {
		const s = at(own.start);
		if (month < s || (own.end !== null && month >= at(own.end))) return 0;
		const isStep = own.rampMonths === 0 || own.edits.some(({ edit }) => edit === 'remove');
		return isStep ? 1 : Math.min(Math.max((month - s + 0.5) / own.rampMonths, 0), 1);
	});
	let total = 0;
	for (let subset = 0; subset < 2 ** plan.length; subset++) {
		const isIn = (i: number) => Math.floor(subset / 2 ** i) % 2 === 1;
		const weight = active.reduce((product, a, i) => product * (isIn(i) ? a : 1 - a), 1);
		if (weight === 0) continue;
		const applied = plan
			.map((own, i) => ({ own, i }))
			.filter(({ i }) => isIn(i))
			.sort((a, b) => at(a.own.start) - at(b.own.start) || a.i - b.i);
		let fte: number | null = 1;
		for (const { own } of applied)
			for (const edit of own.edits)
				if (edit.edit === 'remove') fte = null;
				else if (fte === null) continue;
				else if (edit.edit === 'set') fte = Number(edit.value);
				else if (edit.edit === 'scale') fte *= Number(edit.factor);
				else if (edit.edit === 'shift') fte += Number(edit.by);
		total += weight * (fte ?? 0);
	}
	return total;
}

describe('the versions of a record', () => {
	test('weigh 1 together in every month', () => {
		fc.assert(
			fc.property(changesOfOnePost, (plan) => {
				const { versions } = versionsUnder(plan);
				for (let m = 0; m < MONTHS; m++) {
					const sum = versions.reduce((total, { weights }) => total + (weights[m] ?? 0), 0);
					expect(Math.abs(sum - 1)).toBeLessThan(1e-12);
				}
			}),
			{ numRuns: 200 }
		);
	});

	test('give the same FTE in every month as all subsets written out', () => {
		fc.assert(
			fc.property(changesOfOnePost, (plan) => {
				const { versions } = versionsUnder(plan);
				for (let m = 0; m < MONTHS; m++) {
					const fte = versions.reduce((total, { content, weights }) => {
						const own = content !== null && 'fte' in content ? (content.fte?.toNumber() ?? 0) : 0;
						return total + (weights[m] ?? 0) * own;
					}, 0);
					expect(Math.abs(fte - naiveFte(plan, m))).toBeLessThan(1e-12);
				}
			}),
			{ numRuns: 200 }
		);
	});

	test('count their months in each year as the sum of their weights', () => {
		fc.assert(
			fc.property(changesOfOnePost, (plan) => {
				for (const { weights, months } of versionsUnder(plan).versions)
					months.forEach((own, y) => {
						const sum = weights.slice(12 * y, 12 * y + 12).reduce((total, w) => total + w, 0);
						expect(Math.abs(Number(own) - sum)).toBeLessThan(1e-9);
					});
			}),
			{ numRuns: 100 }
		);
	});

	test('are only those that have weight in some month', () => {
		fc.assert(
			fc.property(changesOfOnePost, (plan) => {
				for (const { weights } of versionsUnder(plan).versions)
					expect(weights.some((weight) => weight > 0)).toBe(true);
			}),
			{ numRuns: 100 }
		);
	});

	test('follow activations that lie between 0 and 1', () => {
		fc.assert(
			fc.property(changesOfOnePost, fc.integer({ min: -30, max: 60 }), (plan, month) => {
				for (const touch of versionsUnder(plan).touches) {
					const a = activation(touch, month, FIRST);
					expect(a >= 0 && a <= 1).toBe(true);
				}
			})
		);
	});
});
