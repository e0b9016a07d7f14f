import { describe, expect, test } from 'vitest';
import { change, councilFrom, councilWith, remove, set } from '../../../../tests/support/council';
import { allInPost, building, service } from '../../../../tests/support/records';
import { applyOperations, rowOf, writeCouncil, type Json, type Operation } from '$lib/model';
import { editLines, editTitle, lineText } from './editWords';
import { namesIn } from './names';

const council = councilWith({
	baseline: {
		services: [service()],
		posts: [
			allInPost({ id: 'outreach', title: 'Outreach workers', team: 'north-team', fte: '4' }),
			allInPost({ id: 'lead', title: 'Lead', team: 'team', fte: '1' })
		],
		buildings: [
			building({
				title: 'Hub',
				area: 'north',
				services: {
					support: { casesPerMonth: '4', sessionsPerMonth: '20', placesPerSession: '2' }
				}
			})
		]
	},
	packs: [
		{
			id: 'gaps',
			title: 'Gaps',
			description: '',
			on: true,
			values: [
				{
					field: 'posts/outreach.vacancy',
					value: '0.05',
					low: '0.02',
					high: '0.08',
					source: null
				}
			]
		}
	],
	plan: [
		change({
			id: 'grow',
			title: 'Grow',
			edits: [set('posts/outreach', 'fte', '6')],
			oneOffs: [
				{ id: 'hire', title: 'Hiring', ledger: 'revenue', month: '2025-06', amount: '1500' }
			]
		})
	]
});
const POST = 'records/posts/outreach';
const CHANGE = 'changes/plan/grow';

const setting = (row: string, path: string[], was?: Json, value?: Json): Operation => ({
	op: 'set',
	row,
	path,
	...(was === undefined ? {} : { was }),
	...(value === undefined ? {} : { value })
});

const lines = (...operations: Operation[]) =>
	editLines(namesIn(council, operations), operations).map(lineText);

const title = (
	operations: readonly Operation[],
	act: Parameters<typeof editTitle>[1]['act'] = null
) => editTitle(namesIn(council, operations), { operations, act, kind: 'edit' });

test('a field of one row of a list that a change sets is told by itself', () => {
	const path = ['edits', 'set rules/ni.rows', 'value', '2025-04-06', 'threshold'];
	expect(lines(setting(CHANGE, path, '5000', '9100'))).toEqual([
		'Scenario ‘plan’ › change ‘Grow’ › Employer NI (rule) › From 6 April 2025 › NI threshold: £5,000 a year → £9,100 a year'
	]);
});

describe('a line of the baseline', () => {
	test('leads by the whole path to the field, and says both values with their unit', () => {
		expect(lines(setting(POST, ['costPerFte'], '40000', '41500.5'))).toEqual([
			'North team › Outreach workers (post) › Cost per FTE: £40,000 a year → £41,500.50 a year'
		]);
	});

	test('leaves out a unit that the field is called by', () => {
		expect(lines(setting(POST, ['fte'], '4', '5'))).toEqual([
			'North team › Outreach workers (post) › FTE: 4 → 5'
		]);
	});

	test('tells blank from zero and from a field that does not apply', () => {
		expect(
			lines(
				setting(POST, ['fte'], '4', null),
				setting(POST, ['vacancy'], null, '0'),
				setting(POST, ['redundancyCost'], undefined, '0')
			)
		).toEqual([
			'North team › Outreach workers (post) › FTE: 4 → blank',
			'North team › Outreach workers (post) › Vacancy: blank → 0%',
			'North team › Outreach workers (post) › Redundancy cost: does not apply → £0'
		]);
	});

	test('names what a field refers to, and calls a link to nothing none', () => {
		expect(
			lines(
				setting(POST, ['team'], 'north-team', 'team'),
				setting(POST, ['index'], null, 'prices'),
				setting(POST, ['basis'], 'allIn', 'grade')
			)
		).toEqual([
			'North team › Outreach workers (post) › Team: North team → Family team',
			'North team › Outreach workers (post) › Price index: none → Prices',
			'North team › Outreach workers (post) › Basis: All-in cost → Pay grade'
		]);
	});

	test('names the service of a field that a building has for it', () => {
		const offer = { casesPerMonth: '5', sessionsPerMonth: null, placesPerSession: '2' };
		const row = `records/buildings/${building().id}`;
		expect(
			lines(
				setting(row, ['services', 'support', 'sessionsPerMonth'], '20', '12'),
				setting(row, ['services', 'support'], undefined, offer)
			)
		).toEqual([
			'North › Hub (building) › Family support › Sessions: 20 sessions a month → 12 sessions a month',
			'North › Hub (building) › Services offered: Family support: does not apply → Users: 5 cases a month; Sessions: blank; Places: 2 places a session'
		]);
	});

	test('says the range of a value in its own unit', () => {
		expect(
			lines(setting(POST, ['evidence', 'costPerFte'], undefined, { low: '39000', high: '42000' }))
		).toEqual([
			'North team › Outreach workers (post) › Cost per FTE › Evidence: does not apply → Low end: £39,000 a year; High end: £42,000 a year'
		]);
	});
});

