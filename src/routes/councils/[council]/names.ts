import { houseOf, sentenceList } from '$lib/format';
import { en as text } from '$lib/messages/en';
import {
	APPRAISAL_HEADLINES,
	APPRAISAL_ROWS,
	FIGURES,
	inputOf,
	KINDS,
	parseYear,
	splitFigureId,
	type Council,
	type Kind,
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
	return FIGURES[figure]?.label ?? OF_APPRAISAL[figure]?.label ?? figure;
}

const OF_APPRAISAL: Readonly<Record<string, { readonly label: string }>> = {
	...APPRAISAL_ROWS,
	...APPRAISAL_HEADLINES
};

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

/** An input's name without the year that it may go by, and that year as its label. */
function nameParts(projection: Projection, ref: string) {
	const input = inputOf(projection, ref);
	const key = ref.slice(ref.lastIndexOf('.') + 1);
	return {
		name: input === null ? ref : `${input.record} › ${input.label}`,
		year: parseYear(key) === null ? null : key
	};
}

/** The names of several inputs, each once: 'Bradshaw House (building) › Rent', those that go by year with all their years. */
export function inputNames(projection: Projection, refs: Iterable<string>): readonly string[] {
	const house = houseOf(projection.council.council);
	const yearsByName = new Map<string, Set<string>>();
	for (const ref of refs) {
		const { name, year } = nameParts(projection, ref);
		const years = yearsByName.get(name) ?? new Set();
		yearsByName.set(name, years);
		if (year !== null) years.add(year);
	}
	return [...yearsByName].map(([name, years]) =>
		years.size === 0
			? name
			: text.figure.forYear(name, sentenceList([...years].sort().map(house.year), 'and'))
	);
}

/** Blank inputs that figures wait for: what they are called, and the kinds of records in whose tables they are filled. */
export interface Blanks {
	readonly names: readonly string[];
	readonly kinds: readonly Kind[];
}

/** The blank inputs that references name. */
export function blanksIn(projection: Projection, refs: readonly string[]): Blanks {
	const kinds = new Set(refs.map((ref) => ref.slice(0, Math.max(0, ref.search(/[/. ]/)))));
	return {
		names: inputNames(projection, refs),
		kinds: KINDS.filter((kind) => kinds.has(kind))
	};
}
