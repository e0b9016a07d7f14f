import { describe, expect, test } from 'vitest';
import { change, councilWith } from '../../../../tests/support/council';
import { saving } from '../../../../tests/support/records';
import type { Council } from '../scenario/file';
import { applyOperations } from './apply';
import type { Target } from './cells';
import { valueAt } from './jsonPath';
import { listsOfRecord, type EntryList } from './lists';
import { entryRemoval, entrySteps } from './listSteps';
import { takenApart } from './merging';
import type { Json, Operation } from './operation';
import type { Outcome } from './outcome';
import { rowOf } from './rows';

const BASELINE: Target = { into: 'baseline' };
const CHANGE: Target = { into: 'change', scenario: 'plan', change: 'revise' };

const version = (id: string, date: string, amount = '1000') => ({
	id,
	date,
	status: 'proposed' as const,
	amounts: { '2025/26': amount },
	reason: ''
});
const council = councilWith({
	baseline: {
		savingsTargets: [
			saving({ id: 'hubs', versions: [version('v1', '2025-01-10'), version('v2', '2025-02-10')] })
		],
		assumptions: [
			{
				id: 'grades',
				title: 'Grades',
				use: 'correction',
				status: 'confirmed',
				rows: { strong: '0', weak: '0.5' }
			}
		]
	},
	plan: [change({ id: 'revise' })]
});

const list = listOf('savingsTargets', 'hubs');
const grades = listOf('assumptions', 'grades');

function listOf(kind: 'savingsTargets' | 'assumptions', id: string): EntryList {
	const [found] = listsOfRecord(council, BASELINE, kind, id);
	if (found === undefined) throw new Error(`${id} has no list`);
	return found;
}

const cell = (of: EntryList, entry: string, field: string, text: string) => {
	const column = of.columns.find((own) => own.field === field);
	if (column === undefined) throw new Error(`there is no column ${field}`);
	return { entry, column, text };
};
const steps = (found: readonly Operation[] | Outcome): readonly Operation[] => {
	if ('outcome' in found) throw new Error(JSON.stringify(found));
	return found;
};
const setting = (
	target: Target,
	of: EntryList,
	[entry, field, text]: readonly [string, string, string],
	on = council
) => steps(entrySteps(on, target, of, [cell(of, entry, field, text)], []));
const adding = (target: Target, date: string) =>
	steps(
		entrySteps(
			council,
			target,
			list,
			[],
			[
				new Map([
					['date', { value: date }],
					['status', { value: 'approved' }]
				])
			]
		)
	);

function after(on: Council, operations: readonly Operation[]): Council {
	const outcome = applyOperations(on, operations);
	if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
	return outcome.council;
}

/** What becomes of one person's steps where another's of the same moment came first. */
function behind(first: readonly Operation[], second: readonly Operation[]): Outcome {
	const there = after(council, first);
	const met = applyOperations(there, second);
	if (met.outcome !== 'conflict') return met;
	const apart = takenApart(there, second, met.conflicts);
	return apart === null ? met : applyOperations(there, apart);
}
const merged = (first: readonly Operation[], second: readonly Operation[]): Council => {
	const outcome = behind(first, second);
	if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
	return outcome.council;
};
const listIn = (now: Council, record = 'savingsTargets/hubs', field = 'versions'): Json =>
	valueAt(rowOf(now, 'changes/plan/revise'), ['edits', `set ${record}.${field}`, 'value']).value ??
	null;

describe('two people on one list of a change', () => {
	test('both keep their rows, where each sets the list for the first time', () => {
		const now = merged(
			setting(CHANGE, list, ['v1', 'amounts.2025/26', '900']),
			setting(CHANGE, list, ['v2', 'amounts.2025/26', '800'])
		);
		expect(listIn(now)).toEqual([
			version('v1', '2025-01-10', '900'),
			version('v2', '2025-02-10', '800')
		]);
	});

	test('both keep two fields of one row', () => {
		const now = merged(
			setting(CHANGE, list, ['v1', 'amounts.2025/26', '900']),
			setting(CHANGE, list, ['v1', 'reason', 'Later'])
		);
		expect(listIn(now)).toEqual([
			{ ...version('v1', '2025-01-10', '900'), reason: 'Later' },
			version('v2', '2025-02-10')
		]);
	});

	test('one takes a row out while the other edits another', () => {
		const now = merged(
			steps(entryRemoval(council, CHANGE, list, 'v1')),
			setting(CHANGE, list, ['v2', 'amounts.2025/26', '800'])
		);
		expect(listIn(now)).toEqual([version('v2', '2025-02-10', '800')]);
	});

	test('both keep the values of a map', () => {
		const now = merged(
			setting(CHANGE, grades, ['strong', 'value', '0.1']),
			setting(CHANGE, grades, ['weak', 'value', '0.6'])
		);
		expect(listIn(now, 'assumptions/grades', 'rows')).toEqual({ strong: '0.1', weak: '0.6' });
	});

	test('are asked about one field of one row, and about that alone', () => {
		const outcome = behind(
			setting(CHANGE, list, ['v1', 'amounts.2025/26', '900']),
			setting(CHANGE, list, ['v1', 'amounts.2025/26', '700'])
		);
		expect(outcome).toMatchObject({
			outcome: 'conflict',
			conflicts: [
				{
					path: ['edits', 'set savingsTargets/hubs.versions', 'value', 'v1', 'amounts', '2025/26'],
					wanted: '700',
					found: '900'
				}
			]
		});
	});

	test('edit rows of a list that the change sets already without meeting', () => {
		const set = after(council, setting(CHANGE, list, ['v1', 'reason', 'First']));
		const [a, b] = [
			setting(CHANGE, list, ['v1', 'amounts.2025/26', '900'], set),
			setting(CHANGE, list, ['v2', 'amounts.2025/26', '800'], set)
		];
		expect(listIn(after(after(set, a), b))).toEqual([
			{ ...version('v1', '2025-01-10', '900'), reason: 'First' },
			version('v2', '2025-02-10', '800')
		]);
	});
});

describe.each([
	['the baseline', BASELINE],
	['a change', CHANGE]
] as const)('two people who each add a row to a list of %s', (_, target) => {
	test('have both rows, the second under an id of its own', () => {
		const now = merged(adding(target, '2025-03-10'), adding(target, '2025-04-10'));
		const rows =
			target === BASELINE
				? valueAt(rowOf(now, 'records/savingsTargets/hubs'), ['versions']).value
				: listIn(now);
		const added = (
			rows as unknown as readonly { readonly id: string; readonly date: string }[]
		).slice(2);
		expect(added.map(({ date }) => date)).toEqual(['2025-03-10', '2025-04-10']);
		expect(new Set(added.map(({ id }) => id)).size).toBe(2);
	});
});

test('a field that two people set has nothing to take apart', () => {
	const set = (value: string): readonly Operation[] => [
		{ op: 'set', row: 'changes/plan/revise', path: ['owner'], was: '', value }
	];
	expect(behind(set('Ann'), set('Ben'))).toMatchObject({ outcome: 'conflict' });
});