describe('a line of a change', () => {
	test('says what the change sets, and what the baseline says', () => {
		const step = setting(
			CHANGE,
			['edits', 'set posts/outreach.vacancy'],
			undefined,
			set('posts/outreach', 'vacancy', '0.1') as Json
		);
		expect(lines(step)).toEqual([
			'Scenario ‘plan’ › change ‘Grow’ › North team › Outreach workers (post) › Vacancy: 0% in the baseline → 10%'
		]);
		expect(title([step])).toBe(
			'In the change ‘Grow’: Vacancy of Outreach workers set to 10% (was 0% in the baseline)'
		);
	});

	test('takes what the baseline says from the one that its scenario stands on', () => {
		const file = writeCouncil(council);
		const { baseline, facts, packs } = structuredClone(file);
		for (const post of file.baseline.posts) post.fte = '9';
		const [, plan] = file.scenarios;
		if (plan !== undefined) plan.baseline = 'y26';
		const stood = councilFrom({
			...file,
			agreed: [
				{ id: 'y26', title: 'Budget 2026', on: '2026-03-01', by: '', facts, packs, baseline }
			]
		});
		const own = set('posts/outreach', 'fte', '6') as Json;
		const step = setting(CHANGE, ['edits', 'set posts/outreach.fte'], own);
		expect(editLines(namesIn(stood, []), [step])[0]?.now).toBe('4, as in the baseline');
	});

	test('says what it was set to before, and that it goes back to the baseline', () => {
		const own = set('posts/outreach', 'fte', '6') as Json;
		expect(lines(setting(CHANGE, ['edits', 'set posts/outreach.fte'], own))).toEqual([
			'Scenario ‘plan’ › change ‘Grow’ › North team › Outreach workers (post) › FTE: 6 → 4, as in the baseline'
		]);
	});

	test('tells its months, its switch and its one-off amounts', () => {
		expect(
			lines(
				setting(CHANGE, ['start'], '2025-04', '2026-10'),
				setting(CHANGE, ['end'], null, '2027-04'),
				setting(CHANGE, ['on'], true, false),
				setting(CHANGE, ['status'], 'idea', 'inDelivery'),
				setting(CHANGE, ['oneOffs', 'hire', 'amount'], '1500', null)
			)
		).toEqual([
			'Scenario ‘plan’ › change ‘Grow’ › Start: April 2025 → October 2026',
			'Scenario ‘plan’ › change ‘Grow’ › End: stays → April 2027',
			'Scenario ‘plan’ › change ‘Grow’ › Switched: on → off',
			'Scenario ‘plan’ › change ‘Grow’ › Status: Idea → In delivery',
			'Scenario ‘plan’ › change ‘Grow’ › Hiring › Amount: £1,500 → blank'
		]);
	});

	test('that is added tells each thing that it does, the record that it adds by its name', () => {
		const data = change({
			id: 'close',
			title: 'Close the hub',
			edits: [
				remove(`buildings/${building().id}`),
				{
					edit: 'add',
					kind: 'posts',
					record: { ...allInPost({ id: 'new', title: 'Visitor' }) } as never
				}
			],
			oneOffs: [
				{ id: 'move', title: 'Removal van', ledger: 'revenue', month: '2025-09', amount: '800' }
			]
		}) as unknown as Json;
		expect(lines({ op: 'insert', row: 'changes/plan/close', data })).toEqual([
			'Scenario ‘plan’ › change ‘Close the hub’: added',
			'Scenario ‘plan’ › change ‘Close the hub’ › North › Hub (building): closed from the start of the change',
			'Scenario ‘plan’ › change ‘Close the hub’ › Family team › Visitor (post): added',
			'Scenario ‘plan’ › change ‘Close the hub’ › Removal van: £800 in September 2025, One-off cost (revenue)'
		]);
	});
});

