import { Exact } from '../money/money';
import type { Change } from '../scenario/change';
import type { Council, Scenario } from '../scenario/file';

/** A council whose effects are not corrected for optimism, and its scenarios without the edits that would correct them. */
export function withoutCorrection(council: Council): {
	readonly council: Council;
	readonly scenario: (own: Scenario) => Scenario;
} {
	return {
		council: {
			...council,
			baseline: bare(council.baseline),
			agreed: council.agreed.map((own) => ({ ...own, baseline: bare(own.baseline) }))
		},
		scenario: (own) => ({ ...own, changes: own.changes.map(bareChange) })
	};
}

const nothing = new Exact(0);

function bare(baseline: Council['baseline']): Council['baseline'] {
	return {
		...baseline,
		assumptions: baseline.assumptions.map((own) =>
			own.use === 'correction'
				? {
						...own,
						rows: Object.fromEntries(Object.keys(own.rows).map((grade) => [grade, nothing]))
					}
				: own
		)
	};
}

/** A grade that a change sets or adds would correct again. */
function bareChange(change: Change): Change {
	return {
		...change,
		edits: change.edits.flatMap((edit) => {
			if (
				'field' in edit &&
				edit.record.startsWith('assumptions/') &&
				/^rows(\.|$)/.test(edit.field)
			)
				return [];
			if (edit.edit !== 'add' || edit.kind !== 'assumptions' || edit.record['use'] !== 'correction')
				return [edit];
			const grades = Object.keys((edit.record['rows'] ?? {}) as object);
			return [
				{
					...edit,
					record: { ...edit.record, rows: Object.fromEntries(grades.map((grade) => [grade, '0'])) }
				}
			];
		})
	};
}
