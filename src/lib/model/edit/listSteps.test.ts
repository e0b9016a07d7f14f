import { describe, expect, test } from 'vitest';
import { change, councilWith, set } from '../../../../tests/support/council';
import { intervention, mixed, saving, service } from '../../../../tests/support/records';
import type { Council } from '../scenario/file';
import { applyOperations } from './apply';
import type { Outcome } from './outcome';
import type { Target } from './cells';
import { valueAt } from './jsonPath';
import { isListEditable, listsOfRecord, type EntryList } from './lists';
import { entryRemoval, entrySteps } from './listSteps';
import type { Json, Operation } from './operation';
import { assumptionRemoval, assumptionSteps } from './packSteps';
import { rowOf } from './rows';

const BASELINE: Target = { into: 'baseline' };
const CHANGE: Target = { into: 'change', scenario: 'plan', change: 'revise' };

const version = (id: string, date: string, status: 'proposed' | 'approved' = 'proposed') => ({
	id,
	date,
	status,
	amounts: { '2025/26': '1000' },
	reason: ''
});
const share = (band: '1-4' | '5-9' | '10-15', part: string) => ({
	band,
	type: 'foster',
	share: part
});

const council = councilWith({
	baseline: {
		savingsTargets: [
			saving({
				id: 'hubs',
				versions: [version('v1', '2025-01-10'), version('v2', '2025-02-10', 'approved')],
				evidence: {
					'versions.0.date': { note: 'first' },
					'versions.1.date': { note: 'second' },
					title: { note: 'name' }
				}
			})
		],
		rules: [
			{
				id: 'ni',
				title: 'Employer NI',
				rule: 'employerNi',
				rows: [
					{ from: '2024-04-06', rate: null, threshold: '9100' },
					{ from: '2025-04-06', rate: null, threshold: '5000' },
					{ from: '2026-04-06', rate: null, threshold: '5000' }
				]
			},
			{
				id: 'codes',
				title: 'Codes',
				rule: 'placementCodes',
				rows: [{ from: '2024/25', codes: ['K3'] }]
			}
		]
	},
	packs: [
		{
			id: 'pack',
			title: 'Pack',
			description: '',
			on: true,
			values: [0, 1, 2].map((place) => ({
				field: `rules/ni.rows.${place}.rate`,
				value: `0.1${place}`,
				low: `0.1${place}`,
				high: `0.1${place}`,
				source: null
			}))
		}
	],
	plan: [change({ id: 'revise' })]
});

const REFS: Readonly<
	Record<string, readonly ['savingsTargets' | 'rules' | 'assumptions', string]>
> = {
	hubs: ['savingsTargets', 'hubs'],
	ni: ['rules', 'ni'],
	codes: ['rules', 'codes'],
	grades: ['assumptions', 'grades']
};

function listOf(record: string, now: Council = council, target: Target = BASELINE): EntryList {
	const [kind, id] = REFS[record] ?? ['savingsTargets', record];
	const [list] = listsOfRecord(now, target, kind, id);
	if (list === undefined) throw new Error(`${record} has no list.`);
	return list;
}

const columnOf = (list: EntryList, field: string) => {
	const column = list.columns.find((own) => own.field === field);
	if (column === undefined) throw new Error(`${list.name} has no ${field}.`);
	return column;
};
const editOf = (list: EntryList, entry: string, field: string, text: string | null) => ({
	entry,
	column: columnOf(list, field),
	text
});
const filled = (fields: Readonly<Record<string, string>>) =>
	new Map(Object.entries(fields).map(([field, value]) => [field, { value }]));

const stepsIn = (steps: readonly Operation[] | Outcome): readonly Operation[] => {
	if ('outcome' in steps) throw new Error(JSON.stringify(steps));
	return steps;
};
/** The council after steps, which must be taken back by their opposites without a trace. */
function after(steps: readonly Operation[] | Outcome, now: Council = council): Council {
	const outcome = applyOperations(now, stepsIn(steps));
	if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
	const back = applyOperations(outcome.council, outcome.inverse);
	if (back.outcome !== 'done') throw new Error(JSON.stringify(back));
	expect(back.council).toEqual(now);
	return outcome.council;
}
const stored = (now: Council, row: string, ...path: readonly string[]): Json | undefined =>
	valueAt(rowOf(now, row), path).value;

function listIn(now: Council, row: string, ...path: readonly string[]): readonly Json[] {
	const found = stored(now, row, ...path);
	if (!Array.isArray(found)) throw new Error(`${row} has no list there.`);
	return found;
}

