import { describe, expect, test, vi } from 'vitest';
import { councilWith } from '../../../tests/support/council';
import { allInPost } from '../../../tests/support/records';
import type { EditAnswer, EditRequest, UndoRequest } from '$lib/exchange/editing';
import { fileOf } from '$lib/exchange/councilFile';
import type { Council, Json, Operation } from '$lib/model';
import { Unreachable, type Posted, type Server } from './post';
import { Workbench } from './workbench.svelte';

const drafts: (readonly Operation[])[] = [];
// The engine in a worker is a browser's; what it is asked is all that matters here.
vi.mock('$lib/runner/runner', () => ({
	openRunner: () => ({
		apply: () => undefined,
		want: ({ draft }: { draft: readonly Operation[] }) => drafts.push(draft),
		close: () => undefined
	})
}));

const councilOf = (fte: string, heads = '2'): Council =>
	councilWith({
		baseline: {
			posts: [allInPost({ id: 'outreach', title: 'Outreach workers', fte, heads })]
		}
	});
const ROW = 'records/posts/outreach';
const set = (field: string, was: Json, value: Json): Operation => ({
	op: 'set',
	row: ROW,
	path: [field],
	was,
	value
});

const answered = (answer: EditAnswer): Posted => ({ reached: true, answer });
const doneAt = (revision: number, operations: readonly Operation[]): Posted =>
	answered({
		answer: 'done',
		missed: [],
		edits: [
			{
				revision,
				at: '2026-11-03T12:00:00.000Z',
				by: { id: 'ann', name: 'Ann' },
				scenario: null,
				kind: 'edit',
				of: null,
				act: 'typed',
				operations: [...operations],
				reason: null
			}
		]
	});

/** A bench on a server that answers each request in turn; what it is then asked for the state says `now`. */
function benchOn(
	posts: readonly ((wish: EditRequest | UndoRequest) => Posted | Promise<Posted>)[],
	now: Council
) {
	const asked: (EditRequest | UndoRequest)[] = [];
	let away = 0;
	const post = async (wish: EditRequest | UndoRequest): Promise<Posted> => {
		const next = posts[asked.length];
		asked.push(wish);
		if (next === undefined) throw new Error('Nothing more was expected.');
		return next(wish);
	};
	const server: Server = {
		edit: post,
		undo: post,
		giveName: () => Promise.resolve(null),
		editsAfter: () => Promise.resolve([]),
		state: () =>
			away-- > 0
				? Promise.reject(new Unreachable('away'))
				: Promise.resolve({ revision: 7, file: fileOf(now) })
	};
	const bench = new Workbench({
		server,
		file: fileOf(councilOf('4')),
		revision: 1,
		scenario: null,
		packs: true,
		past: []
	});
	return { bench, asked, goAway: (times: number) => (away = times) };
}

const clash = (field: string, wanted: Json, found: Json): Posted =>
	answered({
		answer: 'clash',
		missed: [],
		clashes: [{ row: ROW, path: [field], wanted, found, by: 'Ben', at: '2026-11-03T12:00:00.000Z' }]
	});
const saved = (bench: Workbench) => vi.waitFor(() => expect(bench.saving).toBe('saved'));

describe('what could not be kept is told', () => {
	test('an undo that would overwrite a later value says what is there now', async () => {
		const { bench } = benchOn([() => clash('fte', '4', '9')], councilOf('9'));
		bench.undo(1);
		await saved(bench);
		expect(bench.problems).toEqual([]);
		expect(bench.notices).toMatchObject([
			{ tell: 'stuck', direction: 'undo', clashes: [{ path: ['fte'], found: '9', by: 'Ben' }] }
		]);
	});

	test('an edit that no longer fits after others’ edits came in keeps its text in sight', async () => {
		let answerFirst: (posted: Posted) => void = () => undefined;
		const first = new Promise<Posted>((answer) => (answerFirst = answer));
		const { bench, asked } = benchOn([() => first], councilOf('9', '3'));
		bench.commit('typed', [set('fte', '4', '5')]);
		bench.commit('typed', [set('heads', '2', '6')]);
		answerFirst(clash('fte', '5', '9'));
		await vi.waitFor(() => expect(bench.question?.ask).toBe('clash'));
		expect(bench.notices).toMatchObject([
			{ tell: 'lost', edit: { operations: [set('heads', '2', '6')] } }
		]);
		expect(asked).toHaveLength(1);
		bench.dismiss();
		expect(bench.notices).toEqual([]);
	});

	test('an edit that the server refuses is told with the server’s reason and its text', async () => {
		const refused = answered({ answer: 'refused', message: 'The baseline is agreed.' });
		const { bench } = benchOn([() => refused], councilOf('4'));
		bench.commit('typed', [set('fte', '4', '5')]);
		await saved(bench);
		expect(bench.notices).toMatchObject([
			{
				tell: 'lost',
				why: 'The baseline is agreed.',
				edit: { operations: [set('fte', '4', '5')] }
			}
		]);
	});
});

