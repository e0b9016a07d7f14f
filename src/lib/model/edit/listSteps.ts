import type { Council } from '../scenario/file';
import type { EditProblem, Outcome } from './outcome';
import type { Target } from './cells';
import type { Column } from './columns';
import { fieldSteps } from './difference';
import { entryKey, isSame, valueAt, withValueAt } from './jsonPath';
import { entriesIn, entryJson, storedOf, storedUnder, type Entry, type EntryList } from './lists';
import { freshId, type FilledField } from './newRecord';
import type { Json, Operation } from './operation';
import { rowOf } from './rows';

/** One cell's new value in a list: the entry by its key; text as the file holds it, null makes it blank. */
interface EntryEdit {
	readonly entry: string;
	readonly column: Column;
	readonly text: string | null;
}

/** The steps that edit entries of a list and add new ones behind them; or what stands against them. */
export function entrySteps(
	council: Council,
	target: Target,
	list: EntryList,
	edits: readonly EntryEdit[],
	added: readonly ReadonlyMap<string, FilledField>[]
): readonly Operation[] | Outcome {
	const { now } = storedUnder(council, target, list);
	const before = entriesIn(list.isMap, now);
	const after = before.map((entry) =>
		edits.filter((edit) => edit.entry === entry.key).reduce(withCell, entry)
	);
	const taken = new Set(before.map(({ key }) => key));
	for (const filled of added) {
		const entry = newEntry(list, filled, taken, after.length);
		taken.add(entry.key);
		after.push(entry);
	}
	const double = repeatedKey(list, after);
	// A file may bring a list that says something twice already: that one is edited as it is.
	if (double !== null && repeatedKey(list, before) === null)
		return problem(list, `there is ‘${double}’ in the list already`);
	return stepsTo(council, target, list, after);
}

/** The steps that take an entry out of a list; or what stands against it. */
export function entryRemoval(
	council: Council,
	target: Target,
	list: EntryList,
	key: string
): readonly Operation[] | Outcome {
	const { now } = storedUnder(council, target, list);
	const before = entriesIn(list.isMap, now);
	const position = before.findIndex((entry) => entry.key === key);
	if (position < 0) return [];
	const steps = stepsTo(council, target, list, before.toSpliced(position, 1));
	if (target.into !== 'baseline' || list.isMap) return steps;
	const user = settingByPlace(council, list);
	if (user !== null)
		return problem(list, `the change '${user}' sets one of its rows by place; take that out first`);
	return [...steps, ...movedUp(council, list, position)];
}

function withCell(entry: Entry, { column, text }: EntryEdit): Entry {
	const isOut = text === null && column.mayBeAbsent && (column.key !== null || !column.mayBeBlank);
	const value = isOut ? undefined : entryJson(column, text);
	const [name = ''] = column.path;
	// The first year of a map that the entry does not have yet.
	const base =
		column.path.length > 1 && valueAt(entry.fields, [name]).value === undefined
			? withValueAt(entry.fields, [name], {})
			: entry.fields;
	return { key: entry.key, fields: withValueAt(base ?? entry.fields, column.path, value) ?? base };
}

/** A new entry from the fields that are filled in: a number that nobody has said is blank, and words are empty. */
function newEntry(
	list: EntryList,
	filled: ReadonlyMap<string, FilledField>,
	taken: ReadonlySet<string>,
	position: number
): Entry {
	const hasId = !list.isMap && list.name === 'versions';
	const id = freshId(`${list.record}-v${String(position + 1)}`, taken);
	let entry: Entry = { key: '', fields: hasId ? { id } : {} };
	for (const column of list.columns) {
		const text = filled.get(column.field)?.value ?? null;
		if (text !== null) entry = withCell(entry, { entry: '', column, text });
		else if (column.path.length > 1 || column.mayBeAbsent) continue;
		else if (column.mayBeBlank || column.type === 'text' || column.type === 'list')
			entry = withCell(entry, { entry: '', column, text });
	}
	// A map within an entry is there, empty, whatever was filled in.
	for (const { path } of list.columns)
		if (path.length > 1 && valueAt(entry.fields, [path[0] ?? '']).value === undefined)
			entry = { ...entry, fields: withValueAt(entry.fields, [path[0] ?? ''], {}) ?? entry.fields };
	return { ...entry, key: keyOf(list, entry.fields, position) };
}

