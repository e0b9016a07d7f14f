import {
	FIGURES,
	inputOf,
	KINDS,
	splitFigureId,
	type Council,
	type Projection,
	type Scenario
} from '$lib/model';

/** What a figure is called, a part with the title of its record: 'Staffing: Family centres'. */
export function figureName(
	{ figures }: { readonly figures: ReadonlyMap<string, { readonly label: string }> },
	id: string
): string {
	return figures.get(id)?.label ?? wholeName(id);
}

/** What a figure is called without its part. */
export function wholeName(id: string): string {
	const { figure } = splitFigureId(id);
	return FIGURES[figure]?.label ?? figure;
}

/** Titles of a council's records, and of those that a scenario adds, by kind and id: 'posts/fsw'. */
export function recordTitles(council: Council, scenario: Scenario): ReadonlyMap<string, string> {
	const titles = new Map<string, string>();
	for (const kind of KINDS)
		for (const { id, title } of council.baseline[kind]) titles.set(`${kind}/${id}`, title);
	for (const { edits } of scenario.changes)
		for (const edit of edits) {
			if (edit.edit !== 'add') continue;
			const { id, title } = edit.record;
			if (typeof id === 'string' && typeof title === 'string')
				titles.set(`${edit.kind}/${id}`, title);
		}
	return titles;
}

/** What an input is called, its record first: 'Bradshaw House (building) › Rent'. */
function inputName(projection: Projection, ref: string): string {
	const input = inputOf(projection, ref);
	if (input === null) return ref;
	return `${input.record} › ${input.label}`;
}

/** The names of several inputs, each once. */
export function inputNames(projection: Projection, refs: Iterable<string>): readonly string[] {
	return [...new Set([...refs].map((ref) => inputName(projection, ref)))];
}
