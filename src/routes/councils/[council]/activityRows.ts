import { editLines, editTitle, type EditLine } from '$lib/components/history/editWords';
import { isKind, namesIn } from '$lib/components/history/names';
import { activity as words } from '$lib/messages/activity';
import { listOf, type Council, type Kind, type Operation } from '$lib/model';
import type { Activity } from '$lib/server/activity';

/** One thing that was done, as the activity tells it. */
export interface ActivityRow {
	readonly revision: number;
	/** When, as an ISO instant. */
	readonly at: string;
	readonly name: string;
	readonly title: string;
	/** What it was done to: a scenario by its title, or the baseline. */
	readonly where: string;
	/** The id of that scenario; null for the baseline. */
	readonly scenario: string | null;
	/** The kind of records of the baseline that it changed first; null for anything else. */
	readonly kind: Kind | null;
	readonly reason: string | null;
	/** The first lines of what it changed. */
	readonly lines: readonly EditLine[];
	/** How many steps it has beyond those that are told. */
	readonly more: number;
}

/** What was done, in words, with the first steps of each line by line. */
export function activityRows(
	council: Council,
	done: readonly Activity[],
	most: number
): readonly ActivityRow[] {
	const names = namesIn(
		council,
		done.flatMap(({ operations }) => operations)
	);
	// What was deleted since has no page to go on from.
	const known = new Set<string | null>(council.scenarios.map(({ id }) => id));
	return done.map(({ revision, at, by, scenario, kind, act, operations, reason }) => ({
		revision,
		at,
		name: by.name,
		title: kind === 'added' ? words.added : editTitle(names, { operations, act, kind }),
		scenario: known.has(scenario) ? scenario : null,
		kind: kindIn(operations),
		where: scenario === null ? words.baseline : names.row(`scenarios/${scenario}`),
		reason,
		lines: editLines(names, operations.slice(0, most)),
		more: Math.max(0, operations.length - most)
	}));
}

function kindIn(operations: readonly Operation[]): Kind | null {
	const [head, name = ''] = listOf(operations[0]?.row ?? '').list.split('/');
	return head === 'records' && isKind(name) ? name : null;
}
