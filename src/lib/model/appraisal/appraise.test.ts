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
	intervention,
	service,
	shareOf,
	stock,
	type FileRecord
} from '../../../../tests/support/records';
import { simplePayback, compare } from '../compare';
import { valueOf } from '../figures/figure';
import { appraise, type Appraisal } from './appraise';
import { explainAppraisal } from './explainAppraisal';

type Assumption = FileRecord<'assumptions'>;

const SCHEDULE: FileRecord<'rules'> = {
	id: 'green-book',
	title: 'Green Book',
	rule: 'discount',
	status: 'current',
	statedOn: '2025-12-16',
	source: 'the Green Book',
	bands: [{ fromYear: '0', discountRate: '0.035' }]
};
const SETTINGS: Extract<Assumption, { use: 'appraisal' }> = {
	id: 'appraisal',
	title: 'How scenarios are appraised',
	use: 'appraisal',
	schedule: 'green-book'
};
const GRADES: Assumption = {
	id: 'grades',
	title: 'Optimism correction',
	use: 'correction',
	status: 'confirmBeforeUse',
	rows: { strong: '0', weak: '0.5' }
};
const VALUE: Extract<Assumption, { use: 'outcomeValue' }> = {
	id: 'health',
	title: 'Health of children',
	index: null,
	priceYear: '2025/26',
	use: 'outcomeValue',
	outcome: 'protectionPlan',
	agency: 'health',
	sort: 'fiscal',
	source: 'a study',
	valuePerUnit: '100',
	lasts: '2',
	dropOff: '0.25',
	attribution: '0.5',
	cashable: '0'
};

/** Ten workers serve ten families a month; the plan has two more, so 24 families a year, each with 1 plan-month fewer. */
function helping(
	assumptions: readonly Assumption[] = [SETTINGS],
	help: Partial<FileRecord<'interventions'>> = {},
	plan: CouncilParts['plan'] = [change({ edits: [set('posts/officer', 'fte', '12')] })]
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
					...help
				})
			],
			indices: [{ id: 'flat', title: 'No inflation', rates: {}, otherYears: '0' }],
			rules: [SCHEDULE],
			assumptions: [GRADES, ...assumptions]
		},
		plan
	};
}

function appraised(parts: CouncilParts, scenario = 'plan', against = 'nothing'): Appraisal {
	const council = councilWith(parts);
	return appraise(council, scenarioIn(council, scenario), scenarioIn(council, against));
}

/** What headlines say, in text. */
function said({ headlines }: Appraisal, ...ids: readonly string[]): readonly string[] {
	return ids.map((id) => {
		const answer = headlines.get(`appraisal.${id}`)?.answer ?? { refused: 'none such' };
		if ('value' in answer) return answer.value.toFixed();
		if ('year' in answer) return answer.year;
		if ('never' in answer) return 'never';
		return 'refused' in answer ? `refused: ${answer.refused}` : answer.blockedBy.join(' ');
	});
}

const row = ({ rows, years }: Appraisal, id: string) =>
	years.map((_, y) => {
		const own = rows.get(`appraisal.${id}`);
		return own === undefined ? 'none' : (valueOf(own, y)?.toFixed() ?? 'blocked');
	});

