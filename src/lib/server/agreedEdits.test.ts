import { expect, test } from 'vitest';
import { change, councilWith, set } from '../../../tests/support/council';
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
import { agreeingSteps, applyOperations, rowOf, type Operation } from '../model';
import { saveEdit } from './edits';
import { takeBack } from './undo';

const kept = keptForEachTest();
const [ann, ben] = [person('Ann'), person('Ben')];

const start = councilWith({
	baseline: { posts: [allInPost({ id: 'outreach', title: 'Outreach workers', fte: '4' })] },
	plan: [change({ id: 'grow', edits: [set('posts/outreach', 'fte', '6')] })]
});
const agreeing = agreeingSteps(start, { title: 'Budget', by: 'The cabinet', on: '2026-11-22' });
const council = (() => {
	const outcome = applyOperations(start, agreeing);
	if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
	return outcome.council;
})();

const setFte = (was: string, value: string): Operation => ({
	op: 'set',
	row: 'records/posts/outreach',
	path: ['fte'],
	was,
	value
});
const fteNow = () => rowOf(readAfresh(kept).council, 'records/posts/outreach');
const refused = { answer: 'refused', why: 'agreed' };

test('an agreed baseline is not edited by who does not say that a newer one starts', () => {
	keep(kept, council);
	const others: readonly (readonly Operation[])[] = [
		[setFte('4', '5')],
		[{ op: 'set', row: 'council', path: ['name'], was: 'Testshire', value: 'T' }, setFte('4', '5')],
		[{ op: 'remove', row: 'records/posts/outreach', was: fteNow() }]
	];
	for (const operations of others)
		for (const fields of [{}, { newerThan: 'another' }])
			expect(saveEdit(kept.store, at(ann), edit(operations, fields))).toEqual(refused);
	expect(readAfresh(kept)).toEqual({ revision: 1, council });
});

test('who says which agreed baseline theirs is newer than edits it; from then on it is open to all', () => {
	keep(kept, council);
	const first = edit([setFte('4', '5')], { newerThan: 'budget' });
	expect(saveEdit(kept.store, at(ann), first)?.answer).toBe('done');
	const second = edit([setFte('5', '6')], { seen: 2 });
	expect(saveEdit(kept.store, at(ben), second)?.answer).toBe('done');
	expect(fteNow()).toMatchObject({ fte: '6' });
	// The baseline that was agreed is what it was.
	expect(readAfresh(kept).council.agreed).toEqual(council.agreed);
});

test('scenarios and settings are edited whatever is agreed, and so is a value by itself', () => {
	keep(kept, council);
	const owner: Operation = {
		op: 'set',
		row: 'changes/plan/grow',
		path: ['owner'],
		was: '',
		value: 'Ann'
	};
	expect(saveEdit(kept.store, at(ann), edit([owner], { scenario: 'plan' }))?.answer).toBe('done');
	const name: Operation = {
		op: 'set',
		row: 'council',
		path: ['name'],
		was: 'Testshire',
		value: 'T'
	};
	expect(saveEdit(kept.store, at(ann), edit([name], { seen: 2 }))?.answer).toBe('done');
	expect(saveEdit(kept.store, at(ann), edit([setFte('4', '4.0')], { seen: 3 }))?.answer).toBe(
		'done'
	);
});

test('taking back the agreement opens the baseline again', () => {
	keep(kept, start);
	const agree = edit([...agreeing], { act: 'agreed' });
	expect(saveEdit(kept.store, at(ann), agree)?.answer).toBe('done');
	const asked = edit([setFte('4', '5')], { seen: 2 });
	expect(saveEdit(kept.store, at(ann), asked)).toEqual(refused);
	expect(takeBack(kept.store, at(ann), undo(2, { seen: 2 }))?.answer).toBe('done');
	const again = edit([setFte('4', '5')], { seen: 3 });
	expect(saveEdit(kept.store, at(ann), again)?.answer).toBe('done');
});
