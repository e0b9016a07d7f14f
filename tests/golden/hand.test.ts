import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
	project,
	readCouncil,
	readCouncilText,
	scenarioOf,
	valueOf,
	type Projection,
	type ReadResult
} from '../../src/lib/model';

function projectionOf(read: ReadResult, scenario: string): Projection {
	if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'));
	const found = scenarioOf(read.council, scenario);
	if (found === undefined) throw new Error(`there is no scenario ${scenario}`);
	return project(read.council, found);
}

const example = (name: string, scenario: string) =>
	projectionOf(readCouncilText(readFileSync(`scenarios/${name}.json`, 'utf8')), scenario);

/** A line's pence by year. */
function pence(projection: Projection, line: string): readonly number[] {
	const series = projection.run.series.find(({ id }) => id === line);
	if (series === undefined) throw new Error(`there is no line ${line}`);
	return [...series.values];
}

/** A figure's values by year, as text. */
function figure(projection: Projection, id: string): readonly (string | undefined)[] {
	const found = projection.figures.get(id);
	if (found === undefined) throw new Error(`there is no figure ${id}`);
	return projection.years.map((_, y) => valueOf(found, y)?.toFixed());
}

describe('Fernshire, if we change nothing', () => {
	const nothing = example('fernshire', 'nothing');

	test('pays its family support workers in Fernmouth', () => {
		// 2026/27  pay of one of the 16      31,400 × 14.2/16 × 1.02                =  28,424.85
		//          NI above 5,000            0.15 × 23,424.85                       =   3,513.7275
		//          pension                   0.198 × 28,424.85                      =   5,628.1203
		//          levy                      0.005 × 28,424.85                      =     142.12425
		//          together                                                            37,708.82205
		//          16 people, 6 % vacant     × 16 × 0.94                            = 567,140.683632
		// 2027/28  pay 3 % higher, the threshold as it was:
		//          pay                       28,424.85 × 1.03                       =  29,277.5955
		//          NI                        0.15 × 24,277.5955                     =   3,641.639325
		//          pension, levy             0.203 × 29,277.5955                    =   5,943.3518865
		//          together                                                            38,862.5867115
		//          16 people, 6 % vacant     × 16 × 0.94                            = 584,493.30414096
		expect(pence(nothing, 'posts/fsw-fernmouth/pay').slice(0, 2)).toEqual([56_714_068, 58_449_330]);
	});

	test('pays for the least number of counselling cases that it has agreed to', () => {
		// 150 cases are expected, 180 are paid for: 180 × 640 = 115,200 in 2025/26 prices.
		// 2026/27  × 1.025  = 118,080.00      client side  8,200 × 1.025  = 8,405.00
		// 2027/28  × 1.022  = 120,677.76                   8,405 × 1.022  = 8,589.91
		expect(pence(nothing, 'contracts/counselling/price').slice(0, 2)).toEqual([
			11_808_000, 12_067_776
		]);
		expect(pence(nothing, 'contracts/counselling/client-side').slice(0, 2)).toEqual([
			840_500, 858_991
		]);
	});

	test('takes no outreach cases through the befriending contract once it has ended', () => {
		// Workers give (14.2 + 11.6 + 8.4 + 11) × 0.94 × 0.15 × 12/3 × 0.82 = 20.904096 cases a month,
		// the lead 1 × 0.5 × 6/3 × 0.85 = 0.85, and ten outreach workers 10 × 0.92 × 0.6 × 10/3 × 0.82 = 15.088.
		// Together 36.842096 a month, 442.105152 a year; the contract adds 96 a year until it ends in April 2029.
		const total = ['fernmouth', 'harrowmere', 'oxenfold', 'stonelow'].map((area) =>
			figure(nothing, `capacity.total/outreach/${area}`).map(Number)
		);
		const byYear = nothing.years.map((_, y) =>
			total.reduce((sum, area) => sum + (area[y] ?? NaN), 0)
		);
		expect(byYear[2]).toBeCloseTo(538.105152, 6);
		expect(byYear[3]).toBeCloseTo(442.105152, 6);
	});
});

