import type { Council } from './file';
import { placeOf, type Problem } from './problem';

/** What the baseline says twice about how scenarios are appraised: nobody could tell which of two counts. */
export function appraisalProblems({ baseline }: Council): readonly Problem[] {
	const first = new Map<string, string>();
	return baseline.assumptions.flatMap((assumption, i): readonly Problem[] => {
		const subject =
			assumption.use === 'appraisal'
				? "how scenarios are appraised (use 'appraisal')"
				: assumption.use === 'agencyShares'
					? `which agencies share ${assumption.sharedCost}`
					: null;
		if (subject === null) return [];
		const other = first.get(subject);
		if (other === undefined) {
			first.set(subject, assumption.id);
			return [];
		}
		return [
			{
				place: placeOf(['baseline', 'assumptions', i]),
				message: `'${assumption.id}' and '${other}' both say ${subject}; keep one`
			}
		];
	});
}

/** A mark of the scenario that does the least on one that is not there. Agreed baselines keep what was so when they were agreed. */
export function leastProblems({ baseline, scenarios }: Council): readonly Problem[] {
	return baseline.assumptions.flatMap((assumption, i): readonly Problem[] => {
		const least = assumption.use === 'appraisal' ? assumption.doMinimum : undefined;
		if (least === undefined || scenarios.some(({ id }) => id === least)) return [];
		return [
			{
				place: placeOf(['baseline', 'assumptions', i, 'doMinimum']),
				message: `names the scenario '${least}', which is not there; choose one that is, or leave it out`
			}
		];
	});
}