test('an undo before an edit is saved takes back that edit, and not the one before it', async () => {
	let answerFirst: (posted: Posted) => void = () => undefined;
	const first = new Promise<Posted>((answer) => (answerFirst = answer));
	const [there, back] = [[set('fte', '4', '5')], [set('fte', '5', '4')]];
	const { bench, asked } = benchOn([() => first, () => doneAt(3, back)], councilOf('4'));
	bench.commit('typed', there);
	bench.undo();
	expect(asked).toHaveLength(1);
	answerFirst(doneAt(2, there));
	await saved(bench);
	expect(asked[1]).toMatchObject({ direction: 'undo', to: 2 });
});

test('an undo that waits for an edit is let go where the edit is not kept', async () => {
	const refused = answered({ answer: 'refused', message: 'The baseline is agreed.' });
	const { bench, asked } = benchOn(
		[() => doneAt(2, [set('fte', '4', '5')]), () => refused],
		councilOf('5')
	);
	bench.commit('typed', [set('fte', '4', '5')]);
	await saved(bench);
	bench.commit('typed', [set('fte', '5', '6')]);
	bench.undo();
	await saved(bench);
	expect(asked).toHaveLength(2);
});

test('what a person leaves without is not sent later behind their back', async () => {
	vi.useFakeTimers();
	try {
		const { bench, asked } = benchOn([() => ({ reached: false, message: 'away' })], councilOf('4'));
		bench.commit('typed', [set('fte', '4', '5')]);
		await vi.waitFor(() => expect(bench.saving).toBe('waiting'));
		bench.abandon();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(asked).toHaveLength(1);
	} finally {
		vi.useRealTimers();
	}
});

test('edits say which agreed baseline they are newer than once a person has started a new one', async () => {
	const { bench, asked } = benchOn(
		[() => doneAt(2, [set('fte', '4', '5')]), () => doneAt(3, [set('fte', '5', '6')])],
		councilOf('4')
	);
	bench.commit('typed', [set('fte', '4', '5')]);
	bench.newerThan = 'budget';
	bench.commit('typed', [set('fte', '5', '6')]);
	await saved(bench);
	expect(asked.map((wish) => 'newerThan' in wish && wish.newerThan)).toEqual([false, 'budget']);
});

test('a value that somebody wants to keep of what is gone is told as not kept', async () => {
	const council = councilOf('4');
	const gone = { ...council, baseline: { ...council.baseline, posts: [] } };
	const { bench } = benchOn([() => clash('fte', '5', null)], gone);
	bench.commit('typed', [set('fte', '4', '5')]);
	await vi.waitFor(() => expect(bench.question?.ask).toBe('clash'));
	bench.answer(true);
	expect(bench.notices).toMatchObject([
		{ tell: 'lost', edit: { operations: [set('fte', '4', '5')] } }
	]);
});

test('what waits behind a clash is sent once the clash is answered', async () => {
	const operations = [set('heads', '2', '6')];
	let answerFirst: (posted: Posted) => void = () => undefined;
	const first = new Promise<Posted>((answer) => (answerFirst = answer));
	const { bench, asked } = benchOn([() => first, () => doneAt(8, operations)], councilOf('9'));
	bench.commit('typed', [set('fte', '4', '5')]);
	bench.commit('typed', operations);
	answerFirst(clash('fte', '5', '9'));
	await vi.waitFor(() => expect(bench.question?.ask).toBe('clash'));
	bench.answer(false);
	await saved(bench);
	expect(asked[1]).toMatchObject({ seen: 7, operations });
	expect(bench.savedAt).not.toBeNull();
});

test('a server that goes away between an answer and the reading of its state is asked again', async () => {
	const refused = answered({ answer: 'refused', message: 'No.' });
	const { bench, asked, goAway } = benchOn([() => refused, () => refused], councilOf('4'));
	goAway(1);
	bench.commit('typed', [set('fte', '4', '5')]);
	await vi.waitFor(() => expect(bench.saving).toBe('waiting'));
	await vi.waitFor(() => expect(bench.saving).toBe('saved'), 3000);
	expect(asked.map(({ request }) => request)).toEqual([asked[0]?.request, asked[0]?.request]);
	expect(bench.notices).toHaveLength(1);
});

test('what is typed is wanted of the engine at once, marked as out of date until it is there, and goes back', async () => {
	const typed = [set('fte', '4', '5')];
	const { bench, asked } = benchOn([() => doneAt(2, typed)], councilOf('4'));
	bench.start();
	bench.draft(typed);
	expect([drafts.at(-1), bench.engine.isDraft, bench.engine.isStale]).toEqual([typed, true, true]);
	bench.draft([]);
	expect([drafts.at(-1), bench.engine.isDraft]).toEqual([[], false]);
	expect(asked).toEqual([]);
	bench.draft(typed);
	bench.commit('typed', typed);
	const wanted = drafts.length;
	bench.draft([]);
	expect([drafts.at(-1), bench.engine.isDraft]).toEqual([[], false]);
	expect(drafts).toHaveLength(wanted);
	await saved(bench);
});
