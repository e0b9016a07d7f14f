import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { change, councilFile, set } from '../../tests/support/council';
import { allInPost, building, heading } from '../../tests/support/records';
import { appraiseScenarios } from './appraise';
import { solveInput, switchFigure } from './solving';
import { check, compareScenarios, explain, projectScenario } from './commands';
import type { Outcome } from './outcome';
import { simulateScenario } from './simulate';
import { parseArguments } from './usage';

/** Every figure that the outside world was promised, by its id. */
const PROMISED =
	`staffing.heads staffing.fte cost.staffing cost.buildings cost.contracts cost.placements cost.total
income.total funding.total net.total savings.target savings.identified cost.headings cost.oneOff cost.interventions
capital.spend capital.receipts care.children care.entries care.exits care.childDays care.external avoidance.gross
avoidance.net avoidance.cashable capacity.served capacity.unmet`.split(/\s+/);

const FILE = councilFile({
	baseline: {
		posts: [allInPost(), allInPost({ id: 'second', costPerFte: null })],
		buildings: [building({ rent: '1234567.891' })],
		headings: [heading({ use: 'income', budget: '50' })]
	},
	packs: [
		{
			id: 'p',
			title: 'Assumptions',
			description: '',
			on: true,
			values: [
				{ field: 'posts/second.costPerFte', value: '10000', low: '1', high: '20000', source: null }
			]
		}
	],
	plan: [
		change({ title: 'Fewer', edits: [set('posts/officer', 'fte', '0.5')] }),
		change({
			id: 'once',
			title: 'Once',
			oneOffs: [{ id: 'x', title: 'X', ledger: 'revenue', month: '2026-05', amount: '70' }]
		})
	]
});

let folder: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'windscreen-cli-'));
	save('good.json', JSON.stringify(FILE));
	const bad = JSON.stringify(FILE).replace('"fte":"1"', '"fte":"12,5"');
	save('bad.json', bad);
	save('broken.json', '{ "schemaVersion": 1');
});

afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

function save(name: string, text: string): void {
	writeFileSync(join(folder, name), text);
}

/** Runs a call as the program does: the words go through the parser. */
function run(command: string, file: string, ...words: string[]): Outcome {
	const parsed = parseArguments([command, resolve(folder, file), ...words]);
	if (!('command' in parsed)) throw new Error(`no call: ${JSON.stringify(parsed)}`);
	const commands = {
		check,
		project: projectScenario,
		compare: compareScenarios,
		explain,
		appraise: appraiseScenarios,
		switch: switchFigure,
		solve: solveInput,
		simulate: simulateScenario
	};
	return commands[parsed.command](parsed);
}

interface ProjectionJson {
	readonly figures: Readonly<
		Record<
			string,
			{
				readonly label: string;
				readonly unit: string;
				readonly byYear: readonly (string | null)[];
				readonly blockedBy: readonly string[];
			}
		>
	>;
	readonly checks: readonly { id: string; ok: boolean; message: string }[];
}

const json = (outcome: Outcome) =>
	JSON.parse(outcome.output) as ProjectionJson & Record<string, unknown>;

describe('project --json', () => {
	const read = (...words: string[]) => json(run('project', 'good.json', '--json', ...words));

	test('has the documented keys and no others', () => {
		const whole = read('--scenario', 'plan');
		expect(Object.keys(whole)).toEqual([
			'engine',
			'council',
			'scenario',
			'years',
			'figures',
			'checks'
		]);
		expect(whole).toMatchObject({
			council: 'testshire',
			scenario: 'plan',
			years: ['2025/26', '2026/27', '2027/28']
		});
		expect(whole['engine']).toMatch(/^\d+\.\d+\.\d+$/);
		for (const [id, figure] of Object.entries(whole.figures)) {
			expect(Object.keys(figure), id).toEqual(['label', 'unit', 'byYear', 'blockedBy']);
			expect(figure.byYear, id).toHaveLength(3);
			for (const value of figure.byYear)
				expect(value ?? '0', id).toMatch(
					figure.unit === '£' ? /^-?\d+(\.\d\d)?$/ : /^-?\d+(\.\d+)?$/
				);
		}
		for (const one of whole.checks) expect(Object.keys(one)).toEqual(['id', 'ok', 'message']);
	});

	test('has every promised figure', () => {
		const { figures } = read();
		expect(PROMISED.filter((id) => !(id in figures))).toEqual([]);
	});

	test('writes money with two decimals', () => {
		const { figures } = read();
		expect(figures['cost.buildings']?.byYear).toEqual(['1234567.89', '1234567.89', '1234567.89']);
		expect(figures['cost.staffing']?.byYear[0]).toBe('50000.00');
		expect(figures['income.total']?.byYear[0]).toBe('50.00');
		expect(figures['staffing.fte']?.byYear[0]).toBe('2');
	});

	test('means "If we change nothing" where no scenario is named', () => {
		expect(read()['scenario']).toBe('nothing');
	});

	test('without packs is blocked where they filled, and says by what', () => {
		const { figures } = read('--without-pack');
		expect(figures['cost.staffing']).toMatchObject({
			byYear: [null, null, null],
			blockedBy: ['posts/second.costPerFte']
		});
		expect(figures['cost.buildings']?.byYear[0]).toBe('1234567.89');
	});
});