describe('Fernshire, fewer hubs and more outreach', () => {
	const hubs = example('fernshire', 'hubs-outreach');

	test('closes Fernmouth Hill in October 2026', () => {
		// Running: 12,000 + 17,300 + 17,600 + 13,900 + 10,200 + 3,400 + 11,800 − 3,600 = 82,600 a year, for 6 of 12 months.
		expect(pence(hubs, 'buildings/fernmouth-hill/running').slice(0, 2)).toEqual([4_130_000, 0]);
		// Holding: 21,600 a year for 9 months, 6 of them in 2026/27 and 3 in the next year at prices 2.2 % higher:
		// 10,800.00 and 5,400 × 1.022 = 5,518.80.
		expect(pence(hubs, 'buildings/fernmouth-hill/holding').slice(0, 3)).toEqual([
			1_080_000, 551_880, 0
		]);
		expect(pence(hubs, 'buildings/fernmouth-hill/dilapidations').slice(0, 2)).toEqual([
			1_450_000, 0
		]);
		expect(pence(hubs, 'buildings/fernmouth-hill/moves').slice(0, 2)).toEqual([880_000, 0]);
	});

	test('counts what a new post costs against the target of the heading that it stands under', () => {
		// The transition post is family help, whose savings the review of family hubs is to find; it runs for
		// 9 months of 2026/27: 38,900 + 0.15 × 33,900 + 0.203 × 38,900 = 51,881.70 a year, 38,911.275 for 9 months.
		expect(pence(hubs, 'posts/hub-transition/pay')[0]).toBe(3_891_128);
		// 2026/27 against changing nothing: Fernmouth Hill 82,600 − 41,300 − 10,800 = 30,500 less,
		// outreach workers 28,208.66 more (below), the transition post 38,911.28 more.
		// One of the 11 is paid 30,200 × 10/11 × 1.025 = 28,140.9091, of the 15 30,200 × 13/15 × 1.025 = 26,827.6667.
		// 11 cost 0.92 × 11 × (1.353 × 28,140.9091 − 750) = 377,724.028
		// 15 cost 0.92 × 15 × (1.353 × 26,827.6667 − 750) = 490,558.6932
		// The second rises over October to March, on average by half over 6 months: a quarter of 112,834.6652 is 28,208.6663.
		expect(figure(hubs, 'savings.identified/family-hubs-review')[0]).toBe('-36619.94');
	});
});

describe('Fernshire, other scenarios', () => {
	test('pays three months of notice for the young carers contract', () => {
		// Notice given in July 2026 for six months runs to the end of December; the contract stops in October:
		// 3 × 138,000 / 12 = 34,500.
		const cut = example('fernshire', 'early-help-cut');
		expect(pence(cut, 'contracts/young-carers/notice')).toEqual([3_450_000, 0, 0, 0, 0]);
	});

	test('lengthens child protection plans where family support is cut', () => {
		// From October 2026 3.4 + 2.8 + 2.7 = 8.9 FTE fewer take 8.9 × 0.94 × 0.7 × 12/4.5 × 0.82 = 12.8055573 cases less
		// a month, the lead 1 × 0.5 × 6/4.5 × 0.85 = 0.5666667 less: 13.372224. More ask everywhere than can be served.
		// Each is worth 0.75 × 0.7 × 1.8 × 0.08 × 0.15 × (1 − 0.25) × (1 − 0.25) × 10.5 = 0.066976875 months of a plan:
		// 13.372224 × 0.066976875 × 12 = 10.7475573 a year, once twelve months are through; in the first year, a month
		// late and over twelve, 1/12 in November, 2/12 in December, ... 5/12 in March: 15/144 of a year's.
		const cut = example('fernshire', 'early-help-cut');
		const months = figure(cut, 'plans.monthsAvoided/shorter-plans').map(Number);
		expect(months[2]).toBeCloseTo(-10.7475573, 6);
		expect(months[0]).toBeCloseTo((-10.7475573 * 15) / 144, 6);
		// 2028/29: a month of a plan is £520 × 1.03 × 1.028 = £550.5968, times 10.7475573 = 5,917.5707.
		expect(figure(cut, 'avoidance.plans')[2]).toBe('-5917.57');
	});

	test('rounds a half penny up where the families served come to it exactly', () => {
		// Cases a month: coordinators 3 × 0.95 × 4/4 × 0.85 = 2.4225, mediation 48/12 = 4, so 6.4225 from April;
		// nine workers, 9 × 0.95 × 4/4 × 0.85 = 7.2675, come in by 1/6, 1/2 and 5/6 from July;
		// 18/12 = 1.5 weekends of respite by 1/6, 1/2 and 5/6 from October.
		// 3 × 6.4225 + (3 × 6.4225 + 1.5 × 7.2675) + (3 × 13.69 + 1.5 × 1.5) + 3 × 15.19 = 138.32625 families,
		// at £420 each 58,097.025.
		const edge = example('fernshire', 'edge-of-care');
		expect(pence(edge, 'interventions/edge-of-care-support/families')[0]).toBe(5_809_703);
	});
});

