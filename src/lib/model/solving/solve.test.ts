import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	change,
	councilWith,
	scenarioIn,
	set,
	type CouncilParts
} from '../../../../tests/support/council';
import {
	allInPost,
	bought,
	entries,
	intervention,
	service,
	shareOf,
	stock,
	type FileRecord
} from '../../../../tests/support/records';
import { switchGoal, targetGoal, type FigureQuestion } from './goal';
import { inputAt, withInput, type Input } from './inputRange';
import { crossing } from './root';
import { solveFor, switchingValues, type Solution } from './solve';

/** Two workers more than ten; each family that they serve does without one month of a plan, at £500 or what is said. */
function parts(
	evidence: NonNullable<FileRecord<'interventions'>['evidence']> = {},
	help: Partial<FileRecord<'interventions'>> = {}
): CouncilParts {
	return {
		council: { deflator: 'flat' },
		baseline: {
			posts: [allInPost({ fte: '10', activities: { support: '1' }, caseload: '1', absence: '0' })],
			services: [service({ demand: { north: '100' } })],
			interventions: [
				intervention({
					outcome: 'protectionPlan',
					planMonths: '10',
					costPerPlanMonth: '500',
					profile: [],
					evidence,
					...help
				})
			],
			indices: [{ id: 'flat', title: 'No inflation', rates: {}, otherYears: '0' }],
			rules: [
				{
					id: 'green-book',
					title: 'Green Book',
					rule: 'discount',
					status: 'current',
					statedOn: '2025-12-16',
					source: '',
					bands: [{ fromYear: '0', discountRate: '0.035' }]
				}
			],
			assumptions: [
				{
					id: 'grades',
					title: 'Optimism correction',
					evidence: { 'rows.weak': { low: '0.2', high: '0.8' } },
					use: 'correction',
					status: 'confirmed',
					rows: { strong: '0', weak: '0.5' }
				},
				{ id: 'appraisal', title: 'Appraisal', use: 'appraisal', schedule: 'green-book' }
			]
		},
		plan: [change({ edits: [set('posts/officer', 'fte', '12')] })]
	};
}

function question(own: CouncilParts, figure: string, y = 0): FigureQuestion {
	const council = councilWith(own);
	return {
		council,
		scenario: scenarioIn(council, 'plan'),
		against: scenarioIn(council, 'nothing'),
		figure,
		y,
		packs: true,
		terms: 'cash'
	};
}

const outcomeOf = ({ found }: Solution): string => ('at' in found ? 'found' : found.none);
const atOf = ({ found }: Solution): Decimal => ('at' in found ? found.at : new Decimal(NaN));

function inputIn(asked: FigureQuestion, ref: string): Input {
	const input = inputAt(asked, ref);
	if (input === null) throw new Error(`there is no ${ref}`);
	return input;
}

const solved = (asked: FigureQuestion, ref: string, low: string, high: string, target = '0') =>
	solveFor(targetGoal(asked, new Decimal(target)), inputIn(asked, ref), {
		low: new Decimal(low),
		high: new Decimal(high)
	});

