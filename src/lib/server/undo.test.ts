import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UndoRequest } from '../exchange/editing';
import { change, councilWith } from '../../../tests/support/council';
import {
	at,
	edit,
	keep,
	keptForEachTest,
	person,
	readAfresh,
	undo
} from '../../../tests/support/kept';
import { allInPost } from '../../../tests/support/records';
import { rowOf, type Json, type Operation } from '../model';
import { localUser, type User } from './access/policy';
import { openStore } from './db/open';
import { saveEdit, type EditResult } from './edits';
import { listHistory } from './history';
import { takeBack } from './undo';

const kept = keptForEachTest();
const [ann, ben] = [person('Ann'), person('Ben')];
const ROW = 'records/posts/outreach';
const GROW = 'changes/plan/grow';

const council = councilWith({
	baseline: { posts: [allInPost({ id: 'outreach', title: 'Outreach workers', fte: '4' })] },
	plan: [change({ id: 'grow' })]
});

const setFte = (was: string, value: string): Operation => ({
	op: 'set',
	row: ROW,
	path: ['fte'],
	was,
	value
});
const setOwner = (was: string, value: string): Operation => ({
	op: 'set',
	row: GROW,
	path: ['owner'],
	was,
	value
});

const inPlan = { scenario: 'plan' };
const save = (user: User, step: Operation, fields = {}) =>
	saveEdit(kept.store, at(user), edit([step], fields));
const take = (user: User, to: number, fields: Partial<UndoRequest> = {}) =>
	takeBack(kept.store, at(user), undo(to, fields));
const redo = { direction: 'redo' as const };
const fteNow = () => (rowOf(readAfresh(kept).council, ROW) as { readonly fte: Json }).fte;
const made = (result: EditResult | null) =>
	result?.answer === 'done' ? result.edits.map(({ kind, of }) => [kind, of]) : result;
const standings = (scenario: string | null = null) =>
	listHistory(kept.store, at(localUser), scenario, 50).map(({ edit: past, standing }) => [
		past.revision,
		past.by.name,
		standing
	]);

function threeEdits() {
	keep(kept, council);
	save(ann, setFte('4', '5'));
	save(ann, setFte('5', '6'));
	save(ann, setFte('6', '7'));
}

describe('taking back', () => {
	test('the newest edit gives the value before it, as an edit of its own that names what it took back', () => {
		threeEdits();
		expect(take(ann, 4)).toMatchObject({
			answer: 'done',
			edits: [{ revision: 5, kind: 'undo', of: 4, act: 'typed', operations: [setFte('7', '6')] }]
		});
		expect(fteNow()).toBe('6');
		expect(standings()).toEqual([
			[4, 'Ann', 'undone'],
			[3, 'Ann', 'done'],
			[2, 'Ann', 'done']
		]);
	});

	test('down to an edit takes back those after it too, newest first, one row of the activity each', () => {
		threeEdits();
		expect(made(take(ann, 3))).toEqual([
			['undo', 4],
			['undo', 3]
		]);
		expect([fteNow(), readAfresh(kept).revision]).toEqual(['5', 6]);
	});

	test('and doing again gives what was there, in any number of turns', () => {
		threeEdits();
		take(ann, 2);
		expect(fteNow()).toBe('4');
		expect(made(take(ann, 3, redo))).toEqual([
			['redo', 2],
			['redo', 3]
		]);
		expect(fteNow()).toBe('6');
		expect(made(take(ann, 4, redo))).toEqual([['redo', 4]]);
		expect(made(take(ann, 3))).toEqual([
			['undo', 4],
			['undo', 3]
		]);
		expect(fteNow()).toBe('5');
	});

	test('survives a restart of the server', () => {
		threeEdits();
		take(ann, 4);
		kept.store.$client.close();
		const again = openStore(kept.folder);
		expect(made(takeBack(again, at(ann), undo(4, redo)))).toEqual([['redo', 4]]);
		expect(made(takeBack(again, at(ann), undo(2)))).toHaveLength(3);
		again.$client.close();
		expect(fteNow()).toBe('4');
	});

	test('what was taken back cannot be done again once something else was done, and the history says so', () => {
		threeEdits();
		take(ann, 3);
		save(ann, setFte('5', '9'));
		expect(take(ann, 3, redo)).toEqual({ answer: 'refused', why: 'notInHistory' });
		expect(standings()).toEqual([
			[7, 'Ann', 'done'],
			[4, 'Ann', 'dropped'],
			[3, 'Ann', 'dropped'],
			[2, 'Ann', 'done']
		]);
		take(ann, 2);
		expect(fteNow()).toBe('4');
	});

	test.each([
		['an edit that was taken back already', 4, {}],
		['an edit that is done, again', 3, redo],
		['what took it back', 5, {}],
		['an edit of another history', 3, inPlan],
		['the coming of the council', 1, {}],
		['what never was', 99, {}]
	])('%s is refused', (_, to, fields) => {
		threeEdits();
		take(ann, 4);
		expect(take(ann, to, fields)).toEqual({ answer: 'refused', why: 'notInHistory' });
		expect(fteNow()).toBe('6');
	});

	test('goes 200 edits back at once and no further, for everybody else waits meanwhile', () => {
		keep(kept, council);
		for (let i = 0; i < 201; i++) save(ann, setFte(`${i + 4}`, `${i + 5}`), { seen: i + 1 });
		const seen = { seen: 202 };
		expect(take(ann, 2, seen)).toEqual({ answer: 'refused', why: 'tooFar' });
		expect(made(take(ann, 3, seen))).toHaveLength(200);
		expect(fteNow()).toBe('5');
	}, 30_000);

	test('asked for twice under one name is done once', () => {
		threeEdits();
		const asked = undo(3);
		const first = takeBack(kept.store, at(ann), asked);
		expect(takeBack(kept.store, at(ann), asked)).toEqual(first);
		expect(readAfresh(kept).revision).toBe(6);
	});
});

