import type { Council } from '../scenario/file';
import { entryNames, isObject, isSame } from './jsonPath';
import type { Json, Operation } from './operation';
import { encodeRow, entriesOf, listsOf, rowOf } from './rows';

/** The steps that turn one council into another: applied to the first they give the second, row by row and field by field. */
export function differenceOf(from: Council, to: Council): readonly Operation[] {
	const gone = from.scenarios.filter(({ id }) => to.scenarios.every((own) => own.id !== id));
	return [
		...fieldSteps('council', [], rowOf(from, 'council'), rowOf(to, 'council')),
		// A scenario goes after its changes and comes before them.
		...gone.flatMap(({ id }) => listSteps(from, to, `changes/${id}`)),
		...listSteps(from, to, 'scenarios'),
		...listsOf(to)
			.filter((list) => list !== 'scenarios')
			.flatMap((list) => listSteps(from, to, list))
	];
}

function listSteps(from: Council, to: Council, list: string): readonly Operation[] {
	const before = entriesOf(from, list) ?? [];
	const after = entriesOf(to, list) ?? [];
	const old = new Map(before.map((entry) => [entry.id, entry]));
	const wanted = new Set(after.map(({ id }) => id));
	const removed = before
		.filter(({ id }) => !wanted.has(id))
		.map((entry): Operation => ({
			op: 'remove',
			row: `${list}/${entry.id}`,
			was: encodeRow(list, entry)
		}));
	const order = before.map(({ id }) => id).filter((id) => wanted.has(id));
	const moved = after.flatMap((entry, position): readonly Operation[] => {
		const row = `${list}/${entry.id}`;
		const own = old.get(entry.id);
		const at = order.indexOf(entry.id);
		if (at >= 0 && at !== position) order.splice(at, 1);
		if (at !== position) order.splice(position, 0, entry.id);
		if (own === undefined) return [{ op: 'insert', row, position, data: encodeRow(list, entry) }];
		const step: Operation = { op: 'move', row, was: at, position };
		return [
			...(at === position ? [] : [step]),
			...(own === entry ? [] : fieldSteps(row, [], encodeRow(list, own), encodeRow(list, entry)))
		];
	});
	return [...removed, ...moved];
}

/** The steps that turn what stands at a path of a row into something else, field by field and entry by entry. */
export function fieldSteps(
	row: string,
	path: readonly string[],
	before: Json | null | undefined,
	after: Json | null | undefined
): readonly Operation[] {
	if (isSame(before ?? undefined, after ?? undefined) && (before === null) === (after === null))
		return [];
	if (isObject(before ?? undefined) && isObject(after ?? undefined)) {
		const [old, own] = [before as Fields, after as Fields];
		return [...new Set([...Object.keys(old), ...Object.keys(own)])].flatMap((name) =>
			fieldSteps(row, [...path, name], field(old, name), field(own, name))
		);
	}
	if (path.length > 0 && Array.isArray(before) && Array.isArray(after)) {
		const steps = entrySteps(row, path, before, after) ?? placeSteps(row, path, before, after);
		if (steps !== null) return steps;
	}
	return [
		{
			op: 'set',
			row,
			path: [...path],
			...(before === undefined ? {} : { was: before }),
			...(after === undefined ? {} : { value: after })
		}
	];
}

type Fields = Readonly<Record<string, Json>>;

const field = (fields: Fields, name: string): Json | undefined =>
	Object.hasOwn(fields, name) ? fields[name] : undefined;

/** The steps between two lists whose entries have names; null where they have none, or stand in another order. */
function entrySteps(
	row: string,
	path: readonly string[],
	before: readonly Json[],
	after: readonly Json[]
): readonly Operation[] | null {
	const [old, own] = [namedEntries(before), namedEntries(after)];
	if (old === null || own === null) return null;
	const stays = [...old.keys()].filter((key) => own.has(key));
	if (
		!isSame(
			stays,
			[...own.keys()].filter((key) => old.has(key))
		)
	)
		return null;
	const removed = [...old]
		.filter(([key]) => !own.has(key))
		.map(([key, was]): Operation => ({ op: 'set', row, path: [...path, key], was }));
	const added = [...own].flatMap(([key, value], at): readonly Operation[] =>
		old.has(key)
			? fieldSteps(row, [...path, key], old.get(key), value)
			: [{ op: 'set', row, path: [...path, key], value, at }]
	);
	return [...removed, ...added];
}

/** The steps between two lists of as many entries that go by their places; null where they do not. */
function placeSteps(
	row: string,
	path: readonly string[],
	before: readonly Json[],
	after: readonly Json[]
): readonly Operation[] | null {
	const byPlace = (list: readonly Json[]) =>
		list.every((entry) => isObject(entry)) && entryNames(list) === null;
	if (before.length !== after.length || !byPlace(before) || !byPlace(after)) return null;
	return before.flatMap((entry, place) =>
		fieldSteps(row, [...path, String(place)], entry, after[place])
	);
}

function namedEntries(list: readonly Json[]): ReadonlyMap<string, Json> | null {
	const names = entryNames(list);
	return names === null ? null : new Map(list.map((entry, place) => [names[place]!, entry]));
}