describe('what is no record', () => {
	test('has its own names: packs by the field that they fill, the council, scenarios', () => {
		expect(
			lines(
				setting('packs/gaps', ['values', 'posts/outreach.vacancy', 'value'], '0.05', '0.06'),
				setting('packs/gaps', ['on'], true, false),
				setting('council', ['horizonYears'], 3, 5),
				setting('council', ['deflator'], null, 'prices'),
				setting('scenarios/plan', ['title'], 'plan', 'Plan B')
			)
		).toEqual([
			'Assumption pack ‘Gaps’ › North team › Outreach workers (post) › Vacancy › Value: 5% → 6%',
			'Assumption pack ‘Gaps’ › Switched: on → off',
			'Council › Years projected: 3 → 5',
			'Council › Index for real terms: none → Prices',
			'Scenario ‘plan’ › Name: plan → Plan B'
		]);
	});

	test('says what a scenario stands on, and how a council writes figures', () => {
		const { baseline, facts, packs } = writeCouncil(council);
		const agreed = {
			id: 'y26',
			title: 'Budget 2026',
			on: '2026-03-01',
			by: '',
			facts,
			packs,
			baseline
		};
		const insert: Operation = { op: 'insert', row: 'agreed/y26', data: agreed as unknown as Json };
		expect(
			lines(
				insert,
				setting('scenarios/plan', ['baseline'], null, 'y26'),
				setting('scenarios/plan', ['archived'], false, true),
				setting('council', ['style', 'numbers'], 'plain', 'finance')
			)
		).toEqual([
			'Agreed baseline ‘Budget 2026’: added',
			'Scenario ‘plan’ › Stands on: the baseline as it is now → Budget 2026',
			'Scenario ‘plan’ › Archived: no → yes',
			'Council › Style › How numbers are written: £1.2 million, minus signs → £1.2m, brackets'
		]);
		expect(title([insert], 'agreed')).toBe('Agreed the baseline ‘Budget 2026’');
		expect(title([insert, setting('scenarios/plan', ['baseline'], null, 'y26')], 'agreed')).toBe(
			'Agreed the baseline ‘Budget 2026’'
		);
	});

	test('and an assumption as a whole says its range behind it', () => {
		const value = {
			field: 'posts/lead.vacancy',
			value: '0.05',
			low: '0.02',
			high: '0.08',
			source: null
		};
		expect(
			lines(setting('packs/gaps', ['values', 'posts/lead.vacancy'], undefined, value))
		).toEqual([
			'Assumption pack ‘Gaps’ › Family team › Lead (post) › Vacancy: does not apply → 5% (2% to 8%)'
		]);
	});
});