describe('the columns of a list', () => {
	test('are those of its own entries: a rule of placement codes has other ones than employer NI', () => {
		expect(listOf('ni').columns.map(({ field, type }) => [field, type])).toEqual([
			['from', 'date'],
			['rate', 'number'],
			['threshold', 'number']
		]);
		expect(listOf('codes').columns.map(({ field, type }) => [field, type])).toEqual([
			['from', 'year'],
			['codes', 'list']
		]);
	});

	test('have one for each year of the projection', () => {
		expect(listOf('hubs').columns.map(({ field }) => field)).toEqual([
			'date',
			'status',
			'amounts.2025/26',
			'amounts.2026/27',
			'amounts.2027/28',
			'reason'
		]);
	});
});

describe('in the baseline', () => {
	const list = listOf('hubs');

	test('a cell of an entry is one step at that cell', () => {
		const steps = entrySteps(
			council,
			BASELINE,
			list,
			[editOf(list, 'v2', 'amounts.2026/27', '250')],
			[]
		);
		expect(steps).toEqual([
			{
				op: 'set',
				row: 'records/savingsTargets/hubs',
				path: ['versions', 'v2', 'amounts', '2026/27'],
				value: '250'
			}
		]);
		after(steps);
	});

	test('an emptied year does not apply any longer, and an emptied reason is empty', () => {
		const edits = [editOf(list, 'v1', 'amounts.2025/26', null), editOf(list, 'v1', 'reason', null)];
		const now = after(entrySteps(council, BASELINE, list, edits, []));
		expect(stored(now, 'records/savingsTargets/hubs', 'versions', 'v1')).toEqual({
			...version('v1', '2025-01-10'),
			amounts: {}
		});
	});

	test('a new entry gets an id of its own and stands behind the others', () => {
		const steps = entrySteps(
			council,
			BASELINE,
			list,
			[],
			[filled({ date: '2025-03-01', status: 'approved', 'amounts.2026/27': '70' })]
		);
		const versions = listIn(after(steps), 'records/savingsTargets/hubs', 'versions');
		expect(versions.at(-1)).toEqual({
			id: 'hubs-v3',
			date: '2025-03-01',
			status: 'approved',
			amounts: { '2026/27': '70' },
			reason: ''
		});
	});

	test('a row that begins on another day is found under that day, and keeps its place', () => {
		const ni = listOf('ni');
		const now = after(
			entrySteps(council, BASELINE, ni, [editOf(ni, '2025-04-06', 'from', '2025-07-01')], [])
		);
		expect(
			listIn(now, 'records/rules/ni', 'rows').map((own) => valueAt(own, ['from']).value)
		).toEqual(['2024-04-06', '2025-07-01', '2026-04-06']);
	});

	test('no two rows begin on one day', () => {
		const ni = listOf('ni');
		expect(
			entrySteps(council, BASELINE, ni, [], [filled({ from: '2025-04-06', rate: '0.1' })])
		).toMatchObject({
			outcome: 'problem',
			problems: [{ row: 'records/rules/ni', path: ['rows'] }]
		});
	});

	test('what stands behind an entry that is taken out keeps its evidence and its assumptions', () => {
		const hubs = after(entryRemoval(council, BASELINE, list, 'v1'));
		expect(stored(hubs, 'records/savingsTargets/hubs', 'evidence')).toEqual({
			'versions.0.date': { note: 'second' },
			title: { note: 'name' }
		});
		const ni = after(entryRemoval(council, BASELINE, listOf('ni'), '2024-04-06'));
		expect(
			listIn(ni, 'packs/pack', 'values').map((own) => [
				valueAt(own, ['field']).value,
				valueAt(own, ['value']).value
			])
		).toEqual([
			['rules/ni.rows.0.rate', '0.11'],
			['rules/ni.rows.1.rate', '0.12']
		]);
	});

	test('nothing is taken out from under a change that sets a row by its place', () => {
		const edits = [set('rules/ni', 'rows.1.threshold', '6000')];
		const rules = [
			{
				id: 'ni',
				title: 'Employer NI',
				rule: 'employerNi' as const,
				rows: [
					{ from: '2024-04-06', rate: '0.1', threshold: '9100' },
					{ from: '2025-04-06', rate: '0.1', threshold: '5000' }
				]
			}
		];
		const used = councilWith({ baseline: { rules }, plan: [change({ title: 'Raise it', edits })] });
		const outcome = entryRemoval(used, BASELINE, listOf('ni', used), '2024-04-06');
		expect(JSON.stringify(outcome)).toContain('Raise it');
	});

	test('the last version stays: a saving has a history', () => {
		const one = after(entryRemoval(council, BASELINE, list, 'v1'));
		const steps = stepsIn(entryRemoval(one, BASELINE, listOf('hubs', one), 'v2'));
		expect(applyOperations(one, steps).outcome).toBe('problem');
	});
});

