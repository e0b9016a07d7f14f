import { describe, expect, test } from 'vitest';
import { change, councilWith } from '../../../tests/support/council';
import { at, edit, keep, keptForEachTest, person } from '../../../tests/support/kept';
import { localUser } from './access/policy';
import { lastDeeds, listActivity } from './activity';
import { verifyChain } from './activityChain';
import { saveEdit } from './edits';

const kept = keptForEachTest();
const council = councilWith({ plan: [change({ id: 'grow' })] });
const database = () => kept.store.$client;
const revisions = (asked: Parameters<typeof listActivity>[2]) =>
	listActivity(kept.store, at(localUser), asked).map(({ revision }) => revision);

/** A council that comes and four edits of it: rows 1 to 5 of the chain. */
function fiveRows() {
	keep(kept, council);
	for (let i = 0; i < 4; i++) {
		const path = [i % 2 === 0 ? 'owner' : 'reason'];
		const was = i < 2 ? '' : `text ${i - 2}`;
		const scenario = i < 2 ? 'plan' : null;
		const answer = saveEdit(
			kept.store,
			at(person(i === 3 ? 'Ben' : 'Ann')),
			edit([{ op: 'set', row: 'changes/plan/grow', path, was, value: `text ${i}` }], {
				scenario,
				reason: `Because ${i}`
			})
		);
		if (answer?.answer !== 'done') throw new Error(JSON.stringify(answer));
	}
}

const withoutTriggers = () =>
	database().exec('DROP TRIGGER activity_is_not_changed; DROP TRIGGER activity_is_not_deleted');

describe('who did something to a scenario last', () => {
	const last = (scenario: string) => lastDeeds(kept.store, at(localUser)).get(scenario)?.name;
	const did = (name: string, ...[operations, fields]: Parameters<typeof edit>) => {
		const answer = saveEdit(kept.store, at(person(name)), edit(operations, fields));
		if (answer?.answer !== 'done') throw new Error(JSON.stringify(answer));
	};

	test('counts adding, renaming and archiving, which the history of the baseline holds', () => {
		keep(kept, council);
		expect(last('plan')).toBeUndefined();
		const row = 'scenarios/wider';
		const data = { id: 'wider', title: 'Wider', description: '', baseline: null, archived: false };
		did('Ann', [{ op: 'insert', row, data }]);
		expect(last('wider')).toBe('Ann');
		expect(last('plan')).toBeUndefined();
		did('Ben', [{ op: 'set', row: 'changes/plan/grow', path: ['owner'], was: '', value: 'Ben' }], {
			scenario: 'plan'
		});
		did('Cat', [{ op: 'set', row, path: ['archived'], was: false, value: true }]);
		expect([last('plan'), last('wider')]).toEqual(['Ben', 'Cat']);
		did('Dan', [{ op: 'set', row: 'scenarios/plan', path: ['title'], was: 'plan', value: 'P' }]);
		expect([last('plan'), last('wider')]).toEqual(['Dan', 'Cat']);
	});
});

describe('what was done', () => {
	test('is listed newest first, by pages, and by history', () => {
		fiveRows();
		expect(revisions({ limit: 3 })).toEqual([5, 4, 3]);
		expect(revisions({ limit: 3, before: 3 })).toEqual([2, 1]);
		expect(revisions({ limit: 9, scenario: 'plan' })).toEqual([3, 2]);
		expect(revisions({ limit: 9, scenario: null })).toEqual([5, 4, 1]);
	});

	test('is shown to nobody who may not read', () => {
		expect(() =>
			listActivity(kept.store, at({ ...localUser, permissions: [] }), { limit: 1 })
		).toThrow(expect.objectContaining({ status: 403 }));
	});

	test.each([
		['changed', `UPDATE activity SET reason = 'Other' WHERE seq = 3`],
		['struck out', 'DELETE FROM activity WHERE seq = 3'],
		['written over', 'INSERT OR REPLACE INTO activity SELECT * FROM activity WHERE seq = 3'],
		[
			'written over through its revision',
			`INSERT OR REPLACE INTO activity SELECT 9, council, revision, at, user, name, scenario, kind, "of", act, operations,
			 inverse, reason, request, part, prev, hash FROM activity WHERE seq = 3`
		]
	])('is not %s', (_, sql) => {
		fiveRows();
		expect(() => database().exec(sql)).toThrow('written down for good');
		expect(verifyChain(database())).toBeNull();
	});

	test('would be written over without recursive_triggers, so the test above is not idle', () => {
		fiveRows();
		database().pragma('recursive_triggers = OFF');
		database().exec('INSERT OR REPLACE INTO activity SELECT * FROM activity WHERE seq = 3');
		expect(database().prepare('SELECT count(*) FROM activity').pluck().get()).toBe(5);
	});
});

describe('the chain', () => {
	test('holds over two councils, and over none', () => {
		expect(verifyChain(database())).toBeNull();
		fiveRows();
		keep(kept, { ...council, council: { ...council.council, id: 'other' } });
		expect(verifyChain(database())).toBeNull();
		expect(database().prepare('SELECT seq FROM activity ORDER BY seq').pluck().all()).toEqual([
			1, 2, 3, 4, 5, 6
		]);
	});

	test.each([
		'council',
		'at',
		'user',
		'name',
		'scenario',
		'kind',
		'act',
		'operations',
		'inverse',
		'reason',
		'request',
		'prev',
		'hash'
	])('shows one byte changed in the column %s at its row', (column) => {
		fiveRows();
		withoutTriggers();
		database().pragma('ignore_check_constraints = ON');
		// The last character but one: inside the brackets of a list.
		const changed = database()
			.prepare(
				`UPDATE activity SET "${column}" = substr("${column}", 1, length("${column}") - 2)
				|| char(1 + unicode(substr("${column}", -2, 1))) || substr("${column}", -1) WHERE seq = 3`
			)
			.run();
		expect(changed.changes).toBe(1);
		expect(verifyChain(database())).toBe(3);
	});

	test.each(['revision = 9', 'part = 1', '"of" = 1', 'scenario = NULL', 'reason = NULL'])(
		'shows a row set to %s',
		(set) => {
			fiveRows();
			withoutTriggers();
			database().pragma('ignore_check_constraints = ON');
			database().exec(`UPDATE activity SET ${set} WHERE seq = 3`);
			expect(verifyChain(database())).toBe(3);
		}
	);

	test.each([
		['the first row', 1, 1],
		['a row in the middle', 3, 3],
		['the last row', 5, 5]
	])('shows that %s was taken out', (_, seq, found) => {
		fiveRows();
		withoutTriggers();
		database().prepare('DELETE FROM activity WHERE seq = ?').run(seq);
		expect(verifyChain(database())).toBe(found);
	});

	test('shows two rows that changed places', () => {
		fiveRows();
		withoutTriggers();
		database().exec(
			'UPDATE activity SET seq = 99 WHERE seq = 3; UPDATE activity SET seq = 3 WHERE seq = 4; UPDATE activity SET seq = 4 WHERE seq = 99'
		);
		expect(verifyChain(database())).toBe(3);
	});
});
