import { describe, expect, test } from 'vitest';
import { change, councilWith, set } from '../../../tests/support/council';
import { at, edit, keep, keptForEachTest, person, readAfresh } from '../../../tests/support/kept';
import { allInPost } from '../../../tests/support/records';
import { rowOf, type Json, type Operation } from '../model';
import { localUser, type User } from './access/policy';
import { loadState } from './councils';
import { editsSince, saveEdit } from './edits';

const kept = keptForEachTest();
const [ann, ben] = [person('Ann'), person('Ben')];

const council = councilWith({
	baseline: {
		posts: [
			allInPost({ id: 'outreach', title: 'Outreach workers', fte: '4' }),
			allInPost({ id: 'contact', title: 'Contact workers', fte: '6' })
		]
	},
	plan: [change({ id: 'grow', edits: [set('posts/outreach', 'fte', '6')] })]
});
const OUTREACH = 'records/posts/outreach';
const CONTACT = 'records/posts/contact';

const setField = (row: string, field: string, was: Json, value: Json): Operation => ({
	op: 'set',
	row,
	path: [field],
	was,
	value
});
const setFte = (was: string, value: string, row = OUTREACH) => setField(row, 'fte', was, value);
const setTitle = (was: string, value: string) => setField(OUTREACH, 'title', was, value);

const save = (user: User, asked: ReturnType<typeof edit>) => saveEdit(kept.store, at(user), asked);
const fteNow = () => (rowOf(readAfresh(kept).council, OUTREACH) as { readonly fte: Json }).fte;
const rowsOf = (sql: string) => kept.store.$client.prepare(sql).raw().all();

describe('an edit', () => {
	test('is kept, is the next revision, and is answered with who made it and when', () => {
		keep(kept, council);
		const before = new Date().toISOString();
		const answer = save(ann, edit([setFte('4', '5.50')], { reason: 'Two more days' }));
		expect(answer).toEqual({
			answer: 'done',
			edits: [
				{
					revision: 2,
					at: expect.any(String) as string,
					by: { id: ann.id, name: 'Ann' },
					scenario: null,
					kind: 'edit',
					of: null,
					act: 'typed',
					operations: [setFte('4', '5.5')],
					reason: 'Two more days'
				}
			],
			missed: []
		});
		const at = answer?.answer === 'done' ? (answer.edits[0]?.at ?? '') : '';
		expect(at >= before && at <= new Date().toISOString()).toBe(true);
		expect(readAfresh(kept).revision).toBe(2);
		expect(fteNow()).toBe('5.5');
	});

	test('writes the rows that it touches and no others', () => {
		keep(kept, council);
		save(ann, edit([setFte('4', '5')]));
		save(
			ann,
			edit([setField('changes/plan/grow', 'owner', '', 'Ann')], { seen: 2, scenario: 'plan' })
		);
		const touched = ['record', 'scenario', 'change'].flatMap((table) =>
			rowsOf(`SELECT id, revision FROM "${table}" WHERE revision > 1`)
		);
		expect(touched).toEqual([
			['outreach', 2],
			['grow', 3]
		]);
	});

	test('that adds, moves and takes out rows leaves them in the order that the person sees', () => {
		keep(kept, council);
		const data = allInPost({ id: 'new', title: 'New' }) as Json;
		save(
			ann,
			edit([
				{ op: 'insert', row: 'records/posts/new', position: 0, data },
				{ op: 'move', row: CONTACT, was: 2, position: 0 },
				{
					op: 'remove',
					row: 'records/rules/no-ni',
					was: rowOf(council, 'records/rules/no-ni') ?? null
				}
			])
		);
		const { baseline } = readAfresh(kept).council;
		expect(baseline.posts.map(({ id }) => id)).toEqual(['contact', 'new', 'outreach']);
		expect(baseline.rules.map(({ id }) => id)).toEqual(['ni']);
		expect(rowsOf(`SELECT position FROM record WHERE kind = 'posts' ORDER BY 1`)).toEqual([
			[0],
			[1],
			[2]
		]);
	});

	test('that brings a scenario with its changes, and one that takes them out, are whole', () => {
		keep(kept, council);
		const copy: Json = {
			id: 'copy',
			title: 'Copy',
			description: '',
			baseline: null,
			archived: false
		};
		const grow = rowOf(council, 'changes/plan/grow') ?? null;
		const row = 'changes/copy/grow';
		const act = 'copied' as const;
		const made = save(
			ann,
			edit(
				[
					{ op: 'insert', row: 'scenarios/copy', data: copy },
					{ op: 'insert', row, data: grow }
				],
				{ act }
			)
		);
		expect(made?.answer).toBe('done');
		expect(readAfresh(kept).council.scenarios.map(({ id }) => id)).toEqual([
			'nothing',
			'plan',
			'other',
			'copy'
		]);
		const gone = save(
			ann,
			edit(
				[
					{ op: 'remove', row, was: grow },
					{ op: 'remove', row: 'scenarios/copy', was: copy }
				],
				{ seen: 2 }
			)
		);
		expect(gone?.answer).toBe('done');
		expect(readAfresh(kept).council).toEqual(council);
	});

	test('of the council’s own details is kept', () => {
		keep(kept, council);
		save(ann, edit([setField('council', 'name', 'Testshire', 'Renamed')]));
		expect(readAfresh(kept).council.council.name).toBe('Renamed');
	});

	test('that leaves something wrong is refused with the row and the field, and nothing is written', () => {
		keep(kept, council);
		expect(save(ann, edit([setFte('4', '5'), setFte('6', 'six', CONTACT)]))).toMatchObject({
			answer: 'problem',
			problems: [{ row: CONTACT, path: ['fte'] }]
		});
		expect(readAfresh(kept)).toEqual({ revision: 1, council });
		expect(rowsOf(`SELECT * FROM activity WHERE kind = 'edit'`)).toEqual([]);
	});

	test('that fails while it is written leaves nothing of it, in the database or in memory', () => {
		keep(kept, council);
		const before = loadState(kept.store, at(ann));
		kept.store.$client.exec(
			`CREATE TEMP TRIGGER fails BEFORE INSERT ON activity BEGIN SELECT RAISE(ABORT, 'pulled out'); END`
		);
		expect(() => save(ann, edit([setFte('4', '5')]))).toThrow('pulled out');
		expect(readAfresh(kept)).toEqual({ revision: 1, council });
		expect(loadState(kept.store, at(ann))).toBe(before);
		kept.store.$client.exec('DROP TRIGGER fails');
		expect(save(ann, edit([setFte('4', '5')]))?.answer).toBe('done');
	});

	test('of an unknown council is nobody’s', () => {
		expect(saveEdit(kept.store, at(ann, 'atlantis'), edit([setFte('4', '5')]))).toBeNull();
	});

	test('needs a name and the permission to write', () => {
		keep(kept, council);
		expect(() => save(localUser, edit([setFte('4', '5')]))).toThrow(
			expect.objectContaining({ status: 428 })
		);
		expect(() => save({ ...ann, permissions: ['read'] }, edit([setFte('4', '5')]))).toThrow(
			expect.objectContaining({ status: 403 })
		);
		expect(readAfresh(kept)).toEqual({ revision: 1, council });
	});
});