describe('a table worked by hand', () => {
	// Ten children bought at £1,000 a week, £100 less in the plan; one officer more at £40,000; prices up 2 %, then 3 %.
	const cheaper: CouncilParts = {
		council: { deflator: 'prices' },
		baseline: {
			posts: [allInPost()],
			placementTypes: [bought()],
			careFlows: [stock('10'), shareOf('1-4', 'residential', '1')],
			rules: [SCHEDULE],
			assumptions: [GRADES, SETTINGS]
		},
		plan: [
			change({
				edits: [
					set('posts/officer', 'fte', '2'),
					set('placementTypes/residential', 'externalWeekly', '900')
				]
			})
		]
	};
	const appraisal = appraised(cheaper);

	test('has real costs and benefits, each line deflated and then rounded', () => {
		// Two officers in 2026/27 are £78,431.37, one is £39,215.69.
		expect(row(appraisal, 'costCorrected')).toEqual(['40000', '39215.68', '38073.48']);
		expect(row(appraisal, 'benefitCashable')).toEqual(['52142.86', '51120.45', '49767.48']);
		expect(row(appraisal, 'net/council')).toEqual(['12142.86', '11904.77', '11694']);
	});

	test('has the net present value, ratio and annual cost of those', () => {
		expect(said(appraisal, 'pvBenefits/council', 'pvCosts/council', 'npsv/council')).toEqual([
			'147993.07',
			'113431.55',
			'34561.52'
		]);
		expect(said(appraisal, 'bcr/council', 'eac/council', 'payback/council')).toEqual([
			'1.304691',
			'39118.45',
			'2025/26'
		]);
	});

	test('a scenario and its counterfactual the other way round have the opposite value', () => {
		expect(said(appraised(cheaper, 'nothing', 'plan'), 'npsv/council')).toEqual(['-34561.52']);
	});

	test('an empty scenario is worth £0.00, and has nothing to pay back', () => {
		expect(
			said(appraised(cheaper, 'other'), 'npsv/council', 'npsv/society', 'payback/council')
		).toEqual(['0', '0', 'refused: there is nothing to pay back: nothing differs']);
	});
});

describe('payback', () => {
	const shift = (fte: string, start: string, end: string | null) =>
		change({
			id: `from-${start}`,
			title: start,
			start,
			end,
			edits: [set('posts/officer', 'fte', fte)]
		});
	const later = (first: string): CouncilParts =>
		helping([SETTINGS], {}, [shift(first, '2025-04', '2026-04'), shift('9', '2026-04', null)]);

	test('is the first year from which the cumulative net benefit stays at or above nothing', () => {
		// One officer more for a year, one fewer from then on: −40,000, then +40,000 a year.
		const even = appraised(later('11'));
		expect(row(even, 'cumulative/council')).toEqual(['-40000', '0', '40000']);
		expect(said(even, 'payback/council', 'paybackDiscounted/council')).toEqual([
			'2026/27',
			'2027/28'
		]);
	});

	test('is not within the horizon where it never stays there', () => {
		expect(said(appraised(later('14')), 'payback/council', 'paybackDiscounted/council')).toEqual([
			'never',
			'never'
		]);
	});

	test('agrees with the payback of a comparison where nothing but cash of the council differs', () => {
		for (const first of ['11', '12', '14']) {
			const council = councilWith(later(first));
			const [nothing, plan] = [scenarioIn(council, 'nothing'), scenarioIn(council, 'plan')];
			const simple = simplePayback(compare(council, nothing, plan, { terms: 'real' }));
			const own = appraise(council, plan, nothing).headlines.get('appraisal.payback/council');
			expect(own?.answer).toEqual(simple);
		}
	});
});

