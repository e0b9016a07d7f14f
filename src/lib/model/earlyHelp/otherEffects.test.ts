import { describe, expect, test } from 'vitest';
import { compare } from '../compare';
import { explainFigure } from '../explain/explain';
import {
	change,
	checkOf,
	councilWith,
	linesOf,
	projected,
	scenarioIn,
	set,
	shownFigure,
	type CouncilParts
} from '../../../../tests/support/council';
import {
	allInPost,
	bought,
	exits,
	intervention,
	mixed,
	service,
	shareOf,
	stock,
	type FileRecord
} from '../../../../tests/support/records';

type Help = Partial<FileRecord<'interventions'>>;

const DAYS = [30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31];

const home: Help = {
	outcome: 'returnHome',
	profile: [{ band: '1-4', type: 'residential', share: '1' }]
};
const down: Help = {
	outcome: 'stepDown',
	profile: [{ band: '1-4', type: 'residential', to: 'foster', share: '1' }]
};
const plans: Help = {
	outcome: 'protectionPlan',
	planMonths: '10',
	costPerPlanMonth: '500',
	profile: []
};

/**
 * Thirty children of 1 to 4 live in homes, and nobody comes. Of 100 families who ask, ten workers serve ten a month;
 * each family helped brings about 0.1 of what the help does.
 */
function parts(fte: string, helps: readonly Help[], exitRate = '0'): CouncilParts {
	return {
		baseline: {
			posts: [allInPost({ fte: '10', activities: { support: '1' }, caseload: '1', absence: '0' })],
			services: [service({ demand: { north: '100' } })],
			placementTypes: [mixed({ capacity: '50' }), bought()],
			careFlows: [
				stock('30'),
				shareOf('1-4', 'residential', '1'),
				exits('1-4', 'residential', exitRate)
			],
			interventions: helps.map((help, i) => intervention({ id: `help-${String(i)}`, ...help }))
		},
		plan: [change({ edits: [set('posts/officer', 'fte', fte)] })]
	};
}

const withWorkers = (...args: Parameters<typeof parts>) => projected(parts(...args));

const numbers = (...args: Parameters<typeof shownFigure>) => shownFigure(...args).map(Number);

