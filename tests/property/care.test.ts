import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { project } from '$lib/model';
import { isBlocked } from '$lib/model/formula/value';
import { councilFrom, scenarioIn } from '../support/council';
import { councilFiles } from '../support/generated';

// A hundred whole councils take seconds, and a busy machine several times that.
vi.setConfig({ testTimeout: 60_000 });

const sum = (values: Iterable<number>): number =>
	[...values].reduce((total, value) => total + value, 0);

test('over the horizon, the children who were there and came in are those who left and those still there', () => {
	let seen = 0;
	fc.assert(
		fc.property(councilFiles({ percent: 0 }), (file) => {
			const council = councilFrom(file);
			const { run, figures } = project(council, scenarioIn(council, 'plan'));
			const { months, inputs } = run.care;
			if (isBlocked(months) || isBlocked(inputs)) return;
			seen += 1;
			const total = (id: string) => sum(figures.get(id)?.values ?? []);
			const last = [...(figures.get('care.children')?.values ?? [])].at(-1) ?? NaN;
			expect(
				Math.abs(inputs.opening + total('care.entries') - total('care.exits') - last)
			).toBeLessThan(1e-6);
		}),
		{ numRuns: 100, endOnFailure: true }
	);
	expect(seen).toBeGreaterThan(50);
});

test('nobody is negative, and days in care agree with weeks in care', () => {
	fc.assert(
		fc.property(councilFiles({ percent: 0 }), (file) => {
			const council = councilFrom(file);
			const { run, figures } = project(council, scenarioIn(council, 'plan'));
			if (isBlocked(run.care.months)) return;
			for (const flows of run.care.months)
				for (const stock of [flows.opening, flows.entries, flows.exits, flows.closing])
					expect(stock.every((children) => children >= -1e-9)).toBe(true);
			const days = figures.get('care.childDays')?.values ?? [];
			const weeks = figures.get('care.childWeeks')?.values ?? [];
			days.forEach((value, y) => {
				if (Number.isNaN(weeks[y])) return;
				expect(Math.abs(value / 7 - (weeks[y] ?? 0))).toBeLessThan(1e-6);
			});
		}),
		{ numRuns: 50, endOnFailure: true }
	);
});
