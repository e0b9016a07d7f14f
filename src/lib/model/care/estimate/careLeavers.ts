import type { DayNumber } from '../../calendar/days';
import type { CleanReturn } from '../return/clean';
import { completedYears, stretchesOf } from './episodes';
import { Tally } from './tally';
import type { ReturnType } from './types';

/** Care leavers of a completed year of age at the end of a day, by the placement type in which they turned 18. */
export interface EarlierLeavers {
	readonly age: number;
	readonly type: ReturnType;
	readonly people: number;
}

/** Nobody is followed from this birthday on. */
const FOLLOWED_UNTIL = 25;

/** Care leavers at the end of a day, as far back as a return tells of those who turned 18 in care; types of few children go to other. */
export function leaversAt(
	clean: CleanReturn,
	day: DayNumber,
	merged: readonly ReturnType[] = []
): readonly EarlierLeavers[] {
	const leavers = new Tally<[string, ReturnType]>();
	for (const { child, end, type, endsBy } of stretchesOf(clean)) {
		if (endsBy?.how !== 'turned18' || end > day) continue;
		const age = completedYears(child.born, day);
		if (age < FOLLOWED_UNTIL) leavers.add([String(age), merged.includes(type) ? 'other' : type], 1);
	}
	return leavers.rows().map(([[age, type], people]) => ({ age: Number(age), type, people }));
}