describe('children who return home sooner', () => {
	test('leave as events over child-days at risk: 30 children, ten more families, one return a month', () => {
		// In each month 1 over the child-days of N children for d days is a rate of 1/(N·d), so N·exp(−1/N) stay. Then
		// the oldest of 48 months of age, all equally many, turn 5 and are helped no more.
		let children = 30;
		let left = 0;
		DAYS.forEach((_, month) => {
			const staying = children * Math.exp(-1 / children);
			left += children - staying;
			children = (staying * (47 - month)) / (48 - month);
		});
		const projection = withWorkers('20', [home]);
		expect(numbers(projection, 'care.exits', 9)[0]).toBeCloseTo(left, 8);
		expect(numbers(projection, 'care.children/1-4/residential', 9)[0]).toBeCloseTo(children, 8);
		expect(numbers(projection, 'care.children', 9)[0]).toBeCloseTo(30 - left, 8);
		expect(left).toBeGreaterThan(11.7);
		expect(left).toBeLessThan(12);
		expect(numbers(projection, 'care.entries')).toEqual([0, 0, 0]);
	});

	test('are fewer by the same equation where help is cut', () => {
		// Five families fewer are half a return less a month, out of exits at one in a hundred a day.
		const q = 0.01;
		let children = 30;
		let left = 0;
		DAYS.forEach((days, month) => {
			const childDays = (children * (1 - Math.exp(-q * days))) / q;
			const staying = children * Math.exp(-(q - 0.5 / childDays) * days);
			left += children - staying;
			children = (staying * (47 - month)) / (48 - month);
		});
		expect(numbers(withWorkers('5', [home], '0.01'), 'care.exits', 9)[0]).toBeCloseTo(left, 8);
	});

	test('are never more than are there, and a check says how many were wanted in vain', () => {
		// Ninety more families would bring 90 children home in April: all 30 are cut in at 30 over 900 child-days.
		const sure: Help = { ...home, p0: '1', relativeReduction: '1' };
		const projection = withWorkers('100', [sure]);
		expect(numbers(projection, 'care.children/1-4/residential').every((n) => n >= 0)).toBe(true);
		const april = projection.run.care.months;
		if ('waitsFor' in april) throw new Error('care is known here');
		const total = [...(april[0]?.closing ?? [])].reduce((sum, own) => sum + own, 0);
		expect(total).toBeCloseTo(30 / Math.E, 9);
		expect(checkOf(projection, 'earlyHelp.available').ok).toBe(false);
		expect(checkOf(projection, 'care.balance').ok).toBe(true);
		expect(checkOf(withWorkers('12', [home]), 'earlyHelp.available').ok).toBe(true);
	});

	test('are never fewer than none: where nobody leaves, a cut keeps nobody', () => {
		const projection = withWorkers('5', [home]);
		expect(numbers(projection, 'care.exits')).toEqual([0, 0, 0]);
		// Five families of 0.1 in each of 36 months.
		expect(checkOf(projection, 'earlyHelp.available').message).toContain(
			'bring 18.0 more children'
		);
	});

	test('come after the lag, and only as far as the families engage, finish and are corrected for', () => {
		const half: Help = {
			...home,
			design: 'beforeAfter',
			engagement: '0.8',
			completion: '0.625',
			deadweight: '0.5',
			evidenceGrade: 'weak',
			lagMonths: '12',
			spreadMonths: '1'
		};
		const projection = withWorkers('20', [half]);
		const [first, second] = numbers(projection, 'care.exits', 9);
		expect(first).toBe(0);
		// 10 families · 0.1 · 0.8 · 0.625 · 0.5 · 0.5 = 0.125 a month, less those who are gone already.
		expect(second).toBeLessThan(1.5);
		expect(second).toBeGreaterThan(1.49);
	});

	test('by two interventions add their rates', () => {
		const both = withWorkers('20', [home, home]);
		const one = withWorkers('20', [{ ...home, relativeReduction: '1' }]);
		expect(numbers(both, 'care.exits', 9)).toEqual(numbers(one, 'care.exits', 9));
	});

	test('change nothing while nobody more is helped, whatever is blank', () => {
		expect(numbers(withWorkers('10', [{ ...home, p0: null }]), 'care.exits')).toEqual([0, 0, 0]);
		expect(shownFigure(withWorkers('20', [{ ...home, p0: null }]), 'care.exits')[0]).toBe(
			'blocked'
		);
	});

	test('show the working of their effect', () => {
		const working = explainFigure(withWorkers('20', [home]), 'care.exits/1-4/residential', 0);
		const effect = working?.parts.find(({ label }) => label.startsWith('Returns home'));
		expect(effect?.value?.toFixed()).toBe('12');
		expect(effect?.parts[0]?.label).toBe('Returns home for each family served');
		expect(effect?.parts[0]?.value?.toFixed()).toBe('0.1');
	});
});

describe('children who step down to another placement', () => {
	test('move there, and nobody leaves or enters care', () => {
		let children = 30;
		let moved = 0;
		DAYS.forEach((_, month) => {
			const staying = children * Math.exp(-1 / children);
			moved += children - staying;
			children = (staying * (47 - month)) / (48 - month);
		});
		const projection = withWorkers('20', [down]);
		expect(numbers(projection, 'care.childrenByType/foster', 9)[0]).toBeCloseTo(moved, 8);
		expect(numbers(projection, 'care.childrenByType/residential', 9)[0]).toBeCloseTo(30 - moved, 8);
		expect(numbers(projection, 'care.children')).toEqual([30, 30, 30]);
		expect(numbers(projection, 'care.exits')).toEqual([0, 0, 0]);
		expect(checkOf(projection, 'care.balance').ok).toBe(true);
	});

	test('change what placements cost: a week at £1,000 becomes £200 in a council place', () => {
		const projection = withWorkers('20', [down]);
		const [weeks] = numbers(projection, 'care.childWeeks/foster', 9);
		expect(numbers(projection, 'avoidance.gross')[0]).toBeCloseTo((weeks ?? NaN) * 800, 1);
		expect(numbers(projection, 'avoidance.cashable')[0]).toBeCloseTo((weeks ?? NaN) * 1000, 1);
	});
});