describe('the switching value', () => {
	const range = { costPerPlanMonth: { low: '100', high: '5000' } };

	test('of a driver that one present value is in proportion to is −NPSV ÷ that present value away', () => {
		const goal = switchGoal(question(parts(range), 'appraisal.npsv/public'));
		const [first] = switchingValues(goal).filter(({ input }) =>
			input.ref.endsWith('.costPerPlanMonth')
		);
		if (first === undefined) throw new Error('the input has a range');
		// NPSV −£197,179.21, of which plans are £34,796.33: 500 × (1 + 5.66667).
		expect(atOf(first).toNumber()).toBeCloseTo(500 * (1 + 197179.21 / 34796.33), 2);
		const back = goal.measure(withInput(goal.place, first.input.ref, atOf(first)));
		expect(Math.abs(back ?? NaN)).toBeLessThanOrEqual(0.02);
	});

	test('put back makes the figure nothing, whatever the case', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 100, max: 900 }),
				fc.integer({ min: 1, max: 30 }),
				(cost, months) => {
					const own = parts(
						{ costPerPlanMonth: { low: '0', high: '100000' } },
						{ costPerPlanMonth: String(cost), planMonths: String(months) }
					);
					const goal = switchGoal(question(own, 'appraisal.npsv/society'));
					const [first] = switchingValues(goal);
					expect(first === undefined ? 'none' : outcomeOf(first)).toBe('found');
					const at = first === undefined ? new Decimal(0) : atOf(first);
					const back = goal.measure(
						withInput(goal.place, 'interventions/help.costPerPlanMonth', at)
					);
					expect(Math.abs(back ?? NaN)).toBeLessThanOrEqual(0.02);
				}
			),
			{ numRuns: 10 }
		);
	});

	test('is found between two values that the figure misses on the same side, and the nearer of two is given', () => {
		const ref = 'interventions/help.costPerPlanMonth';
		const { place } = switchGoal(question(parts(), 'appraisal.npsv/public'));
		const valueIn = (own: typeof place) => inputAt(own, ref)?.value?.toNumber() ?? NaN;
		// Nothing at 520 and at 700; missed at both ends, at 500 as it is, and in the middle of the range.
		const goal = {
			place,
			measure: (own: typeof place) => -(valueIn(own) - 520) * (valueIn(own) - 700)
		};
		const found = solveFor(goal, inputIn({ ...question(parts(), ''), ...place }, ref), {
			low: new Decimal(0),
			high: new Decimal(1000)
		});
		expect(atOf(found).toNumber()).toBeCloseTo(520, 6);
	});

	test('of what bends is looked for in eighths of its range, and of a straight line in quarters', () => {
		const ref = 'interventions/help.costPerPlanMonth';
		const { place } = switchGoal(question(parts(), 'appraisal.npsv/public'));
		const steps = (bend: number): number => {
			let count = 0;
			const measure = (own: typeof place) => {
				count++;
				const value = inputAt(own, ref)?.value?.toNumber() ?? NaN;
				return 2000 + value + bend * value ** 2;
			};
			const input = inputIn({ ...question(parts(), ''), ...place }, ref);
			const found = solveFor({ place, measure }, input, {
				low: new Decimal(0),
				high: new Decimal(900)
			});
			expect(outcomeOf(found)).toBe('notInRange');
			return count;
		};
		// As it is, both ends, three quarters; the four eighths between them.
		expect([steps(0), steps(0.001)]).toEqual([6, 10]);
	});

	test('is not there where no value of the range has it, nor where the figure does not hang on the input', () => {
		const own = parts({ costPerPlanMonth: { low: '100', high: '600' } });
		const found = switchingValues(switchGoal(question(own, 'appraisal.npsv/public')));
		expect(Object.fromEntries(found.map((one) => [one.input.ref, outcomeOf(one)]))).toEqual({
			'interventions/help.costPerPlanMonth': 'notInRange',
			'assumptions/grades.rows.weak': 'noEffect'
		});
	});

	test('of a ratio is where it is 1: the net present value is nothing there', () => {
		const [npsv, bcr] = ['npsv', 'bcr'].map((id) =>
			switchingValues(switchGoal(question(parts(range), `appraisal.${id}/public`))).map(atOf)
		);
		expect(bcr).toEqual(npsv);
	});

	test('of a figure of a projection is where the scenario no longer differs in the year', () => {
		const own = parts();
		const posts = own.baseline?.posts?.map((post) => ({
			...post,
			evidence: { fte: { low: '8', high: '14' } }
		}));
		const baseline = { ...own.baseline, ...(posts === undefined ? {} : { posts }) };
		const goal = switchGoal(question({ ...own, baseline }, 'cost.staffing', 1));
		const [fte] = switchingValues(goal).filter(({ input }) => input.ref === 'posts/officer.fte');
		// The plan has 12; ten now differ by two.
		expect(fte === undefined ? '' : atOf(fte).toFixed()).toBe('12');
	});
});