test('a share of an effect is found by the band and the placement type that it falls on', () => {
	const own = councilWith({
		baseline: {
			services: [service()],
			placementTypes: [mixed()],
			interventions: [
				intervention({ id: 'help', profile: [share('1-4', '0.4'), share('5-9', '0.6')] })
			]
		}
	});
	const [list] = listsOfRecord(own, BASELINE, 'interventions', 'help');
	if (list === undefined) throw new Error('There is no profile.');
	const edit = editOf(list, '5-9 foster', 'share', '0.5');
	expect(entrySteps(own, BASELINE, list, [edit], [])).toEqual([
		{
			op: 'set',
			row: 'records/interventions/help',
			path: ['profile', '5-9 foster', 'share'],
			was: '0.6',
			value: '0.5'
		}
	]);
	const fewer = after(entryRemoval(own, BASELINE, list, '1-4 foster'), own);
	expect(stored(fewer, 'records/interventions/help', 'profile')).toEqual([share('5-9', '0.6')]);
	const added = filled({ band: '10-15', type: 'foster', share: '0.1' });
	const more = after(entrySteps(own, BASELINE, list, [], [added]), own);
	expect(stored(more, 'records/interventions/help', 'profile')).toEqual([
		share('1-4', '0.4'),
		share('5-9', '0.6'),
		share('10-15', '0.1')
	]);
	expect(isListEditable(own, BASELINE, list)).toBe(true);
	expect(isListEditable(own, CHANGE, list)).toBe(false);
});

test('a map with names of its own is a list of them: a grade is added, renamed and taken out', () => {
	const grades = listOf('grades');
	const add = filled({ key: 'medium', value: '0.25' });
	const more = after(entrySteps(council, BASELINE, grades, [], [add]));
	expect(stored(more, 'records/assumptions/grades', 'rows')).toEqual({
		strong: '0',
		weak: '0.5',
		medium: '0.25'
	});
	const list = listOf('grades', more);
	const renamed = after(
		entrySteps(more, BASELINE, list, [editOf(list, 'medium', 'key', 'fair')], []),
		more
	);
	expect(stored(renamed, 'records/assumptions/grades', 'rows', 'fair')).toBe('0.25');
	const fewer = after(entryRemoval(renamed, BASELINE, listOf('grades', renamed), 'fair'), renamed);
	expect(stored(fewer, 'records/assumptions/grades', 'rows')).toEqual({ strong: '0', weak: '0.5' });
});

describe('in a change', () => {
	const list = listOf('hubs');

	test('the whole list is set, the baseline stays, and setting it back takes the edit out', () => {
		const edit = editOf(list, 'v1', 'amounts.2025/26', '900');
		const now = after(entrySteps(council, CHANGE, list, [edit], []));
		expect(now.baseline).toEqual(council.baseline);
		expect(stored(now, 'changes/plan/revise', 'edits')).toEqual([
			set('savingsTargets/hubs', 'versions', [
				{ ...version('v1', '2025-01-10'), amounts: { '2025/26': '900' } },
				version('v2', '2025-02-10', 'approved')
			])
		]);
		const same = editOf(list, 'v1', 'amounts.2025/26', '1000');
		const back = after(entrySteps(now, CHANGE, list, [same], []), now);
		expect(stored(back, 'changes/plan/revise', 'edits')).toEqual([]);
	});

	test('entries are added and taken out, and evidence of the baseline stays where it is', () => {
		const fewer = after(entryRemoval(council, CHANGE, list, 'v1'));
		expect(stored(fewer, 'changes/plan/revise', 'edits')).toEqual([
			set('savingsTargets/hubs', 'versions', [version('v2', '2025-02-10', 'approved')])
		]);
	});
});

describe('assumptions of a pack', () => {
	const first = 'rules/ni.rows.0.rate';
	const inPack = (now: Council, field: string) => stored(now, 'packs/pack', 'values', field);

	test('one that is sure of its value stays sure, and a range that is typed goes with it', () => {
		const edit = { assumption: first, name: 'value', text: '0.2' };
		const sure = after(assumptionSteps(council, 'pack', [edit], []));
		expect(inPack(sure, first)).toMatchObject({ value: '0.2', low: '0.2', high: '0.2' });
		const range = { low: '0.1', high: '0.3' };
		const ranged = after(assumptionSteps(council, 'pack', [{ ...edit, range }], []));
		expect(inPack(ranged, first)).toMatchObject({ value: '0.2', ...range });
	});

	test('are added and taken out', () => {
		const fewer = after(assumptionRemoval(council, 'pack', first));
		expect(inPack(fewer, first)).toBeUndefined();
		const add = filled({ field: first, value: '0.3', source: 'A paper' });
		const more = after(assumptionSteps(fewer, 'pack', [], [add]), fewer);
		expect(inPack(more, first)).toEqual({
			field: first,
			value: '0.3',
			low: '0.3',
			high: '0.3',
			source: 'A paper'
		});
	});
});
