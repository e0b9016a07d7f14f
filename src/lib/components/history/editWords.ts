import type { Act, SavedEdit } from '$lib/exchange/editing';
import { edits as text } from '$lib/messages/edits';
import { KIND_LABELS, listOf, textOf, valueAt, type Kind, type Operation } from '$lib/model';
import { isKind, type Names } from './names';
import { rowWords, toldOf } from './told';

/** An edit to be told: what was done, and how, where that is known. */
export interface EditAbout {
	readonly operations: readonly Operation[];
	readonly act: Act | null;
	/** 'undo' and 'redo' are told as the edit that they took back or did again. */
	readonly kind: SavedEdit['kind'];
}

/** One line on what an edit changed. */
export interface EditLine {
	/** The whole path to what it is about: 'Family hub North › Family support workers (post) › FTE'. */
	readonly label: string;
	/** What stood there as people read it; null where there was nothing of the kind. */
	readonly was: string | null;
	readonly now: string;
}

/** An edit line by line, in its order; a change that is added tells each thing that it does. */
export function editLines(names: Names, operations: readonly Operation[]): readonly EditLine[] {
	return operations.flatMap((step) =>
		toldOf(names, step).map(({ label, was, now }) => ({ label, was, now }))
	);
}

/** A line in one piece: 'Outreach › Outreach workers (post) › FTE: 4 → 5'. */
export function lineText({ label, was, now }: EditLine): string {
	return text.line(label, was === null ? now : text.arrow(was, now));
}

/** An edit in one line, as the history names it: 'FTE of Outreach workers: 4 → 5', 'Pasted 40 cells into posts'. */
export function editTitle(names: Names, { operations, act, kind }: EditAbout): string {
	if (kind === 'undo')
		return text.titles.undone(
			editTitle(names, { operations: turned(operations), act, kind: 'edit' })
		);
	if (kind === 'redo')
		return text.titles.redone(editTitle(names, { operations, act, kind: 'edit' }));
	return withAct(names, operations, act);
}

/** The steps that an undo took back: what it does the other way round. */
function turned(operations: readonly Operation[]): readonly Operation[] {
	return operations.toReversed().map((step): Operation => {
		switch (step.op) {
			case 'set': {
				const { op, row, path, was, value } = step;
				return {
					op,
					row,
					path,
					...(value === undefined ? {} : { was: value }),
					...(was === undefined ? {} : { value: was })
				};
			}
			case 'insert':
				return { op: 'remove', row: step.row, was: step.data };
			case 'remove':
				return { op: 'insert', row: step.row, data: step.was };
			case 'move':
				return { ...step, was: step.position, position: step.was };
		}
	});
}

function withAct(names: Names, operations: readonly Operation[], act: Act | null): string {
	const what = summary(names, operations);
	const { acts } = text;
	const [only] = operations;
	switch (act) {
		case 'pasted': {
			const where = cellsIn(names, operations);
			return where === null
				? acts.pasted(lowered(what))
				: acts.pastedInto(operations.length, where);
		}
		case 'filled':
			return acts.filled(lowered(what));
		case 'cleared':
			return operations.length === 1 ? what : acts.cleared(what);
		case 'template':
			return acts.template(what);
		case 'copied':
			return acts.copied(what);
		case 'imported':
			return acts.imported(lowered(what));
		case 'returned':
			return acts.returned(lowered(what));
		case 'published':
			return acts.published(publishedIn(operations));
		case 'agreed':
			return only?.op === 'insert' && listOf(only.row).list === 'agreed'
				? acts.agreed(names.row(only.row))
				: what;
		case 'rebased':
			return acts.rebased(what);
		case 'chosen':
			return acts.chosen(valueChosen(names, operations) ?? what);
		case 'switched':
			return operations.length === 1 &&
				only?.op === 'set' &&
				typeof only.value === 'boolean' &&
				only.path[0] === 'on'
				? acts.switched(rowWords(names, only.row), only.value)
				: what;
		case 'typed':
		case 'form':
		case 'added':
		case 'removed':
		case 'settings':
		case null:
			return what;
	}
}

/** Whose published figures an edit brings, and of which last year, by its newest fact; nothing where it brings none. */
function publishedIn(operations: readonly Operation[]): readonly string[] {
	const facts = operations.flatMap((step) => {
		if (step.op !== 'insert' || listOf(step.row).list !== 'facts') return [];
		const [subject, day] = ['subject', 'date'].map((field) =>
			textOf(valueAt(step.data, [field]).value)
		);
		return subject && day ? [{ subject, year: day.slice(0, 4) }] : [];
	});
	const newest = facts.toSorted((a, b) => Number(a.year) - Number(b.year)).at(-1);
	return newest === undefined ? [] : [newest.subject, newest.year];
}

