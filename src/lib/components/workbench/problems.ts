import { labelOf } from '$lib/components/records/recordCells';
import { records as text } from '$lib/messages/records';
import {
	columnsOf,
	KINDS,
	listOf,
	rowOf,
	valueAt,
	type Council,
	type EditProblem
} from '$lib/model';

/** What is wrong with an edit in one sentence, with the record and field that it is about by name. */
export function problemSentence(council: Council, { row, path, message }: EditProblem): string {
	const place = placeName(council, row, path);
	return place === null ? `${message}.` : text.problem(place, message);
}

function placeName(council: Council, row: string | null, path: readonly string[]): string | null {
	if (row === null) return null;
	const { list, id } = listOf(row);
	const title = valueAt(rowOf(council, row), ['title']).value;
	const name = typeof title === 'string' ? title : id;
	const kind = KINDS.find((own) => list === `records/${own}`);
	if (kind === undefined || path.length === 0) return name;
	const column = columnsOf(council, kind).find(({ field }) => field === path.join('.'));
	return column === undefined ? name : `${name} › ${labelOf(council, column)}`;
}