describe('compare --json', () => {
	const read = (a: string, b: string, ...words: string[]) =>
		JSON.parse(run('compare', 'good.json', a, b, '--json', ...words).output) as {
			readonly a: string;
			readonly b: string;
			readonly years: readonly string[];
			readonly figures: Readonly<
				Record<string, Readonly<Record<'a' | 'b' | 'difference', readonly (string | null)[]>>>
			>;
			readonly bridge: readonly {
				readonly change: string;
				readonly title: string;
				readonly byYear: readonly (string | null)[];
			}[];
		};

	test('has the documented keys', () => {
		const whole = read('nothing', 'plan');
		expect(Object.keys(whole)).toEqual(['a', 'b', 'years', 'figures', 'bridge']);
		expect(whole).toMatchObject({ a: 'nothing', b: 'plan' });
		expect(PROMISED.filter((id) => !(id in whole.figures))).toEqual([]);
		for (const [id, figure] of Object.entries(whole.figures))
			expect(Object.keys(figure), id).toEqual(['a', 'b', 'difference']);
		expect(whole.bridge.map(({ change: id, title }) => [id, title])).toEqual([
			['change', 'Fewer'],
			['once', 'Once']
		]);
	});

	test('gives both sides, B less A, and steps that add up to the difference', () => {
		const { figures, bridge } = read('nothing', 'plan');
		expect(figures['cost.staffing']).toEqual({
			a: ['50000.00', '50000.00', '50000.00'],
			b: ['30000.00', '30000.00', '30000.00'],
			difference: ['-20000.00', '-20000.00', '-20000.00']
		});
		expect(bridge.map(({ byYear }) => byYear)).toEqual([
			['-20000.00', '-20000.00', '-20000.00'],
			['0.00', '70.00', '0.00']
		]);
		expect(figures['net.total']?.difference).toEqual(['-20000.00', '-19930.00', '-20000.00']);
	});

	test('writes no negative nothing', () => {
		const text = run('compare', 'good.json', 'plan', 'nothing', '--json').output;
		expect(text).not.toMatch(/"-0(\.0+)?"/);
	});

	test('of a scenario with itself differs by nothing, without packs too', () => {
		const { figures, bridge } = read('plan', 'plan', '--without-pack');
		expect(bridge).toEqual([]);
		for (const [id, { difference }] of Object.entries(figures))
			for (const value of difference) expect(Number(value ?? NaN), id).toBe(0);
		expect(figures['cost.staffing']).toMatchObject({
			a: [null, null, null],
			difference: ['0.00', '0.00', '0.00']
		});
	});
});

describe('for people', () => {
	test('project prints a table in pounds, what is blocked, and the checks', () => {
		const { output, problems } = run('project', 'good.json', '--without-pack');
		expect(problems).toEqual([]);
		expect(output).toContain('Testshire (invented data): nothing, cash terms');
		expect(output).toMatch(/cost\.buildings \[£\] +£1,234,567\.89/);
		expect(output).toMatch(/cost\.staffing \[£\] +blocked/);
		expect(output).toContain('cost.staffing: posts/second.costPerFte; known so far');
		expect(output).toMatch(/Checks: \d+ of \d+ passed/);
	});

	test('project in real terms says so', () => {
		expect(run('project', 'good.json', '--real').output).toContain('real terms, 2025/26 prices');
	});

	test('compare prints what differs, the payback and the bridge', () => {
		const { output } = run('compare', 'good.json', 'nothing', 'plan');
		expect(output).toContain('plan, less nothing');
		expect(output).toMatch(/cost\.staffing \[£\] +-£20,000\.00/);
		expect(output).not.toContain('cost.buildings');
		expect(output).toContain("Simple payback of 'plan' against 'nothing': 2025/26");
		expect(output).toMatch(/with Fewer +-£20,000\.00/);
	});

	test('compare of the same says that nothing differs', () => {
		const { output } = run('compare', 'good.json', 'plan', 'plan');
		expect(output).toContain('No figure differs.');
		expect(output).toContain('No step');
	});

	test('explain goes down to the inputs and where they come from', () => {
		const { output } = run(
			'explain',
			'good.json',
			'cost.staffing',
			'--scenario',
			'plan',
			'--year',
			'2026/27'
		);
		expect(output).toContain('plan, 2026/27');
		expect(output).toContain('Cost per FTE: £10,000.00');
		expect(output).toContain("assumed in 'Assumptions', range 1 to 20000, illustrative");
		expect(output).toContain("set by 'Fewer'");
		expect(output).toContain('posts/officer.costPerFte: typed in the baseline');
	});

	test('check reads the file and runs the checks of every scenario', () => {
		const { output, problems } = run('check', 'good.json');
		expect(problems).toEqual([]);
		expect(output).toContain('Testshire: the file is sound');
		for (const id of ['(nothing)', '(plan)', '(other)']) expect(output).toContain(id);
	});
});

