import { agreedNow, isOnNewest, standsOn } from '../scenario/agreed';
import { standingUnder } from '../scenario/baselines';
import type { Edit } from '../scenario/change';
import { scenarioProblems } from '../scenario/changeProblems';
import type { AgreedBaseline, Council, Scenario } from '../scenario/file';
import { knownIn } from '../scenario/known';
import { fillsOf } from '../scenario/resolve';
import { refOf } from '../scenario/versions';
import { fieldSteps } from './difference';
import { isObject, isSame, valueAt } from './jsonPath';
import type { Json, Operation } from './operation';
import { rowOf } from './rows';

/** A field that the newer baseline says something else about; undefined on the side that has no such field. */
export interface MovedField {
	readonly path: readonly string[];
	readonly then: Json | undefined;
	readonly now: Json | undefined;
}

/** An edit of a change that the newer baseline affects. */
export interface RebaseRow {
	/** The id of its change and its place there, which name it among the rows of its scenario. */
	readonly key: string;
	readonly change: string;
	readonly edit: Edit;
	/**
	 * 'moved': the baseline says something else in what it edits. The others cannot be kept: what it edits is 'gone', what
	 * it adds is there 'twice', or it does not fit ('wrong', see `problem`).
	 */
	readonly fate: 'moved' | 'gone' | 'twice' | 'wrong';
	/** What moved: the field that is set or adjusted, or for a record that is removed each of its fields that says something else. */
	readonly moved: readonly MovedField[];
	/** Why it cannot be kept, as the check of a file says it; null where it can. */
	readonly problem: string | null;
}

/** What it takes to put a scenario on the newest baseline. */
export interface Rebase {
	/** The agreed baseline that the scenario stands on. */
	readonly from: AgreedBaseline;
	/** The newest one; null where that has not been agreed yet. */
	readonly to: AgreedBaseline | null;
	readonly rows: readonly RebaseRow[];
	/** How many changes the scenario has, and how many of them the newer baseline affects. */
	readonly changes: number;
	readonly affected: number;
}

const known = new WeakMap<Council, Map<Scenario, Rebase | null>>();

/** What the newest baseline says where a scenario's changes edit the older one that it stands on; null where it is on the newest. */
export function rebaseOf(council: Council, scenario: Scenario): Rebase | null {
	let kept = known.get(council);
	if (kept === undefined) {
		kept = new Map();
		known.set(council, kept);
	}
	let found = kept.get(scenario);
	if (found === undefined) {
		found = compared(council, scenario);
		kept.set(scenario, found);
	}
	return found;
}

function compared(council: Council, scenario: Scenario): Rebase | null {
	const from = standsOn(council, scenario);
	if (from === null || isOnNewest(council, scenario)) return null;
	const sides: Sides = {
		scenario,
		before: standingUnder(council, scenario),
		after: standingUnder(council, { baseline: null })
	};
	const unfit = unfitIn(sides, council.scenarios.indexOf(scenario));
	const rows = scenario.changes.flatMap(({ id: change, edits }) =>
		edits.flatMap((edit, e): readonly RebaseRow[] => {
			const key = keyOf(change, e);
			const problem = unfit.get(key) ?? null;
			const moved = movedIn(sides, edit);
			if (problem === null && moved.length === 0) return [];
			return [{ key, change, edit, moved, problem, fate: fateOf(sides, edit, problem) }];
		})
	);
	return {
		from,
		to: agreedNow(council),
		rows,
		changes: scenario.changes.length,
		affected: new Set(rows.map(({ change }) => change)).size
	};
}

/**
 * The steps that put a scenario on the newest baseline: the edits of the rows that are `taken` are dropped, as are those
 * that cannot be kept, and every other edit stays as it is.
 */