describe('two people', () => {
	test('who edit two cells of one row both keep theirs, and the second is told of the first', () => {
		keep(kept, council);
		save(ann, edit([setFte('4', '5')]));
		expect(save(ben, edit([setTitle('Outreach workers', 'Outreach')]))).toMatchObject({
			answer: 'done',
			edits: [{ revision: 3, by: { name: 'Ben' } }],
			missed: [{ revision: 2, by: { name: 'Ann' }, operations: [setFte('4', '5')] }]
		});
		expect(rowOf(readAfresh(kept).council, OUTREACH)).toMatchObject({
			fte: '5',
			title: 'Outreach'
		});
	});

	test('who edit one cell: the second is refused whole, with the value of the first, their name and the time', () => {
		keep(kept, council);
		const first = save(ann, edit([setFte('4', '5')]));
		const at = first?.answer === 'done' ? first.edits[0]?.at : undefined;
		const second = save(ben, edit([setTitle('Outreach workers', 'Outreach'), setFte('4', '7')]));
		expect(second).toMatchObject({
			answer: 'clash',
			clashes: [{ row: OUTREACH, path: ['fte'], wanted: '7', found: '5', by: 'Ann', at }],
			missed: [{ revision: 2 }]
		});
		expect(rowOf(readAfresh(kept).council, OUTREACH)).toMatchObject({
			fte: '5',
			title: 'Outreach workers'
		});
	});

	test.each<readonly [string, Operation, Operation, string | null]>([
		[
			'a row that somebody took out',
			{ op: 'remove', row: CONTACT, was: rowOf(council, CONTACT) ?? null },
			setFte('6', '7', CONTACT),
			'Ann'
		],
		[
			'a row to be taken out in which somebody set a field',
			setFte('6', '7', CONTACT),
			{ op: 'remove', row: CONTACT, was: rowOf(council, CONTACT) ?? null },
			'Ann'
		],
		[
			'a row to be moved above which somebody put another',
			{ op: 'move', row: CONTACT, was: 1, position: 0 },
			{ op: 'move', row: OUTREACH, was: 0, position: 1 },
			'Ann'
		],
		[
			'an entry of a list in a row that somebody reset',
			{
				op: 'set',
				row: 'changes/plan/grow',
				path: ['edits'],
				was: [set('posts/outreach', 'fte', '6') as Json],
				value: []
			},
			{
				op: 'set',
				row: 'changes/plan/grow',
				path: ['edits', 'set posts/outreach.fte', 'value'],
				was: '6',
				value: '7'
			},
			'Ann'
		],
		['a value that never was', setTitle('Outreach workers', 'Other'), setFte('40', '5'), null]
	])('meet: %s', (_, first, second, by) => {
		keep(kept, council);
		expect(save(ann, edit([first]))?.answer).toBe('done');
		// An edit of another row in between, so that the newest is not taken for granted.
		save(person('Cem'), edit([setField('records/areas/north', 'title', 'North', 'Far north')]));
		expect(save(ben, edit([second]))).toMatchObject({ answer: 'clash', clashes: [{ by }] });
	});

	test('a row that two add under one id stands as the first had it', () => {
		keep(kept, council);
		const add = (title: string): Operation => ({
			op: 'insert',
			row: 'records/areas/west',
			data: { id: 'west', title }
		});
		save(ann, edit([add('West')]));
		expect(save(ben, edit([add('The west')]))).toMatchObject({
			answer: 'clash',
			clashes: [{ path: [], found: { title: 'West' }, by: 'Ann' }]
		});
	});
});