describe('what is wrong', () => {
	test.each(['check', 'project'])(
		'with the file is told by %s, and nothing is printed',
		(command) => {
			expect(run(command, 'bad.json')).toEqual({
				output: '',
				problems: ["baseline.posts[0].fte: '12,5' is not a number; write 12.5"]
			});
		}
	);

	test('with its text is told in one sentence', () => {
		const { problems } = run('check', 'broken.json');
		expect(problems).toHaveLength(1);
		expect(problems[0]).toContain('the file is not JSON');
	});

	test('with its name is told', () => {
		expect(run('check', 'none.json').problems).toEqual([
			`${join(folder, 'none.json')}: there is no such file; check the name`
		]);
	});

	test('that names a folder is told so', () => {
		expect(run('check', '.').problems).toEqual([
			`${join(folder, '.')}: this is a folder, not a file; check the name`
		]);
	});

	test('with scenarios on different baselines is told what to do', () => {
		const { facts, packs, baseline, scenarios } = FILE;
		const old = { id: 'old', title: 'Old', on: '2026-11-22', by: 'Ann', facts, packs, baseline };
		const apart = scenarios.map((own) => (own.id === 'plan' ? { ...own, baseline: 'old' } : own));
		const [post, ...posts] = baseline.posts;
		const now = { ...baseline, posts: [{ ...post, fte: '3' }, ...posts] };
		save('apart.json', JSON.stringify({ ...FILE, baseline: now, agreed: [old], scenarios: apart }));
		expect(run('compare', 'apart.json', 'plan', 'other').problems).toEqual([
			"'plan' and 'other' stand on different baselines; re-base one of them, or compare each with 'nothing'"
		]);
		expect(run('compare', 'apart.json', 'nothing', 'plan').problems).toEqual([]);
	});

	test('with a scenario is told with those there are', () => {
		const problem = "there is no scenario 'paln'; the file has nothing, plan, other";
		expect(run('project', 'good.json', '--scenario', 'paln').problems).toEqual([problem]);
		expect(run('compare', 'good.json', 'plan', 'paln').problems).toEqual([problem]);
	});

	test('with a figure or a year is told with those there are', () => {
		expect(run('explain', 'good.json', 'cost.magic').problems[0]).toContain(
			"there is no figure 'cost.magic'; there are staffing.heads"
		);
		expect(run('explain', 'good.json', 'cost.staffing/nobody').problems[0]).toBe(
			"there is no figure 'cost.staffing/nobody'; cost.staffing has the parts cost.staffing/team"
		);
		expect(run('explain', 'good.json', 'cost.total', '--year', '2031/32').problems[0]).toBe(
			"there is no year '2031/32'; the projection has 2025/26, 2026/27, 2027/28"
		);
	});
});