export function rebaseSteps(
	council: Council,
	scenario: Scenario,
	taken: ReadonlySet<string>
): readonly Operation[] {
	const { rows = [] } = rebaseOf(council, scenario) ?? {};
	const dropped = new Set(
		rows.filter(({ key, problem }) => problem !== null || taken.has(key)).map(({ key }) => key)
	);
	return [
		...scenario.changes.flatMap(({ id }): readonly Operation[] => {
			const row = `changes/${scenario.id}/${id}`;
			const { value } = valueAt(rowOf(council, row), ['edits']);
			const edits = Array.isArray(value) ? value : [];
			const left = edits.filter((_, e) => !dropped.has(keyOf(id, e)));
			return left.length === edits.length ? [] : fieldSteps(row, ['edits'], edits, left);
		}),
		{
			op: 'set',
			row: `scenarios/${scenario.id}`,
			path: ['baseline'],
			was: scenario.baseline,
			value: agreedNow(council)?.id ?? null
		}
	];
}

/** A scenario with the council as its own baseline has it, and as the newest does. */
interface Sides {
	readonly scenario: Scenario;
	readonly before: Council;
	readonly after: Council;
}

function keyOf(change: string, place: number): string {
	return `${change} ${String(place)}`;
}

/** What the newest baseline says otherwise in what an edit edits. */
function movedIn(sides: Sides, edit: Edit): readonly MovedField[] {
	if (edit.edit === 'add') return [];
	const added = addedIn(sides.scenario, edit.record);
	const then = rowOf(sides.before, `records/${edit.record}`) ?? added;
	const now = rowOf(sides.after, `records/${edit.record}`) ?? added;
	const paths =
		edit.edit !== 'remove'
			? [edit.field.split('.')]
			: [...new Set([...fieldsOf(then), ...fieldsOf(now)])].map((field) => [field]);
	return paths.flatMap((path) => {
		const moved = { path, then: at(then, path), now: at(now, path) };
		return isSame(moved.then, moved.now) ? [] : [moved];
	});
}

// What a fact or a note says of a value changes nothing that the removal of the record does.
const ABOUT = ['evidence', 'note'];

function fieldsOf(record: Json): readonly string[] {
	return isObject(record) ? Object.keys(record).filter((field) => !ABOUT.includes(field)) : [];
}

/** The value at a field path as an edit names it: entries of a list go by their place. */
function at(record: Json, path: readonly string[]): Json | undefined {
	let value: Json | undefined = record;
	for (const step of path) {
		if (Array.isArray(value)) value = value[Number(step)];
		else value = isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
	}
	return value;
}

function addedIn({ changes }: Scenario, ref: string): Json {
	for (const { edits } of changes)
		for (const edit of edits) if (edit.edit === 'add' && refOf(edit) === ref) return edit.record;
	return null;
}

function fateOf({ after }: Sides, edit: Edit, problem: string | null): RebaseRow['fate'] {
	if (problem === null) return 'moved';
	const isThere = rowOf(after, `records/${refOf(edit)}`) !== null;
	if (edit.edit === 'add') return isThere ? 'twice' : 'wrong';
	return isThere ? 'wrong' : 'gone';
}

const PLACE = /^scenarios\[\d+\]\.changes\[(\d+)\]\.edits\[(\d+)\]/;

/** The edits that cannot stand on the newest baseline, by their keys, each with the reason; those that need such an edit too. */
function unfitIn(sides: Sides, position: number): ReadonlyMap<string, string> {
	const { scenario, after } = sides;
	const [records, fills] = [knownIn(after), fillsOf(after.packs)];
	const unfit = new Map<string, string>();
	for (;;) {
		const left = scenario.changes.map((change) =>
			change.edits
				.map((edit, e) => ({ edit, key: keyOf(change.id, e) }))
				.filter(({ key }) => !unfit.has(key))
		);
		const changes = scenario.changes.map((change, c) => ({
			...change,
			edits: (left[c] ?? []).map(({ edit }) => edit)
		}));
		const found = scenarioProblems(records, fills, { ...scenario, changes }, position).flatMap(
			({ place, message }) => {
				const [, c, e] = PLACE.exec(place) ?? [];
				const own = left[Number(c)]?.[Number(e)];
				return own === undefined ? [] : [{ ...own, message }];
			}
		);
		const [first] = found;
		if (first === undefined) return unfit;
		// What is wrong besides may be so only because of the first; what is gone or there twice is so by itself.
		for (const { key, edit, message } of found)
			if (key === first.key || fateOf(sides, edit, message) !== 'wrong') unfit.set(key, message);
	}
}