describe('from gross to cashable', () => {
	test('plans are a benefit of the public purse that nobody can take out of a budget', () => {
		const appraisal = appraised(helping());
		expect(row(appraisal, 'benefitCorrected')).toEqual(['12000', '12000', '12000']);
		expect(row(appraisal, 'benefitCashable')).toEqual(['0', '0', '0']);
		expect(said(appraisal, 'npsv/council', 'npsv/public')).toEqual(['-231975.54', '-197179.21']);
	});

	test('the optimism correction is taken off once: it stands between gross and corrected', () => {
		const appraisal = appraised(helping([SETTINGS], { evidenceGrade: 'weak' }));
		expect(row(appraisal, 'benefitGross')).toEqual(['12000', '12000', '12000']);
		expect(row(appraisal, 'benefitCorrected')).toEqual(['6000', '6000', '6000']);
		expect(said(appraisal, 'pvBenefits/public')).toEqual(['17398.17']);
		expect(appraisal.notes).toEqual(['confirm before use: Optimism correction']);
	});

	test("an outcome's value lasts, drops off, and counts as far as it is due to the help", () => {
		// 24 plan-months × £100 × 0.5 = £1,200 in the year, and three quarters of it in the next.
		const appraisal = appraised(helping([SETTINGS, VALUE]));
		expect(row(appraisal, 'benefitCorrected/health')).toEqual(['1200', '2100', '2100']);
		expect(row(appraisal, 'benefitByAgency/health')).toEqual(['1200', '2100', '2100']);
		expect(said(appraisal, 'npsv/public/health', 'npsv/public')).toEqual(['5189.36', '-191989.85']);
	});

	test("the council's own values are cash as far as they are cashable", () => {
		const own = { ...VALUE, agency: 'council', cashable: '0.3', lasts: '1' };
		expect(row(appraised(helping([SETTINGS, own])), 'benefitCashable')).toEqual([
			'360',
			'360',
			'360'
		]);
	});

	test('social values are in public value alone, and weigh more for those with less', () => {
		const social = {
			...VALUE,
			sort: 'social' as const,
			agency: 'families',
			relativeIncome: '0.5',
			lasts: '1'
		};
		const appraisal = appraised(helping([{ ...SETTINGS, elasticity: '2' }, social]));
		expect(row(appraisal, 'benefitByAgency')).toEqual(['12000', '12000', '12000']);
		expect(row(appraisal, 'benefitCorrected/health')).toEqual(['1200', '1200', '1200']);
		// (1 / 0.5)² = 4.
		expect(row(appraisal, 'benefitWeighted/health')).toEqual(['4800', '4800', '4800']);
		const [plain = '', weighted = ''] = said(appraisal, 'npsv/society', 'npsvWeighted/society');
		expect(Number(weighted) - Number(plain)).toBeCloseTo(10438.9, 2);
	});

	test('agencies share plans to the penny', () => {
		const shares: Assumption = {
			id: 'shares',
			title: 'Shares',
			use: 'agencyShares',
			sharedCost: 'plans',
			shares: { council: '0.3333', health: '0.3333', police: '0.3334' }
		};
		const appraisal = appraised(helping([SETTINGS, shares], { costPerPlanMonth: '0.4175' }));
		// 24 × £0.4175 = £10.02: 333.97, 333.97 and 334.07 pence, and the penny left goes to the police.
		expect(row(appraisal, 'benefitByAgency')).toEqual(['10.02', '10.02', '10.02']);
		expect(row(appraisal, 'benefitByAgency/council')).toEqual(['3.34', '3.34', '3.34']);
		expect(row(appraisal, 'benefitByAgency/health')).toEqual(['3.34', '3.34', '3.34']);
		const uneven = { ...shares, shares: { council: '0.5', health: '0.4' } };
		expect(said(appraised(helping([SETTINGS, uneven])), 'npsv/public')).toEqual([
			"refused: the shares of 'Shares' add up to 0.9, not to 1"
		]);
	});

	test('a cost that rises is corrected by its type of work, one that falls is not', () => {
		const table: Assumption = {
			id: 'works',
			title: 'Types of work',
			use: 'costCorrection',
			status: 'confirmBeforeUse',
			works: [
				{ work: 'Outsourcing', figures: ['cost.staffing'], uplift: '0.41', mitigation: '0.5' }
			]
		};
		const settings = { ...SETTINGS, costCorrection: 'works' };
		const more = appraised(helping([settings, table]));
		expect(row(more, 'costGross')).toEqual(['80000', '80000', '80000']);
		expect(row(more, 'costCorrected')).toEqual(['96400', '96400', '96400']);
		const fewer = helping([settings, table], {}, [
			change({ edits: [set('posts/officer', 'fte', '9')] })
		]);
		expect(row(appraised(fewer), 'costCorrected')).toEqual(['-40000', '-40000', '-40000']);
	});
});

