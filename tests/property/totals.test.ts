import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { compare, COST_PARTS, FIGURES, project, type Projection } from '$lib/model';
import { councilFrom, scenarioIn } from '../support/council';
import { councilFiles } from '../support/generated';

// A hundred whole councils take seconds, and a busy machine several times that.
vi.setConfig({ testTimeout: 60_000 });

/** Enough councils to meet every sort of record; a failing one is shown as drawn, since shrinking it takes minutes. */
const RUNS = { numRuns: 100, endOnFailure: true };

function valuesOf(projection: Projection, id: string): readonly number[] {
	return [...(projection.figures.get(id)?.values ?? [])];
}

test('the parts of every figure add up to the figure, and the figures to their totals', () => {
	fc.assert(
		fc.property(
			councilFiles(),
			fc.constantFrom('cash' as const, 'real' as const),
			(file, terms) => {
				const council = councilFrom(file);
				const projection = project(council, scenarioIn(council, 'plan'), {
					terms
				});
				for (const [id, about] of Object.entries(FIGURES)) {
					const parts = [...projection.figures.keys()].filter((other) =>
						other.startsWith(`${id}/`)
					);
					if (parts.length === 0) continue;
					valuesOf(projection, id).forEach((value, y) => {
						const sum = parts.reduce(
							(total, part) => total + (valuesOf(projection, part)[y] ?? NaN),
							0
						);
						// Pence are whole and add exactly; measures are floats that may be added in another order.
						if (about.unit === '£' || Number.isNaN(value)) expect(sum, `${id} ${y}`).toEqual(value);
						else expect(Math.abs(sum - value), `${id} ${y}`).toBeLessThan(1e-6);
					});
				}
				const addUp = (signed: readonly (readonly [string, number])[], y: number) =>
					signed.reduce(
						(total, [id, sign]) => total + sign * (valuesOf(projection, id)[y] ?? NaN),
						0
					);
				projection.years.forEach((_, y) => {
					const costs = COST_PARTS.map((id) => [id, 1] as const);
					expect(valuesOf(projection, 'cost.total')[y]).toEqual(addUp(costs, y));
					expect(valuesOf(projection, 'net.total')[y]).toEqual(
						addUp(
							[
								['cost.total', 1],
								['income.total', -1],
								['funding.total', -1]
							],
							y
						)
					);
				});
			}
		),
		RUNS
	);
});

test('a scenario without changes, or with all of them off, differs by exactly nothing, blocked or not', () => {
	fc.assert(
		fc.property(councilFiles({ percent: 12 }), fc.boolean(), (file, packs) => {
			const off = {
				...file,
				scenarios: file.scenarios.map((own) => ({
					...own,
					changes: own.changes.map((change) => ({ ...change, on: false }))
				}))
			};
			const council = councilFrom(off);
			const [nothing, plan] = [scenarioIn(council, 'nothing'), scenarioIn(council, 'plan')];
			const empty = { ...plan, changes: [] };
			for (const scenario of [plan, empty]) {
				const { figures, bridge } = compare(council, nothing, scenario, { packs });
				expect(figures.size).toBeGreaterThan(30);
				expect(bridge).toEqual([]);
				for (const { id, difference } of figures.values())
					expect(
						difference.map((value) => value?.toFixed()),
						id
					).toEqual(difference.map(() => '0'));
				const { checks } = project(council, scenario, { packs });
				expect(checks.find(({ id }) => id === 'empty.nothing')?.ok).toBe(true);
			}
		}),
		RUNS
	);
});

test('the steps of the bridge add up to the difference of net cost, and their parts to each step', () => {
	fc.assert(
		fc.property(councilFiles({ percent: 0 }), (file) => {
			const council = councilFrom(file);
			const { bridge, figures } = compare(
				council,
				scenarioIn(council, 'other'),
				scenarioIn(council, 'plan')
			);
			const pence = (
				value: { times: (by: number) => { toNumber: () => number } } | null | undefined
			) => value?.times(100).toNumber() ?? NaN;
			const net = figures.get('net.total')?.difference ?? [];
			const capital = ['capital.spend', 'capital.receipts'].map(
				(id) => figures.get(id)?.difference ?? []
			);
			expect(net.length).toBe(council.council.horizonYears);
			net.forEach((difference, y) => {
				const steps = bridge.reduce((total, step) => total + pence(step.net[y]), 0);
				expect(steps).toBe(pence(difference) + 0);
				const own = bridge.reduce((total, step) => total + pence(step.capital[y]), 0);
				expect(own).toBe(pence(capital[0]?.[y]) - pence(capital[1]?.[y]));
				for (const step of bridge)
					expect(pence(step.net[y])).toBe(
						pence(step.cashable[y]) + pence(step.avoidance[y]) + pence(step.oneOff[y])
					);
			});
		}),
		RUNS
	);
});

test('money, children and buildings balance in every council, whatever its records and changes', () => {
	const arithmetic = [
		'totals.add',
		'empty.nothing',
		'care.balance',
		'care.chain',
		'estate.balance'
	];
	fc.assert(
		fc.property(councilFiles(), (file) => {
			const council = councilFrom(file);
			const { checks } = project(council, scenarioIn(council, 'plan'));
			const own = checks.filter(({ id }) => arithmetic.includes(id));
			expect(own.map(({ id }) => id).sort()).toEqual([...arithmetic].sort());
			expect(own.filter(({ ok }) => !ok)).toEqual([]);
		}),
		RUNS
	);
});

test('the known part of a figure is the figure where nothing is blocked, and adds up where something is', () => {
	fc.assert(
		fc.property(councilFiles({ percent: 12 }), (file) => {
			const council = councilFrom(file);
			const { figures } = project(council, scenarioIn(council, 'plan'));
			for (const { id, values, known, blockedBy } of figures.values())
				values.forEach((value, y) => {
					expect(Number.isNaN(known[y]), id).toBe(false);
					if (Number.isNaN(value)) expect(blockedBy.length, id).toBeGreaterThan(0);
					else expect(known[y], id).toBe(value);
				});
			for (const [id, { unit }] of Object.entries(FIGURES)) {
				const parts = [...figures.values()].filter((own) => own.id.startsWith(`${id}/`));
				if (unit !== '£' || parts.length === 0) continue;
				figures.get(id)?.known.forEach((whole, y) => {
					expect(
						parts.reduce((sum, { known }) => sum + (known[y] ?? NaN), 0),
						id
					).toBe(whole);
				});
			}
		}),
		RUNS
	);
});
