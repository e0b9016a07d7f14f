import { recordField } from '$lib/components/history/fieldWords';
import { namesIn, recordPath } from '$lib/components/history/names';
import { labelOf } from '$lib/components/records/recordCells';
import { spoken } from '$lib/dates';
import { listWords } from '$lib/messages/lists';
import { records as text } from '$lib/messages/records';
import {
	columnsOf,
	entriesIn,
	KINDS,
	listOf,
	listsOfRecord,
	rowOf,
	storedUnder,
	valueAt,
	type Council,
	type EditProblem,
	type Kind,
	type Outcome
} from '$lib/model';

const MOST_PROBLEMS = 3;

/** Why an edit was not carried out, in words; null where it was. */
export function refusalOf(council: Council, outcome: Outcome): string | null {
	if (outcome.outcome === 'done') return null;
	if (outcome.outcome === 'conflict') return text.moved;
	return outcome.problems
		.slice(0, MOST_PROBLEMS)
		.map((problem) => problemSentence(council, problem))
		.join(' ');
}

/** What is wrong with an edit in one sentence, with the record and field that it is about by name. */
export function problemSentence(council: Council, { row, path, message }: EditProblem): string {
	const place = placeName(council, row, path);
	const said = spoken(message);
	return place === null ? `${said}.` : text.problem(place, said);
}

function placeName(council: Council, row: string | null, path: readonly string[]): string | null {
	if (row === null) return null;
	const { list, id } = listOf(row);
	const title = valueAt(rowOf(council, row), ['title']).value;
	const name = typeof title === 'string' ? title : id;
	if (list.startsWith('changes/')) return [name, ...editSteps(council, list, path)].join(' › ');
	const kind = KINDS.find((own) => list === `records/${own}`);
	if (kind === undefined || path.length === 0) return name;
	const column = columnsOf(council, kind).find(({ field }) => field === path.join('.'));
	const steps =
		column === undefined ? entrySteps(council, kind, id, path) : [labelOf(council, column)];
	return [name, ...steps].join(' › ');
}

/** The steps to the field that an edit of a change sets, multiplies or adds to; none for other parts of a change. */
function editSteps(council: Council, list: string, path: readonly string[]): readonly string[] {
	const [head, key = ''] = path;
	const [, ref, field] = /^(?:set|scale|shift) (\w+\/[^.]+)\.(.+)$/.exec(key) ?? [];
	if (head !== 'edits' || ref === undefined || field === undefined) return [];
	const names = namesIn(council, []);
	const scenario = list.slice('changes/'.length);
	return [
		...recordPath(names, ref, scenario),
		...recordField(names, ref, field.split('.'), scenario).steps
	];
}

/** The steps to a field of an entry of a record's list: 'Version 2', 'Date'. */
function entrySteps(
	council: Council,
	kind: Kind,
	id: string,
	[name = '', key, ...rest]: readonly string[]
): readonly string[] {
	const own = listsOfRecord(council, { into: 'baseline' }, kind, id).find(
		(list) => list.name === name
	);
	if (own === undefined || key === undefined) return [];
	const { now } = storedUnder(council, { into: 'baseline' }, own);
	const position = entriesIn(own.isMap, now).findIndex((entry) => entry.key === key);
	const column = own.columns.find(({ field }) => field === rest.join('.'));
	return [
		...(position < 0 ? [] : [`${listWords(name).one} ${position + 1}`]),
		...(column === undefined ? [] : [labelOf(council, column)])
	];
}