describe('a browser', () => {
	test('that sends an edit twice gets the first answer twice, and the edit is made once', () => {
		keep(kept, council);
		const asked = edit([setFte('4', '5')]);
		const first = save(ann, asked);
		save(ben, edit([setFte('5', '6')]));
		const second = save(ann, asked);
		expect(first).toMatchObject({ answer: 'done', missed: [] });
		expect(second).toMatchObject({
			answer: 'done',
			missed: [{ revision: 3, by: { name: 'Ben' } }]
		});
		expect(second).toMatchObject({ edits: first?.answer === 'done' ? first.edits : [] });
		expect([readAfresh(kept).revision, fteNow()]).toEqual([3, '6']);
	});

	test('may send a refused edit again under its name once the cell says what it saw', () => {
		keep(kept, council);
		const asked = edit([setFte('5', '7')]);
		expect(save(ann, asked)?.answer).toBe('clash');
		save(ben, edit([setFte('4', '5')]));
		expect(save(ann, asked)?.answer).toBe('done');
		expect(fteNow()).toBe('7');
	});

	test('that has seen more than there is, because a backup was restored, has to start anew', () => {
		keep(kept, council);
		expect(save(ann, edit([setFte('4', '5')], { seen: 2 }))).toEqual({
			answer: 'refused',
			why: 'restored'
		});
		expect(editsSince(kept.store, at(ann), 2)).toBe('restored');
		expect(readAfresh(kept).revision).toBe(1);
	});

	test('is told of 500 edits that it missed, and has to start anew when there are more', () => {
		keep(kept, council);
		for (let i = 0; i < 500; i++)
			save(ann, edit([setFte(`${i + 4}`, `${i + 5}`)], { seen: i + 1 }));
		const asked = edit([setTitle('Outreach workers', 'Outreach')]);
		const answer = save(ben, asked);
		expect(answer?.answer === 'done' && answer.missed.length).toBe(500);
		expect(editsSince(kept.store, at(ben), 2)).toHaveLength(500);

		expect(editsSince(kept.store, at(ben), 1)).toBe('behind');
		expect(save(ben, edit([setTitle('Outreach', 'Late')]))).toEqual({
			answer: 'refused',
			why: 'behind'
		});
		expect(save(ben, asked)).toMatchObject({ answer: 'refused', why: 'savedButBehind' });
		expect(rowOf(readAfresh(kept).council, OUTREACH)).toMatchObject({ title: 'Outreach' });
	}, 30_000);

	test('is not sent long imports one after the other: it starts anew', () => {
		keep(kept, council);
		const text = (i: number) => (i % 2 === 0 ? 'a' : 'b').repeat(4000);
		const longEdit = (first: string) =>
			edit(
				Array.from({ length: 600 }, (_, i) =>
					setField('council', 'description', i === 0 ? first : text(i), text(i + 1))
				)
			);
		expect(save(ann, longEdit(''))?.answer).toBe('done');
		expect(editsSince(kept.store, at(ben), 1)).toHaveLength(1);
		expect(save(ann, longEdit(text(600)))?.answer).toBe('done');
		expect(editsSince(kept.store, at(ben), 1)).toBe('behind');
		expect(editsSince(kept.store, at(ben), 2)).toHaveLength(1);
	});
});

describe('the history of a scenario', () => {
	const inPlan = { scenario: 'plan' };
	const owner = setField('changes/plan/grow', 'owner', '', 'Ann');

	test.each<readonly [string, Operation]>([
		['its changes', owner],
		['its own title', setField('scenarios/plan', 'title', 'plan', 'Plan')]
	])('takes edits of %s', (_, step) => {
		keep(kept, council);
		expect(save(ann, edit([step], inPlan))?.answer).toBe('done');
	});

	test.each<readonly [string, Operation]>([
		['the baseline', setFte('4', '5')],
		['the council', setField('council', 'name', 'Testshire', 'Other')],
		['another scenario', setField('scenarios/other', 'title', 'other', 'Other')],
		['a scenario whose name begins alike', setField('scenarios/plan-b', 'title', 'other', 'Other')],
		['a scenario as a whole', { op: 'remove', row: 'scenarios/plan', was: null }]
	])('does not take edits of %s', (_, step) => {
		keep(kept, council);
		expect(save(ann, edit([owner, step], inPlan))).toEqual({ answer: 'refused', why: 'stream' });
		expect(readAfresh(kept)).toEqual({ revision: 1, council });
	});
});
