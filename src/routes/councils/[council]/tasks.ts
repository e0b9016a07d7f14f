import { completenessOf, type Council, type Kind } from '$lib/model';

/** A step of setting up a council, and how far it is. */
export interface Task {
	readonly task: 'name' | 'staffing' | 'buildings' | 'unitCosts' | 'care' | 'scenario';
	readonly standing: 'done' | 'begun' | 'toDo';
	/** The table in which it is done; null where it is not about records. */
	readonly kind: Kind | null;
	/** Numbers that are still blank in that table. */
	readonly blank: number;
}

const KINDS_OF = {
	staffing: 'posts',
	buildings: 'buildings',
	unitCosts: 'placementTypes'
} as const;

/** What has to be filled in before a first comparison says something, in the order in which it is best done. */
export function tasksOf(council: Council): readonly Task[] {
	const filled = new Map(completenessOf(council).map((own) => [own.kind, own]));
	const flows = filled.get('careFlows');
	// A baseline from published figures has ages and placements of an assumed profile, which the return takes the place of.
	const blankFlows = (flows?.asked ?? 0) - (flows?.known ?? 0);
	const hasCare = council.baseline.careFlows.length + council.baseline.careWindows.length > 0;
	return [
		{ task: 'name', standing: 'done', kind: null, blank: 0 },
		...(['staffing', 'buildings', 'unitCosts'] as const).map((task): Task => {
			const kind = KINDS_OF[task];
			const { records, known, asked } = filled.get(kind) ?? { records: 0, known: 0, asked: 0 };
			const standing = records === 0 ? 'toDo' : known < asked ? 'begun' : 'done';
			return { task, standing, kind, blank: asked - known };
		}),
		{
			task: 'care',
			standing: !hasCare ? 'toDo' : blankFlows > 0 ? 'begun' : 'done',
			kind: null,
			blank: blankFlows
		},
		{
			task: 'scenario',
			standing: council.scenarios.length > 1 ? 'done' : 'toDo',
			kind: null,
			blank: 0
		}
	];
}
