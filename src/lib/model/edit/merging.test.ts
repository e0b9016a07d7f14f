import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { change, councilWith } from '../../../../tests/support/council';
import { intervention, mixed, saving, service } from '../../../../tests/support/records';
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

describe('two people on the shares of one effect', () => {
	const BANDS = ['under-1', '1-4', '5-9', '10-15', '16-17'] as const;
	type Share = ReturnType<typeof share>;
	const share = (band: (typeof BANDS)[number], part: string) => ({
		band,
		type: 'foster',
		share: part
	});
	const withShares = (profile: readonly Share[]) =>
		councilWith({
			baseline: {
				services: [service()],
				placementTypes: [mixed()],
				interventions: [intervention({ id: 'help', profile: [...profile] })]
			}
		});
	const sharesIn = (now: Council) =>
		valueAt(rowOf(now, 'records/interventions/help'), ['profile']).value as unknown as Share[];
	const before = BANDS.slice(0, 4).map((band) => share(band, '0.2'));

	/** Takes the row of a band out, or says its share, or adds it. */
	const step = (
		on: Council,
		band: (typeof BANDS)[number],
		part: string | null
	): readonly Operation[] => {
		const [own] = listsOfRecord(on, BASELINE, 'interventions', 'help');
		if (own === undefined) throw new Error('There is no profile.');
		const key = `${band} foster`;
		if (part === null) return steps(entryRemoval(on, BASELINE, own, key));
		if (!sharesIn(on).some((row) => row.band === band)) {
			const row = Object.entries(share(band, part)).map(
				([field, value]) => [field, { value }] as const
			);
			return steps(entrySteps(on, BASELINE, own, [], [new Map(row)]));
		}
		return steps(entrySteps(on, BASELINE, own, [cell(own, key, 'share', part)], []));
	};

	test('both keep theirs, whatever each does to a row of their own', () => {
		const doing = fc.record({
			at: fc.integer({ min: 0, max: BANDS.length - 1 }),
			part: fc.constantFrom('0.3', '0.4', null)
		});
		fc.assert(
			fc.property(doing, doing, (a, b) => {
				fc.pre(a.at !== b.at);
				const wanted = new Map<string, string>(before.map((own) => [own.band, own.share]));
				for (const { at, part } of [a, b])
					if (part === null) wanted.delete(BANDS[at]!);
					else wanted.set(BANDS[at]!, part);
				const own = withShares(before);
				const [first, second] = [a, b].map(({ at, part }) => step(own, BANDS[at]!, part));
				const now = after(after(own, first ?? []), second ?? []);
				const found = new Map(sharesIn(now).map((row) => [row.band as string, row.share]));
				expect(sharesIn(now)).toHaveLength(found.size);
				expect(found).toEqual(wanted);
			}),
			{ numRuns: 60 }
		);
	});

	test('are asked where both say the share of one row', () => {
		const own = withShares(before);
		const outcome = applyOperations(after(own, step(own, '5-9', '0.3')), step(own, '5-9', '0.4'));
		expect(outcome).toMatchObject({
			outcome: 'conflict',
			conflicts: [{ path: ['profile', '5-9 foster', 'share'], wanted: '0.4', found: '0.3' }]
		});
	});

	test('go by the places of the rows where two of them fall on the same children', () => {
		const own = withShares([share('5-9', '0.2'), share('5-9', '0.3')]);
		const [list] = listsOfRecord(own, BASELINE, 'interventions', 'help');
		if (list === undefined) throw new Error('There is no profile.');
		const set = (row: string, part: string) =>
			steps(entrySteps(own, BASELINE, list, [cell(list, row, 'share', part)], []));
		expect(sharesIn(after(after(own, set('0', '0.4')), set('1', '0.5')))).toEqual([
			share('5-9', '0.4'),
			share('5-9', '0.5')
		]);
	});
});
