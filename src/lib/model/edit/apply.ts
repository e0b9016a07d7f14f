import type { Council } from '../scenario/file';
import { Draft } from './draft';
import { isSame, valueAt } from './jsonPath';
import type { Operation } from './operation';
import type { Applied, Conflict, Outcome } from './outcome';

/** Carries out an edit on a council: every step or none. */
export function applyOperations(council: Council, operations: readonly Operation[]): Outcome {
	const outcome = attempt(council, operations);
	if (outcome.outcome !== 'done') return outcome;
	// '4.50' is kept as '4.5', and what takes it back must name what is kept.
	const kept = asKept(outcome);
	return kept === null ? outcome : attempt(council, kept);
}

function attempt(council: Council, operations: readonly Operation[]): Outcome {
	const draft = new Draft(council);
	const conflicts: Conflict[] = [];
	for (const step of operations) {
		const refused = draft.take(step);
		if (refused === null) continue;
		if ('message' in refused) return { outcome: 'problem', problems: [refused] };
		conflicts.push(refused);
	}
	return conflicts.length > 0 ? { outcome: 'conflict', conflicts } : draft.finish();
}

/** The steps with each value as its row now holds it; null where they say so already. */
function asKept({ operations, rows }: Applied): readonly Operation[] | null {
	const seen = new Set<string>();
	const kept = operations
		.toReversed()
		.map((step): Operation => {
			const row = rows.get(step.row);
			if (step.op !== 'set' || row === undefined || row === null) return step;
			const place = JSON.stringify([step.row, ...step.path]);
			// Of several steps on one place the last is what is kept.
			if (seen.has(place)) return step;
			seen.add(place);
			const { value } = valueAt(row, step.path);
			if (value === undefined || isSame(value, step.value)) return step;
			return { ...step, value };
		})
		.toReversed();
	return kept.some((step, i) => step !== operations[i]) ? kept : null;
}
