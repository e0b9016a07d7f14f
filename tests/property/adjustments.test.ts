import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, FIGURES, project, rebaseOf, rebaseSteps, applyOperations } from '$lib/model';
import { fernshire } from '../support/trial';
import {
	change,
	councilFrom,
	councilWith,
	type FileChange,
	type FileEdit,
	projected,
	scale,
	scenarioIn,
	set,
	shift,
	shownFigure
} from '../support/council';
import { allInPost } from '../support/records';
import { writeCouncil } from '$lib/model/scenario/read';

const POST = 'posts/officer';
const baseline = { posts: [allInPost({ fte: '3' })] };

/** A factor between 0 and 2 with three decimals. */
const factor = fc.integer({ min: 0, max: 2000 }).map((own) => (own / 1000).toFixed(3));
const rampMonths = fc.integer({ min: 0, max: 24 });

const staffing = (...plan: FileChange[]): readonly (string | null)[] =>
	shownFigure(projected({ baseline, plan }), 'cost.staffing');

const one = (id: string, edits: FileEdit[], ramp = 0): FileChange =>
	change({ id, rampMonths: ramp, edits });

test('multiplied by 1 and with nothing added, an example is the same to the penny in every figure', () => {
	const file = writeCouncil(fernshire);
	const edits: FileEdit[] = [
		...file.baseline.careFlows.flatMap((flow): FileEdit[] =>
			flow.flow === 'moves' || flow.flow === 'exits'
				? [scale(`careFlows/${flow.id}`, 'ratePerDay', '1')]
				: []
		),
		...file.baseline.posts.map(({ id }) => shift(`posts/${id}`, 'fte', '0'))
	];
	expect(edits.length).toBeGreaterThan(30);
	const trial = file.scenarios.find(({ id }) => id === 'trial');
	if (trial === undefined) throw new Error('the example has no trial');
	trial.changes = [change({ start: '2027-01', rampMonths: 6, edits })];
	const council = councilFrom(file);
	const { figures } = compare(
		council,
		scenarioIn(council, 'nothing'),
		scenarioIn(council, 'trial')
	);
	expect(figures.size).toBeGreaterThan(Object.keys(FIGURES).length / 2);
	for (const { id, unit, difference } of figures.values())
		if (unit === '£')
			for (const value of difference) expect(value === null || value.isZero(), id).toBe(true);
});

test('two factors are their product, in either order', () => {
	fc.assert(
		fc.property(factor, factor, (a, b) => {
			const [first, second] = [a, b].map((own) => scale(POST, 'fte', own)) as [FileEdit, FileEdit];
			// In thousandths, so that the product is exact.
			const product = BigInt(a.replace('.', '')) * BigInt(b.replace('.', ''));
			const text = product.toString().padStart(7, '0');
			const both = scale(POST, 'fte', `${text.slice(0, -6)}.${text.slice(-6)}`);
			const expected = staffing(one('both', [both]));
			expect(staffing(one('a', [first]), one('b', [second]))).toEqual(expected);
			expect(staffing(one('b', [second]), one('a', [first]))).toEqual(expected);
		}),
		{ numRuns: 40 }
	);
});

test('two factors that come in over ramps commute', () => {
	fc.assert(
		fc.property(factor, rampMonths, factor, rampMonths, (a, ramp, b, other) => {
			const first = one('a', [scale(POST, 'fte', a)], ramp);
			const second = one('b', [scale(POST, 'fte', b)], other);
			expect(staffing(first, second)).toEqual(staffing(second, first));
		}),
		{ numRuns: 40 }
	);
});

test('a factor with a ramp costs the mean of both, weighed by the ramp', () => {
	fc.assert(
		fc.property(factor, rampMonths, (a, ramp) => {
			// £120,000 a year for 3 FTE; how far the change has come in month m is (m + ½) / ramp, at most 1.
			const shown = staffing(one('a', [scale(POST, 'fte', a)], ramp));
			for (const [y, value] of shown.entries()) {
				let taken = 0;
				for (let m = 12 * y; m < 12 * y + 12; m++)
					taken += ramp === 0 ? 1 : Math.min((m + 0.5) / ramp, 1);
				const expected = 10000 * (12 - taken + taken * Number(a));
				expect(Math.abs(Number(value) - expected)).toBeLessThanOrEqual(0.005001);
			}
		}),
		{ numRuns: 40 }
	);
});

test('on a newer baseline a factor works on what that says', () => {
	const file = writeCouncil(
		councilWith({
			baseline,
			plan: [one('a', [scale(POST, 'fte', '0.5')]), one('b', [set(POST, 'vacancy', '0')])]
		})
	);
	const { facts, packs } = file;
	const [plan] = file.scenarios.filter(({ id }) => id === 'plan');
	if (plan === undefined) throw new Error('there is no plan');
	plan.baseline = 'y25';
	const old = structuredClone(file.baseline);
	file.baseline.posts = [allInPost({ fte: '4' })];
	const council = councilFrom({
		...file,
		agreed: [{ id: 'y25', title: 'Budget', on: '2025-03-01', by: '', facts, packs, baseline: old }]
	});
	const own = scenarioIn(council, 'plan');
	expect(shownFigure(project(council, own), 'cost.staffing')[0]).toBe('60000.00');
	const rows = rebaseOf(council, own)?.rows ?? [];
	expect(rows.map(({ edit, fate, moved }) => [edit.edit, fate, moved])).toEqual([
		['scale', 'moved', [{ path: ['fte'], then: '3', now: '4' }]]
	]);
	const done = applyOperations(council, rebaseSteps(council, own, new Set()));
	if (done.outcome !== 'done') throw new Error(JSON.stringify(done));
	const after = project(done.council, scenarioIn(done.council, 'plan'));
	expect(shownFigure(after, 'cost.staffing')[0]).toBe('80000.00');
});
