import { KINDS, type Council, type Kind } from '$lib/model';

/** What carries its own dates, and so is of no particular first year. */
const GIVEN: readonly Kind[] = ['indices', 'rules'];

/** What of a council stands on its first year, and so would be of the wrong time if that year were another. */
export interface Standing {
	readonly records: number;
	readonly changes: number;
	/** True while nothing does, and the first year can still be chosen. */
	readonly isEmpty: boolean;
}

/** Counts the records and changes that stand on a council's first year. */
export function standingIn({ baseline, scenarios, agreed }: Council): Standing {
	const records = KINDS.filter((kind) => !GIVEN.includes(kind)).reduce(
		(count, kind) => count + baseline[kind].length,
		0
	);
	const changes = scenarios.reduce((count, scenario) => count + scenario.changes.length, 0);
	return { records, changes, isEmpty: records + changes + agreed.length === 0 };
}