describe('the histories of the baseline and of each scenario', () => {
	test('are apart: taking back in one leaves what was done in another', () => {
		threeEdits();
		save(ann, setOwner('', 'Ann'), inPlan);
		save(ann, setFte('7', '8'));
		expect(made(take(ann, 5, inPlan))).toEqual([['undo', 5]]);
		expect(fteNow()).toBe('8');
		expect(rowOf(readAfresh(kept).council, GROW)).toMatchObject({ owner: '' });
		expect(standings('plan')).toEqual([[5, 'Ann', 'undone']]);
		expect(standings().map(([revision]) => revision)).toEqual([6, 4, 3, 2]);
	});

	test('meet where the baseline’s wrote a scenario: then the value that is there now is shown, and whose it is', () => {
		keep(kept, council);
		save(ann, setOwner('', 'Ann'), inPlan);
		save(ben, setOwner('Ann', 'Ben'));
		expect(take(ann, 2, inPlan)).toMatchObject({
			answer: 'clash',
			clashes: [{ row: GROW, path: ['owner'], wanted: '', found: 'Ben', by: 'Ben' }]
		});
		expect(rowOf(readAfresh(kept).council, GROW)).toMatchObject({ owner: 'Ben' });
	});

	test('that meet half way down leave all of it undone', () => {
		keep(kept, council);
		save(ann, setOwner('', 'Ann'), inPlan);
		save(ann, { op: 'set', row: GROW, path: ['reason'], was: '', value: 'Why' }, inPlan);
		save(ben, setOwner('Ann', 'Ben'));
		const before = readAfresh(kept);
		expect(take(ann, 2, inPlan)?.answer).toBe('clash');
		expect(readAfresh(kept)).toEqual(before);
	});

	test('that would leave something wrong say what: a record that a change has come to name stays', () => {
		keep(kept, council);
		save(ann, { op: 'insert', row: 'records/posts/new', data: allInPost({ id: 'new' }) as Json });
		save(
			ben,
			{
				op: 'set',
				row: GROW,
				path: ['edits', 'set posts/new.fte'],
				value: { edit: 'set', record: 'posts/new', field: 'fte', value: '1' }
			},
			inPlan
		);
		expect(take(ann, 2)).toMatchObject({ answer: 'problem', problems: [{ row: GROW }] });
	});
});

describe('an edit of somebody else', () => {
	test('is not taken back unasked: nothing is done, and those edits are named', () => {
		keep(kept, council);
		save(ann, setFte('4', '5'));
		save(ben, setFte('5', '6'));
		save(ann, setFte('6', '7'));
		expect(take(ann, 2)).toMatchObject({
			answer: 'others',
			edits: [{ revision: 3, by: { name: 'Ben' }, kind: 'edit' }]
		});
		expect(fteNow()).toBe('7');
		expect(made(take(ann, 4))).toEqual([['undo', 4]]);
		expect(made(take(ann, 2, { others: true }))).toEqual([
			['undo', 3],
			['undo', 2]
		]);
		expect(fteNow()).toBe('4');
	});

	test('stays theirs when I do it again after I took it back', () => {
		keep(kept, council);
		save(ben, setFte('4', '5'));
		take(ann, 2, { others: true });
		expect(made(take(ann, 2, redo))).toEqual([['redo', 2]]);
		expect(take(ann, 2)?.answer).toBe('others');
	});

	test('that they took back themselves is not done again unasked', () => {
		keep(kept, council);
		save(ben, setFte('4', '5'));
		take(ben, 2);
		expect(take(ann, 2, redo)).toMatchObject({ answer: 'others', edits: [{ revision: 2 }] });
		expect(made(take(ann, 2, { ...redo, others: true }))).toEqual([['redo', 2]]);
	});
});

test('whatever is done, taken back and done again, the value is the one that a plain list of values gives', () => {
	const move = fc.oneof(
		fc.integer({ min: 10, max: 99 }).map((value) => ({ sort: 'set' as const, value })),
		fc.record({
			sort: fc.constantFrom('undo' as const, 'redo' as const),
			depth: fc.integer({ min: 0, max: 3 })
		})
	);
	let round = 0;
	fc.assert(
		fc.property(fc.array(move, { minLength: 1, maxLength: 14 }), (moves) => {
			const id = `council-${(round += 1)}`;
			keep(kept, { ...council, council: { ...council.council, id } });
			const where = at(ann, id);
			// The values in the order of their edits, and how many of them are done.
			let [values, revisions, done] = [['4'], [0], 0];
			const seen = () => readAfresh(kept, where).revision;
			for (const one of moves) {
				if (one.sort === 'set') {
					const value = String(one.value);
					const step = setFte(values[done] ?? '', value);
					saveEdit(kept.store, where, edit([step], { seen: seen() }));
					values = [...values.slice(0, done + 1), value];
					revisions = [...revisions.slice(0, done + 1), seen()];
					done += 1;
				} else {
					const target = one.sort === 'undo' ? done - one.depth : done + 1 + one.depth;
					const to = target > 0 ? (revisions[target] ?? 0) : 0;
					const result = takeBack(
						kept.store,
						where,
						undo(to, { seen: seen(), direction: one.sort })
					);
					expect(result?.answer).toBe(to === 0 ? 'refused' : 'done');
					if (to > 0) done = one.sort === 'undo' ? target - 1 : target;
				}
				expect(rowOf(readAfresh(kept, where).council, ROW)).toMatchObject({ fte: values[done] });
			}
		}),
		{ numRuns: 25 }
	);
}, 60_000);