describe('shorter child protection plans', () => {
	test('are families, times children, chance, reduction and months of a plan, at the cost of a month', () => {
		// Two more families a month · 0.1 · 10 months = 2 plan-months a month, 24 a year, at £500 and prices of the year.
		const projection = withWorkers('12', [{ ...plans, index: 'prices' }]);
		expect(numbers(projection, 'plans.monthsAvoided/help-0')).toEqual([24, 24, 24]);
		expect(shownFigure(projection, 'avoidance.plans')).toEqual([
			'12000.00',
			'12240.00',
			'12607.20'
		]);
		expect(linesOf(projection, 'avoidance.plans')['interventions/help-0/plans']?.[0]).toBe(1200000);
	});

	test('are longer by as much where help is cut', () => {
		expect(shownFigure(withWorkers('8', [plans]), 'avoidance.plans')[0]).toBe('-12000.00');
	});

	test('are avoidance beside the totals: no saving, not cashable, and in net a part of its own', () => {
		const projection = withWorkers('12', [plans]);
		expect(shownFigure(projection, 'cost.total')).toEqual(
			shownFigure(withWorkers('12', []), 'cost.total')
		);
		expect(shownFigure(projection, 'savings.identified')[0]).toBe('-80000.00');
		expect(shownFigure(projection, 'avoidance.gross')[0]).toBe('0.00');
		expect(shownFigure(projection, 'avoidance.cashable')[0]).toBe('0.00');
		expect(shownFigure(projection, 'avoidance.net/plans')[0]).toBe('12000.00');
		expect(shownFigure(projection, 'avoidance.net')[0]).toBe('-68000.00');
		expect(checkOf(projection, 'totals.add').ok).toBe(true);
	});

	test('count nothing, blocked or not, while nobody more is helped; a blank blocks them and not children in care', () => {
		const blank: Help = { ...plans, planMonths: null };
		expect(shownFigure(withWorkers('10', [blank]), 'avoidance.plans')[0]).toBe('0.00');
		const projection = withWorkers('12', [blank]);
		expect(shownFigure(projection, 'avoidance.plans')[0]).toBe('blocked');
		expect(projection.figures.get('avoidance.plans')?.blockedBy).toEqual([
			'interventions/help-0.planMonths'
		]);
		expect(shownFigure(projection, 'plans.monthsAvoided')[0]).toBe('blocked');
		expect(shownFigure(projection, 'care.children')[0]).toBe('30');
		const unpriced = withWorkers('12', [{ ...plans, costPerPlanMonth: null }]);
		expect(shownFigure(unpriced, 'avoidance.plans')[0]).toBe('blocked');
		expect(shownFigure(unpriced, 'plans.monthsAvoided')[0]).toBe('24');
	});

	test('differ by exactly nothing between two scenarios that help alike, blocked or not', () => {
		const council = councilWith({
			...parts('12', [{ ...plans, costPerPlanMonth: null }]),
			other: [change({ edits: [set('posts/officer', 'fte', '12')] })]
		});
		const { figures } = compare(council, scenarioIn(council, 'plan'), scenarioIn(council, 'other'));
		expect(figures.get('avoidance.plans')?.difference.map(String)).toEqual(['0', '0', '0']);
	});

	test('show the working of months and money', () => {
		const projection = withWorkers('12', [plans]);
		const money = explainFigure(projection, 'avoidance.plans/help-0', 0);
		expect(money?.parts.map(({ label }) => label)).toEqual([
			'Months of plans avoided',
			'Cost of a month of a plan',
			'Index factor'
		]);
		expect(money?.parts[0]?.figure).toBe('plans.monthsAvoided/help-0');
		const months = explainFigure(projection, 'plans.monthsAvoided/help-0', 0);
		expect(months?.parts[0]?.value?.toFixed()).toBe('1');
		expect(months?.parts[0]?.parts.map(({ ref }) => ref)).toContain(
			'interventions/help-0.planMonths'
		);
	});
});

test.each<readonly [string, Help]>([
	['return home', home],
	['stepping down', down],
	['protection plans', plans]
])('an effect on %s that was measured on other people is refused, and moves nothing', (_, help) => {
	const projection = withWorkers('20', [{ ...help, population: 'young offenders' }]);
	expect(checkOf(projection, 'earlyHelp.evidence').message).toContain(
		"'young offenders', the service is for 'families in need'"
	);
	expect(numbers(projection, 'care.exits')).toEqual([0, 0, 0]);
	expect(numbers(projection, 'care.childrenByType/foster')).toEqual([0, 0, 0]);
	expect(shownFigure(projection, 'avoidance.plans')).toEqual(['0.00', '0.00', '0.00']);
	expect(checkOf(withWorkers('20', [help]), 'earlyHelp.evidence').ok).toBe(true);
});
