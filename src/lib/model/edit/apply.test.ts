import { describe, expect, test } from 'vitest';
import { change, councilWith, set } from '../../../../tests/support/council';
import { allInPost } from '../../../../tests/support/records';
import { rowOf } from './rows';
import { applyOperations } from './apply';
import type { Outcome } from './outcome';
import type { Json, Operation } from './operation';

const post = allInPost({ id: 'outreach', title: 'Outreach workers', fte: '4' });
const council = councilWith({
	baseline: { posts: [post] },
	plan: [change({ id: 'grow', edits: [set('posts/outreach', 'fte', '6')] })]
});
const ROW = 'records/posts/outreach';

const setting = (field: string, value: string) => set('posts/outreach', field, value) as Json;

const setFte = (was: string | null, value: string | null): Operation => ({
	op: 'set',
	row: ROW,
	path: ['fte'],
	was,
	value
});

function doneTo(outcome: Outcome) {
	if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
	return outcome;
}

describe('one cell', () => {
	test('takes its new value, and blank is blank', () => {
		const { council: blank } = doneTo(applyOperations(council, [setFte('4', null)]));
		expect(rowOf(blank, ROW)).toMatchObject({ fte: null, costPerFte: post.costPerFte });
	});

	test('is refused when it no longer says what the person saw, with what it says now', () => {
		expect(applyOperations(council, [setFte('3', '5')])).toEqual({
			outcome: 'conflict',
			conflicts: [{ row: ROW, path: ['fte'], wanted: '5', found: '4' }]
		});
	});

	test('is kept as the file writes it, and taken back from there', () => {
		const done = doneTo(applyOperations(council, [setFte('4', '5.50')]));
		expect(done.operations).toEqual([setFte('4', '5.5')]);
		expect(doneTo(applyOperations(done.council, done.inverse)).council).toEqual(council);
	});

	test('that cannot hold the value says why, and where', () => {
		expect(applyOperations(council, [setFte('4', '5,5')])).toEqual({
			outcome: 'problem',
			problems: [{ row: ROW, path: ['fte'], message: "'5,5' is not a number; write 5.5" }]
		});
	});

	test('that names a record which is not there is a problem of its row, wherever it stands in the file', () => {
		const { team } = post;
		expect(
			applyOperations(council, [
				{ op: 'set', row: ROW, path: ['team'], was: team, value: 'nowhere' }
			])
		).toEqual({
			outcome: 'problem',
			problems: [
				{
					row: ROW,
					path: ['team'],
					message: "there is no team 'nowhere'; add it or mend the name"
				}
			]
		});
	});
});

describe('several steps', () => {
	test('are all taken or none: the good one before a bad one is not kept', () => {
		const outcome = applyOperations(council, [
			setFte('4', '5'),
			{ op: 'set', row: ROW, path: ['costPerFte'], was: '1', value: '2' }
		]);
		expect(outcome.outcome).toBe('conflict');
		expect(rowOf(council, ROW)).toMatchObject({ fte: '4' });
	});

	test('see what those before them left', () => {
		const done = doneTo(applyOperations(council, [setFte('4', '5'), setFte('5', '7.0')]));
		expect(rowOf(done.council, ROW)).toMatchObject({ fte: '7' });
		expect(doneTo(applyOperations(done.council, done.inverse)).council).toEqual(council);
	});

	test('on two fields of a row do not stand in each other’s way', () => {
		const one = doneTo(applyOperations(council, [setFte('4', '5')]));
		const two = doneTo(
			applyOperations(one.council, [
				{ op: 'set', row: ROW, path: ['title'], was: post.title, value: 'Outreach' }
			])
		);
		expect(rowOf(two.council, ROW)).toMatchObject({ fte: '5', title: 'Outreach' });
	});
});

