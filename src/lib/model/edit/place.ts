import type { Council } from '../scenario/file';
import { entryKeys, valueAt } from './jsonPath';
import type { Json } from './operation';
import { entriesOf, rowOf } from './rows';

/** A row of a council and a path in it. */
export interface RowPlace {
	readonly row: string | null;
	readonly path: readonly string[];
}

const HEADS: readonly (readonly [RegExp, (match: RegExpExecArray, council: Council) => string])[] =
	[
		[/^baseline\.(\w+)(?:\[|$)/, (match) => `records/${match[1] ?? ''}`],
		[/^(facts|packs|agreed)\[/, (match) => match[1] ?? ''],
		[
			/^scenarios\[(\d+)\]\.changes\[/,
			(match, council) => `changes/${council.scenarios[Number(match[1])]?.id ?? ''}`
		],
		[/^scenarios\[/, () => 'scenarios']
	];

/** The row and path of a place in the council's file: 'baseline.posts[3].fte' is the path ['fte'] of the fourth post. */
export function rowPlace(council: Council, place: string): RowPlace {
	if (place.startsWith('council.')) return { row: 'council', path: place.split('.').slice(1) };
	for (const [head, listIn] of HEADS) {
		const match = head.exec(place);
		if (match === null) continue;
		const list = listIn(match, council);
		const rest = stepsOf(place.slice(match[0].replace(/\[$/, '').length));
		const id = entriesOf(council, list)?.[Number(rest[0])]?.id;
		if (id === undefined) return { row: null, path: [] };
		const row = `${list}/${id}`;
		return { row, path: keyedPath(rowOf(council, row), rest.slice(1)) };
	}
	return { row: null, path: [] };
}

/** A path of names and places as a path of names and keys, which still holds when entries are added before. */
export function keyedPath(root: Json | null, path: readonly PropertyKey[]): readonly string[] {
	const keyed: string[] = [];
	for (const step of path) {
		const node = valueAt(root, keyed).value;
		const key = Array.isArray(node) ? entryKeys(node)[Number(step)] : undefined;
		keyed.push(key ?? String(step));
	}
	return keyed;
}

function stepsOf(place: string): readonly string[] {
	return place.split(/[.[\]]+/).filter((step) => step !== '');
}