describe('an appraisal', () => {
	// The example itself: nothing of it is asserted to the penny here, which the golden figures do.
	const CHESHIRE = join(import.meta.dirname, '../../scenarios/cheshire-east-2010.json');
	const PILOT = ['--scenario', 'early-help-pilot'];

	test('of all scenarios starts with changing nothing, and says who marks the least', () => {
		const { output, problems } = run('appraise', CHESHIRE);
		expect(problems).toEqual([]);
		expect(output).toContain(
			'If we change nothing (do nothing)\n  what the others are set against'
		);
		expect(output).toContain('No scenario is marked as the one that does the least.');
		expect(output).toMatch(/council cash +-£/);
		expect(output).toContain('not within the horizon');
	});

	test('has the scenario that is marked as the least beside the one that is asked for', () => {
		const file = JSON.parse(readFileSync(CHESHIRE, 'utf8')) as {
			baseline: { assumptions: { use: string; doMinimum?: string }[] };
		};
		for (const own of file.baseline.assumptions)
			if (own.use === 'appraisal') own.doMinimum = 'two-centres';
		save('least.json', JSON.stringify(file));
		const { output } = run('appraise', 'least.json', ...PILOT);
		expect(output).toContain('contact commissioned (do minimum)');
		expect(output).not.toContain('No scenario is marked');
	});

	test('of one scenario has every documented key', () => {
		const whole = JSON.parse(run('appraise', CHESHIRE, ...PILOT, '--json').output) as Record<
			string,
			Record<string, unknown>
		>;
		expect(Object.keys(whole)).toEqual(
			'engine council scenario against years headlines figures options notes'.split(' ')
		);
		expect(whole['headlines']?.['appraisal.npsv/council']).toMatchObject({
			unit: '£',
			value: expect.stringMatching(/^-\d+\.\d\d$/) as string
		});
		expect(whole['headlines']?.['appraisal.payback/council']).toMatchObject({ never: true });
		expect(whole['options']).toMatchObject([{ role: 'doNothing' }, { role: 'option' }]);
	});

	test('is explained figure by figure, and an unknown one is told', () => {
		const { output } = run('explain', CHESHIRE, 'appraisal.npsv/council', ...PILOT);
		expect(output).toContain('[appraisal.pvCosts/council]');
		expect(
			run('explain', CHESHIRE, 'appraisal.discountFactor', ...PILOT, '--year', '2011/12').output
		).toContain('HM Treasury');
		expect(run('explain', CHESHIRE, 'appraisal.npsv', ...PILOT).problems[0]).toMatch(
			/has the parts appraisal\.npsv\/council/
		);
	});

	test.each([
		[['switch', 'appraisal.payback/council'], 'is a year and does not switch'],
		[['switch', 'cost.magic'], "there is no figure 'cost.magic' to solve for"],
		[['solve', 'posts/x.fte', 'net.total'], "'net.total' is not FIGURE=VALUE"],
		[['solve', 'posts/x.fte', 'net.total=many'], "'many' is not a number"],
		[['solve', 'posts/x.fte', 'net.total=1'], "'posts/x.fte' names no number"],
		[['solve', 'posts/officer.fte', 'net.total=1'], 'has no range'],
		[
			['solve', 'posts/officer.fte', 'appraisal.payback/council=1999/00'],
			"'1999/00' is no year of the projection"
		]
	])('%j is refused in a sentence', ([command = '', ...words], problem) => {
		const { output, problems } = run(command, 'good.json', ...words, '--scenario', 'plan');
		expect(output).toBe('');
		expect(problems).toHaveLength(1);
		expect(problems[0]).toContain(problem);
	});

	test('is solved for one input, by the value that meets it or in words', () => {
		const solve = (...words: readonly string[]) =>
			run('solve', 'good.json', 'changes/change.posts/officer.fte', ...words, '--scenario', 'plan')
				.output;
		// One post of £40,000 and one of £10,000: £45,000 is 0.875 of the first.
		const wanted = ['cost.staffing=45000', '--low', '0'];
		expect(solve(...wanted, '--high', '2')).toContain('cost.staffing = 45000: at 0.875');
		expect(solve(...wanted, '--high', '0.5')).toContain('not achievable within its range');
		expect(JSON.parse(solve(...wanted, '--high', '2', '--json'))).toMatchObject({
			input: 'changes/change.posts/officer.fte',
			now: '0.5',
			value: '0.875'
		});
	});

	test('switches by inputs that have a range', () => {
		const switched = run('switch', 'good.json', 'cost.staffing', '--scenario', 'plan');
		expect(switched.problems).toEqual([]);
		expect(switched.output).toContain('No effect: 1 of 1 inputs with a range');
	});
});

describe('simulate', () => {
	interface SimulationJson {
		readonly draws: number;
		readonly seed: number;
		readonly years: readonly string[];
		readonly figures: Readonly<
			Record<string, { readonly unit: string; readonly byYear: readonly { mean: number }[] }>
		>;
	}

	test('prints the documented object, the same for the same seed', () => {
		const words = ['--scenario', 'plan', '--draws', '8', '--seed', '5', '--json'];
		const first = run('simulate', 'good.json', ...words);
		expect(run('simulate', 'good.json', ...words).output).toBe(first.output);
		const json = JSON.parse(first.output) as SimulationJson;
		expect(json).toMatchObject({ scenario: 'plan', draws: 8, seed: 5 });
		const net = json.figures['net.total'];
		expect(net?.unit).toBe('£');
		expect(Object.keys(net?.byYear[0] ?? {})).toEqual('mean sd se p10 p25 p50 p75 p90'.split(' '));
		expect(net?.byYear).toHaveLength(json.years.length);
	});

	test.each([
		['--draws', '1', "--draws is '1'; write a whole number from 2 to 20000"],
		['--seed', 'x', "--seed is 'x'; write a whole number from 0 to 2147483648"]
	])('refuses %s %s', (option, value, problem) => {
		expect(run('simulate', 'good.json', option, value).problems).toEqual([problem]);
	});
});
