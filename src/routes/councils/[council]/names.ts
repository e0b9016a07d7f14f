import { en as text } from '$lib/messages/en';
import {
	FIGURES,
	inputOf,
	KINDS,
	splitFigureId,
	type Council,
	type Projection,
	type Scenario
} from '$lib/model';

/** What a figure is called, its parts by the titles of their records: 'Staffing: Family centres'. */
export function figureName(projection: Projection, id: string): string {
	const { figure, part } = splitFigureId(id);
	const label = FIGURES[figure]?.label ?? figure;
	if (part === null) return label;
	const names = part.split('/').map((piece) => partName(projection, piece));
	return `${label}: ${names.join(', ')}`;
}

/** The title of the record that a part of a figure stands for, or the part's own name. */
export function partName({ council, scenario }: Projection, part: string): string {
	return text.parts[part] ?? titlesOf(council, scenario).get(part) ?? part.replaceAll('-', ' to ');
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

/** Kinds whose records can be a part of a figure; their ids do not clash in a figure. */
const PART_KINDS = [
	'teams',
	'buildings',
	'contracts',
	'placementTypes',
	'interventions',
	'headings',
	'fundingStreams',
	'savingsTargets',
	'services',
	'areas'
] as const;

const partTitles = new WeakMap<Council, Map<string, ReadonlyMap<string, string>>>();

function titlesOf(council: Council, scenario: Scenario): ReadonlyMap<string, string> {
	const kept = partTitles.get(council) ?? new Map<string, ReadonlyMap<string, string>>();
	partTitles.set(council, kept);
	const found = kept.get(scenario.id);
	if (found !== undefined) return found;
	const records = recordTitles(council, scenario);
	const titles = new Map<string, string>();
	for (const [ref, title] of records) {
		const slash = ref.indexOf('/');
		const id = ref.slice(slash + 1);
		if (PART_KINDS.some((kind) => ref.startsWith(`${kind}/`)) && !titles.has(id))
			titles.set(id, title);
	}
	for (const { id, title } of scenario.changes) if (!titles.has(id)) titles.set(id, title);
	kept.set(scenario.id, titles);
	return titles;
}

/** What an input is called, its record first: 'Bradshaw House (building) › Rent'. */
function inputName(projection: Projection, ref: string): string {
	const input = inputOf(projection, ref);
	return input === null ? ref : `${input.record} › ${input.label}`;
}

/** The names of several inputs, each once. */
export function inputNames(projection: Projection, refs: Iterable<string>): readonly string[] {
	return [...new Set([...refs].map((ref) => inputName(projection, ref)))];
}