describe('Cheshire East', () => {
	const nothing = example('cheshire-east-2010', 'nothing');

	test('has 119 family support workers, who make 100.12 full-time equivalents', () => {
		// 33 + 38 + 42 + 6 = 119; 27.85 + 30.55 + 36.72 + 5 = 100.12.
		expect(figure(nothing, 'staffing.heads')[0]).toBe('119');
		expect(figure(nothing, 'staffing.fte')[0]).toBe('100.12');
	});

	test('releases half of the time of its family centres when contact is commissioned', () => {
		// 36.72 FTE × 50 % = 18.36 FTE. Of these 95 % are filled and 80 % at work, each with 8 cases of 18 months:
		// 18.36 × 0.95 × 0.8 × 8/18 × 12 = 74.4192 contact cases a year, which the staff no longer take from
		// October 2011, when a contract for 72 cases has taken their place.
		const centres = nothing.council.baseline.posts.find(({ id }) => id === 'fsw-family-centres');
		expect(centres?.fte?.times(centres.activities['contact'] ?? 'NaN').toFixed()).toBe('18.36');
		const contact = (projection: Projection, y: number) =>
			['congleton', 'macclesfield', 'sandbach', 'crewe'].reduce(
				(sum, area) => sum + Number(figure(projection, `capacity.total/contact/${area}`)[y]),
				0
			);
		expect(contact(nothing, 2)).toBeCloseTo(74.4192, 6);
		expect(contact(example('cheshire-east-2010', 'two-centres'), 2)).toBeCloseTo(72, 6);
	});

	test('shows that the contracts for family support miss the total that the report states', () => {
		// 60,000 + 60,000 + 81,677 + 338,771 = 540,448; the report says 539,771: 677 less.
		const sums = nothing.checks.find(({ id }) => id === 'published.sums');
		expect(sums?.ok).toBe(false);
		for (const amount of ['540,448', '539,771', '677']) expect(sums?.message).toContain(amount);
	});

	test('is to save £430,000 a year from 2011/12', () => {
		// Only the last version of the target holds: the 150,000 and 50,000 of the first are gone.
		expect(figure(nothing, 'savings.target')).toEqual([
			'0',
			...nothing.years.slice(1).map(() => '430000')
		]);
	});
});

describe('National Insurance', () => {
	const staffOf = (heads: string) =>
		projectionOf(
			readCouncil({
				schemaVersion: 1,
				council: {
					id: 'tiny',
					name: 'Tiny',
					invented: true,
					description: '',
					firstYear: '2025/26',
					horizonYears: 1,
					deflator: null
				},
				facts: [],
				packs: [],
				baseline: {
					areas: [],
					teams: [{ id: 'team', title: 'Team', area: null }],
					posts: [
						{
							id: 'workers',
							title: 'Workers',
							heading: null,
							headingScope: 'excluded',
							index: null,
							priceYear: '2025/26',
							team: 'team',
							basis: 'grade',
							heads,
							fte: '100.12',
							salary: '30000',
							allowances: '0',
							pensionRate: '0.198',
							levyRate: '0.005',
							niRule: 'employer-ni',
							vacancy: '0',
							activities: {}
						}
					],
					buildings: [],
					providers: [],
					contracts: [],
					services: [],
					headings: [],
					fundingStreams: [],
					savingsTargets: [],
					placementTypes: [],
					careFlows: [],
					interventions: [],
					indices: [],
					rules: [
						{
							id: 'employer-ni',
							title: "Employer's National Insurance",
							rule: 'employerNi',
							rows: [{ from: '2025-04-06', rate: '0.15', threshold: '5000' }]
						}
					],
					assumptions: []
				},
				scenarios: [{ id: 'nothing', title: 'If we change nothing', description: '', changes: [] }]
			}),
			'nothing'
		);

	test('is due by person: counted by full-time equivalent it comes out £14,160 too high', () => {
		// Every person has a threshold of 5,000: (119 − 100.12) × 5,000 × 0.15 = 14,160.
		// By person: 1.203 × 3,003,600 + 0.15 × (3,003,600 − 119 × 5,000):
		// 3,613,330.80 + 0.15 × 2,408,600 = 3,613,330.80 + 361,290.00 = 3,974,620.80.
		const [byPerson] = pence(staffOf('119'), 'posts/workers/pay');
		const [byFte] = pence(staffOf('100.12'), 'posts/workers/pay');
		expect(byPerson).toBe(397_462_080);
		expect(byFte).toBe(397_462_080 + 1_416_000);
	});
});