/** What becomes of the field for which another fact is chosen. */
function valueChosen(names: Names, operations: readonly Operation[]): string | null {
	const value = operations.find((step) => step.op === 'set' && step.path[0] !== 'evidence');
	return value === undefined ? null : (toldOf(names, value)[0]?.title ?? null);
}

// A title that begins a sentence of its own, told within another; names and 'FTE' keep their capitals.
const lowered = (words: string): string =>
	/^(Added|Took|The) /.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;

/** What an edit does, in one line. */
function summary(names: Names, operations: readonly Operation[]): string {
	const [first] = operations;
	if (first === undefined) return text.titles.nothing;
	if (operations.length === 1) return toldOf(names, first)[0]?.title ?? text.titles.nothing;
	return (
		wholeScenario(names, operations) ?? oneOwner(names, operations) ?? groups(names, operations)
	);
}

/** A scenario that is added or taken out together with its changes. */
function wholeScenario(names: Names, operations: readonly Operation[]): string | null {
	const scenario = operations.find(({ row }) => listOf(row).list === 'scenarios');
	if (scenario === undefined || scenario.op === 'set' || scenario.op === 'move') return null;
	const { id } = listOf(scenario.row);
	const isAll = operations.every(
		(step) =>
			step === scenario || (step.op === scenario.op && listOf(step.row).list === `changes/${id}`)
	);
	if (!isAll) return null;
	const changes = text.counted(operations.length - 1, ...text.rows.changes);
	const what = text.titles.scenario(names.row(scenario.row), changes);
	const words = `${text.rows.scenarios[0]} ${what}`;
	return scenario.op === 'insert' ? text.titles.addedRow(words) : text.titles.removedRow(words);
}

/** Several fields of one row. */
function oneOwner(names: Names, operations: readonly Operation[]): string | null {
	const [first] = operations;
	if (first === undefined || !operations.every(({ op, row }) => op === 'set' && row === first.row))
		return null;
	if (cellsIn(names, operations) !== null && first.row.startsWith('changes/')) return null;
	const owner = first.row === 'council' ? text.theCouncil : `the ${rowWords(names, first.row)}`;
	return text.titles.fields(operations.length, owner);
}

/** Where every step sets a cell of one kind of records: 'posts', 'posts of the change ‘Grow’'; null for anything else. */
function cellsIn(names: Names, operations: readonly Operation[]): string | null {
	const places = new Set(operations.map((step) => placeOf(names, step)));
	const [only] = places;
	return places.size === 1 && operations.every(({ op }) => op === 'set') ? (only ?? null) : null;
}

/** The table of records that a step sets a cell of; null where it does something else. */
function placeOf(names: Names, step: Operation): string | null {
	const [head, name = ''] = listOf(step.row).list.split('/');
	if (head === 'records' && isKind(name)) return text.many[name];
	if (head !== 'changes' || step.op !== 'set' || step.path[0] !== 'edits') return null;
	const kind = /^(?:set|scale|shift|add) (\w+)\//.exec(step.path[1] ?? '')?.[1] ?? '';
	return isKind(kind) ? text.titles.inChange(text.many[kind], names.row(step.row)) : null;
}

/** Steps of several sorts, counted: '40 cells in posts and 2 contracts added'. */
function groups(names: Names, operations: readonly Operation[]): string {
	const counts = new Map<string, { readonly step: Operation; count: number }>();
	for (const step of operations) {
		const { list } = listOf(step.row);
		const where =
			step.op === 'set' ? (placeOf(names, step) ?? list) : list.replace(/^changes\/.*/, 'changes');
		const key = `${step.op} ${where}`;
		const group = counts.get(key);
		if (group === undefined) counts.set(key, { step, count: 1 });
		else group.count++;
	}
	return text.titles.several(
		[...counts.values()].map(({ step, count }) => groupWords(names, step, count))
	);
}

function groupWords(names: Names, step: Operation, count: number): string {
	const [one, several] = nounsOf(step.row);
	const { titles } = text;
	switch (step.op) {
		case 'set':
			return titles.cells(count, placeOf(names, step) ?? several);
		case 'insert':
			return titles.added(text.counted(count, one, several));
		case 'remove':
			return titles.removed(text.counted(count, one, several));
		case 'move':
			return titles.moved(text.counted(count, one, several));
	}
}

function nounsOf(row: string): readonly [one: string, several: string] {
	const [head = '', name = ''] = listOf(row).list.split('/');
	return head === 'records'
		? [KIND_LABELS[name as Kind], text.many[name as Kind]]
		: text.rows[head as keyof typeof text.rows];
}