describe('a record that is gone', () => {
	test('keeps the name that the edit carries', () => {
		const was = rowOf(council, POST) ?? null;
		const removal: Operation = { op: 'remove', row: POST, was };
		const reset = setting(
			CHANGE,
			['edits', 'set posts/outreach.fte'],
			set('posts/outreach', 'fte', '6') as Json
		);
		const done = applyOperations(council, [
			setting(
				'packs/gaps',
				['values', 'posts/outreach.vacancy'],
				(rowOf(council, 'packs/gaps') as { values: Json[] }).values[0]
			),
			reset,
			removal
		]);
		if (done.outcome !== 'done') throw new Error(JSON.stringify(done));
		const names = namesIn(done.council, [removal]);
		expect(editLines(names, [removal]).map(lineText)).toEqual([
			'North team › Outreach workers (post): taken out'
		]);
		expect(editTitle(names, { operations: [removal], act: 'removed', kind: 'edit' })).toBe(
			'Took out the post ‘Outreach workers’'
		);
	});
});

describe('the title of an edit', () => {
	const one = setting(POST, ['fte'], '4', '5');
	const other = setting('records/posts/lead', ['fte'], '1', '2');

	test('is its one step', () => {
		expect(title([one], 'typed')).toBe('FTE of Outreach workers: 4 → 5');
	});

	test('counts several cells and says where they stand', () => {
		expect(title([one, other], 'pasted')).toBe('Pasted 2 cells into posts');
		expect(title([one, other], 'filled')).toBe('Filled 2 cells in posts');
		expect(title([one, other], 'cleared')).toBe('Cleared 2 cells in posts');
		expect(title([one, setting(POST, ['heads'], '1', '2')], 'form')).toBe(
			'2 fields of the post ‘Outreach workers’'
		);
	});

	test('names the change that was added, and the switch that was turned', () => {
		const data = change({ id: 'nantwich', title: 'Close Nantwich' }) as unknown as Json;
		const insert: Operation = { op: 'insert', row: 'changes/plan/nantwich', data };
		expect(title([insert], 'added')).toBe('Added the change ‘Close Nantwich’');
		expect(title([insert], 'template')).toBe('Added the change ‘Close Nantwich’, from a template');
		expect(title([setting('packs/gaps', ['on'], true, false)], 'switched')).toBe(
			'Switched off the assumption pack ‘Gaps’'
		);
	});

	test('tells a scenario with its changes as one thing', () => {
		const gone: Operation[] = [
			{ op: 'remove', row: CHANGE, was: rowOf(council, CHANGE) ?? null },
			{ op: 'remove', row: 'scenarios/plan', was: rowOf(council, 'scenarios/plan') ?? null }
		];
		expect(title(gone, 'removed')).toBe('Took out the scenario ‘plan’ with 1 change');
	});

	test('of an undo is that of what it took back', () => {
		const done = applyOperations(council, [one]);
		if (done.outcome !== 'done') throw new Error('refused');
		const { inverse } = done;
		expect(
			editTitle(namesIn(council, inverse), { operations: inverse, act: 'typed', kind: 'undo' })
		).toBe('Undone: FTE of Outreach workers: 4 → 5');
	});

	test('of what was read from a return says so', () => {
		expect(title([one], 'returned')).toBe('From the return: FTE of Outreach workers: 4 → 5');
	});

	test('of published figures says whose and of which last year', () => {
		const fact = (year: string): Operation => ({
			op: 'insert',
			row: `facts/published-incare-${year}`,
			data: { id: `published-incare-${year}`, subject: 'Fernshire', date: `${year}-03-31` }
		});
		expect(title([fact('2023'), fact('2024'), fact('2022'), one], 'published')).toBe(
			'Used published figures of Fernshire, 2024'
		);
		// The same figures once more, with other flows: their facts are there.
		expect(title([one], 'published')).toBe('Used published figures');
	});

	test('counts what an import does, by sort', () => {
		const insert = (id: string): Operation => ({
			op: 'insert',
			row: `records/posts/${id}`,
			data: allInPost({ id, title: id }) as Json
		});
		expect(
			title(
				[one, insert('a'), insert('b'), { op: 'move', row: 'scenarios/plan', was: 1, position: 2 }],
				'imported'
			)
		).toBe('Imported a file: 1 cell in posts, 2 posts added and 1 scenario moved');
	});
});