describe('solving one input', () => {
	test('finds what a change must set for a net present value of nothing', () => {
		const own = parts({}, { costPerPlanMonth: '5000' });
		const asked = question(own, 'appraisal.npsv/public');
		// 12 plan-months a family-year × £5,000 is more than £40,000 an officer: only none more pays for itself exactly.
		const solution = solved(asked, 'changes/change.posts/officer.fte', '9', '12');
		expect(atOf(solution).toNumber()).toBeCloseTo(10, 6);
	});

	test('meets a target of a projection in a year', () => {
		const asked = question(parts(), 'cost.staffing', 2);
		expect(
			atOf(solved(asked, 'changes/change.posts/officer.fte', '0', '50', '450000')).toFixed()
		).toBe('11.25');
		expect(outcomeOf(solved(asked, 'changes/change.posts/officer.fte', '0', '5', '450000'))).toBe(
			'notInRange'
		);
	});

	test('finds by when something pays back', () => {
		// A one-off of £x, and one officer fewer from then on: £40,000 a year.
		const own: CouncilParts = {
			...parts(),
			plan: [
				change({
					edits: [set('posts/officer', 'fte', '9')],
					oneOffs: [{ id: 'move', title: 'Move', ledger: 'revenue', month: '2025-04', amount: '1' }]
				})
			]
		};
		const asked = question(own, 'appraisal.payback/council');
		const input = inputIn(asked, 'changes/change.oneOffs.move.amount');
		const solution = solveFor(targetGoal(asked, { byYear: 1 }), input, {
			low: new Decimal(0),
			high: new Decimal(1e6)
		});
		expect(atOf(solution).toDecimalPlaces(2).toFixed()).toBe('80000');
	});

	test('family group conferences: 36.2 % against 44.8 % in care is one entry avoided for 11.6 families', () => {
		const asked = question(
			{
				baseline: {
					posts: [
						allInPost({ fte: '0', activities: { support: '1' }, caseload: '1', absence: '0' })
					],
					services: [service({ demand: { north: '100' } })],
					placementTypes: [bought()],
					careFlows: [
						stock('0'),
						shareOf('1-4', 'residential', '1'),
						entries('1-4', 'residential', '12')
					],
					interventions: [
						intervention({
							p0: '0.448',
							relativeReduction: new Decimal('0.086').div('0.448').toFixed(20),
							profile: [{ band: '1-4', type: 'residential', share: '1' }]
						})
					]
				},
				plan: [change({ edits: [set('posts/officer', 'fte', '1')] })]
			},
			'care.entries'
		);
		const workers = atOf(solved(asked, 'changes/change.posts/officer.fte', '0', '5', '11'));
		// A worker serves a family a month.
		expect(workers.times(12).toFixed(1)).toBe('11.6');
	});

	test('names no input where there is none', () => {
		const asked = question(parts(), 'appraisal.npsv/public');
		for (const ref of [
			'posts/nobody.fte',
			'posts/officer.team',
			'changes/change.posts/officer.vacancy',
			'fte'
		])
			expect(inputAt(asked, ref), ref).toBeNull();
	});
});

describe('a crossing', () => {
	const line = (root: number) => (value: Decimal) => value.minus(root).toNumber();
	const ends = (measure: (value: Decimal) => number) =>
		[0, 10].map((own) => ({ at: new Decimal(own), measured: measure(new Decimal(own)) })) as [
			{ at: Decimal; measured: number },
			{ at: Decimal; measured: number }
		];

	test('among whole numbers is the first that meets the goal', () => {
		expect(crossing(line(3.4), ...ends(line(3.4)), true)?.at.toFixed()).toBe('4');
		expect(crossing(line(4), ...ends(line(4)), true)?.at.toFixed()).toBe('4');
	});

	test('of a steep curve and of a step is found as well', () => {
		const curve = (value: Decimal) => value.toNumber() ** 9 - 1e-5;
		expect(crossing(curve, ...ends(curve), false)?.at.toNumber()).toBeCloseTo(1e-5 ** (1 / 9), 9);
		const step = (value: Decimal) => (value.gte(Math.PI) ? 1 : -1);
		const found = crossing(step, ...ends(step), false);
		expect(found?.measured).toBe(1);
		expect(found?.at.toNumber()).toBeCloseTo(Math.PI, 4);
	});

	test('is not known where the measure is not', () => {
		const holed = (value: Decimal) =>
			value.gt(2) && value.lt(8) ? null : value.minus(5).toNumber();
		expect(
			crossing(
				holed,
				{ at: new Decimal(0), measured: -5 },
				{ at: new Decimal(10), measured: 5 },
				false
			)
		).toBeNull();
	});
});