describe('what a change sets', () => {
	const CHANGE = 'changes/plan/grow';

	test('is found by the field that it sets, and resetting one field leaves the others alone', () => {
		const added = doneTo(
			applyOperations(council, [
				{
					op: 'set',
					row: CHANGE,
					path: ['edits', 'set posts/outreach.costPerFte'],
					value: setting('costPerFte', '50000')
				}
			])
		);
		const reset = doneTo(
			applyOperations(added.council, [
				{
					op: 'set',
					row: CHANGE,
					path: ['edits', 'set posts/outreach.fte'],
					was: setting('fte', '6')
				}
			])
		);
		expect(rowOf(reset.council, CHANGE)).toMatchObject({
			edits: [setting('costPerFte', '50000')]
		});
		expect(doneTo(applyOperations(reset.council, reset.inverse)).council).toEqual(added.council);
	});

	test('must go by its own name', () => {
		expect(
			applyOperations(council, [
				{
					op: 'set',
					row: CHANGE,
					path: ['edits', 'set posts/outreach.heads'],
					value: setting('costPerFte', '50000')
				}
			])
		).toMatchObject({ outcome: 'problem', problems: [{ row: CHANGE }] });
	});
});

describe('rows', () => {
	test('that others name cannot be taken out, and the message says who names them', () => {
		const outcome = applyOperations(council, [
			{ op: 'remove', row: ROW, was: rowOf(council, ROW) ?? null }
		]);
		expect(outcome).toMatchObject({
			outcome: 'problem',
			problems: [{ row: 'changes/plan/grow', path: ['edits', 'set posts/outreach.fte', 'record'] }]
		});
	});

	test('that are added twice meet what is there', () => {
		const data = rowOf(council, ROW) ?? null;
		expect(applyOperations(council, [{ op: 'insert', row: ROW, data }]).outcome).toBe('conflict');
	});

	test('keep their id', () => {
		expect(
			applyOperations(council, [
				{ op: 'set', row: ROW, path: ['id'], was: 'outreach', value: 'other' }
			])
		).toMatchObject({ outcome: 'problem', problems: [{ row: ROW, path: ['id'] }] });
	});

	test('a scenario with changes is not taken out, for they would be lost', () => {
		expect(
			applyOperations(council, [
				{ op: 'remove', row: 'scenarios/plan', was: rowOf(council, 'scenarios/plan') ?? null }
			])
		).toMatchObject({ outcome: 'problem', problems: [{ row: 'scenarios/plan' }] });
	});

	test('that are moved past the end come to the end, and go back from there', () => {
		const row = 'records/areas/north';
		const done = doneTo(applyOperations(council, [{ op: 'move', row, was: 0, position: 9 }]));
		expect(done.council.baseline.areas.map(({ id }) => id)).toEqual(['south', 'north']);
		expect(doneTo(applyOperations(done.council, done.inverse)).council).toEqual(council);
	});

	test('the council’s own details are not taken out', () => {
		const was = rowOf(council, 'council') ?? null;
		expect(applyOperations(council, [{ op: 'remove', row: 'council', was }])).toMatchObject({
			outcome: 'problem',
			problems: [{ row: 'council' }]
		});
	});

	test('more than a file may hold are refused, for the council could not be read again', () => {
		const pack = (i: number): Operation => ({
			op: 'insert',
			row: `packs/p${i}`,
			data: { id: `p${i}`, title: 'Pack', description: '', on: false, values: [] }
		});
		const packs = Array.from({ length: 51 }, (_, i) => pack(i));
		expect(applyOperations(council, packs.slice(1)).outcome).toBe('done');
		expect(applyOperations(council, packs)).toMatchObject({
			outcome: 'problem',
			problems: [{ message: 'packs would have 51 entries; 50 is the most' }]
		});
	});

	test('the last scenario stays', () => {
		const bare = councilWith();
		const removals = bare.scenarios.map(({ id }): Operation => {
			const row = `scenarios/${id}`;
			return { op: 'remove', row, was: rowOf(bare, row) ?? null };
		});
		expect(applyOperations(bare, removals.slice(1)).outcome).toBe('done');
		expect(applyOperations(bare, removals).outcome).toBe('problem');
	});

	test('a scenario goes with its changes and comes back with them', () => {
		const without = doneTo(
			applyOperations(council, [
				{
					op: 'remove',
					row: 'changes/plan/grow',
					was: rowOf(council, 'changes/plan/grow') ?? null
				},
				{ op: 'remove', row: 'scenarios/plan', was: rowOf(council, 'scenarios/plan') ?? null }
			])
		);
		expect(without.council.scenarios.map(({ id }) => id)).not.toContain('plan');
		expect(doneTo(applyOperations(without.council, without.inverse)).council).toEqual(council);
	});
});