describe('what cannot be said', () => {
	test('waits for the blank that it needs', () => {
		const blank = helping([SETTINGS, { ...VALUE, lasts: null }]);
		expect(said(appraised(blank), 'npsv/council', 'npsv/society')).toEqual([
			'-231975.54',
			'assumptions/health.lasts'
		]);
		const rates = { ...SCHEDULE, bands: [{ fromYear: '0', discountRate: null }] };
		const undated = helping();
		expect(
			said(
				appraised({ ...undated, baseline: { ...undated.baseline, rules: [rates] } }),
				'npsv/council'
			)
		).toEqual(['rules/green-book.bands.0.discountRate']);
	});

	test('is refused without a counterfactual', () => {
		expect(said(appraised(helping(), 'plan', 'plan'), 'npsv/council')[0]).toMatch(
			/^refused: a headline needs a counterfactual/
		);
	});

	test('is refused where outcomes change and nothing is paid for it', () => {
		const free = helping([SETTINGS], {}, [
			change({ edits: [set('posts/officer', 'caseload', '2')] })
		]);
		expect(said(appraised(free), 'npsv/public', 'bcr/public')).toEqual(
			Array.from(
				{ length: 2 },
				() =>
					'refused: a headline needs the cost of what is done: outcomes differ and no cost does; enter what it costs'
			)
		);
	});

	test('is refused without settings, and without a deflator', () => {
		const without = appraised(helping([]));
		const headlines = ['npsv/council', 'pvCosts/council', 'pvBenefits/council', 'eac/council'];
		for (const answer of said(without, ...headlines))
			expect(answer).toMatch(/^refused: no assumption says how/);
		const discounted = without.rows.get('appraisal.cumulativeDiscounted/council');
		expect([...(discounted?.values ?? [])]).toEqual([NaN, NaN, NaN]);
		expect(
			said(appraised({ ...helping(), council: { deflator: null } }), 'npsv/council')[0]
		).toMatch(/has no deflator/);
	});

	test('a mark on a scenario that is gone since the baseline was agreed, and a schedule that is not in force, are told', () => {
		const parts = helping([{ ...SETTINGS, doMinimum: 'plan' }]);
		const rules = [{ ...SCHEDULE, status: 'proposed' as const }];
		const council = councilWith({ ...parts, baseline: { ...parts.baseline, rules } });
		const [nothing, plan] = [scenarioIn(council, 'nothing'), scenarioIn(council, 'plan')];
		const another = { ...plan, id: 'another' };
		const left = { ...council, scenarios: [nothing, another] };
		expect(appraise(left, another, nothing).notes).toEqual([
			"there is no scenario 'plan', which is marked as the one that does the least",
			"not in force: 'Green Book' is proposed",
			'confirm before use: Optimism correction'
		]);
	});

	test('no ratio is given where nothing more is spent', () => {
		const fewer = helping([SETTINGS], {}, [change({ edits: [set('posts/officer', 'fte', '9')] })]);
		expect(said(appraised(fewer), 'bcr/public')[0]).toMatch(
			/^refused: a ratio to cost needs a cost/
		);
	});

	test('an effect outside its population is not counted, and the reader is told', () => {
		const appraisal = appraised(helping([SETTINGS], { population: 'other families' }));
		expect(row(appraisal, 'benefitCorrected')).toEqual(['0', '0', '0']);
		expect(appraisal.notes[0]).toMatch(
			/^not counted: Intensive help: its effect was measured on 'other/
		);
	});
});

describe('the working', () => {
	const appraisal = appraised(helping([SETTINGS, VALUE]));
	const steps = (id: string, y = 0) => explainAppraisal(appraisal, id, y);

	test('of a net present value leads to present values, to years, to lines and to inputs', () => {
		expect(steps('appraisal.npsv/public')?.parts.map(({ figure }) => figure)).toEqual([
			'appraisal.pvBenefits/public',
			'appraisal.pvCosts/public'
		]);
		const [staffing] = steps('appraisal.pvCosts/public')?.parts ?? [];
		expect(staffing?.value?.toFixed()).toBe('231975.54');
		expect(staffing?.parts.map(({ figure }) => figure)).toContain(
			'appraisal.costCorrected/staffing'
		);
		const text = JSON.stringify(steps('appraisal.costCorrected/staffing'));
		expect(text).toContain('posts/officer.costPerFte');
		const value = JSON.stringify(steps('appraisal.benefitCorrected/health', 1));
		for (const ref of ['assumptions/health.dropOff', 'interventions/help.p0'])
			expect(value).toContain(ref);
		expect(JSON.stringify(steps('appraisal.discountFactor', 2))).toContain('bands.0.discountRate');
	});

	test('is there for every figure, and its parts make its value where they are a sum', () => {
		for (const id of [...appraisal.rows.keys(), ...appraisal.headlines.keys()])
			expect(steps(id, 1), id).not.toBeNull();
		for (const id of ['appraisal.benefitCorrected', 'appraisal.costGross/staffing']) {
			const working = steps(id, 2);
			const total = working?.parts.reduce((sum, { value }) => sum + Number(value ?? NaN), 0);
			expect(total).toBe(Number(working?.value ?? NaN));
		}
	});
});
