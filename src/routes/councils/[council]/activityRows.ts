import { editLines, editTitle, type EditLine } from '$lib/components/history/editWords';
import { namesIn } from '$lib/components/history/names';
import { activity as words } from '$lib/messages/activity';
import type { Council } from '$lib/model';
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
	return done.map(({ revision, at, by, scenario, kind, act, operations, reason }) => ({
		revision,
		at,
		name: by.name,
		title: kind === 'added' ? words.added : editTitle(names, { operations, act, kind }),
		where: scenario === null ? words.baseline : names.row(`scenarios/${scenario}`),
		reason,
		lines: editLines(names, operations.slice(0, most)),
		more: Math.max(0, operations.length - most)
	}));
}