function keyOf({ isMap }: EntryList, fields: Json, position: number): string {
	const { value } = valueAt(fields, ['key']);
	return isMap && typeof value === 'string' ? value : entryKey(fields, position);
}

/** The key that two entries go by; null where each has its own. */
function repeatedKey(list: EntryList, entries: readonly Entry[]): string | null {
	const seen = new Set<string>();
	for (const [position, { fields }] of entries.entries()) {
		const key = keyOf(list, fields, position);
		if (seen.has(key)) return key;
		seen.add(key);
	}
	return null;
}

/** The steps that leave a list with these entries: in its record, or as what the change sets it to. */
function stepsTo(
	council: Council,
	target: Target,
	list: EntryList,
	entries: readonly Entry[]
): readonly Operation[] {
	const { kind, record, name } = list;
	const { now, was } = storedUnder(council, target, list);
	const after = storedOf(list.isMap, entries);
	const row = `records/${kind}/${record}`;
	if (target.into === 'baseline') return fieldSteps(row, [name], now, after);
	const changeRow = `changes/${target.scenario}/${target.change}`;
	if (rowOf(council, row) === null)
		return fieldSteps(changeRow, ['edits', `add ${kind}/${record}`, 'record', name], now, after);
	const path = ['edits', `set ${kind}/${record}.${name}`];
	const before = valueAt(rowOf(council, changeRow), path).value;
	// What the baseline says already needs no edit.
	const next: Json | undefined = isSame(after, was)
		? undefined
		: { edit: 'set', record: `${kind}/${record}`, field: name, value: after };
	// Entry by entry where the change sets the list already, so that two people meet only in one entry.
	return fieldSteps(changeRow, path, before, next);
}

/** Evidence and assumption packs name entries by their place: behind one that is taken out each comes one up. */
function movedUp(council: Council, list: EntryList, position: number): readonly Operation[] {
	const row = `records/${list.kind}/${list.record}`;
	const evidence = valueAt(rowOf(council, row), ['evidence']).value;
	const own = evidence === undefined ? {} : (evidence as Readonly<Record<string, Json>>);
	const moved = Object.fromEntries(
		Object.entries(own).flatMap(([field, value]) => {
			const to = fieldAfter(list.name, field, position);
			return to === null ? [] : [[to, value]];
		})
	);
	const head = `${list.kind}/${list.record}.`;
	return [
		...(evidence === undefined ? [] : fieldSteps(row, ['evidence'], evidence, moved)),
		...council.packs.flatMap(({ id }) => {
			const packRow = `packs/${id}`;
			const values = valueAt(rowOf(council, packRow), ['values']).value;
			if (!Array.isArray(values)) return [];
			const after = values.flatMap((value): readonly Json[] => {
				const { field } = value as { readonly field: string };
				if (!field.startsWith(head)) return [value];
				const to = fieldAfter(list.name, field.slice(head.length), position);
				return to === null ? [] : [{ ...(value as object), field: head + to }];
			});
			return fieldSteps(packRow, ['values'], values, after);
		})
	];
}

/** What 'rows.3.rate' is called once an entry before it is taken out; null for a field of that entry. */
function fieldAfter(list: string, field: string, position: number): string | null {
	const [name, place = '', ...rest] = field.split('.');
	if (name !== list || !/^\d+$/.test(place) || Number(place) < position) return field;
	if (Number(place) === position) return null;
	return [name, String(Number(place) - 1), ...rest].join('.');
}

/** The change that sets an entry of the list by its place; null where none does. */
function settingByPlace(council: Council, { kind, record, name }: EntryList): string | null {
	for (const { changes } of council.scenarios)
		for (const { title, edits } of changes)
			if (
				edits.some(
					(edit) =>
						edit.edit === 'set' &&
						edit.record === `${kind}/${record}` &&
						edit.field.startsWith(`${name}.`)
				)
			)
				return title;
	return null;
}

function problem({ kind, record, name }: EntryList, message: string): Outcome {
	const own: EditProblem = { row: `records/${kind}/${record}`, path: [name], message };
	return { outcome: 'problem', problems: [own] };
}
