import { agreedNow } from '../scenario/agreed';
import type { Council, CouncilFile } from '../scenario/file';
import { freshId } from './newRecord';
import type { Json, Operation } from './operation';
import { encodeRow, rowOf } from './rows';

/** A change as its file would hold it. */
type FileChange = CouncilFile['scenarios'][number]['changes'][number];

/** An edit of a change as its file would hold it. */
export type FileEdit = FileChange['edits'][number];

/** A one-off amount of a change as its file would hold it. */
export type FileOneOff = FileChange['oneOffs'][number];

/** What a new change is given; everything else of it is blank or at its beginning. */
export type NewChange = Pick<FileChange, 'title' | 'start'> &
	Partial<Omit<FileChange, 'id' | 'edits' | 'oneOffs'>> & {
		readonly edits?: readonly FileEdit[];
		readonly oneOffs?: readonly FileOneOff[];
	};

/** The steps that add a scenario without changes behind the others; it stands on the baseline as it is now, by its name where it is agreed. */
export function newScenario(
	council: Council,
	title: string,
	description = ''
): readonly Operation[] {
	const baseline = agreedNow(council)?.id ?? null;
	return scenarioSteps(freshScenarioId(council, title), title, description, baseline, []);
}

/** The steps that add a copy of a scenario, with all its changes, under a title of its own; none where there is no such scenario. */
export function copyOf(council: Council, scenario: string, title: string): readonly Operation[] {
	const original = council.scenarios.find(({ id }) => id === scenario);
	if (original === undefined) return [];
	// Changes keep their ids, which count within a scenario: a comparison knows them as the same.
	const changes = original.changes.map((change) => ({
		id: change.id,
		data: encodeRow(`changes/${scenario}`, change)
	}));
	return scenarioSteps(
		freshScenarioId(council, title),
		title,
		original.description,
		original.baseline,
		changes
	);
}

function freshScenarioId(council: Council, title: string): string {
	return freshId(title, new Set(council.scenarios.map(({ id }) => id)));
}

function scenarioSteps(
	id: string,
	title: string,
	description: string,
	baseline: string | null,
	changes: readonly { readonly id: string; readonly data: Json }[]
): readonly Operation[] {
	return [
		{
			op: 'insert',
			row: `scenarios/${id}`,
			data: { id, title, description, baseline, archived: false }
		},
		...changes.map((change): Operation => ({
			op: 'insert',
			row: `changes/${id}/${change.id}`,
			data: change.data
		}))
	];
}

/**
 * The steps that take out a scenario: its changes, the last first, and then itself. None where there is no such scenario,
 * and none for the first, "If we change nothing", which every council keeps.
 */
export function removalOf(council: Council, scenario: string): readonly Operation[] {
	const position = council.scenarios.findIndex(({ id }) => id === scenario);
	const own = council.scenarios[position];
	if (own === undefined || position === 0) return [];
	return [
		...own.changes.map(({ id }) => `changes/${scenario}/${id}`).toReversed(),
		`scenarios/${scenario}`
	].map((row): Operation => ({ op: 'remove', row, was: rowOf(council, row) }));
}

/** The step that adds a change to a scenario, behind its others; its id is one that no change of the council has. */
export function newChange(council: Council, scenario: string, fields: NewChange): Operation {
	const taken = council.scenarios.flatMap(({ changes }) => changes.map(({ id }) => id));
	const id = freshId(fields.title, new Set(taken));
	const data = {
		id,
		reason: '',
		owner: '',
		rampMonths: 0,
		end: null,
		on: true,
		status: 'idea',
		confidence: null,
		edits: [],
		oneOffs: [],
		...fields
	};
	return { op: 'insert', row: `changes/${scenario}/${id}`, data: data as unknown as Json };
}
